"""Posts in the data that a page carries for its own scripts, where that is plain JSON.

Nothing is run: only JSON in ``<script type="application/json">``, in assignments such as
``window.STATE = {…}`` and in ``JSON.parse("…")`` is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.reading.html.alignment import letters
from generator.reading.html.jsonld import JsonObject, load, names, objects
from generator.reading.html.machine_times import machine_time
from generator.reading.html.updates import Syntax, Update, plain_line, plain_paragraphs

_ASSIGNED = re.compile(r"""(?:[\w\]"']\s{0,3}=|\w\(\s{0,3}["'][^"'\n]{1,400}["']\s{0,3},)\s{0,3}(?=[{\[])""")
_PARSED = re.compile(r"""JSON\.parse\(\s{0,3}(?=")""")
_LISTS = re.compile(
    r"live|post|update|entr|event|block|message|ticker|timeline|stream|edges|items|comment|result", re.I
)
_TIME_KEYS = re.compile(r"publi|creat|date|time|stamp|posted|updated|modified", re.I)
_LATER_KEYS = re.compile(r"updat|modif|edit|last", re.I)
_TEXT_KEYS = frozenset(
    "body text content html articlebody bodyhtml bodytext message paragraph rendered value markup".split()
)
_HEADLINE_KEYS = ("headline", "title", "heading", "name")
_ADDRESS_KEYS = ("url", "permalink", "shareUrl", "link", "webUrl", "canonicalUrl")
_KEY_KEYS = ("id", "_id", "uuid", "postId", "key")
_MOST_ATTEMPTS = 24
_MOST_INNER = 400
_FEWEST = 3
_SHORTEST_SCRIPT = 200


def state_updates(scripts: list[tuple[str, str, str]]) -> tuple[Update, ...]:
    """The longest list of timed texts in the page's embedded data, as updates; empty if there is none."""
    best: tuple[int, tuple[Update, ...]] = (0, ())
    for value in _values(scripts):
        for items in _lists(value):
            updates = tuple(update for update in map(_update, items) if update is not None)
            size = sum(len(update.text) for update in updates)
            if len(updates) >= _FEWEST and 2 * len(updates) > len(items) and size > best[0]:
                best = size, updates
    return best[1]


def _values(scripts: list[tuple[str, str, str]]) -> Iterator[Any]:
    for kind, _, text in scripts:
        if len(text) < _SHORTEST_SCRIPT or "ld+json" in kind:
            continue
        if "json" in kind:
            yield load(text)
        elif not kind or "javascript" in kind or kind == "module":
            yield from _assigned(text)


def _assigned(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    for _ in range(_MOST_ATTEMPTS):
        match = _ASSIGNED.search(text, at)
        if not match:
            break
        value, at = _decoded(decoder, text, match.end())
        yield value
    at = 0
    for _ in range(_MOST_ATTEMPTS):
        match = _PARSED.search(text, at)
        if not match:
            break
        value, at = _decoded(decoder, text, match.end())
        yield load(value) if isinstance(value, str) else None


def _decoded(decoder: json.JSONDecoder, text: str, start: int) -> tuple[Any, int]:
    try:
        value, end = decoder.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, start + 1
    return value, end


def _lists(value: Any) -> Iterator[list[JsonObject]]:
    """Lists of objects that could be posts, by the name they are kept under."""
    if isinstance(value, list):
        yield [item for item in value if isinstance(item, dict)]
    for item in objects(value):
        for key, inner in item.items():
            if isinstance(inner, list) and len(inner) >= _FEWEST and _LISTS.search(str(key)):
                yield [part for part in inner if isinstance(part, dict)]
            if isinstance(inner, dict) and len(inner) >= _FEWEST and _LISTS.search(str(key)):
                yield [part for part in inner.values() if isinstance(part, dict)]


def _update(item: JsonObject) -> Update | None:
    """``item`` as an update, if it has a moment and running text."""
    item = item["node"] if isinstance(item.get("node"), dict) else item
    published, modified = _times(item)
    paragraphs = _paragraphs(item)
    if published is None or not paragraphs:
        return None
    headline = next((item[key] for key in _HEADLINE_KEYS if isinstance(item.get(key), str)), "")
    return Update(
        syntax=Syntax.STATE,
        headline=plain_line(headline),
        paragraphs=paragraphs,
        published=published,
        modified=modified,
        address=next((item[key] for key in _ADDRESS_KEYS if isinstance(item.get(key), str)), None),
        key=next((str(item[key]) for key in _KEY_KEYS if isinstance(item.get(key), str | int)), None),
        authors=names(item.get("author") or item.get("authors") or item.get("byline")),
    )


def _times(item: JsonObject) -> tuple[Any, Any]:
    found = [(key, machine_time(value)) for key, value in item.items() if _TIME_KEYS.search(str(key))]
    timed = [(key, moment) for key, moment in found if moment is not None]
    first = [moment for key, moment in timed if not _LATER_KEYS.search(str(key))]
    later = [moment for key, moment in timed if _LATER_KEYS.search(str(key))]
    return next(iter(first + later), None), next(iter(later), None)


def _paragraphs(item: JsonObject) -> tuple[str, ...]:
    """Running text of a post, wherever it stands in the object, each piece once."""
    out: dict[str, str] = {}
    for number, inner in enumerate(objects(item)):
        if number > _MOST_INNER:
            break
        for key, value in inner.items():
            if str(key).lower() in _TEXT_KEYS and isinstance(value, str) and " " in value.strip():
                for paragraph in plain_paragraphs(value):
                    out.setdefault(letters(paragraph), paragraph)
    return tuple(out.values()) if sum(map(len, out.values())) >= 25 else ()
