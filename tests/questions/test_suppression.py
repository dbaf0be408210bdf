"""What is hidden cannot be worked out: not by solving sums, not by trying, not from ratios."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Hashable, Sequence
from fractions import Fraction
from math import ceil, floor
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import attackers
import localgender as lg
from localgender.errors import ContradictingSumsError
from localgender.questions.suppression import Why
from localgender.questions.suppression.ledger import Ledger, Share, Sum
from localgender.values.hidden import HIDDEN, Hidden

THRESHOLDS = (3, 5, 10)


def grid(rows: Sequence[Sequence[int]]) -> Ledger:
    """Lay out a table with totals of rows, of columns and of all."""
    counts: dict[Hashable, int] = {(r, c): each for r, row in enumerate(rows) for c, each in enumerate(row)}
    sums = []
    height, width = range(len(rows)), range(len(rows[0]))
    counts |= {(r, "all"): sum(rows[r]) for r in height}
    counts |= {("all", c): sum(row[c] for row in rows) for c in width}
    counts["all", "all"] = sum(map(sum, rows))
    sums += [Sum((r, "all"), [(r, c) for c in width]) for r in [*height, "all"]]
    sums += [Sum(("all", c), [(r, c) for r in height]) for c in [*width, "all"]]
    return Ledger(counts, sums)


def quarters(tables: Sequence[Sequence[Sequence[int]]]) -> Ledger:
    """Lay out tables of quarters with the half-year and what has come together in nine months, and no more."""
    parts = [grid(rows) for rows in tables]
    counts: dict[Hashable, int] = {("q1", *key): each for key, each in parts[0].counts}
    sums = []
    for name, number in (("h1", 2), ("m9", 3)):
        counts |= {(name, *key): sum(part[key] for part in parts[:number]) for key in parts[0].figures}
    for key in parts[0].figures:
        sums += [Sum(("m9", *key), [("h1", *key)]), Sum(("h1", *key), [("q1", *key)])]
    for name in ("q1", "h1", "m9"):
        sums += [Sum((name, *each.total), [(name, *part) for part in each.parts]) for each in parts[0].sums]
    return Ledger(counts, sums)


@st.composite
def grids(draw: st.DrawFn, most: int = 4) -> Ledger:
    height, width = draw(st.integers(1, most)), draw(st.integers(2, most))
    row = st.lists(st.integers(0, 14), min_size=width, max_size=width)
    return grid(draw(st.lists(row, min_size=height, max_size=height)))


@st.composite
def trees(draw: st.DrawFn) -> Ledger:
    """Counts with parts of parts, some of them silent and some parts left out."""
    counts: dict[Hashable, int | None] = {}
    sums = []

    def grow(name: str, deep: int) -> int:
        if deep == 0 or draw(st.booleans()):
            counts[name] = draw(st.integers(0, 14))
            return counts[name]
        parts = [name + letter for letter in "abc"[: draw(st.integers(1, 3))]]
        rest = draw(st.sampled_from([0, 0, 0, 1, 7]))
        counts[name] = None
        counts[name] = sum(grow(part, deep - 1) for part in parts) + rest
        sums.append(Sum(name, parts))
        return counts[name]

    grow("t", 3)
    for key in draw(st.lists(st.sampled_from(sorted(counts)), max_size=3)):
        counts[key] = None
    return Ledger(counts, sums)


@st.composite
def periods(draw: st.DrawFn) -> Ledger:
    row = st.lists(st.integers(0, 9), min_size=2, max_size=2)
    table = st.lists(row, min_size=2, max_size=2)
    return quarters([draw(table) for _ in range(3)])


ledgers = st.one_of(grids(), trees(), periods())
policies = st.builds(lg.Policy, safe_count=st.sampled_from(THRESHOLDS), safe_zero=st.booleans())


def true_counts(ledger: Ledger) -> dict[Hashable, Fraction]:
    """What the publisher knows: counts that are printed, or follow from those that are."""
    printed = {key: Fraction(each) for key, each in ledger.counts if each is not None}
    return printed | {
        key: each for key, each in attackers.eliminated(ledger).items() if key in ledger.figures
    }


@given(ledgers, policies)
def test_no_hidden_count_follows_from_the_sums(ledger: Ledger, policy: lg.Policy) -> None:
    suppressed = lg.suppress(ledger, policy)
    solved = attackers.eliminated(suppressed.published)
    assert not set(solved) & (set(suppressed.reasons) - set(suppressed.exposed))


@given(ledgers, policies)
def test_no_small_count_is_printed_or_follows(ledger: Ledger, policy: lg.Policy) -> None:
    published = lg.suppress(ledger, policy).published
    shown = [each for _, each in published.counts if isinstance(each, int)]
    assert not any(policy.is_small(each) for each in shown)
    assert not any(0 < each < policy.safe_count for each in attackers.eliminated(published).values())


@given(st.one_of(grids(most=3), trees()), policies)
def test_small_counts_stay_as_uncertain_as_asked(ledger: Ledger, policy: lg.Policy) -> None:
    suppressed = lg.suppress(ledger, policy)
    for key, why in suppressed.reasons.items():
        if why is Why.SMALL and key not in suppressed.exposed:
            low, high = attackers.bounds(suppressed.published, key, least=int(policy.safe_zero))
            assert low <= ledger[key]
            assert high is None or (ledger[key] <= high and high - low >= policy.width)


@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), min_size=2, max_size=2), st.booleans())
def test_whoever_tries_every_table_knows_no_more(rows: list[list[int]], zero: bool) -> None:
    policy = lg.Policy(safe_count=3, safe_zero=zero)
    suppressed = lg.suppress(grid(rows), policy)
    published = suppressed.published
    inside = [key for key, each in published.counts if isinstance(each, Hidden)]
    assume(len(inside) <= 4)
    found = list(attackers.tables(published, least=int(zero), most=11))
    for key, why in suppressed.reasons.items():
        if key not in suppressed.exposed:
            values = {each[key] for each in found}
            assert len(values) > 1
            assert why is not Why.SMALL or max(values) - min(values) >= policy.width


@given(ledgers, policies)
def test_what_is_not_hidden_stays_as_it_was(ledger: Ledger, policy: lg.Policy) -> None:
    suppressed = lg.suppress(ledger, policy)
    for (key, before), (same, after) in zip(ledger.counts, suppressed.published.counts, strict=True):
        assert key == same
        assert after == (HIDDEN if key in suppressed.reasons else before)


@given(ledgers, policies)
def test_hiding_again_changes_nothing(ledger: Ledger, policy: lg.Policy) -> None:
    published = lg.suppress(ledger, policy).published
    assert lg.suppress(published, policy).published == published


@settings(max_examples=25)
@given(grids(), st.booleans())
def test_a_higher_threshold_hides_every_small_count_that_a_lower_one_hides(
    ledger: Ledger, zero: bool
) -> None:
    small = [
        {key for key, why in lg.suppress(ledger, lg.Policy(safe_count=each, safe_zero=zero)).reasons.items()
         if why is Why.SMALL}
        for each in THRESHOLDS
    ]  # fmt: skip
    assert small[0] <= small[1] <= small[2]


@settings(max_examples=25)
@given(grids(most=4))
def test_a_higher_threshold_never_costs_less(ledger: Ledger) -> None:
    """Whatever withstands at ten withstands at three, so that the cheapest at three costs no more."""
    lost = [
        sum(ledger[key].bit_length() for key in lg.suppress(ledger, lg.Policy(safe_count=each)).reasons)
        for each in THRESHOLDS
    ]
    assert lost == sorted(lost)


@settings(max_examples=25)
@given(grids())
def test_equal_tables_are_hidden_alike(ledger: Ledger) -> None:
    again = Ledger(dict(ledger.counts), list(ledger.sums))
    assert lg.suppress(ledger).reasons == lg.suppress(again).reasons


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_the_threshold_itself_is_published(threshold: int) -> None:
    ledger = Ledger({"under": threshold - 1, "at": threshold, "none": 0})
    published = lg.suppress(ledger, lg.Policy(safe_count=threshold)).published
    assert published.counts == (("under", HIDDEN), ("at", threshold), ("none", 0))


def test_zeros_are_hidden_where_the_policy_says_so() -> None:
    policy = lg.Policy(safe_zero=False)
    assert lg.suppress(Ledger({"none": 0}), policy).published["none"] == HIDDEN


def test_silence_stays_silence() -> None:
    published = lg.suppress(Ledger({"small": 2, "silent": None})).published
    assert published["silent"] is None
    assert published["small"] == HIDDEN


def test_a_remainder_that_nobody_printed_is_protected() -> None:
    """Of 11 reports 7 came for the first time, so that 4 had come before."""
    suppressed = lg.suppress(Ledger({"all": 11, "first": 7}, [Sum("all", ["first"])]))
    assert suppressed.reasons == {"first": Why.COMPLEMENTARY}


def test_a_difference_between_periods_is_protected() -> None:
    """Nine months and six months are large, and three cases lie between them."""
    suppressed = lg.suppress(Ledger({"9m": 43, "6m": 40}, [Sum("9m", ["6m"])]))
    assert len(suppressed.reasons) == 1


def test_a_year_does_not_give_a_quarter_away() -> None:
    counts = {"q1": 12, "q2": 3, "q3": 15, "q4": 11, "year": 41}
    suppressed = lg.suppress(Ledger(counts, [Sum("year", ["q1", "q2", "q3", "q4"])]))
    assert suppressed.reasons == {"q2": Why.SMALL, "q4": Why.COMPLEMENTARY}


def test_several_silent_parts_are_a_group_that_the_total_tells() -> None:
    ledger = Ledger({"all": 20, "women": 18, "men": None, "unspecified": None},
                    [Sum("all", ["women", "men", "unspecified"])])  # fmt: skip
    assert len(lg.suppress(ledger).reasons) == 1


def test_known_ones_are_no_mask_where_zeros_are_shown() -> None:
    """Two hidden counts that come to two are one each, when zeros are always printed."""
    ledger = grid([[1, 1, 30], [20, 20, 30]])
    published = lg.suppress(ledger, lg.Policy(safe_width=1)).published
    low, high = attackers.bounds(published, (0, 0), least=1)
    assert high is None or high > low


def test_what_is_public_already_stays_and_what_it_gives_away_is_told() -> None:
    ledger = Ledger({"9m": 43, "6m": 40, "q3": 3}, [Sum("9m", ["6m", "q3"])], public=["9m", "6m"])
    suppressed = lg.suppress(ledger)
    assert suppressed.published.counts == (("9m", 43), ("6m", 40), ("q3", HIDDEN))
    assert suppressed.exposed == ("q3",)


def test_what_public_counts_leave_open_is_kept_open() -> None:
    """Public figures say that two groups are nine together; each may still be anything below that."""
    counts = {"all": 29, "large": 20, "a": 2, "b": 7, "a women": 1, "a men": 1}
    sums = [Sum("all", ["large", "a", "b"]), Sum("a", ["a women", "a men"])]
    suppressed = lg.suppress(Ledger(counts, sums, public=["all", "large"]), lg.Policy(safe_count=10))
    assert suppressed.reasons.keys() == {"a", "b", "a women", "a men"}
    low, high = attackers.bounds(suppressed.published, "a", least=1)
    assert set(suppressed.exposed) == {"a", "b", "a women", "a men"}
    assert (low, high) == (2, 8)


def test_a_public_count_is_protected_against_by_the_new_one() -> None:
    ledger = Ledger({"9m": 43, "6m": 40}, [Sum("9m", ["6m"])], public=["6m"])
    suppressed = lg.suppress(ledger)
    assert suppressed.reasons == {"9m": Why.COMPLEMENTARY}
    assert not suppressed.exposed


def test_a_ratio_of_a_hidden_count_is_hidden() -> None:
    ledger = Ledger(
        {"women": 3, "other": 8, "all": 40}, shares=[Share("%", "women", "all"), Share("o", "other", "all")]
    )
    suppressed = lg.suppress(ledger)
    assert suppressed.reasons == {"women": Why.SMALL, "%": Why.RATIO}


@given(grids(), policies)
def test_no_printed_percent_gives_a_hidden_count_back(ledger: Ledger, policy: lg.Policy) -> None:
    """Percents to one decimal of every total; a reader multiplies them out."""
    shares = [Share(("%", each.total, part), part, each.total) for each in ledger.sums for part in each.parts]
    suppressed = lg.suppress(Ledger(ledger.counts, ledger.sums, shares), policy)
    for share in shares:
        part, whole = ledger[share.part], ledger[share.whole]
        if share.key in suppressed.reasons or not whole:
            continue
        tenths = floor(Fraction(1000 * part, whole) + Fraction(1, 2))
        guesses = range(
            ceil(Fraction((2 * tenths - 1) * whole, 2000)),
            floor(Fraction((2 * tenths + 1) * whole, 2000)) + 1,
        )
        assert part in guesses
        assert suppressed.published[share.part] == part
        assert suppressed.published[share.whole] == whole


def test_a_ratio_without_its_counts_is_not_printed() -> None:
    """A percent of a printed total tells the part that is not printed."""
    ledger = Ledger({"all": 40, "women": None}, shares=[Share("%", "women", "all")])
    assert lg.suppress(ledger).reasons == {"%": Why.RATIO}


@pytest.mark.parametrize(
    "ledger",
    [
        Ledger({"all": 5, "a": 4, "b": 3}, [Sum("all", ["a", "b"])]),
        Ledger({"all": 5, "a": 7, "b": None}, [Sum("all", ["a", "b"])]),
        Ledger({"few": 3, "all": None, "a": 7}, [Sum("few", ["all"]), Sum("all", ["a"])]),
    ],
)
def test_sums_that_do_not_hold_are_refused_by_name(ledger: Ledger) -> None:
    with pytest.raises(ContradictingSumsError, match="all") as refused:
        lg.suppress(ledger)
    assert "all" in refused.value.totals


@pytest.mark.parametrize(("counts", "error"), [({"a": -1}, TypeError), ({"a": 1.0}, TypeError), ({"a": True}, TypeError),
                                               ([("a", 1), ("a", 1)], ValueError)])  # fmt: skip
def test_a_ledger_refuses_what_is_no_count(counts: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        Ledger(counts)


def test_a_ledger_refuses_a_sum_of_nothing_it_knows() -> None:
    with pytest.raises(KeyError, match="nobody"):
        Ledger({"a": 1}, [Sum("a", ["nobody"])])


def test_a_large_table_is_hidden_without_leaving_a_way_to_solve_it() -> None:
    """Past some size the choice is grown, and no longer the cheapest there is."""
    random = Random(1325)
    ledger = grid([[int(random.expovariate(0.1)) for _ in range(15)] for _ in range(18)])
    suppressed = lg.suppress(ledger)
    assert not lg.worked_out(suppressed.published)
    lost, most = (
        sum(ledger[key].bit_length() for key in keys) for keys in (suppressed.reasons, ledger.figures)
    )
    assert lost < most / 3


def test_what_a_suppression_shows_of_itself_does_not_tell_why() -> None:
    suppressed = lg.suppress(Ledger({"all": 11, "first": 7}, [Sum("all", ["first"])]))
    assert repr(suppressed) == "<Suppression: 1 figures hidden>"
    small, other = lg.suppress(grid([[3, 9], [8, 12]])).published, {}
    assert {repr(each) for _, each in small.counts if isinstance(each, Hidden)} == {"HIDDEN"}, other


def test_counts_that_are_all_safe_need_no_extra() -> None:
    ledger = grid([[9, 12], [8, 30]])
    assert lg.suppress(ledger).published == ledger


def test_a_ledger_and_its_suppression_survive_copying() -> None:
    suppressed = lg.suppress(Ledger({"all": 11, "first": 7}, [Sum("all", ["first"])]))
    assert pickle.loads(pickle.dumps(suppressed)) == suppressed
    assert len({suppressed, copy.deepcopy(suppressed)}) == 1


@given(ledgers)
def test_the_attack_that_ships_finds_what_another_finds(ledger: Ledger) -> None:
    published = lg.suppress(ledger).published
    found = attackers.eliminated(published)
    assert lg.worked_out(published) == {key: count for key, count in found.items() if key in ledger.figures}
