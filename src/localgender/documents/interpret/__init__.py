"""A document read through a layout: values, places and findings."""

from __future__ import annotations

from localgender.documents.interpret.mechanism import interpret_council
from localgender.documents.interpret.plan import interpret_plan
from localgender.documents.interpret.report import interpret_report
from localgender.documents.interpret.statistics import interpret_statistics

__all__ = ["interpret_council", "interpret_plan", "interpret_report", "interpret_statistics"]
