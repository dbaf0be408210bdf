"""The mark in the place of a count that is not published."""

from __future__ import annotations

from attrs import frozen


@frozen(repr=False)
class Hidden:
    """Mark of a count that is known and not published (приховано): no value, not zero and not silence.

    Every mark is equal to every other, so that none tells why it stands there.

    >>> Hidden() == HIDDEN, HIDDEN == 0, HIDDEN is None
    (True, False, False)

    Source: Law of Ukraine No 2524-IX on official statistics, article 29: data on single respondents are
    confidential.
    """

    def __repr__(self) -> str:
        return "HIDDEN"


HIDDEN = Hidden()
