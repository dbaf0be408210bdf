"""Numbers that Word draws before paragraphs without storing them, and the styles that ask for them."""

from __future__ import annotations

import re

from attrs import define, field

from localgender.documents.readers.ooxml import Package, on, value, whole

_OF_LEVELS = frozenset({"start", "numFmt", "lvlText", "lvlRestart", "isLgl", "pStyle"})
_OF_LISTS = _OF_LEVELS | {
    "abstractNum", "numStyleLink", "num", "abstractNumId", "lvlOverride", "startOverride", "lvl"
}  # fmt: skip
_OF_STYLES = frozenset({"style", "basedOn", "numId", "ilvl", "vanish", "vertAlign"})
_LONGEST_DESCENT = 20
_DEEPEST = 8
_LONGEST_TEXT = 255
_PLACE = re.compile("%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = {"Letter": "abcdefghijklmnopqrstuvwxyz", "russian": "абвгдежзиклмнопрстуфхцчшщэюя"}


@define(eq=False)
class Level:
    """How one level of a list counts and what it draws."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""


@define(eq=False)
class Style:
    """What a style says of numbers and of text that is hidden or raised; None when nothing."""

    based_on: str = ""
    list_id: str | None = None
    level: int | None = None
    hidden: bool | None = None
    raised: bool | None = None


@define(eq=False)
class List:
    """Numbered list: a definition that lists may share, and where this one begins anew."""

    definition: str = ""
    starts: dict[int, int] = field(factory=dict)
    levels: dict[int, Level] = field(factory=dict)
    begun: bool = False


@define(eq=False)
class Numbering:
    """Lists of a document with their counters, and its styles."""

    definitions: dict[str, dict[int, Level]] = field(factory=dict)
    lists: dict[str, List] = field(factory=dict)
    styles: dict[str, Style] = field(factory=dict)
    linked: dict[str, str] = field(factory=dict)
    _merged: dict[str, Style] = field(factory=dict)
    _counts: dict[str, dict[int, int]] = field(factory=dict)

    def style(self, name: str) -> Style:
        """Return a style with what it inherits."""
        if name in self._merged:
            return self._merged[name]
        merged = self._merged[name] = Style()
        for _ in range(_LONGEST_DESCENT):
            if name not in self.styles:
                break
            style = self.styles[name]
            if merged.list_id is None and merged.level is None:
                merged.level = style.level
            merged.list_id = style.list_id if merged.list_id is None else merged.list_id
            merged.hidden = style.hidden if merged.hidden is None else merged.hidden
            merged.raised = style.raised if merged.raised is None else merged.raised
            name = style.based_on
        return merged

    def drawn(self, style: str, list_id: str | None, level: int | None) -> str:
        """Count one paragraph and return its number as drawn.

        Args:
            style: Name of the paragraph's style.
            list_id: Number of the list that the paragraph itself names.
            level: Level that the paragraph itself names, from 0.
        """
        inherited = self.style(style)
        found = self.lists.get((inherited.list_id if list_id is None else list_id) or "")
        if found is None:
            return ""
        levels = self.definitions.get(found.definition, {}) | found.levels
        if level is None and list_id is None:
            linked = (number for number, each in levels.items() if style and each.style == style)
            level = next(linked, inherited.level)
        return self._count(found, levels, level or 0)

    def _count(self, found: List, levels: dict[int, Level], at: int) -> str:
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counts.setdefault(found.definition, {})
        if not found.begun:
            found.begun = True
            for number in found.starts:
                counts.pop(number, None)
        starts = {number: found.starts.get(number, each.start) for number, each in levels.items()}
        counts[at] = counts.get(at, starts[at] - 1) + 1
        for deeper in [number for number in counts if number > at]:
            if deeper not in levels or levels[deeper].restart in {None, *range(at + 1, 10)}:
                del counts[deeper]
        return "" if level.format == "bullet" else _drawn(level, levels, starts | counts)


def _drawn(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        if at not in levels:
            return ""
        return _written(counts[at], "decimal" if level.legal else levels[at].format)

    return _PLACE.sub(number, level.text).strip()


def _written(number: int, format_: str) -> str:
    if format_ == "none":
        return ""
    if format_ == "decimalZero":
        return f"{number:02}"
    if format_ in {"upperRoman", "lowerRoman"} and 0 < number < 4000:
        roman = _roman(number)
        return roman.upper() if format_ == "upperRoman" else roman
    for word, letters in _LETTERS.items():
        if word in format_ and 0 < number <= 10 * len(letters):
            times, letter = divmod(number - 1, len(letters))
            written = letters[letter] * (times + 1)
            return (
                written.upper()
                if format_.lower().startswith("upper") or format_.endswith("Upper")
                else written
            )
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written


def read_numbering(package: Package) -> Numbering:
    """Read the lists and styles of a document."""
    made = Numbering()
    parts = {relation.kind: relation.part for relation in package.relations(package.main)}
    _read_lists(package, parts.get("numbering", ""), made)
    _read_styles(package, parts.get("styles", ""), made)
    for definition, style in made.linked.items():
        shared = made.lists.get(made.style(style).list_id or "", List())
        made.definitions[definition] = made.definitions.get(shared.definition, {})
    return made


def _read_lists(package: Package, part: str, made: Numbering) -> None:
    definition, list_, level, at = "", List(), Level(), 0
    levels: dict[int, Level] = {}
    for tag, attributes in package.tags(part, _OF_LISTS):
        said = value(attributes)
        if tag == "abstractNum":
            definition = attributes.get("abstractNumId", "")
            levels = made.definitions.setdefault(definition, {})
        elif tag == "numStyleLink":
            made.linked[definition] = said
        elif tag == "num":
            list_ = made.lists[attributes.get("numId", "")] = List()
            levels = list_.levels
        elif tag == "abstractNumId":
            list_.definition = said
        elif tag == "lvlOverride":
            at = _level(attributes)
        elif tag == "startOverride":
            list_.starts[at] = whole(said, 1)
        elif tag == "lvl":
            level = levels[_level(attributes)] = Level()
        else:
            _set(level, tag, attributes)


def _level(attributes: dict[str, str]) -> int:
    return min(whole(attributes.get("ilvl")), _DEEPEST)


def _set(level: Level, tag: str, attributes: dict[str, str]) -> None:
    said = value(attributes)
    if tag == "start":
        level.start = whole(said, 1)
    elif tag == "numFmt":
        level.format = said
    elif tag == "lvlText":
        level.text = said[:_LONGEST_TEXT]
    elif tag == "lvlRestart":
        level.restart = whole(said)
    elif tag == "isLgl":
        level.legal = on(attributes)
    elif tag == "pStyle":
        level.style = said


def _read_styles(package: Package, part: str, made: Numbering) -> None:
    style = Style()
    for tag, attributes in package.tags(part, _OF_STYLES):
        said = value(attributes)
        if tag == "style":
            style = Style()
            # What a table's style says of its text depends on the cell; it never hides or numbers.
            if attributes.get("type") != "table":
                made.styles[attributes.get("styleId", "")] = style
        elif tag == "basedOn":
            style.based_on = said
        elif tag == "numId":
            style.list_id = said
        elif tag == "ilvl":
            style.level = whole(said)
        elif tag == "vanish":
            style.hidden = on(attributes)
        elif tag == "vertAlign":
            style.raised = said == "superscript"
