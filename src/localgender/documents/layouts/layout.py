"""A layout as a value: roles of columns and the header words that announce them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import field, frozen

from localgender._display import brief
from localgender.values.texts import text


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    NUMBER_GOAL = "number-goal"
    AIM = "aim"
    GOAL = "goal"
    TASK = "task"
    ACTIVITY = "activity"
    MEASURE = "measure"
    PROGRAMME = "programme"
    TERM = "term"
    EXECUTORS = "executors"
    SOURCE = "source"
    PLANNED = "planned"
    ALLOCATED = "allocated"
    ACTUAL = "actual"
    FINANCED = "financed"
    DISBURSED = "disbursed"
    PERCENT = "percent"
    NARRATIVE = "narrative"
    REASONS = "reasons"
    RESULT = "result"
    PLACE = "place"
    NOTE = "note"
    DERIVED = "derived"
    MARK = "mark"


class Kind(StrEnum):
    """What a table is read as."""

    REPORT = "report"
    PLAN = "plan"


def _columns(value: Mapping[str, str | Iterable[str]]) -> tuple[tuple[Role, tuple[str, ...]], ...]:
    pairs = value.items() if isinstance(value, Mapping) else value
    return tuple(
        (Role(role), tuple(map(text, [phrases] if isinstance(phrases, str) else phrases)))
        for role, phrases in pairs
    )


def _roles(value: Iterable[str]) -> tuple[Role, ...]:
    return tuple(map(Role, value))


# Many texts of a document are looked up beside each layout.
@frozen(cache_hash=True)
class Layout:
    """Family of tables, described by the words of its header.

    >>> mine = Layout("my-table", "plan", {"measure": "що робимо", "executors": ["хто робить", "хто"]})
    >>> mine.phrases("executors")
    ('хто робить', 'хто')

    Attributes:
        name: Kebab-case name for messages.
        kind: "report" or "plan".
        columns: For each role the phrases that announce it, in any case and number; the phrase with most
            words in the header wins. `actual` is money called «факт», `financed` money called
            «профінансовано»: allocated beside a column of money spent, else disbursed.
        required: Roles without which the layout does not fit.
        any_of: Roles of which at least one must be there; none when empty.
    """

    name: str
    kind: Kind = field(converter=Kind)
    columns: tuple[tuple[Role, tuple[str, ...]], ...] = field(converter=_columns)
    required: tuple[Role, ...] = field(default=(Role.MEASURE,), converter=_roles)
    any_of: tuple[Role, ...] = field(default=(), converter=_roles)

    __repr__ = brief

    def phrases(self, role: Role | str) -> tuple[str, ...]:
        """Return the phrases of a role; none when the layout has no such column."""
        return next((phrases for each, phrases in self.columns if each == role), ())
