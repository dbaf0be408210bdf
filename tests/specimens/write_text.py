"""Specimens as text: tabs, semicolons in Windows-1251, and Markdown."""

from __future__ import annotations

from specimens.description import Specimen, Table


def txt(specimen: Specimen) -> bytes:
    """Cells parted by tabs, as they are pasted from a document."""
    return _lines(specimen, "\t").encode()


def csv(specimen: Specimen) -> bytes:
    """What a spreadsheet exports on an office computer: semicolons, Windows-1251, lines ended as on Windows."""
    return _lines(specimen, ";").replace("\n", "\r\n").encode("cp1251")


def md(specimen: Specimen) -> bytes:
    """Tables drawn with strokes; a break within a cell is `<br>`."""
    blocks = [_strokes(block) if isinstance(block, Table) else block for block in specimen.blocks]
    return ("\n\n".join(blocks) + "\n").encode()


def _lines(specimen: Specimen, delimiter: str) -> str:
    blocks = [
        "\n".join(delimiter.join(_quoted(cell, delimiter) for cell in row.shown) for row in block.rows)
        if isinstance(block, Table)
        else _quoted(block, delimiter)
        for block in specimen.blocks
    ]
    return "\n\n".join(blocks) + "\n"


def _quoted(cell: str, delimiter: str) -> str:
    special = "\n" in cell or (delimiter in cell)
    return '"' + cell.replace('"', '""') + '"' if special else cell


def _strokes(table: Table) -> str:
    rows = ["| " + " | ".join(cell.replace("\n", "<br>") for cell in row.shown) + " |" for row in table.rows]
    return "\n".join([rows[0], "|" + "---|" * len(table.rows[0].cells), *rows[1:]])
