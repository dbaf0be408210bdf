"""Every kind of finding with the sentence that an officer reads, in both languages."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import told_of_units

from localgender.values.codes import Code
from localgender.values.intervals import Interval
from localgender.values.money import thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import PLAN, Ref
from localgender.values.terms import years

ROW = [Place(1, 13, 1)]
CELL = [Place(1, 3, 2, 0, 4)]
M21, M41 = Ref.parse("2.1"), Ref.parse("4.1")
YEAR = Period.year(2023)


def around(amount: str) -> Interval:
    return Interval.around(Fraction(thousand_uah(amount).kopiykas), Fraction(10_000))


# Kind, what it is about, facts, then the sentence in Ukrainian and in English.
SENTENCES: list[tuple[str, list[Ref] | list[Place], dict[str, Any], str, str]] = [
    ("unreadable-cell", CELL, {"text": "10.5.2"},
     "У клітинці «10.5.2», а значення цього стовпця так не записують (таблиця 1, рядок 3, стовпець 2).",
     "The cell says “10.5.2”, which is not how values of its column are written (table 1, row 3, column 2)."),
    ("sum-unlabelled", ROW, {},
     "У рядку є лише суми, які складаються з рядків вище; його прочитано як їхній підсумок (таблиця 1, рядок 13).",
     "The row has nothing but amounts that the rows above add up to; it was read as their total (table 1, row 13)."),
    ("amount-approximate", CELL, {"text": "близько 100"},
     "У тексті сума приблизна («близько 100»); збережено надруковане число (таблиця 1, рядок 3, стовпець 2).",
     "The text calls the amount approximate (“близько 100”); it is kept as the number printed (table 1, row 3, column 2)."),
    ("row-padded", ROW, {"cells": 8, "columns": 10},
     "У рядку 8 клітинок, у шапці — 10; різниця лише в порожніх (таблиця 1, рядок 13).",
     "The row has 8 cells where the header has 10; only empty ones are missing or extra (table 1, row 13)."),
    ("row-padded", ROW, {"cells": 1, "columns": 10},
     "У рядку 1 клітинка, у шапці — 10; різниця лише в порожніх (таблиця 1, рядок 13).",
     "The row has 1 cell where the header has 10; only empty ones are missing or extra (table 1, row 13)."),
    ("row-shifted", ROW, {"cells": 3, "columns": 5},
     "У рядку 3 клітинки, у шапці — 5; тексти розставлено за змістом стовпців (таблиця 1, рядок 13).",
     "The row has 3 cells where the header has 5; texts went under columns they fit (table 1, row 13)."),
    ("row-continued", ROW, {},
     "Рядок продовжує попередній, як після розриву сторінки; їх об’єднано (таблиця 1, рядок 13).",
     "The row carries on the row above, as after a page break; the two were joined (table 1, row 13)."),
    ("cell-split", ROW, {"codes": (Code.parse("2.1.1"), Code.parse("2.1.2"))},
     "В одній клітинці кілька заходів: 2.1.1, 2.1.2 (таблиця 1, рядок 13).",
     "One cell holds several measures: 2.1.1, 2.1.2 (table 1, row 13)."),
    ("terms-unmatched", ROW, {"terms": 1, "measures": 2, "text": "2022"},
     "Термінів у рядку — 1, заходів — 2; не сказано, який термін чий («2022») (таблиця 1, рядок 13).",
     "Terms in the row: 1, measures: 2; which is whose is not said (“2022”) (table 1, row 13)."),
    ("executors-unsure", ROW, {"groups": 2, "measures": 3, "text": "Архів"},
     "Груп виконавців у рядку — 2, заходів — 3; не сказано, хто за який відповідає («Архів») (таблиця 1, рядок 13).",
     "Groups of executors in the row: 2, measures: 3; which is whose is not said (“Архів”) (table 1, row 13)."),
    ("executors-unsure", ROW, {"text": "Архів"},
     "Не зрозуміло, де закінчується один виконавець і починається інший: «Архів» (таблиця 1, рядок 13).",
     "It is not clear where one executor ends and the next begins: “Архів” (table 1, row 13)."),
    ("code-restored", ROW, {"code": Code.parse("2")},
     "Номер цілі не надруковано; 2 випливає з номерів її заходів (таблиця 1, рядок 13).",
     "The goal prints no number; 2 follows from its measures (table 1, row 13)."),
    ("unit-missing", ROW, {},
     "Одиницю виміру коштів не вказано; суми прочитано як гривні (таблиця 1, рядок 13).",
     "No unit of money is printed; the amounts were read as hryvnias (table 1, row 13)."),
    ("period-missing", [], {},
     "У документі не сказано, за який період звітують.",
     "The document does not say which period it reports on."),
    ("formula-without-value", CELL, {},
     "Формулу не обчислено; клітинку вважаємо порожньою, а не нульовою (таблиця 1, рядок 3, стовпець 2).",
     "The formula was never calculated; the cell counts as empty, not as zero (table 1, row 3, column 2)."),
    ("formula-without-value", [], {"formula": "=SUM(F3:F7)"},
     "Формулу =SUM(F3:F7) не обчислено; клітинку вважаємо порожньою, а не нульовою.",
     "The formula =SUM(F3:F7) was never calculated; the cell counts as empty, not as zero."),
    ("text-guessed", [Place(0, 1, 0)], {"encoding": "windows-1251"},
     "Кодування не вказано; текст прочитано як windows-1251 (абзац 1).",
     "The encoding is not declared; the text was read as windows-1251 (paragraph 1)."),
    ("column-number-gap", [Place(1, 2, 1)], {"numbers": (1, 2, 3, 4, 5, 7, 8, 9, 10, 11)},
     "Стовпці пронумеровано з пропуском: 1–5, 7–11 (таблиця 1, рядок 2).",
     "The columns are numbered with a gap: 1–5, 7–11 (table 1, row 2)."),
    ("markup-removed", CELL, {"markup": ("<p>", "**")},
     "У текст потрапила розмітка, її пропущено: <p>, ** (таблиця 1, рядок 3, стовпець 2).",
     "Markup got into the text and was left out: <p>, ** (table 1, row 3, column 2)."),
    ("unread-text", CELL, {"text": "67.15 %"},
     "Не зрозуміло: «67.15 %» (таблиця 1, рядок 3, стовпець 2).",
     "Not understood: “67.15 %” (table 1, row 3, column 2)."),
    ("repeated-code", [Ref.parse("2.4"), Ref.parse("2.4#2")], {"code": Code.parse("2.4")},
     "Номер 2.4 мають 2 заходи.", "Number 2.4 is borne by 2 measures."),
    ("missing-code", [Ref.parse("2.#3")], {},
     "Захід без номера (3-й у цілі 2): на нього неможливо послатися.",
     "Measure without a number (no. 3 under goal 2): nothing can refer to it."),
    ("missing-code", [PLAN], {"measures": 21},
     "Жоден захід не має номера (21 захід).", "No measure has a number (21 measures)."),
    ("numbering-gap", [Ref.parse("2.9"), Ref.parse("2.11")], {"missing": (Code.parse("2.10"),), "count": 1},
     "Після 2.9 одразу 2.11: бракує номера 2.10.", "After 2.9 comes 2.11: number 2.10 is missing."),
    ("numbering-gap", [Ref.parse("1"), Ref.parse("90")], {"missing": (Code.parse("2"), Code.parse("3")), "count": 88},
     "Після 1 одразу 90: бракує номерів 2, 3, ще 86.", "After 1 comes 90: numbers 2, 3, 86 more are missing."),
    ("stated-total-differs", [Ref.parse("total:1/2023/planned")],
     {"printed": thousand_uah("228.3"), "computed": thousand_uah("230.3"), "difference": thousand_uah("-2"),
      "printed_interval": around("228.3"), "computed_interval": Interval(22_800_000, 23_260_000), "rows": (M21,)},
     "Підсумок 1, план на 2023 рік: надруковано 228,3 тис. грн (від 228,25 до 228,35), а сума рядків — "
     "230,3 тис. грн (від 228,0 до 232,6); різниця 2,0 тис. грн.",
     "Total 1, planned for 2023: 228.3 thousand UAH is printed (from 228.25 to 228.35), but the rows add up to "
     "230.3 thousand UAH (from 228.0 to 232.6); the difference is 2.0 thousand UAH."),
    ("stated-total-differs", [Ref.parse("total:1/2023/planned")],
     {"label": "Всього", "printed": thousand_uah("228.3"), "computed": thousand_uah("230.3"),
      "difference": thousand_uah("-2"), "printed_interval": around("228.3"),
      "computed_interval": Interval(22_900_000, 23_160_000), "rows": (M21,), "silent": (M41, M21)},
     "Підсумок 1, план на 2023 рік («Всього»): надруковано 228,3 тис. грн (від 228,25 до 228,35), а сума рядків "
     "навіть без 2 рядків, де її не вказано, — 230,3 тис. грн (від 229,0 до 231,6); різниця 2,0 тис. грн.",
     "Total 1, planned for 2023 (“Всього”): 228.3 thousand UAH is printed (from 228.25 to 228.35), but even without "
     "2 silent rows the rows add up to 230.3 thousand UAH (from 229.0 to 231.6); the difference is 2.0 thousand UAH."),
    ("percent-unexplained", [Ref.parse("1.1")],
     {"printed": Percent("100.0"), "candidates": (("disbursed/planned", Percent("0.0")), ("allocated/planned", None))},
     "Захід 1.1: надруковано 100,0 %, але цього не дає жодна база (профінансоване до запланованого – 0,0 %; "
     "виділене до запланованого – —).",
     "Measure 1.1: 100.0% is printed, but no base gives it (disbursed to planned – 0.0%; "
     "allocated to planned – —)."),
    ("total-percent-unexplained", [Ref.parse("total:1")],
     {"printed": Percent("90.0"), "candidates": (("disbursed/planned", Percent("13.1")),)},
     "Підсумок 1: надруковано 90,0 %, але цього не дає жодна база (профінансоване до запланованого – 13,1 %).",
     "Total 1: 90.0% is printed, but no base gives it (disbursed to planned – 13.1%)."),
    ("percent-basis-varies", [M41],
     {"base": "disbursed/planned", "bases": ((M41, ("disbursed/allocated",)),), "rows": (M21, Ref.parse("4.4"))},
     "Відсотки мають різні бази: захід 4.1 – профінансоване до виділеного; ще 2 заходи – профінансоване до "
     "запланованого.",
     "Percents have different bases: measure 4.1 – disbursed to allocated; 2 other measures – disbursed to planned."),
    ("allocated-exceeds-planned", [M41],
     {"allocated": thousand_uah("44"), "planned": thousand_uah("40"), "difference": thousand_uah("4"),
      "period": YEAR, "source": ""},
     "Захід 4.1, 2023 рік: виділено 44,0 тис. грн, а заплановано лише 40,0 тис. грн; різниця 4,0 тис. грн.",
     "Measure 4.1, 2023: 44.0 thousand UAH allocated, but only 40.0 thousand UAH planned; "
     "the difference is 4.0 thousand UAH."),
    ("disbursed-exceeds-allocated", [M41],
     {"disbursed": uah("44.10"), "allocated": uah("40"), "difference": uah("4.10"), "period": None,
      "source": "community"},
     "Захід 4.1, бюджет громади: профінансовано 44,10 грн, а виділено лише 40 грн; різниця 4,10 грн.",
     "Measure 4.1, budget of the community: 44.10 UAH disbursed, but only 40 UAH allocated; "
     "the difference is 4.10 UAH."),
    ("due-unfunded", [M21],
     {"planned": thousand_uah("10.5"), "allocated": uah(0), "disbursed": uah(0), "period": YEAR},
     "Захід 2.1 припадає на 2023 рік: план 10,5 тис. грн, не виділено нічого.",
     "Measure 2.1, due in 2023: 10.5 thousand UAH planned, nothing given."),
    ("due-unfunded", [M21], {"planned": thousand_uah("10.5")},
     "Захід 2.1: заплановано 10,5 тис. грн, термін настав, не виділено нічого.",
     "Measure 2.1: 10.5 thousand UAH planned and due, nothing given."),
    ("delivered-without-money", [M21], {"planned": thousand_uah("10.5"), "period": YEAR, "quoted": "Проведено"},
     "Захід 2.1: виконано («Проведено»), а з 10,5 тис. грн не дано нічого.",
     "Measure 2.1: delivered (“Проведено”), none of 10.5 thousand UAH given."),
    ("delivered-at-zero-percent", [M21],
     {"printed": Percent("0.0"), "planned": thousand_uah("10.5"), "period": YEAR, "quoted": "Проведено"},
     "Захід 2.1: виконано («Проведено»), хоча надруковано 0,0 %, а заплановано 10,5 тис. грн.",
     "Measure 2.1: delivered (“Проведено”), though 0.0% is printed and 10.5 thousand UAH was planned."),
    ("not-due-but-reported", [M21], {"period": YEAR, "term": years(2025, 2026), "quoted": "Проведено"},
     "Захід 2.1: на 2023 рік не припадає (термін – 2025-2026), але про роботу чи кошти звітують.",
     "Measure 2.1: not due in 2023 (its term is 2025–2026), but work or money is reported."),
    ("delivered-without-money", [M21], {"planned": thousand_uah("10.5"), "period": YEAR},
     "Захід 2.1, 2023 рік: виконано, хоча із запланованих 10,5 тис. грн нічого не виділено й не профінансовано.",
     "Measure 2.1, 2023: delivered, though nothing of the planned 10.5 thousand UAH was allocated or disbursed."),
    ("delivered-without-money", [M21], {},
     "Захід 2.1: виконано, хоча запланованих коштів не виділено й не профінансовано.",
     "Measure 2.1: delivered, though none of the planned money was allocated or disbursed."),
    ("delivered-at-zero-percent", [M21], {"printed": Percent("0.0"), "planned": thousand_uah("10.5")},
     "Захід 2.1: виконано, хоча надруковано 0,0 %, а заплановано 10,5 тис. грн.",
     "Measure 2.1: delivered, though 0.0% is printed and 10.5 thousand UAH was planned."),
    ("delivered-at-zero-percent", [M21], {},
     "Захід 2.1: виконано, хоча кошти заплановано, а відсоток надруковано нульовий.",
     "Measure 2.1: delivered, though zero percent is printed and money was planned."),
    ("measures-contradict", [M21, M41],
     {"stage": "planned", "period": YEAR, "source": "state",
      "amounts": ((M21, thousand_uah("10")), (M41, thousand_uah("12.5")))},
     "Захід той самий, а суми різні (заплановано, 2023 рік, державний бюджет): захід 2.1 – 10,0 тис. грн; "
     "захід 4.1 – 12,5 тис. грн.",
     "The same measure, other amounts (planned, 2023, state budget): measure 2.1 – 10.0 thousand UAH; "
     "measure 4.1 – 12.5 thousand UAH."),
    ("measures-contradict", [M21, M41],
     {"stage": "disbursed", "period": None, "source": "", "amounts": ((M21, uah("10.50")), (M41, uah("12")))},
     "Захід той самий, а суми різні (профінансовано): захід 2.1 – 10,50 грн; захід 4.1 – 12 грн.",
     "The same measure, other amounts (disbursed): measure 2.1 – 10.50 UAH; measure 4.1 – 12 UAH."),
    ("full-percent-without-money", [M21],
     {"printed": Percent("100.0"), "planned": thousand_uah("2.4"), "disbursed": uah(0)},
     "Захід 2.1: надруковано 100,0 %, хоча із запланованих 2,4 тис. грн нічого не профінансовано.",
     "Measure 2.1: 100.0% is printed, but nothing of the planned 2.4 thousand UAH was disbursed."),
    ("not-due-but-reported", [M21], {"period": YEAR},
     "Захід 2.1: на 2023 рік не припадає, але про роботу чи кошти звітують.",
     "Measure 2.1: not due in 2023, but work or money is reported."),
    ("not-due-but-reported", [M21], {},
     "Захід 2.1: термін не настав, але про роботу чи кошти звітують.",
     "Measure 2.1: not due, but work or money is reported."),
    ("outside-plan-term", [M21], {"term": years(2025, 2026), "plan_term": years(2020, 2025)},
     "Захід 2.1: термін (2025-2026) виходить за межі терміну плану (2020-2025).",
     "Measure 2.1: its term (2025–2026) leaves that of the plan (2020–2025)."),
    ("no-term", [M21], {}, "Захід 2.1: термін не вказано.", "Measure 2.1: no term is given."),
    ("no-term", [PLAN], {"measures": 2}, "Жоден захід не має терміну (2 заходи).", "No measure has a term (2 measures)."),
    ("no-executor", [M21], {}, "Захід 2.1: виконавця не вказано.", "Measure 2.1: no executor is named."),
    ("no-executor", [PLAN], {"measures": 11},
     "Жоден захід не має виконавця (11 заходів).", "No measure has an executor (11 measures)."),
    ("no-result", [M21], {}, "Захід 2.1: очікуваного результату чи показника не вказано.",
     "Measure 2.1: no expected result or indicator is given."),
    ("narrative-repeated", [M21, M41], {"text": "Проведено  тренінги."},
     "Захід 2.1, захід 4.1: те саме сказано про 2 заходи («Проведено тренінги.»).",
     "Measure 2.1, measure 4.1: the same is told of 2 measures (“Проведено тренінги.”)."),
    ("executor-overloaded", [PLAN], {"executor": "Архів", "measures": 33, "all": 37, "rows": (M21, M41)},
     "Архів: 33 із 37 заходів.", "Архів: 33 of 37 measures."),
    ("executor-overloaded", [PLAN], {"executor": "Архів", "measures": 20, "all": 21, "rows": (M21, M41)},
     "Архів: 20 із 21 заходу.", "Архів: 20 of 21 measures."),
    ("no-narrative", [M21], {}, "Захід 2.1: не сказано, що зроблено.", "Measure 2.1: what was done is not told."),
    ("no-narrative", [PLAN], {"measures": 1},
     "У жодному рядку не сказано, що зроблено (1 захід).", "No row tells what was done (1 measure)."),
]  # fmt: skip

SENTENCES += told_of_units.SENTENCES
