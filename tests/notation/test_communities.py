"""Communities found in prose: by the words beside them, in any case, for places nobody has seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.notation.communities import community

CITY = ("Ланська міська територіальна громада", "city")
SETTLEMENT = ("Лісова селищна територіальна громада", "settlement")
VILLAGE = ("Зарічна сільська територіальна громада", "village")
DISTRICT = ("Ланський район", "district")
OBLAST = ("Верхньоланська область", "oblast")


@pytest.mark.parametrize(
    ("text", "expected", "printed"),
    [
        (
            "план заходів Ланської міської об'єднаної територіальної громади на 2024 рік",
            CITY,
            "Ланської міської об'єднаної територіальної громади",
        ),
        (
            "«Ланська міська територіальна громада – територія рівних»",
            CITY,
            "Ланська міська територіальна громада",
        ),
        (
            "у Ланській об'єднаній міській територіальній громаді",
            CITY,
            "Ланській об'єднаній міській територіальній громаді",
        ),
        ("у Ланській міській ОТГ", CITY, "Ланській міській ОТГ"),
        ("жителі Ланської МТГ", CITY, "Ланської МТГ"),
        ("Ланська  міська\nгромада", CITY, "Ланська  міська\nгромада"),
        ("рішенням виконавчого комітету Ланської міської ради", CITY, "Ланської міської ради"),
        ("Ланською міською радою", CITY, "Ланською міською радою"),
        ("Ланської міської військової адміністрації", CITY, "Ланської міської військової адміністрації"),
        (
            "програма Лісової селищної ради Ланського району Верхньоланської області",
            SETTLEMENT,
            "Лісової селищної ради",
        ),
        ("до Лісової селищної територіальної громади", SETTLEMENT, "Лісової селищної територіальної громади"),
        ("про бюджет Зарічної сільської ради", VILLAGE, "Зарічної сільської ради"),
        ("рішення Ланської районної ради", DISTRICT, "Ланської районної ради"),
        ("у Ланському районі", DISTRICT, "Ланському районі"),
        ("Ланська районна державна адміністрація", DISTRICT, "Ланська районна державна адміністрація"),
        ("Верхньоланської обласної ради", OBLAST, "Верхньоланської обласної ради"),
        ("у Верхньоланській області", OBLAST, "Верхньоланській області"),
        ("Верхньоланська область, Ланський район", DISTRICT, "Ланський район"),
        (
            "ВЕРХНЬОЛАНСЬКА ОБЛАСТЬ\nЛАНСЬКИЙ РАЙОН\nЗАРІЧНА СІЛЬСЬКА РАДА",
            VILLAGE,
            "ЗАРІЧНА СІЛЬСЬКА РАДА",
        ),
        ("ПЛАН ЛАНСЬКОЇ МІСЬКОЇ ТЕРИТОРІАЛЬНОЇ ГРОМАДИ", CITY, "ЛАНСЬКОЇ МІСЬКОЇ ТЕРИТОРІАЛЬНОЇ ГРОМАДИ"),
        ("Лaнської мiської ради", CITY, "Лaнської мiської ради"),
    ],
)
def test_a_community_is_named_in_the_nominative(text: str, expected: tuple[str, str], printed: str) -> None:
    """Whatever the case, the letters and the words around it."""
    found = community(text)
    assert found is not None
    assert found[:2] == expected
    assert text[found[2] : found[3]] == printed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("НОВО-ЛАНСЬКОЇ МІСЬКОЇ РАДИ", "Ново-Ланська міська територіальна громада"),
        ("Ново-Ланської обласної ради", "Ново-Ланська область"),
        ("Вал’янської сільської ради", "Вал'янська сільська територіальна громада"),
        ("ВАЛ’ЯНСЬКА СІЛЬСЬКА РАДА", "Вал'янська сільська територіальна громада"),
        ("Світлої селищної ради", "Світла селищна територіальна громада"),
        ("у Тихій сільській територіальній громаді", "Тиха сільська територіальна громада"),
        ("ВЕРХНЬОЇ СІЛЬСЬКОЇ РАДИ", "Верхня сільська територіальна громада"),
    ],
)
def test_any_name_keeps_its_signs_and_gender(text: str, name: str) -> None:
    """Hyphens, apostrophes and capitals come out in one spelling, and any adjective in the nominative."""
    found = community(text)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "рішення міської ради",
        "виконавчі органи обласної ради",
        "відповідної сільської ради",
        "Молодіжної міської ради",
        "Чергової сільської ради",
        "Громада міської ради",
        "Ромської громади",
        "місто Ланськ",
        "Верховна Рада України",
        "у сільському районі, у гірській області",
    ],
)
def test_no_place_is_no_community(text: str) -> None:
    """Without the adjective of a place nothing is guessed."""
    assert community(text) is None


@pytest.mark.parametrize(
    "text", ["Ланської громади", "ЛАНСЬКОЇ ТЕРИТОРІАЛЬНОЇ ГРОМАДИ", "Ланській ОТГ Зарічного району"]
)
def test_a_community_may_be_named_without_its_kind(text: str) -> None:
    """The kind stays silent, the name is known."""
    found = community(text)
    assert found is not None
    assert found[:2] == ("Ланська територіальна громада", None)


@given(st.text(max_size=80))
def test_any_text_is_searched(text: str) -> None:
    """Nothing raises; what is found is a slice."""
    found = community(text)
    assert found is None or 0 <= found[2] < found[3] <= len(text)


@given(
    st.sampled_from(["Ланськ", "Верхньорічанськ", "Заліськ", "Яр-Криницьк", "Пуст'янськ"]),
    st.sampled_from(
        [("міськ", "міська", "city"), ("селищн", "селищна", "settlement"), ("сільськ", "сільська", "village")]
    ),
    st.sampled_from(["а", "ої", "ій", "у", "ою"]),
    st.text(alphabet="а ,.\n", max_size=20),
)
def test_every_case_gives_one_name(place: str, level: tuple[str, str, str], ending: str, around: str) -> None:
    """The nominative does not depend on the case that was printed."""
    noun = dict(zip(["а", "ої", "ій", "у", "ою"], ["рада", "ради", "раді", "раду", "радою"], strict=True))[
        ending
    ]
    printed = f"{place}{ending} {level[0]}{ending} {noun}"
    expected = (f"{place}а {level[1]} територіальна громада", level[2])
    for text in (printed, printed.upper()):
        found = community(f"{around} {text} {around}")
        assert found is not None
        assert found[:2] == expected
        assert found[3] - found[2] == len(text)


@pytest.mark.parametrize(
    "piece", ["А", "А-", "Аська ", "Аська міська ", "аськ", "\n", "Аська\n\n\n\n\n\n\n\n"]
)
def test_long_prose_is_searched_in_one_go(piece: str) -> None:
    """Fifty thousand characters are searched at once."""
    community((piece * 50_000)[:50_000])
