"""The page of the command line, from the parser itself."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator

from localgender.cli.parser import commands

_HEAD = """# Command line

A command reads one document or many (`compare` two, `export` one, `collect` a folder) and writes one
answer: to the screen, or with `-o` to a file, which is replaced whole or not at all; `collect` writes
tables to a folder, and tells on the screen what became of each file. Answers, help and errors are
Ukrainian; `--lang en` makes all three English.

| exit code | meaning |
|---|---|
| 0 | success |
| 1 | errors were found in a document, under `--strict` |
| 2 | a file that cannot be read or written, or a wrong call; one line on standard error for each |
| 130 | interrupted |

**Several documents** are answered one below another, each under its name, with a summary at the end; a file
that cannot be read is told on standard error and in the summary, and the others are answered all the same.
A pattern that the shell has left as it is (`"plans/**/*.docx"`) is expanded. `--format json` gives one
object: each file by its name, with `type`, `measures`, `errors`, `warnings`, `notices`, `unread`
(characters that were not understood) and `answer`, which is what the file alone would give; or with
`error`, where it could not be read.

**What a document is** is found out: a plan, a report, prose on councils and duties, or statistics;
`--as` decides where it matters. `read`, `audit` and `export` take all four. What asks of measures
refuses a document without them in one line.

**Small counts** of victims and the like are hidden in statistics, with what would tell them:
`statistics`, `read`, `audit` and `export` print what `suppress` publishes, and a finding about hidden
figures is counted, or in JSON is an object without refs, facts and places. `--unsuppressed` shows
everything. Where parts and totals contradict each other, no figure is shown.

`council --format json` is the value that `read_council` gives; with `--on` it is an object with `on`,
`open` and that `value`. `consolidate --format json` has `totals`, `units`, `left_out`, `measures`,
`findings` and `not_read`.

`-` reads a document from standard input. Colours are for terminals: never in a file or a pipe, and never
where `NO_COLOR` is set, unless `--color always` asks for them. `python -m localgender` is the same program.
"""


def page() -> str:
    """Return the Markdown of the page."""
    return "\n".join([_HEAD, *(_command(name, parser) for name, parser in commands("en").items())])


def _command(name: str, parser: argparse.ArgumentParser) -> str:
    # argparse wraps for the terminal of whoever builds; a page is as wide as itself.
    words = " ".join(parser.format_usage().removeprefix("usage: ").split())
    whole = re.sub(r"\[[^]]*\]", lambda option: option[0].replace(" ", "~"), words)
    usage = textwrap.fill(whole, 84, subsequent_indent="    ", break_on_hyphens=False).replace("~", " ")
    rows = "\n".join(_rows(parser))
    purpose = parser.description or ""
    table = f"| argument | meaning |\n|---|---|\n{rows}\n"
    return "\n".join([f"## {name}\n", f"{purpose}\n", f"```text\n{usage}\n```\n", table, _examples(parser)])


def _examples(parser: argparse.ArgumentParser) -> str:
    _, *calls = (parser.epilog or "").splitlines()
    lines = "\n".join(f"$ {call.strip()}" for call in calls)
    return f"```console\n{lines}\n```\n"


def _rows(parser: argparse.ArgumentParser) -> Iterator[str]:
    for each in parser._actions:
        if not isinstance(each, argparse._HelpAction):
            name = ", ".join(each.option_strings) or str(each.metavar)
            choices = f": {', '.join(f'`{word}`' for word in each.choices)}" if each.choices else ""
            default = f" (`{each.default}` when left out)" if each.choices and each.default else ""
            required = " (required)" if each.option_strings and each.required else ""
            yield f"| `{name}` | {each.help}{choices}{default}{required} |"
