"""The page of the tables of a Data Package, from the tables that the code writes."""

from __future__ import annotations

from localgender.exchange.data_package.columns import Column, Table
from localgender.exchange.data_package.tables import TABLES

_HEAD = """# Data package

`data_package` and `write_data_package` lay a plan or a report out as a
[Data Package](https://specs.frictionlessdata.io/): one CSV file a table, and `datapackage.json`, which says
what they hold. Columns that the budget taxonomy of the Fiscal Data Package knows bear its `columnType`.

| what | how it is written |
|---|---|
| file | UTF-8, commas, a header, lines ending in CR LF (RFC 4180) |
| silence | an empty cell; a silent stage of money has no row in `amounts` |
| zero | `0.00`: a printed zero |
| money | hryvnias with two decimals, exact: `10500.00` |
| percent | the digits that are printed: `95.20` |
| day, period | `2023-12-31`; a period is its first and its last day |
| code | `2.10`, which is text and no number |
| address | `2.4#2`, the second bearer of a code; `2.#3`, the third measure of goal 2, which bears none |
| text that a spreadsheet would run | with a backslash in front |

The backslash is the `escapeChar` of the `dialect` that the description of such a file declares; backslashes
of its texts are doubled. A program that knows dialects gets every text as it is.

Every table is always there, if only with its header. Rows stand in the order of the document; reading goes by
their numbers, not by their order. `read_data_package` refuses tables that do not agree with each other, and
names file, row and column. `observations` is made from the other tables and may be left out.
"""


def page() -> str:
    """Return the page."""
    return "\n".join([_HEAD, *map(_part, TABLES)])


def _part(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    rows = "\n".join(map(_row, table.columns))
    return (
        f"## {table.name}\n\n{table.about} {table.title}. Key: {key}.\n\n"
        f"| column | type | what it says | Ukrainian | columnType |\n|---|---|---|---|---|\n{rows}\n"
    )


def _row(column: Column) -> str:
    type_ = column.kind.type + (", required" if column.required else "")
    words = column.kind.constraints.get("enum", [])
    about = column.about + (f" One of {', '.join(f'`{word}`' for word in words)}." if words else "")
    about += f" Leads to `{column.to}`." if column.to else ""
    fiscal = f"`{column.fiscal}`" if column.fiscal else ""
    return f"| `{column.name}` | {type_} | {about} | {column.title} | {fiscal} |"
