"""Statistics as a table: one row for each indicator, time and place, the sexes side by side."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from localgender.documents.reading import Reading
from localgender.model.statistics import Absence, Nature, Observation, Sex, Statistics
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.suppression.sensitive import telling_of_few
from localgender.showing.catalogue import Said
from localgender.showing.tables import Heading, Table, Words
from localgender.showing.wording import Phrase
from localgender.values.counts import Bound


def named(figure: Observation) -> Any:
    """Name an indicator; a part after its whole."""
    of = figure.indicator.part_of
    # A share is told of the indicator that it is a share of, and bears its name.
    if of is None or of.name == figure.indicator.name:
        return figure.indicator.name
    return Phrase(Said("{whole}: {part}"), {"whole": of.name, "part": figure.indicator.name})


_COLUMNS: dict[str, Callable[[Observation], Any]] = {
    "indicator": named,
    "unit": lambda each: each.indicator.unit,
    "nature": lambda each: each.nature,
    "period": lambda each: each.period,
    "place": lambda each: each.place,
    "locality": lambda each: each.locality,
    "age": lambda each: each.age,
}
_HEADINGS: dict[str, Said] = {
    "indicator": Said("Indicator"),
    "unit": Said("Unit of measure"),
    "nature": Said("Measured or aimed at"),
    "period": Said("Period"),
    "place": Said("Territory"),
    "locality": Said("Locality"),
    "age": Said("Age"),
}
_SEXES: dict[Sex | None, Words] = {
    Sex.TOTAL: Said("All"),
    Sex.FEMALE: Said("Women"),
    Sex.MALE: Said("Men"),
    Sex.UNSPECIFIED: Said("Sex not recorded"),
    None: Said("Value"),
}


def statistics(asked: Statistics | Reading[Statistics], policy: Policy = DEFAULT) -> Table:
    """Lay statistics out; a table that tells of few victims is `sensitive`, and no renderer prints it so.

    >>> from localgender.model.statistics import Observation
    >>> calls = Statistics(observations=[Observation("Виклики", 2024, 9, sex="female")])
    >>> statistics(calls).rows, statistics(calls).sensitive
    ((('Виклики', Period.parse('2024'), 9),), False)

    Args:
        asked: Any statistics; those of `suppress` show what is hidden in words.
        policy: What is small.

    Returns:
        Columns only of what is told. A second figure for the same question stands in a row of its own.
    """
    value = asked.value if isinstance(asked, Reading) else asked
    spoken = [name for name in _COLUMNS if _is_told(name, value)]
    sexes = [sex for sex in _SEXES if any(each.sex is sex for each in value.observations)]
    rows = _rows(value, spoken)
    marked = any(each.absence is Absence.SUPPRESSED for each in value.observations)
    return Table(
        value.title or Said("Statistics"),
        [*(Heading(_HEADINGS[name]) for name in spoken), *(Heading(_SEXES[sex], "right") for sex in sexes)],
        [[*key, *(cells.get(sex) for sex in sexes)] for key, cells in rows],
        notes=[_HIDDEN] if marked else [],
        sensitive=bool(telling_of_few(value, policy)),
    )


_HIDDEN = Said("Hidden are small counts, and figures from which they could be worked out.")


def _is_told(name: str, value: Statistics) -> bool:
    if name == "nature":
        return any(each.nature is Nature.TARGET for each in value.observations)
    return any(_COLUMNS[name](each) is not None for each in value.observations)


def _rows(value: Statistics, spoken: list[str]) -> list[tuple[tuple[Hashable, ...], dict[Sex | None, Any]]]:
    rows: list[tuple[tuple[Hashable, ...], dict[Sex | None, Any]]] = []
    for each in value.observations:
        key = tuple(_COLUMNS[name](each) for name in spoken)
        free = next((cells for other, cells in rows if other == key and each.sex not in cells), None)
        if free is None:
            rows.append((key, free := {}))
        free[each.sex] = _cell(each)
    return rows


def _cell(figure: Observation) -> Any:
    if figure.value is None:
        return figure.absence
    count = figure.value.count
    whole = count is not None and count.bound is Bound.EXACT and not figure.value.decimals
    return count.number if count is not None and whole else figure.value
