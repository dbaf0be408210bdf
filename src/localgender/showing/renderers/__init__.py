"""From a table to text or bytes in a format; a renderer of one's own is any function from a Table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, overload

from attrs import evolve

from localgender.errors import SensitiveTableError, UnknownFormatError
from localgender.showing.renderers import csv, docx, html, json, markdown, text, xlsx
from localgender.showing.tables import Table
from localgender.showing.wording import phrase
from localgender.values.words import nearest

Renderer = Callable[[Table], str | bytes]

RENDERERS: Mapping[str, Callable[..., str | bytes]] = {
    "text": text.render,
    "markdown": markdown.render,
    "json": json.render,
    "html": html.render,
    "csv": csv.render,
    "tsv": csv.render_tsv,
    "xlsx": xlsx.render,
    "docx": docx.render,
}
_Binary = Literal["xlsx", "docx"]


@overload
def render(
    table: Table, format: _Binary, language: str = "uk", *, unsuppressed: bool = False, **options: Any
) -> bytes: ...
@overload
def render(
    table: Table, format: str = "text", language: str = "uk", *, unsuppressed: bool = False, **options: Any
) -> str: ...
@overload
def render(
    table: Table, format: Renderer, language: str = "uk", *, unsuppressed: bool = False, **options: Any
) -> str | bytes: ...
def render(
    table: Table,
    format: str | Renderer = "text",  # noqa: A002 - the word that readers expect
    language: str = "uk",
    *,
    unsuppressed: bool = False,
    **options: Any,
) -> str | bytes:
    r"""Turn a table into a format.

    >>> print(render(Table("Цілі", ["Код", "Назва"], [["1", "Рівність"]]), "markdown"))
    **Цілі**
    <BLANKLINE>
    | Код | Назва |
    | --- | --- |
    | 1 | Рівність |
    <BLANKLINE>

    Args:
        table: Cells may hold values; they are put into words here.
        format: "text", "markdown", "json", "html", "csv", "tsv", "xlsx", "docx", or a function of your own,
            which gets the table as it is.
        language: "uk" or "en".
        unsuppressed: The word of whoever prints a table that is sensitive nevertheless.
        options: Choices of the format, such as `width` of "text" or `bom` of "csv".

    Returns:
        Text; bytes of "xlsx" and "docx".

    Raises:
        MissingExtraError: An ImportError, for "xlsx" without the extra of that name.
        UnknownFormatError: For another name, with the nearest.
        NotationError: A ValueError, for a language without messages.
        SensitiveTableError: A ValueError, for a table that tells of few people what can harm them.
    """
    if unsuppressed:
        table = evolve(table, sensitive=False)
    elif table.sensitive:
        raise SensitiveTableError(phrase(table.title, language))
    if callable(format):
        return format(table, **options)
    if format not in RENDERERS:
        close = nearest(str(format).lower(), RENDERERS)
        raise UnknownFormatError(str(format), f"no table is written so; the nearest is {close}", RENDERERS)
    return RENDERERS[format](table, language, **options)
