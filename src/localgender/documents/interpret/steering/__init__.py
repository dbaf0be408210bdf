"""Prose about who steers the policy: minutes, news of meetings, lists of duties, accounts of conferences."""
