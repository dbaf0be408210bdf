"""Vocabulary without entities: money, percents, codes, periods, terms, counts, acts and addresses."""
