"""No document can run a script, make a request, read or write a file outside its place, or replace a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Request

from generator.build import Places, build
from generator.config import Curation, Site, load_settings
from generator.model import Digest
from generator.publishing.check import check_site
from tests.hostile import HEADLINES, write_hostile_documents

ELEMENTS = frozenset(
    "html head title meta link script style noscript body main header footer nav section article aside h1 h2 h3 h4 "
    "p a b i em strong small span time ul ol li dl dt dd table thead tbody tr th td blockquote pre code br hr figure "
    "figcaption div form input button label select option output details summary fieldset legend template mark "
    "svg path text circle rect line g defs use tspan".split()
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def built(place: Path) -> Digest:
    write_hostile_documents(place / "documents")
    before = set(place.rglob("*"))
    settings = load_settings(place)
    full = settings.at("https://example.org/digest/")
    digest = build(Places(place / "documents", place / "pages", place / "output"), full, Curation())
    made = {path for path in place.rglob("*") if path not in before}
    assert {path.relative_to(place).parts[0] for path in made} == {"pages", "output"}
    return digest


@pytest.fixture(scope="module")
def pages(place: Path, built: Digest) -> list[Path]:
    return sorted((place / "output").rglob("*.html"))


def test_hostile_documents_are_read_and_the_unreadable_named(built: Digest) -> None:
    assert len(built.entries) > 100
    assert {"empty.txt", "binary.txt"} <= {refusal.path for refusal in built.refusals}


def test_the_site_is_whole_all_the_same(place: Path, built: Digest) -> None:
    assert check_site(place / "output") == []


def test_file_names_are_plain_whatever_documents_and_outlets_are_called(place: Path, built: Digest) -> None:
    names = [path.relative_to(place / "output").as_posix() for path in (place / "output").rglob("*") if path.is_file()]
    assert [name for name in names if not re.fullmatch(r"(?:[a-z0-9]+/)*[A-Za-z0-9._-]+", name)] == []


def test_nothing_from_outside_the_documents_is_published(place: Path, built: Digest) -> None:
    for path in (place / "output").rglob("*"):
        assert not path.is_file() or b"TOP-SECRET" not in path.read_bytes()


def test_no_page_was_replaced(place: Path, built: Digest) -> None:
    title = html.fromstring((place / "output" / "index.html").read_bytes()).findtext(".//title")
    assert title == Site().title
    for folder in ("days", "stories", "topics", "sources", "documents"):
        kind = html.fromstring((place / "output" / folder / "all.html").read_bytes()).find("body").get("class")
        assert kind == "list"


def test_every_outlet_has_its_own_page(place: Path, built: Digest) -> None:
    outlets = {entry.outlet for entry in built.entries}
    pages = [path for path in (place / "output" / "sources").glob("*.html") if path.name != "all.html"]
    assert len(pages) == len({outlet.casefold() for outlet in outlets})


def test_pages_hold_only_elements_of_the_theme_and_no_handler_or_foreign_address(pages: list[Path]) -> None:
    for path in pages:
        root = html.fromstring(path.read_bytes())
        used = {element.tag for element in root.iter() if isinstance(element.tag, str)}
        assert used <= ELEMENTS, path
        assert root.xpath("//@*[starts-with(name(), 'on')]") == [], path
        assert root.xpath("//@style") == [], path
        scripts = root.xpath("//script[not(@src)][not(@type='application/ld+json')]")
        assert scripts == [], path
        assert root.xpath("//meta[@http-equiv]") == [] or "moved" in root.find("body").get("class", "")
        for address in root.xpath("//@src | //@href | //@action | //@*[local-name()='href']"):
            assert re.match(r"(?:https?://|mailto:|[^:]*$)", address), f"{path}: {address}"


def test_structured_data_is_one_json_value_in_which_hostile_text_is_text(place: Path, built: Digest) -> None:
    told = []
    for path in (place / "output" / "days").glob("2031-03-04*.html"):
        [data] = html.fromstring(path.read_bytes()).xpath("//script[@type='application/ld+json']/text()")
        updates = json.loads(data).get("liveBlogUpdate", ())
        told += [update["headline"] + update.get("articleBody", "") for update in updates]
    for hostile in (HEADLINES[0], HEADLINES[16]):
        assert any(hostile[:25] in text for text in told)


@pytest.fixture(scope="module")
def seen(browser: Browser, place: Path, pages: list[Path]) -> Iterator[list[str]]:
    """Everything untoward that happens while a real browser opens every page, with scripts running."""
    happened: list[str] = []
    root = (place / "output").as_uri() + "/"

    def requested(request: Request) -> None:
        if not request.url.startswith(root):
            happened.append(f"request: {request.url}")

    context = browser.new_context()
    page = context.new_page()
    page.on("request", requested)
    page.on("dialog", lambda dialog: (happened.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: happened.append(f"script error: {error}"))
    page.on("popup", lambda popup: happened.append(f"popup: {popup.url}"))
    for path in pages:
        if "refresh" not in path.read_text("utf-8"):
            page.goto(path.as_uri())
            if page.url != path.as_uri():
                happened.append(f"{path.name} led to {page.url}")
    for query in ("<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "script", "Elm Point"):
        page.goto(root + "search.html?q=" + query.replace(" ", "%20").replace("<", "%3C").replace('"', "%22"))
        page.wait_for_timeout(600)
        foreign = page.evaluate("document.querySelectorAll('main img, main script, main iframe').length")
        if foreign:
            happened.append(f"search for {query} made {foreign} elements")
    yield happened
    context.close()


def test_in_a_browser_no_page_runs_a_script_of_a_document_or_asks_another_place_for_anything(seen: list[str]) -> None:
    assert seen == []


def test_settings_for_a_full_address_change_no_byte_of_what_readers_see(place: Path, built: Digest) -> None:
    build(Places(place / "documents", place / "pages2", place / "output2"), load_settings(place), Curation())
    for path in (place / "output2" / "days").glob("*.html"):
        other = place / "output" / "days" / path.name
        bodies = [html.fromstring(file.read_bytes()).find(".//main") for file in (path, other)]
        assert html.tostring(bodies[0]) == html.tostring(bodies[1])
