"""Texts of Office Open XML spreadsheets: runs put together, phonetic hints left out, notes raised."""

from __future__ import annotations

import re

from attrs import define, field

from localgender.documents.readers.sheet import RAISED, settled
from localgender.documents.readers.xlsx_markup import End, Start

# Signs that XML cannot hold are spelled _x000D_, and an underscore that would look so is _x005F_.
_SPELLED = re.compile("_x([0-9A-Fa-f]{4})_")


def spelled_out(text: str) -> str:
    r"""Turn the spelling of signs that XML cannot hold into the signs; those that are never shown go.

    >>> spelled_out("Захід_x000D_\nперший"), spelled_out("_x005F_x000D_")
    ('Захід\nперший', '_x000D_')
    """
    return settled(_SPELLED.sub(_sign, text) if "_x" in text else text)


def _sign(spelling: re.Match[str]) -> str:
    sign = chr(int(spelling[1], 16))
    return sign if sign.isprintable() or sign in "\t\n\r\u00a0" else ""


@define(eq=False)
class RichText:
    """Text of one cell while its runs arrive.

    Attributes:
        heard: Takes character data; what stands between texts is dropped.
    """

    heard: list[str] = field(factory=list)
    _runs: list[str] = field(factory=list)
    _raised: bool = False
    _phonetic: bool = False

    @property
    def starts(self) -> dict[str, Start]:
        """What listens to elements that begin."""
        return {
            "t": self._open_text,
            "r": self._open_run,
            "vertAlign": self._align,
            "rPh": self._open_phonetic,
        }

    @property
    def ends(self) -> dict[str, End]:
        """What listens to elements that end."""
        return {"t": self._close_text, "rPh": self._close_phonetic}

    def _open_text(self, _: dict[str, str]) -> None:
        self.heard.clear()

    def _close_text(self) -> None:
        if not self._phonetic:
            text = "".join(self.heard)
            self._runs.append(text.translate(RAISED) if self._raised else text)
        self.heard.clear()

    def _open_run(self, _: dict[str, str]) -> None:
        self._raised = False

    def _align(self, attributes: dict[str, str]) -> None:
        self._raised = attributes.get("val") == "superscript"

    def _open_phonetic(self, _: dict[str, str]) -> None:
        self._phonetic = True

    def _close_phonetic(self) -> None:
        self._phonetic = False

    def take(self) -> str:
        """Return the whole text and begin anew."""
        text = "".join(self._runs)
        self._runs.clear()
        self._raised = False
        return spelled_out(text)
