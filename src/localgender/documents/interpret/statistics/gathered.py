"""What a document has told so far: figures with their addresses, each with where it stands."""

from __future__ import annotations

from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.printed import Printed
from localgender.model.statistics import Indicator, Observation
from localgender.values.refs import Ref, RefKind


class Gathered:
    """Collects the figures of a document in their order, and claims what they were read from."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.figures: list[Observation] = []
        self.numbers: dict[Indicator, int] = {}

    def indicator(self, indicator: Indicator, *printed: Printed) -> Ref:
        """Number an indicator when it is first met, and note where it is named."""
        if indicator.part_of is not None:
            self.indicator(indicator.part_of)
        where = Ref(RefKind.INDICATOR, nth=self.numbers.setdefault(indicator, len(self.numbers) + 1))
        for each in printed:
            self.ledger.claim(where.to("name"), each)
        return where

    def figure(self, figure: Observation, printed: Printed, **axes: Printed) -> Ref:
        """Keep a figure, and note where its number and the words of its axes stand."""
        self.indicator(figure.indicator)
        self.figures.append(figure)
        where = Ref(RefKind.OBSERVATION, nth=len(self.figures))
        for part, words in {"value": printed, **axes}.items():
            if words:
                self.ledger.claim(where.to(part), words)
        return where
