"""A small site with a search: invented entries, the real index, the real page and scripts."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Page

from generator.publishing.search.index import write_records
from generator.publishing.search.records import SearchRecord
from generator.publishing.search.spellings import Name
from generator.publishing.theme import theme_folder

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
<link rel="stylesheet" href="theme/search.css"><script defer src="search/root.js"></script>
<script defer src="theme/search-page.js"></script><script defer src="theme/search.js"></script></head>
<body><main>{main}</main></body></html>"""
DAY = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Day</title>
<script defer src="../theme/digest.js"></script><script defer src="../theme/search.js"></script>
</head><body>
<form role="search" action="../search.html"><input type="search" name="q"></form><main>{main}</main></body></html>"""


def record(number: int, headline: str, text: str, **more: object) -> SearchRecord:
    """An entry of 1 June 2031, at one minute past midnight for each number, unless told otherwise."""
    day = str(more.pop("day", "2031-06-01"))
    page = day or "undated"
    facts: dict[str, object] = {"outlet": "Harbour Wire", "minute": number, "language": "en", **more}
    return SearchRecord(f"days/{page}.html#e{number}", headline=headline, text=text, day=day, **facts)  # type: ignore[arg-type]


def write_site(folder: Path, records: Iterable[SearchRecord], names: Iterable[Name] = ()) -> Path:
    """The site's search page; its index, scripts and day pages lie beside it."""
    entries = list(records)
    write_records(entries, folder / "search", list(names))
    theme = theme_folder()
    (folder / "theme").mkdir(parents=True)
    for name in ("digest.js", "search.js", "search-page.js", "search.css"):
        shutil.copy(theme / "static" / name, folder / "theme")
    templates = Environment(loader=FileSystemLoader(theme / "templates"), autoescape=True)
    partial = templates.get_template("partials/search.html").render()
    (folder / "search.html").write_text(PAGE.format(main=partial), "utf-8")
    (folder / "days").mkdir()
    for page, own in groupby(sorted(entries, key=lambda one: one.address), key=lambda one: one.address.split("#")[0]):
        (folder / page).write_text(DAY.format(main="".join(map(_article, own))), "utf-8")
    return folder / "search.html"


def _article(one: SearchRecord) -> str:
    anchor = one.address.split("#")[1]
    return f'<article id="{anchor}"><h3>{escape(one.headline)}</h3><p>{escape(one.text)}</p></article>'


def ask(page: Page, address: str, query: str) -> list[str]:
    """The headlines that the search page shows for a query in its address, in order."""
    page.goto("about:blank")
    page.goto(f"{address}#{urlencode({'q': query})}")
    page.wait_for_function("document.querySelector('.search-status').textContent")
    return page.locator(".search-headline").all_inner_texts()


def said(page: Page) -> str:
    """What the page says about the last query."""
    return page.locator(".search-status").inner_text()
