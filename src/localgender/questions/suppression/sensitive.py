"""Which statistics must not be shown as they are: few people, and what is told of them can harm them."""

from __future__ import annotations

from localgender.documents.reading import Reading
from localgender.errors import ContradictingSumsError, SensitiveTableError
from localgender.model.statistics import Indicator, Statistics
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.suppression.figures import Gap, ledger_of, telling
from localgender.questions.suppression.tableau import tableau
from localgender.questions.suppression.words import names_sensitive
from localgender.values.refs import Ref


def telling_of_few(statistics: Statistics, policy: Policy = DEFAULT) -> tuple[Ref, ...]:
    """Name the figures that tell of few people what can harm them, by themselves or with others.

    Returns:
        In the document's order: counts and ratios that are small or give a small count away, of an indicator
        whose words, or the heading above it, are about victims and the like. Where parts and totals
        contradict each other, so that nobody can tell, all figures of such indicators.
    """
    asked = {
        where: each for where, each in statistics.by_ref.items() if _is_sensitive(each.indicator, statistics)
    }
    if not asked:
        return ()
    try:
        found = _few(statistics, policy)
    except ContradictingSumsError:
        return tuple(asked)
    return tuple(where for where in asked if where in found)


def _few(statistics: Statistics, policy: Policy) -> frozenset[Ref]:
    table = tableau(ledger_of(statistics), policy)
    keys = (table.keys[cell] for cell in table.sensitive)
    counted = {key.of if isinstance(key, Gap) else key for key in keys}
    return frozenset({each for each in counted if isinstance(each, Ref)} | {*telling(statistics, (), policy)})


def _is_sensitive(indicator: Indicator, statistics: Statistics) -> bool:
    whole = indicator.part_of
    return (
        names_sensitive(indicator.name)
        or (whole is not None and _is_sensitive(whole, statistics))
        or (statistics.title is not None and names_sensitive(statistics.title))
    )


def publishable(
    asked: Statistics | Reading[Statistics], policy: Policy = DEFAULT, *, unsuppressed: bool = False
) -> Statistics:
    """Return statistics that may be shown, for whatever writes them to a file.

    >>> from localgender.model.statistics import Observation
    >>> publishable(Statistics(observations=Observation("Звернення", 2024, 3))).observations[0].value
    Quantity('3')

    Args:
        asked: Any statistics.
        policy: What is small.
        unsuppressed: The word of whoever shows few victims nevertheless.

    Raises:
        SensitiveTableError: A ValueError, for statistics that tell of few people what can harm them.
    """
    value = asked.value if isinstance(asked, Reading) else asked
    if not unsuppressed and telling_of_few(value, policy):
        raise SensitiveTableError(value.title or value.indicators[0].name)
    return value
