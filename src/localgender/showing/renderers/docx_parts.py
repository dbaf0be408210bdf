"""Parts of a .docx document that hold no text of a table: what is in the package, and its styles."""

from __future__ import annotations

from collections.abc import Mapping

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LANGUAGES = {"uk": "uk-UA", "en": "en-GB"}
_FONT = "Times New Roman"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"))
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


FIXED: Mapping[str, str] = {
    "[Content_Types].xml": _types(),
    "_rels/.rels": _relation("officeDocument", "word/document.xml"),
    "word/_rels/document.xml.rels": _relation("styles", "styles.xml"),
}
"""Parts that are the same in every document, by name."""


def styles(language: str, *, small: bool = False) -> str:
    """Return the styles: paragraphs by what they are for, and the frame of tables.

    Args:
        language: "uk" or "en", for the spelling checker.
        small: Whether a table of many columns is set in smaller letters.
    """
    fonts = " ".join(f'w:{script}="{_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    tongue, cell = _LANGUAGES[language], 18 if small else 20
    paragraphs = [
        _style("Title", size=28, align="center", bold=True, after=60, keep=True),
        _style("Lead", size=24, align="center", after=60, keep=True),
        _style("Head", size=cell, align="center", bold=True),
        _style("Group", size=cell, bold=True, keep=True),
        _style("Cell", size=cell),
        _style("Figure", size=cell, align="right"),
        _style("Note", size=20, after=60),
    ]
    return (
        f'<w:styles xmlns:w="{WORDS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{tongue}" w:eastAsia="{tongue}"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        "</w:style>"
        f"{_frame()}{''.join(paragraphs)}</w:styles>"
    )


def _frame() -> str:
    sides = "".join(f'<w:{side} w:w="85" w:type="dxa"/>' for side in ("left", "right"))
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Grid"><w:name w:val="Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f"<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr></w:style>"
    )


def _style(
    name: str, *, size: int, align: str = "left", bold: bool = False, after: int = 0, keep: bool = False
) -> str:
    kept = "<w:keepNext/>" if keep else ""
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{kept}<w:spacing w:before="0" w:after="{after}"/>'
        f'<w:jc w:val="{align}"/></w:pPr>'
        f'<w:rPr>{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )
