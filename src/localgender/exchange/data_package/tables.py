"""The tables of a Data Package and their columns: the definition of the format."""

from __future__ import annotations

from enum import StrEnum

from attrs import evolve

from localgender.exchange.data_package.columns import (
    CODE,
    DAY,
    IDENTIFIER,
    MONEY,
    NUMBER,
    PERCENT,
    PERIOD,
    REF,
    TEXT,
    TRUTH,
    WHOLE,
    Column,
    Table,
    words,
)
from localgender.model.community import CommunityKind
from localgender.model.executors import ExecutorKind
from localgender.model.funding import BudgetLevel, Fund, Needs, Stage
from localgender.model.plan import GoalLevel


class DocumentKind(StrEnum):
    """What a package is made from."""

    PLAN = "plan"
    REPORT = "report"


class TermPart(StrEnum):
    """What a row says of a term."""

    SPAN = "span"
    DEADLINE = "deadline"
    SEASON = "season"
    RECURRENCE = "recurrence"
    CONDITION = "condition"
    EMPTY = "empty"


_DOCUMENT = words(DocumentKind)
_MEASURE = Column(
    "measure", REF, "Захід", "Address of the measure.", "activity:generic:project:code", to="measures.measure"
)
_OF_MEASURE = evolve(_MEASURE, required=True)
_POSITION = Column("position", NUMBER, "Порядковий номер", "Order among its like, from 1.", required=True)
_LINE = Column(
    "line", IDENTIFIER, "Рядок коштів", "Line of money.", "budget-line-id", required=True, to="funding.line"
)
_FIRST = Column("first_day", DAY, "Перший день", "First day, included.", "date:fiscal:activity-start")
_LAST = Column("last_day", DAY, "Останній день", "Last day, included.", "date:fiscal:activity-end")
_PERCENT = Column("stated_percent", PERCENT, "Відсоток", "Printed percent, with its digits: a claim.")
_SAID_IN = Column(
    "said_in", _DOCUMENT, "Де сказано", "Whether the plan says it or the report.", required=True
)
_PHASE = Column("phase", words(Stage), "Етап", "Stage of money.", "phase:id", required=True)
_AMOUNT = Column(
    "amount", MONEY, "Сума, грн", "Exact amount; zero is a printed zero.", "value", required=True
)
_STEP = Column("step", MONEY, "Остання цифра, грн", "What the last printed digit is worth.", required=True)
_LEVEL = Column("level", words(BudgetLevel), "Рівень бюджету", "Whose budget it is.")
_FUND = Column("fund", words(Fund), "Фонд", "Fund within the budget.")

