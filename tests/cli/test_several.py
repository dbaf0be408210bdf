"""Several documents at once: each is answered under its name, and one bad file never stops the rest."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from programs import CONTRADICTORY, run

from localgender import cli
from paths import SAMPLE

Answered = tuple[int, str, str]
COMMANDS = (
    ["read"],
    ["audit"],
    ["status"],
    ["totals", "--by", "goal", "--amount", "planned"],
    ["coverage"],
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Be in a folder of two documents, one that contradicts itself, and one that is none."""
    shutil.copy(SAMPLE / "zhytomyr-report-2023.txt", tmp_path / "звіт.txt")
    shutil.copy(SAMPLE / "zhytomyr-plan-1325.txt", tmp_path / "план.txt")
    (tmp_path / "хибний.txt").write_text(CONTRADICTORY, "utf8")
    (tmp_path / "світлина.bin").write_bytes(bytes(range(256)) * 8)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def called(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answered]:
    def call(*arguments: str) -> Answered:
        code = cli.main(arguments)
        out, err = capsys.readouterr()
        return code, out.replace("\u00a0", " "), err

    return call


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
def test_each_document_is_answered_as_if_it_were_alone(
    command: list[str], called: Callable[..., Answered]
) -> None:
    together = called(command[0], "звіт.txt", "план.txt", *command[1:])[1]
    for name in ("звіт.txt", "план.txt"):
        alone = called(command[0], name, *command[1:])[1]
        assert f"{name}\n{'═' * len(name)}\n\n{alone}\n" in together


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
def test_json_maps_each_file_to_its_answer(command: list[str], called: Callable[..., Answered]) -> None:
    words = (*command[1:], "--format", "json")
    together = json.loads(called(command[0], "звіт.txt", "план.txt", *words)[1])
    assert list(together) == ["звіт.txt", "план.txt"]
    for name, told in together.items():
        assert told["answer"] == json.loads(called(command[0], name, *words)[1])
    assert (together["план.txt"]["type"], together["план.txt"]["measures"]) == ("plan", 65)


def test_one_bad_file_does_not_stop_the_rest(called: Callable[..., Answered]) -> None:
    names = ("звіт.txt", "світлина.bin", "нема.txt", "план.txt")
    code, out, err = called("audit", *names, "--format", "json", "--lang", "en")
    told = json.loads(out)
    assert code == 2
    assert [line.split(": ")[1] for line in err.splitlines()] == ["світлина.bin", "нема.txt"]
    assert list(told) == list(names)
    assert told["нема.txt"] == {"error": "No such file or directory"}
    assert told["світлина.bin"]["error"].startswith("the bytes are of no readable format; known formats")
    assert told["план.txt"]["measures"] == 65


def test_a_summary_by_file_stands_at_the_end(called: Callable[..., Answered]) -> None:
    out = called("audit", "звіт.txt", "хибний.txt", "світлина.bin", "--lang", "en")[1]
    summary = out.split("Summary\n═══════\n\n")[1].splitlines()
    assert summary[0] == "3 files, 1 not read"
    rows = {line.split()[0]: line.split() for line in summary[4:]}
    assert rows["звіт.txt"][-6:] == ["2023", "37", "0", "30", "33", "0"]
    assert rows["хибний.txt"][-5] == "2"
    assert rows["хибний.txt"][-4] != "0"
    assert "not read:" in " ".join(rows["світлина.bin"])


def test_exit_code_is_that_of_the_worst_file(called: Callable[..., Answered]) -> None:
    assert called("audit", "звіт.txt", "план.txt", "--strict")[0] == 0
    assert called("audit", "звіт.txt", "хибний.txt")[0] == 0
    assert called("audit", "звіт.txt", "хибний.txt", "--strict")[0] == 1
    assert called("audit", "світлина.bin", "хибний.txt", "--strict")[0] == 2


def test_pattern_that_the_shell_left_is_expanded(called: Callable[..., Answered]) -> None:
    _, out, err = called("read", "*.txt", "--format", "json")
    assert list(json.loads(out)) == ["звіт.txt", "план.txt", "хибний.txt"]
    assert err == ""
    Path("тека").mkdir()
    shutil.copy("план.txt", "тека/план.txt")
    assert list(json.loads(called("read", "**/план.txt", "--format", "json")[1])) == [
        "план.txt",
        str(Path("тека", "план.txt")),
    ]
    assert called("read", "*.docx")[2].startswith("localgender: *.docx: ")


def test_file_whose_name_looks_like_a_pattern_is_that_file(called: Callable[..., Answered]) -> None:
    shutil.copy("план.txt", "план [2].txt")
    assert called("read", "план [2].txt")[0] == 0


def test_a_file_named_twice_is_read_once(called: Callable[..., Answered]) -> None:
    assert called("read", "план.txt", "план.txt") == called("read", "план.txt")


