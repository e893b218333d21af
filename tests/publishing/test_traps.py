"""What is known to bite in Pelican does not bite here, even if a page held text that nobody had made safe.

The pages of most of these tests are written by hand, past :mod:`generator.writing.safe`.
"""

from __future__ import annotations

import json
import pickle
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from pelican.settings import read_settings

from generator.config import Settings, Site
from generator.errors import PublishError
from generator.publishing.pelican_settings import pelican_settings
from generator.publishing.reader import PageReader
from generator.publishing.site import render
from generator.writing.pages import write_pages
from tests.digests import digest
from tests.shared import ROOT

SECRET = "nobody may read this"
Rendering = Callable[..., Path]


@pytest.fixture
def rendered(tmp_path: Path) -> Rendering:
    """Renders pages, given as name → text without ``.md``, and gives the folder of the site."""

    def run(settings: Settings | None = None, **texts: str) -> Path:
        pages, output = tmp_path / "site" / "pages", tmp_path / "site" / "output"
        for folder in (pages, output):
            folder.mkdir(parents=True, exist_ok=True)
        (tmp_path / "secret.txt").write_text(SECRET)
        (tmp_path / "site" / "secret.txt").write_text(SECRET)
        (pages / "marks.json").write_text("{}")
        for name, text in texts.items():
            (pages / f"{name}.md").write_text(text)
        render(pages, output, settings or Settings())
        return output

    return run


def page(body: str, title: str = "A page") -> str:
    return f"Title: {title}\nKind: about\n\n{body}\n"


def main_of(output: Path, name: str = "about") -> Any:
    return html.fromstring((output / f"{name}.html").read_bytes()).find(".//main")


ESCAPES = """
[a]({attach}../../secret.txt) [b]({static}../../secret.txt) ![c]({attach}/../../secret.txt) [d](|attach|../secret.txt)

[e]({attach}..) [f]({static}../../) [g]({filename}../../secret.txt) [h](a.html "x' href='{attach}../secret.txt'")

<a href="{attach}../../secret.txt">i</a> <img src='{static}../../secret.txt'>
"""


def test_link_syntax_of_pelican_publishes_no_file_from_outside_and_writes_none_there(
    rendered: Rendering, tmp_path: Path
) -> None:
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    output = rendered(about=page(ESCAPES))
    published = [path for path in output.rglob("*") if path.is_file() and path.parent.name != "theme"]
    assert [path.name for path in published] == ["about.html"]
    assert SECRET not in "".join(path.read_text("utf-8") for path in published)
    made = {path for path in tmp_path.rglob("*") if path.is_file() and tmp_path / "site" not in path.parents} - before
    assert made == {tmp_path / "secret.txt"}
    assert main_of(output).xpath("//main//@href | //main//@src") == []


@pytest.mark.parametrize("line", ["Save_as: index.html", "URL: ../x.html", "Slug: index", "Status: hidden", "Lang: xx"])
def test_a_page_cannot_choose_where_it_is_saved(rendered: Rendering, line: str) -> None:
    output = rendered(index=page("# Home"), about=page(f"{line}\n\ntext"))
    assert main_of(output, "index").text_content().strip() == "Home"
    assert line in main_of(output).text_content()


def test_a_header_line_that_is_not_one_of_ours_stops_the_build_with_its_place(rendered: Rendering) -> None:
    with pytest.raises(PublishError, match=r"about\.md:2: is not a line of a page's header"):
        rendered(about="Title: A page\nSave_as: index.html\n\ntext\n")


def test_attribute_lists_are_text(rendered: Rendering) -> None:
    output = rendered(about=page('*x*{: onclick="alert(1)" #main}\n\n# Heading {: onclick=alert(1) }\n\n{: .x}'))
    assert main_of(output).xpath("//main//@onclick") == []
    assert '{: onclick="alert(1)" #main}' in main_of(output).text_content()


def test_raw_html_is_text(rendered: Rendering) -> None:
    source = "<script>alert(1)</script>\n\nin <b onclick='alert(1)'>line</b> <!-- gone? --> <iframe src=x></iframe>"
    main = main_of(rendered(about=page(source)))
    assert main.xpath(".//script | .//b | .//iframe") == []
    assert "<script>alert(1)</script>" in main.text_content()
    assert "<!-- gone? -->" in main.text_content()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "java&#x0A;script:alert(1)", "&#106;avascript:alert(1)",
     "data:text/html,x", "file:///etc/passwd", "//evil.example/", "../../etc/passwd", "x.html", "vbscript:x"],
)  # fmt: skip
def test_a_link_that_leads_neither_to_a_page_of_ours_nor_to_the_web_is_no_link(
    rendered: Rendering, address: str
) -> None:
    main = main_of(rendered(about=page(f"[x]({address}) [y](<{address}>) ![z]({address}) <{address}>")))
    assert main.xpath(".//@href | .//@src") == []


