"""The parser of the command line, from the table of commands, in either language."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from functools import partial
from importlib import import_module
from itertools import groupby, pairwise
from typing import Any, NoReturn

from localgender.cli.commands import COMMANDS, PURPOSE
from localgender.cli.mistakes import WrongCallError, complaint, none_of, unknown_option
from localgender.cli.options import LANGUAGE
from localgender.cli.records import Command, Option, listing
from localgender.showing.catalogue import LANGUAGES, Said

PROGRAM = "localgender"


class Help(argparse.RawDescriptionHelpFormatter):
    """Help whose own words are in the language of the call."""

    def __init__(self, prog: str, language: str) -> None:
        super().__init__(prog, max_help_position=26)
        self._language = language

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Write how to call it, under a word of the catalogue."""
        word = Said("usage").said(self._language)
        super().add_usage(usage, actions, groups, f"{word}: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Parser that refuses a call in one line, with what was probably meant."""

    def error(self, message: str) -> NoReturn:
        """Refuse the call."""
        raise complaint(message, self.prog)

    # Here argparse knows the word and the choices; afterwards only a sentence is left of them.
    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            name = next(iter(action.option_strings), str(action.metavar or action.dest))
            raise none_of(name, str(value), action.choices, self.prog)


def parser(language: str = "uk") -> Parser:
    """Return the parser of the whole command line.

    >>> parser("en").parse_args(["audit", "звіт.docx", "--strict"]).strict
    True

    Args:
        language: Of its help, "uk" or "en".
    """
    made = _empty(PROGRAM, language, _overview(language), Said("{program} COMMAND FILE … [options]"))
    # Looked up by name: the façade names every module, so importing from it would turn the house round.
    version = f"{PROGRAM} {import_module('localgender').__version__}"
    group = made.add_argument_group(Said("options").said(language))
    _help(group, language)
    told = Said("print the version and stop").said(language)
    group.add_argument("--version", action="version", version=version, help=told)
    _option(group, LANGUAGE, language)
    # The commands stand in the overview by their groups, so argparse does not list them again.
    listed = made.add_subparsers(
        dest="command", metavar="COMMAND", required=True, prog=PROGRAM, help=argparse.SUPPRESS
    )
    for each in COMMANDS:
        _command(listed, each, language)
    return made


def commands(language: str = "uk") -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command by its name, in the order of the help.

    >>> list(commands())[:2]
    ['read', 'audit']
    """
    return dict(listing(parser(language)).choices or {})


def parsed(words: Sequence[str], language: str) -> argparse.Namespace:
    """Parse a call.

    Args:
        words: What stands after the name of the program.
        language: Of the help.

    Raises:
        WrongCallError: When no command takes them.
        SystemExit: When help or version was asked for and has been printed.
    """
    made = parser(language)
    options, left = made.parse_known_args(words)
    command: argparse.ArgumentParser = dict(listing(made).choices or {})[options.command]
    for word in left:
        if word.startswith("-") and word != "-":
            raise unknown_option(word, _names(command), command.prog)
    if left and not isinstance(getattr(options, "files", None), list):
        raise WrongCallError(Said("one word too many: {word}"), {"word": repr(left[0])}, command.prog)
    # Files that stand after an option are files too; argparse takes the first group of them only.
    if left:
        options.files += left
    # Before the command it is asked for as well, and argparse would keep what the command has by default.
    options.lang, options.parser = language, made
    return options


def language_of_call(words: Iterable[str]) -> str:
    """Find the language that a call asks for, before anything else in it is understood.

    >>> language_of_call(["audit", "звіт.docx", "--lang", "en"]), language_of_call(["--lang=de"])
    ('en', 'uk')
    """
    spread = [part for word in words for part in (word.split("=", 1) if "--lang=" in word else [word])]
    asked = [word for option, word in pairwise(spread) if option == "--lang" and word in LANGUAGES]
    return asked[-1] if asked else LANGUAGES[0]


def _overview(language: str) -> str:
    lines = [PURPOSE.said(language)]
    for group, members in groupby(COMMANDS, key=lambda each: each.group):
        told = [f"  {each.name:<11} {each.purpose.said(language)}" for each in members]
        lines += ["", f"{group.said(language)}:", *told]
    return "\n".join(lines)


def _empty(prog: str, language: str, description: str, usage: Said | None = None) -> Parser:
    return Parser(
        prog=prog,
        usage=usage.said(language, {"program": PROGRAM}) if usage else None,
        description=description,
        allow_abbrev=False,
        add_help=False,
        formatter_class=partial(Help, language=language),
    )


def _command(listed: Any, command: Command, language: str) -> None:
    purpose = command.purpose.said(language)
    made: Parser = listed.add_parser(
        command.name,
        help=purpose,
        description=f"{purpose[:1].upper()}{purpose[1:]}.",
        epilog=_examples(command, language),
        allow_abbrev=False,
        add_help=False,
        formatter_class=partial(Help, language=language),
    )
    given = made.add_argument_group(Said("what is given").said(language))
    chosen = made.add_argument_group(Said("options").said(language))
    for each in command.options:
        _option(chosen if each.is_flag else given, each, language)
    _help(chosen, language)
    made.set_defaults(answer=command.answer)


def _option(group: Any, option: Option, language: str) -> None:
    group.add_argument(*option.names, help=option.purpose.said(language), **option.settings)


def _help(group: Any, language: str) -> None:
    group.add_argument("-h", "--help", action="help", help=Said("print this help and stop").said(language))


def _examples(command: Command, language: str) -> str:
    head = Said("examples").said(language)
    return "\n".join([f"{head}:", *(f"  {each}" for each in command.examples)])


def _names(command: argparse.ArgumentParser) -> list[str]:
    return [name for action in command._actions for name in action.option_strings]
