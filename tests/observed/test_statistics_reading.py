"""Tables and sentences of statistics in every format: one value, and no character lost."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lines import told
from sayings import SENTENCES
from sheets import SHEETS

import localgender as lg
from accounted import assert_accounted
from localgender.notation import figures
from paths import SHARED, needs_shared
from specimens import write_docx, write_html, write_text, write_xlsx
from specimens.generate import WRITERS

EXPECTED = Path(__file__).parent / "expected"
FORMATS = {
    "txt": write_text.txt,
    "csv": write_text.csv,
    "md": write_text.md,
    "html": write_html.write,
    "docx": write_docx.write,
    "xlsx": write_xlsx.write,
}
EACH = [pytest.param(name, suffix, id=f"{name}.{suffix}") for name in SHEETS for suffix in FORMATS]


@cache
def reading(name: str, suffix: str = "txt") -> lg.Reading[lg.Statistics]:
    return lg.read_statistics(FORMATS[suffix](SHEETS[name]))


@pytest.mark.parametrize(("name", "suffix"), EACH)
def test_a_table_reads_as_expected_in_every_format(name: str, suffix: str) -> None:
    found = reading(name, suffix)
    assert found.value == lg.loads((EXPECTED / f"{name}.json").read_bytes())
    assert found.unread == ()
    assert_accounted(found)


@pytest.mark.parametrize("name", SHEETS)
def test_every_figure_stands_where_its_number_is_printed(name: str) -> None:
    found = reading(name)
    for where, figure in found.value.by_ref.items():
        printed = figures.figure(found.text_of(f"{where}/value"))
        assert printed is not None
        assert (printed.value, printed.absence) == (figure.value, figure.absence)


CONTRADICTING = {"districts": ["parts-differ-from-total"], "stages": ["not-disaggregated"]}


@pytest.mark.parametrize("name", SHEETS)
def test_only_the_tables_that_contradict_themselves_are_accused(name: str) -> None:
    """In `districts` all are 71 and women and men 70; in `stages` figures by sex are asked and not given."""
    assert list(lg.audit(reading(name).value).kinds) == CONTRADICTING.get(name, [])


@pytest.mark.parametrize("name", SHEETS)
def test_a_table_of_statistics_is_found_out(name: str) -> None:
    assert isinstance(lg.read(FORMATS["docx"](SHEETS[name])).value, lg.Statistics)


# Sentences


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_tells_its_figures_and_nothing_else(sentence: str) -> None:
    found = lg.read_statistics(sentence.encode())
    assert told(found) == SENTENCES[sentence]
    assert_accounted(found)


def test_a_sentence_without_a_figure_is_left_unread() -> None:
    """Shares of browsers at the foot of a page are nobody's statistics."""
    page = "Оновіть браузер\n\n67.15%\nлюдей використовує\nцей браузер\n\n9.6%\nлюдей використовує\nцей браузер\n"
    found = lg.read_statistics(page.encode())
    assert found.value == lg.Statistics()
    assert_accounted(found)


@needs_shared
@pytest.mark.parametrize("prefix", ["000", "002", "003"])
def test_pages_on_councils_and_duties_tell_no_statistics_of_browsers(prefix: str) -> None:
    source = next((SHARED / "seeds").glob(f"{prefix}_*.txt"))
    found = lg.read_statistics(source)
    assert not [figure for figure in found.value.observations if figure.indicator.unit == "%"]
    assert_accounted(found)


def test_a_period_holds_from_the_heading_and_from_the_sentence_before() -> None:
    text = "Статистика звернень за 9 місяців 2024 року\n\nНадійшло 120 звернень. За 2023 рік надійшло 150 звернень. З них 90 – від жінок.\n"
    value = lg.read_statistics(text.encode()).value
    assert [str(each.period) for each in value.observations] == ["2024-9m", "2023", "2023"]


def test_a_list_below_a_colon_tells_parts() -> None:
    text = "За 2024 рік надійшло 120 звернень, з них:\n\n- від жінок – 97;\n- від чоловіків – 20.\n\nСкладено 9 протоколів.\n"
    found = lg.read_statistics(text.encode())
    assert told(found) == [
        "надійшло звернень | звернень | count | 2024 | 120",
        "надійшло звернень | звернень | count | 2024 | 97 | female",
        "надійшло звернень | звернень | count | 2024 | 20 | male",
        "складено протоколів | протоколів | count | 9",
    ]
    assert_accounted(found)


