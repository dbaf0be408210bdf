"""JSON text to a plain tree, strictly: what lenient parsers let through is a problem with a path."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from localgender.errors import SerializationError

Problem = tuple[str, str]

_NAME = re.compile(r"[^\W\d]\w*")
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_BRIEF = 60

TOO_DEEP = "nested too deeply"


class _Doubled(dict[str, Any]):
    """Object some of whose keys stood twice; the last value won."""

    doubled: tuple[str, ...] = ()


class _Unfit:
    """Number that JSON does not know, or that is too long to be read."""

    def __init__(self, literal: str) -> None:
        self.literal = literal


def refusal(path: str, problem: str) -> SerializationError:
    """Make the error of a single problem."""
    return SerializationError([(path, problem)])


def parsed(text: str | bytes) -> tuple[Any, list[Problem]]:
    """Parse JSON and name every oddity: doubled keys, NaN, endless numbers, halves of characters.

    >>> parsed('{"a": 1, "a": 2}')
    ({'a': 2}, [('$.a', 'stands more than once in its object')])

    Returns:
        The tree, and the problems with their paths.

    Raises:
        SerializationError: When the text is no JSON at all.
        TypeError: For anything but text or bytes.
    """
    source = _decoded(text)
    oddities: list[_Doubled | _Unfit] = []
    halves = not _encodable(source) or ("\\u" in source and _HALF.search(source))
    try:
        tree = _tree(source, oddities)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise refusal("$", f"broken JSON at {where}: {error.msg[:1].lower()}{error.msg[1:]}") from None
    except RecursionError:
        raise refusal("$", TOO_DEEP) from None
    # Only an odd text is walked through: it costs as much as reading it.
    return tree, odd(tree) if oddities or halves else []


def _decoded(text: str | bytes) -> str:
    if isinstance(text, bytes):
        try:
            return text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise refusal("$", f"byte {error.start} is not UTF-8") from None
    if not isinstance(text, str):
        raise TypeError(f"expected the text of a JSON document, not {type(text).__name__}")
    return text.removeprefix("\ufeff")


def _tree(text: str, oddities: list[_Doubled | _Unfit]) -> Any:
    def unfit(literal: str) -> _Unfit:
        oddities.append(found := _Unfit(literal))
        return found

    def whole(literal: str) -> int | _Unfit:
        try:
            return int(literal)
        except ValueError:
            return unfit(literal)

    def gathered(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        oddities.append(doubled := _Doubled(found))
        doubled.doubled = tuple(
            name for name, times in Counter(name for name, _ in pairs).items() if times > 1
        )
        return doubled

    try:
        return json.loads(text, object_pairs_hook=gathered, parse_constant=unfit)
    except json.JSONDecodeError:
        raise
    except ValueError:
        # Python reads no number of more than 4300 digits; a hook for every number would slow all down.
        return json.loads(text, object_pairs_hook=gathered, parse_constant=unfit, parse_int=whole)


def member(path: str, name: str) -> str:
    """Return the path of a member of an object.

    >>> member("$", "plan"), member("$", "2.1")
    ('$.plan', '$["2.1"]')
    """
    return f"{path}.{name}" if _NAME.fullmatch(name) else f"{path}[{json.dumps(name, ensure_ascii=False)}]"


def odd(tree: Any) -> list[Problem]:
    """Name what no value can hold, with its path."""
    try:
        return list(_odd(tree, "$"))
    except RecursionError:
        return [("$", TOO_DEEP)]


def _odd(tree: Any, path: str) -> Iterator[Problem]:
    match tree:
        case str() if not _encodable(tree):
            yield path, "half of a character (a lone surrogate)"
        case _Unfit():
            yield path, f"{seen(tree)} is no number that can be read"
        case list() | tuple():
            for index, each in enumerate(tree):
                yield from _odd(each, f"{path}[{index}]")
        case dict():
            yield from _odd_members(tree, path)


def _odd_members(tree: dict[str, Any], path: str) -> Iterator[Problem]:
    for name in getattr(tree, "doubled", ()):
        yield member(path, name), "stands more than once in its object"
    for name, each in tree.items():
        if _encodable(name):
            yield from _odd(each, member(path, name))
        else:
            yield path, f"half of a character (a lone surrogate) in the key {name!a}"


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def seen(value: Any) -> str:
    """Say in a few words what stands in a tree."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dict():
            return "an object"
        case list():
            return f"a list of {len(value)}"
    text = value.literal if isinstance(value, _Unfit) else repr(value)
    return text if len(text) <= _BRIEF else f"{text[: _BRIEF // 2]}… ({len(text)} characters)"
