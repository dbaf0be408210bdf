"""Writes the pages that are made from the code, before Sphinx looks for pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import addresses
import command_page
import country_page
import example_pages
import gallery_page
import kind_pages
import name_pages
import package_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def generated() -> dict[str, str]:
    """Return every generated page by its path below `docs`, with its pictures."""
    reference = {f"reference/{path}": text for path, text in gallery_page.pages().items()}
    examples = {f"gallery/{path}": text for path, text in example_pages.pages().items()}
    return {**told(), **reference, **examples}


def told() -> dict[str, str]:
    """Return the pages that are made of words alone, for which nothing is run and nothing drawn."""
    kinds = {f"findings/{name}": text for name, text in kind_pages.pages().items()}
    names = {f"names/{name}": text for name, text in name_pages.pages().items()}
    single = {
        "addresses": addresses,
        "command-line": command_page,
        "country": country_page,
        "data-package": package_page,
    }
    pages = {**kinds, **names, **{name: made.page() for name, made in single.items()}}
    return {f"reference/{name}.md": text for name, text in pages.items()}


def write(docs: Path) -> None:
    """Write the pages; those that are as they should be are left alone, so that nothing is built twice."""
    wanted = {docs / path: text for path, text in generated().items()}
    for folder in ("reference/findings", "reference/names", "gallery"):
        for stale in (docs / folder).glob("*.md"):
            if stale not in wanted:
                stale.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf8") != text:
            path.write_text(text, "utf8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Tell Sphinx when to write."""
    app.connect("builder-inited", lambda app: write(Path(app.srcdir)))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
