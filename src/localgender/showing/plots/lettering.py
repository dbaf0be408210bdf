"""How much room words take in a picture, and where their lines break."""

from __future__ import annotations

import unicodedata

from localgender.showing.renderers.cells import legal

_NARROW = frozenset(".,:;!|'ʼ’iїіjlItfr()[]\u00a0 ")
_WIDE = frozenset("ЖМФШЩЮMWжмфшщюmw%№…—")
_LEAN = frozenset("гґєзкстухьckstvxyz-")
MOST_LINES = 8


def room(text: str, size: int) -> int:
    """Return the pixels that a text may take, in the widest of the fonts a picture asks for.

    >>> room("виділено", 12), room("", 12)
    (63, 0)
    """
    return -(-sum(map(_hundredths, text)) * size // 100)


def _hundredths(sign: str) -> int:
    """Return the width of a sign in hundredths of its height."""
    if unicodedata.combining(sign):
        return 0
    if sign in _NARROW:
        return 41
    if unicodedata.east_asian_width(sign) in "WF":
        return 105
    if sign in _WIDE:
        return 110
    if sign in _LEAN:
        return 60
    return 80 if sign.isupper() or sign in "дц₴" else 66


def wrapped(text: str, width: int, size: int, *, most: int = MOST_LINES) -> list[str]:
    """Break a text into lines that fit a width; a word that is longer than a line is broken too.

    >>> wrapped("Рівний доступ до послуг громади", 110, 12)
    ['Рівний доступ', 'до послуг', 'громади']

    Args:
        text: Any text; white space of every kind is one space, signs that no file may hold are replaced.
        width: In pixels.
        size: Height of the letters, in pixels.
        most: Lines after which the rest is left out, which «…» shows; the data keep the whole.
    """
    lines: list[str] = []
    for word in legal(text).split(" ") if text else []:
        for piece in _pieces(" ".join(word.split()), width, size):
            joined = f"{lines[-1]} {piece}" if lines else piece
            if lines and room(joined, size) <= width:
                lines[-1] = joined
            elif len(lines) == most:
                # Whoever reads the picture sees that there is more.
                return [*lines[:-1], f"{lines[-1]} …"]
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int, size: int) -> list[str]:
    pieces: list[str] = []
    rest = word
    while room(rest, size) > width and len(rest) > 1:
        fits = next((n for n in range(1, len(rest)) if room(rest[: n + 1], size) > width), 1)
        # A hyphen is a better place than the middle of a word.
        cut = rest.rfind("-", 0, fits) + 1 or fits
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return [*pieces, rest] if rest else pieces