def test_files_may_stand_on_both_sides_of_an_option(called: Callable[..., Answered]) -> None:
    expected = called("audit", "звіт.txt", "план.txt", "--lang", "en")
    assert called("audit", "звіт.txt", "--lang", "en", "план.txt") == expected
    assert called("--lang", "en", "audit", "звіт.txt", "план.txt") == expected


def test_a_folder_is_no_document(called: Callable[..., Answered]) -> None:
    Path("тека").mkdir()
    code, out, err = called("audit", "тека", "план.txt", "--format", "json")
    assert (code, err) == (2, "localgender: тека: це тека, а не файл\n")
    assert json.loads(out)["тека"] == {"error": "це тека, а не файл"}


@pytest.mark.parametrize(("written", "mark"), [("markdown", "\n# план.txt\n"), ("html", "<h2>план.txt</h2>")])
def test_each_file_has_its_heading(written: str, mark: str, called: Callable[..., Answered]) -> None:
    code, out, _ = called("status", "звіт.txt", "план.txt", "--format", written, "--lang", "en")
    assert code == 0
    assert mark in out
    assert "Summary" in out
    assert out.count("<!doctype html>") == (written == "html")


def test_name_of_a_file_is_no_markup(called: Callable[..., Answered]) -> None:
    shutil.copy("план.txt", "<b>&.txt")
    assert "<h2>&lt;b&gt;&amp;.txt</h2>" in called("read", "<b>&.txt", "план.txt", "--format", "html")[1]
    assert "# &lt;b&gt;&amp;.txt\n" in called("read", "<b>&.txt", "план.txt", "--format", "markdown")[1]


def test_pages_of_several_documents_go_to_a_folder(called: Callable[..., Answered]) -> None:
    shutil.copy("план.txt", "план.docx")
    code, out, _ = called("report", "звіт.txt", "план.txt", "план.docx", "світлина.bin", "-o", "сторінки/")
    names = ["звіт.html", "план.docx.html", "план.txt.html"]
    assert code == 2
    assert sorted(each.name for each in Path("сторінки").iterdir()) == names
    assert all(str(Path("сторінки", name)) in out for name in names)
    assert called("report", "звіт.txt", "-o", "сторінки/")[:2] == (0, f"{Path('сторінки', 'звіт.html')}\n")
    code, out, err = called("report", "звіт.txt", "план.txt", "-o", "сторінка.html", "--lang", "en")
    assert (code, out) == (2, "")
    assert "need a folder, such as сторінка.html/" in err


def test_no_page_takes_the_place_of_another_or_of_a_document(called: Callable[..., Answered]) -> None:
    for folder in ("а", "б"):
        Path(folder).mkdir()
        shutil.copy("план.txt", f"{folder}/план.txt")
    shutil.copy("звіт.txt", "сайт.html")
    assert called("report", "а/план.txt", "б/план.txt", "-o", "сторінки/")[0] == 0
    assert {each.name for each in Path("сторінки").iterdir()} == {"план.txt.html", "план.txt-2.html"}
    before = Path("сайт.html").read_bytes()
    code, out, err = called("report", "сайт.html", "план.txt", "-o", "./", "--lang", "en")
    assert (code, out, err) == (2, "", "localgender: сайт.html would be written over itself\n")
    assert Path("сайт.html").read_bytes() == before
    assert not Path("план.html").exists()


def test_slip_over_one_document_leaves_the_others(
    called: Callable[..., Answered], monkeypatch: pytest.MonkeyPatch
) -> None:
    from localgender.showing import sheets

    true = sheets.classified

    def slips(reading: object) -> object:
        if "план" in reading.document.name:  # type: ignore[attr-defined]
            raise ZeroDivisionError("half\nway")
        return true(reading)  # type: ignore[arg-type]

    monkeypatch.setattr(sheets, "classified", slips)
    code, out, err = called("status", "план.txt", "звіт.txt", "--lang", "en")
    assert (code, err) == (2, "localgender: план.txt: this should not happen: ZeroDivisionError: half way\n")
    assert "звіт.txt\n════════\n" in out


def test_several_documents_are_a_process_too(folder: Path) -> None:
    done = run("audit", "звіт.txt", "світлина.bin", "хибний.txt", "--strict", folder=folder)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert "3 файли, не прочитано 1" in done.stdout.decode("utf8")


def test_the_summary_tells_folders_only_where_names_are_alike(called: Callable[..., Answered]) -> None:
    """Long paths would be broken into pieces that nobody can read."""
    for name in ("окремо", "разом"):
        Path(name).mkdir()
        shutil.copy("звіт.txt", f"{name}/звіт.txt")
    shutil.copy("план.txt", "окремо/план.txt")
    out = called("audit", "окремо/звіт.txt", "разом/звіт.txt", "окремо/план.txt", "--lang", "en")[1]
    summary = out.split("Summary\n")[1].splitlines()
    assert [line.split()[0] for line in summary[-3:]] == ["окремо/звіт.txt", "разом/звіт.txt", "план.txt"]
