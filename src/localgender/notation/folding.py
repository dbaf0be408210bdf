"""Letters, apostrophes, dashes and case endings brought together, so that words can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

_LATIN = "ABCEHIKMOPTXYaceiopxyïÏ"
_CYRILLIC = "АВСЕНІКМОРТХУасеіорхуїЇ"
_LOOK_ALIKES = str.maketrans(_LATIN, _CYRILLIC)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("’ʼ`´‘′", "'"),
        **dict.fromkeys("–—−‑‒―", "-"),
        **dict.fromkeys("„“”«»‟", '"'),
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2002\u2003\t\r\n\v\f", " "),
    }
)
# A text has few of these signs, and finding them is much faster than translating every letter.
_SIGN = re.compile(f"[{re.escape(''.join(map(chr, _SIGNS)))}]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
_CYRILLIC_LETTER = re.compile("[А-Яа-яІЇЄҐіїєґ]")
_LOOKS_CYRILLIC = re.compile(f"[{_LATIN}]")
# «2024 p.» is short for року, though no Cyrillic letter stands in it.
_YEAR_MARK = re.compile(r"(?<=\d\d\d\d)\s?pp?(?![^\W_])")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SOFT = re.compile(f"[{_UNSEEN}]")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-‑][^\S\n]*\n\s*(?=[а-яіїєґ])")
_SOFTENED = re.compile(f"[{_UNSEEN}\n]")


def look_alikes(text: str) -> str:
    """Turn Latin letters inside Cyrillic words into the Cyrillic letters they look like.

    >>> look_alikes("iнших") == "інших", look_alikes("2024 p.") == "2024 р."
    (True, True)
    """
    # Most texts hold no such letter, and looking once for one is far cheaper than going through the words.
    if not _LOOKS_CYRILLIC.search(text):
        return text
    words = _WORD.sub(
        lambda word: word[0].translate(_LOOK_ALIKES) if _CYRILLIC_LETTER.search(word[0]) else word[0], text
    )
    return _YEAR_MARK.sub(lambda mark: mark[0].translate(_LOOK_ALIKES), words)


def _folded_sign(found: re.Match[str]) -> str:
    return _SIGNS[ord(found[0])]


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    r"""Bring text to the form in which it is searched: lower case, one apostrophe, one dash, one quote.

    The length stays, so a position found in the folded text is a position in the printed one.

    >>> fold("Обов’язки – «iнші»")
    'обов\'язки - "інші"'
    """
    signs = _SIGN.sub(_folded_sign, look_alikes(text))
    lowered = signs.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in signs)


def joined(text: str) -> str:
    r"""Take out soft hyphens and invisible signs, and close words that a line break hyphenated.

    >>> joined("вико-\nнання за\u00adходів")
    'виконання заходів'
    """
    # Most texts hold neither an invisible sign nor a line break, and stay as they are.
    return _HYPHENATED.sub("", _SOFT.sub("", text)) if _SOFTENED.search(text) else text


_CLOSED = re.compile("і(?=[^аеєиіїоуюя]+$)")

# One ending is taken off, the longest that leaves three letters: case and number of nouns and adjectives,
# verbal nouns in -ння, and agents in -ець, which is as much as comparing words of a table needs.
_ENDINGS = sorted(
    """
    ання анню анням аннях ань ення енню енням еннях ень іння
    ювання юванню юванням ування уванню уванням увань ювань
    ець ця цеві цем цю ці ців цям цями цях
    ий ій ого ього ому ьому им ім ої ою ею єю ії ими іми их іх
    ам ям ами ями ах ях ів їв ей ові еві єві ом ем єм
    а я у ю і ї о е є ь й и
    """.split(),
    key=lambda ending: (-len(ending), ending),
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the part of a word that its case endings leave alone.

    >>> stem("виконавець") == stem("виконавцями"), stem("захід") == stem("заходів")
    (True, True)

    Args:
        word: One word, folded.
    """
    kept = next(
        (word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 3), word
    )
    # захід, заходи: і of a closed syllable is о in the open one, so one of them stands for both.
    return _CLOSED.sub("о", kept)


# Every rule that looks for words asks for the stems of the same cells.
@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words and numbers of a text, in order.

    >>> stems("Відповідальні виконавці") == stems("відповідальний  виконавець")
    True
    """
    return tuple(map(stem, _TOKEN.findall(fold(joined(text)))))
