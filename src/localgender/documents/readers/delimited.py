"""Cells parted by tabs, semicolons or commas: which of them it is, and where tables end and prose begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from localgender.documents.grid import Grid, Paragraph

Record = list[str]

_HINT = re.compile("sep=([;,\t])\n")
_PADDING = re.compile(r"(?:(?<=\n)|\A| +);(?= |\n|\Z)")
_HASTY = re.compile(r'"[^"]*"| *; *')
_FEW_LINES = 3
# What a spreadsheet would calculate is exported with an apostrophe in front.
RISKY = r"[=+\-@\t\n＝＋－＠]"
_GUARDED = re.compile(rf"'+{RISKY}")
_SHELTERED = re.compile("\x00(\\d+)\x00")


def records(text: str) -> list[Record]:
    """Split a text into lines and the lines of tables into cells; a line of prose is one cell.

    Semicolons or commas part cells only where line after line has the same number of them, and not in
    prose, where a blank follows. Of commas nothing is taken that a decimal comma could have made.

    Args:
        text: Lines end with line feeds, and there are no control characters.
    """
    if hint := _HINT.match(text):
        return list(_split(text[hint.end() :], hint[1]))
    found = list(_split(text, "\t"))
    rows = sum(1 for record in found if len(record) > 1)
    if (parted := _padded(text)) and sum(1 for record in parted if len(record) > 1) > rows:
        return parted
    for delimiter in ";,":
        if text.count(delimiter) > rows:
            parted = _consistent(list(_split(text, delimiter)), delimiter)
            if sum(1 for record in parted if len(record) > 1) > rows:
                return parted
    return found


def _padded(text: str) -> list[Record]:
    """Split lines whose semicolons stand between blanks; none when that gives no table.

    A semicolon without a blank before it may be one inside a cell, «освіта; культура», or one typed in haste:
    what makes more rows alike decides.
    """
    plain = _HASTY.sub(lambda found: "" if found[0][0] == '"' else found[0], text)
    padded = len(_PADDING.findall(plain))
    if 2 * padded < plain.count(";") or not padded:
        return []
    hasty = _HASTY.sub(lambda found: found[0] if found[0][0] == '"' else ";", text)
    inside = re.sub(" *\x02 *", ";", _PADDING.sub("\x02", text).replace(";", "\x01"))
    tried = [_consistent(list(_split(each, ";")), ";") for each in (inside, hasty)]
    best = max(tried, key=_alike)
    return [[cell.replace("\x01", ";").strip(" ") for cell in record] for record in best]


def _alike(found: list[Record]) -> int:
    widths = Counter(len(record) for record in found if len(record) > 1)
    return max(widths.values(), default=0)


def _split(text: str, delimiter: str) -> Iterator[Record]:
    kept: list[str] = []

    def shelter(quoted: re.Match[str]) -> str:
        inside = quoted[1]
        # Beside tabs a cell is quoted only when it has to be, so that "Рівні" keeps its quotes.
        if delimiter == "\t" and not re.search(r'\n|\t|""', inside):
            return quoted[0]
        kept.append(inside.replace('""', '"'))
        return f"\x00{len(kept) - 1}\x00"

    quoted = rf'(?:(?<={delimiter})|(?<=\n)|\A)"([^"]*+(?:""[^"]*+)*+)"(?={delimiter}|\n|\Z)'
    for line in re.sub(quoted, shelter, text).split("\n"):
        if "\x00" in line:
            yield [
                unguarded(_SHELTERED.sub(lambda mark: kept[int(mark[1])], cell))
                for cell in line.split(delimiter)
            ]
        else:
            yield list(map(unguarded, line.split(delimiter)))


def unguarded(text: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet from calculating a cell.

    >>> unguarded("'=A1"), unguarded("'16 днів'")
    ('=A1', "'16 днів'")
    """
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text


def _consistent(found: list[Record], delimiter: str) -> list[Record]:
    """Return the records, those outside tables put together again; none when there is no table."""
    filled = [number for number, record in enumerate(found) if _speaks(record)]
    widths = Counter(len(found[number]) for number in filled if len(found[number]) > 1)
    likeliest = sorted(widths, key=lambda width: (-widths[width], -width))
    for width in likeliest if delimiter == ";" else likeliest[:1]:
        if span := _span(found, filled, width, delimiter):
            first, last = span
            before, after = found[:first], found[last + 1 :]
            return _beside(before, delimiter) + found[first : last + 1] + _beside(after, delimiter)
    return []


