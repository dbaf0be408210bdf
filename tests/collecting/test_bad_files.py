"""What lies in real folders: files of every sort, of which none stops the others."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest
from gathered import fill, held, put, report, rows

import localgender as lg
from localgender.documents.grid import Limits
from paths import SAMPLE

posix = pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")
STATISTICS = (
    "Постраждалі від домашнього насильства за 2024 рік\n"
    "Показник\tОдиниця виміру\tУсього\tЖінки\tЧоловіки\n"
    "Постраждалі від домашнього насильства\tосіб\t57\t54\t3\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill(tmp_path / "звіти", добрий=report(1))


def collect(folder: Path, **choices: object) -> lg.Collected:
    return lg.collect(folder, folder.parent / "країна", **{"workers": 1, **choices})  # type: ignore[arg-type]


def failed(found: lg.Collected) -> dict[str, str | None]:
    assert "добрий.txt" in [each.file for each in found.of("read")]
    return {each.file: each.reason for each in found.of("failed")}


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return made.getvalue()


def bomb() -> bytes:
    main = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        b'.wordprocessingml.document.main+xml"/></Types>'
    )
    return packed(**{"[Content_Types].xml": main, "word__document.xml": b"<a/>" + b" " * 2**26})


BAD = {
    "порожній.docx": (b"", "the document is empty"),
    "фото.jpg": (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9, None),
    "обірваний.docx": (packed(a=b"a" * 999)[:-40], None),
    "архів.zip": (packed(a=b"a"), None),
    "бомба.docx": (bomb(), None),
    "без таблиці.txt": ("Сесія міської ради відбулася.\n".encode(), "the document holds no table"),
    "великий.txt": (b"a" * 2**18, f"more than {2**17} bytes"),
}


def test_no_bad_file_stops_the_others(folder: Path) -> None:
    for name, (data, _) in BAD.items():
        put(folder, name, data)
    told = failed(collect(folder, policy=lg.Policy(limits=Limits(file_bytes=2**17))))
    assert told.keys() == BAD.keys()
    for name, (_, reason) in BAD.items():
        assert told[name]
        assert reason in (None, told[name])


def test_the_reason_is_the_usual_sentence_and_stays_in_the_table(folder: Path) -> None:
    put(folder, "область/порожній.docx", b"")
    found = collect(folder)
    (entry,) = found.of("failed")
    assert lg.describe_error(entry.error, "uk") == "порожній.docx: документ порожній"
    (row,) = (row for row in rows(folder.parent / "країна", "documents") if row["state"] == "failed")
    assert (row["file"], row["reason"]) == ("область/порожній.docx", "the document is empty")


def test_what_is_no_document_is_passed_over_and_counted(folder: Path) -> None:
    put(folder, "~$звіт.docx", b"lock")
    put(folder, ".DS_Store", b"\0")
    put(folder, ".сховане/звіт.txt", report(5))
    put(folder, "Thumbs.db", b"\0")
    found = collect(folder)
    assert (len(found.entries), found.passed_over) == (1, 3)


def test_a_folder_called_like_a_document_is_a_folder(folder: Path) -> None:
    put(folder, "звіт.docx/усередині.txt", report(2))
    assert [each.file for each in collect(folder).entries] == ["добрий.txt", "звіт.docx/усередині.txt"]


@posix
def test_links_are_followed_and_never_in_circles(folder: Path, tmp_path: Path) -> None:
    put(tmp_path / "деінде", "далекий.txt", report(2))
    (folder / "коло").symlink_to(folder)
    (folder / "деінде").symlink_to(tmp_path / "деінде")
    (folder / "ще раз").symlink_to(tmp_path / "деінде")
    (folder / "нікуди.txt").symlink_to(tmp_path / "немає")
    found = collect(folder)
    assert {each.file: str(each.state) for each in found.entries} == {
        "деінде/далекий.txt": "read",
        "добрий.txt": "read",
        "нікуди.txt": "failed",
    }


@posix
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "труба.docx")
    found = collect(folder)
    assert (len(found.entries), found.passed_over) == (1, 1)


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look everywhere")
def test_what_nobody_may_look_into_is_listed_and_never_forgotten(folder: Path) -> None:
    put(folder, "закрита/звіт.txt", report(2))
    collect(folder)
    (folder / "закрита").chmod(0)
    try:
        found = collect(folder, prune=True)
    finally:
        (folder / "закрита").chmod(0o700)
    assert [each.file for each in found.of("failed")] == ["закрита/"]
    assert [each.file for each in found.of("kept")] == ["закрита/звіт.txt"]
    assert len(collect(folder).of("unchanged")) == 2


@posix
def test_a_file_that_cannot_be_opened_today_keeps_its_rows(folder: Path) -> None:
    put(folder, "другий.txt", report(2))
    collect(folder)
    before = held(folder.parent / "країна")
    (folder / "другий.txt").unlink()
    (folder / "другий.txt").symlink_to(folder / "немає")
    found = collect(folder, prune=True)
    assert failed(found) == {"другий.txt": "No such file or directory"}
    assert held(folder.parent / "країна") == before


@posix
def test_names_may_hold_anything(folder: Path) -> None:
    name = "=звіт\x1b[2J\n\u202e.txt"
    put(folder, name, report(2))
    raw = os.fsencode(folder) + b"/\xff.txt"
    Path(os.fsdecode(raw)).write_text(report(3), "utf8")
    found = collect(folder)
    assert [each.file for each in found.of("read")] == ["=звіт\x1b[2J\n\u202e.txt", r"\xff.txt", "добрий.txt"]
    shown = lg.render(lg.tabulate.collected(found), "text") + found._repr_html_()
    assert "\x1b" not in shown
    assert "\n\u202e" not in shown
    assert [each.file for each in collect(folder).of("unchanged")] == [each.file for each in found.entries]


@posix
def test_no_two_names_are_told_alike(folder: Path) -> None:
    """What is no text is spelled with backslashes, and so may be the name of another file."""
    put(folder, r"\xff.txt", report(2))
    put(folder, "й.txt", report(3))
    put(folder, "и\u0306.txt", report(4))
    put(folder, "ДОБРИЙ.txt", report(5))
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text(report(6), "utf8")
    assert len(collect(folder).of("read")) == 6
    assert len(collect(folder).of("unchanged")) == 6
    assert len(collect(folder, pattern="й*", prune=True).of("unchanged")) == 2


def test_statistics_are_listed_and_nothing_of_them_is_kept(folder: Path) -> None:
    """Three men among victims stand nowhere in what is collected."""
    put(folder, "дані.txt", STATISTICS)
    put(folder, "рада.txt", (SAMPLE / "council-minutes.txt").read_bytes())
    found = collect(folder)
    assert {each.file: each.kind for each in found.of("other")} == {
        "дані.txt": "statistics",
        "рада.txt": "council",
    }
    documents = {each.document for each in found.of("other")}
    output = folder.parent / "країна"
    for table in ("observations", "measures", "targets", "checks", "findings"):
        assert documents.isdisjoint(row["document"] for row in rows(output, table))
    for row in rows(output, "documents"):
        if row["document"] in documents:
            known = {name for name, cell in row.items() if cell is not None}
            assert known == {"file", "document", "kind", "state", "reader"}
    assert sorted(each.stem for each in (output / "values").iterdir()) == [
        each.document for each in found.of("read")
    ]


def test_doubtful_is_what_contradicts_itself_or_is_not_understood_or_empty(folder: Path) -> None:
    put(folder, "суперечить.txt", report(2, total="Всього\t\t\t99,0\t4,0\n"))
    put(folder, "без заходів.txt", report(3, measures=0))
    put(folder, "незрозумілий.txt", report(4) + "\n" + "хтозна що це таке " * 20 + "\n")
    doubtful = {"суперечить.txt", "без заходів.txt", "незрозумілий.txt"}
    found = collect(folder)
    assert {each.file for each in found.of("doubtful")} == doubtful
    # Doubtful figures are figures: who leaves them out joins the table of documents.
    assert {each.document for each in found.entries if each.figures} == {
        row["document"] for row in rows(folder.parent / "країна", "observations")
    }
    lenient = collect(folder, policy=lg.Policy(unread_share="100"))
    assert {each.file for each in lenient.of("doubtful")} == doubtful - {"незрозумілий.txt"}


def test_an_amount_too_large_for_a_column_costs_its_document(folder: Path) -> None:
    large = report(2).replace("2,1\t", "99999999999999999,9\t")
    assert large != report(2)
    put(folder, "завелика.txt", large)
    assert "a data frame has room for 63" in str(failed(collect(folder))["завелика.txt"])


@pytest.mark.parametrize("pattern", ["*.md", "кал*", "*"])
def test_a_pattern_says_which_files_are_meant(pattern: str, folder: Path) -> None:
    put(folder, "кал/опис.md", "нічого")
    put(folder, "кал/звіт.txt", report(2))
    expected = {"*.md": ["кал/опис.md"], "кал*": ["кал/звіт.txt", "кал/опис.md"]}
    every = ["добрий.txt", "кал/звіт.txt", "кал/опис.md"]
    assert [each.file for each in collect(folder, pattern=pattern).entries] == expected.get(pattern, every)


def test_what_a_pattern_leaves_out_is_not_forgotten(folder: Path) -> None:
    put(folder, "другий.md", report(2))
    collect(folder)
    found = collect(folder, pattern="*.md", prune=True)
    assert [each.file for each in found.of("kept")] == ["добрий.txt"]


def test_without_the_library_of_the_tables_nothing_is_begun(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(lg.errors.MissingExtraError, match=r"localgender\[collect\]"):
        collect(folder)
    assert not (folder.parent / "країна").exists()
