"""Tables drawn with upright strokes, as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localgender.documents.grid import Grid

_RULE = re.compile(":?-+:?")
_STROKE = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def parts(text: str) -> Iterator[Grid | str]:
    r"""Yield the tables of a text and the texts between them.

    A table is a line of headers, a line of rules such as `|---|:--:|` below it, and the lines of cells
    that follow without a gap. The rules are no row; `\|` is a stroke, `<br>` a break within a cell.
    The marks of headings around tables are not shown, so they are no text.

    Args:
        text: Lines end with line feeds.
    """
    lines = text.split("\n")
    reached = 0
    for rule in [number for number in range(1, len(lines)) if _are_rules(lines[number - 1], lines[number])]:
        # A line of dashes inside a table is a row that says nothing.
        if rule > reached:
            yield _HEADING.sub("", "\n".join(lines[reached : rule - 1]))
            reached = rule + 1
            while reached < len(lines) and "|" in lines[reached]:
                reached += 1
            yield Grid([_cells(line) for line in (lines[rule - 1], *lines[rule + 1 : reached])])
    rest = "\n".join(lines[reached:])
    yield _HEADING.sub("", rest) if reached else rest


def _are_rules(header: str, line: str) -> bool:
    if "-" not in line or "|" not in line or "|" not in header:
        return False
    rules = _cells(line)
    return all(map(_RULE.fullmatch, rules)) and len(rules) == len(_cells(header))


def _cells(line: str) -> list[str]:
    inside = line.strip().removeprefix("|")
    if _STROKE.search(inside[-2:]) and inside.endswith("|"):
        inside = inside[:-1]
    return [_BREAK.sub("\n", cell.strip().replace("\\|", "|")) for cell in _STROKE.split(inside)]
