"""Words of a document that no end of a line can have cut, and what they say about those that one may have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from attrs import field, frozen

from localgender.notation.folding import stem

LETTERS = r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
_WORD = re.compile(LETTERS)
_COMPOUND = re.compile(rf"{LETTERS}(?:-{LETTERS})+")
# So short a word is as likely the end of another.
_SHORT = 3
_UNSEEN = 0.01


@frozen(eq=False)
class Vocabulary:
    """Words of a document.

    Attributes:
        words: In lower case.
        stems: What their case endings leave alone.
        firsts: First parts of words with a hyphen.
        runs: How often two, three and four letters follow each other in them; a blank stands for an end.
    """

    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()
    runs: Counter[str] = field(factory=Counter)

    def knows(self, word: str) -> bool:
        """Tell whether a word occurs, in whatever case; of short words and stems nobody can tell."""
        root = stem(word)
        return (len(word) > _SHORT and word in self.words) or (len(root) > _SHORT and root in self.stems)

    def joins(self, left: str, right: str) -> bool:
        """Tell whether letters go on over the end of a line rather than end and begin again there.

        >>> vocabulary = vocabulary_of(["про реалізацію, організацію та ролі громад"])
        >>> vocabulary.joins("централі", "зація"), vocabulary.joins("ролі", "громад")
        (True, False)
        """
        end, begin = f"  {left}"[-3:], f"{right} "[:2]
        on = self._follows(end, begin[0]) * self._follows(end[1:] + begin[0], begin[1])
        apart = self._follows(end, " ") * self._share(f" {begin}")
        return on > 2 * apart

    def _follows(self, before: str, letter: str) -> float:
        """Return how often a letter follows others: all of them, and all but the first."""
        shares = [
            (self.runs[each + letter] + _UNSEEN) / (self.runs[each] + 1) for each in (before, before[1:])
        ]
        return sum(shares) / 2

    def _share(self, beginning: str) -> float:
        return (self.runs[beginning] + 1) / (len(self.words) + 1)


def vocabulary_of(texts: Iterable[str]) -> Vocabulary:
    """Collect the words of texts."""
    words: set[str] = set()
    firsts: set[str] = set()
    for text in texts:
        folded = text.casefold()
        words.update(_WORD.findall(folded))
        firsts.update(found.partition("-")[0] for found in _COMPOUND.findall(folded))
    runs: Counter[str] = Counter()
    for word in words:
        spelled = f"  {word} "
        runs.update(spelled[at : at + size] for size in (2, 3, 4) for at in range(len(spelled) - size + 1))
    return Vocabulary(frozenset(words), frozenset(map(stem, words)), frozenset(firsts), runs)
