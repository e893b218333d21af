"""A feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/."""

from __future__ import annotations

from typing import Any

from generator.writing.addresses import absolute
from generator.writing.indexes import Indexes
from generator.writing.machines.feeds import Feed, Item
from generator.writing.rows import utc_text
from generator.writing.safe import json_text, plain


def json_feed(feed: Feed, index: Indexes) -> str:
    """The feed as a JSON file."""
    site = index.settings.site
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{site.title}: {feed.title}",
        "home_page_url": absolute(feed.page, index.settings),
        "feed_url": absolute(feed.json_address, index.settings),
        "language": site.language,
        "authors": [{"name": site.title}],
        "items": [_item(item) for item in feed.items(index)],
    }
    if site.description:
        made["description"] = site.description
    return json_text(made, indent=1) + "\n"


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.address,
        "url": item.address,
        "title": plain(item.title),
        "summary": plain(item.summary),
        "content_html": item.html,
        "date_published": utc_text(item.published),
        "date_modified": utc_text(item.updated),
        "tags": [plain(outlet) for outlet in item.outlets if plain(outlet)],
    }
