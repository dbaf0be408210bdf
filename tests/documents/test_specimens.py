"""Every family of tables in every format: one value, the same audit, and no character lost."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import localgender as lg
from accounted import assert_accounted
from localgender.notation.folding import joined
from specimens.description import LEFT, Row, Specimen
from specimens.families import FAMILIES
from specimens.generate import EXPECTED, FILES, WRITERS

EACH = [pytest.param(name, suffix, id=f"{name}.{suffix}") for name in FAMILIES for suffix in WRITERS]
MADE_ALIKE = [suffix for suffix in WRITERS if suffix != "pdf"]
STAGES = ("planned", "allocated", "disbursed")
# What a format itself makes known: a one-byte encoding can only be guessed.
OF_THE_FORMAT = {"text-guessed"}


def interpreted(specimen: Specimen, data: bytes) -> lg.Reading:
    return lg.read_report(data) if specimen.kind == "report" else lg.read_plan(data)


@cache
def reading(name: str, suffix: str) -> lg.Reading:
    return interpreted(FAMILIES[name], (FILES / f"{name}.{suffix}").read_bytes())


def plan_of(value: object) -> lg.Plan:
    return value.plan if isinstance(value, lg.Report) else value


def words(text: str) -> str:
    return " ".join(joined(text).split())


def told(found: lg.Reading) -> Counter[str]:
    """What an audit says, without the places, which every format counts in its own way."""
    audit = [finding for finding in lg.audit(found) if finding.kind not in {"unread-text", *OF_THE_FORMAT}]
    return Counter(f"{finding.kind} {finding.severity} {finding.facts!r}" for finding in audit)


def unread(found: lg.Reading) -> str:
    """Every sign that was not understood, in order; a csv may hold further semicolons between them."""
    text = "".join(words(found.document.text_at(place)) for place in found.unread)
    return re.sub(r"[\s;]", "", text)


# The value


@pytest.mark.parametrize(("name", "suffix"), EACH)
def test_a_specimen_reads_as_expected(name: str, suffix: str) -> None:
    """The value is the one written down for the family, whatever the format."""
    found = reading(name, suffix)
    assert found.value == lg.loads((EXPECTED / f"{name}.json").read_bytes())
    assert found.document.format == {"csv": "text", "md": "text", "txt": "text"}.get(suffix, suffix)


@pytest.mark.parametrize("name", FAMILIES)
def test_the_expected_value_says_what_the_description_says(name: str) -> None:
    """Numbers, terms and sums are derived from the rows as described, without the library's reading."""
    specimen = FAMILIES[name]
    value = lg.loads((EXPECTED / f"{name}.json").read_bytes())
    measures = plan_of(value).measures
    assert [str(measure.code) for measure in measures] == specimen.codes()
    for stage in STAGES:
        assert lg.total(value, stage) == specimen.total(stage)
    for stage, columns in specimen.money.items():
        by_year = {year: specimen.total(stage, year) for year in columns.values() if year is not None}
        found = lg.totals_by(value, "year", stage)
        assert by_year == ({int(str(year)): money for year, money in found.items()} if by_year else {})
    if specimen.term is not None:
        assert [measure.term for measure in measures] == specimen.stated_terms()


@pytest.mark.parametrize("name", FAMILIES)
def test_all_formats_of_a_family_are_audited_alike(name: str) -> None:
    expected = reading(name, "txt")
    for suffix in WRITERS:
        found = reading(name, suffix)
        assert lg.audit(found.value) == lg.audit(expected.value), suffix
        assert told(found) == told(expected), suffix
        assert unread(found) == unread(expected), suffix


@pytest.mark.parametrize("name", FAMILIES)
def test_a_specimen_adds_up(name: str) -> None:
    """The sums that a specimen states are those of its rows, so an audit finds no figure to contradict."""
    kinds = lg.audit(reading(name, "txt").value).kinds
    assert not [kind for kind in kinds if "total" in kind or "percent" in kind]


@pytest.mark.parametrize("name", FAMILIES)
def test_the_files_are_what_the_description_says(name: str) -> None:
    for suffix in MADE_ALIKE:
        assert (FILES / f"{name}.{suffix}").read_bytes() == WRITERS[suffix](FAMILIES[name]), suffix


# The account


@pytest.mark.parametrize(("name", "suffix"), EACH)
def test_every_character_of_a_specimen_is_accounted_for(name: str, suffix: str) -> None:
    assert_accounted(reading(name, suffix))


@pytest.mark.parametrize(("name", "suffix"), EACH)
def test_places_answer_for_every_printed_value(name: str, suffix: str) -> None:
    """What stands at the places of a title, term or amount is what the description prints there."""
    specimen, found = FAMILIES[name], reading(name, suffix)
    refs = iter(where for where, _, _ in plan_of(found.value).placed)
    for number, row in enumerate(specimen.table.rows):
        if row.kind != "measure":
            continue
        subjects = [next(refs) for _ in specimen.codes_of(row)]
        assert words(" ".join(map(found.text_of, subjects))) == words(specimen.named(row))
        if specimen.term is not None and row.cells[specimen.term]:
            terms = [found.text_of(each.to("term")) for each in subjects]
            assert words(" ".join(terms)) == row.cells[specimen.term]
        assert printed_money(found, subjects[0]) == amounts(specimen, number)


