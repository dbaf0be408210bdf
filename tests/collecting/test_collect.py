"""A folder becomes tables: what is read, what stays as it was, what is replaced."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from gathered import fill, held, left, put, report, rows

import localgender as lg
from localgender.errors import FolderBusyError, NotationError, SerializationError, UnfitFolderError
from paths import SAMPLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "звіти", перша=report(1), область__друга=report(2, year=2024), третя=report(3))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "країна"


def collect(folder: Path, output: Path, **choices: object) -> lg.Collected:
    return lg.collect(folder, output, **{"workers": 1, **choices})  # type: ignore[arg-type]


def times(output: Path) -> dict[str, int]:
    # Of the hidden folder, too: nothing was decided there and taken away again.
    return {name: (output / name).stat().st_mtime_ns for name in [*held(output), ".localgender"]}


def test_every_document_becomes_a_value_and_rows(folder: Path, output: Path) -> None:
    found = collect(folder, output)
    assert [(each.file, str(each.state), str(each.change)) for each in found.entries] == [
        ("область/друга.txt", "read", "new"),
        ("перша.txt", "read", "new"),
        ("третя.txt", "read", "new"),
    ]
    for entry in found.entries:
        data = (folder / entry.file).read_bytes()
        assert entry.document == hashlib.sha256(data).hexdigest()
        reading = lg.read_report(data)
        assert lg.loads((output / "values" / f"{entry.document}.json").read_bytes()) == reading.value
        figures = [row for row in rows(output, "observations") if row["document"] == entry.document]
        assert [row["kopiykas"] for row in figures] == [each.kopiykas for each in lg.observations(reading)]


def test_years_are_folders_and_a_plan_has_none(tmp_path: Path, output: Path) -> None:
    put(tmp_path / "у", "план.txt", (SAMPLE / "zhytomyr-plan-1325.txt").read_bytes())
    put(tmp_path / "у", "звіт.txt", report(1, year=2022))
    collect(tmp_path / "у", output)
    assert sorted(each.name for each in (output / "measures").iterdir()) == [
        "year=2022",
        "year=__HIVE_DEFAULT_PARTITION__",
    ]
    assert {(row["kind"], row["year"]) for row in rows(output, "measures")} == {
        ("report", 2022),
        ("plan", None),
    }


def test_the_same_folder_twice_writes_nothing(folder: Path, output: Path) -> None:
    put(folder, "порожній.docx", b"")
    collect(folder, output)
    before, written = held(output), times(output)
    found = collect(folder, output)
    assert len(found.of("unchanged")) == len(found.entries) == 4
    assert (held(output), times(output)) == (before, written)


def test_a_changed_file_replaces_its_rows(folder: Path, output: Path, tmp_path: Path) -> None:
    collect(folder, output)
    put(folder, "перша.txt", report(7, year=2021))
    found = collect(folder, output)
    assert [each.file for each in found.of("changed")] == ["перша.txt"]
    collect(folder, tmp_path / "заново")
    assert held(output) == held(tmp_path / "заново")


def test_a_file_that_is_gone_stays_until_it_is_pruned(folder: Path, output: Path, tmp_path: Path) -> None:
    collect(folder, output)
    before = held(output)
    (folder / "перша.txt").unlink()
    kept = collect(folder, output)
    assert [each.file for each in kept.of("kept")] == ["перша.txt"]
    assert held(output) == before
    assert len(collect(folder, output, prune=True).entries) == 2
    collect(folder, tmp_path / "заново")
    assert held(output) == held(tmp_path / "заново")


def test_a_year_that_nothing_is_left_of_is_gone(folder: Path, output: Path) -> None:
    collect(folder, output)
    assert (output / "observations" / "year=2024").is_dir()
    put(folder, "область/друга.txt", report(2, year=2023))
    collect(folder, output)
    assert [each.name for each in (output / "observations").iterdir()] == ["year=2023"]


def test_an_empty_folder_prunes_nothing(folder: Path, output: Path) -> None:
    """A share that is not there looks like an empty folder."""
    collect(folder, output)
    before = held(output)
    for file in list(folder.rglob("*.txt")):
        file.unlink()
    assert len(collect(folder, output, prune=True).of("kept")) == 3
    assert held(output) == before


def test_the_same_bytes_under_two_names_count_once(folder: Path, output: Path) -> None:
    put(folder, "копія.txt", report(1))
    found = collect(folder, output)
    assert [each.file for each in found.of("duplicate")] == ["перша.txt"]
    assert len(rows(output, "measures")) == 3 * 2
    named = {row["file"]: row for row in rows(output, "documents")}
    assert named["копія.txt"]["document"] == named["перша.txt"]["document"]
    assert (named["копія.txt"]["measures"], named["перша.txt"]["measures"]) == (2, None)


def test_a_file_under_another_name_is_not_read_again_nor_counted_twice(folder: Path, output: Path) -> None:
    collect(folder, output)
    (folder / "перша.txt").rename(folder / "нова.txt")
    found = collect(folder, output)
    assert [(each.file, str(each.state), str(each.change)) for each in found.entries] == [
        ("нова.txt", "read", "new"),
        ("область/друга.txt", "read", "unchanged"),
        ("перша.txt", "duplicate", "kept"),
        ("третя.txt", "read", "unchanged"),
    ]
    assert len(rows(output, "measures")) == 3 * 2


def test_other_choices_have_every_document_read_again(folder: Path, output: Path) -> None:
    collect(folder, output)
    before = {row["reader"] for row in rows(output, "documents")}
    found = collect(folder, output, policy=lg.Policy(unread_share="1"))
    assert len(found.of("changed")) == 3
    assert before.isdisjoint(row["reader"] for row in rows(output, "documents"))


def test_two_processes_write_what_one_writes(folder: Path, output: Path, tmp_path: Path) -> None:
    assert collect(folder, output, workers=2) == collect(folder, tmp_path / "одним")
    assert held(output) == held(tmp_path / "одним")
    assert left(output) == []


def test_progress_is_told_of_every_file(folder: Path, output: Path) -> None:
    told: list[tuple[int, int, str]] = []
    collect(folder, output, progress=lambda *how_far: told.append(how_far))
    assert told == [(1, 3, "область/друга.txt"), (2, 3, "перша.txt"), (3, 3, "третя.txt")]


def test_an_output_belongs_to_one_folder(folder: Path, output: Path, tmp_path: Path) -> None:
    """The same name in another folder is another document, not a changed one."""
    collect(folder, output)
    before = held(output)
    with pytest.raises(UnfitFolderError):
        collect(fill(tmp_path / "інша", перша=report(9)), output)
    with pytest.raises(UnfitFolderError):
        collect(folder, folder)
    assert held(output) == before


def test_an_output_inside_the_folder_is_not_read(folder: Path) -> None:
    assert len(collect(folder, folder / "країна").entries) == 3
    assert len(collect(folder, folder / "країна").of("unchanged")) == 3


def test_a_folder_that_is_not_there_leaves_nothing_behind(tmp_path: Path, output: Path) -> None:
    with pytest.raises(FileNotFoundError):
        collect(tmp_path / "немає", output)
    with pytest.raises(NotADirectoryError):
        collect(put(tmp_path, "файл.txt", "?"), output)
    assert not output.exists()


def test_a_table_of_somebody_else_is_no_table_of_ours(folder: Path, output: Path) -> None:
    put(output, "documents.parquet", "no table")
    with pytest.raises(SerializationError, match=r"documents\.parquet: is no table of a collected folder"):
        collect(folder, output)
    assert (output / "documents.parquet").read_text() == "no table"


@pytest.mark.parametrize("choice", [{"kind": "council"}, {"workers": 0}, {"workers": -1}, {"seconds": 0}])
def test_choices_that_nothing_can_be_done_with_are_refused(
    choice: dict[str, object], folder: Path, output: Path
) -> None:
    with pytest.raises(NotationError):
        collect(folder, output, **choice)
    assert not output.exists()


def test_another_process_that_collects_is_not_disturbed(folder: Path, output: Path) -> None:
    refused: list[FolderBusyError] = []

    def meanwhile(*_: object) -> None:
        with pytest.raises(FolderBusyError) as caught:
            collect(folder, output)
        refused.append(caught.value)

    assert len(collect(folder, output, progress=meanwhile).of("read")) == len(refused) == 3


def test_a_register_fills_in_what_documents_do_not_print(folder: Path, output: Path, tmp_path: Path) -> None:
    title, *lines = report(4).split("\n")
    put(
        folder,
        "перша.txt",
        "\n".join([title.replace("Програми", "Програми Зорянської міської ради"), *lines]),
    )
    register = put(tmp_path, "громади.csv", "громада;область\nЗорянська міська громада;Сумська\n")
    assert len(collect(folder, output, communities=register).of("read")) == 3
    (known,) = (row for row in rows(output, "documents") if row["file"] == "перша.txt")
    assert (known["region"], known["register"], known["filled"]) == ("Сумська область", "one", "region")
    assert {row["region"] for row in rows(output, "measures")} == {"Сумська область", None}
    same = lg.frames.read_register(register)
    assert len(collect(folder, output, communities=same).of("unchanged")) == 3


@pytest.mark.parametrize(
    "lost", ["observations/year=2023/part.parquet", "findings.parquet", "documents.parquet", "values"]
)
def test_what_somebody_took_away_is_written_again(lost: str, folder: Path, output: Path) -> None:
    collect(folder, output)
    before, place = held(output), output / lost
    (next(place.iterdir()) if place.is_dir() else place).unlink()
    collect(folder, output)
    assert held(output) == before
    assert len(collect(folder, output).of("unchanged")) == 3


@pytest.mark.parametrize("data", [b"", b'{"row": ', b'{"row": {}}\n', b"[]\n"])
def test_a_damaged_piece_is_no_piece(data: bytes, folder: Path, output: Path) -> None:
    put(output, f".localgender/pieces/{'a' * 64}.piece", data)
    assert len(collect(folder, output).of("read")) == 3
    assert left(output) == []
