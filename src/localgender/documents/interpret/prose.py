"""Lines around a table: what the document is called, its acts, its term, what it reports and who."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from attrs import define, field

from localgender import notation
from localgender.documents.grid import Document, Grid, Paragraph
from localgender.documents.interpret.align import is_executor
from localgender.documents.interpret.header import Heading
from localgender.documents.interpret.ledger import Ledger
from localgender.documents.interpret.lines import is_note, is_numbered_note, opens_note
from localgender.documents.interpret.printed import Printed
from localgender.documents.interpret.words import (
    APPROVALS,
    HEADINGS,
    PERSON,
    POSTS,
    SECTIONS,
    begins,
    caption_unit,
    is_caption,
    unit_in,
)
from localgender.documents.layouts.layout import Kind
from localgender.errors import NotationError
from localgender.model.community import Community
from localgender.notation.folding import stems
from localgender.values.acts import LegalAct
from localgender.values.periods import Period
from localgender.values.places import Place
from localgender.values.refs import PLAN
from localgender.values.terms import Term, years

_LABELLED_TERM = re.compile(
    r"(?:термін|строк)\w*\s+(?:реалізації|виконання|дії)?(?:(?!довжен)[^\d:]){0,60}?:?\s*(?=\d{4}|до\s|з\s)"
)
# «Дію якої продовжено до 2027 року»; of «на 2026-2027 роки» the last counts.
_EXTENDED = re.compile(r"\b(?:про|по)довжен\w*[^.;:()]{0,30}?\b(?:до|по|на)\s(?:\d{4}\s?-\s?)?(20\d\d)\b")
_TITLE_TERM = re.compile(
    r"\bна\s+(?:період\s+)?((?:до\s+)?\d{4}(?:\s*-\s*\d{4})?\s*(?:роки|років|року|рік|рр\.?|р\.))"
)
_REPORTED = re.compile(
    r"\b(?:за|протягом|упродовж|за (?:підсумками|результатами|період))\s+(?:з\s+)?$|\b[ув]\s+$"
)
_AS_OF = re.compile(r"\bстаном на\s+")
_PROGRAMME = re.compile(r'програм\w*\s+(?:\S+\s+){0,6}?"')
_SECTION = re.compile(r"(?:\d{1,2}|[ivxіх]{1,5})\.\s*\D")
_OWNER = re.compile(r"\W*[\w'-]+(?:ої|ого)\b")
_WHOLE_NAME = 3
_SHORT = 90
_LONG = 400


@define
class Preface:
    """What the prose of a document says of its plan or report."""

    title: str | None = None
    programme: str | None = None
    community: Community | None = None
    issuer: str | None = None
    acts: list[LegalAct] = field(factory=list)
    term: Term | None = None
    period: Period | None = None


def lines_above(document: Document, headings: list[Heading]) -> list[Printed]:
    """Return the paragraphs and captions over headers of a table, and lines that begin sheets before it."""
    lines, table, paragraph = [], 0, 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            paragraph += 1
            lines.append(Printed.of(block.text, Place(0, paragraph, 0, 0, 0, block.page)))
            continue
        table += 1
        if table != headings[0].table:
            rows = [*range(_first_row(block))]
        else:
            rows = [number for each in headings for number in range(each.begin, each.first)]
        lines += [
            Printed.of(cell.text, Place(table, number + 1, column, 0, 0, cell.page))
            for number in rows
            for column, cell in enumerate(block.rows[number], 1)
        ]
        if table == headings[0].table:
            break
    return [line for line in lines if line]


def _first_row(grid: Grid) -> int:
    """Return the row, from 0, up to which a sheet holds lines rather than cells."""
    several = (
        number for number, row in enumerate(grid.rows) if sum(bool(cell.text.strip()) for cell in row) > 1
    )
    return next(several, 0)


def lines_below(document: Document, last_table: int) -> list[Printed]:
    """Return the paragraphs after a table."""
    lines, table, paragraph = [], 0, 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            paragraph += 1
            if table >= last_table:
                lines.append(Printed.of(block.text, Place(0, paragraph, 0, 0, 0, block.page)))
        else:
            table += 1
    return [line for line in lines if line]


def read_preface(lines: list[Printed], kind: Kind, ledger: Ledger) -> Preface:
    """Read the lines above a table; each is claimed by what it gives, or left to be unread."""
    preface = Preface()
    heading: list[Printed] = []
    cited = _take_acts(lines, preface, ledger)
    for line in lines:
        understood = [step(line, preface, ledger) for step in _STEPS]
        understood.append(not cited.isdisjoint(line.places))
        if _is_section(line, heading):
            ledger.furnish("heading", line)
        elif _is_heading(line, heading):
            heading.append(line)
            ledger.furnish("heading", line)
        elif begins(stems(line.text), APPROVALS) and len(line.text) <= _LONG:
            ledger.furnish("approval", line)
        elif any(understood) and len(line.text) <= _LONG:
            ledger.furnish("label", line)
        elif caption_unit(line.text) is not None and len(line.text) <= _SHORT:
            ledger.furnish("caption", line)
    _take_day(lines, preface, ledger)
    _name(heading, preface, kind, ledger)
    return preface


def _take_acts(lines: list[Printed], preface: Preface, ledger: Ledger) -> set[Place]:
    """Read the acts; kind, body and number may stand on lines of their own, so the lines are read as one."""
    whole = Printed(fragment for line in lines for fragment in line.fragments)
    cited: set[Place] = set()
    for act, start, stop in notation.acts(whole.text):
        if act not in preface.acts:
            preface.acts.append(act)
        printed = whole.part(start, stop)
        ledger.claim(PLAN.to("acts"), printed)
        cited.update(line.places[0] for line in lines if _overlaps(line.places[0], printed.places))
    return cited


def _overlaps(line: Place, places: tuple[Place, ...]) -> bool:
    return any((each.table, each.row, each.column) == (line.table, line.row, line.column) for each in places)


def _take_term(line: Printed, preface: Preface, ledger: Ledger) -> bool:
    labelled = _LABELLED_TERM.search(line.folded)
    titled = _TITLE_TERM.search(line.folded)
    span = (labelled.end(), len(line.text)) if labelled else titled.span(1) if titled else None
    # A labelled term is the document's own word; one inside a title only stands in for it.
    if span is None or (preface.term is not None and not labelled):
        return False
    try:
        term = notation.term(line.text[slice(*span)].rstrip(' .;»"'))
    except NotationError:
        return False
    preface.term = (term and _extended(term, line.folded)) or preface.term
    ledger.claim(PLAN.to("term"), line.part(*span))
    return term is not None


def _extended(term: Term, folded: str) -> Term:
    """Let a term last as long as the same line says that it was extended."""
    found = _EXTENDED.search(folded)
    if found is None or not term.spans or int(found[1]) <= term.spans[-1].last.year:
        return term
    return term | years(term.spans[-1].last.year + 1, int(found[1]))


def _take_period(line: Printed, preface: Preface, ledger: Ledger) -> bool:
    for period, start, stop in notation.periods(line.text):
        before = line.folded[:start]
        says_for = line.folded.startswith("за ", start) or _REPORTED.search(before)
        cited = any(begin < stop and start < end for _, begin, end in notation.acts(line.text))
        if preface.period is None and says_for and not cited:
            preface.period = period
            ledger.claim(PLAN.to("period"), line.part(start, stop))
            return True
    return False


def _take_day(lines: list[Printed], preface: Preface, ledger: Ledger) -> None:
    """Take «станом на» the first or last day of a year for the year then over; other days tell no period."""
    for line in lines if preface.period is None else ():
        found = _AS_OF.search(line.folded)
        for day, start, stop in notation.dates(line.text) if found else ():
            if found and found.end() == start and (day.month, day.day) in {(1, 1), (12, 31)}:
                preface.period = Period.year(day.year - (day.month == 1))
                ledger.claim(PLAN.to("period"), line.part(start, stop))
                return


def _take_community(line: Printed, preface: Preface, ledger: Ledger) -> bool:
    found = notation.community(line.text)
    if found is None or preface.community is not None:
        return False
    name, kind, start, stop = found
    preface.community = Community(name, kind)
    ledger.claim(PLAN.to("community"), line.part(start, stop))
    return False


def _is_body(line: Printed) -> bool:
    """Tell whether a line names a body by itself, not as the owner of something named before («… ради»)."""
    return is_executor(line.text) and not _OWNER.match(line.folded)


def _take_issuer(line: Printed, preface: Preface, ledger: Ledger) -> bool:
    first = next((sign for sign in line.text if sign.isalpha()), "")
    if preface.issuer or not first.isupper() or begins(stems(line.text), HEADINGS) or not _is_body(line):
        return False
    preface.issuer = line.words
    ledger.claim(PLAN.to("issuer"), line)
    return True


_STEPS: tuple[Callable[[Printed, Preface, Ledger], bool], ...] = (
    _take_term,
    _take_period,
    _take_community,
    _take_issuer,
)


def _is_section(line: Printed, heading: list[Printed]) -> bool:
    """Tell whether a line names a part of the document, below its own name."""
    named = sum(len(stems(each.text)) for each in heading) >= _WHOLE_NAME
    quoted = any(_PROGRAMME.search(each.folded) for each in heading) and line.folded.startswith(SECTIONS)
    return (named or quoted) and len(line.text) <= _SHORT and begins(stems(line.text), SECTIONS)


def _is_heading(line: Printed, heading: list[Printed]) -> bool:
    """Tell whether a line names the document or one of its sections."""
    words = stems(line.text)
    if begins(words, HEADINGS) and len(line.text) <= _LONG:
        return True
    if _SECTION.match(line.folded) and len(line.text) <= _SHORT:
        return True
    follows = bool(heading) and _adjoin(heading[-1].places[0], line.places[0])
    continues = (
        line.text[:1].islower()
        or line.text[:1] in '«"„“('
        or _PROGRAMME.search(line.folded) is not None
        or (notation.community(line.text) is not None and not _is_body(line))
    )
    return follows and continues and len(line.text) <= _LONG and unit_in(line.text) is None


def _adjoin(above: Place, line: Place) -> bool:
    return above.table == line.table and above.row in {line.row, line.row - 1}


def _name(heading: list[Printed], preface: Preface, kind: Kind, ledger: Ledger) -> None:
    # What stands after another table names a section of the document, such as its list of measures.
    parts = [_tables_before(line, ledger.document) for line in heading]
    titled = [
        line
        for line, part in zip(heading, parts, strict=True)
        if part == parts[0] and not _SECTION.match(line.folded)
    ]
    whole = Printed(fragment for line in titled for fragment in line.fragments)
    if not whole:
        return
    preface.title = whole.words
    ledger.claim(PLAN.to("title"), whole)
    if kind == Kind.PLAN and preface.term is None:
        _take_named_term(whole, preface, ledger)
    if found := _PROGRAMME.search(whole.folded):
        stop = _closing(whole.folded, found.end())
        preface.programme = whole.part(found.end(), stop).words


def _take_named_term(title: Printed, preface: Preface, ledger: Ledger) -> None:
    """Take the one period that a plan's own name tells for its term, but none inside an act it cites."""
    acts = [(start, stop) for _, start, stop in notation.acts(title.text)]
    found = [
        (period, start, stop)
        for period, start, stop in notation.periods(title.text)
        if not any(begin < stop and start < end for begin, end in acts)
    ]
    if len({period for period, _, _ in found}) == 1:
        period, start, stop = found[0]
        preface.term = Term((period,))
        ledger.claim(PLAN.to("term"), title.part(start, stop))


