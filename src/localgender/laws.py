"""Laws that programs around the library should keep, as plain functions for any test runner.

Each takes what is on trial, returns nothing, and raises an `AssertionError` that says in one sentence what
was broken, where, and by which values. None needs Hypothesis; with the strategies they hold for any value.

>>> from localgender import Plan, dumps, loads
>>> round_trip(Plan("Рівність", goals=()), there=dumps, back=loads)
>>> round_trip("2.10", there=float, back=str)
Traceback (most recent call last):
    ...
AssertionError: what comes back differs: '2.10' became '2.1'
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from localgender.documents.reading import Reading
from localgender.model.funding import Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import GROUPINGS, total, totals_by
from localgender.values.money import Money
from localgender.values.places import Place
from localgender.values.words import one_of

__all__ = [
    "accounts_for_every_character",
    "difference",
    "differs_aloud",
    "groups_add_up",
    "idempotent",
    "one_spelling",
    "order_free",
    "reads_back",
    "repeatable",
    "round_trip",
]

T = TypeVar("T")
Between = TypeVar("Between")
"""What stands between a value and the same value: text, bytes, a row of a database."""


def round_trip(value: T, *, there: Callable[[T], Between], back: Callable[[Between], T]) -> None:
    """Hold a pair of functions to giving back what they were given, and to writing it the same twice.

    >>> from localgender import Code
    >>> round_trip(Code.parse("2.10"), there=str, back=Code.parse)

    Args:
        value: Anything that compares by what it holds.
        there: Writes a value.
        back: Reads what was written.

    Raises:
        AssertionError: When the value that comes back differs, or is written in another way.
    """
    written = there(value)
    returned = back(written)
    _same(value, returned, "what comes back differs")
    _same(written, there(returned), "what is written the second time differs")


def reads_back(value: T, *, render: Callable[[T], Any], read: Callable[[Any], Reading[T]]) -> None:
    """Hold a renderer of documents to being read as the value it was given.

    Args:
        value: Plan, report or another value that documents are read into.
        render: Makes a path, bytes or a document of it.
        read: Such as `read_report` or `read_plan`.

    Raises:
        AssertionError: When the value read differs, with the place of the first difference.
    """
    _same(value, read(render(value)).value, "the document reads as something else")


def differs_aloud(reading: Reading[T], expected: T) -> None:
    """Hold a reading to the value that the document means, or to a finding where it cannot be seen any more.

    Args:
        reading: What was read, perhaps from a damaged document.
        expected: What the document says in truth.

    Raises:
        AssertionError: When the value differs, and neither a finding nor a place left unread tells so.
    """
    if not reading.findings and not reading.unread:
        _same(expected, reading.value, "read in silence as something else")


def accounts_for_every_character(reading: Reading[Any]) -> None:
    """Hold a reading to losing nothing: each visible character is of a value, of furniture or unread.

    >>> from localgender import read_report
    >>> accounts_for_every_character(read_report("examples/data/zhytomyr-report-2023.txt"))

    Args:
        reading: With the document it was read from.

    Raises:
        AssertionError: For a character in none of the three, for one that is both claimed and unread, and
            for a claimed place where nothing is printed.
    """
    places = [place for several in reading.places.values() for place in several]
    places += [place for _, place in reading.furniture]
    for place in places:
        _hold(bool(reading.document.text_at(place).strip()), f"nothing is printed at {place}")
    claimed, unread = _characters(places), _characters(reading.unread)
    for place, text in reading.document.texts():
        known, left = (which.get(_cell(place), set()) for which in (claimed, unread))
        _hold(not known & left, f"both understood and unread: {place}, {text!r}")
        lost = [n for n, sign in enumerate(text) if not sign.isspace() and n not in known | left]
        _hold(not lost, f"unaccounted for: {''.join(text[n] for n in lost)!r} of {text!r}, {place}")


def groups_add_up(
    value: Plan | Report | Reading[Plan] | Reading[Report],
    by: str,
    *,
    stage: Stage | str,
    groups: Mapping[Any, Money | None] | None = None,
) -> None:
    """Hold groups of money to their sum: nothing divided, nothing counted twice, nothing left out.

    Args:
        value: What `totals_by` takes.
        by: "goal", "measure", "executor", "source" or "year".
        stage: "planned", "allocated" or "disbursed".
        groups: Your own sums by group, None for a silent one; those of `totals_by` when left out.

    Raises:
        AssertionError: When the groups that state money give another sum than `total`, in kopiykas.
        NotationError: A ValueError, for a word that is no grouping or no stage, with the nearest that is.
    """
    whole = total(value, stage)
    by = one_of(by, GROUPINGS)
    groups = totals_by(value, by, stage) if groups is None else groups
    stated = [money for money in groups.values() if money is not None]
    if whole is not None:
        found = sum(stated, Money(0))
        _hold(found == whole, f"groups by {by} give {found}, the whole is {whole}")
    elif by in {"goal", "measure", "executor"}:
        # Periods and sources may part what overlaps within a measure; these groups keep measures whole.
        silent = None in groups.values()
        _hold(not stated or silent, f"groups by {by} state {stated}, and there is no whole")


def order_free(function: Callable[[Sequence[T]], Any], items: Iterable[T]) -> None:
    """Hold a function to giving the same for items in any order.

    Tried are the order given, the reverse, and every turn of it.

    >>> order_free(sorted, ["2.9", "2.10"])

    Args:
        function: Takes a tuple of the items.
        items: Any number.

    Raises:
        AssertionError: When the answers differ, with the place of the first difference.
    """
    given = tuple(items)
    answer = function(given)
    turned = (given[n:] + given[:n] for n in range(1, len(given)))
    for order in (given[::-1], *turned):
        _same(answer, function(order), f"the answer depends on the order {order!r}: it differs")


def repeatable(function: Callable[[T], Any], value: T) -> None:
    """Hold a function to answering the same twice, and to leaving what it was given as it was.

    Args:
        function: Of one value.
        value: Anything that has a `repr` that tells what it holds.

    Raises:
        AssertionError: When the second answer differs, or the value does afterwards.
    """
    before = repr(value)
    _same(function(value), function(value), "the second answer differs")
    _same(before, repr(value), "the value was changed: it differs")


def idempotent(function: Callable[[T], T], value: T) -> None:
    """Hold a function to changing nothing the second time.

    >>> idempotent(str.strip, " захід ")

    Args:
        function: From a value to a value of the same kind.
        value: What it is tried on.

    Raises:
        AssertionError: When it changes what it gave.
    """
    once = function(value)
    _same(once, function(once), "once more gives something else: it differs")


def one_spelling(one: Any, other: Any, *, by: Iterable[Callable[[Any], Any]] = (repr, str, hash)) -> None:
    """Hold two equal values to being told apart by no function; unequal ones are not on trial.

    Args:
        one: Any value.
        other: Any value.
        by: Functions that must give the same for both.

    Raises:
        AssertionError: When a function tells two equal values apart.
    """
    if one == other:
        for function in by:
            name = getattr(function, "__name__", repr(function))
            _same(function(one), function(other), f"equal values are told apart by {name}: it differs")


def difference(one: Any, other: Any) -> str | None:
    """Return where two values first differ and how, as a message for a person.

    >>> from localgender import Measure, Plan
    >>> difference(Plan("а", goals=Measure("1.1", "Тренінг")), Plan("а", goals=Measure("1.1", "Акція")))
    " at .goals[0].measures[0].title: 'Тренінг' became 'Акція'"

    Args:
        one: Value that was expected.
        other: Value that was found.

    Returns:
        Path and both values; None when the values are equal.
    """
    if one == other:
        return None
    for step, left, right in _parts(one, other):
        deeper = difference(left, right)
        if deeper is not None:
            where, _, what = deeper.removeprefix(" at ").partition(": ")
            return f" at {step}{where}: {what}" if deeper.startswith(" at ") else f" at {step}{deeper}"
    return f": {one!r} became {other!r}"


def _parts(one: Any, other: Any) -> Iterable[tuple[str, Any, Any]]:
    if type(one) is not type(other):
        return ()
    if attrs.has(type(one)):
        names = [each.name for each in attrs.fields(type(one)) if each.eq]
        return [(f".{name}", getattr(one, name), getattr(other, name)) for name in names]
    if isinstance(one, Mapping) and one.keys() == other.keys():
        return [(f"[{str(key)!r}]", one[key], other[key]) for key in one]
    if isinstance(one, (list, tuple)) and len(one) == len(other):
        return [(f"[{n}]", left, right) for n, (left, right) in enumerate(zip(one, other, strict=True))]
    return ()


def _same(expected: Any, found: Any, complaint: str) -> None:
    told = difference(expected, found)
    _hold(told is None, f"{complaint}{told}")


def _hold(kept: bool, complaint: str) -> None:
    if not kept:
        raise AssertionError(complaint)


def _cell(place: Place) -> tuple[int, int, int]:
    return place.table, place.row, place.column


def _characters(places: Iterable[Place]) -> dict[tuple[int, int, int], set[int]]:
    found: dict[tuple[int, int, int], set[int]] = {}
    for place in places:
        found.setdefault(_cell(place), set()).update(range(place.start, place.stop))
    return found
