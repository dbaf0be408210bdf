"""Tables as values parted by commas (RFC 4180) or tabs, which no spreadsheet takes for formulas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from localgender.documents.readers.delimited import RISKY
from localgender.showing.renderers.cells import legal, lines_of
from localgender.showing.tables import Table, TableText, in_words

BOM = "\ufeff"
# A quote in front of what a spreadsheet would calculate; one more where the text begins so by itself.
_RISKY = re.compile(rf"'*{RISKY}")
_QUOTED = re.compile('"[^"]*"')
_NUMBER = re.compile(r"-?\d[\d \u00a0]*(?:[.,]\d+)?(?:[ \u00a0]?%)?")


def render(
    table: Table,
    language: str = "uk",
    *,
    bom: bool = False,
    delimiter: str = ",",
    titled: bool = False,
) -> str:
    r"""Write a table as comma-separated values: the names of the columns, then the rows.

    A cell that a spreadsheet would calculate gets an apostrophe in front, which the library's
    own reader takes away; figures below zero stay figures. The name of a group fills the first
    cell of a row of its own.

    >>> render(Table("", ["Захід", "План"], [["=1+1", "-2,5"]]))
    'Захід,План\r\n\'=1+1,"-2,5"\r\n'

    Args:
        table: Any table.
        language: "uk" or "en".
        bom: Whether to begin with the mark by which Excel knows UTF-8.
        delimiter: "," or ";", which Excel expects under Ukrainian settings.
        titled: Whether to write the title above and the notes below, a line of one cell each.
    """
    quoted = re.compile(f'[\r\n"{re.escape(delimiter)}]|^\\s|\\s$')

    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if quoted.search(text) else text

    return (BOM if bom else "") + _written(in_words(table, language), cell, delimiter, "\r\n", titled=titled)


def render_tsv(table: Table, language: str = "uk", *, titled: bool = True) -> str:
    r"""Write a table as the library's own reader of text takes it: cells parted by tabs, prose around them.

    >>> render_tsv(Table("Кошти", ["Захід", "План"], [["Аудит", "2,5"]]))
    'Кошти\n\nЗахід\tПлан\nАудит\t2,5\n'

    Args:
        table: Any table.
        language: "uk" or "en".
        titled: Whether to write the title above and the notes below.
    """
    words = in_words(table, language)
    return _written(words, _tabbed, "\t", "\n", titled=titled, gap="\n" if titled else "")


def _tabbed(text: str) -> str:
    # Beside tabs quotes are marks only around what would otherwise be torn apart, or look as if it were.
    marked = re.search(r"[\t\n]", text) or (text[:1] == '"' and not _QUOTED.fullmatch(text))
    return '"' + text.replace('"', '""') + '"' if marked else text


def _written(
    words: TableText,
    cell: Callable[[str], str],
    delimiter: str,
    end: str,
    *,
    titled: bool,
    gap: str = "",
) -> str:
    title = [cell(guarded(line)) for line in lines_of(words.title)] if titled else []
    notes = [cell(guarded(legal(note))) for note in words.notes] if titled else []
    rows = [delimiter.join(cell(guarded(legal(text))) for text in row) for row in _rows(words)]
    parts = ["".join(line + end for line in part) for part in (title, rows, notes) if part]
    return gap.join(parts)


def _rows(words: TableText) -> Iterator[Iterable[str]]:
    if words.names:
        yield words.names
    for number, row in enumerate(words.rows):
        for group in lines_of(words.groups.get(number, "")):
            yield (group, *[""] * (len(words.names) - 1))
        yield row


def guarded(text: str) -> str:
    """Put an apostrophe in front of a text that a spreadsheet would calculate.

    >>> guarded("=A1"), guarded("-5,0"), guarded("- аудит")
    ("'=A1", '-5,0', "'- аудит")
    """
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.fullmatch(text) else text
