"""Laws of sums and percents: rounding is never accused, and a true error or base is never missed."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from localgender import strategies
from localgender.model.funding import FundingPeriod, Stage
from localgender.model.plan import Plan
from localgender.model.report import Report
from localgender.questions.aggregate import interval_added
from localgender.questions.percent_basis import MONEY_BASES, PercentBase, explain_percent
from localgender.questions.suspects import suspects
from localgender.values.intervals import Interval
from localgender.values.money import Money
from localgender.values.percents import Percent, Ratio

STEPS = (1, 100, 1_000, 10_000, 100_000)
TABLES = 100_000


def rounded(kopiykas: int, step: int) -> int:
    """Print an amount to a step, half up."""
    return (2 * kopiykas + step) // (2 * step) * step


def printed(kopiykas: int, step: int) -> FundingPeriod:
    return FundingPeriod(planned=Money(rounded(kopiykas, step)), step=Money(step))


def table(random: Random) -> tuple[list[int], int]:
    """Return exact rows, some of them equal or nothing, and the step they are printed to."""
    step = random.choice(STEPS)
    greatest = 10 ** random.randrange(2, 10)
    rows = [random.choice((0, step, random.randrange(greatest))) for _ in range(random.randrange(1, 5))]
    return rows, step


def test_exact_tables_that_are_printed_rounded_are_never_accused() -> None:
    """In a hundred thousand of them, whatever the digits."""
    random = Random(1325)
    wrong = 0
    for _ in range(TABLES):
        rows, step = table(random)
        sums = interval_added([printed(row, step) for row in rows], Stage.PLANNED)
        total = printed(sum(rows), step).interval(Stage.PLANNED)
        wrong += sums is None or total is None or not sums.meets(total)
    assert wrong == 0


def test_an_error_past_twice_the_half_digits_is_found_in_every_table() -> None:
    """The half digits of the rows and of the total, doubled, are one step for each."""
    random = Random(2024)
    missed = 0
    for _ in range(TABLES // 10):
        rows, step = table(random)
        error = random.choice((1, -1)) * ((len(rows) + 1) * step + random.randrange(1, 10 * step))
        sums = interval_added([printed(row, step) for row in rows], Stage.PLANNED)
        total = Interval.around(rounded(sum(rows), step) + error, step)
        missed += sums is None or sums.meets(total)
    assert missed == 0


@given(
    st.sampled_from(MONEY_BASES),
    st.integers(0, 10**9),
    st.integers(1, 10**9),
    st.sampled_from(STEPS),
    st.integers(0, 2),
)
def test_the_true_base_is_among_the_answers_for_programmes_too(
    base: PercentBase, part: int, whole: int, step: int, decimals: int
) -> None:
    """Also when the percent was made from amounts finer than the printed ones."""
    percent = Ratio(Money(part), Money(whole)).percent(decimals)
    above, below = base.stages
    amounts = {above: Money(rounded(part, step)), below: Money(rounded(whole, step))}
    assume(amounts[below] != Money(0))
    line = FundingPeriod(2023, **{stage.value: money for stage, money in amounts.items()}, step=Money(step))
    found = explain_percent(percent, line, programme=line).explaining
    assert base in {basis.name for basis in found}


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 2))
def test_a_count_explains_the_percent_made_from_it(done: int, promised: int, decimals: int) -> None:
    percent = Ratio(Money(done), Money(promised)).percent(decimals)
    (basis,) = explain_percent(percent, count=(done, promised)).explaining
    assert basis.residual is not None
    assert abs(Fraction(basis.residual)) <= Fraction(1, 2 * 10**decimals) + Fraction(1, 10**4)


@given(strategies.plans() | strategies.reports())
def test_suspects_are_told_of_every_value(value: Plan | Report) -> None:
    """Each with as many figures as addresses, and never the printed one."""
    for each in suspects(value):
        assert 1 <= len(each.refs) == len(each.values) <= 2
        assert all(
            isinstance(figure, Percent) == (ref.part == "percent")
            for ref, figure in zip(each.refs, each.values, strict=True)
        )
