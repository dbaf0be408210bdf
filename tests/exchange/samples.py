"""One small report, its findings and its reading."""

from __future__ import annotations

from fractions import Fraction

from localgender.documents.grid import Cell, Document, Grid, Paragraph
from localgender.documents.reading import Reading
from localgender.findings import Finding, Findings
from localgender.model.community import Community
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.values.acts import LegalAct
from localgender.values.intervals import Interval
from localgender.values.money import thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.places import Place
from localgender.values.refs import ref
from localgender.values.terms import Season, Term, years

MEASURE = Measure(
    "2.10",
    "Опитування мешканок",
    term=years(2020, 2025)
    | Term(recurrence="yearly", seasons=[Season((11, 25), (12, 10))], deadlines=["2025-12-01"]),
    involvements=["Рада"],
    funding=FundingPeriod(
        2023, "community-general", planned=thousand_uah("10.5"), disbursed=uah(0), step=uah(100)
    ),
    serves="target:1.1:9",
)
PLAN = Plan(
    "Рівні можливості",
    community=Community("Зорянська громада", kind="city"),
    term=years(2020, 2025),
    acts=[LegalAct("рішення", "1688", "2019-12-18")],
    goals=[Goal("2", "strategic", goals=Goal("2.1", measures=[MEASURE, Measure(None, "Без номера")]))],
    targets=[Target("nap-1325", ("1.1", "9"))],
)
REPORT = Report(
    PLAN,
    2023,
    progress=[
        Progress("2.10", FundingPeriod(2023, disbursed=uah(5)), stated_percent=Percent("95.20")),
        Progress("2.1.#2"),
    ],
    stated_totals=[StatedTotal("Всього", "goal:2", FundingPeriod(2023, planned=uah(7)))],
)
FINDINGS = Findings(
    [
        Finding(
            "stated-total-differs",
            "error",
            (ref("total:1"), Place(1, 2, 3, 0, 4)),
            {
                "printed": uah(7),
                "interval": Interval(Fraction(1, 2), 3),
                "rows": (ref("2.10"), None, "слово", 5),
            },
        )
    ]
)
READING = Reading(
    REPORT,
    Document((Paragraph("Звіт"), Grid([["№", Cell("Захід", page=2)]])), "звіт.docx", "docx"),
    FINDINGS,
    {"2.10": (Place(1, 2, 1),)},
    (Place(0, 1, 0, 0, 4),),
    (("header", Place(1, 1, 1)),),
)
