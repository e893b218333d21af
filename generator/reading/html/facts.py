"""What a page says of itself: title, outlet, address, language, day, and how many posts it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from generator.reading.html.jsonld import first_text, names, objects
from generator.reading.html.labelled_day import labelled_day
from generator.reading.html.machine_times import iso_time, machine_time
from generator.reading.html.page import Page
from generator.reading.html.saved import original

_POSTINGS = ("LiveBlogPosting", "NewsArticle", "ReportageNewsArticle", "Article", "BlogPosting", "WebPage")
_PUBLISHED = re.compile(r"publi[sc]|pub-?date|issued|created|(?<![a-z])date(?!\w)|displaydate", re.I)
_MODIFIED = re.compile(r"modifi|updat|lastmod|revis", re.I)
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?:(?P<sign>[/-])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>0?[1-9]|[12]\d|3[01])"
    r"|(?P<packed>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])))(?!\d)"
)
_SEPARATOR = re.compile(r"\s(?:[|–—·•»-]|::)\s")
_STATED = re.compile(
    r"(?<!\d)(\d{1,5})\s(?:new\s)?(?:posts|updates|entries|Beiträge|Einträge|publications|messages|actualizaciones|berichten|inlägg)(?!\w)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Each None where the page does not say it; ``published`` and ``modified`` are aware."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    day: date | None = None
    changed: date | None = None
    published: datetime | None = None
    modified: datetime | None = None
    posts_stated: int | None = None


def page_facts(page: Page, linked_data: tuple[Any, ...], address: str | None) -> PageFacts:
    """Facts from JSON-LD, meta elements and the page's head; ``address`` is where it was captured."""
    posting = _posting(linked_data)
    url = _address(page, posting, address)
    title = _title(page, posting)
    published, modified = _published(page, posting), _modified(page, posting)
    return PageFacts(
        title=title,
        outlet=_outlet(page, posting, linked_data, url),
        url=url,
        language=_language(page),
        day=_day(*published)
        or labelled_day((line.text for line in page.lines), _language(page))
        or _day_in_address(url),
        changed=_day(*modified, *published),
        published=_moment(*published),
        modified=_moment(*modified),
        posts_stated=_stated(page),
    )


def _posting(linked_data: tuple[Any, ...]) -> Mapping[str, Any]:
    """The page's own article object: the most telling type wins."""
    ranked: list[tuple[int, Mapping[str, Any]]] = []
    for item in objects(list(linked_data)):
        kinds = item.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            name = kind.rsplit("/", 1)[-1] if isinstance(kind, str) else ""
            if name in _POSTINGS:
                ranked.append((_POSTINGS.index(name), item))
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else {}


def _address(page: Page, posting: Mapping[str, Any], address: str | None) -> str | None:
    meta = page.meta
    for found in (meta.get("link:canonical"), meta.get("og:url"), first_text(posting, "url", "@id"), address):
        if not found:
            continue
        try:
            whole = original(urljoin(address or page.base or "", found.strip()))
            if urlsplit(whole).scheme in ("http", "https"):
                return whole.split("#")[0]
        except ValueError:
            continue
    return None


def _title(page: Page, posting: Mapping[str, Any]) -> str | None:
    heading = next((line.text for line in page.lines if line.node.tag == "h1"), None)
    if heading and len(heading) > 12:
        return heading
    title = first_text(posting, "headline", "name") or page.meta.get("og:title") or page.title or heading
    return " ".join(title.split()) if title else None


def _outlet(page: Page, posting: Mapping[str, Any], linked_data: tuple[Any, ...], url: str | None) -> str | None:
    publishers = [posting.get("publisher")]
    publishers += [item.get("publisher") for item in objects(list(linked_data)) if item.get("publisher")]
    for publisher in publishers:
        found = names(publisher)
        if found:
            return found[0]
    for item in objects(list(linked_data)):
        if item.get("@type") in ("NewsMediaOrganization", "Organization") and names(item.get("name")):
            return names(item.get("name"))[0]
    said = page.meta.get("og:site_name") or page.meta.get("application-name") or page.meta.get("twitter:site")
    if said:
        return said.strip().lstrip("@")
    return _title_suffix(page.title) or _host(url)


def _title_suffix(title: str | None) -> str | None:
    """The last part of ``Headline | Outlet``, if it is short enough to be a name."""
    parts = _SEPARATOR.split(title) if title else []
    return parts[-1].strip() if len(parts) > 1 and len(parts[-1]) <= 30 else None


def _host(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _language(page: Page) -> str | None:
    root = page.nodes[0].attributes if page.nodes else {}
    said = root.get("lang") or root.get("xml:lang") or page.meta.get("content-language") or page.meta.get("og:locale")
    match = re.match(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?", said or "")
    return match[0].replace("_", "-") if match else None


def _published(page: Page, posting: Mapping[str, Any]) -> tuple[str | None, ...]:
    """When the page says it was first put out, the most telling first."""
    listed = (first_text(posting, key) for key in ("coverageStartTime", "datePublished"))
    return (*listed, page.meta.get("article:published_time"), *_metas(page, _PUBLISHED))


def _modified(page: Page, posting: Mapping[str, Any]) -> tuple[str | None, ...]:
    """When the page says it was last changed, the most telling first."""
    return (first_text(posting, "dateModified"), page.meta.get("article:modified_time"), *_metas(page, _MODIFIED))


def _metas(page: Page, names: re.Pattern[str]) -> list[str]:
    return [value for name, value in page.meta.items() if len(name) <= 40 and names.search(name)]


def _day(*stated: str | None) -> date | None:
    """The day of the first of these times, in the offset it is stated in."""
    return next((day for text in stated if text and iso_time(text) and (day := _local_day(text))), None)


def _day_in_address(url: str | None) -> date | None:
    try:
        found = _IN_ADDRESS.search(urlsplit(url or "").path)
        if not found:
            return None
        month, day = (found["packed"][:2], found["packed"][2:]) if found["packed"] else (found["month"], found["day"])
        return date(int(found["year"]), int(month), int(day))
    except ValueError:
        return None


def _moment(*stated: str | None) -> datetime | None:
    """The first of these times that says its offset."""
    return next((moment for text in stated if (moment := machine_time(text)) is not None), None)


def _local_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _stated(page: Page) -> int | None:
    for line in page.lines:
        if len(line.text) <= 40:
            match = _STATED.search(line.text)
            if match:
                return int(match[1])
    return None
