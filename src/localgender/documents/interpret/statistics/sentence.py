"""One sentence that tells figures, read from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve

from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.statistics import verbs, words
from localgender.documents.interpret.statistics.keeping import (
    INTRODUCED,
    Keeping,
    in_one_form,
    lowered,
    scaled_unit,
    unit_of,
    year_before,
)
from localgender.documents.interpret.statistics.labels import SILENT, Label, axis
from localgender.documents.interpret.statistics.spans import Told
from localgender.model.statistics import Indicator, IndicatorKind
from localgender.notation import figures
from localgender.values.periods import Period

_CONNECTIVE = re.compile(
    r"\b(?:та|і|й|а також|а|відповідно)\b|(?<![0-9])[,.:;()\"«»“”–—-]+|[,.:;()\"«»“”–—-]+(?![0-9])"
)
_DASH = re.compile(r"\s*[-–—]\s*")
_AFTER_SHARE = re.compile(r"\s*\(\s*[0-9]+(?:,[0-9]+)?\s*%\s*\)\s*[-–—]\s*")


class Sentence(Keeping):
    """Reads the figures of one sentence; every step takes a number with the words before and after it."""

    def read(self) -> bool:
        """Read the sentence; tell whether it told a figure."""
        before, done = len(self.gathered.figures), 0
        for number, told in enumerate(self.said.numbers):
            later = self.said.numbers[number + 1 :]
            stop = later[0].start if later else len(self.said.text)
            # «50 (82 %) – від жінок»: the words behind the bracket are of the number before it.
            begin = done if done <= told.start else self.said.numbers[number - 1].stop
            done = max(done, self._figure(told, begin, self.said.end_of_words(told.stop, stop)))
        if len(self.gathered.figures) == before:
            return False
        self.context.subject = self.subject
        self._set_aside()
        return True

    def _figure(self, told: Told, begin: int, end: int) -> int:
        lead = self.said.folded[begin : told.start]
        if verbs.PART.search(lead) or (self.subject and lead.strip() in {":", "("} and not told.percent):
            self.listing = True
        for step in _STEPS:
            if (done := step(self, told, begin, end)) is not None:
                return done
        # A share in brackets behind this number is not one of the number before it.
        self.last = None
        return end

    def _set_aside(self) -> None:
        """Set aside the words that join figures, and the marks between them."""
        if opening := verbs.OPENING.match(self.said.folded):
            self.gathered.ledger.furnish("connective", self._part(*opening.span()))
        for found in (*verbs.PART.finditer(self.said.folded), *_CONNECTIVE.finditer(self.said.folded)):
            self.gathered.ledger.furnish("connective", self._part(*found.span()))

    # Steps, in the order in which they are tried: each returns where its words end, or None.

    def _changed(self, told: Told, begin: int, end: int) -> int | None:
        """Pass over «на 12 % більше», which is no figure of its own."""
        lead = self.said.folded[begin : told.start]
        compared = verbs.CHANGE_AFTER.match(self.said.folded, told.stop) or verbs.CHANGED.search(lead)
        return self.said.closed(end) if compared and verbs.CHANGE_BEFORE.search(lead) else None

    def _earlier(self, told: Told, begin: int, end: int) -> int | None:
        """Read «проти 600 за аналогічний період минулого року»: the same figure of an earlier period."""
        if self.subject is None or not verbs.EARLIER.search(self.said.folded, begin, told.start):
            return None
        stop = self.said.closed(told.stop)
        period = self._alike(self.said.period(begin, stop), begin, stop)
        if period is None and verbs.LAST_YEAR.search(self.said.folded, begin, stop) and self.subject.period:
            period = year_before(self.subject.period)
        return self._again(told, period, begin, stop) if period else end

    def _alike(self, period: Period | None, begin: int, stop: int) -> Period | None:
        """Return the part of a year that «аналогічний період 2023 року» means."""
        now = self.subject.period if self.subject else None
        if period is None or not verbs.ALIKE.search(self.said.folded, begin, stop):
            return period
        before = year_before(now) if now else None
        same_year = before is not None and period == Period.year(before.first.year)
        return before if same_year else period if now == period else None

    def _again(self, told: Told, period: Period, begin: int, stop: int) -> int:
        """Keep the figure of the subject for another period, if it is in the same unit."""
        assert self.subject is not None  # noqa: S101 - asked only where there is a subject
        if told.percent is not (self.subject.indicator.unit == "%"):
            return stop
        figure = evolve(
            self._observation(self._scaled(self.subject.indicator, told), told, Label()), period=period
        )
        where = self.gathered.figure(figure, self._part(told.start, told.stop))
        self._claim(where, "period", begin, told.start)
        self._claim(where, "period", told.stop, stop)
        return stop

    def _share_of_last(self, told: Told, begin: int, end: int) -> int | None:
        """Read «(84 %)» after a figure: its share of the whole."""
        lead = self.said.folded[begin : told.start].strip()
        if not told.percent or self.last is None or lead not in {"(", ", або", "або", "чи", ", тобто"}:
            return None
        if self.last.value is not None and (self.last.indicator.unit or "") != "%":
            of = self.last.indicator.part_of or self.last.indicator
            self._keep_share(told, self.last, self.last.indicator.name, of)
        return told.stop

    def _grouped(self, told: Told, begin: int, end: int) -> int | None:
        """Read «серед кривдників 1 584 чоловіки»: people of whom nothing says that they are parts."""
        group = verbs.GROUP.search(self.said.folded[begin : told.start])
        read = axis(self.said.words(told.stop, end)[0])
        if group is None or read is None or not (read.sex or read.ages) or told.percent:
            return None
        start, stop = (begin + each for each in group.span("among" if group["among"] else "became"))
        self._open(Indicator(self.said.text[start:stop].lower(), "осіб", "count"), [])
        self.listing = True
        where = self._keep(told, read, label=self.said.words(told.stop, end)[1])
        self._claim(where, "indicator", begin + group.start(), told.start)
        return end

    def _counted(self, told: Told, begin: int, end: int) -> int | None:
        """Read «зареєстровано 690 звернень»: the verb, the number, and what was counted."""
        found = list(verbs.VERB.finditer(self.said.folded, begin, told.start))
        if not found:
            return None
        start = self.said.clause(begin, found[-1].start())
        self.verb, printed = self.said.words(start, told.start)
        whose = verbs.OF_WHOM.match(self.verb.lower())
        read = axis(whose["whom"]) if whose else None
        if whose is None or read is None or not (read.sex or read.ages):
            return self._count(told, end, printed)
        self.verb = self.verb[whose.end() :]
        done = self._count(told, end, printed, read)
        self.listing = True
        return done

    def _count(self, told: Told, end: int, printed: list[Printed], of: Label = SILENT) -> int:
        thing, after = self.said.words(told.stop, end)
        if not thing or told.percent or told.money:
            self.last = None
            return end
        read = axis(thing) or Label()
        whose = read.sex is not None or read.ages is not None
        name = self.verb if whose else f"{self.verb} {in_one_form(thing)}"
        unit = "осіб" if whose else unit_of(thing)
        self._open(
            Indicator(lowered(name), scaled_unit(told, unit), "count"),
            [*printed, *([] if whose else after)],
        )
        self._keep(told, read if whose else of, label=after if whose else None)
        # «210 дітей: 102 дівчинки» are girls among the children.
        if self.subject is not None and read.sex is None and read.ages is not None:
            self.subject.told = Label(ages=read.ages)
        return end

    def _measured(self, told: Told, begin: int, end: int) -> int | None:
        """Read «Частка жінок становить 34,6 %»: the noun, the verb, the number and its unit."""
        noun = verbs.MEASURED.search(self.said.folded, begin, told.start)
        copula = verbs.COPULA.search(self.said.folded, noun.start(), told.start) if noun else None
        if noun is None or copula is None:
            return None
        name, printed = self.said.words(noun.start(), copula.start())
        after, units = self.said.words(told.stop, end)
        unit = "%" if told.percent else told.money or scaled_unit(told, unit_of(after))
        if not name or (after and unit is None):
            return end
        kind = words.kind_of(name, unit)
        self._open(Indicator(lowered(name), unit, kind, asked=figures.asked_axes(name)), [*printed, *units])
        where = self._keep(told, Label())
        self._claim(where, "verb", copula.start(), told.start)
        return end

    def _counted_first(self, told: Told, begin: int, end: int) -> int | None:
        """Read «11 повідомлень надійшло до поліції»: the number before the verb."""
        if self.subject is not None or told.percent or told.money or self.said.words(begin, told.start)[0]:
            return None
        verb = verbs.VERB.search(self.said.folded, told.stop, end)
        thing = self.said.words(told.stop, verb.start())[0] if verb else ""
        if not thing or unit_of(thing) is None:
            return None
        name, printed = self.said.words(told.stop, end)
        self._open(Indicator(in_one_form(name), scaled_unit(told, unit_of(thing)), "count"), printed)
        self._keep(told, Label())
        return end

    def _listed(self, told: Told, begin: int, end: int) -> int | None:
        """Read one of what is listed: «610 – від жінок», «від жінок – 610», «84 % – жінки»."""
        if self.subject is None or not self.listing or told.money:
            return None
        label, printed, stop = self._label(told, begin, end)
        of, read = self.subject.indicator, axis(label)
        if not label:
            self.last = None
            return end
        if read is not None and (read.sex or read.ages or read.locality):
            if told.percent:
                self._keep_share(told, self._observation(of, told, read), of.name, of, printed)
            else:
                self._keep(told, read, indicator=self._persons(of, told), label=printed)
            return stop
        if read is not None:
            return end
        # «з них 12 осіб» are counted in their own unit; «з них термінових – 12» in that of the whole.
        own = None if _DASH.match(self.said.text, told.stop) or stop == told.stop else unit_of(label)
        unit, kind = ("%", IndicatorKind.SHARE) if told.percent else (own or of.unit, of.kind)
        part = Indicator(label, unit, kind, part_of=of)
        self._keep(told, Label(), indicator=part if told.percent else self._scaled(part, told))
        self.gathered.indicator(self.last.indicator if self.last else part, *printed)
        return stop

    def _joined(self, told: Told, begin: int, end: int) -> int | None:
        """Read «… та 15 скарг», which the verb before is about too."""
        between = verbs.JOINED.fullmatch(self.said.folded, begin, told.start)
        joined = between is not None and between[0].strip() != ""
        # «5 осіб засуджено» after another verb has one of its own.
        own = verbs.PREDICATE.search(self.said.folded, told.stop, end)
        return self._count(told, end, []) if self.verb and joined and not own and not told.percent else None

    def _dated(self, told: Told, begin: int, end: int) -> int | None:
        """Read «(у 2023 році – 600)»: the same figure of the period before the number."""
        period = self.said.period(begin, told.start)
        introduced = INTRODUCED.search(self.said.folded[begin : told.start])
        if self.subject is None or period is None or introduced is None:
            return None
        return self._again(told, period, begin, told.stop)

    # What the steps share.

    def _label(self, told: Told, begin: int, end: int) -> tuple[str, list[Printed], int]:
        """Return the words of an item: before a dash, after the number, or after a dash behind it."""
        folded = self.said.folded
        if INTRODUCED.search(folded[begin : told.start]):
            part = list(verbs.PART.finditer(folded, begin, told.start))
            start = verbs.JOINED.match(folded, part[-1].end() if part else begin)
            label, printed = self.said.words(start.end() if start else begin, told.start)
            if label:
                return label, printed, told.stop
        label, printed = self.said.words(told.stop, end)
        dash = _DASH.match(self.said.text, told.stop) or _AFTER_SHARE.match(self.said.text, told.stop)
        if label or dash is None:
            return label, printed, end
        following = [each.start for each in self.said.numbers if each.start >= dash.end()]
        stop = self.said.end_of_words(dash.end(), min([len(self.said.text), *following]))
        return *self.said.words(dash.end(), stop), stop


Step = Callable[[Sentence, Told, int, int], int | None]
_STEPS: tuple[Step, ...] = (
    Sentence._changed,
    Sentence._earlier,
    Sentence._share_of_last,
    Sentence._measured,
    Sentence._grouped,
    Sentence._counted,
    Sentence._counted_first,
    Sentence._listed,
    Sentence._joined,
    Sentence._dated,
)