def test_templates_escape_titles_and_descriptions(rendered: Rendering) -> None:
    hostile = '</title><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    source = f"Title: {hostile}\nKind: about\nDescription: {hostile}\n\ntext\n"
    full = Settings(site=Site(title=hostile, url="https://example.org/"))
    root = html.fromstring((rendered(full, about=source) / "about.html").read_bytes())
    assert root.xpath("//script[not(@src)] | //img | //@onerror") == []
    assert root.findtext(".//title").startswith(hostile)


def test_a_first_line_of_the_form_word_colon_value_is_not_swallowed(rendered: Rendering) -> None:
    assert main_of(rendered(about=page("Moscow: nothing new\n\nmore"))).text_content().split() == [
        "Moscow:", "nothing", "new", "more",
    ]  # fmt: skip


def test_a_cache_that_somebody_planted_is_never_unpickled(
    rendered: Rendering, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Bomb:
        def __reduce__(self) -> tuple[Any, ...]:
            return Path.touch, (tmp_path / "exploded",)

    for folder in (tmp_path / "cache", tmp_path / "site" / "pages" / "cache"):
        folder.mkdir(parents=True)
        for name in ("PagesGenerator-Readers", "ArticlesGenerator-Readers", "StaticGenerator-Readers"):
            (folder / name).write_bytes(pickle.dumps(Bomb()))
    monkeypatch.chdir(tmp_path)
    rendered(about=page("text"))
    assert not (tmp_path / "exploded").exists()


def told(tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "marks.json").write_text(json.dumps({}))
    settings: dict[str, Any] = read_settings(override=pelican_settings(tmp_path, tmp_path / "output", Settings()))
    return settings


def test_no_plugin_runs_that_is_not_named_and_only_our_own_is_named(tmp_path: Path) -> None:
    assert [plugin.__name__ for plugin in told(tmp_path)["PLUGINS"]] == ["generator.publishing.moved"]


def test_nothing_is_cached_between_builds(tmp_path: Path) -> None:
    settings = told(tmp_path)
    assert (settings["CACHE_CONTENT"], settings["LOAD_CONTENT_CACHE"]) == (False, False)


def test_one_converter_reads_all_pages(tmp_path: Path) -> None:
    reader = PageReader(told(tmp_path))
    converter = reader._markdown
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(page(f"text {number}"))
        assert f"text {number}" in reader.read(str(tmp_path / f"{number}.md"))[0]
    assert reader._markdown is converter


def test_many_pages_take_little_time_each(rendered: Rendering) -> None:
    body = "\n\n".join(
        f"Paragraph {number} of some words that go on *for a while* as news does." for number in range(60)
    )
    pages = {f"p{number}": page(body, f"Page {number}") for number in range(200)}
    start = time.perf_counter()
    rendered(**pages)
    assert time.perf_counter() - start < 15  # seconds; about 2 where this was written


def test_every_link_between_pages_names_a_file_so_that_none_opens_a_folder_listing(tmp_path: Path) -> None:
    pages, output = tmp_path / "pages", tmp_path / "output"
    output.mkdir()
    write_pages(digest(), Settings(), pages)
    render(pages, output, Settings())
    links = {
        str(address).partition("#")[0].partition("?")[0]
        for file in output.rglob("*.html")
        for address in html.fromstring(file.read_bytes()).xpath("//@href | //@src | //@action")
    }
    own = {link for link in links if link and not link.startswith(("http://", "https://", "mailto:"))}
    assert len(own) > 20
    assert [link for link in own if "." not in link.rpartition("/")[2] or link.startswith(("/", "./"))] == []


def test_the_published_site_is_built_by_a_step_of_our_own_before_it_is_deployed() -> None:
    workflow = (ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    assert "python -m generator build" in workflow
    assert workflow.index("python -m generator build") < workflow.index("actions/deploy-pages")
    assert "getpelican/pelican" not in workflow


def test_pelican_that_complains_stops_the_build(rendered: Rendering) -> None:
    with pytest.raises(PublishError):
        rendered(about="Kind: about\n\na page without a title\n")
