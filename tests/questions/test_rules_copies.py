"""One text about several measures, one measure with several amounts."""

from __future__ import annotations

import pytest
from attrs import evolve

from localgender.findings import Severity
from localgender.model.funding import FundingPeriod
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Progress, Report
from localgender.questions.audit import audit, audit_summary
from localgender.questions.policy import Policy
from localgender.questions.rules.copies import MEASURES_CONTRADICT, NARRATIVE_REPEATED
from localgender.values.money import Money, uah
from localgender.values.periods import Period
from localgender.values.refs import ref
from localgender.values.terms import years

LONG = "Проведено три тренінги для сорока працівниць закладів освіти громади."


def telling(*texts: str | None) -> Report:
    plan = Plan(goals=[Measure(f"1.{n}") for n, _ in enumerate(texts, start=1)])
    return Report(
        plan, 2023, progress=[Progress(r, narrative=t) for r, t in zip(plan.by_ref, texts, strict=True)]
    )


def test_a_copied_text_names_all_its_measures() -> None:
    """Case, signs and look-alike letters make no other text."""
    copied = "ПРОВЕДЕНО: три тренiнги – для сорока працівниць закладів освіти громади"
    (found,) = audit(telling(LONG, "Видано довідник.", copied), rules=[NARRATIVE_REPEATED])
    assert (found.severity, found.refs) == (Severity.NOTICE, (ref("1.1"), ref("1.3")))
    assert found.facts["text"] == LONG


def test_short_formulas_are_nobodys_copy() -> None:
    """«Постійно поповнюється» fits many rows rightly; where a formula ends, the policy says."""
    report = telling("Сайт постійно поповнюється", "Сайт постійно поповнюється", None, "…")
    (checked,) = audit_summary(report, rules=[NARRATIVE_REPEATED])
    assert checked.reasons == (("no-text", 2), ("short-text", 2))
    assert len(audit(report, policy=Policy(copied_words=3), rules=[NARRATIVE_REPEATED])) == 1


def test_one_other_word_makes_another_text() -> None:
    assert len(audit(telling(LONG, LONG.replace("три", "чотири")), rules=[NARRATIVE_REPEATED])) == 0


def line(amount: int | None, period: object = 2023, *sources: str, step: int = 1) -> FundingPeriod:
    return FundingPeriod(period, sources, planned=None if amount is None else uah(amount), step=Money(step))


def same(code: str | None, *funding: FundingPeriod, **other: object) -> Measure:
    return Measure(
        code,
        **{"title": "Аудит безпеки", "term": years(2023), "involvements": "Архів", **other},
        funding=funding,
    )


def outcomes(*measures: Measure) -> dict[str, int]:
    (checked,) = audit_summary(Plan(goals=[Goal("1", measures=measures)]), rules=[MEASURES_CONTRADICT])
    return {
        name: count
        for name in ("consistent", "inconsistent", "not_applicable", "not_checkable")
        if (count := getattr(checked, name))
    }


def test_a_measure_printed_twice_with_other_money_is_found() -> None:
    plan = Plan(goals=[same("1.1", line(10)), same("1.1", line(12))])
    (found,) = audit(plan, rules=[MEASURES_CONTRADICT])
    assert (found.severity, found.refs) == (Severity.WARNING, (ref("1.1"), ref("1.1#2")))
    assert dict(found.facts) == {
        "stage": "planned",
        "period": Period.year(2023),
        "source": "",
        "amounts": ((ref("1.1"), uah(10)), (ref("1.1#2"), uah(12))),
    }


def test_two_measures_alike_under_different_codes_are_a_notice() -> None:
    plan = Plan(goals=[same("1.1", line(10)), same("3.4", line(12), title="аудит «безпеки»")])
    (found,) = audit(plan, rules=[MEASURES_CONTRADICT])
    assert (found.severity, found.refs) == (Severity.NOTICE, (ref("1.1"), ref("3.4")))


def test_alike_under_different_codes_only_the_plan_is_compared() -> None:
    """What each was given and spent is its own."""
    one, other = (FundingPeriod(2023, disbursed=uah(n)) for n in (10, 12))
    assert outcomes(same("1.1", one), same("1.2", other)) == {"not_checkable": 1}
    assert outcomes(same("1.1", one), same("1.1", other)) == {"inconsistent": 1}


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Аудит доступності"},
        {"term": years(2024)},
        {"involvements": ["Архів", "Музей"]},
        {"place": "Ліцей № 1"},
        {"results": "2 локації"},
    ],
)
def test_whatever_tells_two_measures_apart_excuses_them(other: dict[str, object]) -> None:
    assert outcomes(same("1.1", line(10)), same("1.1", line(12), **other)) == {"not_applicable": 2}


def test_single_numbers_under_two_goals_are_two_measures() -> None:
    goals = [Goal(str(n), measures=same("1", line(10 + n))) for n in (1, 2)]
    (found,) = audit(Plan(goals=goals), rules=[MEASURES_CONTRADICT])
    assert found.severity is Severity.NOTICE


def test_years_and_sources_are_compared_with_their_own_only() -> None:
    """A row for each source is how programmes print."""
    rows = [same("1.1", line(10, 2023, "state")), same("1.1", line(12, 2023, "community"), line(9, 2024))]
    assert outcomes(*rows) == {"not_checkable": 1}


def test_lines_of_one_row_are_added_before_they_are_compared() -> None:
    assert outcomes(same("1.1", line(4), line(6)), same("1.1", line(10))) == {"consistent": 1}


def test_amounts_that_rounding_makes_equal_agree() -> None:
    """10 hryvnias printed to ten and 12 printed to one may both be 12."""
    assert outcomes(same("1.1", line(10, step=1000)), same("1.1", line(12, step=100))) == {"consistent": 1}


def test_what_is_not_said_accuses_nobody() -> None:
    untitled = same("1.1", line(10), title=None)
    assert outcomes(untitled, untitled) == {"not_checkable": 2}
    assert outcomes(same("1.1", line(10)), same("1.1", line(None))) == {"not_checkable": 1}
    vague = same("1.1", line(10), term=None)
    assert outcomes(vague, evolve(vague, code="1.2", funding=line(12))) == {"not_checkable": 1}
