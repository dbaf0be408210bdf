"""A page for each kind of finding, from the rule itself or from a table of what is found on the way."""

from __future__ import annotations

import ast
import inspect
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import localgender as lg
from localgender.findings import READING, Severity
from localgender.questions.consolidation.kinds import CONSOLIDATING
from localgender.questions.rules import RULES
from localgender.questions.rules.rule import Page, Rule
from localgender.showing.messages import title_of

# What is found on the way, not by a rule: who finds it, its kinds with their weight, and its basis.
_TABLES = {
    "reading": (READING, "the document itself"),
    "consolidation": (CONSOLIDATING, "the reports beside each other"),
}
_SEVERITIES = {
    Severity.ERROR: "Errors: figures contradict each other",
    Severity.WARNING: "Warnings: probably wrong",
    Severity.NOTICE: "Notices: worth knowing",
}


def pages() -> Mapping[str, str]:
    """Return the Markdown of every page by its name, `index` among them."""
    told = {
        kind: _noticed(kind, Page(**words), found_by)
        for found_by in _TABLES
        for kind, words in table(found_by).items()
    }
    told |= {rule.kind: _rule(rule) for rule in RULES}
    return {**told, "index": _index()}


def table(found_by: str) -> dict[str, dict[str, str]]:
    """Return what the table says of each kind that "reading" or "consolidation" notices."""
    return tomllib.loads(Path(__file__).with_name(f"{found_by}_kinds.toml").read_text("utf8"))


def noticed() -> dict[str, dict[str, str]]:
    """Return what the tables say of each kind that no rule finds."""
    return {kind: words for found_by in _TABLES for kind, words in table(found_by).items()}


def session(rule: Rule) -> str:
    """Return the example of a rule with the imports it needs in a session of its own."""
    module = inspect.getmodule(rule.check)
    lines = [line for line in rule.page.example.splitlines() if not _is_public(line)]
    return "\n".join([*_imports(rule.page.example, module), *lines]).strip() if module else rule.page.example


def _is_public(line: str) -> bool:
    """Tell whether a line only imports what the façade offers, from a deeper place."""
    if not line.startswith(">>> from localgender."):
        return False
    names = line.partition(" import ")[2].split(", ")
    return all(name in lg.__all__ for name in names)


def _imports(lines: str, module: ModuleType) -> Iterator[str]:
    code = "\n".join(line[4:] for line in lines.splitlines() if line.startswith((">>> ", "... ")))
    names = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)]
    wanted = {node.id for node in names} - {node.id for node in names if isinstance(node.ctx, ast.Store)}
    public = sorted(wanted.intersection(lg.__all__))
    if public:
        yield f">>> from localgender import {', '.join(public)}"
    if rest := sorted(name for name in wanted.intersection(vars(module)) if name not in public):
        yield f">>> from {module.__name__} import {', '.join(rest)}"


def _rule(rule: Rule) -> str:
    asked = " and ".join(f"{{py:class}}`~localgender.{each.__name__}`" for each in rule.about)
    facts = {"Severity": rule.severity, "Asked of": asked, "Basis": rule.basis}
    return _page(rule.kind, rule.page, session(rule), facts)


def _noticed(kind: str, page: Page, found_by: str) -> str:
    severities, basis = _TABLES[found_by]
    facts = {"Severity": severities[kind], "Found by": found_by, "Basis": basis}
    return _page(kind, page, page.example.strip(), facts)


def _page(kind: str, page: Page, example: str, facts: Mapping[str, Any]) -> str:
    sections = {"Why it matters": page.matters, "How it is decided": page.decided}
    parts = [
        f"# {kind}",
        f"**{title_of(kind, 'en')}** · {title_of(kind, 'uk')}",
        page.finds,
        "\n".join(f"- {name}: {fact}" for name, fact in facts.items()),
        *(f"## {head}\n\n{_sentence(text)}" for head, text in sections.items()),
        f"## Example\n\nFirst a case that is in order, then one that is found.\n\n```pycon\n{example}\n```",
        f"## What it does not see\n\n{_sentence(page.unseen)}",
    ]
    return "\n\n".join(parts) + "\n"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _index() -> str:
    kinds = [(rule.kind, rule.severity, rule.page.finds) for rule in RULES]
    kinds += [
        (kind, severities[kind], words["finds"])
        for found_by, (severities, _) in _TABLES.items()
        for kind, words in table(found_by).items()
    ]
    parts = [
        "# Kinds of findings",
        "A finding names what the author of a document can repair or should know. Its kind never changes its "
        "name. Some kinds weigh less in one case than in another; the weight below is the usual one.",
    ]
    for severity, head in _SEVERITIES.items():
        rows = [f"| [{kind}]({kind}.md) | {title_of(kind, 'uk')} | {finds} |"
                for kind, weight, finds in sorted(kinds) if weight is severity]  # fmt: skip
        columns = "| kind | українською | what it finds |\n|---|---|---|"
        parts.append("\n".join([f"## {head}\n", columns, *rows]))
    listed = "\n".join(sorted(kind for kind, _, _ in kinds))
    parts.append(f"```{{toctree}}\n:hidden:\n\n{listed}\n```")
    return "\n\n".join(parts) + "\n"
