"""Addresses in the domain: which measure, goal or total, and which figure of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from localgender._display import in_line
from localgender.errors import CodeError, TermError, UnknownRefError
from localgender.values.codes import Code, code
from localgender.values.periods import Period, as_period
from localgender.values.texts import text as one_spelling
from localgender.values.words import nearest


class RefKind(StrEnum):
    """What a Ref points at."""

    PLAN = "plan"
    GOAL = "goal"
    MEASURE = "measure"
    TARGET = "target"
    TOTAL = "total"
    BODY = "body"
    DUTY = "duty"
    COUNCIL = "council"
    MEETING = "meeting"
    AGENDA = "agenda"
    HEARD = "heard"
    DECISION = "decision"
    CONFERENCE = "conference"
    RECOMMENDATION = "recommendation"
    STATISTICS = "statistics"
    INDICATOR = "indicator"
    OBSERVATION = "observation"


# What is addressed by its number in the document alone.
COUNTED = tuple(kind for kind in RefKind if kind not in {"plan", "statistics", "goal", "measure", "target"})

_SUBJECT = re.compile(
    rf"(?P<whole>plan|statistics)|(?P<counted>{'|'.join(COUNTED)}):(?P<number>[0-9]{{1,9}})"
    r"|target:(?P<path>[^/#]*)(?:#(?P<bearer>[0-9]{1,9}))?"
    r"|(?P<goal>goal:)?(?P<code>[0-9][0-9.]*)?(?:#(?P<nth>[0-9]{1,9}))?"
)


def _kind(value: RefKind | str) -> RefKind:
    # Asking an enumeration for its own member takes longer than all else that makes an address.
    return value if type(value) is RefKind else RefKind(value)


def _optional_code(value: Code | str | int | None) -> Code | None:
    return None if value is None else code(value)


def target_path(numbers: str | Iterable[str]) -> tuple[str, ...]:
    """Accept the numbers of a target, which may not hold the signs of an address.

    >>> target_path(["1.1", "9", "2"])
    ('1.1', '9', '2')

    Raises:
        CodeError: For a number with a colon, a slash or a hash in it.
    """
    path = tuple(one_spelling(number) for number in ([numbers] if isinstance(numbers, str) else numbers))
    for number in path:
        if set(number) & set(":/#"):
            raise CodeError(number)
    return path


def _optional_period(value: Any) -> Period | None:
    return None if value is None else as_period(value)


@frozen(repr=False, cache_hash=True)
class Ref:
    """Address (адреса) of a measure, a goal, a total, the plan, or of one figure or text in it.

    `2.1/2023/planned` is a figure, with the source before the stage when several sources differ;
    `2.4#2` the second bearer of a code, `2.#3` the third measure of goal 2, which bears no code;
    `goal:2`, `total:3/2024/planned`, `target:1.1:9:2`; `plan` and `statistics`, which are the whole document;
    `observation:12`, `decision:3`, and so on for indicators, bodies, duties, councils, meetings, agenda,
    heard, conferences and recommendations, by the number in the document.

    >>> Ref.parse("2.1/2023/planned").code
    Code('2.1')
    >>> Ref.parse("2.4#2").to("title")
    Ref('2.4#2/title')

    Attributes:
        kind: What is addressed.
        code: Code of the measure or goal; for a measure without code that of its goal; None without one.
        nth: Which bearer, from 1; for what bears no code its number under the goal, for a total, a decision
            and the like its number in the document. At most nine digits.
        coded: False for a measure or goal that bears no code of its own.
        path: Numbers of a target, outermost first; a silent one is "".
        period: What the figure is for.
        source: Source of money, as `Source` spells it; "" when it need not be told.
        part: Stage of money or name of a field; "" for the whole.
    """

    kind: RefKind = field(converter=_kind)
    code: Code | None = field(default=None, converter=_optional_code)
    nth: int = field(default=1)
    coded: bool = True
    path: tuple[str, ...] = field(default=(), converter=target_path)
    period: Period | None = field(default=None, converter=_optional_period)
    source: str = ""
    part: str = ""

    def __attrs_post_init__(self) -> None:
        numbered = self.kind in {RefKind.GOAL, RefKind.MEASURE}
        if (
            type(self.nth) is not int
            or not 1 <= self.nth < 10**9
            or bool(self.path) != (self.kind == RefKind.TARGET)
        ):
            raise CodeError(str(self))
        if not numbered and (self.code is not None or not self.coded):
            raise CodeError(str(self))
        if numbered and self.coded and self.code is None:
            raise CodeError(str(self))
        if self.kind == RefKind.GOAL and not self.coded and self.code is not None:
            raise CodeError(str(self))
        if "/" in self.source + self.part or (self.source and not self.part) or _is_period(self.part):
            raise CodeError(str(self))

    @classmethod
    def parse(cls, text: str) -> Ref:
        """Read what `str` writes.

        Raises:
            CodeError: For any other text.
        """
        subject, *rest = text.strip().split("/")
        found = _SUBJECT.fullmatch(subject)
        if found is None or not subject or subject == "goal:":
            raise CodeError(text)
        about = cls._subject(found, text)
        if not rest:
            return about
        period, source, part = _figure(rest, text)
        return evolve(about, period=period, source=source, part=part)

    @classmethod
    def _subject(cls, found: re.Match[str], text: str) -> Ref:
        if found["whole"]:
            return cls(RefKind(found["whole"]))
        if found["counted"]:
            return cls(RefKind(found["counted"]), nth=int(found["number"]))
        if found["path"] is not None:
            return cls(RefKind.TARGET, nth=int(found["bearer"] or 1), path=found["path"].split(":"))
        printed, nth = found["code"], found["nth"]
        coded = bool(printed) and not (nth and printed.endswith("."))
        if found["goal"] and not coded and printed:
            raise CodeError(text)
        kind = RefKind.GOAL if found["goal"] else RefKind.MEASURE
        return cls(kind, Code.parse(printed) if printed else None, int(nth or 1), coded)

    @property
    def subject(self) -> Ref:
        """The measure, goal, decision or other thing itself."""
        if self.period is None and not self.source and not self.part:
            return self
        return self.to("")

    def to(self, part: str, *, period: Period | None = None, source: str = "") -> Ref:
        """Return the address of one figure or text of the same subject."""
        return Ref(self.kind, self.code, self.nth, self.coded, self.path, period, source, part)

    def __str__(self) -> str:
        if self.period is None and not self.source and not self.part:
            return self._spelled()
        figure = [str(self.period) if self.period else "", self.source, self.part]
        return "/".join([self._spelled(), *filter(None, figure)])

    def _spelled(self) -> str:
        nth = f"#{self.nth}" if self.nth > 1 or not self.coded else ""
        match self.kind:
            case RefKind.PLAN | RefKind.STATISTICS:
                return str(self.kind)
            case RefKind.TARGET:
                return f"target:{':'.join(self.path)}{nth}"
            case RefKind.GOAL:
                return f"goal:{self.code or ''}{nth}"
            case counted if counted in COUNTED:
                return f"{counted}:{self.nth}"
        dot = "." if self.code and not self.coded else ""
        return f"{self.code or ''}{dot}{nth}"

    def __repr__(self) -> str:
        return f"Ref('{self}')"


def _is_period(part: str) -> bool:
    if not part[:1].isdigit():
        return False
    try:
        Period.parse(part)
    except TermError:
        return False
    return True


def _figure(rest: list[str], text: str) -> tuple[Period | None, str, str]:
    period = None
    if rest:
        try:
            period = Period.parse(rest[0])
            rest = rest[1:]
        except TermError:
            pass
    if len(rest) > 2 or not all(rest):
        raise CodeError(text)
    return period, rest[0] if len(rest) > 1 else "", rest[-1] if rest else ""


def ref(value: Ref | Code | str) -> Ref:
    """Accept a Ref, its text, or the code of a measure, wherever a Ref stands.

    >>> ref("2.10") == ref(Code((2, 10)))
    True
    """
    if isinstance(value, Ref):
        return value
    if isinstance(value, Code):
        return Ref(RefKind.MEASURE, value)
    if isinstance(value, str):
        return Ref.parse(value)
    raise CodeError(str(value))


PLAN = Ref(RefKind.PLAN)
STATISTICS = Ref(RefKind.STATISTICS)

T = TypeVar("T")


def _pairs(value: Mapping[Any, T] | Iterable[tuple[Any, T]]) -> tuple[tuple[Ref, T], ...]:
    pairs = value.items() if isinstance(value, Mapping) else value
    return tuple((ref(key), each) for key, each in pairs)


@frozen(repr=False)
class ByRef(Mapping[Ref, T]):
    """Immutable mapping from Refs, in the document's order, that also answers to their text.

    >>> ByRef({"2.1": "a", "2.10": "b"})["2.10"]
    'b'

    Attributes:
        pairs: Addresses and what belongs to them.

    Raises:
        UnknownRefError: For an address that is not there, with the nearest one that is.
    """

    pairs: tuple[tuple[Ref, T], ...] = field(default=(), converter=_pairs)
    _index: dict[Ref, T] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_index", dict(self.pairs))
        if len(self._index) < len(self.pairs):
            raise ValueError("two entries bear the same address")

    def __getitem__(self, key: Ref | Code | str) -> T:
        wanted = ref(key)
        try:
            return self._index[wanted]
        except KeyError:
            raise unknown(wanted, self._index) from None

    def __contains__(self, key: object) -> bool:
        try:
            return ref(key) in self._index  # type: ignore[arg-type]  # ref() refuses what is no address
        except CodeError:
            return False

    def get(self, key: Ref | Code | str, default: Any = None) -> Any:
        """Return the value at an address, or the default; what is no address has no value."""
        try:
            return self._index.get(ref(key), default)
        except CodeError:
            return default

    def __iter__(self) -> Iterator[Ref]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    def __repr__(self) -> str:
        return f"ByRef({{{in_line(f'{str(key)!r}: {value!r}' for key, value in self.pairs)}}})"


def unknown(wanted: Ref, known: Iterable[Ref]) -> UnknownRefError:
    """Make the error for an address that is not there, naming the nearest that is."""
    return UnknownRefError(str(wanted), nearest(wanted, known))
