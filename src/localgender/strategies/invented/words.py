"""What an invented country is made of: tables of names, measures, outcomes and habits."""

from __future__ import annotations

from attrs import frozen

from localgender.model.community import CommunityKind

REGIONS = (
    "Верхня область", "Долинна область", "Заозерна область", "Лугова область", "Надрічна область",
    "Підгірна область", "Полинова область", "Степова область", "Тиха область", "Яблунева область",
)  # fmt: skip
FIRST_REGION_DIGITS = 90
"""Digits behind «UA» of the first region: no real oblast has ninety or more."""

BEGINNINGS = (
    "", "Ново", "Старо", "Верхньо", "Нижньо", "Біло", "Велико", "Мало", "Добро", "Тихо", "Світло", "Ясно",
    "Далеко", "Ближньо", "Гарно", "Східно", "Західно", "Південно", "Північно", "Золото",
)  # fmt: skip
ROOTS = (
    "вишнева", "зоряна", "лугова", "калинова", "кленова", "берегова", "джерельна", "соснова", "дубова",
    "вербова", "горіхова", "медова", "росяна", "степова", "польова", "лісова", "озерна", "липова", "тополева",
    "грушева", "малинова", "барвінкова", "терниста", "рожева", "ставкова",
)  # fmt: skip
KINDS = (
    ("міська", CommunityKind.CITY),
    ("селищна", CommunityKind.SETTLEMENT),
    ("сільська", CommunityKind.VILLAGE),
)

PROGRAMME = "Рівні можливості"
GOALS = ("Обізнаність", "Протидія насильству", "Участь у прийнятті рішень", "Послуги для всіх")
PER_GOAL = 8
TITLES = (
    "Тренінги для депутатів", "Мобільна бригада", "Акція «16 днів»", "Гендерний аналіз послуг",
    "Пандус біля амбулаторії", "Гурток самозахисту", "Опитування мешканок", "Кімната матері й дитини",
    "Курси водіння", "Освітлення зупинок", "Притулок", "Буклети про права",
)  # fmt: skip
EXECUTORS = (
    ("Відділ освіти",),
    ("Служба у справах дітей",),
    ("Відділ освіти", "Служба у справах дітей"),
    ("Центр соціальних служб",),
    (),
)
TARGETS = ("1", "2", "3")
"""Tasks of a higher document; the last is served by no measure."""


@frozen
class Printed:
    """One line of money: which sources, and how many parts of the measure's sum stand in each stage.

    Attributes:
        planned: Parts; None is silence, 0 a printed zero.
        allocated: The same.
        disbursed: The same.
        sources: All that are printed together, "" for none.
    """

    planned: int | None
    allocated: int | None
    disbursed: int | None
    sources: str = ""


@frozen
class Outcome:
    """What became of a measure in a period, and what a report says of it.

    Attributes:
        delivery: Status that its words leave no doubt of.
        funding: Status that its money leaves no doubt of.
        narrative: Words of the report; None is silence.
        percent: Whole percent that is printed, disbursed of planned; None is silence.
        lines: Lines of money; none when the row tells no money.
        reported: Whether the report speaks of the measure at all.
    """

    delivery: str
    funding: str
    narrative: str | None
    percent: int | None
    lines: tuple[Printed, ...] = ()
    reported: bool = True


OUTCOMES = (
    Outcome("delivered", "disbursed", "Проведено 3 тренінги, навчено 45 осіб.", 100, (Printed(10, 10, 10),)),
    Outcome("delivered", "disbursed", "Виготовлено 200 буклетів.", None, (Printed(10, None, 10),)),
    Outcome("delivered", "part-disbursed", "Придбано 12 комплектів меблів.", 60, (Printed(10, 10, 6),)),
    Outcome("delivered", "part-disbursed", "Облаштовано 2 кімнати.", 80,
        (Printed(6, 6, 6, "community"), Printed(4, 4, 2, "state"))),
    Outcome("ongoing", "disbursed", "Консультування триває на постійній основі.", 100,
        (Printed(10, 10, 10, "community+state"),)),
    Outcome("ongoing", "none-planned", "Роботи виконано частково.", None, (Printed(0, 0, 0),)),
    Outcome("not-delivered", "unfunded", "Захід не проведено.", 0, (Printed(10, 0, 0),)),
    Outcome("not-delivered", "allocated-unspent", "Захід перенесено на наступний рік.", 0,
        (Printed(10, 8, 0, "community-general"),)),
    Outcome("delivered", "over-allocated", "Проведено 2 навчання для 60 осіб.", 120, (Printed(10, 12, 12),)),
    Outcome("unknown", "unknown", None, None, (Printed(10, None, None),)),
    Outcome("delivered", "unknown", "Розміщено 5 оголошень.", None),
    Outcome("unknown", "unknown", None, None, reported=False),
)  # fmt: skip

HABITS = ("plain", "nameless", "overlapping", "repeated", "dateless", "misprinted")
"""What is odd about the papers of a community; only a dirty country has any but the first.

A nameless one does not say whose it is; an overlapping one prints nine months beside the year in each row; in
a repeated one every second code is that of the row above; a dateless one names no period; a misprinted one
claims a planned total that its rows cannot add up to.
"""
