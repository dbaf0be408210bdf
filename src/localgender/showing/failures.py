"""What exceptions say, in either language; English is what `str` says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, singledispatch
from string import Formatter

from localgender.errors import (
    CodeError,
    ConsolidationError,
    ContradictingSumsError,
    FolderBusyError,
    FrameOverflowError,
    LayoutError,
    MissingExtraError,
    NoMeasuresError,
    NotationError,
    NotComparableError,
    ProseError,
    SensitiveTableError,
    SerializationError,
    TermError,
    UnfitFolderError,
    UnknownFormatError,
    UnknownRefError,
    UnreadableDocumentError,
    WorkerError,
)
from localgender.showing.catalogue import Said, language_of
from localgender.showing.causes import PHRASES


def describe_error(error: BaseException, language: str = "uk") -> str:
    """Say what an exception says, in a language.

    >>> from localgender.errors import UnreadableDocumentError
    >>> describe_error(UnreadableDocumentError("звіт.docx", "the document is empty"))
    'звіт.docx: документ порожній'

    Args:
        error: One of the library, or an OSError; any other is told as `str` tells it.
        language: "uk" or "en".

    Returns:
        One line without a full stop.

    Raises:
        NotationError: A ValueError, for a language without messages.
    """
    told = reason(error, language)
    match error:
        case UnreadableDocumentError() | UnknownFormatError() | UnfitFolderError() | FolderBusyError():
            return f"{error.name}: {told}"
        case ProseError() if error.name:
            return f"{error.name}: {told}"
        case OSError() if error.filename is not None:
            return f"{error.filename}: {told}"
        case _:
            return told


def reason(error: BaseException, language: str = "uk") -> str:
    """Say what an exception says, without the name of the file it is about."""
    return _reason(error, language_of(language))


@singledispatch
def _reason(error: BaseException, language: str) -> str:
    return str(error)


@_reason.register
def _(error: NotationError, language: str) -> str:
    words = {"text": repr(error.text), "expected": in_words(error.expected, language)}
    return Said("cannot read {text}: expected {expected}").said(language, words)


@_reason.register
def _(error: CodeError, language: str) -> str:
    text = Said("{text} is no code: expected positive whole numbers joined by dots, such as 2.10")
    return text.said(language, {"text": repr(error.text)})


@_reason.register
def _(error: TermError, language: str) -> str:
    words = {"seen": error.seen, "expected": in_words(error.expected, language)}
    return Said("{seen} is no period: expected {expected}").said(language, words)


@_reason.register
def _(error: UnknownRefError, language: str) -> str:
    told = Said("nothing here is called {ref}").said(language, {"ref": error.ref})
    if not error.nearest:
        return told
    return told + Said("; the nearest is {nearest}").said(language, {"nearest": error.nearest})


@_reason.register
def _(error: UnknownFormatError, language: str) -> str:
    return f"{in_words(error.seen, language)}; {_known(error.known).said(language, _names(error, language))}"


def _known(known: tuple[str, ...]) -> Said:
    if not known:
        return Said("no format is known")
    if len(known) == 1:
        return Said("the only known format is {last}")
    return Said("known formats are {first} and {last}")


def _names(error: UnknownFormatError, language: str) -> dict[str, str]:
    return {"first": ", ".join(error.known[:-1]), "last": error.known[-1] if error.known else ""}


@_reason.register
def _(error: LayoutError, language: str) -> str:
    if not error.headers:
        return Said("the document holds no table").said(language)
    words = {"seen": "; ".join(" | ".join(header) for header in error.headers)}
    if error.nearest is None:
        return Said("no layout fits: found {seen}").said(language, words)
    words |= {"nearest": error.nearest, "missing": ", ".join(error.differs)}
    text = Said("no layout fits: found {seen}; nearest is {nearest}, which lacks {missing}")
    return text.said(language, words)


@_reason.register
def _(error: ProseError, language: str) -> str:
    return Said("the document tells of no council, body with duties, conference or decision").said(language)


@_reason.register
def _(error: NoMeasuresError, language: str) -> str:
    told = _KINDS[error.kind].said(language)
    if error.layout is None or not error.layout.headers:
        return told
    return f"{told}; {_reason(error.layout, language)}"


_KINDS = {
    "council": Said("the document has no measures: it tells of councils and duties (localgender council)"),
    "statistics": Said("the document has no measures: it tells of figures (localgender statistics)"),
}


@_reason.register
def _(error: ContradictingSumsError, language: str) -> str:
    text = Said("parts and totals contradict each other at {names}: correct them before counts are hidden")
    return text.said(language, {"names": ", ".join(map(repr, error.totals))})


@_reason.register
def _(error: SensitiveTableError, language: str) -> str:
    text = Said(
        "{title} tells of few people what can harm them: hide small counts with suppress(...), "
        "or say unsuppressed=True"
    )
    return text.said(language, {"title": repr(error.title)})


@_reason.register
def _(error: NotComparableError, language: str) -> str:
    words = {"one": error.one, "other": error.other, "names": ", ".join(error.differs)}
    return Said("{one} cannot be compared with {other}: they differ in {names}").said(language, words)


@_reason.register
def _(error: FrameOverflowError, language: str) -> str:
    text = Said("column {column} adds up to a number of {bits} bits; a data frame has room for 63")
    return text.said(language, {"column": error.column, "bits": str(error.needed.bit_length())})


@_reason.register
def _(error: ConsolidationError, language: str) -> str:
    text = Said("the reports are not of one {what}: found {seen}; say which with {what}=")
    return text.said(language, {"what": error.what, "seen": ", ".join(error.seen)})


@_reason.register(UnreadableDocumentError)
@_reason.register(UnfitFolderError)
def _(error: UnreadableDocumentError | UnfitFolderError, language: str) -> str:
    return in_words(error.reason, language)


@_reason.register
def _(error: FolderBusyError, language: str) -> str:
    return Said("another process is collecting into this folder").said(language)


@_reason.register
def _(error: WorkerError, language: str) -> str:
    text = Said(
        "a process that should read documents ended before it began: a script calls collect below "
        "`if __name__ == '__main__':`, and workers=1 needs no process"
    )
    return text.said(language)


@_reason.register
def _(error: MissingExtraError, language: str) -> str:
    words = {"what": in_words(error.what, language), "extra": error.extra}
    return Said("{what} needs an extra: pip install 'localgender[{extra}]'").said(language, words)


@_reason.register
def _(error: SerializationError, language: str) -> str:
    return "; ".join(f"{path}: {in_words(problem, language)}" for path, problem in error.problems)


@_reason.register
def _(error: OSError, language: str) -> str:
    for kind, text in _SYSTEM.items():
        if language != "en" and isinstance(error, kind):
            return text.said(language)
    return error.strerror or str(error)


# In English the system says it itself.
_SYSTEM = {
    FileNotFoundError: Said("no such file or directory"),
    IsADirectoryError: Said("is a directory"),
    NotADirectoryError: Said("a part of the path is no directory"),
    PermissionError: Said("permission denied"),
    FileExistsError: Said("there is such a file already"),
}


def in_words(text: str, language: str) -> str:
    """Say in a language what an exception was told in English; words without a translation stay.

    >>> in_words("more than 40 cells", "uk")
    'більше ніж 40 комірок'
    """
    if language != "en":
        for pattern, phrase in _patterns():
            if (found := pattern.fullmatch(text)) is not None:
                return phrase.said(
                    language, {key: in_words(value, language) for key, value in found.groupdict().items()}
                )
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Said], ...]:
    # What says more in its own words is asked before what leaves more open.
    ordered = sorted(PHRASES, key=lambda each: (-len(_fixed(each)), each.text))
    return tuple((_pattern(each), each) for each in ordered)


def _fixed(phrase: Said) -> str:
    return "".join(text for text, _ in _parts(phrase))


def _pattern(phrase: Said) -> re.Pattern[str]:
    parts = (re.escape(text) + (f"(?P<{name}>.+)" if name else "") for text, name in _parts(phrase))
    return re.compile("".join(parts), re.DOTALL)


def _parts(phrase: Said) -> Iterator[tuple[str, str | None]]:
    for text, name, _, _ in Formatter().parse(phrase.text):
        yield text, name
