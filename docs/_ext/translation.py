"""How much of the documentation is translated, and catalogues that keep up with its pages.

`python docs/_ext/translation.py` prints the share of each part and fails below the floor; `--update` first
takes over what the pages say now, which is then to be translated in `docs/locale/uk/LC_MESSAGES`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

DOCS = Path(__file__).parents[1]
CATALOGUES = DOCS / "locale" / "uk" / "LC_MESSAGES"
# Parts of the site that promise a translation, by what the paths of their pages begin with.
PROMISED = (
    "index",
    "contributing",
    "tutorial/",
    "how-to/",
    "explanation/",
    "reference/index",
    "reference/collected-folder",
    "reference/glossary",
    "reference/findings/",
)
# What stays English: pages made of names and of facts about them.
ENGLISH = (
    "addresses", "names", "command-line", "country", "data-package", "facts", "json", "pictures", "promise",
    "strategies",
)  # fmt: skip
FLOOR = 95
_CODE = re.compile(r"`[^`]*`")
_LATIN = re.compile("[A-Za-z]")


def shares(catalogues: Path) -> dict[str, tuple[int, int]]:
    """Return for each promised part its translated words and all its words.

    Args:
        catalogues: Folder of .po or .pot files as Sphinx writes them. What their messages say is looked up in
            the committed catalogues, so that a template tells what the pages say today.
    """
    known = {path.stem: _read(path) for path in CATALOGUES.glob("*.po")}
    done: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for path in sorted(catalogues.glob("*.po*")):
        for message, part in _promised(_read(path)):
            words = len(str(message.id).split())
            all_[part] += words
            done[part] += words * is_translated(known, path.stem, message)
    return {part: (done[part], all_[part]) for part in PROMISED}


def is_translated(known: Mapping[str, Catalog], name: str, message: Message) -> bool:
    """Tell whether a message is Ukrainian, or a catalogue says it in Ukrainian for sure."""
    if not _LATIN.search(_CODE.sub("", str(message.id))):
        return True
    found = known[name].get(message.id) if name in known else None
    return found is not None and bool(found.string) and not found.fuzzy


def pages(message: Message) -> Iterator[str]:
    """Return the pages that say a message, as paths below `docs`."""
    for location, _ in message.locations:
        yield location.removeprefix("../").removeprefix("../").removeprefix("docs/")


def _promised(catalogue: Catalog) -> Iterator[tuple[Message, str]]:
    for message in catalogue:
        parts = {part for page in pages(message) for part in PROMISED if page.startswith(part)}
        if message.id:
            yield from ((message, part) for part in sorted(parts))


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def extract(folder: Path) -> None:
    """Write what the pages say now, without those that stay English."""
    left_out = ",".join(["_ext", "_templates", "locale", *(f"reference/{each}*" for each in ENGLISH)])
    # Links to the pages left out lead nowhere, so warnings are no errors here.
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-Q",
        "-E",
        "-b",
        "gettext",
        "-D",
        f"exclude_patterns={left_out}",
    ]
    subprocess.run([*command, str(DOCS), str(folder)], check=True)  # noqa: S603
    # The words of the frame around the pages are few and kept by hand.
    (folder / "sphinx.pot").unlink(missing_ok=True)


def update(templates: Path) -> None:
    """Take new messages into the catalogues; those that changed are marked as fuzzy."""
    command = [sys.executable, "-m", "sphinx_intl", "update", "-l", "uk", "-w", "0"]
    subprocess.run([*command, "-p", str(templates), "-d", str(DOCS / "locale")], check=True)  # noqa: S603


def main(arguments: list[str]) -> int:
    """Print the shares; return 1 when one is below the floor."""
    templates = DOCS.parent / "build" / "gettext"
    extract(templates)
    if "--update" in arguments:
        update(templates)
    low = 0
    for part, (done, words) in shares(templates).items():
        percent = 100 * done // words
        low |= percent < FLOOR
        sys.stdout.write(f"{part:22}{percent:4} % of {words} words\n")
    return low


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
