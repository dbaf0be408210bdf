"""Where the pages lead: inside, to files and headings that are there; outside, to addresses kept in one list."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote, urlsplit

import addresses
import example_pages
import generated
import inventories
import pytest

from paths import ROOT

OUTSIDE = re.compile(r"https?://[^\s<>()\"'`|,;\\{]+")
# Names of XML vocabularies look like addresses, but are only compared.
VOCABULARY = re.compile(r"https?://(schemas\.openxmlformats|www\.w3|purl\.oclc|openoffice)\.org/")
ADDRESSES = "docs/reference/addresses.md"
INVENTORIES = ROOT / "docs" / "_ext" / "inventories.toml"
LISTED = {**addresses.addresses("visited"), **addresses.addresses("named")}


@cache
def pages() -> dict[str, str]:
    """Every page by its path: those in the checkout, and those that are made from the code and the examples."""
    written = {path: path.read_text("utf8") for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]}
    examples = {f"gallery/{name}.md": words(name) for name in example_pages.ORDER}
    made = {**generated.told(), **examples, "gallery/index.md": "", "reference/pictures.md": ""}
    return {path.relative_to(ROOT).as_posix(): text for path, text in written.items()} | {
        f"docs/{path}": text for path, text in made.items()
    }


def words(name: str) -> str:
    """What a script of the gallery says between its code."""
    cells = example_pages.cells((example_pages.EXAMPLES / f"{name}.py").read_text("utf8"))
    return "\n\n".join(cell.text for cell in cells if cell.kind == "words")


def prose(text: str) -> str:
    """The page without blocks of code, whose brackets are no links."""
    return re.sub(r"^(`{3,}).*?^\1", "", text, flags=re.DOTALL | re.MULTILINE)


def links(text: str) -> list[str]:
    inline = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", prose(text)))
    pictures = re.findall(r"^`{3}\{image\} (\S+)", text, re.MULTILINE)
    return [each for each in [*inline, *pictures] if not OUTSIDE.match(each)]


def anchors(text: str) -> set[str]:
    """What the headings of a page are called, as MyST and the forges call them."""
    heads = re.findall(r"^#+ (.*)$", prose(text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def leads_nowhere(page: str, link: str) -> bool:
    path, _, anchor = unquote(link).partition("#")
    there = (ROOT / page).parent.joinpath(path).resolve() if path else ROOT / page
    name = there.relative_to(ROOT.resolve()).as_posix()
    found = name in pages() or there.exists()
    return not found or bool(anchor and anchor not in anchors(pages().get(name, "")))


def test_every_link_leads_somewhere() -> None:
    every = [(page, link) for page, text in pages().items() if page.endswith(".md") for link in links(text)]
    assert len(every) > 100
    assert [(page, link) for page, link in every if leads_nowhere(page, link)] == []


def test_a_link_that_leads_nowhere_is_seen() -> None:
    assert links("[a](b.md) ![c](d.png) `[e](f.md)`\n```\n[g](h.md)\n```\n") == ["b.md", "d.png"]
    assert anchors("# Plan «A», or B\n```\n# no\n```\n") == {"plan-a-or-b"}
    assert leads_nowhere("README.md", "docs/no-such-page.md")
    assert leads_nowhere("README.md", "docs/contributing.md#no-such-heading")
    assert not leads_nowhere("README.md", "docs/contributing.md#set-up-and-test")


def named() -> set[str]:
    """Every external address of the pages, the code and its tables."""
    sources = [path for path in (ROOT / "src").rglob("*") if path.suffix in {".py", ".toml"}]
    written = [text for page, text in pages().items() if page.endswith(".md") and page != ADDRESSES]
    texts = [*written, INVENTORIES.read_text("utf8"), *(path.read_text("utf8") for path in sources)]
    found = {each.rstrip(".:*") for text in texts for each in OUTSIDE.findall(text)}
    return {each for each in found if not VOCABULARY.match(each)}


def test_every_external_address_stands_in_the_list() -> None:
    """So that one file shows where the pages lead, and one command can visit it all."""
    assert sorted(named() - set(LISTED)) == []


def test_the_list_holds_no_address_that_nothing_names() -> None:
    assert sorted(set(LISTED) - named()) == []


@pytest.mark.parametrize("address", LISTED)
def test_an_external_address_is_whole(address: str) -> None:
    parts = urlsplit(address)
    assert parts.scheme == "https" or parts.hostname == "localhost"
    assert re.fullmatch(r"localhost|([a-z0-9-]+\.)+[a-z]+", parts.hostname or "")
    assert "//" not in parts.path


@pytest.mark.parametrize("part", ["visited", "named"])
def test_the_list_is_in_order(part: str) -> None:
    assert list(addresses.addresses(part)) == sorted(addresses.addresses(part))


def test_the_pages_show_every_address_that_is_visited() -> None:
    """The checker of links reads pages only, so what the README and the code name must stand on one."""
    assert [each for each in addresses.addresses("visited") if f"<{each}>" not in pages()[ADDRESSES]] == []


OTHERS = sorted(
    (name, role) for told in inventories.projects().values() for role, names in told.items() for name in names
)


@pytest.mark.parametrize(("name", "role"), OTHERS)
def test_a_name_of_another_project_is_there(name: str, role: str) -> None:
    """As what the inventory says it is, in the version that is installed."""
    module, _, own = name.rpartition(".")
    if module.partition(".")[0] == "altair":
        pytest.importorskip("altair")
    value = getattr(import_module(module or "builtins"), own)
    assert isinstance(value, type) == (role != "function")
    assert callable(value)


def test_sphinx_reads_the_inventories(tmp_path: Path) -> None:
    inventory = pytest.importorskip("sphinx.util.inventory", reason="the extra docs is not installed")
    for project, (address, path) in inventories.mapping(tmp_path).items():
        read = inventory.InventoryFile.loads(Path(path).read_bytes(), uri=address).data
        for role, names in inventories.projects()[project].items():
            assert set(read.get(f"py:{role}", {})) == set(names)
            for name, place in names.items():
                assert read[f"py:{role}"][name].uri == address + place.replace("$", name)
