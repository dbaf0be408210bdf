"""Labels of rows and columns: what of them names an indicator, and what says whom and when it is of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve, frozen

from localgender import notation
from localgender.documents.interpret.statistics import spans, words
from localgender.errors import NotationError
from localgender.model.statistics import Locality, Nature, Sex
from localgender.notation import figures
from localgender.notation.folding import fold, joined
from localgender.values.ages import Ages
from localgender.values.periods import Period
from localgender.values.texts import text as one_spelling


@frozen
class Label:
    """What a label says (напис рядка чи стовпця).

    Attributes:
        words: What is left as the name of an indicator; "" when the label only tells axes.
        unit: Unit in the form it is kept.
        period: When.
        within: Part of a year that is told elsewhere («I квартал», «січень»).
        sex: Whose figures.
        locality: Of what kind of settlement.
        ages: Of what ages.
        nature: Measured, or aimed at; None when not told.
        total: Whether it announces everybody, of what is told apart beside it.
        part: Whether it names parts («у тому числі», «з них»).
        derived: Whether its figures are made of others, such as a deviation.
    """

    words: str = ""
    unit: str | None = None
    period: Period | None = None
    within: str = ""
    sex: Sex | None = None
    locality: Locality | None = None
    ages: Ages | None = None
    nature: Nature | None = None
    total: bool = False
    part: bool = False
    derived: bool = False

    @property
    def tells_axes(self) -> bool:
        """Whether it says whom or when its figures are of."""
        said = (self.period, self.sex, self.locality, self.ages, self.nature)
        return self.total or self.within != "" or any(each is not None for each in said)


SILENT = Label()
"""A label that says nothing."""

ANY_YEAR = Period.year(2000)
"""A year to try words with that are a period in any year."""

_BORDER = re.compile(r"\s*(?:[,;:()\n]|\s[-–—]\s|^[-–—]\s*)\s*")
_NUMBERING = re.compile(r"\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[а-яіїє]\))\s+")


def label(*pieces: str, ages: bool = False) -> Label:
    """Read a label that may stand in several cells, one above the other.

    Axes and units are taken from its ends only, so that «жінок» inside a name stays in the name.

    >>> read = label("Рівень зайнятості, %", "Жінки")
    >>> read.words, read.unit, str(read.sex)
    ('Рівень зайнятості', '%', 'female')

    Args:
        pieces: Texts of the cells, the outermost first.
        ages: Whether numbers alone are ages, as under a header that says so.
    """
    read = Label()
    for piece in pieces:
        own = _one(joined(piece), ages=ages)
        named = " ".join(filter(None, [read.words, own.words]))
        read = evolve(_merged(read, own), words=one_spelling(named))
    return within_year(read, read.period) if read.within and read.period else read


def within_year(read: Label, year: Period | None) -> Label:
    """Complete a part of a year by the year it is of; without one its words are no axis.

    >>> str(within_year(Label(within="I квартал"), Period.year(2024)).period)
    '2024-q1'
    """
    if not read.within:
        return read
    whole = year is not None and year == Period.year(year.first.year)
    period = period_of(f"{read.within} {year.first.year} року") if whole and year else None
    if period is None:
        return evolve(read, within="", words=" ".join(filter(None, [read.words, read.within])))
    return evolve(read, within="", period=period)


def _merged(first: Label, second: Label) -> Label:
    """Join what two labels say; the later one is nearer to the figures."""
    taken = {
        name: getattr(second, name)
        if getattr(second, name) not in (None, False, "")
        else getattr(first, name)
        for name in (
            "unit",
            "period",
            "within",
            "sex",
            "locality",
            "ages",
            "nature",
            "total",
            "part",
            "derived",
        )
    }
    return evolve(first, **taken)


def _one(text: str, *, ages: bool) -> Label:
    start, stop = 0, len(text)
    if words.AXIS_NAME.fullmatch(fold(text).strip()):
        return Label()
    if numbering := _NUMBERING.match(text):
        start = numbering.end()
    read = Label(derived=words.is_derived(text))
    if opening := words.PART.match(fold(text), start):
        start, read = opening.end(), evolve(read, part=True)
    while (found := _first(text, start, stop, ages=ages)) is not None:
        start, read = found[0], _merged(read, found[1])
    while (found := _last(text, start, stop, ages=ages)) is not None:
        stop, read = found[0], _merged(found[1], read)
    left = text[start:stop].strip(" ,;:-–—\n")
    return evolve(_dated(left, read), part=read.part)


def _first(text: str, start: int, stop: int, *, ages: bool) -> tuple[int, Label] | None:
    """Read the first piece of what is left, if it is an axis, and tell where the next begins."""
    border = _BORDER.search(text, start, stop)
    if start >= stop:
        return None
    if border and border.start() <= start:
        return border.end(), Label()
    end = border.start() if border else stop
    read = axis(text[start:end], ages=ages)
    return None if read is None else (border.end() if border else stop, read)


def _last(text: str, start: int, stop: int, *, ages: bool) -> tuple[int, Label] | None:
    for border in reversed(list(_BORDER.finditer(text, start, stop))):
        piece = text[border.end() : stop].strip(" ).")
        if not piece:
            continue
        read = axis(piece, ages=ages)
        return None if read is None else (border.start(), read)
    return None


def axis(piece: str, *, ages: bool = False) -> Label | None:
    """Read a text that is nothing but an axis or a unit; None for other words.

    >>> axis("II етап 2025-2027").nature, axis("депутати")
    (<Nature.TARGET: 'target'>, None)
    """
    if figures.is_everybody(piece):
        return Label(sex=Sex.TOTAL, locality=Locality.TOTAL)
    if figures.is_total(piece):
        return Label(total=True)
    sex, locality = figures.sex(piece), figures.locality(piece)
    told = Label(
        sex=Sex(sex) if sex else None,
        locality=Locality(locality) if locality else None,
        ages=figures.ages(piece, bare=ages),
        unit=figures.counted_in(piece),
    )
    return _when(piece) if told == SILENT else told


def _when(piece: str) -> Label | None:
    folded = fold(piece).strip(" .:;,")
    target = words.TARGET.search(folded)
    nature = Nature.TARGET if target else Nature.MEASURED if words.MEASURED.search(folded) else None
    rest = words.NATURE.sub(" ", folded).strip(" .:;,-")
    if not rest:
        return Label(nature=nature) if nature else None
    period = period_of(rest)
    if period is not None:
        return Label(period=period, nature=nature)
    if period_of(f"{rest} {ANY_YEAR.first.year} року") in {None, ANY_YEAR}:
        return None
    return Label(within=piece.strip(" .:;,"), nature=nature)


def period_of(text: str) -> Period | None:
    """Read a text that is nothing but a period or a day («станом на 01.01.2024»); None for other words."""
    try:
        return notation.period(words.AS_OF.sub("", text))
    except NotationError:
        return None


def _dated(left: str, read: Label) -> Label:
    """Take a period off the end of the words: «Кількість звернень за 2023 рік»."""
    found = spans.periods(left)
    if not found or read.period is not None or left[found[-1].stop :].strip(" .,;:)"):
        return evolve(read, words=left)
    return evolve(read, words=left[: found[-1].start].strip(" ,;:("), period=found[-1].period)


def said_together(labels: Iterable[Label]) -> tuple[bool, bool, bool]:
    """Tell which of sex, locality and ages some labels tell apart, which is what their total totals."""
    labels = tuple(labels)
    parted = (Sex.FEMALE, Sex.MALE), (Locality.URBAN, Locality.RURAL)
    by_sex = any(each.sex in parted[0] for each in labels)
    by_locality = any(each.locality in parted[1] for each in labels)
    return by_sex, by_locality, any(each.ages is not None for each in labels)
