"""Words, signs and quoted wholes of a cell, each with its place, and the names that may begin with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from localgender.notation import bodies
from localgender.notation.bodies import PREPOSITIONS, Head
from localgender.notation.folding import fold

Opening = tuple[int, Head]
Sort = Literal["word", "whole", "consent", "joint", "code", "and", "comma", "hard", "colon", "dot", "mark"]

_CONSENT = r"(?<!\w)за\s{1,9}(?:\w{1,12}\s{1,9})?(?:згодою|погодженням|згоди)(?!\w)"
_SOFT = "\u00ad\u200b-\u200d\u2060\ufeff"
# Folding has made a space of the line break inside a hyphenated word.
_BROKEN = re.compile(rf"-[ ]+|[{_SOFT}]")
_TOKEN = re.compile(
    rf"""(?P<consent>[(\[/]?\s{{0,9}}(?:[ву]сі\s{{1,9}})?{_CONSENT}(?:\s{{1,9}}сторін)?\s{{0,9}}[)\]/]?)
    |(?P<joint>(?<!\w)(?:спільно|разом)\s{{1,9}}(?:з|із|зі)(?!\w)|(?<!\w)за\s{{1,9}}участ[юі](?!\w))
    |(?P<code>\d{{1,4}}(?:\.\d{{1,4}}){{0,5}}[.)](?!\d))
    |(?P<word>(?:[а-яіїєґ]|ім|смт|обл|вул|ін)\.|№\s?\d+
        |[^\W_]+(?:(?:['\-{_SOFT}]|-[ ]{{1,3}}(?=[а-яіїєґ]))[^\W_]+)*)
    |(?P<comma>[,/])|(?P<hard>[;•●▪■◦·])|(?P<colon>:)|(?P<dot>\.)|(?P<mark></?[a-z]{{1,6}}/?>|[^\s\w]|_)""",
    re.VERBOSE,
)
# Capitals mean something unless all of a text is in capitals; a few abbreviations are no such text.
_LONG_WORD = re.compile(r"\w{8}")
_AND = frozenset(["та", "і", "й", "або", "а", "також"])
_CLOSERS = {")": "(", "»": "«", "“": "«", "”": "«", '"': "«", "]": "("}
_OPENERS = {"(": "(", "«": "«", "„": "«", "[": "("}


@frozen
class Token:
    """Word, sign, or quoted or bracketed whole of a text.

    Attributes:
        sort: What it is.
        start: Where it begins.
        stop: Where it ends.
        word: Folded.
        fresh: Whether a line begins with it.
        capital: Whether it begins with a capital that means something.
        upper: Whether it is in capitals, as abbreviations are.
        quoted: Whether it is a quotation.
    """

    sort: Sort
    start: int
    stop: int
    word: str
    fresh: bool = False
    capital: bool = False
    upper: bool = False
    quoted: bool = False


def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into words and signs; what is quoted or bracketed stays whole.

    >>> [token.word for token in tokens("КУ «Центр, клуб»; школа")]
    ['ку', '"центр, клуб"', ';', 'школа']
    """
    return tuple(_tokens(text, fold(text), _wholes(text)))


def _tokens(text: str, folded: str, wholes: dict[int, int]) -> Iterator[Token]:
    mixed = any(letter.islower() for letter in text) or not _LONG_WORD.search(text)
    before = 0
    while found := _TOKEN.search(folded, before):
        start, stop, word = found.start(), found.end(), found[0]
        sort: Sort = found.lastgroup  # type: ignore[assignment]
        if sort == "mark" and start in wholes:
            stop = wholes[start]
            word = folded[start:stop]
            sort = _whole_sort(word)
        elif sort == "word":
            word = _BROKEN.sub("", word)
            sort = "and" if word in _AND else "word"
        fresh = before == 0 or "\n" in text[before:start]
        capital = mixed and text[start].isupper()
        upper = stop - start > 1 and text[start:stop].isupper()
        yield Token(sort, start, stop, word, fresh, capital, upper, quoted=word.startswith('"'))
        before = stop


def _whole_sort(word: str) -> Sort:
    """Tell a quotation from brackets that hold nothing, or nothing but consent."""
    rest, consents = re.subn(_CONSENT, "", word)
    if re.search(r"[^\W_]", rest):
        return "whole"
    return "consent" if consents else "mark"


def _wholes(text: str) -> dict[int, int]:
    """Map where a quotation or bracket opens to where it ends; what is never closed is left out."""
    waiting: dict[str, list[int]] = {"(": [], "«": []}
    pairs: dict[int, int] = {}
    for at, sign in enumerate(text):
        if opener := _opener(text, at):
            waiting[opener].append(at)
        elif (closer := _CLOSERS.get(sign)) and waiting[closer]:
            pairs[waiting[closer].pop()] = at + 1
    return pairs


def _opener(text: str, at: int) -> str | None:
    sign = text[at]
    if sign in _OPENERS:
        return _OPENERS[sign]
    if sign not in '"“”':
        return None
    after_gap = at == 0 or text[at - 1].isspace() or text[at - 1] in '(«„"“'
    before_word = at + 1 < len(text) and not text[at + 1].isspace()
    return "«" if after_gap and before_word else None


def openings(tokens: tuple[Token, ...]) -> tuple[Opening | None, ...]:
    """Say for each token where the head is of the name that may begin with it."""
    found: list[Opening | None] = [None] * (len(tokens) + 2)
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if token.sort == "word":
            found[at] = _after_adjective(tokens, found, at) or _own(token, at)
    return tuple(found)


def _own(token: Token, at: int) -> Opening | None:
    short = bodies.abbreviation(token.word, exact=not token.capital) if token.upper else None
    head = short or bodies.head(token.word)
    return None if head is None else (at, head)


def _after_adjective(tokens: tuple[Token, ...], found: list[Opening | None], at: int) -> Opening | None:
    word, following = tokens[at].word, at + 1
    if not bodies.is_adjective(word) or following >= len(tokens):
        return None
    if tokens[following].sort == "whole" and not tokens[following].quoted:
        following += 1
    elif word.startswith("районн") and tokens[following].word in {"у", "в"}:
        following = _after_city(tokens, found, following + 1)
    elif tokens[following].sort in {"comma", "and"}:
        following += 1
        if following >= len(tokens) or not bodies.is_adjective(tokens[following].word):
            return None
    opening = found[following]
    return opening if opening and bodies.agrees(word, opening[1]) else None


def _after_city(tokens: tuple[Token, ...], found: list[Opening | None], at: int) -> int:
    """Pass over the city in «районні у місті ради» and «районні в м. Києві державні адміністрації»."""
    if at < len(tokens) and tokens[at].word in {"місті", "м."}:
        at += 1
        return at if found[at] else min(at + 1, len(tokens))
    return len(tokens)


@frozen
class Phrase:
    """Cell cut into tokens.

    Attributes:
        tokens: In order.
        openings: For each token the head of the name that may begin with it.
        known: Where a known name begins, to where it ends.
    """

    tokens: tuple[Token, ...]
    openings: tuple[Opening | None, ...]
    known: dict[int, int]

    @classmethod
    def of(cls, text: str, known: dict[int, int]) -> Phrase:
        """Cut a text."""
        cut = tokens(text)
        return cls(cut, openings(cut), known)

    def sort(self, at: int) -> Sort | None:
        """Say what a token is; None past the end."""
        return self.tokens[at].sort if 0 <= at < len(self.tokens) else None

    def word(self, at: int) -> str:
        """Give a folded word; empty past the end."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def opening(self, at: int) -> Opening | None:
        """Give the head of the name that may begin here; none does after a preposition."""
        return None if self.word(at - 1) in PREPOSITIONS else self.openings[at]

    def shape(self, at: int) -> str:
        """Name the sort of phrase that a unit's topic begins with; empty for any other words."""
        word, following = self.word(at), self.word(at + 1)
        if word == "по" and following:
            return "по"
        if word in {"у", "в"} and following.startswith("справ"):
            return "у справах"
        return "з питань" if word in {"з", "із", "зі"} and following.startswith("питан") else ""
