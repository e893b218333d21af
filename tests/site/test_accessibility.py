"""Every kind of page holds to WCAG 2.2 AA as far as axe-core can tell, light and dark, and asks no other host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from tests.site.kinds import KINDS, fullest_pages


@pytest.fixture(scope="module")
def pages(demo_site: Path) -> dict[str, Path]:
    return fullest_pages(demo_site)


@pytest.fixture(scope="module", params=["light", "dark"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(color_scheme=request.param, reduced_motion="reduce")
    yield made
    made.close()


def test_the_demonstration_has_a_page_of_every_kind(pages: dict[str, Path]) -> None:
    assert set(KINDS) <= set(pages)


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_wrong(context: BrowserContext, pages: dict[str, Path], kind: str) -> None:
    page = context.new_page()
    page.goto(pages[kind].as_uri())
    if kind == "search":
        page.goto(pages[kind].as_uri() + "?q=moon")
        page.wait_for_selector(".search-results li")
    found = Axe().run(page).response["violations"]
    page.close()
    assert [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]] == []


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_asks_another_place_for_anything(
    browser: Browser, demo_site: Path, pages: dict[str, Path], kind: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages[kind].as_uri())
    page.close()
    assert asked
    assert [url for url in asked if not url.startswith(demo_site.as_uri() + "/")] == []


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_at_320_pixels_nothing_but_charts_and_tables_scrolls_sideways(
    browser: Browser, pages: dict[str, Path], kind: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(pages[kind].as_uri())
    width = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert width <= 320
