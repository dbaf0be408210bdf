"""One small value of every sort that is stored, with every field that may be filled."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from localgender.documents.grid import Cell, Document, Grid, Paragraph
from localgender.documents.reading import Reading
from localgender.findings import Finding, Findings
from localgender.model.bodies import Body, Cited, Duty
from localgender.model.charter import Article, Charter, Commitment
from localgender.model.community import Community
from localgender.model.council import AgendaItem, Conference, Council, Decision, Heard, Meeting, Membership
from localgender.model.funding import FundingPeriod
from localgender.model.mechanism import Mechanism
from localgender.model.plan import Goal, Measure, Plan, StatedTotal, Target
from localgender.model.report import Progress, Report
from localgender.model.statistics import Indicator, Observation, Statistics
from localgender.questions.consolidation import consolidate
from localgender.values.acts import LegalAct
from localgender.values.counts import Count
from localgender.values.intervals import Interval
from localgender.values.money import thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.quantities import Quantity
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
STATISTICS = Statistics(
    "Звернення за 2024 рік",
    community="Зорянська громада",
    issuer="Відділ соціального захисту",
    observations=[
        Observation(
            Indicator("Звернення", "од.", "count", asked=["sex"]),
            Period.nine_months(2024),
            Quantity(150, "at-least"),
            place="усього",
            locality="urban",
            sex="female",
            age="18+",
        ),
        Observation(
            Indicator("повторні", "%", "share", part_of=Indicator("Звернення", "од.", "count")),
            2024,
            absence="suppressed",
        ),
        Observation("Притулки", 2025, "2.50", nature="target"),
    ],
)
CITED = Cited("programme", "Рівні можливості", term="2022-2024", draft=True)
COMMITMENT = Commitment(
    "Зорянська громада", "charter-2006", LegalAct("рішення", "12", "2018-10-31"), "2019-03-08"
)
MECHANISM = Mechanism(
    "Зорянська громада",
    bodies=Body(
        "Відділ сім'ї",
        "unit",
        parent="Департамент",
        act=LegalAct("рішення", "57", "2023-02-20"),
        duties=Duty(
            "узагальнює звіти",
            "consolidates",
            reports_from="Старости",
            reports_to="Область",
            oversees="Центр",
            concerns=CITED,
        ),
    ),
    councils=Council(
        "Координаційна рада",
        purpose="рівність",
        meetings_stated=Count(4),
        membership=Membership("депутатки", Count(9), women=Count(7), men=Count(2)),
        meetings=Meeting(
            "2024-10-17",
            number="2",
            published="2024-11-05",
            attendance=Count(9, "at-least"),
            agenda=AgendaItem("Про звіт", "1"),
            heard=Heard(
                "про звіт", "Відділ сім'ї", "начальниця", period="2024-9m", compared=True, concerns=CITED
            ),
            decisions=Decision("Надати звіт", assignees="Відділ сім'ї", due="2024", number="1"),
        ),
    ),
    conferences=Conference(
        "форум",
        date="2018-03-22",
        topic="Жінки",
        attendance=Count(150, "at-least"),
        recommendations="Створити раду",
    ),
    decisions=Decision("Приєднатися", "join", act=LegalAct("рішення", "12", "2018-10-31")),
    commitments=COMMITMENT,
)
CHARTER = Charter("Європейська хартія рівності", 2006, [Article(22, "Насильство", "Violence"), Article(23)])
CONSOLIDATED = consolidate([evolve(REPORT, issuer="Східний район"), evolve(REPORT, issuer="Західний район")])
