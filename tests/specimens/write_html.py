"""Specimens as pages of a community's site: spans, soft hyphens, and what a page holds but does not show."""

from __future__ import annotations

import html

from specimens.description import Specimen, Table

_PAGE = """<!DOCTYPE html>
<html lang="uk"><head><meta charset="utf-8"><title>{title}</title>
<style>td {{ border: 1px solid }}</style><script>var visits = "67,15 %";</script></head>
<body><!-- {title} -->
{body}
</body></html>
"""


def write(specimen: Specimen) -> bytes:
    """One page; merged cells have spans."""
    blocks = [
        _table(block) if isinstance(block, Table) else f"<p>{_text(block)}</p>" for block in specimen.blocks
    ]
    return _PAGE.format(title=specimen.name, body="\n".join(blocks)).encode()


def _table(table: Table) -> str:
    rows = [""] * len(table.rows)
    for r, c, height, width in table.spans():
        spans = (f' rowspan="{height}"' if height > 1 else "") + (f' colspan="{width}"' if width > 1 else "")
        rows[r] += f"<td{spans}>{_text(table.rows[r].cells[c])}</td>"
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def _text(text: str) -> str:
    escaped = html.escape(text, quote=False)
    return escaped.replace("\u00ad", "&shy;").replace("\u00a0", "&nbsp;").replace("\n", "<br>\n")
