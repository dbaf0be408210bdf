"""Account of every character: what it became, or that it was not understood."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import evolve

from localgender.documents.grid import Document
from localgender.documents.interpret.printed import Printed, markup
from localgender.documents.reading import Reading
from localgender.findings import Finding, Findings, noticed
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref

V = TypeVar("V")

_RUN = re.compile(r"\S(?:.*\S)?", re.DOTALL)


class Ledger:
    """Collects places, furniture and findings while a document is interpreted."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.places: dict[Ref, list[Place]] = {}
        self.furniture: list[tuple[str, Place]] = []
        self.findings: list[Finding] = list(document.findings)

    def claim(self, where: Ref, printed: Printed) -> None:
        """Note that a Ref stands at the places of a text."""
        known = self.places.setdefault(where, [])
        known.extend(place for place in printed.places if place not in known)

    def furnish(self, name: str, *printed: Printed) -> None:
        """Note that texts carry no value, and why."""
        self.furniture += [(name, place) for each in printed for place in each.places]

    def notice(self, kind: str, *refs: Ref | Place, **facts: object) -> None:
        """Make a finding."""
        self.findings.append(noticed(kind, *refs, **facts))

    def close(self, value: V) -> Reading[V]:
        """Finish the account: whatever nothing claimed is unread."""
        self._note_markup()
        unread = tuple(self._unclaimed())
        for place in unread:
            self.notice("unread-text", place, text=self.document.text_at(place))
        places = ByRef((where, tuple(each)) for where, each in self.places.items() if each)
        return Reading(value, self.document, Findings(self.findings), places, unread, tuple(self.furniture))

    def _note_markup(self) -> None:
        for place, text in self.document.texts():
            found = list(markup(text)) if "<" in text or "*" in text or "&" in text else []
            spans = [evolve(place, start=each.start(), stop=each.end()) for each in found]
            self.furniture += [("markup", span) for span in spans]
            if found:
                self.notice("markup-removed", place, markup=tuple(dict.fromkeys(each[0] for each in found)))

    def _unclaimed(self) -> Iterator[Place]:
        taken = defaultdict(list)
        for place in self._all_claimed():
            taken[place.table, place.row, place.column].append((place.start, place.stop))
        for place, text in self.document.texts():
            position = 0
            for start, stop in [*sorted(taken[place.table, place.row, place.column]), (len(text), len(text))]:
                if start > position and (run := _RUN.search(text, position, start)):
                    yield evolve(place, start=run.start(), stop=run.end())
                position = max(position, stop)

    def _all_claimed(self) -> Iterable[Place]:
        for places in self.places.values():
            yield from places
        for _, place in self.furniture:
            yield place
