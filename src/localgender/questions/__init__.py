"""From a value to an answer: what was promised, what was paid, which figures contradict each other."""