TABLES = (
    Table("document", "Документ", "The document itself: one row.", ("kind",), (
        Column("kind", _DOCUMENT, "Вид документа", "A plan, or a report on one.", required=True),
        Column("title", TEXT, "Назва", "Name of the programme or plan.", "activity:generic:program:label"),
        Column("community", TEXT, "Громада", "Full name of the community.", "geo:target:title"),
        Column("community_kind", words(CommunityKind), "Вид громади", "Administrative kind."),
        Column("region", TEXT, "Область", "Oblast."),
        Column("district", TEXT, "Район", "Rayon."),
        Column("katottg", TEXT, "Код КАТОТТГ", "Code of the territorial classifier.", "geo:target:code"),
        evolve(_FIRST, about="First day that a report is about."),
        evolve(_LAST, about="Last day that a report is about."),
        Column("issuer", TEXT, "Хто звітує", "Who reports, as printed."),
    )),
    Table("passport", "Паспорт програми", "Head table of a programme: one row, or none.", ("document",), (
        Column("document", _DOCUMENT, "Документ", "The document.", required=True, to="document.kind"),
        Column("initiator", TEXT, "Ініціатор розроблення", "Who began it."),
        Column("developer", TEXT, "Розробник", "Who wrote it."),
        Column("codevelopers", TEXT, "Співрозробники", "Who helped."),
        Column("executor", TEXT, "Відповідальний виконавець", "Who answers for it."),
        Column("participants", TEXT, "Учасники", "Who takes part."),
        Column("budgets", TEXT, "Перелік бюджетів", "Budgets that pay."),
    )),
    Table("acts", "Розпорядчі документи", "An act: the approval, then the amendments.", ("act",), (
        Column("act", NUMBER, "Порядковий номер", "Order of the acts, from 1.", required=True),
        Column("kind", TEXT, "Вид", "Noun, such as «рішення»."),
        Column("number", TEXT, "Номер", "As printed after №."),
        Column("date", DAY, "Дата", "Day of the act.", "date:fiscal:activity-approval"),
        Column("body", TEXT, "Ким видано", "Who passed it."),
    )),
    Table("goals", "Цілі та завдання", "A numbered level of the plan.", ("goal",), (
        Column("goal", NUMBER, "Порядковий номер", "Order in the document, from 1.", required=True),
        Column("parent", NUMBER, "Вища ціль", "The goal above; empty for the outermost.", to="goals.goal"),
        Column("code", CODE, "Номер", "As printed.", "activity:generic:subprogram:code"),
        Column("level", words(GoalLevel), "Рівень", "Level of the numbering.", required=True),
        Column("title", TEXT, "Назва", "Its words.", "activity:generic:subprogram:label"),
    )),
    Table("targets", "Завдання вищих документів", "What a plan carries out of a higher one.", ("target",), (
        Column("target", NUMBER, "Порядковий номер", "Order in the document, from 1.", required=True),
        Column("scheme", TEXT, "Вищий документ", "Name of its numbering, such as nap-1325."),
        Column("path", REF, "Адреса", "Its numbers as an address, such as target:1.1:9."),
        Column("title", TEXT, "Назва", "Its words."),
    )),
    Table("measures", "Заходи", "A measure of the plan.", ("measure",), (
        evolve(_MEASURE, required=True, to=None, about="Address: its code, the bearer after # if several."),
        Column("position", NUMBER, "Порядковий номер", "Order in the document, from 1.", required=True),
        Column("goal", NUMBER, "Ціль", "The goal it stands under.", required=True, to="goals.goal"),
        Column("code", CODE, "Номер", "As printed."),
        Column("title", TEXT, "Захід", "What is to be done.", "activity:generic:project:label"),
        Column("place", TEXT, "Місце", "Where it takes place, as printed."),
    )),
    Table("terms", "Терміни", "One thing that a term says.", ("part",), (
        Column("part", NUMBER, "Порядковий номер", "Tells the rows apart.", required=True),
        evolve(_MEASURE, about="Whose term it is; empty for the plan's own."),
        Column("says", words(TermPart), "Що сказано", "What the row tells; empty is a term without days.",
            required=True),
        evolve(_FIRST, about="First day of a span."),
        evolve(_LAST, about="Last day of a span, or the deadline."),
        Column("words", TEXT, "Слова", "Recurrence; season, as 11-25..12-10; or condition."),
    )),
    Table("executors", "Виконавці", "A body that carries out measures.", ("executor",), (
        Column("executor", IDENTIFIER, "Порядковий номер", "Tells them apart.",
            "administrative-classification:generic:code", required=True),
        Column("name", TEXT, "Назва", "Complete name.", "administrative-classification:generic:label"),
        Column("kind", words(ExecutorKind), "Вид", "What sort of body it is.", required=True),
    )),
    Table("involvements", "Участь виконавців", "An executor's part in a measure.", ("measure", "position"), (
        _OF_MEASURE,
        _POSITION,
        Column("executor", IDENTIFIER, "Виконавець", "Who.", "administrative-classification:generic:code",
            required=True, to="executors.executor"),
        Column("by_consent", TRUTH, "За згодою", "Whether «(за згодою)» applies.", required=True),
        Column("printed", TEXT, "Як надруковано", "The words that name it."),
    )),
    Table("results", "Очікувані результати", "An expected result of a measure.", ("measure", "position"), (
        _OF_MEASURE,
        _POSITION,
        Column("result", TEXT, "Результат", "As printed."),
    )),
    Table("serves", "Чому служать заходи", "A target that a measure serves.", ("measure", "position"), (
        _OF_MEASURE,
        _POSITION,
        Column("target", REF, "Завдання", "Address, such as target:1.1:9.", required=True),
    )),
    Table("progress", "Хід виконання", "What a report says of a measure.", ("measure",), (
        _OF_MEASURE,
        _POSITION,
        _PERCENT,
        Column("narrative", TEXT, "Стан виконання", "What was done, in the document's words."),
    )),
    Table("totals", "Підсумки", "A sum that a document prints: a claim.", ("total",), (
        Column("total", NUMBER, "Порядковий номер", "Order in the package, from 1.", required=True),
        _SAID_IN,
        Column("label", TEXT, "Назва", "Words of the row or column."),
        Column("scope", REF, "Що підсумовано", "What it sums: plan, a goal, or a measure.", required=True),
        _PERCENT,
    )),
    Table("funding", "Рядки коштів", "Money of one period and one set of sources.", ("line",), (
        evolve(_LINE, to=None),
        _SAID_IN,
        evolve(_MEASURE, about="Whose money it is; empty for a total."),
        Column("total", NUMBER, "Підсумок", "Which total claims it; empty for a measure.", to="totals.total"),
        evolve(_FIRST, about="First day of what the money is for; empty when silent."),
        evolve(_LAST, about="Last day of what the money is for."),
        Column("needs", words(Needs), "Потреба", "What is said instead of amounts."),
        _STEP,
    )),
    Table("sources", "Джерела коштів", "One of the sources of a line.", ("line", "position"), (
        _LINE,
        _POSITION,
        _LEVEL,
        _FUND,
    )),
    Table("amounts", "Суми", "One stage of a line; a silent stage has no row.", ("line", "phase"), (
        _LINE,
        _PHASE,
        _AMOUNT,
    ), of_money=True),
    Table("observations", "Суми з усіма ознаками", "An amount with all that is known of it.",
          ("observation",), (
        Column("observation", IDENTIFIER, "Порядковий номер", "Tells them apart.", "budget-line-id",
            required=True),
        Column("ref", REF, "Адреса", "Address of the figure.", required=True),
        _PHASE,
        _AMOUNT,
        _STEP,
        Column("stated_total", TRUTH, "Підсумок", "Whether it is a claimed sum, never to be added in.",
            required=True),
        Column("community", TEXT, "Громада", "Whose plan it is.", "geo:target:title"),
        Column("katottg", TEXT, "Код КАТОТТГ", "Its code.", "geo:target:code"),
        Column("goal", CODE, "Ціль", "Code of the outermost goal.", "activity:generic:subprogram:code"),
        Column("subgoal", CODE, "Завдання", "Code of the innermost goal, where that is another one."),
        Column("code", CODE, "Номер", "Number of the measure.", "activity:generic:project:code"),
        Column("title", TEXT, "Захід", "Words of the measure, or label of the total.",
            "activity:generic:project:label"),
        Column("period", PERIOD, "Період", "What the money is for, such as 2023 or 2024-9m."),
        _FIRST,
        _LAST,
        Column("sources", TEXT, "Джерела", "Sources printed together, such as community+state.",
            "fin-source:generic:code"),
        _LEVEL,
        _FUND,
        Column("table", WHOLE, "Таблиця", "Where it is printed, when read from a document."),
        Column("row", NUMBER, "Рядок", "Row there."),
        Column("column", WHOLE, "Стовпець", "Cell of the row."),
        Column("page", NUMBER, "Сторінка", "Page, where the format has pages."),
    ), of_money=True),
)  # fmt: skip

BY_NAME = {table.name: table for table in TABLES}
# Made from the other tables, so that a package without it can be read.
DERIVED = "observations"
# What the value does not hold, and no check can therefore ask for.
PLACES = frozenset({"table", "row", "column", "page"})
