"""How many measures each executor has."""

from __future__ import annotations

from attrs import frozen

from localgender.questions.aggregate import Asked, plan_of, value_of
from localgender.showing.catalogue import Counted, Said
from localgender.showing.figures import number
from localgender.showing.plots.canvas import PAPER, WIDTH, Part, Scale
from localgender.showing.plots.plot import Plot, Sketch, asked_for, framed, silent
from localgender.showing.plots.rows import across, counted_row, legend
from localgender.showing.plots.statuses import NO_MEASURES
from localgender.showing.tables import Words
from localgender.showing.wording import Phrase
from localgender.showing.workload import executors as tabulated

_ALONE, _SHARED, _MOST = "#0072B2", PAPER, 30
_BY_ITSELF, _TOGETHER = Said("measures by itself"), Said("measures together with others")
_NOBODY = Counted("{count} measure names no executor.", "{count} measures name no executor.")
_LEFT_OUT = Counted(
    "{count} more executor with {most} or fewer measures is not drawn; the table has it.",
    "{count} more executors with {most} or fewer measures are not drawn; the table has them.",
)
_TITLE = Said("Measures of each executor")
_SILENT = Said("The document names no executor.")


def executors(value: Asked, *, language: str = "uk", width: int = WIDTH) -> Plot:
    """Draw how many measures each executor has, by itself and together with others.

    >>> from localgender.model.plan import Measure, Plan
    >>> plan = Plan(goals=[Measure("1.1", involvements=["Архів", "Управління культури"]), Measure("1.2")])
    >>> executors(plan, language="en").summary
    'Measures: 2, executors: 2; the most has Архів: 1. 1 measure names no executor.'

    Args:
        value: A plan, a report on one, or a reading of either.
        language: "uk" or "en"; names stay as they are.
        width: In pixels, at least 320.

    Returns:
        A bar for each executor, the most measures first; a measure counts for each who shares it.

    Raises:
        TypeError: For anything else.
        NotationError: A ValueError, for a language without messages, or a width without room for words.
    """
    measures, language = plan_of(value_of(value)).measures, asked_for(language, width)
    table = tabulated(value)
    if not table.rows:
        why = _SILENT if measures else NO_MEASURES
        return silent(_TITLE, why, table, language=language, width=width)
    loads = [_Load(name, count, alone) for name, count, alone, *_ in table.rows]
    drawn, rest = loads[:_MOST], loads[_MOST:]
    nobody = sum(not each.involvements for each in measures)
    silence: list[Words] = [Phrase(_NOBODY, {"count": nobody})] if nobody else []
    left: list[Words] = [Phrase(_LEFT_OUT, {"count": len(rest), "most": rest[0].measures})] if rest else []
    counts = {"executors": len(loads), "measures": len(measures)}
    most = {"first": loads[0].name, "count": loads[0].measures}
    told = [Phrase(_TOLD, {**counts, **most}), *silence]
    scale = across(width, loads[0].measures, [number(each.measures, language) for each in drawn])
    entries = [(_ALONE, _BY_ITSELF.said(language)), (_SHARED, _TOGETHER.said(language))]
    parts = [*legend(entries, width), *(_bar(each, language, scale) for each in drawn)]
    return framed(
        Sketch(_TITLE, told, table, parts=parts, scale=scale, notes=[*silence, *left]), language, width
    )


_TOLD = Said("Measures: {measures}, executors: {executors}; the most has {first}: {count}.")


@frozen
class _Load:
    """How many measures an executor has, and how many of them by itself."""

    name: str
    measures: int
    alone: int


def _bar(load: _Load, language: str, scale: Scale) -> Part:
    shared = load.measures - load.alone
    return counted_row(
        load.name,
        [(load.alone, _ALONE), (shared, _SHARED)],
        number(load.measures, language),
        scale=scale,
        about={"executor": load.name, "alone": load.alone, "shared": shared},
    )
