"""A picture as a value: what it shows, in words and in figures, and how it is drawn."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from types import ModuleType
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from localgender.errors import MissingExtraError, NotationError
from localgender.showing.catalogue import Said, language_of
from localgender.showing.plots.canvas import (
    FAINT,
    MARGIN,
    NARROWEST,
    SMALL,
    TITLE,
    Part,
    Scale,
    gap,
    lines,
    specification,
    stacked,
)
from localgender.showing.renderers import html
from localgender.showing.renderers.cells import legal
from localgender.showing.tables import Table, Words
from localgender.showing.wording import phrase

if TYPE_CHECKING:
    import altair

# The picture is one image with one text; its parts are none by themselves. Text never holds a bare «<».
_ROLES = re.compile(r'(<g\b[^>]*?) role="graphics-\w+" aria-roledescription="[^"]*"')


def _text(value: str) -> str:
    return " ".join(legal(value).split())


@frozen(repr=False)
class Plot:
    """Picture of an answer; equal pictures are drawn with equal bytes.

    Attributes:
        title: What it answers.
        summary: What it shows, in a sentence, for those who do not see it.
        table: What it is drawn from, every amount exact, also what the picture leaves out.
        language: In which it is said.
    """

    title: str = field(converter=_text)
    summary: str = field(converter=_text)
    table: Table
    language: str = field(converter=language_of)
    _drawing: str = field(alias="drawing")

    @property
    def spec(self) -> dict[str, Any]:
        """The picture in the grammar of Vega-Lite, its data inside; a copy of its own at each call."""
        drawing: dict[str, Any] = json.loads(self._drawing)
        return drawing

    @property
    def empty(self) -> bool:
        """Whether there was nothing to draw, so that the picture is only words."""
        return {layer["name"] for layer in self.spec["layer"]} <= {"bold", "left"}

    def svg(self) -> str:
        """Draw it as SVG: one element that needs nothing else, with its title and summary in words.

        Raises:
            MissingExtraError: An ImportError, without the extra `plot`.
        """
        drawn = _ROLES.sub(r"\1", _drawing_library().vegalite_to_svg(self.spec))
        opening, _, shapes = drawn.partition(">")
        told = f"<title>{escape(self.title)}</title><desc>{escape(self.summary)}</desc>"
        look = f'role="img" lang="{self.language}" style="max-width:100%;height:auto"'
        return f"{opening} {look}>{told}{shapes}\n"

    def png(self, scale: int = 2) -> bytes:
        """Draw it as PNG.

        Args:
            scale: Dots for each pixel, from 1 to 8.

        Raises:
            MissingExtraError: An ImportError, without the extra `plot`.
            NotationError: A ValueError, for any other scale.
        """
        if type(scale) is not int or not 1 <= scale <= 8:
            raise NotationError(str(scale), "a whole number of dots for each pixel, from 1 to 8")
        drawn: bytes = _drawing_library().svg_to_png(self.svg(), scale=scale)
        return drawn

    def altair(self) -> altair.LayerChart:
        """Return it as a chart of Altair, to be changed further.

        Raises:
            MissingExtraError: An ImportError, without the extra `plot`.
        """
        try:
            import altair
        except ImportError:
            raise MissingExtraError("a chart of Altair", "plot") from None
        return altair.LayerChart.from_dict(self.spec)

    def _repr_html_(self) -> str:
        try:
            return self.svg()
        except MissingExtraError as missing:
            # A notebook without the extra still shows the figures.
            return html.paragraph(str(missing)) + html.render(self.table, self.language)

    def __repr__(self) -> str:
        return f"<Plot: {self.title}. {self.summary}>"


def _drawing_library() -> ModuleType:
    try:
        import vl_convert
    except ImportError:
        raise MissingExtraError("a picture", "plot") from None
    return vl_convert


def _parts(value: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(value)


def _words(value: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(value)


@frozen
class Sketch:
    """What a picture is made of, before it has its head and its notes.

    Attributes:
        title: What it answers.
        summary: What it shows, in words.
        table: What it is drawn from.
        below: Second line of its head, such as the unit; "" without one.
        parts: Its body, top to bottom.
        scale: Of what stands by number.
        notes: What the picture leaves out, and how to read it.
    """

    title: Words
    summary: tuple[Words, ...] = field(converter=_words)
    table: Table
    below: Words = ""
    parts: tuple[Part, ...] = field(default=(), converter=_parts)
    scale: Scale = field(factory=Scale)
    notes: tuple[Words, ...] = field(default=(), converter=_words)


def asked_for(language: str, width: int) -> str:
    """Return a language that has messages, beside a width that has room for words.

    Raises:
        NotationError: A ValueError, for any other language or width.
    """
    if type(width) is not int or width < NARROWEST:
        raise NotationError(str(width), f"a whole number of pixels, at least {NARROWEST}")
    return language_of(language)


def framed(sketch: Sketch, language: str, width: int) -> Plot:
    """Give a picture its head and its notes, in one language."""
    inner = width - 2 * MARGIN
    title, below = phrase(sketch.title, language), phrase(sketch.below, language)
    notes = [
        part
        for each in sketch.notes
        for part in (gap(4), lines(phrase(each, language), width=inner, size=SMALL, fill=FAINT))
    ]
    whole = stacked(
        [
            gap(10),
            lines(title, width=inner, size=TITLE, style="bold"),
            lines(below, width=inner, fill=FAINT),
            gap(8),
            *sketch.parts,
            *notes,
            gap(10),
        ]
    )
    told = (phrase(each, language) for each in sketch.summary)
    summary = " ".join(each[:1].upper() + each[1:] for each in told)
    drawing = json.dumps(specification(whole, width, sketch.scale), ensure_ascii=False, sort_keys=True)
    return Plot(title, summary, sketch.table, language, drawing)


def silent(title: Words, why: Said, table: Table, *, language: str, width: int) -> Plot:
    """Draw a picture that says why there is nothing to draw."""
    told = lines(why.said(language), width=width - 2 * MARGIN)
    return framed(Sketch(title, [why], table, parts=[told]), language, width)
