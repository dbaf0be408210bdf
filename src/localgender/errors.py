"""Exceptions for programmers: one root, each also the builtin a caller expects.

What the author of a document can repair is a `Finding`, never an exception. Facts are fields; the
sentence is made last.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable


class LocalGenderError(Exception):
    """Root of every exception that the library raises on purpose."""


class NotationError(LocalGenderError, ValueError):
    """Text that the notation does not allow."""

    def __init__(self, text: str, expected: str) -> None:
        super().__init__(text, expected)
        self.text, self.expected = text, expected

    def __str__(self) -> str:
        return f"cannot read {self.text!r}: expected {self.expected}"


class CodeError(LocalGenderError, ValueError):
    """A number of a goal or measure that is none."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return f"{self.text!r} is no code: expected positive whole numbers joined by dots, such as 2.10"


class TermError(LocalGenderError, ValueError):
    """Days that make no period or term."""

    def __init__(self, seen: str, expected: str) -> None:
        super().__init__(seen, expected)
        self.seen, self.expected = seen, expected

    def __str__(self) -> str:
        return f"{self.seen} is no period: expected {self.expected}"


class UnknownRefError(LocalGenderError, LookupError):
    """An address that nothing in the value bears."""

    def __init__(self, ref: str, nearest: str | None = None) -> None:
        super().__init__(ref, nearest)
        self.ref, self.nearest = ref, nearest

    def __str__(self) -> str:
        hint = f"; the nearest is {self.nearest}" if self.nearest else ""
        return f"nothing here is called {self.ref}{hint}"


class UnknownFormatError(LocalGenderError, LookupError):
    """Bytes that no format recognises, or the name of a format that nothing is written in."""

    def __init__(self, name: str, seen: str, known: Iterable[str]) -> None:
        super().__init__(name, seen, tuple(known))
        self.name, self.seen, self.known = name, seen, tuple(known)

    def __str__(self) -> str:
        match self.known:
            case []:
                known = "no format is known"
            case [only]:
                known = f"the only known format is {only}"
            case several:
                known = f"known formats are {', '.join(several[:-1])} and {several[-1]}"
        return f"{self.name}: {self.seen}; {known}"


class LayoutError(LocalGenderError, LookupError):
    """No layout fits any table of the document."""

    def __init__(
        self, headers: Iterable[tuple[str, ...]], nearest: str | None = None, differs: Iterable[str] = ()
    ) -> None:
        self.headers = tuple(headers)
        self.nearest, self.differs = nearest, tuple(differs)
        super().__init__(self.headers, nearest, self.differs)

    def __str__(self) -> str:
        if not self.headers:
            return "the document holds no table"
        seen = "; ".join(" | ".join(header) for header in self.headers)
        if self.nearest is None:
            return f"no layout fits: found {seen}"
        return (
            f"no layout fits: found {seen}; nearest is {self.nearest}, which lacks {', '.join(self.differs)}"
        )


class ProseError(LocalGenderError, LookupError):
    """Prose that tells of no body with duties, no council, no conference and no decision."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"{self.name or 'the document'} tells of no council, body with duties, conference or decision"


class UnreadableDocumentError(LocalGenderError, ValueError):
    """A document that is corrupt, encrypted or over the limits of the policy."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name, self.reason = name, reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class ContradictingSumsError(LocalGenderError, ValueError):
    """Counts that no sums of theirs allow, so that nobody can tell what a reader would reckon from them."""

    def __init__(self, totals: Iterable[Hashable]) -> None:
        self.totals = tuple(dict.fromkeys(totals))
        super().__init__(self.totals)

    def __str__(self) -> str:
        names = ", ".join(map(repr, self.totals))
        return f"parts and totals contradict each other at {names}: correct them before counts are hidden"


class SensitiveTableError(LocalGenderError, ValueError):
    """A table that tells of few people what can harm them, to be printed as it is."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title

    def __str__(self) -> str:
        return (
            f"{self.title!r} tells of few people what can harm them: hide small counts with suppress(...), "
            f"or say unsuppressed=True"
        )


class NotComparableError(LocalGenderError, ValueError):
    """Two figures of which no change, share or gap can be told.

    Attributes:
        differs: What they differ in, such as "period" or "unit".
    """

    def __init__(self, one: str, other: str, differs: Iterable[str]) -> None:
        self.one, self.other, self.differs = one, other, tuple(differs)
        super().__init__(one, other, self.differs)

    def __str__(self) -> str:
        return f"{self.one} cannot be compared with {self.other}: they differ in {', '.join(self.differs)}"


class MissingExtraError(LocalGenderError, ImportError):
    """A library is needed that the bare install does not bring."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, extra)
        self.what, self.extra = what, extra

    def __str__(self) -> str:
        return f"{self.what} needs an extra: pip install 'localgender[{self.extra}]'"


class FrameOverflowError(LocalGenderError, OverflowError):
    """Whole numbers of a column that would not stay exact in a data frame.

    Attributes:
        column: Name of the column.
        needed: What its numbers add up to, signs aside.
    """

    def __init__(self, column: str, needed: int) -> None:
        super().__init__(column, needed)
        self.column, self.needed = column, needed

    def __str__(self) -> str:
        bits = self.needed.bit_length()
        return f"column {self.column} adds up to a number of {bits} bits; a data frame has room for 63"


class SerializationError(LocalGenderError, ValueError):
    """A text that is not the JSON of a value, or files that are not its tables.

    Attributes:
        problems: Every problem at once, as (JSON path, or file, row and column; what is wrong).
    """

    def __init__(self, problems: Iterable[tuple[str, str]]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "; ".join(f"{path}: {problem}" for path, problem in self.problems)


class ConsolidationError(LocalGenderError, ValueError):
    """Reports that are not of one community and period, and nobody said which is meant."""

    def __init__(self, what: str, seen: Iterable[str]) -> None:
        self.what, self.seen = what, tuple(seen)
        super().__init__(what, self.seen)

    def __str__(self) -> str:
        seen = ", ".join(self.seen)
        return f"the reports are not of one {self.what}: found {seen}; say which with {self.what}="


class NoMeasuresError(LocalGenderError, TypeError):
    """Something is asked of measures, and the document has none.

    Attributes:
        kind: What it is instead: "council" or "statistics".
        layout: Why its tables, if it has any, are not read as those of a plan or report.
    """

    def __init__(self, kind: str, layout: LayoutError | None = None) -> None:
        super().__init__(kind, layout)
        self.kind, self.layout = kind, layout

    def __str__(self) -> str:
        other = {"council": "councils and duties", "statistics": "figures"}[self.kind]
        told = f"the document has no measures: it tells of {other} (localgender {self.kind})"
        return f"{told}; {self.layout}" if self.layout is not None and self.layout.headers else told


class UnfitFolderError(LocalGenderError, ValueError):
    """A folder into which another one cannot be collected."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name, self.reason = name, reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class FolderBusyError(LocalGenderError, RuntimeError):
    """A folder into which another process is collecting."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"{self.name}: another process is collecting into this folder"


class WorkerError(LocalGenderError, RuntimeError):
    """Processes that should read documents end before they begin."""

    def __str__(self) -> str:
        return (
            "a process that should read documents ended before it began: a script calls collect below "
            "`if __name__ == '__main__':`, and workers=1 needs no process"
        )
