"""Executors: the bodies that a cell names, one by one and with their complete names.

Commas both part bodies and stand inside their names, so a cell is cut where a head noun, a known name or a
dropped head begins, never at a comma alone.

Source: executor columns of municipal programmes, of plans under resolution 1325 and of the reports on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from attrs import frozen

from localgender.notation import bodies, body_kinds, body_owners
from localgender.notation.executor_items import Item
from localgender.notation.executor_walk import Walk
from localgender.notation.executor_words import Phrase, Token
from localgender.notation.folding import fold, joined, look_alikes, stem
from localgender.values.texts import text as one_spelling

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_COMPARED = {"із": "з", "зі": "з", "зо": "з", "в": "у"}
_UNCOMPARED = frozenset(["та", "і", "й"])
_CONSENT_INSIDE = re.compile(
    r"[,;]?\s*(?<!\w)за (?:\w+ )?(?:згодою|погодженням)(?!\w)|\(\s*\)", re.IGNORECASE
)


@frozen
class Named:
    """Body named in a text.

    Attributes:
        name: Complete name: head noun and shared suffix restored, look-alikes folded, consent taken out.
        kind: unit, institution, state, civil-society, expert, group or unknown.
        by_consent: Whether «(за згодою)» applies.
        start: Where the printed words begin.
        stop: Where the printed words end.
    """

    name: str
    kind: str
    by_consent: bool
    start: int
    stop: int


@frozen
class Executors:
    """Bodies of one cell.

    Attributes:
        groups: Bodies in the order of the cell; a further group where a body begins with a capital and
            without a separator, as in a cell joined from several measures.
        sure: Whether nothing was doubtful.
        doubts: Offsets of the doubtful spots.
    """

    groups: tuple[tuple[Named, ...], ...] = ()
    sure: bool = True
    doubts: tuple[tuple[int, int], ...] = ()


def executors(text: str, known: Iterable[str] = ()) -> Executors:
    """Read the bodies that a cell names.

    >>> [body.name for group in executors("Відділ освіти, служба у справах дітей міської ради").groups
    ...     for body in group]
    ['Відділ освіти міської ради', 'Служба у справах дітей міської ради']

    Args:
        text: Cell as printed.
        known: Complete names the caller knows; they are taken whole, commas included, and in their spelling.

    Returns:
        Groups of bodies; none for a blank cell or a dash.
    """
    spellings = {_key(name): _clean(name) for name in known}
    walk = Walk.over(Phrase.of(text, _known_spans(text, spellings.values())))
    groups = tuple(tuple(_group(text, items, spellings)) for items in _grouped(walk.items))
    doubts = tuple(sorted(walk.doubts | _factored(text, walk.items)))
    return Executors(groups, not doubts, doubts)


def same_body(one: str, other: str) -> bool:
    """Tell whether two names are one body spelled in two ways.

    >>> same_body("Центр для сім'ї, дітей та молоді", "центр для сім’ї дітей та молоді")
    True
    """
    return _key(one) == _key(other)


def _key(name: str) -> tuple[str, ...]:
    words = _WORD.findall(fold(_clean(name)))
    return tuple(key for word in words if (key := _compared(word)) is not None)


def _compared(word: str) -> str | None:
    """Bring a folded word to the form in which names of bodies are compared; None for «та»."""
    if word in _UNCOMPARED:
        return None
    return _COMPARED.get(word) or stem(word.replace("ґ", "г")).rstrip("ії") or word


def _known_spans(text: str, spellings: Iterable[str]) -> dict[int, int]:
    """Map where a known name begins to where it ends, the longest that fits."""
    keys = _by_first_word(spellings)
    found = [(_compared(word[0]), word.span()) for word in _WORD.finditer(fold(text) if keys else "")]
    words = [(word, span) for word, span in found if word is not None]
    spans: dict[int, int] = {}
    for at, (first, (start, _)) in enumerate(words):
        for key in keys.get(first, ()):
            if tuple(word for word, _ in words[at : at + len(key)]) == key:
                spans[start] = words[at + len(key) - 1][1][1]
                break
    return spans


def _by_first_word(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Sort known names, with and without their owner, by the first word; the longest come first."""
    keys: set[tuple[str, ...]] = set()
    for name in names:
        words = _WORD.findall(fold(name))
        owner = body_owners.owner_start(words)
        keys |= {_key(name), _key(" ".join(words[:owner]))}
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(keys - {()}, key=len, reverse=True):
        grouped.setdefault(key[0], []).append(key)
    return grouped


