"""Events of an HTML parser to tables and paragraphs, in the order in which a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from localgender.documents.grid import Cell, Grid, Limits, Paragraph
from localgender.documents.readers.html_table import BLOCK, LINE, HtmlTable, Piece, shown
from localgender.documents.readers.indices import subscript, superscript
from localgender.errors import UnreadableDocumentError

_NOT_SHOWN = """audio canvas datalist iframe noembed noframes noscript object script style svg template title
    video""".split()
_BLOCKS = """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol optgroup option p
    section select summary textarea ul""".split()
_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_RAISING = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.IGNORECASE)
_INDEX = re.compile(r"[\s,*()+-]*(?:\d[\s,*()+-]*)+")
_PARAGRAPHS = re.compile(f"{BLOCK}|{LINE}[ \t\r\n]*{LINE}")
_NESTED = 16
_SHORT = 12
_WORK = 2 * 10**8


@frozen
class _Raised:
    """Element whose text stands above or below the line."""

    depth: int
    lowered: bool
    parts: list[Piece]
    since: int


class HtmlPage:
    """Takes the events of a parser and keeps what is shown.

    A stray end tag is looked for in all the elements that are open, so the more end tags a page has, the
    less deep it may nest.
    """

    def __init__(self, name: str, limits: Limits, *, end_tags: int) -> None:
        self._name, self._limits = name, limits
        self._deepest = max(512, _WORK // (end_tags + 1))
        self._cells = self._depth = self._not_shown_at = self._preformatted = 0
        self._page: list[Piece] = []
        self._parts = self._page
        self._tables: list[HtmlTable] = []
        self._table: HtmlTable | None = None
        # Tables nested deeper than anyone nests them are read as text of the innermost that counts.
        self._flattened = 0
        self._raised: list[_Raised] = []
        self._figures: dict[str, Cell] = {}
        self._openers: dict[str, Callable[[str, Mapping[str, str]], None]] = {
            **dict.fromkeys(_BLOCKS, self._break), **dict.fromkeys(_NOT_SHOWN, self._hide),
            **dict.fromkeys(_CELLS, self._open_cell), **dict.fromkeys(_GROUPS, self._open_group),
            "tr": self._open_row, "table": self._open_table, "br": self._break_line, "pre": self._open_pre,
            "sup": self._raise, "sub": self._raise,
        }  # fmt: skip
        self._closers: dict[str, Callable[[str], None]] = {
            **dict.fromkeys(_BLOCKS, self._break), "table": self._close_table, "pre": self._close_pre,
            **dict.fromkeys((*_CELLS, *_GROUPS, "tr"), self._close_part),
        }  # fmt: skip

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        self._depth += 1
        if self._not_shown_at:
            return
        if self._depth > self._deepest:
            raise UnreadableDocumentError(self._name, f"elements nested more than {self._deepest} deep")
        if attributes and _is_hidden(attributes):
            self._hide(tag, attributes)
        elif (opener := self._openers.get(tag)) is not None:
            opener(tag, attributes)
        elif attributes and (raising := _RAISING.search(attributes.get("style", ""))):
            self._raise(raising[1].lower(), attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if not self._not_shown_at:
            if self._raised and self._raised[-1].depth == self._depth:
                _lift(self._raised.pop())
            if (closer := self._closers.get(tag)) is not None:
                closer(tag)
        elif self._not_shown_at == self._depth:
            self._not_shown_at = 0
        self._depth -= 1

    def data(self, text: str) -> None:
        """Take text."""
        if not self._not_shown_at:
            self._parts.append(text.replace("\n", LINE) if self._preformatted else text)

    def close(self) -> None:
        """Take the end of the page."""

    def blocks(self) -> Iterator[Grid | Paragraph]:
        """Yield the tables and paragraphs that were shown.

        Raises:
            UnreadableDocumentError: When there are more cells or characters than the limits allow.
        """
        while self._tables:
            self._close_table("table")
        # Spans make cells of their own, so all are counted once more as they are laid out.
        self._cells, characters = 0, 0
        for block in self._shown(self._page):
            rows = block.rows if isinstance(block, Grid) else ((Cell(block.text),),)
            characters += sum(len(cell.text) for row in rows for cell in row)
            if characters > self._limits.characters:
                raise UnreadableDocumentError(self._name, f"more than {self._limits.characters} characters")
            yield block

    def _open_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._table is None:
            self._break(tag)
            return
        self._parts = self._table.open_cell(tag, attributes)
        self._cells += 1
        if self._cells > self._limits.cells:
            self._spend(0)

    def _open_row(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._table is None:
            self._break(tag)
        else:
            self._parts = self._table.open_row()

    def _open_group(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._table is None:
            self._break(tag)
        else:
            self._parts = self._table.open_group(tag)

    def _close_part(self, tag: str) -> None:
        if self._table is None:
            self._break(tag)
        else:
            self._parts = self._table.close_cell()

    def _open_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self._tables) >= _NESTED:
            self._flattened += 1
            self._table = None
            self._break(tag)
            return
        presentation = attributes.get("role", "").strip().lower() in {"presentation", "none"}
        self._table = HtmlTable(self._parts, presentation=presentation)
        self._tables.append(self._table)
        self._parts = self._table.around

    def _close_table(self, tag: str) -> None:
        if self._flattened:
            self._flattened -= 1
            self._break(tag)
        elif self._tables:
            table = self._tables.pop()
            table.close_cell()
            self._parts = table.outside
            self._parts.append(table)
        self._table = self._tables[-1] if self._tables and not self._flattened else None

    def _hide(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._not_shown_at = self._depth

    def _break(self, tag: str, attributes: Mapping[str, str] | None = None) -> None:
        self._parts.append(BLOCK)

    def _break_line(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._parts.append(LINE)

    def _open_pre(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._preformatted += 1
        self._break(tag)

    def _close_pre(self, tag: str) -> None:
        self._preformatted -= 1
        self._break(tag)

    def _raise(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._raised.append(_Raised(self._depth, tag == "sub", self._parts, len(self._parts)))

    def _spend(self, cells: int) -> None:
        self._cells += cells
        if self._cells > self._limits.cells:
            raise UnreadableDocumentError(self._name, f"more than {self._limits.cells} cells")

    def _shown(self, pieces: list[Piece]) -> Iterator[Grid | Paragraph]:
        texts: list[str] = []
        for piece in pieces:
            if isinstance(piece, str):
                texts.append(piece)
                continue
            yield from _paragraphs("".join(texts))
            texts.clear()
            yield from self._shown(piece.around)
            yield from self._laid_out(piece) if piece.lays_out else self._grid(piece)
        yield from _paragraphs("".join(texts))

    def _laid_out(self, table: HtmlTable) -> Iterator[Grid | Paragraph]:
        for content in table.contents():
            if isinstance(content, str):
                yield from _paragraphs(content.replace("\n", BLOCK))
            else:
                yield from self._shown(content)

    def _grid(self, table: HtmlTable) -> Iterator[Grid]:
        rows = [[self._cell(text) for text in row] for row in table.rows(self._spend)]
        if rows:
            yield Grid(rows)

    def _cell(self, text: str) -> Cell:
        """Make a cell, or take the one that already bears the same figure."""
        if len(text) > _SHORT:
            return Cell(text)
        if (cell := self._figures.get(text)) is None:
            cell = self._figures[text] = Cell(text)
        return cell


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or ("style" in attributes and bool(_HIDDEN.search(attributes["style"])))


def _lift(raised: _Raised) -> None:
    """Spell the figures of an index with small signs."""
    pieces = raised.parts[raised.since :]
    texts = [piece for piece in pieces if isinstance(piece, str)]
    text = "".join(texts)
    before = raised.parts[raised.since - 1] if raised.since else BLOCK
    beside = isinstance(before, str) and before[-1:].strip(LINE + BLOCK)
    if beside and len(texts) == len(pieces) and len(text) < 20 and _INDEX.fullmatch(text):
        raised.parts[raised.since :] = [subscript(text) if raised.lowered else superscript(text)]


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for block in _PARAGRAPHS.split(text):
        if (words := shown(block)).strip():
            yield Paragraph(words)
