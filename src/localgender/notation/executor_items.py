"""Names of bodies in the making, and what stands between them."""

from __future__ import annotations

from enum import IntEnum

from attrs import Factory, define, frozen

from localgender.notation.bodies import Head
from localgender.notation.executor_words import Token

_OWNER_WORDS = 16


class Gap(IntEnum):
    """What stands between two words, the stronger the higher."""

    SPACE = 0
    LINE = 1
    AND = 2
    COMMA = 3
    HARD = 4


@frozen
class Scope:
    """What stands before a colon and belongs to every name after it.

    Attributes:
        head: Head noun lent to elements without one.
        owner: Council, lent to units.
        consent: Whether «(за згодою)» stands there.
        vague: Whether bodies stand there whose relation to the elements is unknown.
    """

    head: Head | None = None
    owner: tuple[Token, ...] = ()
    consent: bool = False
    vague: bool = False


@define
class Item:
    """Name in the making: its tokens, and what has been met in them.

    Attributes:
        tokens: Words and wholes that the name consists of.
        gap: What stands before it.
        scope: What stands before the colon it follows.
        head: Head noun, its own or a dropped one.
        head_at: Index of its own head among the tokens; -1 when it has none.
        before: Words before an earlier quotation that it borrows.
        owner_at: Index where «міської ради» begins; None before it is met.
        owner_stop: Index where it ends.
        owned: Whether an owner is named, be it only «ради».
        resumed: Whether the topic goes on after the owner, as in «відділ міської ради з питань освіти».
        quoted: Index of its first quotation.
        consent: Whether «(за згодою)» applies.
        conjoined: Whether «та» stands inside.
        shapes: Prepositional phrases met, by their first word.
        element: Whether it is an element of a list that lends its head.
        opens_group: Whether it begins a further group.
    """

    gap: Gap
    scope: Scope
    tokens: list[Token] = Factory(list)
    head: Head | None = None
    head_at: int = -1
    before: tuple[Token, ...] = ()
    owner_at: int | None = None
    owner_stop: int = 0
    owned: bool = False
    resumed: bool = False
    quoted: int | None = None
    consent: bool = False
    conjoined: bool = False
    shapes: set[str] = Factory(set)
    element: bool = False
    opens_group: bool = False

    @property
    def has_topic(self) -> bool:
        """Whether words other than the owner follow the head."""
        stop = len(self.tokens) if self.owner_at is None or self.resumed else self.owner_at
        return self.head is not None and stop > self.head_at + 1

    @property
    def owner(self) -> tuple[Token, ...]:
        """Words of the owner with the district and oblast after it; none for a mere «ради»."""
        return () if self.owner_at is None else tuple(self.tokens[self.owner_at : self.owner_stop])

    @property
    def owner_grows(self) -> bool:
        """Whether the last token stands right after the owner, as a district or an oblast does."""
        if self.owner_at is None or self.owner_stop - self.owner_at >= _OWNER_WORDS:
            return False
        return self.owner_stop == len(self.tokens) - 1

    @property
    def is_plain_element(self) -> bool:
        """Whether it is an element of a list without preposition and without «та»."""
        return self.element and not self.shapes and not self.conjoined

    @property
    def finished(self) -> bool:
        """Whether nothing but a place can follow."""
        return self.consent or (self.owned and not self.resumed)

    @property
    def loose(self) -> bool:
        """Whether it is a name already, though more may follow: a plural, an abbreviation, a quotation."""
        if self.quoted is not None:
            return True
        return self.head is not None and (self.head.many or (self.head.short and not self.head.legal))


@frozen
class Cut:
    """Decision that a name begins.

    Attributes:
        group: Whether a further group begins too.
        doubt: Whether the decision is doubtful.
        head: Dropped head that the name borrows.
        lent: Whether it borrows the words before a quotation.
        element: Whether the name is an element of a list that lends its head.
    """

    group: bool = False
    doubt: bool = False
    head: Head | None = None
    lent: bool = False
    element: bool = False
