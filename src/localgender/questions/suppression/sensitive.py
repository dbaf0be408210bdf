"""Which statistics must not be shown as they are: few people, of whom something is told that can harm them.

No Ukrainian act was found that says how few is too few, or lists such indicators. The words below are a
choice of the library, to be read and corrected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from localgender.documents.reading import Reading
from localgender.errors import ContradictingSumsError, SensitiveTableError
from localgender.model.statistics import Indicator, Statistics
from localgender.notation.folding import fold, joined, look_alikes
from localgender.questions.policy import DEFAULT, Policy
from localgender.questions.suppression.figures import Gap, ledger_of, telling
from localgender.questions.suppression.tableau import tableau
from localgender.values.refs import Ref

# How words begin, in both languages, and of whom they tell; of a pair both words must be there.
WORDS: Mapping[str, str] = {
    "постраждал": "victims",
    "потерпіл": "victims",
    "жертв": "victims",
    "victim": "victims",
    "survivor": "victims",
    "насильств": "violence",
    "насильниц": "violence",
    "зґвалтув": "violence",
    "домаган": "violence",
    "булінг": "violence",
    "violence": "violence",
    "кривдник": "offenders",
    "кривдниц": "offenders",
    "offender": "offenders",
    "perpetrator": "offenders",
    "торгівл людьми": "trafficking",
    "експлуатац людей": "trafficking",
    "traffick": "trafficking",
    "заборонн припис": "protection",
    "обмежувальн припис": "protection",
}
_WORD = re.compile(r"[^\W\d_]+")


def names_sensitive(text: str) -> bool:
    """Tell whether words are about victims, violence, offenders, trafficking, or protection from them.

    >>> [names_sensitive(text) for text in ("Кількість постраждалих", "Торгівля людьми", "Торгівля")]
    [True, True, False]
    """
    words = _WORD.findall(fold(look_alikes(joined(text))))
    return any(
        all(any(word.startswith(begin) for word in words) for begin in begins.split()) for begins in WORDS
    )


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
