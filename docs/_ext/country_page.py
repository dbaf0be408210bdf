"""The page of the tables of a country of documents, from the tables that the code fills."""

from __future__ import annotations

from localgender.exchange.frames.tables import COLUMNS

_HEAD = """# Tables of a country

`lg.frames.records` lays one document out as rows of these tables, `lg.frames.country` many documents
as frames, and every [question](names/exchange.md) asks one of them.
[Which rows enter which sum](../explanation/country.md) has its own page.

| kind | what it is |
|---|---|
| text | words; silence is null, never empty unless the column says so |
| whole | a whole number of 64 bits; money is in kopiykas, and zero is a printed zero |
| day | a calendar day |
| truth | true or false, never null |

Every table begins with what is known of the document. `year` and `period` are those of the report, in
`observations` those of the figure itself.
"""

_ABOUT = {
    "documents": "One row a document.",
    "observations": "One row a printed amount; a silent one has none.",
    "measures": "One row a measure of the plan, also one that the report passes over.",
    "targets": "One row a target of the national lists that were asked about, and of those the plan carries.",
    "checks": "One row a rule of the audit.",
    "findings": "One row a finding of reading and of the audit.",
}


def page() -> str:
    """Return the page."""
    return "\n".join([_HEAD, *map(_part, COLUMNS)])


def _part(table: str) -> str:
    rows = "\n".join(
        f"| `{name}` | {column.kind} | {column.about} |" for name, column in COLUMNS[table].items()
    )
    return f"## {table}\n\n{_ABOUT[table]}\n\n| column | kind | what it says |\n|---|---|---|\n{rows}\n"
