"""Layouts that a user writes down in a small TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

from localgender.documents.layouts.families import FAMILIES
from localgender.documents.layouts.layout import Kind, Layout, Role
from localgender.errors import SerializationError
from localgender.values.words import likely

_KEYS = ("name", "kind", "extends", "columns", "required", "any_of")
_LISTS = ("required", "any_of")

Problem = tuple[str, str]


def layout_from_toml(written: str, *, families: Iterable[Layout] = FAMILIES) -> Layout:
    """Read the description of a table: what it is, and which header words announce which column.

    With `extends` the words are added to those of a family that ships, and everything left out is the
    family's.

    >>> mine = layout_from_toml('''
    ... name = "my-table"
    ... kind = "plan"
    ... [columns]
    ... measure = "що робимо"
    ... executors = ["хто робить", "хто"]
    ... ''')
    >>> mine == Layout("my-table", "plan", {"measure": "що робимо", "executors": ["хто робить", "хто"]})
    True

    Args:
        written: Text in TOML with `name`, `kind` ("report" or "plan") and a table `columns` of roles, each
            with a phrase or a list of phrases; `required` and `any_of` are lists of roles.
        families: Layouts that can be extended.

    Raises:
        SerializationError: When the text is not TOML or describes no layout, with every problem at once.
    """
    try:
        tree = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise SerializationError([("$", f"not TOML: {error}")]) from None
    known = {family.name: family for family in families}
    if problems := list(_problems(tree, known)):
        raise SerializationError(problems)
    base = known.get(tree.get("extends", ""))
    columns = tree.get("columns", {})
    if base is None:
        return Layout(
            tree["name"], tree["kind"], columns, **{key: tree[key] for key in _LISTS if key in tree}
        )
    return Layout(
        tree.get("name", base.name),
        tree.get("kind", base.kind),
        _extended(base, columns),
        tree.get("required", base.required),
        tree.get("any_of", base.any_of),
    )


def _extended(base: Layout, columns: dict[str, str | list[str]]) -> dict[str, list[str]]:
    both = {str(role): list(phrases) for role, phrases in base.columns}
    for role, phrases in columns.items():
        both.setdefault(role, []).extend([phrases] if isinstance(phrases, str) else phrases)
    return both


def _problems(tree: dict[str, Any], families: dict[str, Layout]) -> Iterator[Problem]:
    for key in tree.keys() - set(_KEYS):
        yield f"$.{key}", f"unknown key; {_nearest(key, _KEYS)}"
    extends = tree.get("extends")
    if extends is not None and extends not in families:
        yield "$.extends", f"no family is called {extends!r}; {_nearest(str(extends), families)}"
    for key in ("name", "kind", "columns") if extends is None else ():
        if key not in tree:
            yield f"$.{key}", "is missing"
    if "name" in tree and not (isinstance(tree["name"], str) and tree["name"].strip()):
        yield "$.name", "expected text"
    if "kind" in tree and tree["kind"] not in list(Kind):
        yield "$.kind", f"expected {' or '.join(map(repr, map(str, Kind)))}, not {tree['kind']!r}"
    yield from _column_problems(tree.get("columns", {}))
    for key in _LISTS:
        yield from _role_problems(key, tree.get(key, []))


def _column_problems(columns: Any) -> Iterator[Problem]:
    if not isinstance(columns, dict):
        yield "$.columns", "expected a table of roles and their header words"
        return
    for role, phrases in columns.items():
        if role not in list(Role):
            yield f"$.columns.{role}", f"unknown role; {_nearest(role, map(str, Role))}"
        several = [phrases] if isinstance(phrases, str) else phrases
        texts = isinstance(several, list) and all(isinstance(each, str) and each.strip() for each in several)
        if not (texts and several):
            yield f"$.columns.{role}", "expected the words of a header, or a list of them"


def _role_problems(key: str, roles: Any) -> Iterator[Problem]:
    if not isinstance(roles, list):
        yield f"$.{key}", "expected a list of roles"
        return
    for number, role in enumerate(roles):
        if role not in list(Role):
            yield f"$.{key}[{number}]", f"unknown role; {_nearest(str(role), map(str, Role))}"


def _nearest(word: str, known: Iterable[str]) -> str:
    known = tuple(known)
    close = likely(word, known)
    return f"known are {', '.join(known)}" if close is None else f"did you mean {close!r}?"
