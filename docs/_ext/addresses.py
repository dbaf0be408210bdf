"""External addresses in one place, and the page that lists them."""

from __future__ import annotations

import tomllib
from pathlib import Path

_HEAD = """# External addresses

What the library and its pages lead to outside. Nothing of it is opened when the library is used or the pages
are built; `python -m sphinx -b linkcheck docs build/links` asks each whether it is still there.

| address | what stands there |
|---|---|
"""


def addresses(part: str) -> dict[str, str]:
    """Return the addresses that are "visited" or only "named", each with what stands there."""
    written = tomllib.loads(Path(__file__).with_name("addresses.toml").read_text("utf8"))
    return dict(written[part])


def page() -> str:
    """Return the Markdown of the page."""
    rows = [f"| <{address}> | {about} |" for address, about in addresses("visited").items()]
    return _HEAD + "\n".join(rows) + "\n"
