"""What machines read: structured data, feeds, sitemap, search description, cards and citations as files.

Most of it needs the full address of the site and is written only when ``site.url`` is set; without it
the same bytes serve at any address.
"""

from __future__ import annotations

from pathlib import Path

from generator.config import Settings
from generator.model import Digest
from generator.writing.indexes import Indexes, index
from generator.writing.machines.atom import atom
from generator.writing.machines.cards import CARD, day_card, day_card_address, digest_card
from generator.writing.machines.feeds import FEEDS
from generator.writing.machines.json_feed import json_feed
from generator.writing.machines.open_search import OPEN_SEARCH, open_search
from generator.writing.machines.sitemap import sitemaps


def write_machine_files(digest: Digest, settings: Settings, output: Path) -> None:
    """Write every file that only machines read into the site at ``output``; none without ``site.url``."""
    if not settings.site.url:
        return
    looked_up = index(digest, settings)
    for address, text in _texts(looked_up).items():
        path = output / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    _write_cards(looked_up, output)


def _texts(looked_up: Indexes) -> dict[str, str]:
    """Address → text of every file."""
    made = {feed.atom_address: atom(feed, looked_up) for feed in FEEDS}
    made |= {feed.json_address: json_feed(feed, looked_up) for feed in FEEDS}
    return made | sitemaps(looked_up) | {OPEN_SEARCH: open_search(looked_up.settings)}


def _write_cards(looked_up: Indexes, output: Path) -> None:
    (output / CARD).parent.mkdir(parents=True, exist_ok=True)
    (output / CARD).write_bytes(digest_card(looked_up))
    for day in looked_up.dated:
        (output / day_card_address(day)).write_bytes(day_card(day, looked_up))