def amounts(specimen: Specimen, number: int) -> Counter[str]:
    """Amounts printed for the measure that begins in a row, those of its further sources included."""
    rows = specimen.table.rows
    stop = number + 1
    while stop < len(rows) and rows[stop].kind == "source":
        stop += 1
    columns = [column for stage in specimen.money.values() for column in stage]
    return Counter(
        words(row.shown[column]) for row in rows[number:stop] for column in columns if row.shown[column]
    )


def printed_money(found: lg.Reading, subject: lg.Ref) -> Counter[str]:
    places = {
        place
        for where, each in found.places.items()
        if where.subject == subject and where.part in STAGES
        for place in each
    }
    return Counter(words(found.document.text_at(place)) for place in places)


# Mutations


def filled(rows: list[Row]) -> list[tuple[int, int]]:
    return [(r, c) for r, row in enumerate(rows) for c, cell in enumerate(row.shown) if cell.strip()]


def replaced(rows: list[Row], r: int, *cells: tuple[str, ...]) -> list[Row]:
    return [*rows[:r], *(Row(rows[r].kind, each) for each in cells), *rows[r + 1 :]]


def blanked(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    r, c = draw(st.sampled_from(filled(rows)))
    cells = rows[r].shown
    return replaced(rows, r, (*cells[:c], "", *cells[c + 1 :]))


def deleted(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    r, c = draw(st.sampled_from(filled(rows)))
    cells = rows[r].shown
    return replaced(rows, r, (*cells[:c], *cells[c + 1 :]))


def doubled(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    r, c = draw(st.sampled_from(filled(rows)))
    cells = rows[r].shown
    return replaced(rows, r, (*cells[:c], cells[c], *cells[c:]))


def swapped(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    r, c = draw(st.sampled_from(filled(rows)))
    mine = rows[r].shown[c]
    others = [(a, b) for a, b in filled(rows) if words(rows[a].shown[b]) != words(mine)]
    a, b = draw(st.sampled_from(others))
    theirs = rows[a].shown[b]
    made = replaced(rows, r, (*rows[r].shown[:c], theirs, *rows[r].shown[c + 1 :]))
    return replaced(made, a, (*made[a].shown[:b], mine, *made[a].shown[b + 1 :]))


def merged(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    """Two neighbours that both speak become one cell over both columns."""
    speaking = set(filled(rows))
    r, c = draw(st.sampled_from([(r, c) for r, c in filled(rows) if (r, c + 1) in speaking]))
    cells = rows[r].shown
    return replaced(rows, r, (*cells[:c], f"{cells[c]} {cells[c + 1]}", LEFT, *cells[c + 2 :]))


def cut_by_a_page(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    """The first words of each cell stay, the others follow in a row below."""
    wordy = [r for r, row in enumerate(rows) if any(" " in cell for cell in row.shown)]
    r = draw(st.sampled_from(wordy))
    parted = [cell.split(" ") for cell in rows[r].shown]
    above = tuple(" ".join(each[: max(len(each) // 2, 1)]) for each in parted)
    below = tuple(" ".join(each[max(len(each) // 2, 1) :]) for each in parted)
    return replaced(rows, r, above, below)


def in_header(one: Specimen, other: Specimen) -> bool:
    return one.table.of("header") != other.table.of("header")


MUTATIONS = [blanked, deleted, doubled, swapped, merged, cut_by_a_page]


@st.composite
def mutants(draw: st.DrawFn, specimen: Specimen) -> tuple[str, Specimen]:
    mutate = draw(st.sampled_from(MUTATIONS))
    rows = mutate(draw, list(specimen.table.rows))
    return f"{mutate.__name__}: {[row.cells for row in rows if row not in specimen.table.rows]}", (
        specimen.with_rows(tuple(rows))
    )


def assert_noticed(name: str, suffix: str, data: st.DataObject) -> None:
    """A hurt header may fit no layout any more, which is an answer too, or still say the same in fewer words."""
    what, mutant = data.draw(mutants(FAMILIES[name]))
    try:
        found = interpreted(mutant, WRITERS[suffix](mutant))
    except lg.errors.LayoutError:
        return
    assert_accounted(found)
    if in_header(mutant, FAMILIES[name]):
        return
    assert found.value != reading(name, suffix).value or noticed(found) - noticed(reading(name, suffix)), what


def noticed(found: lg.Reading) -> Counter[str]:
    return Counter(f"{finding.kind} {finding.facts!r}" for finding in lg.audit(found))


@pytest.mark.parametrize("name", FAMILIES)
@settings(max_examples=40)
@given(data=st.data())
def test_a_mutated_specimen_is_accounted_for_and_never_passes_unseen(name: str, data: st.DataObject) -> None:
    """A cell blanked, deleted, doubled, swapped or merged, or a row cut, changes the value or is noticed."""
    assert_noticed(name, "txt", data)


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html"])
@pytest.mark.parametrize("name", FAMILIES)
@settings(max_examples=10)
@given(data=st.data())
def test_a_mutated_file_is_accounted_for_and_never_passes_unseen(
    name: str, suffix: str, data: st.DataObject
) -> None:
    assert_noticed(name, suffix, data)
