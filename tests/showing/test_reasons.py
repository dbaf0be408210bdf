"""Reasons in words, in both languages."""

from __future__ import annotations

import pytest

from localgender.questions.addends import Why
from localgender.questions.rules.rule import Reason
from localgender.showing.reasons import reason


@pytest.mark.parametrize("word", sorted({*map(str, Reason), *map(str, Why)}))
def test_every_reason_has_words(word: str) -> None:
    assert reason(word, "en") != word
    assert not reason(word, "uk").isascii()
