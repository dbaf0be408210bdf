"""Both languages say everything, and the compiled file is the readable one."""

from __future__ import annotations

import io
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import localgender
from localgender.showing.catalogue import Counted, Said

HERE = Path(localgender.__file__).parent
UKRAINIAN = HERE / "showing" / "locale" / "uk" / "LC_MESSAGES"
MARKS = {"Said": None, "Counted": (1, 2)}


def readable() -> Catalog:
    with (UKRAINIAN / "localgender.po").open("rb") as file:
        return read_po(file, locale="uk", abort_invalid=True)


def in_code() -> set[str | tuple[str, ...]]:
    """Return every message between the brackets of Said and Counted."""
    found = extract_from_dir(HERE, method_map=[("**.py", "python")], keywords=MARKS)
    return {message if isinstance(message, str) else tuple(message) for _, _, message, _, _ in found}


def words(text: str) -> set[str]:
    return {word for _, word, _, _ in Formatter().parse(text) if word}


def messages() -> list[object]:
    return [pytest.param(each, id=str(each.id)[:40]) for each in readable() if each.id]


def test_compiled_file_is_the_readable_one() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, readable())
    compiled.seek(0)
    made, kept = (
        GNUTranslations(file)._catalog
        for file in (compiled, io.BytesIO((UKRAINIAN / "localgender.mo").read_bytes()))
    )
    assert {key: text for key, text in made.items() if key} == {
        key: text for key, text in kept.items() if key
    }


def test_every_message_of_the_code_is_translated_and_no_other() -> None:
    translated = {each.id if isinstance(each.id, str) else tuple(each.id) for each in readable() if each.id}
    assert translated == in_code()


@pytest.mark.parametrize("message", messages())
def test_translation_is_complete_and_keeps_the_words(message: object) -> None:
    ids = [message.id] if isinstance(message.id, str) else list(message.id)  # type: ignore[attr-defined]
    texts = [message.string] if isinstance(message.string, str) else list(message.string)  # type: ignore[attr-defined]
    assert len(texts) == (1 if len(ids) == 1 else 3)
    assert not message.fuzzy  # type: ignore[attr-defined]
    for text in texts:
        assert text
        assert words(text) == words(ids[0])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "0 заходів"),
        (1, "1 захід"),
        (2, "2 заходи"),
        (4, "4 заходи"),
        (5, "5 заходів"),
        (11, "11 заходів"),
        (12, "12 заходів"),
        (21, "21 захід"),
        (22, "22 заходи"),
        (111, "111 заходів"),
    ],
)
def test_ukrainian_counts_in_three_forms(number: int, expected: str) -> None:
    counted = Counted("{count} measure", "{count} measures")
    assert counted.said("uk", {"count": str(number)}, number) == expected


@given(st.integers(0, 10**6))
def test_counted_forms_are_those_of_the_language(number: int) -> None:
    """Every message that counts takes the form that CLDR gives the number."""
    one, few, many = ("{count} захід", "{count} заходи", "{count} заходів")
    forms = {"one": one, "few": few, "many": many}
    expected = forms[Locale("uk").plural_form(number)].format(count=number)
    assert (
        Counted("{count} measure", "{count} measures").said("uk", {"count": str(number)}, number) == expected
    )


def test_english_counts_in_two_forms() -> None:
    counted = Counted("{count} measure", "{count} measures")
    said = [counted.said("en", {"count": str(number)}, number) for number in (0, 1, 2, 21)]
    assert said == ["0 measures", "1 measure", "2 measures", "21 measures"]


@pytest.mark.parametrize("language", ["de", "", "UK", "uk_UA"])
def test_unknown_language_names_the_known_ones(language: str) -> None:
    with pytest.raises(ValueError, match="uk, en"):
        Said("error").said(language)


def test_language_of_the_process_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    assert Said("error").said("uk") == "помилка"
    assert Said("error").said("en") == "error"


def test_words_of_a_document_are_never_taken_for_templates() -> None:
    assert (
        Said("Not understood: “{text}”.").said("uk", {"text": "{about} {0} %s"})
        == "Не зрозуміло: «{about} {0} %s»."
    )
