"""No work is done twice: what a text means is asked once, and twice the rows are twice the work."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

from attrs import evolve

import localgender as lg
from localgender.documents.grid import Document, Grid
from localgender.documents.interpret.align import executors_in, terms_in
from localgender.notation.folding import stems
from localgender.notation.patterns import cell
from localgender.questions.rules.told import explanations_of, statuses_of
from specimens.description import Row, RowKind
from specimens.families import A


def report(measures: range) -> Document:
    """Lay measures out, each with words and amounts of its own."""
    head = A.table.of(RowKind.HEADER, RowKind.NUMBERS)
    rows = [_row(number) for number in measures]
    return lg.Document([Grid([row.shown for row in (*head, *rows)])])


def _row(number: int) -> Row:
    task, place = divmod(number, 5)
    cells = [
        *(("", "") if place else (f"{task + 1}.", f"Завдання з назвою {task + 1}")),
        f"{task + 1}.{place + 1}. Захід зі словами на літеру {number}",
        "2022-2026",
        "Відділ освіти селищної ради",
        f"{number},0",
        f"{number},0",
        "0,0",
        "0,0",
        f"Проведено {number} зустрічей, решта триває",
    ]
    return evolve(A.table.of(RowKind.MEASURE)[0], cells=tuple(cells))


def calls(job: Callable[[], object]) -> int:
    """Count the Python functions that a job calls."""
    made = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal made
        made += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        job()
    finally:
        sys.setprofile(before)
    return made


def test_twice_the_rows_are_twice_the_work() -> None:
    """No pass over a table looks at the rest of it again for every row."""
    few, many = report(range(1000, 1200)), report(range(2000, 2400))
    assert calls(partial(lg.interpret_report, many)) < 2.05 * calls(partial(lg.interpret_report, few))


def test_a_document_read_again_teaches_no_new_words() -> None:
    """The stems of every text of a usual document are remembered."""
    document = report(range(40))
    lg.interpret_report(document)
    before = stems.cache_info().misses, cell.cache_info().misses
    lg.interpret_report(document)
    assert (stems.cache_info().misses, cell.cache_info().misses) == before


def test_a_column_that_repeats_itself_is_understood_once() -> None:
    """Forty measures of one body and one term are one body and one term."""
    document = report(range(3000, 3040))
    terms_in.cache_clear()
    executors_in.cache_clear()
    lg.interpret_report(document)
    assert (terms_in.cache_info().currsize, executors_in.cache_info().misses) == (1, 1)


def test_rules_share_what_narratives_and_percents_tell() -> None:
    """However many rules ask, each report is classified once and its percents are explained once."""
    value = lg.interpret_report(report(range(4000, 4040))).value
    statuses_of.cache_clear()
    explanations_of.cache_clear()
    lg.audit(value)
    assert (statuses_of.cache_info().misses, explanations_of.cache_info().misses) == (1, 1)
