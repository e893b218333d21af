"""A day as schema.org ``LiveBlogPosting``: https://schema.org/LiveBlogPosting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.model import BlockKind, Digest, Document, Entry
from generator.writing import wording
from generator.writing.addresses import HOME, absolute, day_address, document_address, relative
from generator.writing.indexes import Indexes, index
from generator.writing.machines.cards import day_card_address
from generator.writing.pages.labels import title_of
from generator.writing.parts import Part
from generator.writing.rows import utc_text
from generator.writing.safe import json_in_script, web_address

Thing = dict[str, Any]

LIVE_BLOG = ".jsonld"
"""What the name of such a file ends in, where that of the page ends in ``.html``."""

MOST_LETTERS, MOST_OF_A_DAY, FEWEST_LETTERS = 300, 24_000, 80
"""Of an entry's text, and of those of a day together: the page has the whole already. Fewer are not worth having."""

_TOLD = frozenset(BlockKind) - {BlockKind.BYLINE, BlockKind.KICKER, BlockKind.CAPTION}


def write_live_blogs(digest: Digest, settings: Settings, folder: Path) -> None:
    """Beside the Markdown page of each day below ``folder`` its structured data, for the theme to put in."""
    looked_up = index(digest, settings)
    for day in looked_up.dated:
        whole = looked_up.parts[day]
        for part in (whole, *whole.all_parts):
            path = folder / part.address.replace(".html", LIVE_BLOG)
            path.write_text(json_in_script(live_blog(part, day, looked_up)), "utf-8", newline="\n")


def live_blog(part: Part, day: date, known: Indexes) -> Thing:
    """A page of ``day``: its entries as updates, each based on the page it was taken from.

    The front of a day that is divided names the pages that hold its entries, and these the day.
    """
    entries = part.entries
    page = part.address
    site = known.settings.site
    moments = [entry.utc for entry in entries if entry.utc]
    room = min(MOST_LETTERS, MOST_OF_A_DAY // len(entries))
    return _stated(
        {
            "@context": "https://schema.org",
            "@type": "LiveBlogPosting",
            "headline": f"{site.title}: {', '.join(filter(None, (wording.day_name(day), part.title)))}",
            "url": _address(page, page, known),
            "inLanguage": site.language,
            "image": absolute(day_card_address(day), known.settings) if site.url else None,
            "datePublished": utc_text(min(moments)) if moments else day.isoformat(),
            "dateModified": utc_text(max(moments)) if moments else day.isoformat(),
            "coverageStartTime": utc_text(min(moments)) if moments else day.isoformat(),
            "coverageEndTime": utc_text(max(moments)) if moments else day.isoformat(),
            "author": _organisation(site.title),
            "publisher": _organisation(site.title),
            "isPartOf": _within(part, day, known),
            "hasPart": [_named(leaf.address, page, known) for leaf in part.leaves] if part.parts else None,
            "isBasedOn": _sources(entries, page, known),
            "liveBlogUpdate": [_update(entry, page, room, known) for entry in entries] if not part.parts else None,
        }
    )


def _within(part: Part, day: date, known: Indexes) -> Thing:
    if part.name:
        return _named(day_address(day), part.address, known)
    return {"@type": "WebSite", "name": known.settings.site.title, "url": _address(HOME, part.address, known)}


def _named(address: str, page: str, known: Indexes) -> Thing:
    return {"@type": "LiveBlogPosting", "url": _address(address, page, known)}


def _update(entry: Entry, page: str, room: int, known: Indexes) -> Thing:
    document = known.documents.get(entry.document)
    own = web_address(entry.address or "") or web_address((document and document.url) or "")
    return _stated(
        {
            "@type": "BlogPosting",
            "headline": title_of(entry, 110),
            "articleBody": wording.shortened(_body(entry), room) or None if room >= FEWEST_LETTERS else None,
            "datePublished": _published(entry),
            "url": _address(known.address_of(entry), page, known),
            "author": [*({"@type": "Person", "name": name} for name in entry.authors), _outlet(entry.outlet)],
            "inLanguage": document.language if document else None,
            "isBasedOn": own or (_address(document_address(document.id), page, known) if document else None),
        }
    )


def _sources(entries: Sequence[Entry], page: str, known: Indexes) -> list[Thing]:
    """Every document that ``entries`` are from, in their order."""
    keys = dict.fromkeys(entry.document for entry in entries)
    return [_source(known.documents[key], page, known) for key in keys if key in known.documents]


def _source(document: Document, page: str, known: Indexes) -> Thing:
    return _stated(
        {
            "@type": "CreativeWork",
            "name": document.title or document.path,
            "url": web_address(document.url or "") or _address(document_address(document.id), page, known),
            "publisher": _outlet(document.outlet) if document.outlet else None,
        }
    )


def _published(entry: Entry) -> str | None:
    if entry.utc:
        return utc_text(entry.utc)
    return entry.date.isoformat() if entry.date else None


def _body(entry: Entry) -> str:
    return " ".join(block.text for block in entry.blocks if block.kind in _TOLD)


def _outlet(name: str) -> Thing:
    return _organisation(wording.outlet(name))


def _organisation(name: str) -> Thing:
    return {"@type": "Organization", "name": name}


def _address(address: str, page: str, known: Indexes) -> str:
    return absolute(address, known.settings) if known.settings.site.url else relative(address, page)


def _stated(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value is not None}
