"""``datapackage.json``: what every table and field of the published data means (Frictionless Data Package v1).

https://specs.frictionlessdata.io/data-package/ and …/table-schema/
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.model import Basis, Order, Relation, TopicKind

Field = dict[str, Any]


def datapackage(folder: Path, settings: Settings) -> dict[str, Any]:
    """The description of the tables that stand in ``folder``, with their sizes and SHA-256."""
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": "liveblog-digest",
        "title": settings.site.title,
        "description": settings.site.description or "Entries of saved liveblogs and how they relate.",
        "resources": [_resource(name, folder) for name in FIELDS],
    }
    if settings.site.url:
        package["homepage"] = settings.site.url
    return package


def _resource(name: str, folder: Path) -> dict[str, Any]:
    path = folder / f"{name}.jsonl"
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": name,
        "path": f"{name}.jsonl",
        "profile": "data-resource",
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256}",
        "schema": {"fields": FIELDS[name], "missingValues": [], **KEYS[name]},
    }


def _field(name: str, kind: str, description: str, *, required: bool = False, **constraints: Any) -> Field:
    if required:
        constraints["required"] = True
    field: Field = {"name": name, "type": kind, "description": description}
    if constraints:
        field["constraints"] = constraints
    return field


_BASES = [basis.value for basis in Basis]

FIELDS: dict[str, list[Field]] = {
    "documents": [
        _field("id", "string", "Stable id; also the name of its page and of its text in text/.", required=True),
        _field("path", "string", "File it was read from, relative to the documents folder.", required=True),
        _field("sha256", "string", "SHA-256 of the saved file.", required=True, pattern="[0-9a-f]{64}"),
        _field("format", "string", "How it was saved: text, html, warc…", required=True),
        _field("title", "string", "Title of the page, as printed or given."),
        _field("outlet", "string", "Who published it; empty when nobody says."),
        _field("url", "string", "Address it was saved from."),
        _field("language", "string", "Language of the text (BCP 47)."),
        _field("date", "date", "First day it covers, in the outlet's zone."),
        _field("date_basis", "string", "Where the date comes from.", enum=_BASES),
        _field("zone", "string", "Time zone of its printed times: IANA name or offset."),
        _field("order", "string", "Order of its entries.", required=True, enum=[order.value for order in Order]),
        _field("posts_stated", "integer", "How many posts the page itself says it holds."),
        _field("captured", "datetime", "When it was saved, where known (UTC)."),
        _field("key_points", "array", "Lines (from 1) of the page's own summary.", required=True),
        _field("set_aside", "array", "Lines in no entry: {lines, why}.", required=True),
        _field("notes", "array", "Anything a reader should be warned of, in words.", required=True),
    ],
    "entries": [
        _field("id", "string", "Stable id; also the anchor on its page.", required=True),
        _field("document", "string", "Id of its document.", required=True),
        _field("outlet", "string", "Who published it.", required=True),
        _field("lines", "array", "Every line (from 1) of the document that belongs to it.", required=True),
        _field("headline", "string", "Headline as printed."),
        _field("blocks", "array", "Its text, verbatim: {kind, text, line, links?}.", required=True),
        _field("authors", "array", "Bylines as names.", required=True),
        _field("address", "string", "Address of this post at its outlet."),
        _field("pinned", "boolean", "Whether the page kept it on top, out of order.", required=True),
        _field("printed_time", "string", "Its time, as printed."),
        _field("local_time", "string", "Its time in the outlet's zone: 2022-06-01T21:11, or T21:11 without a day."),
        _field("utc", "datetime", "Its time in UTC, where zone and day are known."),
        _field("date", "date", "Day it is filed under, in the site's zone."),
        _field("time_basis", "string", "Where the time comes from.", enum=_BASES),
        _field("time_note", "string", "Why, in words, where the time or day was inferred."),
        _field("changes", "array", "What later captures print differently: {captured, before, after}.", required=True),
        _field("topics", "array", "Ids of its topics.", required=True),
        _field("story", "string", "Id of its story."),
        _field("url", "string", "Its page and anchor, relative to the site."),
    ],
    "links": [
        _field("a", "string", "Id of the earlier entry.", required=True),
        _field("b", "string", "Id of the later entry.", required=True),
        _field("relation", "string", "How they relate.", required=True, enum=[r.value for r in Relation]),
        _field("score", "number", "Probability that the link is right.", required=True, minimum=0, maximum=1),
        _field("evidence", "object", "What it rests on: {names, words, figures, quotes, credits}.", required=True),
        _field("figures", "array", "The same quantity, given differently: {what, a, b}.", required=True),
        _field("curated", "string", "The reason a person gave, where one decided."),
    ],
    "stories": [
        _field("id", "string", "Id; also the name of its page.", required=True),
        _field("title", "string", "A headline of one of its entries, or a person's words.", required=True),
        _field("entries", "array", "Ids of its entries, in order of time.", required=True),
        _field("first", "string", "When it was first reported (UTC moment or day)."),
        _field("last", "string", "When it was last reported (UTC moment or day)."),
        _field("outlets", "array", "Who reported it.", required=True),
        _field("separate_reports", "integer", "Outlets with no shared origin found.", required=True, minimum=1),
        _field("curated", "string", "The reason a person gave, where one decided."),
        _field("url", "string", "Its page, relative to the site."),
    ],
    "topics": [
        _field("id", "string", "Id; also the name of its page.", required=True),
        _field("name", "string", "Name most readers would look for.", required=True),
        _field("kind", "string", "What it is.", required=True, enum=[kind.value for kind in TopicKind]),
        _field("aliases", "array", "All spellings met, as printed.", required=True),
        _field("entries", "array", "Ids of the entries that speak of it.", required=True),
        _field("latitude", "number", "Degrees north, for places."),
        _field("longitude", "number", "Degrees east, for places."),
        _field("media_topic", "string", "IPTC Media Topic code, where one fits."),
        _field("related", "array", "Ids of topics it moves with, nearest first.", required=True),
        _field("url", "string", "Its page, relative to the site."),
    ],
}

KEYS: dict[str, dict[str, Any]] = {
    "documents": {"primaryKey": "id"},
    "entries": {"primaryKey": "id"},
    "links": {"primaryKey": ["a", "b"]},
    "stories": {"primaryKey": "id"},
    "topics": {"primaryKey": "id"},
}