def _tables_before(line: Printed, document: Document) -> int:
    place = line.places[0]
    if place.table:
        return place.table - 1
    before = takewhile(lambda block: block is not document.paragraphs[place.row - 1], document.blocks)
    return sum(isinstance(block, Grid) for block in before)


def _closing(folded: str, start: int) -> int:
    """Return where the name ends that began at a quote: at the last quote before the years, else the last."""
    term = _TITLE_TERM.search(folded, start)
    stop = folded.rfind('"', start, term.start() if term else len(folded))
    return stop if stop > start else len(folded)


def captioned_period(lines: list[Printed]) -> Period | None:
    """Return the one period that the lines over a further table name."""
    captions = [line.text for line in lines if is_caption(line.text)]
    named = {period for text in captions for period, _, _ in notation.periods(text)}
    return named.pop() if len(named) == 1 else None


def furnish_captions(lines: list[Printed], ledger: Ledger) -> None:
    """Set aside what stands between two tables: the name and unit of the second, the foot of the first."""
    for line in lines:
        if is_caption(line.text):
            ledger.furnish("caption" if caption_unit(line.text) is not None else "heading", line)
    furnish_foot([line for line in lines if not is_caption(line.text)], ledger)


def furnish_foot(lines: list[Printed], ledger: Ledger) -> None:
    """Set aside notes, numbers of pages and who signed; names of persons are not carried into values."""
    for line in lines:
        if begins(stems(line.text), POSTS) or PERSON.fullmatch(line.text):
            ledger.furnish("signature", line)
        elif is_note(line) or is_numbered_note(line) or opens_note(_whole(line, ledger)):
            ledger.furnish("note", line)
        elif line.text.isdigit() and len(line.text) <= 3 and line.places[0].page is None:
            ledger.furnish("page-number", line)


def _whole(line: Printed, ledger: Ledger) -> str:
    """Return a line with its markup, since the stars of a footnote look like it."""
    place = line.places[0]
    return ledger.document.paragraphs[place.row - 1].text if not place.table else ""


def furnish_page_numbers(document: Document, ledger: Ledger) -> None:
    """Set aside the lines that are nothing but the number of their own page."""
    for number, line in enumerate(document.paragraphs, 1):
        if line.page is not None and line.text.strip() == str(line.page):
            ledger.furnish("page-number", Printed.of(line.text, Place(0, number, 0, 0, 0, line.page)))
