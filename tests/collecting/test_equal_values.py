"""A report that lies there in two formats is one report, whichever file is met first."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from gathered import fill, held, put, report, rows
from hypothesis import given, settings
from hypothesis import strategies as st

import localgender as lg


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "звіти", перший=report(1), другий=report(2))


def collect(folder: Path, output: Path | None = None, **choices: object) -> lg.Collected:
    choices = {"workers": 1, **choices}
    return lg.collect(folder, output or folder.parent / "країна", **choices)  # type: ignore[arg-type]


def as_csv(text: str) -> str:
    """Lay a report out in other bytes; what it says stays."""
    return text.replace("\t", ";")


def as_html(text: str) -> str:
    title, *lines = text.splitlines()
    table = "".join("<tr><td>" + line.replace("\t", "<td>") for line in lines)
    return f"<meta charset=utf-8><p>{title}</p><table>{table}</table>"


def states(found: lg.Collected) -> dict[str, tuple[str, str | None]]:
    return {each.file: (str(each.state), each.equals) for each in found.entries}


def test_what_says_the_same_in_another_format_counts_once(folder: Path) -> None:
    put(folder, "перший.csv", as_csv(report(1)))
    put(folder, "перший.html", as_html(report(1)))
    found = collect(folder)
    assert states(found) == {
        "другий.txt": ("read", None),
        "перший.csv": ("read", None),
        "перший.html": ("duplicate", "перший.csv"),
        "перший.txt": ("duplicate", "перший.csv"),
    }
    output = folder.parent / "країна"
    assert len({each.document for each in found.entries}) == 4
    assert len({row["document"] for row in rows(output, "observations")}) == 2
    assert len(list((output / "values").iterdir())) == 2
    alike = [row for row in rows(output, "documents") if row["file"].startswith("перший")]
    assert len({row["value"] for row in alike}) == 1
    assert [(row["equals"], row["measures"]) for row in alike] == [
        (None, 2),
        ("перший.csv", None),
        ("перший.csv", None),
    ]


def test_the_same_bytes_are_named_too(folder: Path) -> None:
    put(folder, "копія.txt", report(1))
    assert states(collect(folder))["перший.txt"] == ("duplicate", "копія.txt")


def test_what_equals_another_document_is_not_read_again(folder: Path) -> None:
    put(folder, "перший.csv", as_csv(report(1)))
    collect(folder)
    before = held(folder.parent / "країна")
    assert len(collect(folder).of("unchanged")) == 3
    assert held(folder.parent / "країна") == before


def test_one_of_two_equal_files_stays_when_the_other_changes(folder: Path, tmp_path: Path) -> None:
    put(folder, "перший.csv", as_csv(report(1)))
    collect(folder)
    put(folder, "перший.csv", as_csv(report(7)))
    assert states(collect(folder))["перший.txt"] == ("read", None)
    collect(folder, tmp_path / "заново")
    assert held(folder.parent / "країна") == held(tmp_path / "заново")


def test_what_is_gone_goes_on_to_stand_for_its_equal_until_it_is_pruned(folder: Path, tmp_path: Path) -> None:
    put(folder, "перший.csv", as_csv(report(1)))
    collect(folder)
    (folder / "перший.csv").unlink()
    assert states(collect(folder))["перший.txt"] == ("duplicate", "перший.csv")
    assert states(collect(folder, prune=True)) == {
        "другий.txt": ("read", None),
        "перший.txt": ("read", None),
    }
    collect(folder, tmp_path / "заново")
    assert held(folder.parent / "країна") == held(tmp_path / "заново")


def test_a_duplicate_that_is_gone_says_when_nothing_stands_for_it(folder: Path) -> None:
    put(folder, "перший.csv", as_csv(report(1)))
    collect(folder)
    (folder / "перший.txt").unlink()
    put(folder, "перший.csv", as_csv(report(7)))
    (entry,) = collect(folder).of("failed")
    assert (entry.file, entry.equals) == ("перший.txt", None)
    assert entry.reason == "it is gone, and so is what was collected of the file that it equalled"
    assert states(collect(folder, prune=True)).keys() == {"другий.txt", "перший.csv"}


def test_documents_of_which_nothing_is_understood_are_not_taken_for_one(folder: Path) -> None:
    put(folder, "а.txt", report(3, measures=0))
    put(folder, "б.txt", report(3, measures=0) + "\n")
    assert [each.file for each in collect(folder).of("doubtful")] == ["а.txt", "б.txt"]


FILES = {
    **{f"{name}.txt": report(1) for name in "бг"},
    **{f"{name}.csv": as_csv(report(1)) for name in "ав"},
    "д.html": as_html(report(1)),
    "е.txt": report(2),
}


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("разом") / "звіти"
    for name, text in FILES.items():
        put(folder, name, text)
    collect(folder)
    return held(folder.parent / "країна")


# Each example collects a folder twice, on the disk.
@settings(max_examples=12)
@given(order=st.permutations(sorted(FILES)), step=st.integers(1, len(FILES) - 1))
def test_in_whichever_order_files_come_the_tables_are_those_of_all_at_once(
    order: list[str], step: int, at_once: dict[str, bytes]
) -> None:
    with TemporaryDirectory() as place:
        for names in (order[:step], order[step:]):
            for name in names:
                put(Path(place, "звіти"), name, FILES[name])
            collect(Path(place, "звіти"))
        assert held(Path(place, "країна")) == at_once
