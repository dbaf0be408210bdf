"""Kinds of findings about reports of units, with the sentence that an officer reads, in both languages."""

from __future__ import annotations

from typing import Any

from pendulum import Date

from localgender.model.community import Community
from localgender.values.money import thousand_uah, uah
from localgender.values.periods import Period
from localgender.values.refs import PLAN, Ref
from localgender.values.terms import years

M21, M25 = Ref.parse("2.1"), Ref.parse("2.5")
YEAR = Period.year(2023)
EAST, WEST = "Зарічний район", "Нагірний район"
SHARES = ((EAST, thousand_uah("10.5")), (WEST, thousand_uah("12")))

# Kind, what it is about, facts, then the sentence in Ukrainian and in English.
SENTENCES: list[tuple[str, list[Ref], dict[str, Any], str, str]] = [
    ("report-left-out", [PLAN], {"unit": EAST, "told": Period.nine_months(2023), "period": YEAR},
     "Зарічний район: звітний період – 9 місяців 2023 року, а не 2023 рік; до сум не ввійшов.",
     "Зарічний район: the report is on January–September 2023, not on 2023; it is left out of the sums."),
    ("report-left-out", [PLAN], {"unit": EAST, "told": None, "period": YEAR},
     "Зарічний район: у звіті не вказано періоду; до сум за 2023 рік не ввійшов.",
     "Зарічний район: the report does not tell its period; it is left out of the sums for 2023."),
    ("report-left-out", [PLAN], {"unit": EAST, "whose": Community("Зоря"), "community": Community("Світанок")},
     "Зарічний район: громада звіту – Зоря, а не Світанок; до сум не ввійшов.",
     "Зарічний район: the report is of Зоря, not of Світанок; it is left out of the sums."),
    ("report-missing", [PLAN], {"unit": EAST},
     "Зарічний район: звіту не подано.", "Зарічний район: no report was handed in."),
    ("report-late", [PLAN], {"unit": EAST, "received": Date(2024, 1, 12), "due": Date(2024, 1, 10), "days": 2},
     "Зарічний район: надійшов 12.01.2024, на 2 дні пізніше строку (10.01.2024).",
     "Зарічний район: came on 12 January 2024, 2 days after it was due (10 January 2024)."),
    ("report-late", [PLAN], {"unit": None, "received": Date(2024, 1, 11), "due": Date(2024, 1, 10), "days": 1},
     "Звіт надійшов 11.01.2024, а строк – 10.01.2024.",
     "A report came on 11 January 2024; it was due on 10 January 2024."),
    ("unit-unnamed", [PLAN], {"document": "звіт.docx", "period": YEAR},
     "Звіт.docx: не сказано, хто звітує.", "Звіт.docx: the report does not tell who reports."),
    ("unit-unnamed", [PLAN], {"document": None}, "У звіті не сказано, хто звітує.", "A report does not tell who reports."),
    ("unit-unexpected", [PLAN], {"unit": EAST},
     "Зарічний район: немає серед тих, хто мав звітувати; можливо, назву записано інакше.",
     "Зарічний район: not among the units that were to report; its name is perhaps spelled otherwise."),
    ("unit-reports-twice", [M21, M25], {"unit": EAST, "reports": 2, "measures": 2},
     "Зарічний район: звітів – 2, і кілька з них – про 2 заходи (захід 2.1, захід 2.5); одне могло потрапити двічі.",
     "Зарічний район: 2 reports, and several tell of 2 measures (measure 2.1, measure 2.5); the same may be told twice."),
    ("unit-reports-twice", [PLAN], {"unit": EAST, "reports": 2},
     "Зарічний район: звітів – 2, про різні заходи; їх додано.",
     "Зарічний район: 2 reports on different measures; they are added up."),
    ("money-claimed-twice", [M21],
     {"period": YEAR, "source": "state", "units": (EAST, WEST), "amounts": (("disbursed", thousand_uah("10.5")),),
      "counted": "once"},
     "Захід 2.1, 2023 рік, державний бюджет: однакові суми у звітах – Зарічний район, Нагірний район "
     "(профінансовано – 10,5 тис. грн); враховано один раз.",
     "Measure 2.1, 2023, state budget: Зарічний район, Нагірний район tell the same amounts "
     "(disbursed – 10.5 thousand UAH); counted once."),
    ("planned-repeated", [M21],
     {"period": YEAR, "source": "", "stage": "planned", "amounts": ((EAST, uah(40)), (WEST, uah(40)))},
     "Захід 2.1, 2023 рік: у кількох підрозділів однакова планова сума (Зарічний район – 40 грн; "
     "Нагірний район – 40 грн), усе додано; можливо, кожен повторює план усього заходу.",
     "Measure 2.1, 2023: several units plan the same (Зарічний район – 40 UAH; "
     "Нагірний район – 40 UAH), and all is added up; perhaps each repeats the plan of the whole measure."),
    ("planned-differs", [M21], {"period": YEAR, "source": "", "stage": "planned", "amounts": SHARES},
     "Захід 2.1, 2023 рік: планові суми підрозділів різні (Зарічний район – 10,5 тис. грн; "
     "Нагірний район – 12,0 тис. грн); їх додано.",
     "Measure 2.1, 2023: units plan different amounts (Зарічний район – 10.5 thousand UAH; "
     "Нагірний район – 12.0 thousand UAH); they are added up."),
    ("planned-differs", [M21],
     {"period": YEAR, "source": "", "stage": "planned", "amounts": SHARES, "counted": "none"},
     "Захід 2.1, 2023 рік: план усього заходу в підрозділів різний (Зарічний район – 10,5 тис. грн; "
     "Нагірний район – 12,0 тис. грн); не враховано.",
     "Measure 2.1, 2023: units tell the plan of the whole measure differently (Зарічний район – 10.5 thousand UAH; "
     "Нагірний район – 12.0 thousand UAH); not counted."),
    ("measures-perhaps-same", [M21, M25], {"titles": ("Лекції для вчителів", "Лекції для лікарів")},
     "2.1 і 2.5 – можливо, один захід у звітах різних підрозділів: Лекції для вчителів, Лекції для лікарів.",
     "2.1 and 2.5 are perhaps one measure, told by several units: Лекції для вчителів, Лекції для лікарів."),
    ("described-differently", [M21], {"field": "term", "values": (years(2023, 2023), years(2024, 2024))},
     "Захід 2.1: у підрозділів різне – термін (2023, 2024); залишено перше.",
     "Measure 2.1: units differ in the term (2023, 2024); the first is kept."),
    ("described-differently", [PLAN], {"field": "title", "values": ("Рівність", "Безпека")},
     "Увесь документ: у підрозділів різне – назва (Рівність, Безпека); залишено перше.",
     "The whole document: units differ in the title (Рівність, Безпека); the first is kept."),
]  # fmt: skip
