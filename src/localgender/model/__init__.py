"""The nouns and their invariants: communities, executors, money, plans and reports."""
