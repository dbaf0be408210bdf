"""The page in a real browser: usable by everybody, on a phone, from the keyboard, without scripts, on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

import localgender as lg
from paths import ROOT, SAMPLE

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ("google-chrome", "chromium", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium or Chrome on this machine")

SCREENSHOTS = ROOT / "build" / "screenshots"
PHONE, DESK = 390, 1280
widths = pytest.mark.parametrize("width", [PHONE, DESK])
languages = pytest.mark.parametrize("language", ["uk", "en"])
schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a report that has everything to show: a wrong total, what may be wrong, what is not understood."""
    lines = (SAMPLE / "zhytomyr-report-2023.txt").read_text("utf8").split("\n")
    fewer = "\n".join([*lines[:20], *lines[26:36], *lines[53:]]).replace("12,0", "хтозна", 1)
    page = lg.report_page(lg.read_report(fewer.encode()))
    assert all(f'id="uk-{name}"' in page for name in ("attention", "suspects", "unread"))
    assert 'class="found error"' in page
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page, "utf8")
    return path.as_uri()


def opened(browser: Any, address: str, width: int = DESK, **options: Any) -> Any:
    """Open the page as nobody has before."""
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto(address)
    return page


def choose(page: Any, language: str) -> None:
    page.locator(f'label[for="page-{language}"]').click()


def focused(page: Any) -> str:
    """What the keyboard is at: its id, where it leads to, or its label."""
    return str(
        page.evaluate(
            "(e => e.id || e.getAttribute('href') || e.getAttribute('aria-label') || e.tagName)(document.activeElement)"
        )
    )


@languages
@schemes
@widths
def test_everybody_can_use_the_page(
    browser: Any, address: str, width: int, scheme: str, language: str
) -> None:
    """Without a single violation of what axe-core knows: names, contrast, landmarks, headers, order."""
    page = opened(browser, address, width, color_scheme=scheme)
    choose(page, language)
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(
        path=SCREENSHOTS / f"page-{language}-{scheme}-{width}.png",
        full_page=(width, scheme) == (PHONE, "light"),
    )
    found = axe.Axe().run(page).response["violations"]
    page.close()
    assert [(each["id"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found] == []


@widths
@languages
def test_page_is_no_wider_than_the_screen(browser: Any, address: str, width: int, language: str) -> None:
    page = opened(browser, address, width)
    choose(page, language)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_page_needs_no_script_and_asks_for_nothing(browser: Any, address: str) -> None:
    asked: list[str] = []
    page = browser.new_page(java_script_enabled=False)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert page.locator(".uk h2").first.is_visible()
    assert not page.locator(".en h2").first.is_visible()
    choose(page, "en")
    assert page.locator(".en h2").first.is_visible()
    assert not page.locator(".uk h2").first.is_visible()
    page.close()
    assert asked == [address]


def test_keyboard_reaches_everything_in_its_order(browser: Any, address: str) -> None:
    page = opened(browser, address)
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(focused(page))
        outlined = "e => getComputedStyle(e.matches('input') ? e.nextElementSibling : e).outlineStyle"
        assert page.evaluate(f"({outlined})(document.activeElement)") == "solid", reached[-1]
    assert reached[0] == "page-uk"
    contents = page.locator("nav:visible a").evaluate_all(
        "links => links.map(each => each.getAttribute('href'))"
    )
    assert reached[1 : len(contents) + 1] == contents
    assert any(each.startswith("#uk-finding-") for each in reached[len(contents) + 1 :])
    page.close()


def test_language_is_switched_from_the_keyboard(browser: Any, address: str) -> None:
    page = opened(browser, address)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator("#en-summary").is_visible()
    assert not page.locator("#uk-summary").is_visible()
    page.close()


def test_finding_leads_to_its_cell_and_the_cell_back(browser: Any, address: str) -> None:
    page = opened(browser, address)
    page.locator(".uk .found.error a").first.click()
    cell = page.locator(":target")
    assert cell.is_visible()
    assert "hit" in str(cell.get_attribute("class"))
    cell.locator("a:visible").first.click()
    assert page.locator(":target").evaluate("each => each.tagName") == "LI"
    page.close()


@languages
def test_paper_shows_one_language_and_cuts_no_column_off(browser: Any, address: str, language: str) -> None:
    """A4 on its side, less its margins, is 1032 points of the screen wide."""
    page = opened(browser, address, 1032)
    choose(page, language)
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = false)")
    page.emulate_media(media="print")
    other = "en" if language == "uk" else "uk"
    assert not page.locator(".page-language, nav").first.is_visible()
    assert not page.locator(f".{other} h2").first.is_visible()
    assert page.locator(f".{language} details li").last.is_visible()
    cut = "parts => parts.filter(each => each.scrollWidth > each.clientWidth + 1).length"
    assert page.locator(f".{language} .wide, .document .wide").evaluate_all(cut) == 0
    page.close()


def test_no_picture_is_taller_than_the_paper(browser: Any, address: str) -> None:
    page = opened(browser, address, 1032)
    page.emulate_media(media="print")
    heights = page.locator(".uk figure svg").evaluate_all("all => all.map(each => each.clientHeight)")
    page.close()
    assert heights
    assert max(heights) <= 670


def test_paper_repeats_headers_and_hides_links(browser: Any, address: str) -> None:
    page = opened(browser, address, 1032)
    page.emulate_media(media="print")
    look = "(each, name) => getComputedStyle(each)[name]"
    assert page.locator(".uk .measures thead").first.evaluate(look, "display") == "table-header-group"
    assert page.locator(".uk .measures a").first.evaluate(look, "textDecorationLine") == "none"
    page.close()


def test_page_is_printed(browser: Any, address: str) -> None:
    """The printed words are those of the page, in the language that was chosen."""
    page = opened(browser, address)
    choose(page, "en")
    printed = lg.scan(page.pdf(prefer_css_page_size=True))
    page.close()
    words = " ".join(text for _, text in printed.texts())
    assert "What needs attention" in words
    assert "На що звернути увагу" not in words
    assert "Table 1" in words
