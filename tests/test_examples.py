"""The scripts of `examples/` run from anywhere, leave nothing behind, and keep one shape."""

from __future__ import annotations

import ast
import runpy
import subprocess
import sys
from pathlib import Path

import example_pages
import pytest

import localgender as lg
from paths import ROOT

EXAMPLES = ROOT / "examples"
SCRIPTS = sorted(each.stem for each in EXAMPLES.glob("*.py"))

# Script → lines that its output holds, in this order: laws of the documents it reads.
SAID = {
    "one_report": [
        "planned thousand_uah('129')",
        "1.2 | delivered | over-allocated",
        "1.4 | delivered | unfunded",
        "error | Total 1, disbursed in 2024",
    ],
    "two_years": [
        "1.2 2023 → 2023-2024",
        "1.2 not-delivered → delivered",
        "2023 thousand_uah('111.5') thousand_uah('24.4')",
    ],
    "plan_and_report": ["2023 thousand_uah('111.5')", "1.2 | not due | delivered", "1.4 | due | delivered"],
    "own_layout": ["no layout fits", "Безпека | Поручні та пандус", "#2 uah('3250.5')", "#3 None"],
    "own_rule": ["1.2 | thousand_uah('85.5') | Відділ благоустрою"],
    "web_endpoint": ["200 OK", "stated-total-differs", "415 ", "no readable format", "422 ", "no table"],
    "frame_pandas": ["12350000"],
    "frame_polars": [],
    "make_country": [],
    "country_by_region": ["code,region,year,planned,disbursed,hundredths", "UA90,Верхня область,2021,"],
}


def test_every_example_stands_in_the_gallery() -> None:
    assert sorted(example_pages.ORDER) == SCRIPTS


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_example_runs_from_a_clean_folder_and_leaves_it_clean(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(EXAMPLES / f"{name}.py"))
    said = capsys.readouterr().out
    at = 0
    for words in SAID.get(name, []):
        assert words in said[at:]
        at = said.index(words, at)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_example_is_short_and_tells_what_it_is_about(name: str) -> None:
    text = (EXAMPLES / f"{name}.py").read_text("utf8")
    cells = example_pages.cells(text)
    assert len(text.splitlines()) < 80
    assert ast.get_docstring(ast.parse(text))
    assert (cells[0].kind, cells[0].text[:2]) == ("words", "# ")
    assert cells[-1].kind == "code"


def test_a_country_is_made_from_the_command_line(tmp_path: Path) -> None:
    size = ["--communities", "4", "--years", "1", "--measures", "9"]
    for kind, words in {"--documents": "6", "--dirty": "'measures': 54"}.items():
        command = [
            sys.executable,
            str(EXAMPLES / "make_country.py"),
            *size,
            kind,
            "-o",
            str(tmp_path / kind[2:]),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf8")
        assert (words in done.stdout, done.stderr) == (True, "")
    assert (tmp_path / "documents" / "communities.csv").is_file()
    assert list((tmp_path / "dirty" / "observations").glob("year=*/*.parquet"))


def test_words_and_code_of_a_script_are_cut_apart() -> None:
    text = '"""About."""\n\n# %% [markdown]\n# # Two\n#\n# words\n\n# %%\nprint(1)\n\n# %%\n# why\n2 + 2\n'
    words, first, second = example_pages.cells(text)
    assert (words.kind, words.text) == ("words", "# Two\n\nwords")
    assert (first.kind, first.text, second.text) == ("code", "print(1)", "# why\n2 + 2")


def test_a_cell_gives_what_it_prints_and_its_last_value() -> None:
    known: dict[str, object] = {"__file__": "cell"}
    assert example_pages.ran("n = 2\nprint(n)", known) == ("2\n", None)
    assert example_pages.ran("print(n)\nn * 21", known) == ("2\n", 42)


def test_pages_of_the_gallery_show_tables_texts_and_pictures() -> None:
    pages = example_pages.pages()
    assert 'role="region"' in pages["two_years.md"]
    assert "200 OK" in pages["web_endpoint.md"]
    pictures = [path for path in pages if path.endswith(".svg")]
    assert pictures
    for path in pictures:
        assert pages[path].startswith("<svg")
        assert f"{{image}} {path}" in pages[f"{path.split('-')[0]}.md"]


def test_pages_of_the_gallery_hold_no_path_of_the_machine() -> None:
    assert [path for path, text in example_pages.pages().items() if str(ROOT) in text] == []


def test_values_without_a_picture_are_shown_as_text() -> None:
    assert "thousand_uah('10.5')" in example_pages.shown(lg.thousand_uah("10.5"))
