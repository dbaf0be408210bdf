"""The page of the command line, from the parser itself."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterator

from localgender.cli import _parser

_HEAD = """# Command line

Each command reads one document (`compare` two) and writes one answer. Ukrainian is the default language.

Exit codes: 0 success; 1 errors found under `--strict`; 2 a file that cannot be read or a wrong call, which
one line on standard error explains; 130 interrupted.

`python -m localgender` is the same program.
"""


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each command, in their order."""
    actions = _parser()._actions
    (chosen,) = (each for each in actions if isinstance(each, argparse._SubParsersAction))
    return dict(chosen.choices)


def page() -> str:
    """Return the Markdown of the page."""
    return "\n".join([_HEAD, *(_command(name, parser) for name, parser in commands().items())])


def _command(name: str, parser: argparse.ArgumentParser) -> str:
    # argparse wraps for the terminal of whoever builds; a page is as wide as itself.
    words = " ".join(parser.format_usage().removeprefix("usage: ").split())
    whole = re.sub(r"\[[^]]*\]", lambda option: option[0].replace(" ", "~"), words)
    usage = textwrap.fill(whole, 84, subsequent_indent="    ", break_on_hyphens=False).replace("~", " ")
    rows = "\n".join(_rows(parser))
    purpose = f"{(parser.description or '')[:1].upper()}{(parser.description or '')[1:]}."
    return f"## {name}\n\n{purpose}\n\n```text\n{usage}\n```\n\n| argument | meaning |\n|---|---|\n{rows}\n"


def _rows(parser: argparse.ArgumentParser) -> Iterator[str]:
    for each in parser._actions:
        if not isinstance(each, argparse._HelpAction):
            name = ", ".join(each.option_strings) or str(each.metavar)
            choices = f": {', '.join(f'`{word}`' for word in each.choices)}" if each.choices else ""
            default = f" (`{each.default}` when left out)" if each.choices and each.default else ""
            required = " (required)" if each.option_strings and each.required else ""
            yield f"| `{name}` | {each.help}{choices}{default}{required} |"
