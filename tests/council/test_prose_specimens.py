"""Minutes, news, duties and conferences in many styles give the values written down beside them."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from accounted import assert_accounted

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "prose").glob("*.txt"))
each_text = pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)


@each_text
def test_a_text_gives_the_value_written_down(text: Path) -> None:
    expected = (HERE / "expected" / f"{text.stem}.json").read_text("utf8")
    assert lg.read_council(text).value == lg.loads(expected)


@each_text
def test_every_sign_of_a_text_is_accounted_for(text: Path) -> None:
    assert_accounted(lg.read_council(text))


@each_text
def test_no_person_of_a_text_enters_its_value(text: Path) -> None:
    reading = lg.read_council(text)
    told = lg.dumps(reading.value)
    places = [place for name, place in reading.furniture if name in {"person", "signature"}]
    words = {word.strip(".,;") for place in places for word in reading.document.text_at(place).split()}
    surnames = {word for word in words if len(word) > 3 and word[:1].isupper() and word not in POSTS}
    assert not [word for word in surnames if word in told]


POSTS = {"Голова", "Секретар", "Начальник"}


@each_text
def test_every_address_has_a_place(text: Path) -> None:
    reading = lg.read_council(text)
    assert set(reading.value.by_ref) <= set(reading.places)


@pytest.mark.parametrize(
    "text",
    [
        "Звіт про виконання програми. У 2024 році проведено 12 заходів.",
        "12.03.2024 відбудеться засідання координаційної ради з питань рівності.",
        "12.03.2024 засідання координаційної ради з питань рівності не відбулося.",
        "Засідання координаційної ради з питань рівності 12.03.2024 перенесено.",
        "8 березня відбувся концерт. У ньому взяли участь 200 гостей. Прийнято рішення його повторити.",
        "Вирішено:\n- провести акцію;\n- оновити сайт.",
    ],
)
def test_a_text_that_tells_of_nothing_held_is_refused(text: str) -> None:
    """An announcement is no meeting, and decisions of nobody are none."""
    with pytest.raises(lg.errors.ProseError):
        lg.read_council(text.encode())


def test_bodies_that_cannot_be_told_apart_are_noticed() -> None:
    """What is doubtful is kept and named, never settled in silence."""
    meeting = "12.03.2024 відбулося засідання координаційної ради з питань рівності. "
    doubtful = "Прийнято рішення доручити відділу освіти, культури міської ради, молоді провести лекції."
    assert lg.read_council((meeting + doubtful).encode()).findings.kinds == ("executors-unsure",)


@pytest.mark.parametrize("number", ["26", "28"])
def test_a_day_without_its_year_and_several_days_are_noticed(number: str) -> None:
    """«17 жовтня» and «22-23 березня 2024 року» are no single day; the date stays silent, and is said to."""
    (text,) = (each for each in TEXTS if each.name.startswith(number))
    assert lg.read_council(text).findings.kinds == ("date-incomplete",)


def test_a_day_told_elsewhere_in_the_text_completes_the_meeting() -> None:
    text = "17 жовтня відбулося засідання координаційної ради з питань рівності.\nЗасідання координаційної ради з питань рівності відбулося 17.10.2024."
    assert "date-incomplete" not in lg.read_council(text.encode()).findings.kinds


@each_text
def test_a_page_of_html_gives_the_value_of_the_text(text: Path) -> None:
    lines = [line for line in text.read_text("utf8").splitlines() if line.strip()]
    page = "".join(f"<p>{escape(line)}</p>" for line in lines)
    reading = lg.read_council(f"<!doctype html><html><body>{page}</body></html>".encode())
    assert reading.value == lg.read_council(text).value


SIGNS = "абв 1.,;:«»–-\n\t№"


@given(st.sampled_from(TEXTS), st.integers(0, 10_000), st.integers(0, 30), st.text(SIGNS, max_size=8))
def test_damaged_texts_are_accounted_for_or_refused(text: Path, at: int, cut: int, put: str) -> None:
    """Whatever is cut out of a text or typed into it, no sign gets lost."""
    whole = text.read_text("utf8")
    at %= len(whole)
    try:
        reading = lg.read_council((whole[:at] + put + whole[at + cut :]).encode())
    except lg.errors.ProseError:
        return
    assert_accounted(reading)
    assert lg.loads(lg.dumps(reading.value)) == reading.value


@given(st.sampled_from(TEXTS))
def test_wide_blanks_between_lines_change_nothing(text: Path) -> None:
    """Empty lines between lines are how an export looks, not what it says."""
    whole = text.read_text("utf8")
    assert lg.read_council(whole.replace("\n", "\n\n").encode()).value == lg.read_council(text).value


MET = "12.03.2024 відбулося засідання координаційної ради з питань рівності. "


@pytest.mark.parametrize(
    "sentence",
    [
        "У тренінгах за рік взяли участь 340 осіб.",
        "15.03.2024 відбулося засідання виконавчого комітету.",
        "За рік проведено 12 засідань виконавчого комітету.",
        "20.03.2024 відбулося засідання міської ради.",
        "Звіт оприлюднено 14.03.2024.",
        "Наступне засідання ради заплановано на 12.06.2024.",
    ],
)
def test_what_is_told_of_others_is_not_taken_for_the_meeting(sentence: str) -> None:
    alone = lg.read_council(MET.encode()).value
    assert lg.read_council((MET + sentence).encode()).value == alone
