"""Questions about figures: what adds up, what may be compared, and what was asked and not given."""
