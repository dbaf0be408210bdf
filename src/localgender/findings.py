"""Findings: what reading and auditing noticed, as facts; the sentence is made when shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, overload

from attrs import field, frozen

from localgender._display import html_of, in_line, rich_of, short
from localgender.values.places import Place
from localgender.values.refs import Ref, ref


class Severity(StrEnum):
    """How much a finding matters: figures contradict, probably wrong, worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


def _pairs(value: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted((name, _frozen(fact)) for name, fact in dict(value).items()))


def _frozen(fact: Any) -> Any:
    if isinstance(fact, float):
        raise TypeError(f"facts are exact, and {fact!r} is a float")
    if isinstance(fact, StrEnum):
        return str(fact)
    return tuple(map(_frozen, fact)) if isinstance(fact, list | tuple) else fact


def _typed(fact: Any) -> Any:
    # To Python 1 and True are equal; as facts they are not.
    return tuple(map(_typed, fact)) if isinstance(fact, tuple) else (type(fact), fact)


@frozen(repr=False)
class Facts(Mapping[str, Any]):
    """Immutable named facts of a finding: values, never sentences.

    >>> Facts({"printed": "10,5"})["printed"]
    '10,5'

    Attributes:
        pairs: Names and values, by the alphabet of the names.
    """

    pairs: tuple[tuple[str, Any], ...] = field(default=(), converter=_pairs, eq=_typed)

    def __getitem__(self, name: str) -> Any:
        return dict(self.pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict(self.pairs))

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return f"Facts({{{in_line(f'{name!r}: {short(fact)}' for name, fact in self.pairs)}}})"


def facts(value: Facts | Mapping[str, Any]) -> Facts:
    """Accept facts, or a mapping of their names."""
    return value if isinstance(value, Facts) else Facts(value)


def _refs(value: Ref | Place | str | Iterable[Ref | Place | str]) -> tuple[Ref | Place, ...]:
    each = [value] if isinstance(value, Ref | Place | str) else value
    return tuple(one if isinstance(one, Place) else ref(one) for one in each)


@frozen
class Finding:
    """Something the author of a document can repair or should know.

    Attributes:
        kind: Stable kebab-case name, such as "stated-total-differs".
        severity: "error", "warning" or "notice".
        refs: What it is about: Refs, or Places where nothing has a Ref yet; text is read as a Ref.
        facts: Values that decided, by name.
    """

    kind: str
    severity: Severity = field(converter=Severity)
    refs: tuple[Ref | Place, ...] = field(default=(), converter=_refs)
    facts: Facts = field(factory=Facts, converter=facts)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    def __repr__(self) -> str:
        where = in_line((str(each) if isinstance(each, Ref) else repr(each) for each in self.refs), 60)
        return f"<Finding: {', '.join(filter(None, (self.kind, str(self.severity), where)))}>"


def _findings(value: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(value)


@frozen(repr=False)
class Findings(Sequence[Finding]):
    """Findings in the order they were made.

    >>> found = Findings([Finding("no-term", "notice"), Finding("row-padded", "notice")])
    >>> len(found.of("no-term")), found.kinds, found.without("no-term").kinds
    (1, ('no-term', 'row-padded'), ('row-padded',))

    Attributes:
        all: The findings themselves.
    """

    all: tuple[Finding, ...] = field(default=(), converter=_findings)

    _repr_html_ = html_of
    __rich_console__ = rich_of

    @overload
    def __getitem__(self, which: int) -> Finding: ...
    @overload
    def __getitem__(self, which: slice) -> Findings: ...
    def __getitem__(self, which: int | slice) -> Finding | Findings:
        return Findings(self.all[which]) if isinstance(which, slice) else self.all[which]

    def __len__(self) -> int:
        return len(self.all)

    def __add__(self, other: Iterable[Finding]) -> Findings:
        return Findings((*self.all, *other))

    def of(self, *kinds: str) -> Findings:
        """Return only the findings of some kinds."""
        return self.where(lambda each: each.kind in kinds)

    def without(self, *kinds: str) -> Findings:
        """Return only the findings of other kinds."""
        return self.where(lambda each: each.kind not in kinds)

    def where(self, wanted: Callable[[Finding], bool]) -> Findings:
        """Return only the findings that a predicate accepts."""
        return Findings(filter(wanted, self.all))

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds that occur, each once, in order of first occurrence."""
        return tuple(dict.fromkeys(each.kind for each in self.all))

    def __repr__(self) -> str:
        return f"<Findings: {len(self)} of {len(self.kinds)} kinds>"


def findings(value: Iterable[Finding]) -> Findings:
    """Accept findings together, or one by one."""
    return value if isinstance(value, Findings) else Findings(value)


# What reading may notice; what audits find is told by the rules themselves.
READING = {
    "unreadable-cell": Severity.WARNING,
    "row-padded": Severity.NOTICE,
    "row-shifted": Severity.WARNING,
    "row-continued": Severity.NOTICE,
    "cell-split": Severity.NOTICE,
    "sum-unlabelled": Severity.WARNING,
    "amount-approximate": Severity.NOTICE,
    "terms-unmatched": Severity.WARNING,
    "executors-unsure": Severity.WARNING,
    "date-incomplete": Severity.WARNING,
    "code-restored": Severity.WARNING,
    "unit-missing": Severity.WARNING,
    "period-missing": Severity.WARNING,
    "formula-without-value": Severity.WARNING,
    "text-guessed": Severity.WARNING,
    "column-number-gap": Severity.NOTICE,
    "markup-removed": Severity.NOTICE,
    "unread-text": Severity.NOTICE,
}


def noticed(kind: str, *refs: Ref | Place, **facts: Any) -> Finding:
    """Make a finding of a kind that reading knows."""
    return Finding(kind, READING[kind], refs, facts)
