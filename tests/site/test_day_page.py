"""A day in a real browser: previews, filters, order, keyboard, small screens, no scripts, any address."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.config import Settings, Site
from generator.publishing.site import render
from generator.writing.pages import write_pages
from tests.digests import digest, long_day

pytestmark = pytest.mark.browser

SETTINGS = Settings(site=Site(title="High water"))
DAY = "days/2031-03-04.html"
FIRST = "#e000000000001"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("day")
    write_pages(digest(), SETTINGS, place / "pages")
    render(place / "pages", place / "output", SETTINGS)
    return place / "output"


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("long")
    write_pages(long_day(500), SETTINGS, place / "pages")
    render(place / "pages", place / "output", SETTINGS)
    return place / "output"


def visible(page: Page) -> list[str]:
    return page.eval_on_selector_all(".entry, .front li", "all => all.filter(one => !one.hidden).map(one => one.id)")


def test_a_note_previews_the_entry_it_leads_to_on_hover_and_escape_closes_it(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    page.hover(f"{FIRST} aside a >> nth=1")
    page.wait_for_selector(".preview")
    assert page.inner_text(".preview") == "08:30 The Quay Ledger\nWater in the lower town\n\n" + (
        "The dyke at Elm Point has broken. Two people are hurt."
    )
    page.keyboard.press("Escape")
    assert page.locator(".preview").count() == 0


def test_a_note_previews_its_entry_on_keyboard_focus_too(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    page.focus(f"{FIRST} footer a")
    page.keyboard.press("Shift+Tab")
    assert page.inner_text(".preview").startswith("09:45 Öst Post")
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "preview"


def test_an_entry_of_another_day_is_previewed_without_loading_its_page(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    page.hover("aside a[data-preview]")
    page.wait_for_selector(".preview")
    assert page.inner_text(".preview") == "Schools stay shut – Schools in the lower town stay shut until Monday."


def test_filters_leave_the_entries_of_an_outlet_and_say_how_many(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    page.click("details.tools summary")
    page.check("input[value='Harbour Wire']")
    assert visible(page) == ["e000000000001", "e000000000005"]
    assert page.inner_text("[role=status]").startswith("2 of 7 entries shown.")
    assert not page.is_visible("#h09")
    page.click("text=Show all")
    page.wait_for_function("document.querySelectorAll('.entry[hidden]').length === 0")


def test_filters_by_relation_and_topic_work_together(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    page.click("details.tools summary")
    page.check("input[value='Same wording']")
    assert visible(page) == ["e000000000001", "e000000000004"]
    page.select_option("select[name=topic]", "Flood")
    assert visible(page) == ["e000000000001"]


def test_a_link_to_a_filtered_entry_brings_it_back(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    page.click("details.tools summary")
    page.check("input[value='Harbour Wire']")
    page.click(f"{FIRST} aside a >> nth=1")
    page.wait_for_function("!document.querySelector('#e000000000002').hidden")


def test_the_order_can_be_turned_to_latest_first_and_back(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    before = visible(page)
    page.click("details.tools summary")
    page.select_option("select[name=order]", "latest")
    assert visible(page) == before[::-1]
    page.select_option("select[name=order]", "earliest")
    assert visible(page) == before


def test_the_slash_key_goes_to_the_search_field(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.input_value("input[type=search]") == "a/b"


def test_the_first_tab_stop_skips_to_the_content(page: Page, site: Path) -> None:
    page.goto((site / DAY).as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_without_scripts_every_entry_is_there_and_nothing_useless_is_shown(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / DAY).as_uri())
    assert page.locator(".entry").count() == 7
    assert not page.is_visible("details.tools")
    assert page.is_visible(f"{FIRST} aside")
    context.close()


@pytest.mark.parametrize("address", [DAY, "days/2031-03-05.html", "stories/s-flood.html", "documents/post-1.html"])
def test_nothing_sticks_out_sideways_at_any_width(page: Page, site: Path, address: str) -> None:
    page.goto((site / address).as_uri())
    for width in (1440, 820, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hebrew_and_arabic_stand_from_right_to_left_in_their_own_block(page: Page, site: Path) -> None:
    page.goto((site / "days/2031-03-05.html").as_uri())
    direction = "node => getComputedStyle(node).direction"
    assert page.eval_on_selector("#e00000000000a h3", direction) == "rtl"
    assert page.eval_on_selector("#e00000000000a .by", direction) == "ltr"


def test_the_page_does_not_shift_while_it_loads(browser: Browser, long_site: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(one => window.shift += one.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto((long_site / DAY).as_uri())
    page.wait_for_timeout(500)
    assert page.evaluate("window.shift") == 0
    page.close()


def test_a_day_of_500_entries_can_be_filtered_within_a_blink(page: Page, long_site: Path) -> None:
    page.goto((long_site / DAY).as_uri())
    page.click("details.tools summary")
    took = page.evaluate(
        "() => { const start = performance.now(); document.querySelector('.tools input').click();"
        " document.body.offsetHeight; return performance.now() - start }"
    )
    assert len(visible(page)) == 125
    assert took < 500


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_an_address_from_when_the_day_was_short_lands_on_the_line_of_its_entry(
    page: Page, long_site: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{(long_site / DAY).as_uri()}#e{400:012x}")
    page.wait_for_function("document.querySelector(':target') && scrollY > 1000")
    assert 0 <= page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 700
    page.click(":target .time")
    page.wait_for_selector(".entry:target .body p >> nth=1")
    assert page.url.endswith(f"-19.html#e{400:012x}")


@pytest.mark.parametrize("width", [390, 320])
def test_no_line_of_a_long_day_is_cut_on_a_small_screen(page: Page, long_site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((long_site / DAY).as_uri())
    widest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.front li *')].map(n => n.getBoundingClientRect().right))"
    )
    assert widest <= width


def test_the_chart_shows_every_outlet_by_name_on_a_small_screen(page: Page, long_site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((long_site / DAY).as_uri())
    assert page.eval_on_selector(".lanes", "node => node.scrollWidth <= node.clientWidth")
    names = page.eval_on_selector_all(".lanes .name", "all => all.map(n => n.getBoundingClientRect().left)")
    assert len(names) == 4
    assert all(0 <= left < 100 for left in names)


def test_a_mark_of_the_chart_previews_the_line_it_leads_to(page: Page, long_site: Path) -> None:
    page.goto((long_site / DAY).as_uri())
    page.hover(".lanes a >> nth=40")
    page.wait_for_selector(".preview")
    line = page.locator(".front li >> nth=40")
    assert page.inner_text(".preview").startswith(line.locator(".time").inner_text())


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def served(site: Path, tmp_path: Path) -> Iterator[str]:
    """The same files under a sub-path of a web server."""
    shutil.copytree(site, tmp_path / "digest" / "deep")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/digest/deep/"
    server.shutdown()
    server.server_close()


def test_the_same_files_work_under_a_sub_path(page: Page, served: str) -> None:
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(served + "index.html")
    page.click("text=Dyke breached at Elm Point")
    page.click(".account .src >> nth=0")
    page.click("nav >> text=Days")
    page.click("td a >> nth=0")
    assert page.url == served + DAY
    assert [url for url in failed if "favicon" not in url] == []
