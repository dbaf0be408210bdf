"""Builds the documentation in both languages: `python docs/_ext/build.py [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.cmd.build import main

_DOCS = Path(__file__).parents[1]
# Where each language lies below the folder of the site; the switch of a page leads there and back.
_FOLDERS = {"en": ".", "uk": "uk"}


def build(site: Path, docs: Path = _DOCS) -> int:
    """Build every language with warnings as errors; return the exit code of the worst."""
    return max(
        main(["-W", "-q", "-b", "html", "-A", "both=1", "-D", f"language={language}",
              "-d", str(site.parent / f"doctrees-{language}"), str(docs), str(site / folder)])
        for language, folder in _FOLDERS.items()
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(build(Path(*sys.argv[1:2] or ["build/docs"])))
