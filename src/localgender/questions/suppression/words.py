"""Words that tell of people whom a small count can harm.

No Ukrainian act was found that lists such indicators. The words are a choice of the library, to be read and
corrected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from localgender.notation.folding import fold, joined, look_alikes

# How words begin, in both languages, and of whom they tell; of a pair both words must be there.
WORDS: Mapping[str, str] = {
    "постраждал": "victims",
    "потерпіл": "victims",
    "жертв": "victims",
    "victim": "victims",
    "survivor": "victims",
    "насильств": "violence",
    "насильниц": "violence",
    "зґвалтув": "violence",
    "домаган": "violence",
    "булінг": "violence",
    "violence": "violence",
    "кривдник": "offenders",
    "кривдниц": "offenders",
    "offender": "offenders",
    "perpetrator": "offenders",
    "торгівл людьми": "trafficking",
    "експлуатац людей": "trafficking",
    "traffick": "trafficking",
    "заборонн припис": "protection",
    "обмежувальн припис": "protection",
}
_WORD = re.compile(r"[^\W\d_]+")


def names_sensitive(text: str) -> bool:
    """Tell whether words are about victims, violence, offenders, trafficking, or protection from them.

    >>> [names_sensitive(text) for text in ("Кількість постраждалих", "Торгівля людьми", "Торгівля")]
    [True, True, False]
    """
    words = _WORD.findall(fold(look_alikes(joined(text))))
    return any(
        all(any(word.startswith(begin) for word in words) for begin in begins.split()) for begins in WORDS
    )