def test_a_sentence_over_a_table_keeps_its_figures() -> None:
    text = (
        "За 2024 рік зареєстровано 71 звернення, за районами:\n\nРайон\tЗвернення\nПерший\t40\nДругий\t31\n"
    )
    found = lg.read_statistics(text.encode())
    assert [str(each.value) for each in found.value.observations] == ["71", "40", "31"]


def test_a_document_that_tells_no_period_is_noticed() -> None:
    assert "period-missing" in lg.read_statistics("Надійшло 120 звернень.".encode()).findings.kinds


def test_what_no_layout_fits_and_tells_no_figure_is_refused_as_before() -> None:
    with pytest.raises(lg.errors.LayoutError):
        lg.read("Просто лист без таблиць і чисел.".encode())


def test_a_plan_is_not_taken_for_statistics() -> None:
    table = "№\tЗахід\tВиконавець\tТермін\n1\tЛекції для 25 жінок\tВідділ освіти\t2024\n"
    assert isinstance(lg.read(table.encode()).value, lg.Plan)


# Cells


@pytest.mark.parametrize(
    ("printed", "value", "absence"),
    [
        ("1 234,5", lg.Quantity("1234.5"), None),
        ("0", lg.Quantity(0), None),
        ("0,0", lg.Quantity("0.0"), None),
        ("–", None, "not-occurred"),
        ("…", None, "not-available"),
        ("...", None, "not-available"),
        ("х", None, "not-applicable"),
        ("x", None, "not-applicable"),
        ("к", None, "suppressed"),
        ("<5", lg.Quantity(5, "at-most"), None),
        ("400+", lg.Quantity(400, "at-least"), None),
        ("понад 12,5 %", lg.Quantity("12.5", "at-least"), None),
        ("-3,2", lg.Quantity("-3.2"), None),
    ],
)
def test_signs_of_a_cell_are_different_facts(
    printed: str, value: lg.Quantity | None, absence: str | None
) -> None:
    found = figures.figure(printed)
    assert found is not None
    assert (found.value, found.absence) == (value, absence)


def test_a_blank_cell_is_silence() -> None:
    assert figures.figure("  ") is None


@pytest.mark.parametrize("printed", ["238.932", "1 23", "сорок", "12 із 40", "1,2,3"])
def test_what_is_no_figure_is_refused(printed: str) -> None:
    with pytest.raises(lg.errors.NotationError):
        figures.figure(printed)


def test_a_cell_that_is_not_understood_is_noticed_and_kept() -> None:
    table = "Показник\tЖінки\tЧоловіки\nПрацівники, осіб\t12\t1,2,3\n"
    found = lg.read_statistics(table.encode())
    assert "unreadable-cell" in found.findings.kinds
    assert [found.document.text_at(place) for place in found.unread] == ["1,2,3"]


def test_women_in_a_column_of_men_are_nobody() -> None:
    table = "Показник\tУсього\tЧоловіки\nПрацівники, осіб\t12\t8\nз них жінки\t4\t4\n"
    found = lg.read_statistics(table.encode())
    assert "unreadable-cell" in found.findings.kinds
    assert len(found.value.observations) == 3


# Laws


@given(st.lists(st.sampled_from(sorted(SENTENCES)), min_size=1, max_size=3), st.integers(0, 200))
def test_no_character_is_lost_wherever_a_text_is_cut(sentences: list[str], cut: int) -> None:
    assert_accounted(lg.read_statistics((" ".join(sentences)[cut:] or "-").encode()))


@given(st.sampled_from(sorted(SHEETS)), st.data())
def test_no_character_is_lost_whatever_happens_to_a_cell(name: str, data: st.DataObject) -> None:
    rows = [line.split("\t") for line in write_text.txt(SHEETS[name]).decode().split("\n")]
    row = data.draw(st.sampled_from([each for each in rows if any(each)]))
    row[data.draw(st.integers(0, len(row) - 1))] = data.draw(
        st.sampled_from(["", "х", "1 2", "Жінки", "2024", "Усього", "з них"])
    )
    text = "\n".join("\t".join(each) for each in rows)
    if text.strip():
        assert_accounted(lg.read_statistics(text.encode()))


@given(st.integers(0, 10**7), st.sampled_from(["\u00a0", " "]))
def test_a_number_is_read_however_its_thousands_are_parted(number: int, blank: str) -> None:
    table = f"Показник\tЖінки\tЧоловіки\nНаселення, осіб\t{f'{number:,}'.replace(',', blank)}\t1\n"
    first = lg.read_statistics(table.encode()).value.observations[0]
    assert first.value == lg.Quantity(number)


def test_every_writer_of_the_specimens_but_the_pdf_is_tried() -> None:
    assert set(FORMATS) == set(WRITERS) - {"pdf"}
