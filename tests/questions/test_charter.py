"""Charters by edition, who joins them, and which articles a plan serves."""

from __future__ import annotations

import pytest

from localgender.errors import CodeError, NotationError, UnknownRefError
from localgender.model.charter import Article, Charter, Commitment
from localgender.model.community import Community
from localgender.model.plan import Measure, Plan
from localgender.questions.codelists import codelist
from localgender.questions.codelists.charters import charter, codes_of
from localgender.questions.coverage import coverage
from localgender.values.acts import LegalAct
from localgender.values.refs import Ref

RENEWED = Charter("Оновлена хартія", 2022, [Article("22", "Гендерне насильство"), Article("31a")])


def test_the_first_edition_has_the_articles_of_its_code_list() -> None:
    first = charter("2006")
    assert codes_of(first).entries == codelist("charter-2006").entries
    assert (first.scheme, len(first.articles), first.article(30).number) == ("charter-2006", 30, "30")


def test_an_edition_that_does_not_ship_is_refused_with_the_nearest() -> None:
    with pytest.raises(NotationError, match="charter-2006"):
        charter(2022)


def test_a_charter_of_ones_own_may_have_any_articles() -> None:
    assert [target.path for target in RENEWED.targets] == [("22",), ("31a",)]


def test_an_article_that_is_not_there_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownRefError, match="the nearest is 31a"):
        RENEWED.target("31")


def test_an_article_bears_its_number_once() -> None:
    with pytest.raises(ValueError, match="article 4 comes 2 times"):
        Charter("Хартія", 2006, [Article(4), Article("4")])


def test_a_number_of_an_article_can_stand_in_an_address() -> None:
    with pytest.raises(CodeError):
        Article("4/1")


def test_measures_serve_articles_of_the_edition_that_is_asked_about() -> None:
    shelter = charter().target(22)
    plan = Plan(goals=[Measure("1.1", serves=shelter.ref), Measure("1.2")], targets=[shelter])
    found = coverage(plan, charter())
    assert found == coverage(plan, "charter-2006")
    assert (found.of("served"), found.serving_none) == ((shelter,), (Ref.parse("1.2"),))
    # The plan says that it serves the article of 2006, which is not that of the renewed charter.
    assert coverage(plan, RENEWED).of("served") == ()


def test_a_commitment_keeps_silent_what_the_document_does_not_tell() -> None:
    joined = Commitment("Зорянська громада", act=LegalAct("рішення", date="2018-10-31"))
    assert joined.community == Community("Зорянська громада")
    assert (joined.charter, joined.date) == (None, None)


def test_a_commitment_to_a_charter_bears_its_scheme() -> None:
    assert Commitment("Зорянська громада", RENEWED, date="2024-05-01").charter == "charter-2022"


def test_an_act_of_joining_is_no_text() -> None:
    with pytest.raises(TypeError):
        Commitment("Зорянська громада", act="рішення № 12")  # type: ignore[arg-type]  # that is the point
