"""Path, bytes or open file to a reading: the one place where formats, layouts and interpreters meet."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from localgender.documents.grid import Document, Limits
from localgender.documents.interpret import (
    interpret_council,
    interpret_plan,
    interpret_report,
    interpret_statistics,
)
from localgender.documents.interpret.header import best_kind
from localgender.documents.interpret.strange import hides_measures
from localgender.documents.layouts import LAYOUTS
from localgender.documents.layouts.layout import Kind, Layout
from localgender.documents.layouts.written import layout_from_toml
from localgender.documents.readers.docx import DOCX
from localgender.documents.readers.format import Format
from localgender.documents.readers.html import HTML
from localgender.documents.readers.legacy import LEGACY_SHEETS, LEGACY_TEXTS
from localgender.documents.readers.pdf import PDF
from localgender.documents.readers.text import TEXT
from localgender.documents.readers.xlsx import XLSX
from localgender.documents.reading import Reading
from localgender.errors import (
    LayoutError,
    ProseError,
    SerializationError,
    UnknownFormatError,
    UnreadableDocumentError,
)
from localgender.model.mechanism import Mechanism
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.model.statistics import Statistics
from localgender.questions.policy import Policy

# Bytes that begin like no other format are asked last whether they are text.
FORMATS: tuple[Format, ...] = (DOCX, XLSX, PDF, LEGACY_SHEETS, LEGACY_TEXTS, HTML, TEXT)

Readable = str | os.PathLike[str] | bytes | BinaryIO


def scan(
    source: Readable | Document, *, formats: Iterable[Format] = FORMATS, policy: Policy | None = None
) -> Document:
    """Turn a file into tables and paragraphs, without asking what they mean.

    Args:
        source: Path, bytes or a file open for bytes; a document is returned as it is.
        formats: Formats to try, in this order; the bytes decide, not the suffix.
        policy: Whose limits apply.

    Raises:
        OSError: When there is no such file, or it is a directory.
        UnknownFormatError: When no format recognises the bytes.
        UnreadableDocumentError: When the document is empty, corrupt, or over the limits.
        TypeError: For a file that is open for text.
    """
    if isinstance(source, Document):
        return source
    limits = (policy or Policy()).limits
    data, name = _bytes(source, limits)
    if not data.strip():
        raise UnreadableDocumentError(name, "the document is empty")
    formats = tuple(formats)
    for each in formats:
        if each.recognises(data, name):
            return each.scan(data, name, limits)
    raise UnknownFormatError(name, "the bytes are of no readable format", [each.name for each in formats])


def _bytes(source: str | os.PathLike[str] | bytes | BinaryIO, limits: Limits) -> tuple[bytes, str]:
    if isinstance(source, bytes | bytearray):
        data, name = bytes(source), "bytes"
    elif isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            data, name = file.read(limits.file_bytes + 1), Path(source).name
    else:
        data, name = source.read(limits.file_bytes + 1), Path(str(getattr(source, "name", "file"))).name
        if not isinstance(data, bytes):
            raise TypeError("the file is open for text; open it with mode 'rb'")
    if len(data) > limits.file_bytes:
        raise UnreadableDocumentError(name, f"more than {limits.file_bytes} bytes")
    return data, name


def read_report(
    source: Readable | Document,
    *,
    layouts: Iterable[Layout] = LAYOUTS,
    formats: Iterable[Format] = FORMATS,
    policy: Policy | None = None,
) -> Reading[Report]:
    """Read a yearly report on a programme or plan.

    >>> reading = read_report("examples/data/zhytomyr-report-2023.txt")
    >>> len(reading.value.plan.measures), str(reading.value.period)
    (37, '2023')

    Args:
        source: Path, bytes, a file open for bytes, or a document already scanned.
        layouts: Families of tables to try; your own go in front: `[mine, *LAYOUTS]`.
        formats: Formats to try.
        policy: Whose limits apply.

    Raises:
        OSError: When there is no such file.
        UnknownFormatError: When no format recognises the bytes.
        UnreadableDocumentError: When the document is empty, corrupt, or over the limits.
        LayoutError: When no layout fits any table.
        TypeError: For a file that is open for text.
    """
    return interpret_report(scan(source, formats=formats, policy=policy), layouts=layouts)


def read_plan(
    source: Readable | Document,
    *,
    layouts: Iterable[Layout] = LAYOUTS,
    formats: Iterable[Format] = FORMATS,
    policy: Policy | None = None,
) -> Reading[Plan]:
    """Read a programme or an action plan.

    >>> plan = read_plan("examples/data/zhytomyr-plan-1325.txt").value
    >>> len(plan.measures), plan.measure("4.4.3").term is None
    (65, True)

    Args:
        source: A path, bytes, an open file, or a document already scanned.
        layouts: Families of tables to try, in this order.
        formats: Formats to try, in this order.
        policy: Limits of sizes; the usual ones when left out.

    Raises:
        OSError: When there is no such file.
        TypeError: For a file that is open for text.
        UnknownFormatError: When no format recognises the bytes.
        UnreadableDocumentError: When the document is empty, corrupt, or over the limits.
        LayoutError: When no layout fits any table.
    """
    return interpret_plan(scan(source, formats=formats, policy=policy), layouts=layouts)


def read_statistics(
    source: Readable | Document, *, formats: Iterable[Format] = FORMATS, policy: Policy | None = None
) -> Reading[Statistics]:
    """Read figures of tables and sentences; what tells no figure is left unread.

    >>> told = read_statistics("За 2024 рік надійшло 120 звернень, з них від жінок – 97.".encode()).value
    >>> [(str(figure.value), figure.sex and str(figure.sex)) for figure in told.observations]
    [('120', None), ('97', 'female')]

    Args:
        source: Path, bytes, a file open for bytes, or a document already scanned.
        formats: Formats to try.
        policy: Whose limits apply.

    Returns:
        Reading of statistics, without figures where the document tells none.

    Raises:
        OSError: When there is no such file.
        UnknownFormatError: When no format recognises the bytes.
        UnreadableDocumentError: When the document is empty, corrupt, or over the limits.
        TypeError: For a file that is open for text.
    """
    return interpret_statistics(scan(source, formats=formats, policy=policy))


def read_council(
    source: Readable | Document,
    *,
    formats: Iterable[Format] = FORMATS,
    policy: Policy | None = None,
) -> Reading[Mechanism]:
    """Read prose about who steers the policy: minutes, news of a meeting, duties of a body, a conference.

    >>> text = "12.03.2024 відбулося засідання координаційної ради з питань рівності."
    >>> read_council(text.encode()).value.meetings[0].date
    Date(2024, 3, 12)

    Args:
        source: Path, bytes, a file open for bytes, or a document already scanned.
        formats: Formats to try.
        policy: Whose limits apply.

    Raises:
        OSError: When there is no such file.
        UnknownFormatError: When no format recognises the bytes.
        UnreadableDocumentError: When the document is empty, corrupt, or over the limits.
        ProseError: When the text tells of no council, body with duties, conference or decision.
        TypeError: For a file that is open for text.
    """
    return interpret_council(scan(source, formats=formats, policy=policy))


def read_plan_or_report(
    source: Readable | Document,
    *,
    layouts: Iterable[Layout] = LAYOUTS,
    formats: Iterable[Format] = FORMATS,
    policy: Policy | None = None,
) -> Reading[Plan] | Reading[Report]:
    """Read a document as what its table says it is: a report tells what was done, a plan does not.

    Takes and raises what `read_report` does.
    """
    document = scan(source, formats=formats, policy=policy)
    layouts = tuple(layouts)
    if best_kind(document, layouts) == Kind.REPORT:
        return interpret_report(document, layouts=layouts)
    return interpret_plan(document, layouts=layouts)


def read(
    source: Readable | Document,
    *,
    layouts: Iterable[Layout] = LAYOUTS,
    formats: Iterable[Format] = FORMATS,
    policy: Policy | None = None,
) -> Reading[Plan] | Reading[Report] | Reading[Mechanism] | Reading[Statistics]:
    """Read a document as what it says it is: a report, a plan, prose on who steers the policy, or statistics.

    A table that a layout fits decides; only where none does are the words read as prose and as statistics,
    and what leaves fewer characters unread is taken. A table that names who does what and when, but fits no
    layout, is refused rather than read for the few figures in it.

    >>> read("12.03.2024 відбулося засідання координаційної ради з питань рівності.".encode()).value
    <Mechanism: None, 0 bodies, 1 meetings, 0 decisions>

    Args:
        source: A path, bytes, an open file, or a document already scanned.
        layouts: Families of tables to try, in this order.
        formats: Formats to try, in this order.
        policy: Limits of sizes; the usual ones when left out.

    Returns:
        Reading of what the document is; its `value` tells which.

    Raises:
        OSError: When there is no such file.
        TypeError: For a file that is open for text.
        UnknownFormatError: When no format recognises the bytes.
        UnreadableDocumentError: When the document is empty, corrupt, or over the limits.
        LayoutError: When the document is none of the four.
    """
    document = scan(source, formats=formats, policy=policy)
    try:
        return read_plan_or_report(document, layouts=layouts)
    except LayoutError:
        if not (told := _told(document)):
            raise
        return min(told, key=_left)


def _told(document: Document) -> list[Reading[Mechanism] | Reading[Statistics]]:
    """Read words as everything that they may tell of."""
    told: list[Reading[Mechanism] | Reading[Statistics]] = []
    with suppress(ProseError):
        told.append(interpret_council(document))
    figures = interpret_statistics(document)
    told += [figures] if figures.value.observations else []
    return [] if any(map(hides_measures, told)) else told


def _left(reading: Reading[Any]) -> int:
    return sum(len(reading.document.text_at(place)) for place in reading.unread)


def read_layout(source: str | os.PathLike[str]) -> Layout:
    """Read the description of a table from a TOML file, to be handed in as `layouts=[mine]`.

    Args:
        source: Path of the file; `layout_from_toml` says what stands in it.

    Raises:
        OSError: When there is no such file.
        SerializationError: When it describes no layout, with every problem at once.
    """
    try:
        written = Path(source).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise SerializationError([("$", "not text in UTF-8")]) from None
    return layout_from_toml(written)
