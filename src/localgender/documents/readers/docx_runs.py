"""What the elements inside a paragraph of Word's markup print, and what they keep from being printed."""

from __future__ import annotations

from localgender.documents.readers.docx_flow import RAISED
from localgender.documents.readers.docx_walk import Action, Attributes, Walk
from localgender.documents.readers.ooxml import local, on, value

_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "w:softHyphen": "\N{SOFT HYPHEN}",
    # A fraction is no number of two digits, and neither is a power.
    "m:den": "/",
    "m:sup": "^",
    "m:sub": "_",
}
_SYMBOLS = {
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFB): "✗",
    ("wingdings", 0xFE): "☑",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xA8): "☐",
    ("wingdings", 0x6F): "☐",
    ("symbol", 0xB7): "•",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xB1): "±",
    ("symbol", 0x2D): "−",
    ("symbol", 0xB4): "×",
}
_DEEPEST_FIELD = 20


def _open_run(walk: Walk, _: Attributes) -> None:
    walk.line.hidden = walk.line.superscript = False


def _style_run(walk: Walk, given: Attributes) -> None:
    style = walk.numbering.style(value(given))
    walk.line.hidden, walk.line.superscript = bool(style.hidden), bool(style.raised)


def _hide(walk: Walk, given: Attributes) -> None:
    walk.line.hidden = on(local(given))


def _raise(walk: Walk, given: Attributes) -> None:
    walk.line.superscript = value(given) == "superscript"


def _open_text(walk: Walk, _: Attributes) -> None:
    walk.hearing = True


def _close_text(walk: Walk, _: Attributes) -> None:
    walk.hearing = False


def _sign(text: str) -> Action:
    def put(walk: Walk, _: Attributes) -> None:
        walk.put(text)

    return put


def _symbol(walk: Walk, given: Attributes) -> None:
    attributes = local(given)
    try:
        code = int(attributes.get("char", ""), 16) % 0x10000
    except ValueError:
        return
    font = attributes.get("font", "").lower()
    # Fonts of symbols keep their signs in the private area.
    known = _SYMBOLS.get((font, code & 0xFF)) if code < 0x100 or 0xF000 <= code < 0xF100 else None
    if known or not 0xD800 <= code < 0xE000:
        walk.put(known or chr(code))


def _field(walk: Walk, given: Attributes) -> None:
    kind, fields = local(given).get("fldCharType", ""), walk.line.fields
    if kind == "begin" and len(fields) < _DEEPEST_FIELD:
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _cite(kind: str) -> Action:
    def cite(walk: Walk, given: Attributes) -> None:
        attributes = local(given)
        if walk.line.muted:
            return
        walk.cited.append((kind, attributes.get("id", "")))
        if "customMarkFollows" not in attributes:
            walk.put(str(len(walk.cited)).translate(RAISED))

    return cite


RUN_OPENING: dict[str, Action] = {
    **{name: _sign(text) for name, text in _SIGNS.items()},
    "w:r": _open_run,
    "m:r": _open_run,
    "w:rStyle": _style_run,
    "w:vanish": _hide,
    "w:vertAlign": _raise,
    "w:t": _open_text,
    "m:t": _open_text,
    "w:sym": _symbol,
    "w:fldChar": _field,
    "w:footnoteReference": _cite("footnote"),
    "w:endnoteReference": _cite("endnote"),
}
RUN_CLOSING: dict[str, Action] = {"w:t": _close_text, "m:t": _close_text}
