"""Damaged documents of every format are read or refused by name, never anything else."""

from __future__ import annotations

from contextlib import suppress

import pytest
import small
from hypothesis import given
from hypothesis import strategies as st
from pdfs import FONT, font_from, pdf, stream, written
from test_reader_legacy import usual, workbook

import localgender as lg
from fuzzed import COUNTS
from localgender.documents.grid import Limits
from localgender.documents.readers.legacy import LEGACY_TEXTS
from localgender.errors import LayoutError, UnknownFormatError, UnreadableDocumentError
from localgender.intake import FORMATS

for library in ("lxml", "pdfminer", "xlrd"):
    pytest.importorskip(library, reason="reads some of the formats that are damaged here")

# What only LibreOffice reads is not started for every piece of noise.
READERS = [each for each in FORMATS if each is not LEGACY_TEXTS]
POLICY = lg.Policy(limits=Limits(file_bytes=2**21, unpacked_bytes=2**24, cells=50_000, characters=2**20))
WORDS = (
    b"<", b">", b"/", b"(", b")", b"[", b"]", b"&", b"]]>", b"<!--", b"%", b'"', b"\0", b"\xff", b"99999999999", b"-1",
    b"0", b"1e999", b" R", b" obj", b"endstream", b"PK\x05\x06", b"<![CDATA[", b"&#0;", b"<!DOCTYPE x [", b"NaN",
)  # fmt: skip

PLACES = st.integers(0, 2**31)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("flip"), PLACES, st.integers(0, 7)),
        st.tuples(st.just("delete"), PLACES, st.integers(1, 200)),
        st.tuples(st.just("double"), PLACES, st.integers(1, 200)),
        st.tuples(st.just("move"), PLACES, st.integers(1, 200)),
        st.tuples(st.just("insert"), PLACES, st.sampled_from(WORDS) | st.binary(min_size=1, max_size=4)),
        st.tuples(st.just("overwrite"), PLACES, st.sampled_from(WORDS) | st.binary(min_size=1, max_size=4)),
        st.tuples(st.just("cut"), PLACES, st.just(0)),
    ),
    min_size=1,
    max_size=5,
)
Edits = list[tuple[str, int, int | bytes]]


def damaged(data: bytes, edits: Edits) -> bytes:
    for kind, place, what in edits:
        at = place % (len(data) + 1)
        before, after = data[:at], data[at:]
        if isinstance(what, bytes):
            data = before + what + after[len(what) if kind == "overwrite" else 0 :]
        elif kind == "flip":
            data = before + bytes(byte ^ 1 << what for byte in after[:1]) + after[1:]
        elif kind == "delete":
            data = before + after[what:]
        elif kind == "double":
            data = before + after[:what] + after
        elif kind == "move":
            data = after[:what] + before + after[what:]
        else:
            data = before
    return data


def survives(name: str, data: bytes) -> lg.Document | None:
    COUNTS[name] += 1
    with suppress(UnreadableDocumentError, UnknownFormatError):
        return lg.scan(data, formats=READERS, policy=POLICY)
    return None


WHOLE = {name: make() for name, make in small.WHOLE.items()}


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_damaged_here_is_read_when_it_is_whole(name: str) -> None:
    """Damage to what was never read would prove nothing."""
    found = lg.scan(WHOLE[name], formats=READERS, policy=POLICY)
    printed = [cell[:8] for row in small.ROWS for cell in row if cell.strip()]
    shown = " ".join(text for _, text in found.texts()).replace("\n", " ")
    assert len(printed) > 20
    assert all(each in shown for each in printed)


MORE = {**WHOLE, "xls": workbook(usual)}


@pytest.mark.parametrize("name", MORE)
@given(edits=EDITS)
def test_damaged_bytes_are_read_or_refused(name: str, edits: Edits) -> None:
    survives(name, damaged(MORE[name], edits))


@pytest.mark.parametrize("name", MORE)
def test_files_cut_anywhere_are_read_or_refused(name: str) -> None:
    data = MORE[name]
    for stop in range(1, len(data), max(len(data) // 60, 1)):
        survives(name, data[:stop])


@given(edits=EDITS)
def test_what_is_left_of_a_damaged_report_is_understood_or_refused(edits: Edits) -> None:
    document = survives("text to value", damaged(WHOLE["text"], edits))
    if document is not None:
        with suppress(LayoutError):
            lg.audit(lg.read(document))


PARTS = {
    "docx": (small.docx_parts(), small.zipped),
    "xlsx": (small.xlsx_parts(), small.zipped),
    "ods": (small.ods_parts(), small.ods),
}


@pytest.mark.parametrize("name", PARTS)
@given(data=st.data())
def test_damaged_parts_in_whole_archives_are_read_or_refused(name: str, data: st.DataObject) -> None:
    parts, pack = PARTS[name]
    part = data.draw(st.sampled_from(sorted(parts)))
    markup = damaged(parts[part].encode(), data.draw(EDITS))
    survives(f"parts of {name}", pack({**parts, part: markup}))


@given(EDITS)
def test_damaged_pages_of_a_whole_pdf_are_read_or_refused(edits: Edits) -> None:
    survives("pages of pdf", pdf(damaged(small.drawn().encode(), edits), compressed=True))


@given(st.integers(0, len(FONT) - 1), EDITS)
def test_damaged_fonts_of_a_whole_pdf_are_read_or_refused(which: int, edits: Edits) -> None:
    font = [damaged(each, edits) if number == which else each for number, each in enumerate(FONT)]
    survives("fonts of pdf", pdf(small.drawn(), font=font))


OBJECTS = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>",
    b"<</Type/Page/Parent 2 0 R/Rotate 0/Contents[4 0 R]/Resources<</Font<</F 5 0 R>>>>>>",
    stream(small.drawn().encode()),
    *font_from(5),
)


@given(st.integers(0, len(OBJECTS) - 1), EDITS)
def test_damaged_objects_of_a_whole_pdf_are_read_or_refused(which: int, edits: Edits) -> None:
    objects = [damaged(each, edits) if number == which else each for number, each in enumerate(OBJECTS)]
    survives("objects of pdf", written(objects))


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html>", b"\xd0\xcf\x11\xe0"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes) -> None:
    survives("noise", head + data)
