"""Figures that may be wrong, as a table and as a part of an audit."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import localgender as lg
from localgender import cli
from localgender.questions.suspects.slips import Slip
from localgender.showing.names import name
from localgender.showing.tables import in_words
from paths import SAMPLE

HEAD = "Звіт про виконання Програми за 2023 рік\nЗміст заходу\tТермін\tВиконавці\tПлан, тис. грн\tФакт, тис. грн\t%\n"
ROWS = (
    "1.1. Аудит\t2023\tВідділ культури\t10,0\t10,0\t100\n",
    "1.2. Курс\t2023\tВідділ культури\t{}\t6,0\t50\n",
)
FOOT = "Всього\t\t\t22,0\t16,0\t73\n"


def document(planned: str) -> bytes:
    return (HEAD + "".join(ROWS).format(planned) + FOOT).encode()


@pytest.fixture
def audited(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def call(planned: str, *more: str) -> str:
        path = tmp_path / "звіт.txt"  # type: ignore[operator]
        path.write_bytes(document(planned))
        assert cli.main(["audit", str(path), *more]) == 0
        return capsys.readouterr().out.replace("\u00a0", " ")

    return call


def test_candidate_is_told_with_its_place_its_figure_and_its_slip() -> None:
    reading = lg.read_report(document("21,0"))
    table = in_words(lg.tabulate.suspects(lg.suspects(reading), reading), "en")
    assert [each.replace("\u00a0", " ") for each in table.rows[0]] == [
        "row 3, column 4",
        "measure 1.2, planned for 2023",
        "21.0 thousand UAH",
        "12.0 thousand UAH",
        "two digits swapped",
    ]


def test_without_a_document_there_is_no_place_and_without_a_value_no_print() -> None:
    value = lg.read_report(document("21,0")).value
    found = lg.suspects(value)
    assert in_words(lg.tabulate.suspects(found, value), "en").names[0] == "Figure"
    assert in_words(lg.tabulate.suspects(found), "en").names == (
        "Figure",
        "Would be",
        "What may have happened",
    )
    assert lg.tabulate.suspects(()).rows == ()


@pytest.mark.parametrize("written", ["text", "markdown", "html"])
def test_audit_names_the_candidates_where_figures_contradict(
    written: str, audited: Callable[..., str]
) -> None:
    shown = audited("21,0", "--format", written)
    assert "Числа, у яких може бути помилка" in shown
    assert "дві цифри переставлено" in shown


def test_audit_of_figures_that_agree_names_none(audited: Callable[..., str]) -> None:
    assert "може бути помилка" not in audited("12,0")


def test_audit_as_json_stays_a_list_of_findings(audited: Callable[..., str]) -> None:
    found = json.loads(audited("21,0", "--format", "json"))
    assert {tuple(each) for each in found} == {("kind", "severity", "refs", "facts", "places", "message")}


def test_percents_that_no_slip_explains_are_left_to_their_finding(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The sample contradicts itself in no sum, and what its percents lack is no slip of the pen."""
    assert cli.main(["audit", str(SAMPLE / "zhytomyr-report-2023.txt")]) == 0
    assert "може бути помилка" not in capsys.readouterr().out


@pytest.mark.parametrize("slip", list(Slip))
@pytest.mark.parametrize("language", ["uk", "en"])
def test_every_slip_has_words(slip: Slip, language: str) -> None:
    assert name(slip, language) != slip
