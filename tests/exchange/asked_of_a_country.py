"""Questions of a country by name, each with the table it is asked of, and invented countries to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from localgender.exchange import frames
from localgender.strategies.invented import Country
from localgender.strategies.invented.columns import document_of
from localgender.strategies.invented.papers import papers
from localgender.strategies.invented.values import report_of

Tables = Mapping[str, list[dict[str, Any]]]


@frozen
class Asked:
    """One question, what it is asked of, and how its groups are made."""

    name: str
    table: str
    stages: tuple[str, ...] = ()
    by: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        stages = f" {' / '.join(self.stages)}" if self.stages else ""
        return f"{self.name}{stages}" + (f" by {', '.join(self.by)}" if self.by else "")


MONEY, EVERYWHERE = "observations", ("region", "year", "part")
ASKED = (
    Asked("totals", MONEY, ("planned",)),
    Asked("totals", MONEY, ("planned",), ("community", "sources")),
    Asked("totals", MONEY, ("disbursed",), EVERYWHERE),
    Asked("shares", MONEY, ("allocated",), ("goal", "part")),
    Asked("execution", MONEY, ("disbursed", "planned")),
    Asked("execution", MONEY, ("disbursed", "planned"), EVERYWHERE),
    Asked("changes", MONEY, ("disbursed",), ("community",)),
    Asked("changes", MONEY, ("planned",), ("region",)),
    Asked("statuses", "measures", (), ()),
    Asked("statuses", "measures", (), ("region", "executors")),
    Asked("coverage", "targets", (), ()),
    Asked("coverage", "targets", (), ("region",)),
    Asked("audit_rates", "checks", (), ("rule",)),
    Asked("audit_rates", "checks", (), ("rule", "region")),
)


def tables_of(country: Country) -> Tables:
    """Return the rows of every report of a country, as its documents would give them."""
    parts = [frames.records(report_of(paper), document=document_of(paper)) for paper in papers(country)]
    return {table: [row for part in parts for row in part[table]] for table in frames.TABLES}


def answer(asked: Asked, frame: Any) -> Any:
    """Ask a frame of any engine."""
    return getattr(frames, asked.name)(frame, *asked.stages, by=asked.by)
