"""The documentation in two languages: what is translated, the switch between them, and words found in all their cases."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import translation
import ukrainian_words
from babel.messages.pofile import read_po

from paths import ROOT

PO = sorted(path for path in translation.CATALOGUES.glob("*.po") if path.stem != "sphinx")
CASES = [
    "звіт звіту звітів звітам звіті",
    "захід заходу заходів заходами",
    "знахідка знахідок знахідкою",
    "таблиця таблиць таблицю",
    "виконавець виконавця виконавцями",
    "підсумок підсумку підсумків",
    "рік року роки",
]


@pytest.mark.parametrize("part", translation.PROMISED)
def test_what_is_promised_in_ukrainian_is_translated(part: str) -> None:
    done, words = translation.shares(translation.CATALOGUES)[part]
    assert words
    assert 100 * done >= translation.FLOOR * words


@pytest.mark.parametrize("path", PO, ids=lambda path: path.stem)
def test_a_translation_keeps_code_and_links(path: Path) -> None:
    kept = re.compile(r"`[^`]+`|\]\([^)]+\)|\{py:\w+\}")
    with path.open("rb") as file:
        for message in read_po(file):
            if message.id and message.string and not message.fuzzy:
                assert sorted(set(kept.findall(message.id))) == sorted(set(kept.findall(message.string)))


@pytest.mark.parametrize("words", CASES)
def test_a_word_is_found_in_all_its_cases(words: str) -> None:
    assert len({ukrainian_words.stem(word) for word in words.split()}) == 1


def test_unlike_words_stay_apart() -> None:
    stems = {ukrainian_words.stem(words.split()[0]) for words in CASES}
    assert len(stems) == len(CASES)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, ("google-chrome", "chromium", "chromium-browser"))), None)
    if found is None:
        pytest.skip("no Chromium or Chrome on this machine")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found)
        yield started
        started.close()


def test_whoever_types_gets_the_stems_of_the_index(browser: Any) -> None:
    with (translation.CATALOGUES / "tutorial.po").open("rb") as file:
        words = sorted(set(re.findall(r"\w+", " ".join(str(message.string) for message in read_po(file)))))
    assert len(words) > 300
    page = browser.new_page()
    page.add_script_tag(content=ukrainian_words.JAVASCRIPT)
    typed = page.evaluate("words => words.map((word) => new Stemmer().stemWord(word))", words)
    assert typed == [ukrainian_words.stem(word) for word in words]


# One line of code is wider than any page; a page with parts has a list of them at its side.
AUDIT = f"# Audit the report\n\n```python\n>>> {'+'.join('2' * 200)}\n400\n```\n\n## More\n\nEach finding.\n"
INDEX = "# localgender\n\n```{toctree}\n:caption: Begin\n\ntutorial/audit\n```\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two pages, built as the real one is, with the words of the real one."""
    pytest.importorskip("sphinx", reason="the extra docs is not installed")
    import build

    docs = tmp_path_factory.mktemp("docs")
    for name in ("_ext", "_templates", "_static", "locale"):
        (docs / name).symlink_to(ROOT / "docs" / name)
    settings = (ROOT / "docs" / "conf.py").read_text("utf8")
    (docs / "conf.py").write_text(settings.replace('    "generated",\n', ""), "utf8")
    (docs / "index.md").write_text(INDEX, "utf8")
    (docs / "tutorial").mkdir()
    (docs / "tutorial" / "audit.md").write_text(AUDIT, "utf8")
    assert build.build(docs / "site", docs) == 0
    return docs / "site"


def test_each_page_leads_to_itself_in_the_other_language(site: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto((site / "tutorial" / "audit.html").as_uri())
    assert page.inner_text("h1") == "Audit the report"
    for language, heading in [("uk", "Перевірте звіт"), ("en", "Audit the report")]:
        page.click(f'nav.languages a[lang="{language}"]')
        assert page.inner_text("h1") == heading
        assert page.get_attribute("html", "lang") == language


def test_the_other_language_is_asked_for_the_same_word(site: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto((site / "search.html").as_uri() + "?q=звіт#search-results")
    page.click('nav.languages a[lang="uk"]')
    assert page.input_value('input[name="q"]') == "звіт"
    assert page.url.endswith("#search-results")


def test_no_english_is_left_in_the_frame_of_a_ukrainian_page(site: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto((site / "uk" / "tutorial" / "audit.html").as_uri())
    labels = page.eval_on_selector_all(
        "[aria-label], [data-tooltip], [placeholder]",
        "all => all.flatMap((each) => ['aria-label', 'data-tooltip', 'placeholder', 'title'].map((name) => each.getAttribute(name)))",
    )
    shown = [*filter(None, labels), page.inner_text(".skip-to-content"), page.inner_text("footer")]
    assert [text for text in shown if not re.search("[а-яіїєґ]", text)] == []


def test_the_search_finds_a_word_in_another_case(site: Path, browser: Any) -> None:
    page = browser.new_page()
    page.goto((site / "uk" / "search.html").as_uri() + "?q=звітів")
    page.wait_for_selector("#search-results li a")
    assert page.inner_text("#search-results li a") == "Перевірте звіт"
    assert "знайдено 2 сторінки" in page.inner_text("#search-results")


@pytest.mark.parametrize(
    "name", ["index.html", "tutorial/audit.html", "search.html?q=audit", "uk/search.html?q=звіт"]
)
@pytest.mark.parametrize("width", [390, 1280])
def test_everybody_can_use_a_page(site: Path, browser: Any, name: str, width: int) -> None:
    """Nothing that axe-core knows is in the way, on a phone and on a desk."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site.as_uri()}/{name}", wait_until="load")
    found = axe.Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
