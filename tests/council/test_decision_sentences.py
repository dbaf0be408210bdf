"""Single decisions: what each does, who is to do it, by when."""

from __future__ import annotations

import pytest

import localgender as lg
from localgender.notation import as_term

HEAD = "10.10.2024 відбулося засідання координаційної ради з питань рівності.\nВирішили:\n1. "

# Words of the decision, what it does, who is to do it, by when.
DECISIONS: list[tuple[str, str, tuple[str, ...], str | None]] = [
    ("Забезпечити виконання Програми «Дім на 2024-2026 роки».", "assign", (), None),
    (
        "Підтримати ініціативу громадської організації «Світло» до кінця 2024 року.",
        "approve",
        (),
        "до 31.12.2024",
    ),
    (
        "Начальникам управлінь та відділів міської ради у термін до 25.10.2024 надати пропозиції.",
        "assign",
        ("Начальники управлінь та відділів міської ради",),
        "до 25.10.2024",
    ),
    (
        "Управлінню економіки врахувати видатки у бюджеті на 2025 рік.",
        "assign",
        ("Управління економіки",),
        None,
    ),
    ("Членам ради щокварталу подавати пропозиції.", "assign", ("Члени ради",), "щокварталу"),
    (
        "Рекомендувати Зарічному районному управлінню поліції (за згодою) щомісяця інформувати раду.",
        "recommend",
        ("Зарічне районне управління поліції",),
        "щомісяця",
    ),
    (
        "Доручити секретарю ради Мороз О.О. оприлюднити протокол протягом 3 робочих днів.",
        "assign",
        ("Секретар ради",),
        "протягом 3 робочих днів",
    ),
    ("Створити робочу групу з підготовки гендерного профілю громади.", "approve", (), None),
    ("Створити базу даних.", "assign", (), None),
    (
        "Відповідальність за виконання рішення покласти на відділ сім'ї, контроль – на заступницю голови.",
        "assign",
        ("Відділ сім'ї",),
        None,
    ),
    (
        "Спільно з центром зайнятості організувати ярмарок у листопаді 2024 року.",
        "assign",
        (),
        "листопад 2024 року",
    ),
    ("Вважати роботу з дітьми до 18 років пріоритетною.", "note", (), None),
    (
        "Відділу освіти забезпечити участь 12 шкіл з 2 вересня по 20 грудня 2024 року.",
        "assign",
        ("Відділ освіти",),
        "з 2 вересня по 20 грудня 2024 року",
    ),
    ("Приєднатися до Хартії рівності.", "join", (), None),
    (
        "Доручити відділу освіти спільно з поліцією провести лекції. Строк: 1 грудня.",
        "assign",
        ("Відділ освіти",),
        "1 грудня",
    ),
    ("Прийняти інформацію начальника відділу до уваги.", "note", (), None),
]


@pytest.mark.parametrize(
    ("words", "kind", "assignees", "due"), DECISIONS, ids=[each[0] for each in DECISIONS]
)
def test_a_decision_is_read(words: str, kind: str, assignees: tuple[str, ...], due: str | None) -> None:
    (decision,) = lg.read_council((HEAD + words).encode()).value.all_decisions
    assert (decision.kind, decision.assignees, decision.due) == (kind, assignees, as_term(due))


@pytest.mark.parametrize(
    ("words", "kind", "assignees", "due"), DECISIONS, ids=[each[0] for each in DECISIONS]
)
def test_what_a_decision_says_is_found_where_it_is_printed(
    words: str, kind: str, assignees: tuple[str, ...], due: str | None
) -> None:
    """A due day or a body without a place would have been invented."""
    reading = lg.read_council((HEAD + words).encode())
    assert ("decision:1/due" in reading.places) is (due is not None)
    assert ("decision:1/assignees" in reading.places) is bool(assignees)


def test_a_paragraph_of_several_decisions_is_parted() -> None:
    words = "Погодити звіт. Оприлюднити звіт до 01.11.2024. Відповідальний – відділ інформації."
    approved, published = lg.read_council((HEAD + words).encode()).value.all_decisions
    assert (approved.kind, approved.assignees) == ("approve", ())
    assert published.assignees == ("Відділ інформації",)


def test_years_in_a_title_are_no_due_day() -> None:
    words = "Схвалити проєкт рішення міської ради «Про Програму рівних прав на 2025-2027 роки»."
    (decision,) = lg.read_council((HEAD + words).encode()).value.all_decisions
    assert decision.due is None
    assert decision.concerns == (
        lg.Cited("act", "Про Програму рівних прав на 2025-2027 роки", term="2025-2027", draft=True),
    )


def test_an_officer_with_a_name_and_something_to_do_is_no_signature() -> None:
    text = HEAD.removesuffix("1. ") + "Секретарю Мороз О.О. оприлюднити протокол.\nГолова    І. Клен"
    reading = lg.read_council(text.encode())
    (decision,) = reading.value.all_decisions
    assert (decision.assignees, decision.text) == (("Секретар",), "Секретарю оприлюднити протокол")
    assert [reading.document.text_at(place) for name, place in reading.furniture if name == "signature"] == [
        "Голова    І. Клен"
    ]


def test_a_post_without_anything_to_do_is_no_decision() -> None:
    assert (
        lg.read_council((HEAD + "Затвердити план.\nНачальник відділу освіти").encode()).value.all_decisions[
            1:
        ]
        == ()
    )
