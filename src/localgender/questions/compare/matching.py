"""Which measure or goal of one document is which of another: by number where words agree, else by words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from localgender.notation.folding import fold, stems
from localgender.questions.compare.changes import ref_order
from localgender.values.codes import Code
from localgender.values.refs import Ref

_TOKEN = re.compile(r"[^\W_]+")
_SHORT = 2

# Titles less alike than this are of different things; number and goal, where they agree, speak for one thing.
LEAST = {0: (2, 3), 1: (1, 2), 2: (2, 5)}
# From here on nobody would doubt it.
SURE, SURE_BY_NUMBER = Fraction(3, 4), Fraction(1, 2)

Token = tuple[str, int]


def words(text: str | None) -> tuple[str, ...]:
    """Return what two spellings of one text share: its words, without case and signs; () for silence.

    >>> words("Круглий стіл «Рівність»") == words("круглий стіл „рівність”.")
    True
    """
    return tuple(_TOKEN.findall(fold(text))) or (text,) if text else ()


def tokens(text: str | None) -> frozenset[Token]:
    """Return the stems of a text with their count, without little words where there are others."""
    every = stems(text or "")
    telling = [stem for stem in every if len(stem) > _SHORT or stem.isdigit()]
    counted = Counter(telling or every)
    return frozenset((stem, nth) for stem, count in counted.items() for nth in range(count))


def similarity(one: frozenset[Token], other: frozenset[Token]) -> Fraction:
    """Return how alike two texts are, from 0 to 1: stems they share, twice, over all of both (Dice).

    >>> similarity(tokens("Тренінг для вчителів"), tokens("Тренінги для лікарів"))
    Fraction(2, 3)
    """
    both = len(one) + len(other)
    return Fraction(2 * len(one & other), both) if both else Fraction(0)


@frozen(eq=False)
class Item:
    """What is matched: a measure or a goal.

    Attributes:
        ref: Its address on its own side.
        title: Its words; None for silence.
        group: What it stands under, in words that hold on both sides.
        rest: Everything else that tells it apart.
        anchored: Whether its number alone may tell what it is, when words do not.
        marks: By sort what else may be recognised, such as its executors; a sort it is silent of is left out.
        words: Words of the title.
        tokens: Stems of the title.
        code: Its own number.
    """

    ref: Ref
    title: str | None
    group: Hashable = None
    rest: Hashable = None
    anchored: bool = True
    marks: Mapping[str, frozenset[Any]] = field(factory=dict)
    words: tuple[str, ...] = field(init=False)
    tokens: frozenset[Token] = field(init=False)
    code: Code | None = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "words", words(self.title))
        object.__setattr__(self, "tokens", tokens(self.title))
        object.__setattr__(self, "code", self.ref.code if self.ref.coded else None)


@frozen
class Pair:
    """Two items that are one thing.

    Attributes:
        old: Address on the old side.
        new: Address on the new side.
        similarity: Of the titles, where the match is in doubt.
    """

    old: Ref
    new: Ref
    similarity: Fraction | None = None


def _told(item: Item, *more: Hashable) -> tuple[Any, ...] | None:
    return (item.words, *more) if item.words else None


# Ever looser descriptions: who shares one with exactly the same of the other side is matched, in order.
_SAME: tuple[Callable[[Item], tuple[Any, ...] | None], ...] = (
    lambda item: (item.ref, item.words, item.group, item.rest),
    lambda item: (item.code, item.words, item.group, item.rest),
    lambda item: _told(item, item.code, item.group),
    lambda item: _told(item, item.code, item.rest),
    lambda item: _told(item, item.code),
    lambda item: _told(item, item.group, item.rest),
    lambda item: _told(item, item.rest),
    lambda item: _told(item, item.group),
    _told,
)


def matched(olds: Iterable[Item], news: Iterable[Item]) -> tuple[Pair, ...]:
    """Match what is the same on both sides; everything is matched at most once.

    The answer does not depend on the order in which items are given, nor on which side is which.

    >>> old = [Item(Ref.parse("2.3"), "Тренінг для вчителів"), Item(Ref.parse("2.4"), "Аудит вулиць")]
    >>> new = [Item(Ref.parse("2.3"), "Аудит вулиць")]
    >>> matched(old, new)
    (Pair(old=Ref('2.4'), new=Ref('2.3'), similarity=None),)
    """
    left, right = ({item.ref: item for item in sorted(side, key=_place)} for side in (olds, news))
    found: list[Pair] = []
    for step in (*map(_by_key, _SAME), _by_words, _by_address):
        for old, new, alike in step(tuple(left.values()), tuple(right.values())):
            del left[old.ref], right[new.ref]
            found.append(Pair(old.ref, new.ref, alike))
    return tuple(found)


def _place(item: Item) -> tuple[Any, ...]:
    return ref_order(item.ref)


Match = tuple[Item, Item, Fraction | None]
Step = Callable[[Sequence[Item], Sequence[Item]], list[Match]]


def _by_key(key: Callable[[Item], tuple[Any, ...] | None]) -> Step:
    def step(olds: Sequence[Item], news: Sequence[Item]) -> list[Match]:
        waiting: dict[Any, list[Item]] = defaultdict(list)
        for new in reversed(news):
            waiting[key(new)].append(new)
        waiting.pop(None, None)
        return [(old, queue.pop(), None) for old in olds if (queue := waiting.get(key(old)))]

    return step


def _by_words(olds: Sequence[Item], news: Sequence[Item]) -> list[Match]:
    """Match the likeliest pairs first; agreement in number, goal and rest adds to that of words."""
    ranked = sorted(
        ((_rank(old, new, alike), old, new, alike) for old, new, alike in _alike(olds, news)),
        key=lambda each: (-each[0], sorted((_place(each[1]), _place(each[2])))),
    )
    taken: set[tuple[str, Ref]] = set()
    found: list[Match] = []
    for _, old, new, alike in ranked:
        ends = {("old", old.ref), ("new", new.ref)}
        if taken.isdisjoint(ends):
            taken |= ends
            sure = alike >= (SURE_BY_NUMBER if _same_code(old, new) else SURE)
            found.append((old, new, None if sure else alike))
    return found


def _rank(old: Item, new: Item, alike: Fraction) -> Fraction:
    return alike + Fraction(_agreeing(old, new), 4) + Fraction(old.rest == new.rest, 8)


def _agreeing(old: Item, new: Item) -> int:
    return _same_code(old, new) + (old.group == new.group)


def _same_code(old: Item, new: Item) -> bool:
    return old.code is not None and old.code == new.code


def _alike(olds: Sequence[Item], news: Sequence[Item]) -> Iterator[tuple[Item, Item, Fraction]]:
    """Yield the pairs whose titles are alike enough.

    Whoever is so alike shares one of its rarest stems, so that nobody is held against everybody.
    """
    often = Counter(token for item in (*olds, *news) for token in item.tokens)
    # Stems as whole numbers, the rarest first, and items by position: sets of these are quick.
    ranks = {token: rank for rank, token in enumerate(sorted(often, key=lambda each: (often[each], each)))}
    left, right = (
        [frozenset(ranks[token] for token in item.tokens) for item in side] for side in (olds, news)
    )
    bearers: dict[Hashable, set[int]] = defaultdict(set)
    for number, item in enumerate(news):
        for sign in _signs(item, right[number]):
            bearers[sign].add(number)
    for old, mine in zip(olds, left, strict=True):
        for number in set().union(*(bearers.get(sign, ()) for sign in _signs(old, mine))):
            # In whole numbers: most candidates fall here, and fractions are slow.
            shared, both = len(mine & right[number]), len(mine) + len(right[number])
            if 5 * shared >= both > 0 and _enough(old, news[number], shared, both):
                yield old, news[number], Fraction(2 * shared, both)


def _enough(old: Item, new: Item, shared: int, both: int) -> bool:
    least, of = LEAST[0]
    if 2 * shared * of >= least * both:
        return True
    least, of = LEAST[_agreeing(old, new)]
    return 2 * shared * of >= least * both


def _signs(item: Item, ranks: frozenset[int]) -> list[Hashable]:
    return [*_rarest(ranks), *([(item.code, item.group)] if item.code else [])]


def _rarest(ranks: frozenset[int]) -> list[int]:
    """Return the rarest stems of a title, of which any title that is half as alike shares one."""
    # Dice of at least 1/2 over sizes a and b, where b is no less than what is shared, asks for shared ≥ a/3.
    return sorted(ranks)[: len(ranks) + 1 - -(-len(ranks) // 3)]


def _replaced(old: Item, new: Item) -> bool:
    """Tell whether nothing of the old stands in the new, of two sorts of things or more that both state."""
    both = old.marks.keys() & new.marks.keys()
    return len(both) > 1 and all(old.marks[sort].isdisjoint(new.marks[sort]) for sort in both)


def _by_address(olds: Sequence[Item], news: Sequence[Item]) -> list[Match]:
    """Match what bears the same number in the same place, when words do not help or are few alike."""
    there = {new.ref: new for new in news}
    found: list[Match] = []
    for old in olds:
        new = there.get(old.ref)
        if new is None or old.group != new.group:
            continue
        worded = old.words and new.words
        if not worded or (old.anchored and not _replaced(old, new)):
            silent = not old.words and not new.words
            found.append((old, new, None if silent else similarity(old.tokens, new.tokens)))
    return found
