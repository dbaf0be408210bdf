"""The reader of Word documents, on documents made by hand."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import localgender as lg
from localgender.documents.grid import Document, Grid, Limits, Paragraph
from localgender.documents.readers.docx import DOCX
from localgender.documents.readers.text import TEXT
from localgender.errors import UnreadableDocumentError
from paths import SHARED, needs_shared

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Parts = dict[str, str | bytes]


def relations(*pairs: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inside}</Relationships>'


def parts_of(
    body: str,
    *,
    type_: str = f"{TYPES}document.main+xml",
    namespace: str = W,
    main: str = "word/document.xml",
    **others: str,
) -> Parts:
    """Parts of a document; others are the insides of its further parts, such as numbering."""
    head = f'xmlns:w="{namespace}" xmlns:mc="{MC}" xmlns:m="{M}" xmlns:v="urn:schemas-microsoft-com:vml"'
    folder, _, file = main.rpartition("/")
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{type_}"/></Types>',
        "_rels/.rels": relations(("officeDocument", f"/{main}")),
        main: f'<?xml version="1.0" encoding="UTF-8"?><w:document {head}><w:body>{body}</w:body></w:document>',
        f"{folder}/_rels/{file}.rels": relations(*((kind, f"{kind}.xml") for kind in others)),
        **{
            f"{folder}/{kind}.xml": f"<w:{kind} {head}>{inside}</w:{kind}>" for kind, inside in others.items()
        },
    }


def zipped(parts: Parts) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def scan(body: str, limits: Limits | None = None, **others: str) -> Document:
    data = zipped(parts_of(body, **others))
    assert DOCX.recognises(data, "x")
    return DOCX.scan(data, "x", limits or Limits())


def p(*texts: str, properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{''.join(map(r, texts))}</w:p>"


def r(text: str, properties: str = "") -> str:
    inside = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{inside}</w:r>"


def line(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    inside = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    made = "".join(cell if cell.startswith("<w:") else tc(cell) for cell in cells)
    return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{made}</w:tr>"


def tbl(*rows: str) -> str:
    return f'<w:tbl><w:tblPr><w:tblW w:w="0"/></w:tblPr><w:tblGrid/>{"".join(rows)}</w:tbl>'


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def table(*rows: str, **others: str) -> list[list[str]]:
    (grid,) = scan(tbl(*rows), **others).tables
    return texts(grid)


def cell(content: str, **others: str) -> str:
    ((text,),) = table(tr(tc(content)), **others)
    return text


def paragraphs(body: str, **others: str) -> list[str]:
    return [paragraph.text for paragraph in scan(body, **others).paragraphs]


# What a page shows


def test_paragraphs_and_tables_keep_their_order() -> None:
    document = scan(p("Звіт") + tbl(tr("№", "Захід"), tr("1", "Тренінг")) + p("") + p("Начальник"))
    assert [type(block) for block in document.blocks] == [Paragraph, Grid, Paragraph]
    assert texts(document.tables[0]) == [["№", "Захід"], ["1", "Тренінг"]]
    assert (document.name, document.format, list(document.findings)) == ("x", "docx", [])


def test_a_merged_cell_speaks_once_and_leaves_empty_cells_behind() -> None:
    across = '<w:gridSpan w:val="3"/>'
    first, next_ = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    assert table(tr(tc("Ціль 1", across)), tr(tc("1.", first), "а", "б"), tr(tc("", next_), "в", "г")) == [
        ["Ціль 1", "", ""],
        ["1.", "а", "б"],
        ["", "в", "г"],
    ]


def test_what_a_covered_cell_says_is_kept() -> None:
    assert table(tr(tc("1.", '<w:vMerge w:val="restart"/>')), tr(tc("слово", "<w:vMerge/>"))) == [
        ["1."],
        ["слово"],
    ]


def test_a_row_may_begin_later_and_end_earlier_than_its_table() -> None:
    shifted = '<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'
    assert table(tr("а", "б", "в", "г"), tr("д", properties=shifted)) == [
        ["а", "б", "в", "г"],
        ["", "", "д", ""],
    ]


def test_paragraphs_of_a_cell_are_lines() -> None:
    assert cell(p("2021") + p("") + p("2021-2025")) == "2021\n\n2021-2025"


def test_tables_and_rows_and_cells_in_content_controls_are_kept() -> None:
    def sdt(content: str) -> str:
        return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    assert table(sdt(tr("а", sdt(tc("б"))))) == [["а", "б"]]
    assert texts(scan(sdt(tbl(tr("а")))).tables[0]) == [["а"]]
    assert paragraphs(sdt(p("а")) + f"<w:p>{sdt(r('б'))}</w:p>") == ["а", "б"]


def test_tracked_changes_are_taken_as_accepted() -> None:
    assert (
        cell(f"<w:p>{r('10')}<w:ins>{r(',5')}</w:ins><w:del>{r('<w:delText>,4</w:delText>')}</w:del></w:p>")
        == "10,5"
    )
    assert cell(f"<w:p><w:moveFrom>{r('старе')}</w:moveFrom><w:moveTo>{r('нове')}</w:moveTo></w:p>") == "нове"
    assert table(tr("а"), tr("б", properties="<w:del/>"), tr("в", properties="<w:ins/>")) == [["а"], ["в"]]
    assert table(tr("а", tc("б", "<w:cellDel/>"), "в")) == [["а", "в"]]
    was = '<w:tcPrChange><w:tcPr><w:gridSpan w:val="5"/></w:tcPr></w:tcPrChange>'
    assert table(tr(tc("а", was))) == [["а"]]


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert paragraphs(p("Тре", properties=deleted) + p("нінг") + p("ще")) == ["Тренінг", "ще"]
    document = scan(p("Тре", properties=deleted) + tbl(tr("а")))
    assert [document.paragraphs[0].text, texts(document.tables[0])] == ["Тре", [["а"]]]


def test_links_and_smart_tags_and_simple_fields_are_kept() -> None:
    assert paragraphs(
        f"<w:p><w:hyperlink>{r('а')}</w:hyperlink><w:smartTag>{r('б')}</w:smartTag>"
        f'<w:fldSimple w:instr="DATE">{r("в")}</w:fldSimple></w:p>'
    ) == ["абв"]


def test_of_a_field_only_the_result_is_printed() -> None:
    def mark(kind: str) -> str:
        return r(f'<w:fldChar w:fldCharType="{kind}"/>')

    inner = (
        mark("begin")
        + r("<w:instrText>=SUM(ABOVE)</w:instrText>")
        + mark("separate")
        + r("228,3")
        + mark("end")
    )
    outer = (
        mark("begin") + r("<w:instrText>IF</w:instrText>") + inner + mark("separate") + r("є") + mark("end")
    )
    assert paragraphs(f"<w:p>{inner}</w:p>") == ["228,3"]
    assert paragraphs(f"<w:p>{outer}</w:p>") == ["є"]
    assert paragraphs(f"<w:p>{mark('begin')}</w:p>" + p("далі")) == ["далі"], (
        "a field that never ends hides nothing"
    )


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        ("<w:br/>", "\n"),
        ('<w:br w:type="page"/>', "\n"),
        ("<w:cr/>", "\n"),
        ("<w:tab/>", "\t"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"),
        ('<w:sym w:font="Times New Roman" w:char="2013"/>', "–"),
        ('<w:sym w:char="-"/>', ""),
        ('<w:sym w:char="D800"/>', ""),
        ("<w:lastRenderedPageBreak/>", ""),
    ],
)
def test_signs_that_are_elements(markup: str, printed: str) -> None:
    assert cell(p("а", markup, "б")) == f"а{printed}б"


def test_tab_stops_are_no_tabs() -> None:
    assert paragraphs(p("а", properties='<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>')) == ["а"]


def test_hidden_text_is_not_printed() -> None:
    assert cell(line(r("12"), r("99", "<w:vanish/>"), r(",5", '<w:vanish w:val="0"/>'))) == "12,5"
    style = '<w:style w:type="character" w:styleId="s"><w:rPr><w:vanish/></w:rPr></w:style>'
    derived = '<w:style w:type="character" w:styleId="t"><w:basedOn w:val="s"/></w:style>'
    hidden = r("99", '<w:rStyle w:val="t"/>')
    assert cell(line(r("12"), hidden), styles=style + derived) == "12"
    around = "<w:rPr><w:vanish/></w:rPr>"
    assert paragraphs(p("а", properties=around)) == ["а"], (
        "the end of a paragraph may be hidden, not its text"
    )


def test_letters_are_composed_even_across_runs() -> None:
    assert cell(p("тренінги", "\u0306", " і\u0308жа")) == "тренінгй їжа"


def test_white_space_of_the_markup_is_no_text() -> None:
    spaced = "\n".join(tbl(tr("а", "б")).replace("><", ">\n <").split("\n"))
    (grid,) = scan(spaced).tables
    assert texts(grid) == [["а", "б"]]
    assert cell(p("два\nслова")) == "два слова"


# Superscripts and notes


RAISED = '<w:vertAlign w:val="superscript"/>'


def test_a_superscript_never_lengthens_a_number() -> None:
    assert cell(f"<w:p>{r('12,5')}{r('1', RAISED)}</w:p>") == "12,5¹"
    assert lg.notation.money(
        cell(f"<w:p>{r('12,5')}{r('1', RAISED)}</w:p>"), lg.Unit.THOUSAND_UAH
    ) == lg.thousand_uah("12.5")
    style = f'<w:style w:type="character" w:styleId="s"><w:rPr>{RAISED}</w:rPr></w:style>'
    assert cell(line(r("12,5"), r("1", '<w:rStyle w:val="s"/>')), styles=style) == "12,5¹"


def test_where_everything_is_raised_nothing_is() -> None:
    assert cell(f"<w:p>{r('12', RAISED)}{r(',5', RAISED)}</w:p>") == "12,5"


def test_a_fraction_is_no_longer_number() -> None:
    fraction = "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    assert cell(f"<w:p>{fraction}</w:p>") == "1/2"


def test_footnotes_stand_at_the_end_after_their_number() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("---")}</w:footnote>'
        f'<w:footnote w:id="7"><w:p>{r("<w:footnoteRef/>")}{r(" Без ПДВ")}</w:p></w:footnote>'
        f'<w:footnote w:id="8">{p("не згадана")}</w:footnote>'
    )
    body = tbl(tr(tc(p("12,5", '<w:footnoteReference w:id="7"/>')))) + p("Начальник")
    document = scan(body, footnotes=notes)
    assert texts(document.tables[0]) == [["12,5¹"]]
    assert [each.text for each in document.paragraphs] == ["Начальник", "¹ Без ПДВ"]


def test_a_note_that_is_missing_leaves_its_number() -> None:
    assert paragraphs(p("12,5", '<w:endnoteReference w:id="1"/>')) == ["12,5¹"]


# Text boxes and two renderings of one thing


def box(*inside: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{''.join(inside)}</w:txbxContent></v:textbox></v:shape></w:pict>"


def test_text_boxes_follow_the_paragraph_they_hang_on() -> None:
    assert paragraphs(p("а", box(p("рамка"), p("друга")), "б") + p("в")) == ["аб", "рамка", "друга", "в"]
    assert cell(p("а", box(p("рамка")), "б")) == "аб\nрамка"
    assert texts(scan(p("а", box(tbl(tr("1", "2"))))).tables[0]) == [["1", "2"]]


def test_of_two_renderings_one_is_read() -> None:
    def either(*branches: str) -> str:
        return f"<mc:AlternateContent>{''.join(branches)}</mc:AlternateContent>"

    choice, fallback = (
        f"<mc:Choice>{box(p('раз'))}</mc:Choice>",
        f"<mc:Fallback>{box(p('два'))}</mc:Fallback>",
    )
    assert paragraphs(f"<w:p><w:r>{either(choice, fallback)}</w:r></w:p>") == ["раз"]
    assert paragraphs(f"<w:p><w:r>{either(fallback)}</w:r></w:p>") == ["два"]


# Tables in tables


def test_a_table_that_only_lays_out_another_disappears() -> None:
    inner = tbl(tr("№", "Захід"), tr("1", "Тренінг"))
    document = scan(tbl(tr(tc("", '<w:tcW w:w="1"/>'), tc(p("Звіт") + inner + p("")))))
    assert texts(document.tables[0]) == [["№", "Захід"], ["1", "Тренінг"]]
    assert [each.text for each in document.paragraphs] == ["Звіт"]
    titled = scan(tbl(tr("Звіт"), tr(tc(inner + p("")))))
    assert [type(block) for block in titled.blocks] == [Paragraph, Grid]


def test_a_table_in_a_cell_of_a_real_table_becomes_its_lines() -> None:
    inner = tbl(tr("2021", "10,5"), tr("", ""), tr("2022", "7"))
    assert table(tr("1.", tc(p("Обсяг") + inner + p(""))), tr("2.", "")) == [
        ["1.", "Обсяг\n2021\t10,5\n2022\t7\n"],
        ["2.", ""],
    ]


# Numbers that Word draws


def level(number: int, text: str, format_: str = "decimal", more: str = "") -> str:
    start = "" if "<w:start " in more else '<w:start w:val="1"/>'
    return f'<w:lvl w:ilvl="{number}">{start}{more}<w:numFmt w:val="{format_}"/><w:lvlText w:val="{text}"/></w:lvl>'


def lists(*levels: str, more: str = "") -> str:
    made = f'<w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>'
    return f'{made}<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}'


def item(text: str, at: int = 0, list_: str = "1") -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_}"/></w:numPr>')


THREE = (level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3"))


def test_numbers_are_drawn_level_by_level() -> None:
    body = item("Ціль") + item("а", 1) + item("б", 1) + item("в", 2) + item("Друга") + item("г", 1)
    assert paragraphs(body, numbering=lists(*THREE)) == [
        "1. Ціль", "1.1. а", "1.2. б", "1.2.1 в", "2. Друга", "2.1. г"
    ]  # fmt: skip


def test_an_empty_cell_of_a_numbered_column_shows_its_number() -> None:
    rows = (tr(tc(item("")), "а"), tr(tc(item("")), "б"))
    assert table(*rows, numbering=lists(*THREE)) == [["1.", "а"], ["2.", "б"]]


def test_a_covered_cell_draws_and_counts_no_number() -> None:
    rows = (
        tr(tc(item(""), '<w:vMerge w:val="restart"/>')),
        tr(tc(item(""), "<w:vMerge/>")),
        tr(tc(item(""))),
    )
    assert table(*rows, numbering=lists(*THREE)) == [["1."], [""], ["2."]]


def test_lists_of_one_definition_count_on_unless_told_to_start() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="5"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    body = item("а") + item("б", 0, "2") + item("в", 0, "3") + item("г", 0, "3") + item("ґ", 0, "0")
    assert paragraphs(body, numbering=lists(*THREE, more=again)) == ["1. а", "2. б", "7. в", "8. г", "ґ"]


def test_a_level_may_go_on_counting() -> None:
    levels = (level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    body = item("а") + item("б", 1) + item("в") + item("г", 1)
    assert paragraphs(body, numbering=lists(*levels)) == ["1. а", "1) б", "2. в", "2) г"]


@pytest.mark.parametrize(
    ("format_", "drawn"),
    [
        ("decimal", "4"), ("decimalZero", "04"), ("upperRoman", "IV"), ("lowerRoman", "iv"), ("lowerLetter", "d"),
        ("upperLetter", "D"), ("russianLower", "г"), ("russianUpper", "Г"), ("ordinal", "4"),
    ],
)  # fmt: skip
def test_forms_of_numbers(format_: str, drawn: str) -> None:
    numbering = lists(level(0, "%1)", format_, '<w:start w:val="4"/>'))
    assert paragraphs(item("а"), numbering=numbering) == [f"{drawn}) а"]


def test_bullets_and_lists_that_draw_nothing_leave_the_text_alone() -> None:
    assert paragraphs(item("а"), numbering=lists(level(0, "•", "bullet"))) == ["а"]
    assert paragraphs(item("а"), numbering=lists(level(0, ""))) == ["а"]
    assert paragraphs(item("а")) == ["а"]


def test_legal_numbering_spells_outer_numbers_as_digits() -> None:
    levels = (level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert paragraphs(item("а") + item("б", 1), numbering=lists(*levels)) == ["I. а", "1.1 б"]


def test_a_style_may_ask_for_numbers() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="one"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="two"><w:basedOn w:val="one"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
    )
    linked = (
        level(0, "%1.", more='<w:pStyle w:val="one"/>'),
        level(1, "%1.%2.", more='<w:pStyle w:val="two"/>'),
    )
    body = "".join(p("а", properties=f'<w:pStyle w:val="{style}"/>') for style in ("one", "two", "loop"))
    body += p("б", properties='<w:pStyle w:val="one"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert paragraphs(body, numbering=lists(*linked), styles=styles) == ["1. а", "1.1. а", "а", "б"]


# Packages


@pytest.mark.parametrize(
    "type_",
    [
        f"{TYPES}document.main+xml",
        f"{TYPES}template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_documents_and_templates_with_and_without_macros(type_: str) -> None:
    data = zipped(parts_of(p("Звіт"), type_=type_))
    assert DOCX.recognises(data, "звіт.bin")
    assert DOCX.scan(data, "x", Limits()).paragraphs[0].text == "Звіт"


def test_the_strict_standard_is_read_alike() -> None:
    body = p("Звіт") + tbl(tr(tc("а", '<w:gridSpan w:val="2"/>')), tr("б", "в"))
    assert scan(body, namespace=STRICT).blocks == scan(body).blocks


def test_the_main_part_may_be_called_otherwise() -> None:
    data = zipped(parts_of(p("Звіт"), main="word/document2.xml"))
    assert DOCX.recognises(data, "x")
    assert DOCX.scan(data, "x", Limits()).paragraphs[0].text == "Звіт"


def test_prefixes_are_only_names() -> None:
    parts = parts_of(p("Звіт"))
    bare = f'<document xmlns="{W}"><body><p><r><t>Звіт</t></r></p></body></document>'
    twice = f'<a:document xmlns:a="{W}"><a:body><b:p xmlns:b="{W}"><b:r><b:t>Звіт</b:t></b:r></b:p></a:body></a:document>'
    swapped = (
        f'<a:document xmlns:a="{W}"><a:body><a:p><a:r><a:t>Звіт</a:t></a:r></a:p>'
        '<x xmlns:a="urn:other"><a:p><a:r><a:t>інше</a:t></a:r></a:p></x></a:body></a:document>'
    )
    for markup in (bare, twice, swapped, f'<?xml version="1.0" encoding="UTF-16"?>{bare}'.encode("utf-16")):
        document = DOCX.scan(zipped(parts | {"word/document.xml": markup}), "x", Limits())
        assert [each.text for each in document.paragraphs] == ["Звіт"]


def test_other_archives_are_not_recognised() -> None:
    sheet = parts_of("", type_="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
    for data in (zipped(sheet), zipped({"a.txt": "а"}), b"PK\x03\x04", b"", b"%PDF-1.7", "Звіт".encode()):
        assert not DOCX.recognises(data, "звіт.docx")


def test_no_word_document_is_taken_for_text() -> None:
    assert not TEXT.recognises(zipped(parts_of(p("Звіт"))), "звіт.txt")


# Documents that cannot be read


def refused(data: bytes, limits: Limits | None = None) -> str:
    assert DOCX.recognises(data, "x")
    with pytest.raises(UnreadableDocumentError) as caught:
        DOCX.scan(data, "x", limits or Limits())
    return caught.value.reason


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def test_an_encrypted_document_says_so() -> None:
    assert "encrypted" in refused(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


def test_an_old_document_is_of_another_format() -> None:
    assert not DOCX.recognises(OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "звіт.doc")


def test_a_truncated_archive_is_corrupt() -> None:
    data = zipped(parts_of(p("Звіт" * 1000)))
    assert "corrupt" in refused(data[: len(data) // 2])


def test_a_damaged_list_of_parts_is_corrupt() -> None:
    parts = parts_of("")
    parts["_rels/.rels"] = "<Relationships"
    assert "corrupt" in refused(zipped(parts))


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ('<!ENTITY a "ааа"><!ENTITY b "&a;&a;&a;&a;&a;&a;">', "&b;"),
        ('<!ENTITY a SYSTEM "file:///etc/hostname">', "&a;"),
        ("", ""),
    ],
)
def test_document_types_and_entities_are_refused(declared: str, used: str) -> None:
    parts = parts_of("")
    inside = f'<w:document xmlns:w="{W}"><w:body>{p(used)}</w:body></w:document>'
    parts["word/document.xml"] = f"<!DOCTYPE d [{declared}]>{inside}"
    assert "document type" in refused(zipped(parts))


def test_markup_that_is_cut_off_is_corrupt() -> None:
    parts = parts_of(p("Звіт"))
    parts["word/document.xml"] = str(parts["word/document.xml"])[:-20]
    assert "corrupt" in refused(zipped(parts))


def test_a_bomb_is_not_unpacked() -> None:
    reason = refused(zipped(parts_of(" " * 200_000_000)))
    assert "times its size" in reason
    assert "unpacks" in refused(zipped(parts_of(p("а" * 200_000))), Limits(unpacked_bytes=100_000))


def test_a_tag_without_end_is_refused_soon() -> None:
    noise = Random(1).randbytes(12_000_000).hex()
    assert "no office document" in refused(zipped(parts_of(f'<w:p w:a="{noise}"/>')))


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("<w:tbl>", "</w:tbl>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")],
)
def test_tables_in_tables_without_end_are_refused(opening: str, closing: str) -> None:
    assert "nested" in refused(zipped(parts_of(opening * 10_000 + closing * 10_000)))


def test_deep_markup_that_means_nothing_is_read() -> None:
    assert paragraphs(f"<w:p>{'<w:ins>' * 10_000}{r('а')}{'</w:ins>' * 10_000}</w:p>") == ["а"]


def test_the_limits_hold() -> None:
    assert "10 cells" in refused(zipped(parts_of(tbl(*[tr("а", "б")] * 6))), Limits(cells=10))
    assert "cells" in refused(zipped(parts_of(tbl(tr(tc("а", '<w:gridSpan w:val="999999999999"/>'))))))
    assert "cells" in refused(zipped(parts_of(tbl(tr("а", properties='<w:gridAfter w:val="999999999"/>')))))
    assert "10 characters" in refused(zipped(parts_of(p("а" * 11))), Limits(characters=10))
    assert "10 characters" in refused(zipped(parts_of(p("<w:tab/>" * 11))), Limits(characters=10))


def test_a_hundred_thousand_rows_are_read() -> None:
    (grid,) = scan(tbl(*[tr(f"{number}", "10,5") for number in range(100_000)])).tables
    assert (len(grid.rows), grid.rows[-1][0].text) == (100_000, "99999")


SAMPLE = zipped(
    parts_of(
        p("Звіт") + tbl(tr("№", "Захід"), tr(tc(item("")), tc("Тренінг", '<w:gridSpan w:val="2"/>'))),
        numbering=lists(*THREE),
        styles='<w:style w:styleId="s"><w:basedOn w:val="s"/></w:style>',
    )
)
MARKUP = str(
    parts_of(p("Звіт") + tbl(tr("№", tc("а", "<w:vMerge/>")), tr(tc(item("")))))["word/document.xml"]
)


def survives(data: bytes) -> None:
    with suppress(UnreadableDocumentError, lg.errors.UnknownFormatError):
        lg.scan(data, formats=[DOCX, TEXT])


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"PK\x03\x04", OLE, b"\xef\xbb\xbf", b"\xff\xfe", "Звіт\t".encode()]),
)
def test_any_bytes_are_read_or_refused(data: bytes, head: bytes) -> None:
    survives(head + data)


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_archive_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(SAMPLE)
    for place, byte in changes:
        damaged[place] = byte
    survives(bytes(damaged))


@given(st.integers(0, len(SAMPLE)), st.integers(0, len(SAMPLE)))
def test_a_cut_archive_is_read_or_refused(start: int, stop: int) -> None:
    survives(SAMPLE[:start] + SAMPLE[stop:])


HARMLESS = "p r tbl tr tc sdt ins hyperlink txbxContent gridSpan vMerge br".split()
TAGS = [
    *HARMLESS,
    *"tcPr trPr pPr rPr del vanish numPr numId fldChar footnote footnoteReference sym t".split(),
]


@st.composite
def markup(draw: st.DrawFn, tags: list[str]) -> str:
    """Elements of Word in any order and depth, which no schema would allow."""
    values = st.sampled_from(
        ["", *(f" w:{given}" for given in ('val="2"', 'val="x"', 'fldCharType="begin"', 'id="1"'))]
    )
    made, open_ = "", list[str]()
    for step in draw(st.lists(st.sampled_from(["open", "close", "text", "empty"]), max_size=40)):
        if step == "text":
            made += "<w:t>а1</w:t>"
        elif step == "close":
            made += f"</w:{open_.pop()}>" if open_ else ""
        else:
            tag = draw(st.sampled_from(tags))
            made += f"<w:{tag}{draw(values)}{'/' if step == 'empty' else ''}>"
            open_ += [tag] if step == "open" else []
    return made + "".join(f"</w:{tag}>" for tag in reversed(open_))


@given(markup(TAGS))
def test_markup_that_no_schema_allows_is_read(inside: str) -> None:
    scan(inside, numbering=lists(*THREE))


@given(markup(HARMLESS))
def test_no_text_is_lost_or_doubled_wherever_it_stands(inside: str) -> None:
    assert "".join(text for _, text in scan(inside).texts()).count("а1") == inside.count("а1")


@given(
    st.lists(
        st.tuples(st.integers(0, len(MARKUP) - 1), st.sampled_from(list('<>/"&=w: а'))),
        min_size=1,
        max_size=4,
    )
)
def test_damaged_markup_is_read_or_refused(changes: list[tuple[int, str]]) -> None:
    damaged = list(MARKUP)
    for place, sign in changes:
        damaged[place] = sign
    survives(zipped(parts_of("") | {"word/document.xml": "".join(damaged)}))


# The real thing


@needs_shared
def test_the_report_reads_as_its_text_does() -> None:
    data = (SHARED / "documents" / "zhytomyr-report-2023.docx").read_bytes()
    (seed,) = (SHARED / "seeds").glob("001_*.txt")
    found = lg.interpret_report(DOCX.scan(data, "звіт.docx", Limits()))
    assert found.value == lg.read_report(seed).value
    assert found.unread == ()


@needs_shared
def test_the_plan_reads_as_its_text_does() -> None:
    data = (SHARED / "documents" / "zhytomyr-plan-1325.docx").read_bytes()
    (seed,) = (SHARED / "seeds").glob("004_*.txt")
    found = lg.interpret_plan(DOCX.scan(data, "план.docx", Limits()))
    assert found.value == lg.read_plan(seed).value
    assert found.unread == ()
