"""What was promised as a sheet: lines above it, a header of one row or two, and rows of several kinds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen
from hypothesis import strategies as st

from localgender.strategies import wording
from localgender.strategies.arrangement import Arrangement, Slot
from localgender.strategies.meaning import Meaning, across_columns, named
from localgender.strategies.promises import Amounts, Line, Promised, summed

Row = tuple[str, ...]
MONEY = "money"


@frozen
class Sheet:
    """Table as it is printed, with what its rows and columns are, so that dirt knows where it falls.

    Attributes:
        prose: Lines above the table.
        columns: What each column holds: a key of the header words, "money" or "sum".
        header: One row, or two of which the upper stands over several columns.
        rows: Cells of each row; a merged cell speaks once.
        kinds: What each row is: "measure", "source", "goal" or "total".
        foot: Lines below the table.
    """

    prose: tuple[str, ...]
    columns: tuple[str, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    kinds: tuple[str, ...]
    foot: tuple[str, ...] = ()

    def at(self, *names: str) -> tuple[int, ...]:
        """Return the numbers of some columns."""
        return tuple(number for number, name in enumerate(self.columns) if name in names)


@st.composite
def sheets(draw: st.DrawFn, meant: Promised, how: Arrangement) -> Sheet:
    """Lay a promise out in words that vary."""
    columns = tuple(_columns(how))
    header = draw(_headers(how, columns))
    laid = list(_Layout(meant, how, columns).body(draw))
    unit = (f"({how.unit_word})",) if how.unit_at == "above" else ()
    foot = draw(st.sampled_from([(), wording.SIGNATURES[:1], wording.SIGNATURES[1:]]))
    return Sheet(
        (*_prose(meant, how), *unit),
        columns,
        header,
        tuple(row for _, row in laid),
        tuple(kind for kind, _ in laid),
        foot,
    )


def _prose(meant: Promised, how: Arrangement) -> tuple[str, ...]:
    if how.kind == "plan":
        return (f"Програма {named(meant)}",)
    return ("ЗВІТ", f"про виконання Програми {named(meant)}", how.period[0])


def _columns(how: Arrangement) -> Iterator[str]:
    if how.numbers in {"own", "running"} or how.goals == "column":
        yield "number"
    if how.goals in {"column", "titled"}:
        yield "goal"
    if how.targets:
        yield from ("task", "activity")
    yield "measure"
    yield from ("who", "term") if how.swapped else ("term", "who")
    if how.kind == "plan" and not how.late_result:
        yield "result"
    if how.by_source:
        yield "source"
    money = [MONEY] * len(how.slots)
    yield from {"first": ["sum", *money], "last": [*money, "sum"]}.get(how.sum_at, money)
    if how.percent:
        yield "percent"
    if how.kind == "report":
        yield "narrative"
    elif how.late_result:
        yield "result"


@st.composite
def _headers(draw: st.DrawFn, how: Arrangement, columns: Sequence[str]) -> tuple[Row, ...]:
    words = {
        name: draw(st.sampled_from(wording.HEADERS[name]))
        for name in dict.fromkeys(columns)
        if name not in {MONEY, "sum"}
    }
    unit = f", {how.unit_word}" if how.unit_at == "header" else ""
    slots, years = iter(how.slots), draw(st.sampled_from(wording.YEARS))
    group = draw(st.sampled_from(wording.HEADERS["money"]))
    own = []
    for name in columns:
        if name == MONEY:
            own.append(draw(_money_words(next(slots), years, how)))
        else:
            own.append(words.get(name) or draw(st.sampled_from(wording.HEADERS["total"])))
    money = [n for n, name in enumerate(columns) if name in {MONEY, "sum"}]
    if not how.grouped:
        return (
            tuple(f"{_alone(each, how, group)}{unit}" if n in money else each for n, each in enumerate(own)),
        )
    upper = [f"{group}{unit}" if n == money[0] else "" if n in money else each for n, each in enumerate(own)]
    return tuple(upper), tuple(each if n in money else "" for n, each in enumerate(own))


def _alone(words: str, how: Arrangement, group: str) -> str:
    """Say what a column holds that has no common header above it: a bare year would not tell in a report."""
    bare = how.kind == "plan" and how.slots[0].year is None and how.slots[0].source is None
    return group if bare else words


def _money_words(slot: Slot, years: str, how: Arrangement) -> st.SearchStrategy[str]:
    told = [years.format(slot.year)] if slot.year else []
    told += [slot.source] if slot.source else []
    if how.kind == "report" or not told:
        stage = st.sampled_from(wording.HEADERS[slot.stage.value])
        return stage.map(lambda word: ", ".join([word, *told]))
    return st.just(", ".join(told))


@frozen
class _Layout:
    meant: Promised
    how: Arrangement
    columns: tuple[str, ...]

    def body(self, draw: st.DrawFn) -> Iterator[tuple[str, Row]]:
        separator = draw(st.sampled_from([", ", "; ", "\n", ",\n"]))
        for number, (title, lines) in enumerate(self.meant.goals, 1):
            yield from self._opening(number, title)
            targets: list[str] = []
            for n, line in enumerate(lines, 1):
                cells = self._cells(number, n, title if n == 1 else "", line)
                cells |= {"who": separator.join(line.executors), **_target(line, targets)}
                yield from self._measure(line, cells)
            if self.how.goal_totals:
                code = f"{number}.1" if self.how.goals == "nested" else str(number)
                yield (
                    "total",
                    self._total(wording.GOAL_TOTAL.format(code), summed([line.amounts for line in lines])),
                )
        if self.how.total:
            yield "total", self._total(self.how.total, Meaning(self.meant, self.how).whole)

    def _opening(self, number: int, title: str) -> Iterator[tuple[str, Row]]:
        rest = ("",) * (len(self.columns) - 1)
        if self.how.goals == "rows":
            yield "goal", (self.how.goal_row.format(number) + title, *rest)
        elif self.how.goals == "nested":
            yield "goal", (wording.STRATEGIC.format(number) + wording.AIMS[number - 1], *rest)
            yield "goal", (wording.OPERATIONAL.format(f"{number}.1") + title, *rest)

    def _cells(self, goal: int, n: int, title: str, line: Line) -> dict[str, str]:
        code = Meaning(self.meant, self.how).code(goal, n)
        number = str(goal) if title else ""
        return {
            "number": (code or "") if self.how.goals != "column" else number,
            "goal": f"{goal}. {title}" if title and self.how.goals == "titled" else title,
            "measure": f"{code}. {line.title}" if self.how.numbers == "inside" else line.title,
            "term": line.term[0],
            "percent": self.how.silent if line.percent is None else _tenths(line.percent),
            "narrative": line.words,
            "result": line.result,
        }

    def _measure(self, line: Line, first: dict[str, str]) -> Iterator[tuple[str, Row]]:
        parts = [(part.source or "", part.amounts) for part in line.parts]
        if self.how.whole:
            parts.insert(0, ("Всього, у т.ч.:", line.amounts))
        for number, (source, amounts) in enumerate(parts):
            cells = first if number == 0 else {}
            yield "source" if number else "measure", self._row({**cells, "source": source}, amounts)

    def _total(self, label: str, amounts: Amounts) -> Row:
        row = self._row({}, amounts)
        return (label, *row[1:])

    def _row(self, cells: dict[str, str], amounts: Amounts) -> Row:
        printed, whole = iter(amounts), across_columns(amounts)
        return tuple(
            self._amount(whole if name == "sum" else next(printed))
            if name in {MONEY, "sum"}
            else cells.get(name, "")
            for name in self.columns
        )

    def _amount(self, amount: int | None) -> str:
        if amount is None:
            return self.how.silent
        whole, rest = divmod(amount, 10**self.how.decimals)
        digits = f"{whole},{rest:0{self.how.decimals}}" if self.how.decimals else str(whole)
        return f"{digits} {self.how.unit_word}" if self.how.unit_at == "cell" else digits


def _tenths(percent: int) -> str:
    return f"{percent // 10},{percent % 10}"


def _target(line: Line, said: list[str]) -> dict[str, str]:
    """Name a task and an activity; merged over several measures they speak once."""
    task = f"{line.target[0]}. {wording.TASKS[line.target[0] - 1]}"
    activity = f"{line.target[1]}) {wording.ACTIVITIES[line.target[1] - 1]}"
    same, both = said[:1] == [task], said == [task, activity]
    said[:] = [task, activity]
    return {"task": "" if same else task, "activity": "" if both else activity}