def _beside(found: list[Record], delimiter: str) -> list[Record]:
    """Return records beside a table: further tables, of which commas make none, and lines of prose."""
    tables = _consistent(found, delimiter) if delimiter == ";" else []
    return tables or [[delimiter.join(record)] for record in found]


def _span(found: list[Record], filled: list[int], width: int, delimiter: str) -> tuple[int, int] | None:
    """Return the first and last record of the table whose rows mostly have a width, if there is one."""
    typical = [number for number in filled if len(found[number]) == width]
    regular = len(typical) == len(filled) >= _FEW_LINES
    if not _is_table([found[number] for number in typical], width, delimiter, regular=regular):
        return None
    first, last = typical[0], typical[-1]
    others = [number for number in filled if len(found[number]) not in {1, width}]
    inside = [number for number in others if first < number < last]
    if delimiter == ",":
        before = next((number for number in reversed(filled) if number < first), -1)
        return None if inside or (before in others and not _spaced(found[before])) else (first, last)
    if len(inside) > len(typical):
        return None
    return _edge(found, filled[::-1], first), _edge(found, filled, last)


def _edge(found: list[Record], order: list[int], edge: int) -> int:
    """Move the edge of a table over rows next to it that are longer or shorter than most."""
    for number in order[order.index(edge) + 1 :]:
        if len(found[number]) < 2 or _spaced(found[number]):
            break
        edge = number
    return edge


def _is_table(rows: list[Record], width: int, delimiter: str, *, regular: bool) -> bool:
    if not regular and (width < 3 or len(rows) < 2):
        return False
    if width == 2 and sum(1 for row in rows if row[1].strip()) * 2 <= len(rows):
        return False
    filled = sum(1 for row in rows for cell in row[1:] if cell.strip())
    spaced = sum(map(_spaced, rows))
    if regular and width > 2 and spaced == filled:
        return True
    return spaced == 0 if delimiter == "," else spaced * 2 < filled or not filled


def _spaced(row: Record) -> int:
    """Count the cells that begin with a blank, as after the commas and semicolons of a sentence."""
    return sum(1 for cell in row[1:] if cell.startswith(" ") and cell.strip())


def _speaks(record: Record) -> bool:
    return any(map(str.strip, record))


def blocks(found: list[Record]) -> Iterator[Grid | Paragraph]:
    """Yield tables and paragraphs.

    Up to three lines between rows of similar width are rows of one cell, such as the name of a goal;
    more, rows unlike each other, or rows that begin anew are two tables with prose between them.
    """
    groups = _joined(
        [list(group) for _, group in groupby(filter(_speaks, found), lambda each: len(each) > 1)]
    )
    alone = not any(map(_is_long, groups))
    for group in groups:
        if _is_long(group) or (alone and len(group[0]) > 1):
            yield Grid(group)
        else:
            yield from (Paragraph(text) for record in group for text in record if text.strip())


def _joined(groups: list[list[Record]]) -> list[list[Record]]:
    """Join tables with the few lines between them; the lists handed in are used up."""
    joined: list[list[Record]] = []
    widths: Counter[int] = Counter()
    last: Counter[int] = Counter()
    width = 0
    for group in groups:
        if len(group[0]) > 1:
            own = Counter(len(row) for row in group if len(row) > 1)
            before, last = last, own
            if (
                len(joined) > 1
                and len(joined[-1]) <= _FEW_LINES
                and _are_similar(width, _commonest(own, own))
                and not _begins_anew(group, own, before)
            ):
                group[:0] = joined.pop()
                joined[-1] += group
                widths.update(own)
                width = _commonest(widths, (*own, width))
                continue
            widths, width = own, _commonest(own, own)
        joined.append(group)
    return joined


def _begins_anew(group: list[Record], own: Counter[int], before: Counter[int]) -> bool:
    """Tell whether rows are a table of their own: all of another width, the first headed by a word.

    A page that only lost or gained cells goes on with a number or with the blank of a merged cell.
    """
    first = next(record[0] for record in group if len(record) > 1)
    even = len(own) == len(before) == 1 and own.keys() != before.keys()
    return even and min(own.total(), before.total()) > 1 and not re.match(r"\s*(?:\d|\Z)", first)


def _is_long(group: list[Record]) -> bool:
    return len(group[0]) > 1 and len(group) > 1


def _commonest(widths: Counter[int], among: Iterable[int]) -> int:
    return max(among, key=lambda each: (widths[each], each))


def _are_similar(one: int, other: int) -> bool:
    return 2 * min(one, other) > max(one, other)
