"""Words of drawn documents: what officials write above columns, into cells and around tables."""

from __future__ import annotations

from localgender.model.community import Community, CommunityKind
from localgender.model.executors import Executor, ExecutorKind, Involvement
from localgender.model.funding import BudgetLevel, Source
from localgender.model.plan import GoalLevel
from localgender.values.periods import Period
from localgender.values.terms import Term, years

FIRST, LAST = 2024, 2026
"""Years of every drawn programme; a report is on the first."""

HEADERS: dict[str, tuple[str, ...]] = {
    "number": ("№ з/п", "№", "№ п/п", "Номер", "№\nз/п"),
    "goal": ("Завдання", "Назва завдання", "Найменування завдання", "Напрям діяльності", "Завдання програми",
        "Назва напряму діяльності (пріоритетні завдання)", "Пріоритетні завдання", "Мета, завдання"),
    "task": ("Завдання Національного плану", "Завдання Національного плану дій", "Завдання НПД 1325"),
    "activity": ("Захід Національного плану", "Заходи Національного плану дій", "Захід НПД 1325"),
    "measure": ("Зміст заходу", "Найменування заходу", "Перелік заходів", "Заходи", "Назва заходу",
        "Перелік заходів програми", "Зміст заходів", "Найменування заходів", "Захід", "Заходи програми",
        "Назва та зміст заходу", "Заплановані заходи", "Зміст заходів з реалізації програми"),
    "term": ("Термін виконання", "Строк виконання заходу", "Строки", "Термін реалізації", "Терміни виконання",
        "Термін виконання заходу", "Строк (роки) виконання", "Строки реалізації заходів", "Роки виконання"),
    "who": ("Виконавці", "Відповідальні виконавці", "Відповідальні", "Виконавець", "Виконавці заходу",
        "Відповідальні за виконання", "Відповідальний виконавець", "Головні виконавці", "Виконавці програми"),
    "source": ("Джерела фінансування", "Джерело фінансування", "Джерела", "Джерела коштів"),
    "percent": ("% виконання", "Відсоток виконання", "Відсоток виконання, %", "%", "Рівень виконання, %"),
    "narrative": ("Стан виконання", "Інформація про виконання заходу", "Інформація про виконання",
        "Хід виконання", "Результати виконання", "Стан виконання заходу", "Стан реалізації заходу",
        "Виконання заходу", "Що зроблено"),
    "result": ("Очікуваний результат", "Очікувані результати", "Показники результату", "Індикатори виконання",
        "Очікуваний результат від виконання заходу", "Індикатор", "Результативні показники"),
    "planned": ("Заплановано", "Обсяг фінансування", "План", "Передбачено програмою", "Плановий обсяг",
        "Заплановано коштів", "Планові видатки", "Обсяг фінансування за програмою"),
    "allocated": ("Виділено", "Виділено коштів", "Затверджено в бюджеті", "Виділено з бюджету",
        "Передбачено в бюджеті", "Затверджено бюджетом"),
    "disbursed": ("Використано", "Касові видатки", "Профінансовано", "Фактично профінансовано", "Освоєно",
        "Використано коштів", "Фактичні видатки", "Касові видатки за звітний період"),
    "money": ("Обсяги фінансування", "Орієнтовні обсяги фінансування (вартість)", "Обсяг фінансування",
        "Прогнозні обсяги фінансування", "Обсяги фінансування за роками", "Орієнтовний обсяг фінансування",
        "Вартість", "Прогнозований обсяг фінансових ресурсів", "Потреба в коштах", "Кошти"),
    "total": ("Всього", "Усього", "Разом"),
}  # fmt: skip
"""For each column the words above it; the first is the plainest."""

YEARS = ("{}", "{} рік", "{} р.", "на {} рік")

SOURCES = {
    "Місцевий бюджет": Source(BudgetLevel.COMMUNITY),
    "Державний бюджет": Source(BudgetLevel.STATE),
    "Обласний бюджет": Source(BudgetLevel.OBLAST),
    "Інші джерела": Source(BudgetLevel.OTHER),
}

# How a row names a goal of its level, with the number that is its code.
GOAL_ROWS: dict[str, GoalLevel] = {
    "Завдання {}. ": GoalLevel.TASK,
    "Напрям {}. ": GoalLevel.STRATEGIC,
    "Розділ {}. ": GoalLevel.STRATEGIC,
    "Пріоритет {}. ": GoalLevel.STRATEGIC,
    "Ціль {}. ": GoalLevel.OPERATIONAL,
    "ЗАВДАННЯ {}: ": GoalLevel.TASK,
    "Завдання {} – ": GoalLevel.TASK,
    "{}. ": GoalLevel.TASK,
}
STRATEGIC, OPERATIONAL = "Стратегічна ціль {}. ", "Оперативна ціль {}. "

