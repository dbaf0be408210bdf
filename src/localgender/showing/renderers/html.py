"""Tables as HTML: real tables with scoped headers, readable on light and dark, without scripts or network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from localgender.showing.renderers.cells import heights, legal, lines_of
from localgender.showing.tables import Align, Table, TableText, in_words

# Lines are drawn in grey that shows on any ground, words in the colour of whatever page they stand on.
STYLE = """
.localgender{font:1rem/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.localgender .lg-wide{overflow-x:auto;margin:0 0 1.5rem}
.localgender table{border-collapse:collapse;font-size:.9375rem;margin:0}
.localgender caption{text-align:left;font-weight:600;padding:.25rem .6rem .5rem 0;
caption-side:top;color:inherit}
.localgender caption div+div{font-weight:400}
.localgender th,.localgender td{text-align:left;vertical-align:top;padding:.35rem .6rem;max-width:32rem;
border:1px solid rgb(128 128 128/.4);white-space:normal;overflow-wrap:break-word;
font-weight:400;background:none}
.localgender thead th{font-weight:600;background:rgb(128 128 128/.14);vertical-align:bottom}
.localgender .lg-group th{font-weight:600;background:rgb(128 128 128/.08)}
.localgender tfoot th,.localgender tfoot td{font-weight:600;border-top:2px solid rgb(128 128 128/.8)}
.localgender .lg-number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.localgender thead .lg-number{white-space:normal}
.localgender .lg-short{white-space:nowrap}
.localgender .lg-note{font-size:.9375rem;margin:.25rem 0}
@media print{.localgender .lg-wide{overflow:visible}.localgender thead{display:table-header-group}
.localgender tr{break-inside:avoid}}
""".replace("\n", "")
_SHORT = 16
_PAGE = """
:root{color-scheme:light dark}
body{margin:0;background:Canvas;color:CanvasText}
main{max-width:75rem;margin:0 auto;padding:1rem}
h1{font-size:1.375rem;line-height:1.25;margin:.5rem 0}
""".replace("\n", "")


def render(table: Table, language: str = "uk", *, styled: bool = True) -> str:
    """Write a table as a part of a page, which brings its own style and nothing else.

    >>> "<td>&lt;b&gt;Аудит</td>" in render(Table("Заходи", ["№", "Захід"], [["1.1", "<b>Аудит"]]))
    True

    Args:
        table: Any table.
        language: "uk" or "en".
        styled: Whether to write the style; a page needs it once.
    """
    words = in_words(table, language)
    style = f"<style>{STYLE}</style>" if styled else ""
    label = f' aria-label="{escape(_first(words), quote=True)}"' if words.title else ""
    notes = "".join(map(paragraph, words.notes))
    return (
        f'<div class="localgender" lang="{words.language}">{style}\n'
        f'<div class="lg-wide" role="region" tabindex="0"{label}>\n<table>\n'
        + "\n".join(_table(words))
        + f"\n</table>\n</div>{notes}</div>\n"
    )


def paragraph(text: str) -> str:
    """Write a line that stands above or below a table."""
    return f'<p class="lg-note">{told(text)}</p>'


def heading(text: str) -> str:
    """Write the heading of a section of a page."""
    return f"<h2>{told(text)}</h2>"


def _first(words: TableText) -> str:
    return next(iter(lines_of(words.title)), "")


def told(text: str) -> str:
    r"""Make any text stand for itself in a page; line breaks stay.

    >>> told("<script>\nАудит & «профіль»")
    '&lt;script&gt;<br>Аудит &amp; «профіль»'
    """
    return escape(legal(text), quote=True).replace("\n", "<br>")


def _table(words: TableText) -> Iterator[str]:
    if words.title:
        lines = "".join(f"<div>{told(line)}</div>" for line in lines_of(words.title))
        yield f"<caption>{lines}</caption>"
    if any(words.names):
        names = zip(words.names, words.aligns, strict=True)
        cells = "".join(_cell("th", name, align, ' scope="col"') for name, align in names)
        yield f"<thead>\n<tr>{cells}</tr>\n</thead>"
    covers = [heights(words, column) for column in range(len(words.names))]
    stop = len(words.rows) - words.foot
    borders = [0, *(number for number in sorted(words.groups) if 0 < number < stop), stop]
    for first, last in pairwise(borders):
        yield from _body("tbody", words, covers, range(first, last))
    yield from _body("tfoot", words, covers, range(stop, len(words.rows)))


def _body(tag: str, words: TableText, covers: list[list[int]], rows: range) -> Iterator[str]:
    if not rows:
        return
    yield f"<{tag}>"
    for number in rows:
        for group in lines_of(words.groups.get(number, "")):
            name = f'<th scope="rowgroup" colspan="{len(words.names)}">{told(group)}</th>'
            yield f'<tr class="lg-group">{name}</tr>'
        yield f"<tr>{''.join(_row(words, covers, number))}</tr>"
    yield f"</{tag}>"


def _row(words: TableText, covers: list[list[int]], number: int) -> Iterator[str]:
    for column, (text, align) in enumerate(zip(words.rows[number], words.aligns, strict=True)):
        if not (tall := covers[column][number]):
            continue
        heads = column == 0 and align is Align.LEFT and bool(text.strip())
        scope = ' scope="rowgroup"' if heads and tall > 1 else ' scope="row"' if heads else ""
        span = f' rowspan="{tall}"' if tall > 1 else ""
        yield _cell("th" if heads else "td", text, align, scope + span)


def _cell(tag: str, text: str, align: Align, attributes: str = "") -> str:
    kind = "lg-number" if align is Align.RIGHT else "lg-short" if _is_short(text) else ""
    shape = f' class="{kind}"' if kind else ""
    return f"<{tag}{attributes}{shape}>{told(text)}</{tag}>"


def _is_short(text: str) -> bool:
    # 2020-2025 is not to be torn at its dash.
    return "-" in text and len(text) <= _SHORT and not re.search(r"\s", text)


def part(pieces: Iterable[str], language: str = "uk") -> str:
    """Write several tables and paragraphs as one part of a page, with the style that they share."""
    body, tongue = "\n".join(pieces), escape(language, quote=True)
    return f'<div class="localgender" lang="{tongue}"><style>{STYLE}</style>\n{body}\n</div>\n'


def page(title: str, parts: Iterable[str], language: str = "uk") -> str:
    """Write a whole page, which needs nothing beside it: parts that are HTML already, under a heading.

    Args:
        title: Heading, and name of the page.
        parts: Tables of `render`, unstyled, and paragraphs, in their order.
        language: Of the page.
    """
    name = escape(" ".join(legal(title).split()), quote=True)
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{escape(language, quote=True)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{name}</title>\n<style>{_PAGE}{STYLE}</style>\n</head>\n"
        f'<body>\n<main class="localgender">\n<h1>{name}</h1>\n{body}\n</main>\n</body>\n</html>\n'
    )
