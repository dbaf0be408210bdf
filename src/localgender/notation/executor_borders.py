"""Whether a name of a body ends and another begins, at a comma, at «та» and at a mere space."""

from __future__ import annotations

from attrs import evolve

from localgender.notation import bodies, body_kinds, body_owners
from localgender.notation.bodies import PREPOSITIONS, Head
from localgender.notation.executor_items import Cut, Gap, Item
from localgender.notation.executor_words import Opening, Phrase, Token

_COORDINATE = frozenset(["підприємство", "установа", "заклад", "організація"])
_LENT_WORDS = 8


def verdict(phrase: Phrase, item: Item, at: int, gap: Gap) -> Cut | None:
    """Decide whether a new name begins at a token.

    Args:
        phrase: Cell.
        item: Name before the token.
        at: Index of the token.
        gap: What stands before it, weaker than a semicolon.

    Returns:
        The new name's beginning; None when the token belongs to the name before it.
    """
    if gap >= Gap.COMMA:
        return _at_comma(phrase, item, at)
    if gap == Gap.AND:
        return _at_and(phrase, item, at)
    return _at_space(phrase, item, at, fresh=gap == Gap.LINE)


def _at_comma(phrase: Phrase, item: Item, at: int) -> Cut | None:
    token, shape = phrase.tokens[at], phrase.shape(at)
    if _begins(phrase, item, at):
        return Cut()
    if item.element and item.scope.head:
        return Cut(head=item.scope.head, element=True)
    if shape and item.head and item.head.rank:
        return Cut(head=item.head, doubt=item.finished or shape in item.shapes)
    if token.quoted:
        return _at_quotation(item, token)
    return Cut(doubt=True) if item.finished or _is_name(phrase, at) else None


def _at_quotation(item: Item, token: Token) -> Cut:
    """Take «Б» in «ГО «А», «Б»» for a second ГО, and any other quotation for a name by itself."""
    if item.head and item.quoted == len(item.tokens) - 1 <= _LENT_WORDS:
        return Cut(head=item.head, lent=True)
    return Cut(doubt=body_kinds.kind(None, token.word.strip('"').split()) == "unknown")


def _is_name(phrase: Phrase, at: int) -> bool:
    """Tell whether a capital makes unknown words a name: an abbreviation alone, a noun, but no adjective."""
    token = phrase.tokens[at]
    if token.upper:
        return phrase.sort(at + 1) not in {"word", "whole", "code", "and"}
    return token.capital and token.sort == "word" and not bodies.is_oblique(token.word)


def _at_and(phrase: Phrase, item: Item, at: int) -> Cut | None:
    # «Взаємодія з ОСББ та ГО»: two abbreviations in one topic, unless the first is a body itself.
    topic = phrase.tokens[at].upper and item.tokens[-1].upper and item.has_topic
    if _begins(phrase, item, at) and not topic:
        return Cut()
    if item.element and item.gap is Gap.HARD and not item.shapes and _only_pair(phrase, at):
        return Cut(head=item.scope.head, element=True)
    theirs = phrase.word(at) in {"її", "їх", "його"}
    return Cut(doubt=True) if item.finished and not theirs else None


def _begins(phrase: Phrase, item: Item, at: int) -> bool:
    """Tell whether the words after a comma or «та» are a name, not more of the topic."""
    if phrase.tokens[at].start in phrase.known:
        return True
    opening = phrase.opening(at)
    if opening is None:
        return False
    head_at, head = opening
    if head_at > at or item.finished:
        return True
    if head.starred:
        return phrase.shape(at + 1) != ""
    return not (_is_coordinate(item, head) or bodies.is_activity(head.form, phrase.word(at + 1)))


def _is_coordinate(item: Item, head: Head) -> bool:
    """«Підприємства, установи та організації» are one phrase for everybody."""
    before = bodies.head(item.tokens[-1].word)
    return bool(
        before
        and head.many
        and before.many
        and {before.singular, head.singular} <= _COORDINATE
        and not item.has_topic
    )


