"""Legal acts as documents cite them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localgender.errors import NotationError
from localgender.notation.acts import act, acts, write_act
from localgender.values.acts import LegalAct

from .prose import LONG, endures, prose, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("№1688 від 18.12.2019", LegalAct(None, "1688", "2019-12-18")),
        ("№ 42 від 21.01.2021", LegalAct(None, "42", "2021-01-21")),
        ("№ 07-р від 14.03.2023", LegalAct(None, "07-р", "2023-03-14")),
        ("№ 07-p від 14.03.2023", LegalAct(None, "07-р", "2023-03-14")),
        ("№ 1059-VІІ від 15.08.2019", LegalAct(None, "1059-VII", "2019-08-15")),
        ("№ 1087 – 24/VIIІ від 01.02.2020", LegalAct(None, "1087-24/VIII", "2020-02-01")),
        (
            "рішення міської ради від 31.03.2021 № 7/VIII-317",
            LegalAct("рішення", "7/VIII-317", "2021-03-31", "міська рада"),
        ),
        (
            "розпорядженням міського голови від 25 квітня 2018 року № 297",
            LegalAct("розпорядження", "297", "2018-04-25", "міський голова"),
        ),
        ("наказ управління від «03»червня 2025р. № 5", LegalAct("наказ", "5", "2025-06-03")),
        ("Наказу МОЗ від 01.02.2019 №278 щодо", LegalAct("наказ", "278", "2019-02-01")),
        ("ухвала № 4927 від 04/25/2019", LegalAct("ухвала", "4927", "2019-04-25")),
        ("постанова № 5", LegalAct("постанова", "5")),
        ("розпорядження № 07-р", LegalAct("розпорядження", "07-р")),
        ("рішення 08.04.2021 № 6/4", LegalAct("рішення", "6/4", "2021-04-08")),
        ("Закону України від 08.09.2005 № 2866-IV", LegalAct("закон", "2866-IV", "2005-09-08")),
        (
            "Дата і номер рішення міської ради яким затверджено Програму №1688 від 18.12.2019",
            LegalAct("рішення", "1688", "2019-12-18", "міська рада"),
        ),
        (
            "рішенням сесії Житомирської міської ради від 18.12.2019 за № 1688",
            LegalAct("рішення", "1688", "2019-12-18", "Житомирська міська рада"),
        ),
        (
            "рішення Івано-Франківської обласної ради від 12.12.2022",
            LegalAct("рішення", None, "2022-12-12", "Івано-Франківська обласна рада"),
        ),
        (
            "розпорядження Житомирського міського голови від 01.02.2020 № 1",
            LegalAct("розпорядження", "1", "2020-02-01", "Житомирський міський голова"),
        ),
        (
            "рішення виконавчого комітету міської ради № 5 від 1.2.2020",
            LegalAct("рішення", "5", "2020-02-01", "виконавчий комітет міської ради"),
        ),
        ("РІШЕННЯ СІЛЬСЬКОЇ РАДИ № 5", LegalAct("рішення", "5", None, "сільська рада")),
        ("рішення Верховної Ради № 5", LegalAct("рішення", "5")),
    ],
)
def test_an_act_is_read_in_every_usual_form(text: str, expected: LegalAct) -> None:
    assert act(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "№ 3",
        "№ 07-р",
        "резолюції Ради Безпеки ООН №1325",
        "рішення міської ради",
        "від 18.12.2019",
        "18.12.2019 проведено засідання",
        "Рішення прийнято одноголосно. Кабінет № 5",
        "рішення 18.12.2019",
        "вирішення питання № 5",
    ],
)
def test_a_number_or_a_date_alone_is_no_act(text: str) -> None:
    assert acts(text) == ()
    with pytest.raises(NotationError):
        act(text)


def test_several_acts_may_share_a_noun() -> None:
    text = "рішеннями міської ради від 18.12.2019 № 5, від 20.12.2020 № 6 та № 7 від 1.1.2021; наказ № 8"
    assert [text[start:stop] for _, start, stop in acts(text)] == [
        "рішеннями міської ради від 18.12.2019 № 5",
        "від 20.12.2020 № 6",
        "№ 7 від 1.1.2021",
        "наказ № 8",
    ]
    kinds = [(each.kind, each.body) for each, _, _ in acts(text)]
    assert kinds == [("рішення", "міська рада")] * 3 + [("наказ", None)]
    with pytest.raises(NotationError):
        act(text)


numbers = st.lists(
    st.integers(1, 99999).map(str) | st.sampled_from(["VII", "VIII", "р", "ВР"]), min_size=0, max_size=2
)
bodies = (
    *("міська рада", "Житомирська міська рада", "сільська рада", "міський голова"),
    "виконавчий комітет Житомирської міської ради",
)
readable = st.builds(
    LegalAct,
    st.sampled_from(["рішення", "розпорядження", "наказ", "постанова", "ухвала", "закон"]),
    st.builds(lambda first, rest: "-".join([str(first), *rest]), st.integers(1, 99999), numbers),
    st.none() | st.dates(),
    st.none() | st.sampled_from(bodies),
)


@given(readable)
def test_a_written_act_is_read_again(each: LegalAct) -> None:
    assert act(write_act(each)) == each


def test_a_body_that_is_no_council_is_written_as_it_is() -> None:
    assert write_act(LegalAct("наказ", "278", "2019-02-01", "МОЗ")) == "наказ МОЗ від 01.02.2019 № 278"
    assert write_act(LegalAct()) == ""


@given(prose())
def test_found_acts_are_slices_that_read_alike(text: str) -> None:
    stopped = 0
    for each, start, stop in acts(text):
        assert stopped <= start < stop <= len(text)
        inside = acts(text[start:stop])
        assert not inside or (inside[0][0].number, inside[0][0].date) == (each.number, each.date)
        stopped = stop


@given(prose())
def test_any_text_is_one_act_or_refused(text: str) -> None:
    read(act, text)


@pytest.mark.parametrize("repeated", LONG)
def test_long_texts_are_settled(repeated: str) -> None:
    endures(acts, repeated)