PERIODS: tuple[tuple[str, Period], ...] = (
    (f"за {FIRST} рік", Period.year(FIRST)),
    (f"за 9 місяців {FIRST} року", Period.nine_months(FIRST)),
    (f"за І півріччя {FIRST} року", Period.half_year(FIRST, 1)),
    (f"за січень-вересень {FIRST} року", Period.nine_months(FIRST)),
    (f"у {FIRST} році", Period.year(FIRST)),
)

TERMS: tuple[tuple[str, Term], ...] = (
    (f"{FIRST}-{LAST}", years(FIRST, LAST)),
    (f"{FIRST}", years(FIRST)),
    (f"{FIRST + 1}-{LAST}", years(FIRST + 1, LAST)),
    (f"{FIRST} – {LAST} роки", years(FIRST, LAST)),
    (f"{FIRST} рік", years(FIRST)),
    (f"{FIRST}-{LAST} рр.", years(FIRST, LAST)),
    (f"{FIRST}, {LAST}", years(FIRST) | years(LAST)),
    (f"протягом {FIRST}-{LAST} років", years(FIRST, LAST)),
    (f"{FIRST + 1} р.", years(FIRST + 1)),
)

PROGRAMMES = ("Рівні можливості", "Громада для всіх", "Безпечна громада")
COMMUNITIES = (
    ("Зорянської міської ради", Community("Зорянська міська територіальна громада", CommunityKind.CITY)),
    ("Лугової сільської ради", Community("Лугова сільська територіальна громада", CommunityKind.VILLAGE)),
    (
        "Калинівської селищної ради",
        Community("Калинівська селищна територіальна громада", CommunityKind.SETTLEMENT),
    ),
)
GOALS = (
    "Обізнаність",
    "Протидія насильству",
    "Участь жінок у прийнятті рішень",
    "Підтримка сімей, які опинилися у складних життєвих обставинах",
)
MEASURES = (
    "Тренінги для депутатів",
    "Мобільна бригада",
    "Акція «16 днів»",
    "Гендерний аналіз послуг",
    "Проведення круглих столів, семінарів та лекцій для молоді",
    "Забезпечити роботу притулку для постраждалих осіб (кризової кімнати)",
    "Навчання працівників освіти, охорони здоров’я, соціального захисту",
)
NARRATIVES = (
    "Проведено 3 тренінги.",
    "Навчено 30 осіб",
    "Працює бригада, 12 виїздів",
    "Захід виконано. Охоплено 120 дітей; роздано 400 буклетів",
    "Кошти не виділялися",
)
RESULTS = (
    "Підвищення обізнаності",
    "Охоплено 100 % закладів",
    "Зменшення кількості випадків насильства, 30 осіб щороку",
    "Кількість проведених заходів",
)
AIMS = ("Рівна участь у безпеці", "Захист і допомога", "Спроможні установи")
"""What strategic goals are called over operational ones."""
TASKS = ("Залучення жінок до миротворення", "Доступна допомога постраждалим")
ACTIVITIES = ("навчання посадових осіб", "розширення мережі послуг", "збір даних за статтю")
TOTALS = ("Всього", "Усього", "Разом", "ВСЬОГО:", "Разом за Програмою", "Усього за програмою:")
GOAL_TOTAL = "Разом за завданням {}"
SIGNATURES = ("Начальниця відділу Оксана ПРИКЛАД", "Секретар ради                    І. ВЗІРЕЦЬ")


CONSENT = " (за згодою)"


def _involved(printed: str, kind: ExecutorKind) -> Involvement:
    body = printed.removesuffix(CONSENT)
    name = body[0].upper() + body[1:].replace("’", "'")
    return Involvement(Executor(name, kind), by_consent=body != printed, printed=body)


EXECUTORS: dict[str, Involvement] = {
    printed: _involved(printed, kind)
    for printed, kind in (
        ("Відділ освіти", ExecutorKind.UNIT),
        ("Служба у справах дітей", ExecutorKind.UNIT),
        ("громадські організації (за згодою)", ExecutorKind.CIVIL_SOCIETY),
        ("Управління у справах сім’ї, молоді та спорту", ExecutorKind.UNIT),
        ("Центр надання соціальних послуг", ExecutorKind.INSTITUTION),
    )
}
"""What is printed of each executor, and what it means; one name holds a comma."""
