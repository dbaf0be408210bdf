"""Values as JSON text and back: `loads(dumps(x)) == x`, and nothing else is let in."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any, NamedTuple

from localgender.errors import MissingExtraError, SerializationError
from localgender.exchange.converter import converter
from localgender.exchange.parsing import TOO_DEEP, Problem, member, odd, parsed, refusal, seen
from localgender.exchange.problems import nearest, problems
from localgender.exchange.spelling import RefusedError
from localgender.exchange.tagging import NAMES, TYPES, named
from localgender.exchange.versions import FORMAT, MIGRATIONS, Migration, migrated, unreadable, version_of

_KEYS = ("format", "type", "value")


def dumps(x: object, *, indent: int | None = 2, fast: bool | None = None) -> str:
    """Write a value as JSON: a plan, a report, a reading, findings, a document, or any part of one.

    Money is written in whole kopiykas; percents, codes, periods, addresses and days as text. What is
    silent or empty is left out; a zero is not. Equal values give equal texts, also with the extra `fast`.

    >>> from localgender.values.money import uah
    >>> dumps(uah("10500"), indent=None)
    '{"format":"localgender/1","type":"money","value":1050000}'

    Args:
        x: Value of a class of the model or of the vocabulary.
        indent: Blanks for each level; None for a single line.
        fast: Whether to use the extra `fast`; None where it is installed.

    Returns:
        Text that `loads` reads back as an equal value.

    Raises:
        TypeError: For anything that is no such value, or holds something that is none.
        SerializationError: For what could not be read back: half a character, an endless number, goals
            nested too deeply.
        MissingExtraError: An ImportError, when `fast` is asked for and msgspec is not installed.
    """
    if type(x) not in NAMES:
        raise TypeError(f"no JSON is known for a {type(x).__name__}; expected a {', '.join(TYPES)}")
    roads = _roads(fast)
    with _collector_at_rest():
        if roads:
            with suppress(Exception):
                return roads.written(x, indent)
        return _spelled(x, indent)


def _spelled(x: Any, indent: int | None) -> str:
    separators = (",", ":") if indent is None else None
    tree = None
    try:
        tree = {"format": FORMAT, "type": NAMES[type(x)], "value": converter().unstructure(x)}
        text = json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
        text.encode()
    except RecursionError:
        raise refusal("$", TOO_DEEP) from None
    except UnicodeEncodeError:
        raise SerializationError(odd(tree)) from None
    except ValueError as error:
        raise refusal("$", str(error)) from None
    return text


def loads(
    text: str | bytes, *, migrations: Mapping[int, Migration] = MIGRATIONS, fast: bool | None = None
) -> Any:
    """Read a value from the JSON that `dumps` writes, or that an earlier release wrote.

    Nothing is converted: a number is no text, true is no number, an unknown key is no decoration. With the
    extra `fast` a text as `dumps` writes it takes half of the time and of the memory; the value, and what is
    refused, is the same.

    >>> loads('{"format": "localgender/1", "type": "money", "value": 1050000}')
    thousand_uah('10.5')

    Args:
        text: Text, or bytes in UTF-8 with or without a byte order mark.
        migrations: From each older version of the format to the next; a step takes the whole parsed text.
        fast: Whether to use the extra `fast`; None where it is installed.

    Returns:
        Value of the class that the text names, equal to the one that was written.

    Raises:
        MissingExtraError: An ImportError, when `fast` is asked for and msgspec is not installed.
        SerializationError: With every problem of the text at once, each with its JSON path, and with the
            version of the format where that is not the present one.
        TypeError: For anything but text or bytes.
    """
    with _collector_at_rest():
        # Whatever stops the quick ways, the thorough one tells what is wrong, or that nothing is.
        for quick in (roads.read, _quickly) if (roads := _roads(fast)) else (_quickly,):
            with suppress(Exception):
                return quick(text)
        return _thoroughly(text, migrations)


def _quickly(text: str | bytes) -> Any:
    """Read a text of the present version in which nothing is wrong."""
    tree, odd_ones = parsed(text)
    if odd_ones or tree.keys() != set(_KEYS) or tree["format"] != FORMAT:
        raise RefusedError
    return converter(thorough=False).structure(tree.pop("value"), named(tree["type"]))


def _thoroughly(text: str | bytes, migrations: Mapping[int, Migration]) -> Any:
    """Read a text of any version, and tell every problem."""
    tree, odd_ones = parsed(text)
    met = version_of(tree)
    tree, failed = _brought_up(tree, migrations)
    outside = failed or list(_outside(tree, migrations))
    value, inside = _inside(tree)
    # What is odd about the text is told once, in its own words.
    told = {path for path, _ in odd_ones}
    wrong = odd_ones + [(path, why) for path, why in outside + inside if path not in told]
    if wrong and met != version_of(tree):
        wrong = [("$.format", f"is version {met}; the paths are those it has as {tree['format']!r}"), *wrong]
    if wrong:
        raise SerializationError(wrong)
    return value


class _Roads(NamedTuple):
    """The fast roads in and out."""

    read: Callable[[str | bytes], Any]
    written: Callable[[Any, int | None], str]


def _roads(fast: bool | None) -> _Roads | None:
    if fast is False:
        return None
    if (roads := _installed()) is None and fast:
        raise MissingExtraError("the fast road of JSON", "fast")
    return roads


@cache
def _installed() -> _Roads | None:
    try:
        import msgspec  # noqa: F401 - only whether it is there
    except ImportError:
        return None
    from localgender.exchange import wire, writing

    return _Roads(wire.read, writing.written)


def _brought_up(tree: Any, migrations: Mapping[int, Migration]) -> tuple[Any, list[Problem]]:
    try:
        return migrated(tree, migrations), []
    except Exception as error:  # noqa: BLE001 - a step need not foresee what a wrong tree holds
        why = f"says version {version_of(tree)}, but is not written so: {type(error).__name__}: {error}"
        return tree, [("$.format", why)]


def _outside(tree: Any, migrations: Mapping[int, Migration]) -> Iterator[Problem]:
    if not isinstance(tree, dict):
        yield "$", f"expected an object with {', '.join(_KEYS)}, not {seen(tree)}"
        return
    for name in _KEYS:
        if name not in tree:
            yield member("$", name), "is missing"
    if tree.get("format", FORMAT) != FORMAT:
        yield "$.format", unreadable(tree["format"], migrations)
    if "type" in tree:
        try:
            named(tree["type"])
        except RefusedError as error:
            yield "$.type", str(error)
    for name in sorted(tree.keys() - set(_KEYS)):
        yield member("$", name), f"unknown key{nearest(name, _KEYS)}"


def _inside(tree: Any) -> tuple[Any, list[Problem]]:
    # Another version of the format has other rules, and an unknown type none.
    if not isinstance(tree, dict) or tree.get("format") != FORMAT or "value" not in tree:
        return None, []
    if (kind := TYPES.get(str(tree.get("type")))) is None:
        return None, []
    try:
        return converter().structure(tree["value"], kind), []
    except RecursionError:
        return None, [("$", TOO_DEEP)]
    except Exception as error:  # noqa: BLE001 - whatever a wrong tree does to a converter becomes a problem
        found = problems(error, "$.value")
        return None, [(path if why != TOO_DEEP else "$", why) for path, why in found]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Let no garbage be looked for while a million small values are made: it takes half of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
