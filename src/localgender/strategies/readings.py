"""Strategies for what reading and auditing say: findings, documents and readings."""

from __future__ import annotations

from functools import cache
from typing import Any, overload

from hypothesis import strategies as st

from localgender.documents.grid import Cell, Document, Grid, Paragraph
from localgender.documents.reading import Reading
from localgender.findings import READING, Facts, Finding, Findings, Severity
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.strategies.arrangement import Kind
from localgender.strategies.model import reports, sources
from localgender.strategies.paper import Paper
from localgender.strategies.papers import papers
from localgender.strategies.values import (
    codes,
    counts,
    intervals,
    moneys,
    percents,
    periods,
    places,
    refs,
    terms,
    texts,
)
from localgender.strategies.writing import Format


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Named facts: texts, numbers, values, and lists of them."""
    return draw(_facts())


@cache
def _facts() -> st.SearchStrategy[Facts]:
    plain = st.none() | st.integers(-1000, 10**9) | texts() | st.booleans()
    values = st.one_of(
        moneys(), percents(), codes(), periods(), refs(), places(), intervals(), sources(), terms(), counts()
    )
    lists = st.lists(plain | values, max_size=3).map(tuple)
    names = st.sampled_from(["printed", "computed", "difference", "rows", "kind of row"])
    return st.dictionaries(names, st.one_of(plain, values, lists), max_size=3).map(Facts)


def findings() -> st.SearchStrategy[Finding]:
    """Single findings, about Refs or Places."""
    kinds = st.sampled_from(["no-term", "stated-total-differs", *READING])
    about = st.lists(refs() | places(), max_size=3)
    return st.builds(Finding, kinds, st.sampled_from(Severity), about, facts())


def finding_lists() -> st.SearchStrategy[Findings]:
    """Findings as reading or an audit hands them over."""
    return st.lists(findings(), max_size=3).map(Findings)


@overload
def documents() -> st.SearchStrategy[Document]: ...
@overload
def documents(kind: Kind, *, degree: int = 0, form: Format = "document") -> st.SearchStrategy[Paper]: ...
def documents(
    kind: Kind | None = None, *, degree: int = 0, form: Format = "document"
) -> st.SearchStrategy[Document] | st.SearchStrategy[Paper]:
    """Documents of any shape; of a kind, as an official would lay it out, beside the value it must read as.

    Without a kind they are tables with rows of unequal length, and paragraphs between them. With one each
    is a `Paper`: header words, where goals and sources stand, years, units, totals and silence vary.

    Args:
        kind: "report" or "plan".
        degree: Dirt: 0 none; 1 habits of typing; 2 accidents of pages too; 3 also what destroys meaning.
        form: "document" as cells, or the bytes of a file: "txt", "html" (extra `html`), "docx", "xlsx"
            (extra `xlsx`).

    Raises:
        ValueError: For a degree that is none, once a document is drawn.
    """
    return _any_documents() if kind is None else papers(kind, degree=degree, form=form)


def _any_documents() -> st.SearchStrategy[Document]:
    pages = st.none() | st.integers(1, 9)
    written = st.just("") | texts()
    rows = st.lists(st.lists(st.builds(Cell, written, pages), max_size=4), max_size=4)
    blocks = st.builds(Paragraph, written, pages) | st.builds(Grid, rows)
    return st.builds(
        Document,
        st.lists(blocks, max_size=3),
        st.sampled_from(["", "звіт-2023.docx"]),
        st.sampled_from(["", "docx"]),
        finding_lists(),
    )


def readings(
    values: st.SearchStrategy[Plan] | st.SearchStrategy[Report] | None = None,
) -> st.SearchStrategy[Reading[Any]]:
    """Readings, whose places need not lie in their document.

    Args:
        values: What was read; reports when left out.
    """
    return st.builds(
        Reading,
        reports() if values is None else values,
        documents(),
        finding_lists(),
        st.dictionaries(refs(), st.lists(places(), max_size=2), max_size=3),
        st.lists(places(), max_size=2),
        st.lists(st.tuples(st.sampled_from(["header", "signature"]), places()), max_size=2),
    )
