"""The repository's own papers say the same thing about one version."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_a_citation_names_the_version_and_the_licence_that_are_released() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^(?:version|license): (.+)$", citation, flags=re.MULTILINE) == [
        project["version"],
        project["license"],
    ]
