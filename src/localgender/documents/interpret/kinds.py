"""What one row of a table is: the opening of a goal, a sum, a year, or a measure."""

from __future__ import annotations

import re

from localgender.documents.interpret.align import align, is_term, shows_amount
from localgender.documents.interpret.blocks import lone_text, opens_block
from localgender.documents.interpret.columns import MONEY
from localgender.documents.interpret.entry import Entry, Opening, Row, Year
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.labels import is_part, year_of
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.lines import Line
from localgender.documents.interpret.printed import NOTHING, Printed
from localgender.documents.interpret.sources import needs_in, sources_in
from localgender.documents.interpret.words import is_total, level_of, names_sum
from localgender.documents.layouts.layout import Role
from localgender.model.plan import GoalLevel
from localgender.notation.folding import stems
from localgender.values.places import Place

_NO_WORD = re.compile(r"[\d\s.)]*|[xх×*]|[-–—]+", re.IGNORECASE)
_OF_WORDS = (Role.MEASURE, Role.EXECUTORS, Role.SOURCE)
_LISTED = re.compile(r"[-•]\s*[^\W\d_]")
_ROMAN = re.compile(r"[IVXІХ]{1,5}[.)]?")
_MARK = re.compile(r"[xх×*]|[-–—]+", re.IGNORECASE)


def entry_of(
    lines: list[tuple[Place, Line]], heading: Heading, previous: Row | None, ledger: Ledger
) -> Entry | Year:
    """Say what the first of some rows is.

    Args:
        lines: The row and the next below it, each with where it begins.
        heading: What the columns hold.
        previous: The row above, if it is a measure or a total.
        ledger: Takes labels, and findings about cells that had to be put under their columns.
    """
    (place, line), following = lines[0], [later for _, later in lines[1:]]
    lone = lone_text(line)
    if lone and (opening := _opening(lone, line, heading, following, ledger)) is not None:
        ledger.furnish("repeated", *(each for each in line if each is not lone))
        return opening
    filled = [printed for printed in line if printed]
    if _is_numbered_opening(line, filled, heading, following):
        return Opening(GoalLevel.TASK, filled[1], filled[0])
    source = _source_beside(line, heading)
    label = next((printed for printed in filled if not _NO_WORD.fullmatch(printed.text)), filled[0])
    if _sums_a_year(filled, line, previous):
        label = filled[0]
    elif not _is_listed_part(filled, line, previous) and (
        _is_under_source(label, line, heading)
        or not _is_sum(label, [each for each in filled if each is not source])
    ):
        return _placed(line, place, heading, ledger)
    # A merged label is repeated in some exports, and a total may carry a number or a term of its own.
    after = filled[filled.index(label) + 1 :]
    figures = [each for each in after if _is_figure(each) or each is source]
    others = [each for each in filled if each is not label and each not in figures]
    ledger.furnish("total-label", *others)
    if _is_doubled(label, line, figures):
        ledger.notice("row-shifted", place, cells=len(line), columns=heading.width)
    return _placed([each if each in figures else NOTHING for each in line], place, heading, ledger, label)


def _is_doubled(label: Printed, line: Line, figures: Line) -> bool:
    """Tell whether a label is repeated as no merged one is, which fills all cells before its figures."""
    again = [number for number, each in enumerate(line) if each.words == label.words and each is not label]
    after = line[again[-1] + 1 : again[-1] + 2] if again else []
    return bool(again) and not (figures and all(after))


def _is_figure(printed: Printed) -> bool:
    return shows_amount(printed.text.rstrip(" %")) and _MARK.fullmatch(printed.text) is None


def _sums_a_year(filled: Line, line: Line, previous: Row | None) -> bool:
    """Tell whether a row is a year and its money: part of the total above it, or a total itself."""
    first, *others = filled
    if year_of(first.text) is None or not any(_is_figure(each) for each in others):
        return False
    figures = all(_is_figure(each) or _NO_WORD.fullmatch(each.text) for each in others)
    return figures and (line[0] is first or (previous is not None and bool(previous.label)))


def _is_listed_part(filled: Line, line: Line, previous: Row | None) -> bool:
    """Tell whether a row below a total lists a part of it behind a dash: «- кошти партнерів»."""
    below = previous is not None and bool(previous.label) and line[0] is filled[0]
    figures = all(_is_figure(each) or _NO_WORD.fullmatch(each.text) for each in filled[1:])
    return below and len(filled) > 1 and figures and _LISTED.match(filled[0].folded) is not None


def _source_beside(line: Line, heading: Heading) -> Printed:
    """Return the source of a row as wide as the header, which a sum by source may carry too."""
    beside = heading.column(Role.SOURCE)
    if beside is None or len(line) < heading.width:
        return NOTHING
    cell = line[beside.index]
    return cell if sources_in(cell.text) else NOTHING


