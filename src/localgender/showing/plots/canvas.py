"""Pictures as stacks of parts: every shape is a row of data, and a drawing library draws the rows.

Words and rows stand at pixels that are counted here, so that a picture does not depend on the fonts of a
machine. Lengths are drawn by the library from exact numbers: only there do they become floats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from localgender.showing.plots.lettering import MOST_LINES, wrapped

WIDTH, NARROWEST = 640, 320
MARGIN, INK, FAINT, PAPER = 12, "#111111", "#4d4d4d", "#ffffff"
BODY, SMALL, TITLE = 12, 11, 15
FONTS = "DejaVu Sans, Arimo, Liberation Sans, Arial, Roboto, sans-serif"
Row = Mapping[str, Any]


def _shapes(value: Iterable[tuple[str, Row]]) -> tuple[tuple[str, Row], ...]:
    return tuple(value)


@frozen
class Part:
    """Shapes that stand together.

    Attributes:
        height: In pixels.
        shapes: Each the name of a style and a row of data; `y` and `y2` are counted from the top of the part.
    """

    height: int
    shapes: tuple[tuple[str, Row], ...] = field(default=(), converter=_shapes)

    def lowered(self, by: int) -> Iterator[tuple[str, Row]]:
        """Yield the shapes at their place below other parts."""
        for style, row in self.shapes:
            yield style, {**row, **{key: row[key] + by for key in ("y", "y2") if key in row}}


@frozen
class Scale:
    """Where exact numbers come to stand.

    Attributes:
        low: Number at the left end.
        high: Number at the right end.
        left: Pixel of the left end.
        right: Pixel of the right end.
    """

    low: int = 0
    high: int = 1
    left: int = 0
    right: int = 1


def stacked(parts: Iterable[Part]) -> Part:
    """Set parts one below the other."""
    height, shapes = 0, []
    for part in parts:
        shapes += list(part.lowered(height))
        height += part.height
    return Part(height, shapes)


def lines(
    text: str,
    *,
    x: int = MARGIN,
    width: int,
    style: str = "left",
    size: int = BODY,
    most: int = MOST_LINES,
    **look: Any,
) -> Part:
    """Write a text in as many lines as it needs, up to the most."""
    leading = size + 4
    # Bold letters are wider.
    room = width * 6 // 7 if style == "bold" else width
    rows = [
        words(style, x, leading * number + leading // 2, line, **{"size": size, **look})
        for number, line in enumerate(wrapped(text, room, size, most=most))
    ]
    return Part(leading * len(rows), rows)


def box(x: int, y: int, width: int, height: int, fill: str, **row: Any) -> tuple[str, Row]:
    """Return a rectangle with an outline that stands out from any fill."""
    look = {"x": x, "x2": x + width, "y": y, "y2": y + height, "fill": fill, "stroke": INK}
    return "box", {**look, **row}


def words(style: str, x: int, y: int, text: str, **row: Any) -> tuple[str, Row]:
    """Return one line of text; `y` is its middle."""
    return style, {"x": x, "y": y, "text": text, "size": BODY, "fill": INK, **row}


def gap(height: int) -> Part:
    """Leave room."""
    return Part(height)


def _pixel(name: str) -> dict[str, Any]:
    return {"field": name, "type": "quantitative", "scale": None, "axis": None}


def _look(name: str) -> dict[str, Any]:
    return {"field": name, "type": "nominal", "scale": None, "legend": None}


_Y = {"y": _pixel("y")}
_BETWEEN = {**_Y, "y2": {"field": "y2"}, "fill": _look("fill"), "stroke": _look("stroke")}
_WRITTEN = {
    **_Y,
    "text": {"field": "text", "type": "nominal"},
    "fill": _look("fill"),
    "size": {"field": "size", "type": "quantitative", "scale": None, "legend": None},
}
_SHAPED = {**_Y, **{name: _look(name) for name in ("shape", "fill", "stroke")}}
_POINT = {"type": "point", "size": 70, "strokeWidth": 1.5, "opacity": 1}
_FULL = {"type": "rect", "strokeWidth": 1}


def _written(align: str, **look: Any) -> dict[str, Any]:
    return {"type": "text", "align": align, "baseline": "middle", **look}


# Styles as they are painted, lowest first: whether they stand by number, the mark, its channels.
_STYLES: Mapping[str, tuple[bool, dict[str, Any], dict[str, Any]]] = {
    "band": (True, {"type": "rect", "strokeWidth": 0}, _BETWEEN),
    "grid": (True, {"type": "rule", "color": "#dcdcdc"}, {**_Y, "y2": {"field": "y2"}}),
    "frame": (False, {"type": "rect", "strokeWidth": 1}, _BETWEEN),
    "box": (False, _FULL, _BETWEEN),
    "span": (True, _FULL, _BETWEEN),
    "dashed": (True, {**_FULL, "strokeDash": [4, 3]}, _BETWEEN),
    "printed": (True, {"type": "rule", "strokeWidth": 3, "color": INK}, {**_Y, "y2": {"field": "y2"}}),
    "point": (True, _POINT, _SHAPED),
    "sample": (False, _POINT, _SHAPED),
    "left": (False, _written("left"), _WRITTEN),
    "right": (False, _written("right"), _WRITTEN),
    "middle": (False, _written("center"), _WRITTEN),
    "bold": (False, _written("left", fontWeight="bold"), _WRITTEN),
    "label": (True, _written("left", dx=6), _WRITTEN),
    "tick": (True, _written("center"), _WRITTEN),
}


def specification(part: Part, width: int, scale: Scale) -> dict[str, Any]:
    """Write a picture in the grammar of the drawing library, its data inside.

    Args:
        part: The whole picture.
        width: In pixels.
        scale: Of all shapes that stand by number.
    """
    rows: dict[str, list[Row]] = {}
    for style, row in part.shapes:
        rows.setdefault(style, []).append(row)
    return {
        "width": width,
        "height": part.height,
        "padding": 0,
        "autosize": "none",
        "background": PAPER,
        "config": {"aria": False, "font": FONTS, "view": {"stroke": None}},
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
        "layer": [_layer(style, rows[style], scale) for style in _STYLES if style in rows],
    }


def _layer(style: str, rows: list[Row], scale: Scale) -> dict[str, Any]:
    by_number, mark, channels = _STYLES[style]
    layer = {"name": style, "data": {"values": rows}, "mark": mark}
    if not by_number:
        across = {"x": _pixel("x"), **({"x2": {"field": "x2"}} if "x2" in rows[0] else {})}
        return {**layer, "encoding": {**across, **channels}}
    placed = {
        "field": "from",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [scale.low, scale.high], "range": [scale.left, scale.right], "nice": False},
    }
    ends = {"from": "at", "to": "till"} if "till" in rows[0] else {"from": "at"}
    # A percent is kept as text, exact to its last digit.
    turned = [{"calculate": f"toNumber(datum.{key})", "as": name} for name, key in ends.items()]
    across = {"x": placed, **({"x2": {"field": "to"}} if "to" in ends else {})}
    return {**layer, "transform": turned, "encoding": {**across, **channels}}
