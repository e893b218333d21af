"""``sitemap.xml`` (https://www.sitemaps.org/protocol.html) and the ``robots.txt`` that names it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.config import Settings
from generator.writing.addresses import (
    ABOUT,
    DAYS,
    DOCUMENTS,
    HOME,
    SOURCES,
    STORIES,
    TOPICS,
    absolute,
    document_address,
    source_address,
    story_address,
    topic_address,
)
from generator.writing.indexes import Indexes
from generator.writing.safe import xml_text

SITEMAP = "sitemap.xml"
MOST_ADDRESSES = 50_000
"""In one file, by the protocol; beyond it ``sitemap.xml`` lists further files."""

_OPENING = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(index: Indexes) -> dict[str, str]:
    """Address → text of every sitemap, and of ``robots.txt``."""
    settings = index.settings
    pages = page_addresses(index)
    parts = [pages[start : start + MOST_ADDRESSES] for start in range(0, len(pages), MOST_ADDRESSES)]
    robots = {"robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {absolute(SITEMAP, settings)}\n"}
    if len(parts) == 1:
        return {SITEMAP: _list("urlset", "url", parts[0], settings)} | robots
    named = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, 1)}
    made = {name: _list("urlset", "url", part, settings) for name, part in named.items()}
    return made | {SITEMAP: _list("sitemapindex", "sitemap", list(named), settings)} | robots


def page_addresses(index: Indexes) -> list[str]:
    """Every page worth finding: not those for search, errors, citations or former addresses."""
    digest = index.digest
    found = [HOME, ABOUT, DAYS, STORIES, TOPICS, SOURCES, DOCUMENTS]
    for day in index.parts.values():
        found += [day.address, *(part.address for part in day.leaves)]
    found += [story_address(story.id) for story in digest.stories]
    found += [topic_address(topic.id) for topic in digest.topics if topic.listed]
    found += [source_address(outlet) for outlet in index.outlets]
    found += [document_address(document.id) for document in digest.documents]
    return list(dict.fromkeys(found))


def _list(root: str, element: str, addresses: Sequence[str], settings: Settings) -> str:
    lines = [f"<{element}><loc>{xml_text(absolute(address, settings))}</loc></{element}>\n" for address in addresses]
    return f"{_OPENING}<{root} {_SPACE}>\n{''.join(lines)}</{root}>\n"
