"""The example of three districts runs, and says what its text promises."""

from __future__ import annotations

import runpy

import pytest

import localgender as lg
from paths import ROOT


@pytest.fixture(scope="module")
def ran() -> dict[str, object]:
    return runpy.run_path(str(ROOT / "examples" / "consolidate_districts.py"))


def test_it_tells_what_to_ask_the_districts_about(ran: dict[str, object]) -> None:
    whole = ran["whole"]
    assert isinstance(whole, lg.Consolidated)
    assert [(each.kind, each.facts.get("unit")) for each in whole.findings] == [
        ("report-missing", "Південна районна адміністрація"),
        ("report-late", "Лісова районна адміністрація"),
        ("planned-differs", None),
        ("planned-differs", None),
        ("money-claimed-twice", None),
    ]


def test_the_shelter_of_two_districts_is_counted_once(ran: dict[str, object]) -> None:
    assert ran["total"] == lg.thousand_uah("236.3")
    whole = ran["whole"]
    assert isinstance(whole, lg.Consolidated)
    assert lg.unit_sums(whole, "measure", "disbursed")[lg.Ref.parse("2.1")].money == lg.thousand_uah("150")


def test_each_amount_is_found_in_the_document_of_its_district(ran: dict[str, object]) -> None:
    whole, readings = ran["whole"], ran["readings"]
    assert isinstance(whole, lg.Consolidated)
    assert isinstance(readings, dict)
    documents = {each.document.name: each.document for each in readings.values()}
    addends = [each for told in lg.unit_sums(whole, "unit", "disbursed").values() for each in told.addends]
    assert len(addends) == 7
    for each in addends:
        (place,) = each.places
        assert (
            documents[each.document].text_at(place).replace(",", ".")
            == f"{each.money.to(lg.Unit.THOUSAND_UAH):.1f}"
        )
