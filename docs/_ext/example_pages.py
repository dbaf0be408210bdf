"""The gallery of examples: each script of `examples/` is run, and its page shows code and real output."""

from __future__ import annotations

import ast
import re
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from attrs import frozen

import localgender as lg

EXAMPLES = Path(__file__).parents[2] / "examples"
_HEAD = """# Gallery

Scripts of `examples/`, with what they really print and draw: each is run when these pages are built. Run
one from anywhere, `python examples/one_report.py`, or open it as a notebook in an editor that knows cells
(`# %%`). The communities are invented; their documents lie in `examples/data`.
"""
# From the first question to other people's programs.
ORDER = (
    "one_report", "two_years", "plan_and_report", "own_layout", "own_rule", "consolidate_districts",
    "figures_by_sex", "follow_decisions", "web_endpoint", "frame_pandas", "frame_polars", "make_country",
    "country_by_region",
)  # fmt: skip


@frozen
class Cell:
    """One cell of a script: words for people, or code."""

    kind: str
    text: str


def pages() -> dict[str, str]:
    """Return the gallery, its examples and their pictures by path below `docs`."""
    listed = [f"- [{title(name)}]({name}.md): {about(name)}" for name in ORDER]
    tree = "\n".join(["```{toctree}", ":hidden:", "", *ORDER, "```"])
    index = "\n".join([_HEAD, *listed, "", tree, ""])
    told = [_page(name) for name in ORDER]
    return {"index.md": index, **{path: text for each in told for path, text in each.items()}}


def cells(text: str) -> list[Cell]:
    """Cut a percent-format script into cells; what stands over the first is left out."""
    parts = re.split(r"^# %%(.*)\n", text, flags=re.MULTILINE)[1:]
    cut = zip(parts[::2], parts[1::2], strict=True)
    return [
        Cell("words", re.sub(r"^# ?", "", body, flags=re.MULTILINE).strip())
        if "[markdown]" in head
        else Cell("code", body.strip())
        for head, body in cut
    ]


def title(name: str) -> str:
    """Return the heading of the first cell."""
    return cells(_script(name))[0].text.splitlines()[0].removeprefix("# ")


def about(name: str) -> str:
    """Return the sentence over the first cell."""
    return ast.get_docstring(ast.parse(_script(name))) or ""


def _script(name: str) -> str:
    return (EXAMPLES / f"{name}.py").read_text("utf8")


@cache
def _page(name: str) -> dict[str, str]:
    known: dict[str, Any] = {"__name__": name, "__file__": str(EXAMPLES / f"{name}.py")}
    page, pictures = [], {}
    for number, cell in enumerate(cells(_script(name)), 1):
        if cell.kind == "words":
            page.append(cell.text)
            continue
        said, value = ran(cell.text, known)
        page.append(f"````{{code-block}} python\n{cell.text}\n````")
        if said.strip():
            page.append(f"````{{code-block}} text\n:class: output\n\n{said.rstrip()}\n````")
        if isinstance(value, lg.Plot):
            pictures[f"{name}-{number}.svg"] = value.svg()
            page.append(f"```{{image}} {name}-{number}.svg\n:alt: {value.title}\n```\n\n> {value.summary}")
        elif value is not None:
            page.append(shown(value))
    page.append(f"The script is `examples/{name}.py`.")
    return {f"{name}.md": "\n\n".join(page) + "\n", **pictures}


def ran(code: str, known: dict[str, Any]) -> tuple[str, Any]:
    """Run a cell among known names; return what it prints, and the value of its last line."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with redirect_stdout(StringIO()) as printed:
        exec(compile(tree, known["__file__"], "exec"), known)  # noqa: S102 - our own scripts
        value = None
        if last:
            shown_last = compile(ast.Expression(last.value), known["__file__"], "eval")
            value = eval(shown_last, known)  # noqa: S307 - our own scripts
    return printed.getvalue(), value


def shown(value: Any) -> str:
    """Show a value as a notebook does: as HTML when it knows how, as text when it does not."""
    if hasattr(value, "_repr_html_"):
        html = re.sub(r"\n\s*(?=\n)", "", value._repr_html_())
        return f'````{{raw}} html\n<div class="output">{html.strip()}</div>\n````'
    return f"````{{code-block}} text\n:class: output\n\n{value!r}\n````"
