"""Laws of every class: one spelling, nothing can be changed, copies are as good."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

import attrs
import pytest
from alike import alike, drawn, every_class, few, whole
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from localgender import strategies
from localgender.findings import Facts, Finding
from localgender.model.executors import Involvement
from localgender.model.funding import FundingPeriod, Source, Stage
from localgender.model.plan import Goal, Measure, Plan
from localgender.model.report import Progress, Report
from localgender.values.codes import Code, code
from localgender.values.intervals import Interval
from localgender.values.money import Money, thousand_uah, uah
from localgender.values.percents import Percent
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref, RefKind, ref
from localgender.values.terms import Term
from localgender.values.texts import text


def test_equal_values_of_small_spaces_are_alike() -> None:
    """What is equal cannot be told apart: all pairs of values that are likely to be equal."""
    days = [
        Period(f"2024-01-0{first}", f"2024-01-0{last}") for first in range(1, 5) for last in range(first, 5)
    ]
    spaces: list[list[Any]] = [
        [
            Money(100_000),
            uah(1000),
            uah("1000.00"),
            thousand_uah(1),
            thousand_uah(Decimal("1E0")),
            -Money(-100_000),
        ],
        [
            Percent("100"),
            Percent(100),
            Percent(Decimal("1E+2")),
            Percent("100.0"),
            Percent(100, 1),
            Percent("-0"),
            Percent(0),
        ],
        [Code((2, 10)), Code.parse("2.10."), code("2.10"), Code((2, 1)), code(2), code("02")],
        [
            Period.year(2024),
            Period("2024-01-01", Date(2024, 12, 31)),
            Period.months(2024, 12),
            Period.years(2024, 2024),
        ],
        [
            Period.nine_months(2024),
            Period.months(2024, 9),
            Period("2024-01-01", "2024-09-30"),
            Period.parse("2024-m9"),
        ],
        [Term(each) for size in range(3) for each in combinations(days, size)],
        [
            Ref.parse("2.4"),
            Ref.parse("2.4#1"),
            ref(Code((2, 4))),
            Ref(RefKind.MEASURE, "2.4"),
            ref("2.4/planned").subject,
        ],
        [Source("community"), Source.parse("community"), Source(None, "general"), Source.parse("general")],
        [Interval(1, 2), Interval(Fraction(2, 2), Fraction(2)), Interval(1, 1)],
    ]
    for space in spaces:
        for one, other in combinations(space, 2):
            assert alike(one, other) or one != other


@given(strategies.reports())
def test_equal_reports_are_alike(report: Report) -> None:
    """However a report is typed in, it is the same report and the same text."""
    assert alike(report, respelled(report))


@given(strategies.plans())
def test_equal_plans_are_alike(plan: Plan) -> None:
    assert alike(plan, respelled(plan))


def respelled(value: Any) -> Any:
    """Return the same value from other spellings: codes as text, decomposed letters, lists for tuples."""
    if type(value) in RESPELLED:
        return RESPELLED[type(value)](value)
    if attrs.has(type(value)):
        parts = {each.name: respelled(getattr(value, each.name)) for each in attrs.fields(type(value))}
        return type(value)(**parts)
    return value


def other_term(term: Term) -> Term:
    return attrs.evolve(
        term, spans=term.spans[::-1], deadlines=[each.isoformat() for each in term.deadlines[::-1]]
    )


def other_line(line: FundingPeriod) -> FundingPeriod:
    period = None if line.period is None else str(line.period)
    return attrs.evolve(line, period=period, sources=[str(source) for source in line.sources[::-1]])


RESPELLED: dict[type, Callable[[Any], Any]] = {
    Term: other_term,
    FundingPeriod: other_line,
    Code: str,
    Period: str,
    Ref: str,
    Percent: lambda percent: Percent(str(percent)),
    str: lambda words: unicodedata.normalize("NFD", words).replace(" ", "\u00a0\n"),
    tuple: lambda parts: [respelled(each) for each in parts],
}


@given(
    st.text(
        alphabet=st.characters(codec="utf-8")
        | st.sampled_from(" \u0301\u0306\u0308\u00a0\u2009\u200bїій\u1100\u1161")
    )
)
def test_text_has_one_spelling(raw: str) -> None:
    once = text(raw)
    assert text(once) == once == unicodedata.normalize("NFC", once)
    assert once == once.strip()
    assert "  " not in once
    assert text(unicodedata.normalize("NFD", raw)) == once


def test_conditions_of_a_term_have_one_spelling() -> None:
    assert Term(conditions=["и\u0306"]) == Term(conditions=["й"])


@every_class
@few
@given(data=st.data())
def test_values_survive_pickle_and_copy(kind: type, data: st.DataObject) -> None:
    """Also after what they compute once has been asked for."""
    value = data.draw(drawn(kind))
    _ask(value)
    for copied in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert type(copied) is type(value)
        assert (copied, whole(copied), hash(copied)) == (value, whole(value), hash(value))
        _ask(copied)
        for name in asked(value):
            assert getattr(copied, name) == getattr(value, name)


def asked(value: Any) -> list[str]:
    return [
        name
        for name in ("measures", "all_goals", "by_ref", "placed", "tables", "paragraphs")
        if hasattr(value, name)
    ]


def _ask(value: Any) -> None:
    hash(value)
    for name in asked(value):
        getattr(value, name)


def test_pickles_are_read_by_another_process() -> None:
    """Hashes of texts differ from process to process; addresses must be found nevertheless."""
    report = Report(Plan(goals=[Measure("2.10", "Опитування")]), 2023, progress=[Progress("2.10")])
    hash(report), report.by_ref, report.plan.by_ref
    code = (
        "import pickle, sys; report, mapping = pickle.load(sys.stdin.buffer);"
        "from localgender.values.refs import ref;"
        "assert report.progress_of('2.10') and report.plan.measure('2.10') and mapping['2.10'] == 1;"
        "assert hash(ref('2.10')) == hash(report.progress[0].measure)"
    )
    sent = pickle.dumps((report, ByRef({"2.10": 1})))
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=sent,
        capture_output=True,
        check=False,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)},
    )
    assert done.returncode == 0, done.stderr.decode()


@every_class
@few
@given(data=st.data())
def test_nothing_can_be_changed(kind: type, data: st.DataObject) -> None:
    value = data.draw(drawn(kind))
    names = [each.name for each in attrs.fields(kind)] if attrs.has(kind) else ["year"]
    for name in names:
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)
    if attrs.has(kind):
        with pytest.raises(AttributeError):
            value.note = "нове"


@every_class
@few
@given(data=st.data())
def test_tuples_and_values_are_all_that_is_inside(kind: type, data: st.DataObject) -> None:
    """Hashable through and through, so nothing inside can be changed either."""
    assert isinstance(hash(data.draw(drawn(kind))), int)


@given(strategies.plans())
def test_every_measure_has_an_address_of_its_own(plan: Plan) -> None:
    assert len(plan.by_ref) == len(plan.measures) == len({str(where) for where in plan.by_ref})
    assert [plan.measure(str(where)) for where in plan.by_ref] == list(plan.measures)


@given(strategies.reports())
def test_progress_is_found_by_its_address(report: Report) -> None:
    assert all(report.progress_of(each.measure) is each for each in report.progress)


@pytest.mark.parametrize("wrong", [95.2, True, [95]])
def test_stated_percents_are_percents(wrong: Any) -> None:
    """No float ever holds a percent."""
    with pytest.raises(TypeError):
        Progress("1.1", stated_percent=wrong)


def test_one_condition_of_a_term_may_be_given_as_text() -> None:
    assert Term(conditions="у разі потреби").conditions == ("у разі потреби",)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Measure("1.1", funding=[5]),
        lambda: Goal(goals=[5]),
        lambda: Goal(measures=["1.1"]),
        lambda: Plan(community=5),
        lambda: Plan(acts="ab"),
        lambda: Plan(passport="ab"),
        lambda: Report(None),
        lambda: Report(Plan(), progress=[5]),
        lambda: Involvement(5),
        lambda: Involvement("Рада", by_consent="no"),
        lambda: Term(["2024"]),
        lambda: Term(seasons=[((1, 1), (2, 2))]),
        lambda: Finding("no-term", "notice", "2.x"),
        lambda: Finding("no-term", "notice", (5,)),
        lambda: Place("1", None, 1.5),
        lambda: Facts({"printed": 1.5}),
    ],
)
def test_parts_are_what_they_should_be(make: Callable[[], Any]) -> None:
    with pytest.raises((TypeError, ValueError)):
        make()


def test_true_and_one_are_different_facts() -> None:
    assert Facts({"a": 1}) != Facts({"a": True})


def test_facts_are_hashable_whatever_they_are_given() -> None:
    assert hash(Facts({"rows": ["2.1"]})) == hash(Facts({"rows": ("2.1",)}))


def test_places_with_and_without_page_are_sorted() -> None:
    assert len(sorted([Place(1, 1, 1, page=2), Place(1, 1, 1)])) == 2


def test_empty_condition_is_no_condition() -> None:
    assert Term(conditions=[" "]) == Term()


def test_words_are_facts_like_any_text() -> None:
    assert alike(Facts({"stage": Stage.PLANNED}), Facts({"stage": "planned"}))
