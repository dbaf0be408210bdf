"""What the documentation promises of its generated pages, without the program that builds it."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path

import attrs
import command_page
import country_page
import example_pages
import gallery_page
import generated
import kind_pages
import name_pages
import package_page
import pytest

import localgender as lg
from localgender.documents.layouts.written import layout_from_toml
from localgender.exchange.data_package.tables import TABLES
from localgender.findings import READING
from localgender.questions.consolidation.kinds import CONSOLIDATING
from localgender.questions.rules import RULES
from localgender.showing.sentences import KINDS

DOCS = Path(__file__).parent.parent / "docs"

NOTICED = READING | CONSOLIDATING
SESSIONS = {kind: words["example"] for kind, words in kind_pages.noticed().items()}
SESSIONS |= {rule.kind: kind_pages.session(rule) + "\n" for rule in RULES}


def test_every_kind_of_finding_has_its_page() -> None:
    assert set(KINDS) == {*NOTICED, *(rule.kind for rule in RULES)}
    assert set(kind_pages.pages()) == {*KINDS, "index"}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_page_of_a_kind_leaves_no_part_out(kind: str) -> None:
    parts = re.split(r"^## .*\n", kind_pages.pages()[kind], flags=re.MULTILINE)
    assert len(parts) == 5, "head, why it matters, how it is decided, example, what it does not see"
    assert all(part.strip() for part in parts)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_example_of_a_page_runs_as_it_is_copied(kind: str) -> None:
    session = doctest.DocTestParser().get_doctest(SESSIONS[kind], {}, kind, None, None)
    assert session.examples
    told: list[str] = []
    assert doctest.DocTestRunner(verbose=False).run(session, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("kind", sorted(NOTICED))
def test_the_index_names_each_kind_under_its_weight(kind: str) -> None:
    errors, warnings, notices = kind_pages.pages()["index"].split("\n## ")[1:]
    part = {"error": errors, "warning": warnings, "notice": notices}[NOTICED[kind]]
    assert f"[{kind}]({kind}.md)" in part


def test_every_public_name_stands_on_a_page() -> None:
    shown = [name for names in name_pages.rooms().values() for name in names]
    assert sorted([*shown, "__version__"]) == sorted(lg.__all__)
    for room, names in name_pages.rooms().items():
        assert [name for name in names if f"## {name}\n" not in name_pages.pages()[room]] == []


def test_what_public_names_give_stands_on_a_page_too() -> None:
    shown = re.findall(r"^### (\w+)\n", "\n".join(name_pages.pages().values()), re.MULTILINE)
    assert sorted(shown) == sorted(kind.__name__ for kind in name_pages.met_kinds())


def test_the_page_of_the_command_line_names_every_option() -> None:
    page = command_page.page()
    for name, parser in command_page.commands().items():
        assert f"## {name}\n" in page
        for option in parser._option_string_actions:
            assert option in page or option == "--help"


def test_the_page_of_the_data_package_names_every_column() -> None:
    parts = package_page.page().split("\n## ")[1:]
    assert [part.split("\n")[0] for part in parts] == [table.name for table in TABLES]
    for table, part in zip(TABLES, parts, strict=True):
        assert re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE) == list(table.names)


def test_the_page_of_a_country_names_every_column() -> None:
    parts = country_page.page().split("\n## ")[1:]
    assert [part.split("\n")[0] for part in parts] == list(lg.frames.TABLES)
    for (table, columns), part in zip(lg.frames.TABLES.items(), parts, strict=True):
        assert re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE) == list(columns), table


def test_pages_are_written_once_and_stale_ones_go(tmp_path: Path) -> None:
    generated.write(tmp_path)
    stale = tmp_path / "reference" / "findings" / "no-such-kind.md"
    stale.write_text("old", "utf8")
    kept = tmp_path / "reference" / "command-line.md"
    before = kept.stat().st_mtime_ns
    generated.write(tmp_path)
    assert not stale.exists()
    assert kept.stat().st_mtime_ns == before
    written = {str(each.relative_to(tmp_path)) for each in tmp_path.rglob("*.*")}
    assert written == set(generated.generated())


def test_every_picture_stands_in_the_gallery() -> None:
    pages = gallery_page.pages()
    for name in lg.plots.__all__:
        assert f"## {name}\n" in pages["pictures.md"]
        assert f"gallery/{name}.svg" in pages["pictures.md"]
        assert pages[f"gallery/{name}.svg"].startswith("<svg")


def test_the_picture_of_the_readme_is_the_picture_drawn() -> None:
    """Its words are those of today; how a library rounds a coordinate does not matter."""
    kept = (DOCS / "images" / "status.svg").read_text("utf8")
    drawn = gallery_page.pages()["gallery/status_map.svg"]
    assert re.findall(r">([^<]+)<", kept) == re.findall(r">([^<]+)<", drawn)


def test_the_file_of_a_layout_on_the_page_reads_the_table_on_the_page() -> None:
    page = (DOCS / "how-to" / "audit-your-own-table.md").read_text("utf8")
    (table,) = re.findall(r'table = """(.*?)"""', page, re.DOTALL)
    (written,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    reading = lg.read_plan(table.encode(), layouts=[layout_from_toml(written)])
    assert reading.unread == ()
    assert "stated-total-differs" in lg.audit(reading).kinds


def test_what_recipes_import_from_deeper_modules_is_promised() -> None:
    """Whoever copies one must not wake up to find it broken."""
    recipes = [*DOCS.glob("tutorial/*.md"), *DOCS.glob("how-to/*.md"), *example_pages.EXAMPLES.glob("*.py")]
    text = "\n".join(path.read_text("utf8") for path in recipes)
    imports = re.findall(r"^(?:>>> )?from (localgender\.[\w.]+) import (.+)$", text, re.MULTILINE)
    page = (DOCS / "reference" / "promise.md").read_text("utf8")
    rows = re.findall(r"^\| `(localgender\.[\w.]+)` \| (.+) \|$", page, re.MULTILINE)
    promised = {(module, name) for module, names in rows for name in re.findall(r"`(\w+)`", names)}
    assert promised == {(module, name) for module, names in imports for name in names.split(", ")}
    assert all(hasattr(import_module(module), name) for module, name in promised)


def test_a_page_shows_what_every_field_of_a_policy_changes() -> None:
    page = (DOCS / "how-to" / "set-a-policy.md").read_text("utf8")
    assert [each.name for each in attrs.fields(lg.Policy) if f"`{each.name}`" not in page] == []
    assert [each.name for each in attrs.fields(lg.Policy) if f"{each.name}=" not in page] == []


def test_the_glossary_names_classes_that_are_there() -> None:
    named = re.findall(r"`lg\.([A-Za-z_.]+)", (DOCS / "reference" / "glossary.md").read_text("utf8"))
    assert named
    for name in named:
        value = lg
        for part in name.split("."):
            fields = {each.name for each in getattr(value, "__attrs_attrs__", ())}
            assert hasattr(value, part) or part in fields, name
            value = getattr(value, part, None)


def test_every_page_is_reached_from_a_table_of_contents() -> None:
    pages = {each.relative_to(DOCS).with_suffix("").as_posix() for each in DOCS.rglob("*.md")}
    pages = {
        each for each in pages if not each.startswith(("reference/findings", "reference/names", "gallery/"))
    }
    listed = {"index"}
    for page in DOCS.rglob("*.md"):
        for tree in re.findall(r"```\{toctree\}\n(.*?)```", page.read_text("utf8"), re.DOTALL):
            names = [line for line in tree.splitlines() if line and not line.startswith(":")]
            listed |= {(page.parent / name).relative_to(DOCS).as_posix() for name in names}
    assert pages | {f"reference/{each}" for each in ("addresses", "command-line", "data-package")} <= listed
