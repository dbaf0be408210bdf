"""What reading a document gives: the value, and everything that is known about how it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from localgender._display import html_of, rich_of
from localgender.documents.grid import Document
from localgender.findings import Findings
from localgender.values.parts import tuple_of
from localgender.values.places import Place
from localgender.values.refs import ByRef, Ref
from localgender.values.texts import excerpt

V_co = TypeVar("V_co", covariant=True)


def places(value: ByRef[tuple[Place, ...]] | Mapping[Any, Iterable[Place]]) -> ByRef[tuple[Place, ...]]:
    """Accept places by Ref, or a mapping of addresses to places."""
    return value if isinstance(value, ByRef) else ByRef((key, tuple(places)) for key, places in value.items())


@frozen
class Reading(Generic[V_co]):
    """A value read from a document, with its provenance beside it.

    Every non-blank character of the document lies in a place of `places` or `furniture`, or in `unread`.

    Attributes:
        value: Plan or Report.
        document: The cells it was read from.
        findings: What reading noticed.
        places: Where each measure, goal, figure and text stands; a joined row has several places.
        unread: What was not understood.
        furniture: What carries no value: headers, column numbers, headings, signatures; each with its name.
    """

    value: V_co
    document: Document
    findings: Findings = field(factory=Findings)
    places: ByRef[tuple[Place, ...]] = field(factory=ByRef, converter=places)
    unread: tuple[Place, ...] = field(default=(), converter=tuple_of)
    furniture: tuple[tuple[str, Place], ...] = field(default=(), converter=tuple_of)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __repr__(self) -> str:
        value, name = type(self.value).__name__, excerpt(self.document.name, 30)
        return (
            f"<Reading: {value} from {name}, {len(self.findings)} findings, {len(self.unread)} places unread>"
        )

    def text_of(self, which: Ref | str) -> str:
        """Return the printed words of a Ref, the parts of a joined row set side by side.

        Raises:
            UnknownRefError: When nothing printed bears the Ref.
        """
        return " ".join(self.document.text_at(place) for place in self.places[which])
