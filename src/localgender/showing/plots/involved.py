"""How many measures each executor has."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from localgender.model.plan import Measure
from localgender.questions.aggregate import Asked, plan_of, value_of
from localgender.showing.catalogue import Counted, Said, language_of
from localgender.showing.figures import number
from localgender.showing.plots.canvas import PAPER, WIDTH
from localgender.showing.plots.plot import Plot, Sketch, framed, silent
from localgender.showing.plots.rows import across, counted_row, legend
from localgender.showing.plots.statuses import NO_MEASURES
from localgender.showing.tables import Heading, Table, Words
from localgender.showing.wording import Phrase

_ALONE, _SHARED, _MOST = "#0072B2", PAPER, 30
_BY_ITSELF, _TOGETHER = Said("measures by itself"), Said("measures together with others")
_NOBODY = Counted("{count} measure names no executor.", "{count} measures name no executor.")
_LEFT_OUT = Counted(
    "{count} more executor with {most} or fewer measures is not drawn; the table has it.",
    "{count} more executors with {most} or fewer measures are not drawn; the table has them.",
)
_SILENT = Said("The document names no executor.")


@frozen
class _Load:
    """Measures of one executor: by itself, and together with others."""

    name: str
    alone: int = 0
    shared: int = 0

    @property
    def whole(self) -> int:
        """All of its measures."""
        return self.alone + self.shared


def executors(value: Asked, *, language: str = "uk", width: int = WIDTH) -> Plot:
    """Draw how many measures each executor has, by itself and together with others.

    >>> from localgender.model.plan import Plan
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
    measures, language = plan_of(value_of(value)).measures, language_of(language)
    loads = _loads(measures)
    title, table = Said("Measures of each executor"), _table(loads)
    if not loads:
        why = _SILENT if measures else NO_MEASURES
        return silent(title, why, table, language=language, width=width)
    drawn = loads[:_MOST]
    labels = [number(each.whole, language) for each in drawn]
    scale = across(width, drawn[0].whole, labels)
    nobody = sum(not each.involvements for each in measures)
    notes: list[Words] = [Phrase(_NOBODY, {"count": nobody})] if nobody else []
    counts = {
        "executors": len(loads),
        "first": loads[0].name,
        "count": loads[0].whole,
        "measures": len(measures),
    }
    told: list[Words] = [Phrase(_TOLD, counts), *notes]
    if rest := loads[_MOST:]:
        notes.append(Phrase(_LEFT_OUT, {"count": len(rest), "most": rest[0].whole}))
    parts = [
        *legend([(_ALONE, _BY_ITSELF.said(language)), (_SHARED, _TOGETHER.said(language))], width),
        *(
            counted_row(
                each.name,
                [(each.alone, _ALONE), (each.shared, _SHARED)],
                label,
                scale=scale,
                about={"executor": each.name, "alone": each.alone, "shared": each.shared},
            )
            for each, label in zip(drawn, labels, strict=True)
        ),
    ]
    return framed(Sketch(title, told, table, parts=parts, scale=scale, notes=notes), language, width)


_TOLD = Said("Measures: {measures}, executors: {executors}; the most has {first}: {count}.")


def _loads(measures: Iterable[Measure]) -> list[_Load]:
    alone: dict[str, int] = {}
    shared: dict[str, int] = {}
    for measure in measures:
        names = {each.executor.name for each in measure.involvements}
        for name in names:
            counts = alone if len(names) == 1 else shared
            counts[name] = counts.get(name, 0) + 1
    loads = [_Load(name, alone.get(name, 0), shared.get(name, 0)) for name in {**alone, **shared}]
    return sorted(loads, key=lambda each: (-each.whole, each.name))


def _table(loads: Iterable[_Load]) -> Table:
    counts = [Said("Measures"), Said("by itself"), Said("together with others")]
    headings = [Heading(Said("Executor")), *(Heading(each, "right") for each in counts)]
    return Table(
        Said("Measures of each executor"),
        headings,
        [(each.name, each.whole, each.alone, each.shared) for each in loads],
    )
