"""A document that was laid out, beside the value it means; free of Hypothesis, which asks for it early."""

from __future__ import annotations

from attrs import frozen

from localgender.documents.grid import Document
from localgender.model.plan import Plan
from localgender.model.report import Report


@frozen
class Paper:
    """Document that was laid out, and what it must read as.

    Whatever came over it, only where meaning was destroyed may reading differ, and then a finding says so.

    Attributes:
        source: What `read_report` and `read_plan` take: a document, or the bytes of a file.
        value: What the document means.
        dirt: Names of what came over it, in that order.
        destroyed: Whether the dirt may have destroyed some meaning, so that a finding is an answer too.
    """

    source: Document | bytes
    value: Plan | Report
    dirt: tuple[str, ...] = ()
    destroyed: bool = False
