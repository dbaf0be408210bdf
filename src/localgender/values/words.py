"""Words of a list that is known, and what was meant by a word that is not in it."""

from __future__ import annotations

from collections.abc import Iterable

from localgender.errors import NotationError


def nearest(word: object, known: Iterable[object]) -> str | None:
    """Return the known word that is most like another, however little; None when none is known.

    >>> nearest("3.4", ["3.3", "4.1"])
    '3.3'
    """
    return _close(str(word), map(str, known), least=0.0)


def likely(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant; None when none is near.

    >>> likely("goals", ["goal", "year"]), likely("sex", ["goal", "year"])
    ('goal', None)
    """
    return _close(word, known, least=0.6)


def _close(word: str, known: Iterable[str], *, least: float) -> str | None:
    # Of no use until a word is wrong.
    import difflib

    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=least)), None)


def one_of(word: str, known: Iterable[str]) -> str:
    """Return a word that is known.

    >>> one_of("year", ("goal", "year"))
    'year'

    Raises:
        NotationError: A ValueError, for any other word, with the nearest that is known.
    """
    known = tuple(known)
    if word in known:
        return word
    raise NotationError(str(word), f"one of {', '.join(known)}; the nearest is {nearest(word, known)}")
