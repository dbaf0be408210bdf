"""How fast each reader gives cells, beside other libraries on the same bytes, and reading beside its cells.

    python benchmarks/readers.py [--rows 200 5000] [--rounds 3]

The files are the specimen of a yearly report with as many measures as asked for. Figures are medians of
processor time over alternated runs; a ratio above 1 says that the other library needs longer than ours.
Other libraries are measured where they are installed; pdf needs fpdf2 and the DejaVu fonts to be written.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import platform
import statistics
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from attrs import evolve

import localgender as lg

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from specimens import write_docx, write_html, write_pdf, write_text, write_xlsx
from specimens.description import Row, RowKind, Specimen
from specimens.families import A

Job = Callable[[], object]
Read = Callable[[bytes], object]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WRITERS: dict[str, Callable[[Specimen], bytes]] = {
    "text": write_text.txt,
    "docx": write_docx.write,
    "xlsx": write_xlsx.write,
    "html": write_html.write,
    "pdf": write_pdf.write,
}


def lxml_docx(data: bytes) -> object:
    """Walk the tree of lxml, and do nothing about merged cells or deleted text."""
    from lxml import etree

    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return [
        ["".join(text.text or "" for text in cell.iter(f"{_W}t")) for cell in row.iter(f"{_W}tc")]
        for row in tree.iter(f"{_W}tr")
    ]


def python_docx(data: bytes) -> object:
    """Ask python-docx for its cells, row by row."""
    from docx import Document

    return [[cell.text for cell in row.cells] for row in Document(io.BytesIO(data)).tables[0].rows]


def calamine(data: bytes) -> object:
    """Ask calamine, which is written in Rust and knows no number formats."""
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def openpyxl_rows(data: bytes) -> object:
    """Ask openpyxl for values, read-only."""
    from openpyxl import load_workbook

    return list(load_workbook(io.BytesIO(data), read_only=True).worksheets[0].iter_rows(values_only=True))


def lxml_html(data: bytes) -> object:
    """Ask lxml.html for the text of cells."""
    from lxml import html

    return [[cell.text_content() for cell in row.iter("td")] for row in html.fromstring(data).iter("tr")]


def pdfplumber_tables(data: bytes) -> object:
    """Ask pdfplumber for its tables."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [table for page in document.pages for table in page.extract_tables()]


_OTHERS: dict[str, dict[str, Read]] = {
    "text": {},
    "docx": {"lxml walk": lxml_docx, "python-docx": python_docx},
    "xlsx": {"calamine": calamine, "openpyxl read-only": openpyxl_rows},
    "html": {"lxml.html": lxml_html},
    "pdf": {"pdfplumber": pdfplumber_tables},
}


def report(rows: int) -> Specimen:
    """Return the specimen of a yearly report with so many measures, ten to a task."""
    table = A.table
    measures = table.of(RowKind.MEASURE)
    head = tuple(table.of(RowKind.HEADER, RowKind.NUMBERS))
    made: list[Row] = []
    for number in range(rows):
        task, place = divmod(number, 10)
        cells = list(measures[number % len(measures)].cells)
        cells[A.title] = f"{task + 1}.{place + 1}. {cells[A.title].partition(' ')[2]}"
        cells[:2] = [f"{task + 1}.", "Завдання"] if place == 0 else ["", ""]
        made.append(evolve(measures[0], cells=tuple("" if cell in {"^", "<"} else cell for cell in cells)))
    return A.with_rows((*head, *made))


def alternated(jobs: dict[str, Job], rounds: int) -> dict[str, float]:
    """Return the median seconds of each job, all run in turn, so that the machine disturbs them alike."""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            begun = time.process_time()
            job()
            taken[name].append(time.process_time() - begun)
    return {name: statistics.median(each) for name, each in taken.items()}


def peak(job: Job) -> float:
    """Return the most MiB that Python held at once."""
    tracemalloc.start()
    try:
        job()
        return tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()


def lines(rows: int, rounds: int) -> Iterator[str]:
    """Yield the table of one size."""
    yield "| format | cells/s | peak MiB | others: ours = 1 | read_report: cells = 1 |"
    yield "|---|--:|--:|---|--:|"
    specimen = report(rows)
    for name, write in _WRITERS.items():
        try:
            data = write(specimen)
        except (ImportError, FileNotFoundError) as missing:
            yield f"| {name} | not written: {missing} | | | |"
            continue
        # Thousands of rows of a pdf take the other library minutes.
        yield line(name, data, 1 if name == "pdf" and rows > 1000 else rounds)


def line(name: str, data: bytes, rounds: int) -> str:
    """Measure one format."""
    cells = sum(len(row) for grid in lg.scan(data).tables for row in grid.rows)
    jobs: dict[str, Job] = {"cells": partial(lg.scan, data), "whole": partial(lg.read_report, data)}
    for other, read in _OTHERS[name].items():
        try:
            read(data)
        except ImportError:
            continue
        jobs[other] = partial(read, data)
    seconds = alternated(jobs, rounds)
    ours, whole = seconds.pop("cells"), seconds.pop("whole")
    others = ", ".join(f"{other} {each / ours:.2f}" for other, each in seconds.items()) or "none"
    held = peak(partial(lg.scan, data))
    return f"| {name} | {cells / ours:,.0f} | {held:.1f} | {others} | {whole / ours:.1f} |"


def main() -> None:
    """Print one table for every number of rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, nargs="+", default=[200, 5000], help="measures in the report")
    parser.add_argument("--rounds", type=int, default=3, help="runs of which the median is taken")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}")
    for rows in options.rows:
        print(f"\n{rows} measures\n")
        for each in lines(rows, options.rounds):
            print(each, flush=True)


if __name__ == "__main__":
    main()
