"""The account of a reading, by the name that the tests know it by."""

from __future__ import annotations

from localgender.laws import accounts_for_every_character as assert_accounted

__all__ = ["assert_accounted"]
