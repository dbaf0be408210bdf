"""What exceptions say in either language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import localgender as lg
from localgender import errors
from localgender.showing.causes import PHRASES
from localgender.showing.failures import describe_error, in_words

SOURCE = Path(lg.__file__).parent
SAMPLES = [
    errors.NotationError("сто", "a percent such as 95,2"),
    errors.CodeError("2.x"),
    errors.TermError("'2025-2020'", "a last day that is not before the first"),
    errors.UnknownRefError("9.9", "4.4"),
    errors.UnknownRefError("9.9"),
    errors.UnknownFormatError("звіт.bin", "the bytes are of no readable format", ["docx", "pdf", "text"]),
    errors.UnknownFormatError("звіт.bin", "the bytes are of no readable format", ["docx"]),
    errors.UnknownFormatError("звіт.bin", "the bytes are of no readable format", []),
    errors.LayoutError([]),
    errors.LayoutError([("Назва", "Дата")]),
    errors.LayoutError([("Назва", "Дата")], "programme", ["term (термін)", "planned (план)"]),
    errors.ProseError(""),
    errors.NoMeasuresError("council"),
    errors.NoMeasuresError("statistics", errors.LayoutError([("Назва", "Дата")])),
    errors.ContradictingSumsError(["усього"]),
    errors.SensitiveTableError("Постраждалі"),
    errors.NotComparableError("2023", "2024-9m", ["period"]),
    errors.FrameOverflowError("kopiykas", 1 << 64),
    errors.UnfitFolderError("країна", "it is the folder that is read"),
    errors.FolderBusyError("країна"),
    errors.WorkerError(),
    errors.ConsolidationError("period", ["2023", "2024"]),
    errors.UnreadableDocumentError("звіт.docx", "more than 40 cells"),
    errors.MissingExtraError("reading .pdf", "pdf"),
    errors.SerializationError([("$.name", "is missing"), ("$.kind", "expected text")]),
    OSError(2, "No such file or directory"),
]


@pytest.mark.parametrize("error", SAMPLES, ids=lambda each: type(each).__name__)
def test_english_is_what_the_exception_says(error: Exception) -> None:
    expected = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    assert describe_error(error, "en") == expected


@pytest.mark.parametrize("error", SAMPLES, ids=lambda each: type(each).__name__)
def test_ukrainian_keeps_every_fact(error: Exception) -> None:
    told = describe_error(error)
    assert told != describe_error(error, "en")
    assert [letter for letter in told if "а" <= letter.lower() <= "я"]
    for fact in ("'сто'", "95,2", "2.x", "9.9", "4.4", "звіт.bin", "docx", "Назва", "40", "[pdf]", "$.kind"):
        assert (fact in str(error)) == (fact in told)


def test_every_class_of_errors_is_told() -> None:
    classes = {
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, errors.LocalGenderError)
    }
    assert classes - {errors.LocalGenderError} == {type(each) for each in SAMPLES} - {FileNotFoundError}


def test_whole_sentences() -> None:
    assert describe_error(errors.ProseError("звіт.docx"), "en") == (
        "звіт.docx: the document tells of no council, body with duties, conference or decision"
    )
    assert describe_error(errors.MissingExtraError("reading .pdf", "pdf")) == (
        "щоб читати .pdf, потрібне доповнення: pip install 'localgender[pdf]'"
    )
    assert describe_error(FileNotFoundError(2, "No such file or directory", "звіт.docx")) == (
        "звіт.docx: такого файлу чи теки немає"
    )
    assert describe_error(ZeroDivisionError("half way")) == "half way"
    with pytest.raises(ValueError, match="uk, en"):
        describe_error(errors.CodeError("x"), "de")


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda each: each.text[:40])
def test_every_cause_has_ukrainian_words(phrase: object) -> None:
    text = phrase.text.replace("{", "").replace("}", "")  # type: ignore[attr-defined]
    assert in_words(text, "uk") != text
    assert in_words(text, "en") == text


def causes() -> Iterator[object]:
    """Yield every cause that is written where an error is raised, its changing parts as the letter N."""
    told = {"UnreadableDocumentError": 1, "NotationError": 1, "TermError": 1, "UnknownFormatError": 1}
    told["MissingExtraError"] = 0
    for path in sorted(SOURCE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in told:
                text = _text(call.args[told[call.func.id]])
                if text is not None:
                    yield pytest.param(text, id=f"{path.stem}-{call.lineno}")


def _text(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "N" for each in node.values)
    return None


@pytest.mark.parametrize("cause", list(causes()))
def test_every_cause_in_the_source_is_translated(cause: str) -> None:
    assert in_words(cause, "uk") != cause
