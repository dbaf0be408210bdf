"""From the errors of the converter to problems with paths, all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_origin

from attrs import fields
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from localgender.exchange.parsing import TOO_DEEP, Problem, member
from localgender.values.words import likely


def gathered(entries: Iterable[tuple[Any, Any]], read: Callable[[Any, Any], Any]) -> list[Any]:
    """Read every entry of a list or an object, and fail with all failures at once.

    Args:
        entries: Index or key of each, and what stands there.
        read: Takes both.
    """
    found, failed = [], []
    for key, each in entries:
        try:
            found.append(read(key, each))
        except Exception as error:  # noqa: BLE001 - every failure becomes a problem with a path
            error.add_note(IterableValidationNote("", key, object))
            failed.append(error)
    if failed:
        raise IterableValidationError("", failed, object)
    return found


def problems(error: BaseException, path: str) -> Iterator[Problem]:
    """Yield what is wrong, each with its path."""
    match error:
        case BaseValidationError():
            for each in error.exceptions:
                yield from problems(each, _below(each, path))
        case ForbiddenExtraKeysError():
            kind = get_origin(error.cl) or error.cl
            known = [each.name for each in fields(kind)]
            for name in sorted(error.extra_fields):
                yield member(path, name), f"unknown key{nearest(name, known)}"
        case KeyError():
            yield path, "is missing"
        case RecursionError():
            yield path, TOO_DEEP
        case _:
            yield path, str(error) or type(error).__name__


def _below(error: BaseException, path: str) -> str:
    for note in getattr(error, "__notes__", ()):
        match note:
            case AttributeValidationNote():
                return member(path, note.name)
            case IterableValidationNote(index=int(index)):
                return f"{path}[{index}]"
            case IterableValidationNote(index=name):
                return member(path, str(name))
    return path


def nearest(name: str, known: Iterable[str]) -> str:
    """Point at the known name that was probably meant."""
    close = likely(name, known)
    return "" if close is None else f"; the nearest is {close!r}"
