"""``LiveBlogPosting`` in JSON-LD → updates, and what the page's JSON-LD says of the page.

Read with a loop, so that hostile nesting costs nothing, and with the mending that browsers and
search engines do: comments around the JSON, raw line ends in strings, commas too many.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.reading.html.machine_times import machine_time
from generator.reading.html.updates import Syntax, Update, plain_line, plain_paragraphs

_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*\Z")
_TRAILING_COMMA = re.compile(r",(\s{0,200}[\]}])")
_MAX_NODES = 2_000_000

JsonObject = Mapping[str, Any]


def load(text: str) -> Any | None:
    """The JSON in a script, mended where it can be, or None."""
    text = _WRAPPING.sub("", text).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def objects(value: Any) -> Iterator[JsonObject]:
    """Every object in ``value``, outermost first, in order."""
    stack, seen = [value], 0
    while stack and seen < _MAX_NODES:
        item = stack.pop()
        seen += 1
        if isinstance(item, dict):
            yield item
            stack.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            stack.extend(reversed(item))


def scripts_json(scripts: list[tuple[str, str, str]]) -> tuple[Any, ...]:
    """The JSON-LD of a page, script by script; broken scripts are left out."""
    loaded = (load(text) for kind, _, text in scripts if "ld+json" in kind)
    return tuple(value for value in loaded if value is not None)


def live_updates(values: tuple[Any, ...]) -> tuple[Update, ...]:
    """The updates of every ``LiveBlogPosting``, each once, in the order they are listed."""
    by_id = {item["@id"]: item for value in values for item in objects(value) if isinstance(item.get("@id"), str)}
    found: dict[tuple[object, ...], Update] = {}
    for value in values:
        for item in objects(value):
            for update in _listed(item.get("liveBlogUpdate")):
                whole = by_id.get(update["@id"], update) if set(update) == {"@id"} else update
                read = update_from(whole, Syntax.JSON_LD)
                found.setdefault((read.address, read.key, read.headline, read.text, read.published), read)
    return tuple(found.values())


def _listed(value: Any) -> list[JsonObject]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def update_from(item: JsonObject, syntax: Syntax) -> Update:
    """``item``, which need not say its type, as an update."""
    body = first_text(item, "articleBody", "text", "body", "description")
    return Update(
        syntax=syntax,
        headline=plain_line(first_text(item, "headline", "name", "alternativeHeadline") or ""),
        paragraphs=plain_paragraphs(body or ""),
        published=machine_time(item.get("datePublished")) or machine_time(item.get("dateCreated")),
        modified=machine_time(item.get("dateModified")),
        address=first_text(item, "url", "mainEntityOfPage"),
        key=first_text(item, "@id", "identifier"),
        authors=names(item.get("author")),
    )


def first_text(item: JsonObject, *keys: str) -> str | None:
    """The first of ``keys`` that holds text, alone or in a list."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, list):
            value = "\n".join(part for part in value if isinstance(part, str))
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def names(value: Any) -> tuple[str, ...]:
    """Names of people or organisations, given as text, object or list of these."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            found.append(" ".join(name.split()))
    return tuple(dict.fromkeys(found))