def _only_pair(phrase: Phrase, at: int) -> bool:
    """Tell whether a plural heading has just the two elements that «та» joins."""
    for later in range(at, len(phrase.tokens)):
        sort = phrase.sort(later)
        if sort == "hard":
            break
        if sort in {"comma", "and"}:
            return phrase.opening(later + 1) is not None
    return True


def _at_space(phrase: Phrase, item: Item, at: int, *, fresh: bool) -> Cut | None:
    token, opening = phrase.tokens[at], phrase.opening(at)
    if token.start in phrase.known and (item.finished or fresh or token.capital):
        return _with_group(Cut(), token, opening, at, fresh=fresh)
    if opening is None:
        return _at_unknown(phrase, item, at, fresh=fresh)
    cut = _at_opening(phrase, item, at, opening, fresh=fresh)
    return cut and _with_group(cut, token, opening, at, fresh=fresh)


def _at_unknown(phrase: Phrase, item: Item, at: int, *, fresh: bool) -> Cut | None:
    token = phrase.tokens[at]
    if item.consent:
        return Cut(doubt=True, group=token.capital and fresh)
    begins = fresh and token.capital and not bodies.is_oblique(token.word)
    if item.owned and begins and phrase.word(at - 1) not in PREPOSITIONS:
        return Cut(doubt=True, group=True)
    return None


def _at_opening(phrase: Phrase, item: Item, at: int, opening: Opening, *, fresh: bool) -> Cut | None:
    """Weigh a head noun that follows without any separator."""
    (head_at, head), token = opening, phrase.tokens[at]
    bare = head_at == at
    if item.head is None:
        return Cut(doubt=not fresh) if token.capital and (bare or fresh) and not head.short else None
    if item.finished:
        return Cut()
    if not _is_ready(item, head) or (bare and head.starred and not token.capital):
        return None
    if bare and head.short:
        return _at_short(item, head, fresh=fresh)
    if bare and head.ambiguous:
        return _at_ambiguous(item, head, capital=token.capital, fresh=fresh)
    return Cut()


def _at_ambiguous(item: Item, head: Head, *, capital: bool, fresh: bool) -> Cut | None:
    """Weigh «управління», which in «відділ управління освіти» is a genitive: nothing belongs to its equal."""
    equal = item.head is not None and item.head.rank >= head.rank > 0
    if capital or fresh:
        # A capital at the beginning of a line begins a name; either of them alone may be chance.
        return Cut(doubt=not (equal or item.loose or (capital and fresh)))
    return Cut() if equal else None


def _is_ready(item: Item, head: Head) -> bool:
    if item.loose or item.has_topic:
        return True
    # «ГО» alone is a group of bodies, yet «КУ Центр» is one body.
    return item.head is not None and item.head.legal and item.head.kind == "civil-society" and head.rank > 0


def _at_short(item: Item, head: Head, *, fresh: bool) -> Cut | None:
    """Weigh an abbreviation, which shows no case: «відділ освіти ОДА», «ВП ГУНП», «ЗЗСО ГО»."""
    if head.form in body_owners.AUTHORITIES and item.head and item.head.kind in {"unit", "group"}:
        return None
    if fresh:
        return Cut()
    alike = item.head is not None and item.head.short and item.head.kind == head.kind
    if alike or head.form.endswith("тг") or (item.quoted is None and not (item.head and item.head.short)):
        return None
    return Cut(doubt=True)


def _with_group(cut: Cut, token: Token, opening: Opening | None, at: int, *, fresh: bool) -> Cut:
    """Begin a further group at a capital; a proper adjective has one anyway, so there it is doubtful."""
    if not token.capital:
        return cut
    if token.upper and opening and opening[0] == at:
        civil = opening[1].kind == "civil-society"
        return evolve(cut, group=fresh and not civil, doubt=not (civil or fresh))
    proper = opening is None or (opening[0] > at and not bodies.is_plain(token.word))
    return evolve(cut, group=True, doubt=cut.doubt or proper)
