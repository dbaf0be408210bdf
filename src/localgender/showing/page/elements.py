"""HTML as values: text is escaped unless it is already HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from attrs import frozen

_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "col"})
# A renamed attribute stands for one that is a word of Python.
_RENAMED = {"class_": "class", "for_": "for"}


@frozen
class Html:
    """Finished HTML, which is not escaped again."""

    text: str


Part = str | Html | None


def tag(name: str, /, *inside: Part | Iterable[Part], **attributes: str | bool | None) -> Html:
    """Make an element; silent parts and attributes are left out, text of documents stands for itself.

    >>> tag("p", "a < b", tag("br"), class_="note").text
    '<p class="note">a &lt; b<br></p>'
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    opening = f"<{name}{written}>"
    return Html(opening if name in _VOID else f"{opening}{joined(*inside).text}</{name}>")


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    key = _RENAMED.get(key, key).replace("_", "-")
    return f" {key}" if value is True else f' {key}="{shown(value)}"'


def joined(*parts: Part | Iterable[Part]) -> Html:
    """Set parts one after the other."""
    return Html("".join(_piece(part) for part in parts))


def _piece(part: Part | Iterable[Part]) -> str:
    if part is None:
        return ""
    if isinstance(part, Html):
        return part.text
    return shown(part) if isinstance(part, str) else "".join(map(_piece, part))


def shown(text: str) -> str:
    r"""Escape a text; what no page may hold, such as a control character, becomes a replacement sign.

    >>> shown('<b>"&\x00')
    '&lt;b&gt;&quot;&amp;�'
    """
    return html.escape(_FORBIDDEN.sub("\ufffd", text))


# Control characters, halves of letters, and the last two signs of every plane.
_PLANES = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff{_PLANES}]")
