"""A feed as Atom: RFC 4287."""

from __future__ import annotations

from generator.writing.addresses import absolute
from generator.writing.indexes import Indexes
from generator.writing.machines.feeds import Feed, Item
from generator.writing.rows import utc_text
from generator.writing.safe import plain, xml_text

# Of a feed without items, whose moment is none; RFC 4287 asks for one all the same.
_NEVER = "1970-01-01T00:00:00Z"


def atom(feed: Feed, index: Indexes) -> str:
    """The feed as an XML file."""
    site = index.settings.site
    items = feed.items(index)
    own = absolute(feed.atom_address, index.settings)
    updated = utc_text(max(item.updated for item in items)) if items else _NEVER
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml_text(site.language)}">',
        f"<id>{xml_text(own)}</id>",
        f"<title>{_words(f'{site.title}: {feed.title}')}</title>",
        *([f"<subtitle>{_words(site.description)}</subtitle>"] if site.description else []),
        f"<updated>{updated}</updated>",
        f"<author><name>{_words(site.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{xml_text(own)}"/>',
        f'<link rel="alternate" type="text/html" href="{xml_text(absolute(feed.page, index.settings))}"/>',
        "<generator>liveblog-digest</generator>",
        *(line for item in items for line in _entry(item)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(item: Item) -> list[str]:
    return [
        "<entry>",
        f"<id>{xml_text(item.address)}</id>",
        f"<title>{_words(item.title)}</title>",
        f"<published>{utc_text(item.published)}</published>",
        f"<updated>{utc_text(item.updated)}</updated>",
        f'<link rel="alternate" type="text/html" href="{xml_text(item.address)}"/>',
        *(f'<category term="{_words(outlet)}"/>' for outlet in item.outlets if plain(outlet)),
        f"<summary>{_words(item.summary)}</summary>",
        f'<content type="html">{xml_text(item.html)}</content>',
        "</entry>",
    ]


def _words(text: str) -> str:
    return xml_text(plain(text))
