"""One pass over a cell that collects the names in it."""

from __future__ import annotations

from attrs import Factory, define

from localgender.notation import bodies, body_owners
from localgender.notation.executor_borders import verdict
from localgender.notation.executor_items import Cut, Gap, Item, Scope
from localgender.notation.executor_words import Phrase, Token

_AFTER_OWNER = ("ої", "ого", "області", "району", "громади", "україни", "міста", ".", "-ну")
_TAIL = frozenset(["тощо", "ін.", "інші", "інших"])
_LABELS = frozenset(["виконавець", "співвиконавець", "розпорядник"])
_OWNER_WORDS = 10


@define
class Walk:
    """Names and doubts collected so far."""

    phrase: Phrase
    items: list[Item] = Factory(list)
    doubts: set[tuple[int, int]] = Factory(set)
    gap: Gap = Gap.HARD
    scope: Scope = Factory(Scope)
    stopped: bool = False
    regroup: bool = False
    coded: bool = False
    ended: bool = False

    @classmethod
    def over(cls, phrase: Phrase) -> Walk:
        """Walk from the first token to the last."""
        walk, at = cls(phrase), 0
        while at < len(phrase.tokens):
            at = walk._step(at)
        return walk

    def _step(self, at: int) -> int:
        token = self.phrase.tokens[at]
        match token.sort:
            case "word" | "whole":
                return self._content(at)
            case "code" if not self._numbers(token):
                return self._content(at)
            case "consent":
                return self._consent(at)
            case "colon":
                return self._colon(at)
        self._sign(token)
        return at + 1

    def _numbers(self, token: Token) -> bool:
        """Tell whether a number counts the bodies, and is no part of a name."""
        apart = self.gap >= Gap.COMMA or self.stopped or token.fresh
        return apart or token.word.endswith(")") or token.word.count(".") > 1

    def _sign(self, token: Token) -> None:
        match token.sort:
            case "comma":
                self.gap = max(self.gap, Gap.COMMA)
            case "and":
                self.gap = max(self.gap, Gap.AND)
            case "dot":
                self.stopped = True
            case "joint":
                self._separate()
                self.doubts.add((token.start, token.stop))
            case "hard":
                self.gap, self.ended = Gap.HARD, True
            case "code":
                self._separate()
                self.coded = "." in token.word[:-1]
            case _ if token.fresh and token.word in "-*+":
                self._separate()

    def _separate(self) -> None:
        self.gap, self.scope, self.ended = Gap.HARD, Scope(), False

    def _consent(self, at: int) -> int:
        """Reach back over names joined by «та»; before a colon, forward over the list."""
        if self.phrase.sort(at + 1) == "colon":
            self._separate()
            self.scope = Scope(consent=True)
            return at + 2
        everyone = "сі за" in self.phrase.word(at)
        for item in reversed(self.items):
            if item.consent:
                break
            item.consent = True
            if item.gap != Gap.AND and not (everyone and item.gap < Gap.HARD):
                break
        return at + 1

    def _colon(self, at: int) -> int:
        """Take what stands before the colon as a heading, unless it is a body by itself."""
        if not self.items or self.gap == Gap.HARD or at + 1 == len(self.phrase.tokens):
            return at + 1
        item = self.items[-1]
        if item.head and not item.head.many and (item.has_topic or not item.head.ambiguous):
            self.gap = Gap.COMMA
            return at + 1
        self.items.pop()
        lends = item.head is not None and item.head.kind != "group" and not item.has_topic
        self.regroup = item.opens_group
        self._separate()
        vague = item.head is not None and not lends and item.head.singular not in _LABELS
        self.scope = Scope(item.head if lends else None, item.owner, item.consent, vague)
        return at + 1

    def _content(self, at: int) -> int:
        token, opening = self.phrase.tokens[at], self.phrase.opening(at)
        gap = max(self.gap, Gap.LINE) if token.fresh else self.gap
        if self.ended and (opening or not (self.items and self.items[-1].element)):
            self._separate()
        if self.stopped and gap < Gap.HARD and (token.capital or opening):
            self._separate()
            gap = Gap.HARD
        self.gap, self.stopped, self.ended = Gap.SPACE, False, False
        if token.word in _TAIL and not opening and self.phrase.sort(at + 1) not in {"word", "whole"}:
            return at + 1
        cut = self._verdict(at, gap)
        if cut is not None:
            return self._open(at, gap, cut)
        if gap == Gap.AND:
            self._close_enumeration(token)
        return self._extend(at, at)

    def _close_enumeration(self, token: Token) -> None:
        """Put together «у справах сім'ї, молоді та спорту», cut as elements of a list.

        An enumeration that a preposition opens is closed by «та»; without one it could begin anywhere.
        """
        item = self.items[-1]
        item.conjoined = True
        if not item.element or item.shapes or item.gap is not Gap.COMMA:
            return
        first = len(self.items) - 2
        while first >= 0 and self.items[first].is_plain_element:
            first -= 1
        opened = self.items[first] if first >= 0 else item
        if not opened.element or opened.conjoined:
            self.doubts.add((token.start, token.stop))
            return
        opened.conjoined = True
        for element in self.items[first + 1 :]:
            opened.tokens.extend(element.tokens)
        del self.items[first + 1 :]

    def _verdict(self, at: int, gap: Gap) -> Cut | None:
        if self.items and gap < Gap.HARD:
            return verdict(self.phrase, self.items[-1], at, gap)
        if self.scope.head and not self.phrase.opening(at):
            return Cut(head=self.scope.head, element=True)
        dropped = self.items[-1].head if self.items and self.phrase.shape(at) else None
        vague = self.scope.vague and not self.phrase.opening(at)
        return Cut(head=dropped if dropped and dropped.rank else None, doubt=vague)

    def _open(self, at: int, gap: Gap, cut: Cut) -> int:
        token = self.phrase.tokens[at]
        opening = self.phrase.opening(at)
        if cut.doubt or (self.coded and not opening):
            self.doubts.add((token.start, token.stop))
        if cut.group:
            self.scope = Scope()
        item = Item(gap, self.scope, head=cut.head, element=cut.element, consent=self.scope.consent)
        item.opens_group = cut.group or self.regroup or (self.coded and bool(self.items))
        self.regroup = self.coded = False
        if cut.lent:
            item.before = self.items[-1].before or tuple(self.items[-1].tokens[: self.items[-1].quoted])
        self.items.append(item)
        if opening is None:
            return self._extend(at, at)
        following = self._extend(at, opening[0])
        item.head, item.head_at = opening[1], opening[0] - at
        return following

    def _extend(self, at: int, last: int) -> int:
        """Take tokens into the name, up to one of them or to the end of a known name."""
        stop = self.phrase.known.get(self.phrase.tokens[at].start, 0)
        item = self.items[-1]
        while at <= last or (at < len(self.phrase.tokens) and self.phrase.tokens[at].start < stop):
            self._take(item, at)
            at += 1
        return at

    def _take(self, item: Item, at: int) -> None:
        token = self.phrase.tokens[at]
        if token.sort not in {"word", "whole", "code"}:
            return
        if item.owned and not self._is_place(at):
            resumed = item.resumed or bool({token.word, self.phrase.word(at - 1)} & bodies.PREPOSITIONS)
            item.resumed = True
            if not resumed:
                self.doubts.add((token.start, token.stop))
        if token.quoted and item.quoted is None:
            item.quoted = len(item.tokens)
        item.tokens.append(token)
        item.consent |= token.sort == "whole" and "за згодою" in token.word
        self.stopped = token.sort == "code"
        item.shapes |= {self.phrase.shape(at)} - {""}
        self._own(item, token)

    def _is_place(self, at: int) -> bool:
        token = self.phrase.tokens[at]
        after_short = self.phrase.word(at - 1).endswith(".")
        return after_short or token.sort == "whole" or token.word.endswith(_AFTER_OWNER)

    def _own(self, item: Item, token: Token) -> None:
        part = item.head is not None and item.head.kind in {"unit", "group"}
        if part and token.upper and token.word[-3:] in body_owners.AUTHORITIES:
            self._owned_from(item, len(item.tokens) - 1)
            return
        words = [token.word for token in item.tokens[-_OWNER_WORDS:]]
        start = body_owners.owner_start(words)
        if start is not None:
            self._owned_from(item, len(item.tokens) - len(words) + start)
        elif token.word == "ради" and len(item.tokens) > 1:
            item.owned = True
        elif item.owner_grows and token.word.endswith(_AFTER_OWNER):
            item.owner_stop += 1

    @staticmethod
    def _owned_from(item: Item, start: int) -> None:
        item.owner_at, item.owner_stop, item.owned = start, len(item.tokens), True
