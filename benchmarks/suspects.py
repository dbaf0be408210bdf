"""How often the cell that was miswritten is among the suspects, and how often it stands first.

    python benchmarks/suspects.py [DATE]

A report of 37 measures under 4 tasks is generated with totals of each task and of the whole, then one digit
of one printed figure is changed, 2,000 times. Counted are the changes that the printed digits let be seen.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections import Counter
from random import Random

from attrs import evolve, frozen

import localgender as lg
from localgender.model.funding import FundingPeriod, Stage
from localgender.values.percents import Ratio

SIZES = (7, 12, 12, 6)
STEP = 10_000


def rounded(kopiykas: int) -> lg.Money:
    """Print an amount in thousands with one digit, half up."""
    return lg.Money((2 * kopiykas + STEP) // (2 * STEP) * STEP)


@frozen
class Shape:
    """How a generated report is financed.

    Attributes:
        name: What it is like.
        unplanned: Measures in a hundred with nothing planned.
        unfunded: Measures in a hundred of the planned ones that got nothing.
        alike: In how many of a hundred financed measures a stage of money equals the one before it.
        exact: Whether totals add up amounts before rounding, or those printed.
    """

    name: str
    unplanned: int
    unfunded: int
    alike: int
    exact: bool


SHAPES = (
    Shape("all paid for, stages often equal", 0, 0, 40, exact=True),
    Shape("all paid for, stages never equal", 0, 0, 0, exact=True),
    Shape("a third without money", 15, 20, 40, exact=True),
    Shape("the same, totals of printed figures", 15, 20, 40, exact=False),
    Shape("as sparse as Zhytomyr 2023", 50, 80, 40, exact=True),
)


def amounts(random: Random, shape: Shape) -> tuple[int, int, int]:
    """Draw the exact kopiykas planned, allocated and disbursed of one measure."""
    if random.randrange(100) < shape.unplanned:
        return 0, 0, 0
    planned = random.choice((random.randrange(20, 400) * 50_000, random.randrange(20_000, 9_000_000)))
    if random.randrange(100) < shape.unfunded:
        return planned, 0, 0
    allocated, disbursed = (
        100 if random.randrange(100) < shape.alike else random.randrange(30, 100) for _ in "ad"
    )
    return planned, planned * allocated // 100, planned * allocated * disbursed // 10_000


def line(figures: tuple[int, int, int]) -> FundingPeriod:
    """Print three stages of money."""
    stages = dict(zip(("planned", "allocated", "disbursed"), map(rounded, figures), strict=True))
    return FundingPeriod(2023, **stages, step=lg.Money(STEP))


def percent(figures: tuple[int, int, int]) -> lg.Percent | None:
    """Return what was disbursed of what was planned; None when nothing was planned."""
    return Ratio(lg.Money(figures[2]), lg.Money(figures[0])).percent(1)


def report(random: Random, shape: Shape) -> lg.Report:
    """Generate a report, its figures exact before they are printed."""
    goals, progress, totals, everything = [], [], [], []
    for task, size in enumerate(SIZES, start=1):
        rows = [amounts(random, shape) for _ in range(size)]
        codes = [f"{task}.{n}" for n in range(1, size + 1)]
        goals.append(lg.Goal(task, measures=[lg.Measure(code) for code in codes]))
        for code, row in zip(codes, rows, strict=True):
            progress.append(lg.Progress(code, line(row), stated_percent=percent(row)))
        totals.append(total(f"goal:{task}", rows, shape))
        everything += rows
    totals.append(total("plan", everything, shape))
    return lg.Report(lg.Plan(goals=goals), 2023, progress=progress, stated_totals=totals)


def total(scope: str, rows: list[tuple[int, int, int]], shape: Shape) -> lg.StatedTotal:
    """Print the total of some rows."""
    if not shape.exact:
        rows = [tuple(rounded(each).kopiykas for each in row) for row in rows]
    sums = tuple(map(sum, zip(*rows, strict=True)))
    return lg.StatedTotal("Всього", scope, line(sums), stated_percent=percent(sums))


def digit_changed(random: Random, units: int) -> int:
    """Change one digit of a figure printed with one decimal, and keep its length."""
    digits = list(str(units).zfill(2))
    place = random.randrange(len(digits))
    first = 1 if place == 0 and len(digits) > 2 else 0
    digits[place] = random.choice([d for d in "0123456789"[first:] if d != digits[place]])
    return int("".join(digits))


def figures_of(value: lg.Report) -> list[lg.Ref]:
    """Return the address of every printed figure."""
    owners = [(each.measure, each) for each in value.progress]
    owners += [(lg.Ref("total", nth=nth), each) for nth, each in enumerate(value.stated_totals, start=1)]
    year = lg.Period.year(2023)
    found = [subject.to(stage.value, period=year) for subject, _ in owners for stage in Stage]
    return found + [subject.to("percent") for subject, each in owners if each.stated_percent is not None]


def changed(value: lg.Report, where: lg.Ref, figure: lg.Money | lg.Percent) -> lg.Report:
    """Write another figure in one place."""

    def with_it(owner: lg.Progress | lg.StatedTotal) -> lg.Progress | lg.StatedTotal:
        if isinstance(figure, lg.Percent):
            return evolve(owner, stated_percent=figure)
        return evolve(owner, funding=evolve(owner.funding[0], **{where.part: figure}))

    subject = where.subject
    progress = [with_it(each) if each.measure == subject else each for each in value.progress]
    totals = [
        with_it(each) if lg.Ref("total", nth=nth) == subject else each
        for nth, each in enumerate(value.stated_totals, start=1)
    ]
    return evolve(value, progress=progress, stated_totals=totals)


def corrupted(random: Random, value: lg.Report) -> tuple[lg.Report, lg.Ref]:
    """Change one digit of one figure, and tell which."""
    where = random.choice(figures_of(value))
    owner = value.stated_totals[where.nth - 1] if where.kind == "total" else value.progress_of(where)
    if where.part == "percent":
        units = digit_changed(random, int(owner.stated_percent.value * 10))
        return changed(value, where, lg.Percent(f"{units}E-1", 1)), where
    units = digit_changed(random, owner.funding[0].at(where.part).kopiykas // STEP)
    return changed(value, where, lg.Money(units * STEP)), where


@frozen
class Score:
    """What came of the corruptions of one shape.

    Attributes:
        cases: Digits changed.
        accused: Reports accused before any was changed.
        seen: Changes that contradict other figures.
        listed: Of these, those where the changed figure is among the suspects.
        first: Those where it is the first of them.
        alone: Those where it is the only one.
        length: Suspects of all of these together.
        seconds: Time of the processor for all cases.
    """

    cases: int
    accused: int
    seen: int
    listed: int
    first: int
    alone: int
    length: int
    seconds: float


def measure(shape: Shape, cases: int, seed: int = 1325) -> Score:
    """Corrupt reports of a shape, a new one every 50 cases, and ask for suspects."""
    random = Random(seed)  # noqa: S311 - figures, not secrets
    counts: Counter[str] = Counter()
    spent = 0.0
    for n in range(cases):
        if n % 50 == 0:
            clean = report(random, shape)
            counts["accused"] += bool(lg.suspects(clean))
        value, true = corrupted(random, clean)
        began = time.process_time()
        found = lg.suspects(value)
        spent += time.process_time() - began
        if found:
            counts["seen"] += 1
            counts["length"] += len(found)
            counts["listed"] += (true,) in {each.refs for each in found}
            counts["first"] += found[0].refs == (true,)
            counts["alone"] += [each.refs for each in found] == [(true,)]
    names = ("accused", "seen", "listed", "first", "alone", "length")
    return Score(cases, *(counts[name] for name in names), spent)


HEAD = f"{'shape':<37}{'cases':>6}{'seen':>6}{'missed':>7}{'first':>7}{'alone':>7}{'length':>7}{'ms':>6}"


def row(shape: Shape, score: Score) -> str:
    """Lay out one line of the table."""
    seen = max(score.seen, 1)
    shares = f"{score.first / seen:>7.1%}{score.alone / seen:>7.1%}{score.length / seen:>7.2f}"
    missed = score.seen - score.listed
    spent = score.seconds * 1000 / score.cases
    return f"{shape.name:<37}{score.cases:>6}{score.seen:>6}{missed:>7}{shares}{spent:>6.1f}"


def main(day: str = "no date given") -> None:
    """Print the table."""
    machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
    print("Suspects of one changed digit; 37 measures, 4 tasks, 3 stages of money, percents to one decimal")
    print(f"{machine}, {platform.machine()}; {day}")
    print(HEAD)
    for shape in SHAPES:
        score = measure(shape, 2000)
        print(row(shape, score))
        if score.accused:
            print(f"    right reports that were accused: {score.accused}")


if __name__ == "__main__":
    main(*sys.argv[1:])
