"""The pieces that a term is written with, each read by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto

from attrs import evolve, field, frozen
from pendulum import Date

from localgender.errors import NotationError
from localgender.notation.dates import MONTH
from localgender.notation.folding import fold
from localgender.notation.patterns import BREAK, DASH, END, START, S, prefix
from localgender.notation.periods import (
    BARE_YEAR,
    DATED_PARTS,
    DAYS_RULES,
    ONE_DAY,
    PARTS,
    SCHOOL_YEAR,
    YEAR,
    YEARS_RULES,
)
from localgender.values.periods import Period
from localgender.values.terms import Recurrence, Season, Term, years
from localgender.values.texts import text as one_spelling


class Kind(Enum):
    """What a piece says."""

    YEARS = auto()
    DAYS = auto()
    DEADLINE = auto()
    SEASON = auto()
    OFTEN = auto()
    SINCE = auto()
    NOTE = auto()
    CONDITION = auto()


class Joint(Enum):
    """What parts a piece from the one before it."""

    SPACE = auto()
    LINE = auto()
    LIST = auto()
    BREAK = auto()


@frozen
class Piece:
    """One expression of a term and where it stands.

    Attributes:
        kind: What it says.
        start: First character.
        stop: One past the last character.
        term: What it adds to the term.
        joint: What parts it from the piece before.
        since: First day of what starts then.
        bare: Whether it is years without «рік» or «роки», which may belong to a month named before.
        stage: Whether a stage («I етап») is named before it.
    """

    kind: Kind
    start: int
    stop: int
    term: Term = field(factory=Term)
    joint: Joint = Joint.SPACE
    since: Date | None = None
    bare: bool = False
    stage: bool = False


# No cell with terms is longer, and nothing longer is tried piece by piece.
_LONGEST = 2_000
EXPECTED = "a term such as 2020-2025, «2021, 2023», «Щорічно 2021-2025» or «до 01.12.2024»"

_SEASONS = tuple((re.compile(rf"{START}{pattern}(?![0-9])"), made) for pattern, made in PARTS)
_WHEN: tuple[tuple[Kind, re.Pattern[str], Callable[[re.Match[str]], Period | Season]], ...] = (
    *((Kind.YEARS, *rule) for rule in (*YEARS_RULES, BARE_YEAR)),
    *((Kind.DAYS, *rule) for rule in (*DATED_PARTS, *DAYS_RULES, SCHOOL_YEAR, ONE_DAY)),
    *((Kind.SEASON, *rule) for rule in _SEASONS),
)

_DURING = r"(?:протягом|впродовж|упродовж)"
_WHOLE = r"(?:(?:усього|всього|весь|увесь|цілого|календарного|поточного) )?"
_ONCE = r"(?:(?:1|один) )?раз (?:на|у|в)"
_TWICE = r"(?:двічі|2 рази|два рази) (?:на|у|в)"
_OFTEN = {
    Recurrence.AS_NEEDED: r"(?:за|[ву] разі|[ву] міру|по мірі) (?:потреби|необхідності)|при потребі",
    Recurrence.YEARLY: rf"щорічно|щороку|{_ONCE} рік|кож(?:ного року|ен рік)",
    Recurrence.HALF_YEARLY: rf"щопівроку|що півроку|{_ONCE} (?:півроку|пів року|півріччя)|{_TWICE} рік",
    Recurrence.QUARTERLY: rf"щокварталу|щоквартально|{_ONCE} квартал|кожного кварталу|4 рази на рік",
    Recurrence.MONTHLY: rf"щомісяця|щомісячно|щомісяць|{_ONCE} місяць|кожного місяця",
    Recurrence.WEEKLY: rf"щотижня|щотижнево|{_ONCE} тиждень|кожного тижня",
    Recurrence.CONTINUOUS: r"постійно|на постійній основі|безперервно"
    rf"|{_DURING} {_WHOLE}року|(?:{_DURING} |на )?(?:усього|всього|весь|увесь) період(?:у)?"
    rf"|(?:(?:{_DURING}|на) )?{_WHOLE}(?:(?:період|термін|строк)[уі]? )?(?:дії|реалізації|виконання)"
    r" (?:цієї )?(?:програми|плану(?: заходів| дій)?)",
}


def _spaced(pattern: str) -> re.Pattern[str]:
    # Words may be parted by more than one space, since every character keeps its place.
    return re.compile(pattern.replace(" ", " ++"))


_OFTEN_RULES = tuple(
    (_spaced(rf"{START}(?:{pattern}){END}|\((?:{pattern}){END}\)"), recurrence)
    for recurrence, pattern in _OFTEN.items()
)
_ANY_OFTEN = _spaced(rf"{START}(?:{'|'.join(_OFTEN.values())}){END}")

_SPAN_OF_TIME = r"(?:(?:календарн|робоч|банківськ)\w{2,3} )?(?:дн|ден|дня|тиж|місяц|рок|рік|годин)[^\W\d_]*"
_COUNTED_FROM = r"(?=[.,;]|(?: )?\Z| (?:після|з|із|зі|від|до|за|наступн))"
_CONDITIONS = (
    rf"{_DURING} (?:(?:[0-9]{{1,3}}|[^\W\d_]+)(?:-?(?:ти|х|и))? )?{_SPAN_OF_TIME}{_COUNTED_FROM}",
    r"[ву] (?:[0-9]{1,3}-?)?[^\W\d_]*(?:денн|тижнев|місячн|річн|добов)ий (?:строк|термін)",
    r"(?:з|із|від) (?:моменту|дня|дати|часу) [^\W\d_]",
    r"після [^\W\d_]",
    r"до (?:завершення|закінчення|припинення|скасування|повного|затвердження|прийняття|ухвалення)",
    rf"(?:на (?:період|час)|{_DURING}) (?:дії )?(?:воєнного|надзвичайного|правового|карантину)",
    r"до [0-9]{1,2}(?:-?го)? числа",
    r"(?:згідно (?:з|із)|відповідно до|за) (?:окремим |затвердженим )?(?:графік|план|розклад)[^\W\d_]*",
)
# A condition lasts to the end of its segment; figures or months in it would be days that nobody reads.
_CONDITION_RULES = tuple(_spaced(rf"{START}{opening}(?P<rest>[^0-9;]*+)(?=;|\Z)") for opening in _CONDITIONS)

_ANY_MONTH = re.compile(rf"{START}{MONTH}")

_FILL = re.compile(
    rf"(?:(?:на|у|в|{_DURING}){END}{S}(?:період{END}{S})?)?"
    rf"(?P<stage>(?:[1-9]|[ivxіх]{{1,4}}|[^\W\d_]{{3,9}}ий){END}{S}етап{END}{S}[-:]?{S})?"
)
_SINCE = re.compile(rf"{START}(?:починаючи{S})?(?:з|із|від){END}{S}")
_UNTIL = _spaced(
    rf"{START}(?:(?:(?:на період|(?:[ву] )?(?:строк|термін)) )?до|не пізніше(?: ніж)?(?: до)?){END} "
    r"(?P<end>кінця )?"
)
_END_OF_YEAR = _spaced(rf"(?:поточного |календарного )?року{END}")
_DASH = re.compile(DASH)
_NOTE = re.compile(rf"\({S}за{END}{S}")
_CLOSE = re.compile(rf"{S}\)")
_LOST_DASH = re.compile(
    rf"{START}(?<![0-9]{{4}} )(?P<first>{YEAR}) ++(?P<last>{YEAR}){S}(?:роки|років|роках|рр){END}\.?"
)
_NAMED_YEAR = re.compile("рік|роки")


def pieces(printed: str) -> Iterator[Piece]:
    """Read the pieces of a cell one after the other.

    Raises:
        NotationError: At the first character that belongs to none.
    """
    if len(printed) > _LONGEST:
        raise NotationError(f"{printed[:40]}…", EXPECTED)
    folded = fold(printed)
    at, joint = len(folded) - len(folded.lstrip(" ")), Joint.SPACE
    while at < len(folded):
        piece = _piece(folded, printed, at)
        if piece is None:
            raise NotationError(printed, EXPECTED)
        yield evolve(piece, joint=joint)
        at, joint = _gap(folded, printed, piece.stop)


# «і» joins two years; before a part of a year it is a numeral.
_AND = rf"(?:та|й|[iі](?!{S}(?:-|квартал|півріччя|етап)))(?P<word> )"
_GAP = re.compile(rf"{S}(?:(?P<comma>,)|(?P<semicolon>;)|{_AND})?{S}(?:\.{S}\Z)?")


def _gap(folded: str, printed: str, at: int) -> tuple[int, Joint]:
    gap = prefix(_GAP, folded, at)
    if gap["semicolon"]:
        return gap.end(), Joint.BREAK
    if gap["comma"] or gap["word"]:
        return gap.end(), Joint.LIST
    return gap.end(), Joint.LINE if BREAK.search(printed, at, gap.end()) else Joint.SPACE


def _piece(folded: str, printed: str, at: int) -> Piece | None:
    candidates = [
        _stated(folded, at),
        _lost_dash(folded, printed, at),
        _often(folded, at),
        _deadline(folded, at),
        _since(folded, at),
        _note(folded, at),
        _condition(folded, printed, at),
    ]
    # The longest reading wins, the first named of equals.
    return max((each for each in candidates if each), key=lambda each: each.stop, default=None)


def _when(folded: str, at: int) -> tuple[Kind, Period | Season, int] | None:
    matches = [(kind, match, made) for kind, rule, made in _WHEN if (match := rule.match(folded, at))]
    if not matches:
        return None
    kind, match, made = max(matches, key=lambda each: each[1].end())
    return kind, made(match), match.end()


def _to_end(folded: str, kind: Kind, when: Period | Season, stop: int) -> tuple[Kind, Period | Season, int]:
    """Take a span whose ends are written each its own way: «IV квартал 2023 року – 2025 рік»."""
    dash = _DASH.match(folded, stop)
    end = _when(folded, dash.end()) if dash else None
    if end is None or not isinstance(when, Period) or not isinstance(end[1], Period):
        return kind, when, stop
    if kind is end[0] is Kind.YEARS or end[1].last <= when.last:
        return kind, when, stop
    return Kind.DAYS, Period(when.first, end[1].last), end[2]


def _added(when: Period | Season) -> Term:
    return Term((when,)) if isinstance(when, Period) else Term(seasons=(when,))


def _stated(folded: str, at: int) -> Piece | None:
    fill = prefix(_FILL, folded, at)
    if (stated := _when(folded, fill.end())) is None:
        return None
    kind, when, stop = _to_end(folded, *stated)
    bare = kind is Kind.YEARS and not _NAMED_YEAR.search(folded, fill.end(), stop)
    return Piece(kind, at, stop, _added(when), bare=bare, stage=bool(fill["stage"]))


def _lost_dash(folded: str, printed: str, at: int) -> Piece | None:
    match = _LOST_DASH.match(folded, prefix(_FILL, folded, at).end())
    if match is None or match["first"] >= match["last"] or BREAK.search(printed, at, match.end()):
        return None
    return Piece(Kind.YEARS, at, match.end(), years(int(match["first"]), int(match["last"])))


def _often(folded: str, at: int) -> Piece | None:
    for rule, recurrence in _OFTEN_RULES:
        if match := rule.match(folded, at):
            return Piece(Kind.OFTEN, at, match.end(), Term(recurrence=recurrence))
    return None


def _deadline(folded: str, at: int) -> Piece | None:
    opening = _UNTIL.match(folded, at)
    if opening is None:
        return None
    if opening["end"] and (year := _END_OF_YEAR.match(folded, opening.end())):
        return Piece(Kind.SEASON, at, year.end(), Term(seasons=(Season((1, 1), (12, 31)),)))
    if (stated := _when(folded, opening.end())) is None:
        return None
    kind, when, stop = stated
    if isinstance(when, Season):
        whole = bool(opening["end"]) or when.first == when.last
        return Piece(Kind.SEASON, at, stop, Term(seasons=(Season((1, 1), when.last),))) if whole else None
    # «до грудня 2024 року» may or may not include December.
    single = when.first == when.last or (kind is Kind.YEARS and when.first.year == when.last.year)
    return Piece(Kind.DEADLINE, at, stop, Term(deadlines=(when.last,))) if single or opening["end"] else None


def _since(folded: str, at: int) -> Piece | None:
    opening = _SINCE.match(folded, at)
    stated = _when(folded, opening.end()) if opening else None
    if stated is None or not isinstance(stated[1], Period):
        return None
    return Piece(Kind.SINCE, at, stated[2], since=stated[1].first)


def _note(folded: str, at: int) -> Piece | None:
    opening = _NOTE.match(folded, at)
    stated = _when(folded, opening.end()) if opening else None
    close = _CLOSE.match(folded, stated[2]) if stated else None
    return Piece(Kind.NOTE, at, close.end()) if close else None


def _condition(folded: str, printed: str, at: int) -> Piece | None:
    for rule in _CONDITION_RULES:
        match = rule.match(folded, at)
        if match and not _ANY_MONTH.search(folded, at, match.end()):
            often = _ANY_OFTEN.search(folded, match.start("rest"), match.end())
            stop = at + len(folded[at : often.start() if often else match.end()].rstrip(" .,"))
            return Piece(Kind.CONDITION, at, stop, Term(conditions=(one_spelling(printed[at:stop]),)))
    return None
