"""The site as Pelican writes it from our pages."""

from __future__ import annotations

import json
import logging
import posixpath
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from generator.config import Settings, Site
from generator.errors import PublishError
from generator.publishing.site import render
from generator.writing.pages import write_pages
from tests.digests import HOSTILE, digest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = Settings(site=Site(title="High & <water>", demonstration=True))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("a site")
    write_pages(digest(), SETTINGS, place / "pages")
    render(place / "pages", place / "output", SETTINGS)
    return place / "output"


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(site).as_posix(): html.document_fromstring(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_every_markdown_page_becomes_one_html_page_and_every_former_address_another(site: Path) -> None:
    pages = site.parent / "pages"
    made = {path.relative_to(pages).with_suffix(".html").as_posix() for path in pages.rglob("*.md")}
    moved = json.loads((pages / "moved.json").read_text("utf-8"))
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == made | moved.keys()
    assert moved


def test_nothing_but_pages_and_the_theme_is_written(site: Path) -> None:
    others = {path.relative_to(site).parts[0] for path in site.rglob("*") if path.is_file() and path.suffix != ".html"}
    assert others == {"theme"}


def test_every_link_is_relative_ends_in_a_file_name_and_leads_to_a_place_that_is_there(
    parsed: dict[str, html.HtmlElement], site: Path
) -> None:
    anchors = {page: {node.get("id") for node in tree.iter() if node.get("id")} for page, tree in parsed.items()}
    later = re.compile(r"^(cite/.*\.(bib|csl\.json)|search/.*\.js|data/text/.*\.txt)$")
    for page, tree in parsed.items():
        for node in tree.iter("a", "link", "script", "form"):
            address = unquote(node.get("href") or node.get("src") or node.get("action") or "")
            if not address or re.match(r"https?:|mailto:", address):
                assert node.tag in {"a", "script"}
                continue
            target, _, anchor = address.partition("#")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else page
            assert not address.startswith("/")
            assert posixpath.splitext(path)[1], (page, address)
            if not later.match(path):
                assert (site / path).is_file(), (page, address)
            if anchor and path in anchors:
                assert anchor in anchors[path], (page, address)


def test_no_id_stands_twice_on_a_page(parsed: dict[str, html.HtmlElement]) -> None:
    for page, tree in parsed.items():
        ids = [node.get("id") for node in tree.iter() if node.get("id")]
        assert len(ids) == len(set(ids)), page


def test_every_page_has_a_title_a_language_one_main_heading_and_the_notice(parsed: dict[str, html.HtmlElement]) -> None:
    for page, tree in parsed.items():
        assert tree.get("lang") == "en"
        assert tree.findtext(".//title"), page
        assert len(list(tree.iter("h1"))) == 1, page
        if tree.find("body").get("class") != "moved":
            assert tree.find_class("demonstration"), page
            assert "High & <water>" in tree.findtext(".//title") or page != "index.html"


def test_scripts_are_files_of_the_site_and_deferred(parsed: dict[str, html.HtmlElement]) -> None:
    for tree in parsed.values():
        for script in tree.iter("script"):
            assert script.get("type") == "application/ld+json" or (script.get("src") and "defer" in script.attrib)
        for node in tree.iter():
            assert all(not name.startswith("on") for name in node.attrib)


def test_hostile_text_is_shown_letter_by_letter_and_does_nothing(parsed: dict[str, html.HtmlElement]) -> None:
    tree = parsed["days/2031-03-05.html"]
    shown = " ".join(tree.text_content().split())
    for text in HOSTILE:
        if text.isprintable():
            assert " ".join(text.split()) in shown
    assert not list(tree.iter("img", "iframe", "object", "base"))


def test_a_page_that_moved_leads_on_without_scripts(parsed: dict[str, html.HtmlElement]) -> None:
    tree = parsed["stories/s-flood-old.html"]
    assert tree.find(".//meta[@http-equiv='refresh']").get("content") == "0; url=s-flood.html"
    assert tree.find(".//link[@rel='canonical']").get("href") == "s-flood.html"
    assert tree.find(".//main//a").get("href") == "s-flood.html"


def test_plain_pelican_makes_the_same_site_of_what_the_build_wrote(site: Path, tmp_path: Path) -> None:
    conf = tmp_path / "conf.py"
    conf.write_text(
        "from pathlib import Path\nfrom generator.config import Settings, Site\n"
        "from generator.publishing.pelican_settings import pelican_settings\n"
        f"globals().update(pelican_settings(Path({str(site.parent / 'pages')!r}), Path({str(tmp_path / 'out')!r}), "
        f"Settings(site=Site(title={SETTINGS.site.title!r}, demonstration=True))))\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "pelican", "--fatal", "warnings", "-s", str(conf)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*") if path.is_file()} == files
    for file in files:
        assert (tmp_path / "out" / file).read_bytes() == (site / file).read_bytes()


def test_the_settings_at_the_top_of_the_project_are_those_of_the_build() -> None:
    assert "pelican_settings(" in (ROOT / "pelicanconf.py").read_text("utf-8")


def test_a_broken_page_stops_the_build_with_its_name_and_line(tmp_path: Path) -> None:
    write_pages(digest(), SETTINGS, tmp_path / "pages")
    (tmp_path / "pages" / "about.md").write_text("Title: x\nSave_as: index.html\n\n# x\n", "utf-8")
    with pytest.raises(PublishError, match=r"about\.md:2: is not a line of a page's header"):
        render(tmp_path / "pages", tmp_path / "output", SETTINGS)


def test_pages_that_no_build_wrote_are_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    with pytest.raises(PublishError, match="digest build"):
        render(tmp_path / "pages", tmp_path / "output", SETTINGS)


def test_rendering_prints_nothing_and_leaves_loggers_as_they_were(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = logging.getLogger("pelican").handlers[:]
    write_pages(digest(), SETTINGS, tmp_path / "pages")
    render(tmp_path / "pages", tmp_path / "output", SETTINGS)
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pelican").handlers == before
