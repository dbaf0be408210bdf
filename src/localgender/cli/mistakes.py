"""Wrong calls: what was wrong, and what was probably meant, in the language of the call."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from localgender.showing.catalogue import Said
from localgender.values.words import likely


class WrongCallError(Exception):
    """Arguments that no command takes.

    Attributes:
        text: What is wrong, not yet in a language; a text that has no translation stays as it is.
        words: What stands in the place of its words.
        command: Whose help says more, if any does.
    """

    def __init__(self, text: Said | str, words: Mapping[str, Any] | None = None, command: str = "") -> None:
        super().__init__(text, words, command)
        self.text, self.words, self.command = text, dict(words or {}), command

    def said(self, language: str) -> str:
        """Say it in a language."""
        words = {key: _said(value, language) for key, value in self.words.items()}
        told = self.text.said(language, words) if isinstance(self.text, Said) else self.text
        if not self.command:
            return told
        return Said("{problem} (see {command} --help)").said(
            language, {"problem": told, "command": self.command}
        )


class Meant:
    """What was probably meant, as the end of a sentence; nothing when nothing is near."""

    def __init__(self, word: str, known: Iterable[str]) -> None:
        self.nearest = likely(word, known)

    def said(self, language: str) -> str:
        """Say it in a language."""
        if self.nearest is None:
            return ""
        return Said("; did you mean {nearest}?").said(language, {"nearest": self.nearest})


def _said(value: Any, language: str) -> str:
    return str(value.said(language)) if hasattr(value, "said") else str(value)


def none_of(name: str, word: str, choices: Iterable[str], command: str) -> WrongCallError:
    """Refuse a word that is none of the choices.

    >>> print(none_of("--by", "goals", ["goal", "year"], "localgender totals").said("en"))
    --by: 'goals' is none of goal, year; did you mean goal? (see localgender totals --help)
    """
    known = tuple(choices)
    words = {"name": name, "word": repr(word), "choices": ", ".join(known), "meant": Meant(word, known)}
    return WrongCallError(Said("{name}: {word} is none of {choices}{meant}"), words, command)


def unknown_option(word: str, known: Iterable[str], command: str) -> WrongCallError:
    """Refuse an option that the command does not have."""
    name = word.partition("=")[0]
    words = {"option": name, "meant": Meant(name, known)}
    return WrongCallError(Said("there is no option {option} here{meant}"), words, command)


def complaint(message: str, command: str) -> WrongCallError:
    """Say what argparse found wrong in our own words; what it has no words for here stays as it is."""
    for pattern, text in _COMPLAINTS:
        if (found := pattern.fullmatch(message)) is not None:
            return WrongCallError(text, found.groupdict(), command)
    return WrongCallError(message, command=command)


_COMPLAINTS = (
    (
        re.compile(r"the following arguments are required: (?P<names>.+)", re.DOTALL),
        Said("still needed: {names}"),
    ),
    (
        re.compile(r"argument (?P<option>\S+?): expected one argument", re.DOTALL),
        Said("{option} needs a value after it"),
    ),
    (
        re.compile(r"argument (?P<option>\S+?): ignored explicit argument (?P<word>.+)", re.DOTALL),
        Said("{option} takes no value, not {word}"),
    ),
)