def _is_under_source(label: Printed, line: Line, heading: Heading) -> bool:
    """Tell whether a label names the source of the row's money, also where the cells before it are lost."""
    beside = heading.column(Role.SOURCE)
    if beside is None:
        return False
    if len(line) >= heading.width and (line[beside.index] is label or not _is_shifted(line, heading)):
        return line[beside.index] is label
    named = bool(sources_in(label.text)) and not names_sum(label.text)
    return line[0] is label and named and is_part(label.text)


def _is_shifted(line: Line, heading: Heading) -> bool:
    """Tell whether amounts stand under columns of words, as in a row that lost cells and was filled up."""
    words = {column.index for column in heading.columns if column.role in _OF_WORDS}
    return any(_is_figure(printed) for index, printed in enumerate(line) if printed and index in words)


def _is_sum(label: Printed, filled: Line) -> bool:
    """Tell whether a row is a sum: its label says so, and beside it stand only figures, marks or a term."""
    return is_total(label.text) and all(
        printed.text == label.text
        or _NO_WORD.fullmatch(printed.text)
        or shows_amount(printed.text.rstrip(" %"))
        or is_term(printed.text)
        for printed in filled
    )


def _opening(
    printed: Printed, line: Line, heading: Heading, following: list[Line], ledger: Ledger
) -> Opening | Year | None:
    found = level_of(stems(printed.text))
    if found is not None:
        return Opening(found[0], without_level(printed, ledger))
    first = line[0] is printed or _heads_numbered(printed, line, heading)
    if first and (year := year_of(printed.text)) is not None:
        ledger.furnish("year", printed)
        return Year(year)
    alone = first and heading.column(Role.GOAL) is None and heading.column(Role.TASK) is None
    if alone and len(line) > 1 and re.match(r"(?:\d{1,2}|[IVXІХ]{1,5})[.)]?\s+[^\W\d]", printed.text):
        return Opening(GoalLevel.TASK, printed)
    if first and opens_block(line, heading, following):
        return Opening(GoalLevel.TASK if alone else GoalLevel.STRATEGIC, printed)
    return None


def _is_numbered_opening(line: Line, filled: Line, heading: Heading, following: list[Line]) -> bool:
    """Tell whether a row is nothing but a Roman number and a name, over rows that Arabic numbers count."""
    number = heading.column(Role.NUMBER)
    beside = len(filled) == 2 and number is not None and number.index == 0 and line[:2] == filled
    below = next((later for later in following if later and later[0]), None)
    return (
        beside
        and heading.column(Role.GOAL) is None
        and level_of(stems(filled[1].text)) is None
        and _ROMAN.fullmatch(filled[0].text) is not None
        and below is not None
        and below[0].text.rstrip(".)").isdigit()
    )


def _heads_numbered(printed: Printed, line: Line, heading: Heading) -> bool:
    """Tell whether capitals beside an empty number name what the numbered rows below have in common."""
    number = heading.column(Role.NUMBER)
    beside = number is not None and number.index == 0 and len(line) > 1 and line[1] is printed
    return beside and not line[0] and printed.text.isupper()


def without_level(printed: Printed, ledger: Ledger) -> Printed:
    """Take the words that only name a level off the front, such as «Оперативна ціль»."""
    found = level_of(stems(printed.text))
    count = found[1] if found else 0
    words = re.match(rf"(?:\W*\w[\w'’ʼ-]*){{{count}}}[\s:№-]*", printed.text)
    begin = words.end() if words and count else 0
    ledger.furnish("level", printed.part(0, begin))
    return printed.part(begin)


def _placed(row: Line, place: Place, heading: Heading, ledger: Ledger, label: Printed = NOTHING) -> Row:
    by_index = {column.index: column for column in heading.columns}
    roles = tuple(by_index[index].role if index in by_index else None for index in range(heading.width))
    texts = tuple(printed.text for printed in row)
    aligned = align(texts, roles)
    if aligned.verdict == "padded":
        ledger.notice("row-padded", place, cells=len(row), columns=heading.width)
    elif aligned.verdict == "shifted":
        ledger.notice("row-shifted", place, cells=len(row), columns=heading.width)
    made = Row(place, label=label, section=(heading.table, heading.first))
    for printed, index in zip(row, aligned.columns, strict=True):
        if printed and index in by_index:
            made.cells[by_index[index]] = made.cells.get(by_index[index], NOTHING) + printed
    _spread_needs(made, heading)
    return made


def _spread_needs(row: Row, heading: Heading) -> None:
    """Let «не потребує» under the first of several years, all others empty, hold for each of them."""
    years = [each for each in heading.columns if each.role in MONEY and not each.total]
    told = [each for each in years if row.cells.get(each)]
    same = [each for each in years if each.role == told[0].role] if told else []
    if len(told) == 1 and told[0] is same[0] and needs_in(row.cells[told[0]].text) is not None:
        row.cells.update(dict.fromkeys(same, row.cells[told[0]]))
