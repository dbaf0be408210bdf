"""What a command is made of, and the options of a call."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from localgender.showing.catalogue import Said

Options = argparse.Namespace


def _words(names: str) -> tuple[str, ...]:
    return tuple(names.split())


@frozen
class Option:
    """Word that a command takes, or a flag with or without a value.

    Attributes:
        names: How it is written; one without dashes is given by its position.
        purpose: What it is for.
        settings: What argparse is told of it.
    """

    names: tuple[str, ...] = field(converter=_words)
    purpose: Said
    settings: Mapping[str, Any] = field(factory=dict)

    @property
    def is_flag(self) -> bool:
        """Whether it starts with a dash."""
        return self.names[0].startswith("-")


@frozen
class Command:
    """Command of the program.

    Attributes:
        name: Its word.
        group: Under which the help lists it.
        purpose: What it answers, as part of a sentence.
        answer: Takes the options and returns the exit code.
        options: In the order of the help.
        examples: Calls that work as they stand.
    """

    name: str
    group: Said
    purpose: Said
    answer: Callable[[Options], int]
    options: tuple[Option, ...]
    examples: tuple[str, ...]


def listing(parser: argparse.ArgumentParser) -> argparse.Action:
    """Return the part of a parser that holds the parser of each command, as its choices."""
    return next(each for each in parser._actions if isinstance(each.choices, dict))
