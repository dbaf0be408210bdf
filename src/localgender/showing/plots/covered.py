"""What measures make of the targets of a higher document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from localgender.model.plan import Target
from localgender.questions import codelists
from localgender.questions.aggregate import Asked
from localgender.questions.codelists import CodeList
from localgender.questions.coverage import Coverage, Served, TargetCover
from localgender.questions.coverage import coverage as asked
from localgender.showing.catalogue import Counted, Said
from localgender.showing.compared import coverage as tabulated
from localgender.showing.plots.canvas import WIDTH, Part, Scale
from localgender.showing.plots.plot import Plot, Sketch, asked_for, framed, silent
from localgender.showing.plots.rows import across, counted_row
from localgender.showing.wording import Phrase

_FILL, _MOST = "#0072B2", 60
_MEASURES = Counted("{count} measure", "{count} measures")
_OUTCOMES = {
    Served.UNSERVED: Said("listed, no measure"),
    Served.NOT_LOCALISED: Said("not localised"),
}
_TOLD = Said(
    "{served} of {whole} are served by measures; "
    "{unserved} are listed without a measure, {missing} not localised."
)
_NONE = Said("The document carries no target of a higher document.")
_LEFT_OUT = Counted(
    "The last {count} target is not drawn; the table has it.",
    "The last {count} targets are not drawn; the table has them.",
)


def coverage(
    value: Asked, codelist: CodeList | str | None = None, *, language: str = "uk", width: int = WIDTH
) -> Plot:
    """Draw how many measures serve each target of a higher document.

    >>> from localgender.model.plan import Measure, Plan
    >>> coverage(Plan(goals=[Measure("1.1", serves="target:22")]), "charter-2006", language="en").summary
    '1 of 30 are served by measures; 0 are listed without a measure, 29 not localised.'

    Args:
        value: A plan, a report on one, or a reading of either.
        codelist: Codes of the higher document, or the name of its list; without it the targets that the plan
            itself carries.
        language: "uk" or "en"; titles that the plan prints stay as they are.
        width: In pixels, at least 320.

    Returns:
        A bar for each target in the order of the list; one that no measure serves says so in words.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a name that no list bears, a language without messages, or a width
            without room for words.
    """
    codes = codelists.codelist(codelist) if isinstance(codelist, str) else codelist
    answer, language = asked(value, codes), asked_for(language, width)
    title, table = Said("Measures for the targets of higher documents"), tabulated(answer)
    if not answer.targets:
        return silent(title, _NONE, table, language=language, width=width)
    drawn = answer.targets[:_MOST]
    labels = [_label(each, language) for each in drawn]
    scale = across(width, max(len(each.measures) for each in drawn), labels)
    english = {each.code: each.en for each in codes.entries} if codes and language == "en" else {}
    parts = list(_rows(drawn, labels, scale, english))
    left = len(answer.targets) - len(drawn)
    notes = [Phrase(_LEFT_OUT, {"count": left})] if left else []
    below = (codes.en if language == "en" else codes.uk) if codes else None
    return framed(Sketch(title, [_summary(answer)], table, below or "", parts, scale, notes), language, width)


def _rows(
    drawn: tuple[TargetCover, ...], labels: list[str], scale: Scale, english: Mapping[str, str | None]
) -> Iterator[Part]:
    for each, label in zip(drawn, labels, strict=True):
        about = {"target": ":".join(each.target.path), "measures": len(each.measures)}
        share = (len(each.measures), _FILL)
        yield counted_row(_named(each.target, english), [share], label, scale=scale, about=about)


def _named(target: Target, english: Mapping[str, str | None]) -> str:
    number = " / ".join(part for part in target.path if part)
    title = (english.get(number) if len(target.path) == 1 else None) or target.title
    return f"{number} {title}" if title else number


def _label(cover: TargetCover, language: str) -> str:
    if cover.outcome in _OUTCOMES:
        return _OUTCOMES[cover.outcome].said(language)
    return Phrase(_MEASURES, {"count": len(cover.measures)}).said(language)


def _summary(answer: Coverage) -> Phrase:
    counts = {
        "served": len(answer.of(Served.SERVED)),
        "whole": len(answer.targets),
        "unserved": len(answer.of(Served.UNSERVED)),
        "missing": len(answer.of(Served.NOT_LOCALISED)),
    }
    return Phrase(_TOLD, counts)
