"""A register of communities fills in what documents seldom print, and never guesses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender import frames
from localgender.errors import NotationError, SerializationError
from localgender.model.community import Community
from localgender.model.plan import Measure, Plan

TOWN = Community("Зорянська міська територіальна громада", katottg="UA59080000000000001")
HERE = Community("Лугова сільська територіальна громада", region="Сумська область", district="Ланський район")
THERE = Community("Лугова сільська територіальна громада", region="Волинська область")
REGISTER = frames.register([TOWN, HERE, THERE, HERE])


def told(community: Community | str | None, **choices: object) -> tuple[object, ...]:
    rows = frames.records(Plan(community=community, goals=[Measure("1.1")]), **choices)  # type: ignore[arg-type]
    (about,), (measure,) = rows["documents"], rows["measures"]
    assert (about["katottg"], about["region"]) == (measure["katottg"], measure["region"])
    return tuple(about[name] for name in ("katottg", "region", "register", "filled"))


@pytest.mark.parametrize(
    "printed",
    [
        "Програма Зорянської міської ради",
        "ПРОГРАМА ЗОРЯНСЬКОЇ МІСЬКОЇ ТЕРИТОРІАЛЬНОЇ ГРОМАДИ",
        "Звіт, поданий Зорянській міській раді",
        "Заходи, схвалені Зорянською міською радою",
        "Програма Зорянcької мiської об’єднаної територіальної громади",
        "Програма для Зорянської МТГ",
    ],
)
def test_names_are_found_in_the_cases_in_which_documents_print_them(printed: str) -> None:
    found = lg.notation.community(printed)
    assert found is not None
    assert told(found[0], communities=REGISTER)[0] == TOWN.katottg
    # Typed by hand a name may stand as it is printed.
    assert REGISTER.fitting(Community(printed[found[2] : found[3]])) == (TOWN,)


def test_what_is_filled_in_is_told_apart_from_what_is_printed() -> None:
    assert told(TOWN.name) == (None, None, None, None)
    code = TOWN.katottg
    assert told(TOWN.name, communities=REGISTER) == (code, "Сумська область", "one", "katottg; region")
    assert told(TOWN, communities=REGISTER) == (code, "Сумська область", "one", None)
    stated = Community(TOWN.name, region="Сумська обл.")
    assert told(stated, communities=REGISTER) == (code, "Сумська область", "one", "katottg")


def test_a_name_that_fits_several_stays_silent_and_is_told() -> None:
    assert told(HERE.name, communities=REGISTER) == (None, None, "several", None)


@pytest.mark.parametrize("more", [{"region": "Сумської області"}, {"district": "Ланського району"}])
def test_a_region_or_a_district_tells_namesakes_apart(more: dict[str, str]) -> None:
    other = Community(THERE.name, region=THERE.region, district="Гірський р-н")
    known = [HERE, other]
    assert frames.register(known).fitting(Community(HERE.name, **more)) == (HERE,)
    assert frames.register(known).fitting(Community(HERE.name, region="Львівська область")) == ()


def test_what_the_register_contradicts_or_does_not_know_stays_as_it_is_printed() -> None:
    other = Community(TOWN.name, katottg="UA05080000000000009")
    assert told(other, communities=REGISTER) == (other.katottg, "Вінницька область", "none", None)
    assert told("Гірська сільська територіальна громада", communities=REGISTER) == (None, None, "none", None)
    assert told(None, communities=REGISTER) == (None, None, None, None)


@given(st.permutations([TOWN, HERE, THERE]))
def test_the_order_of_a_register_changes_nothing(order: list[Community]) -> None:
    for name in (TOWN.name, HERE.name):
        assert told(name, communities=order) == told(name, communities=REGISTER)


def test_a_mapping_and_a_file_are_registers_too(tmp_path: Path) -> None:
    assert frames.register({TOWN.name: TOWN.katottg}) == frames.register([TOWN])
    assert frames.register({TOWN.name: TOWN}) == frames.register([TOWN])
    file = tmp_path / "громади.csv"
    for header, sign in (
        ("district,community,people,region,katottg", ","),
        ("Район;Громада;;Область;КАТОТТГ", ";"),
    ):
        lines = [header.split(sign)] + [
            [each.district or "", each.name, "7", each.region or "", each.katottg or ""]
            for each in REGISTER.entries
        ]
        file.write_text("\ufeff" + "\r\n".join(map(sign.join, lines)) + "\r\n\r\n", "utf8")
        assert frames.read_register(file) == REGISTER


def test_a_file_that_is_no_register_tells_every_row(tmp_path: Path) -> None:
    file = tmp_path / "громади.csv"
    file.write_text("katottg,community\nUA1,Зорянська громада\nUA59080000000000001\n", "utf8")
    with pytest.raises(SerializationError) as caught:
        frames.read_register(file)
    assert [where for where, _ in caught.value.problems] == ["громади.csv, row 2", "громади.csv, row 3"]
    for data in (b"", b"people\n7\n", b"\xff\xfe"):
        file.write_bytes(data)
        with pytest.raises(SerializationError, match=r"громади\.csv: "):
            frames.read_register(file)
    with pytest.raises(NotationError):
        frames.register({"Зорянська громада": "18"})


def test_a_country_is_filled_in_alike() -> None:
    plans = [Plan(community=TOWN.name, goals=[Measure("1.1")])]
    table = frames.country(iter(plans), "polars", communities=iter([TOWN]))
    assert table["measures"]["region"].to_list() == ["Сумська область"]