def _factored(text: str, items: list[Item]) -> set[tuple[int, int]]:
    """Doubt «відділи освіти, культури»: perhaps two units, and no colon says so."""
    units = [item for item in items if item.head_at >= 0 and item.head and item.head.many and item.head.rank]
    spans = [(unit.tokens[0].start, unit.tokens[-1].stop) for unit in units if not unit.shapes]
    return {span for span in spans if "," in text[slice(*span)]}


def _grouped(items: list[Item]) -> list[list[Item]]:
    groups: list[list[Item]] = []
    for item in items:
        if item.opens_group or not groups:
            groups.append([])
        groups[-1].append(item)
    return groups


def _group(text: str, items: list[Item], spellings: dict[tuple[str, ...], str]) -> list[Named]:
    """Name the items of a group from the last to the first, since «міської ради» is shared to the left."""
    named: list[Named] = []
    shared: tuple[Token, ...] = ()
    for item in reversed(items):
        kind = body_kinds.kind(item.head, _words(item), owned=bool(item.owner))
        owner = item.owner or _borrowed_owner(item, kind, shared)
        name = _own_name(text, item)
        if not item.owner and owner:
            name = f"{name} {_slice(text, owner)}"
        if item.owner and kind in {"unit", "institution", "group"}:
            shared = item.owner
        name = spellings.get(_key(name), name[:1].upper() + name[1:])
        kind = "state" if kind == "unit" and _is_authority(owner) else kind
        named.append(Named(name, kind, item.consent, item.tokens[0].start, item.tokens[-1].stop))
    return named[::-1]


def _borrowed_owner(item: Item, kind: str, shared: tuple[Token, ...]) -> tuple[Token, ...]:
    if item.owned or not (item.element or _is_part(item, kind)):
        return ()
    return item.scope.owner or (() if kind == "institution" else shared)


def _is_authority(owner: tuple[Token, ...]) -> bool:
    return any(token.word in body_owners.AUTHORITIES for token in owner)


def _words(item: Item) -> list[str]:
    return [word for token in (*item.before, *item.tokens) for word in _WORD.findall(token.word)]


def _is_part(item: Item, kind: str) -> bool:
    """Tell whether a body is part of a council, so that a council named later may be its own."""
    if item.head is None:
        return False
    if kind == "group":
        return item.head.singular == "підрозділ" or any(token.word == "виконавчі" for token in item.tokens)
    return kind == "unit" and item.head.is_part


def _own_name(text: str, item: Item) -> str:
    printed = _slice(text, item.tokens)
    if item.before:
        return f"{_slice(text, item.before)} {printed}"
    if item.head is None or item.head_at >= 0:
        return printed
    lent = item.head.singular if item.head.rank else item.head.form
    if all(bodies.agrees(token.word, bodies.head(lent) or item.head) for token in item.tokens):
        return f"{printed} {lent}"
    return f"{lent} {printed}"


def _slice(text: str, tokens: Sequence[Token]) -> str:
    return _clean(text[tokens[0].start : tokens[-1].stop]) if tokens else ""


def _clean(words: str) -> str:
    # Runs of white space are made short first: closing hyphenated lines would take quadratic time on them.
    short = re.sub(r"\s+", lambda run: "\n" if "\n" in run[0] else " ", words)
    plain = _CONSENT_INSIDE.sub("", look_alikes(joined(short)))
    return re.sub(r"\s+([,;])", r"\1", one_spelling(re.sub("[’ʼ`´‘′]", "'", plain)))
