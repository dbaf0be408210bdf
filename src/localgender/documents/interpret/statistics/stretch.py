"""One sentence with its numbers, periods and places, from which stretches of words are taken."""

from __future__ import annotations

import re

from localgender import notation
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.statistics import spans, verbs
from localgender.notation.folding import fold
from localgender.values.periods import Period
from localgender.values.texts import text as one_spelling

_BREAK = re.compile(r"[,;:()]|\s[-–—]\s")
_CLOSE = re.compile(r"[,;()]|[.!?]+$")
_MARKS = " ,;:-–—()."
_IN = re.compile(r"\b(?:у|в|по|на території)\s+$")
_AND = re.compile(r"\s(?:та|і|й|а також)\s*$")


class Stretch:
    """A sentence and what stands where in it."""

    def __init__(self, line: Printed) -> None:
        self.line, self.text, self.folded = line, line.text, fold(line.text)
        self.when, self.numbers = spans.periods(line.text), spans.numbers(line.text)
        named = notation.community(line.text)
        self.place = named[0] if named else None
        self.placed: tuple[tuple[int, int], ...] = ()
        if named:
            before = _IN.search(self.folded[: named[2]])
            self.placed = ((before.start() if before else named[2], named[3]),)

    def words(self, start: int, stop: int) -> tuple[str, list[Printed]]:
        """Return the words of a stretch without its periods and places, and where they stand."""
        kept, at = [], start
        for low, high in sorted([*((each.start, each.stop) for each in self.when), *self.placed]):
            if low < stop and start < high:
                kept.append((at, max(at, low)))
                at = max(at, high)
        pieces = [(low, high) for low, high in (*kept, (at, stop)) if self.text[low:high].strip(_MARKS)]
        said = " ".join(self.text[low:high].strip(_MARKS) for low, high in pieces)
        return one_spelling(said), [self.line.part(low, high) for low, high in pieces]

    def period(self, start: int, stop: int) -> Period | None:
        """Return the period told within a stretch."""
        return next((each.period for each in self.when if start <= each.start < stop), None)

    def end_of_words(self, start: int, stop: int) -> int:
        """Return where the words end that belong to a number: at a mark, a list, or an earlier figure."""
        found = _BREAK.search(self.folded, start, stop)
        end = found.start() if found else stop
        borders = [_AND.search(self.folded[:end], start), *self._borders(start, end)]
        return min([end, *(each.start() for each in borders if each)])

    def _borders(self, start: int, end: int) -> list[re.Match[str] | None]:
        return [verbs.PART.search(self.folded, start, end), verbs.EARLIER.search(self.folded, start, end)]

    def closed(self, start: int) -> int:
        """Return where a mark ends the words, however many dashes stand among them."""
        found = _CLOSE.search(self.folded, start)
        return found.start() if found else len(self.text)

    def clause(self, start: int, stop: int) -> int:
        """Return where a clause begins: after the last mark, without the words that open it."""
        marks = [each.end() for each in re.finditer(r"[,;:]", self.folded[start:stop])]
        begin = start + (marks[-1] if marks else 0)
        opening = verbs.OPENING.match(self.folded, begin, stop) or verbs.JOINED.match(
            self.folded, begin, stop
        )
        return opening.end() if opening else begin
