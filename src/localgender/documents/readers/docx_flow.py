"""What a Word document's markup is gathered in: flows of paragraphs, and tables whose cells are flows."""

from __future__ import annotations

from unicodedata import normalize

from attrs import define, field

from localgender.documents.grid import Cell, Limits
from localgender.errors import UnreadableDocumentError

EMPTY = Cell("")
_SHORT = 12
RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")

Rows = list[list[Cell]]
Block = str | Rows


@define(eq=False)
class Room:
    """What is left of the limits.

    Attributes:
        name: What the document is called in messages.
        limits: The limits.
        characters: Characters taken.
        cells: Cells and paragraphs taken.
    """

    name: str
    limits: Limits
    characters: int = 0
    cells: int = 0
    _short: dict[str, Cell] = field(factory=lambda: {"": EMPTY}, init=False)

    def take(self, characters: int) -> None:
        """Count characters."""
        self.characters += characters
        if self.characters > self.limits.characters:
            raise UnreadableDocumentError(self.name, f"more than {self.limits.characters} characters")

    def cell(self, text: str) -> Cell:
        """Make a cell; short ones, such as 0,0, say the same again and again and are one."""
        if len(text) > _SHORT:
            return Cell(text)
        if text not in self._short:
            self._short[text] = Cell(text)
        return self._short[text]

    def take_cells(self, cells: int) -> None:
        """Count cells; a paragraph takes as much room as one."""
        self.cells += cells
        if self.cells > self.limits.cells:
            raise UnreadableDocumentError(self.name, f"more than {self.limits.cells} cells and paragraphs")


@define(eq=False)
class Line:
    """Paragraph that is open.

    Attributes:
        pieces: Its texts.
        raised: Which of them are superscripts.
        listed: Whether it names a style, a list or a level, so that a number may be drawn before it.
        style: Its style.
        list_id: Its list, where it names one.
        level: Its level in the list, where it names one.
        merges: Whether its end was deleted, so that the next paragraph carries it on.
        hidden: Whether the open run is hidden.
        superscript: Whether the open run is raised.
        fields: For each open field, whether its result has begun.
        after: What text boxes anchored in it hold.
    """

    pieces: list[str] = field(factory=list)
    raised: list[int] = field(factory=list)
    listed: bool = False
    style: str = ""
    list_id: str | None = None
    level: int | None = None
    merges: bool = False
    hidden: bool = False
    superscript: bool = False
    fields: list[bool] = field(factory=list)
    after: list[Block] = field(factory=list)

    @property
    def muted(self) -> bool:
        """Whether text is not printed here: it is hidden, or stands in the instructions of a field."""
        return self.hidden or (len(self.fields) > 1 and False in self.fields[:-1])

    def close(self) -> str:
        """End the paragraph and return its text."""
        if self.raised:
            self._raise()
        text = normalize("NFC", "".join(self.pieces))
        self.pieces.clear()
        self.fields.clear()
        return text

    def forget(self) -> None:
        """Make ready for the next paragraph, which has properties of its own."""
        self.listed, self.style, self.list_id, self.level = False, "", None, None

    def _raise(self) -> None:
        """Spell superscripts as such, so that 12,5 with a note 1 is not 12,51.

        Where everything is raised, nothing is: that is only how the paragraph looks.
        """
        raised = set(self.raised)
        if any(piece.strip() for number, piece in enumerate(self.pieces) if number not in raised):
            for number in raised:
                self.pieces[number] = self.pieces[number].translate(RAISED)
        self.raised.clear()


@define(eq=False)
class Flow:
    """Paragraphs and tables one after the other: the body, a cell, a text box or a note.

    Attributes:
        blocks: What is finished.
        holds_table: Whether a table is among it.
        span: Columns, when this is a cell.
        covered: Whether this is a cell below the one it is merged with.
        dropped: Whether this is a cell that was deleted.
    """

    blocks: list[Block] = field(factory=list)
    holds_table: bool = False
    span: int = 1
    covered: bool = False
    dropped: bool = False

    def extend(self, blocks: list[Block]) -> None:
        """Add paragraphs and tables."""
        self.blocks += blocks
        self.holds_table = self.holds_table or any(not isinstance(block, str) for block in blocks)

    @property
    def text(self) -> str:
        """Everything in it as lines."""
        if len(self.blocks) == 1 and isinstance(self.blocks[0], str):
            return self.blocks[0]
        return "\n".join(block if isinstance(block, str) else _flat(block) for block in self.blocks)


@define(eq=False)
class Table:
    """Rows gathered so far.

    Attributes:
        room: What is left of the limits.
        rows: Rows that are finished.
        row: Row that is open.
        trailing: Columns that the open row leaves empty at its end.
        framing: Cells that hold tables, by the number of their row.
    """

    room: Room
    rows: Rows = field(factory=list)
    row: list[Cell] = field(factory=list)
    trailing: int = 0
    framing: dict[int, Flow] = field(factory=dict)

    def skip(self, columns: int) -> None:
        """Leave columns empty."""
        self.room.take_cells(columns)
        self.row += [EMPTY] * columns

    def add(self, flow: Flow) -> None:
        """Add a cell and the columns it covers."""
        if flow.dropped:
            return
        if flow.holds_table and flow.text.strip():
            self.room.take(len(flow.text))
            self.framing[len(self.rows)] = flow
        if not flow.blocks:
            self.room.take_cells(1)
        self.row.append(self.room.cell(flow.text))
        if flow.span > 1:
            self.skip(flow.span - 1)

    def end_row(self) -> None:
        """End a row, which may stop before the right edge."""
        self.skip(self.trailing)
        if self.row:
            self.rows.append(self.row)
        self.row, self.trailing = [], 0

    def finished(self) -> list[Block]:
        """Return the table, or what it frames when it only lays out other tables."""
        self.end_row()
        if self.framing and all(sum(1 for cell in row if cell.text.strip()) <= 1 for row in self.rows):
            return [block for number, row in enumerate(self.rows) for block in self._framed(number, row)]
        return [self.rows] if self.rows else []

    def _framed(self, number: int, row: list[Cell]) -> list[Block]:
        if number in self.framing:
            return self.framing[number].blocks
        return [cell.text for cell in row if cell.text.strip()]


def _flat(rows: Rows) -> str:
    lines = ([" ".join(cell.text.split()) for cell in row if cell.text.strip()] for row in rows)
    return "\n".join("\t".join(line) for line in lines if line)
