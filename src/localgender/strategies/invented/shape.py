"""An invented country by its size and seed, and what stands in any place of it: plain integers.

What became of a measure is worked out from its place and the seed alone, by arithmetic that plain numbers
and columns of an engine share. So any part of a country is made without the rest, and a larger country with
the same seed begins with the smaller one.
"""

from __future__ import annotations

from typing import Any

from attrs import field, frozen
from attrs.validators import ge, instance_of

from localgender.strategies.invented import words
from localgender.strategies.invented.words import HABITS, OUTCOMES

# The largest prime below 2**31: squares of what is left of it fit into 64 bits of every engine.
_PRIME = 2**31 - 1
_MOST_YEARS, _MOST_MEASURES = 128, 4096
_MOST_UNITS = 500
STEP = 10_000
"""Kopiykas of a tenth of a thousand hryvnias: all amounts are whole multiples."""


def _at_least(least: int) -> Any:
    return field(default=2, validator=[instance_of(int), ge(least)])


@frozen
class Country:
    """Invented country: communities with a plan each, and a report on every year of it.

    Every third community also reports on nine months of each year, with half of the money of the year.

    >>> country = Country(communities=2, years=2, measures=3)
    >>> country.outcome_number(country.place(1, 2022, 0)) in range(12)
    True

    Attributes:
        communities: How many.
        years: How many years are reported, from `first_year` on.
        measures: How many stand in each plan, eight to a goal.
        seed: Another number makes another country of the same shape.
        dirty: Whether some communities have odd habits: see `habit`.
        first_year: First year of all plans.
    """

    communities: int = _at_least(0)
    years: int = _at_least(1)
    measures: int = _at_least(0)
    seed: int = field(default=1, validator=instance_of(int))
    dirty: bool = field(default=False, validator=instance_of(bool))
    first_year: int = field(default=2021, validator=instance_of(int))

    def __attrs_post_init__(self) -> None:
        if self.years > _MOST_YEARS or self.measures > _MOST_MEASURES:
            raise ValueError(f"at most {_MOST_YEARS} years and {_MOST_MEASURES} measures, not {self!r}")

    def habit(self, community: int) -> str:
        """Return what is odd about the papers of a community: "plain" in a country that is not dirty."""
        return HABITS[self.habit_number(community)] if self.dirty else "plain"

    def habit_number(self, community: Any) -> Any:
        """Return which of the habits a community of a dirty country has."""
        return mixed(community, self.seed, 0) % len(HABITS)

    def place(self, community: Any, year: Any, measure: Any) -> Any:
        """Return one number for a measure in a year."""
        return (community * _MOST_YEARS + (year - self.first_year)) * _MOST_MEASURES + measure

    def outcome_number(self, place: Any) -> Any:
        """Return which of the outcomes a measure has in a year."""
        return mixed(place, self.seed, 1) % len(OUTCOMES)

    def units(self, place: Any) -> Any:
        """Return how much one part of a measure's money is in half a year, in steps of `STEP`."""
        return mixed(place, self.seed, 2) % _MOST_UNITS + 1


def mixed(number: Any, seed: int, use: int) -> Any:
    """Mix a number into another from 0 to 2**31 - 2, by whole operations that no engine rounds or wraps.

    Args:
        number: From 0 to 2**46, alone or as a column.
        seed: Any whole number.
        use: What it is for, so that one place gives several numbers that do not hang together.
    """
    start = (seed * 7_919 + use * 104_729) % _PRIME
    once = (number % _PRIME + start) * 48_271 % _PRIME
    twice = (once * once + start) % _PRIME
    return (twice * twice + once) % _PRIME


def region_of(community: int) -> str:
    """Return the invented oblast of a community."""
    return words.REGIONS[community % len(words.REGIONS)]


def katottg_of(community: int) -> str:
    """Return an invented code of the territorial classifier, which no real community has."""
    return f"UA{words.FIRST_REGION_DIGITS + community % len(words.REGIONS)}{community + 1:015}"


def adjective_of(community: int) -> tuple[str, str, str]:
    """Return the adjectives of a community's name, and what follows it in one of very many communities."""
    again, number = divmod(community, len(words.BEGINNINGS) * len(words.ROOTS) * len(words.KINDS))
    rest, root = divmod(number, len(words.ROOTS))
    beginning = words.BEGINNINGS[rest % len(words.BEGINNINGS)]
    kind = words.KINDS[rest // len(words.BEGINNINGS)][0]
    return (beginning + words.ROOTS[root]).capitalize(), kind, f" {again + 1}" if again else ""


def name_of(community: int) -> str:
    """Return the invented name of a community, another one for each."""
    adjective, kind, again = adjective_of(community)
    return f"{adjective} {kind} територіальна громада{again}"


def code_of(measure: int, habit: str = "plain") -> str:
    """Return the printed number of a measure; with the habit "repeated" two rows in turn share one."""
    goal, row = divmod(measure, words.PER_GOAL)
    return f"{goal + 1}.{(row // 2 * 2 if habit == 'repeated' else row) + 1}"


def title_of(measure: int) -> str:
    """Return the words of a measure."""
    return words.TITLES[measure % len(words.TITLES)]


def executors_of(measure: int) -> tuple[str, ...]:
    """Return who is to do a measure, none for silence."""
    return words.EXECUTORS[measure % len(words.EXECUTORS)]


def target_of(measure: int) -> str | None:
    """Return the task of a higher document that a measure serves."""
    served = words.TARGETS[:-1]
    return served[measure % len(served)] if measure % 4 == 0 else None
