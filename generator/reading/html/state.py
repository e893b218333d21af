"""Posts in the data that a page carries for its own scripts (:mod:`embedded`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.reading.html.alignment import letters
from generator.reading.html.embedded import values_of
from generator.reading.html.jsonld import JsonObject, load, names, objects
from generator.reading.html.machine_times import machine_time
from generator.reading.html.updates import Syntax, Update, plain_line, plain_paragraphs

_LISTS = re.compile(
    r"live|post|update|entr|event|block|message|ticker|timeline|stream|edges|items|comment|result", re.I
)
_TIME_KEYS = re.compile(r"publi|creat|date|time|stamp|posted|updated|modified", re.I)
_FIRST_KEYS = re.compile(r"^(?:first_?)?(?:publish|posted|display)(?!.*(?:updat|modif))", re.I)
_LATER_KEYS = re.compile(r"updat|modif|edit|last", re.I)
_TEXT_KEYS = frozenset(
    "body text content html articlebody bodyhtml bodytext message paragraph rendered value markup".split()
)
_HEADLINE_KEYS = ("headline", "title", "heading", "name")
_ADDRESS_KEYS = ("url", "permalink", "shareUrl", "link", "webUrl", "canonicalUrl")
_KEY_KEYS = ("id", "_id", "uuid", "postId", "key")
_MOST_INNER = 400
_FEWEST = 3
_LONG = 200


def state_updates(scripts: list[tuple[str, str, str]]) -> tuple[Update, ...]:
    """The longest list of timed texts in the page's embedded data, as updates; empty if there is none."""
    best: tuple[int, tuple[Update, ...]] = (0, ())
    for value in values_of(scripts):
        for items in _lists(value):
            updates = tuple(update for update in map(_update, items) if update is not None)
            size = sum(len(update.text) for update in updates)
            if len(updates) >= _FEWEST and 2 * len(updates) > len(items) and size > best[0]:
                best = size, updates
    return best[1]


def _lists(value: Any) -> Iterator[list[JsonObject]]:
    """Lists of objects that could be posts: by the name they are kept under, or of one type in a store."""
    if isinstance(value, list):
        yield [item for item in value if isinstance(item, dict)]
    for item in objects(value):
        yield from _of_one_type(item)
        for key, inner in item.items():
            if not _LISTS.search(str(key)):
                continue
            if isinstance(inner, str) and inner[:1] in ("[", "{") and len(inner) > _LONG:
                yield from _lists(load(inner))
            elif isinstance(inner, list | dict) and len(inner) >= _FEWEST:
                parts = inner if isinstance(inner, list) else inner.values()
                yield [part for part in parts if isinstance(part, dict)]


def _of_one_type(store: JsonObject) -> Iterator[list[JsonObject]]:
    """The objects of each type in a store that keeps all under keys such as ``Post:17``, references followed."""
    kinds: dict[str, list[JsonObject]] = {}
    for key, inner in store.items():
        if isinstance(inner, dict) and ":" in key:
            kinds.setdefault(key.partition(":")[0], []).append(inner)
    for items in kinds.values():
        if len(items) >= _FEWEST:
            yield [_followed(item, store) for item in items]


def _followed(item: JsonObject, store: JsonObject) -> dict[str, Any]:
    return {key: _referred(value, store) for key, value in item.items()}


def _referred(value: Any, store: JsonObject) -> Any:
    """What a reference of a store leads to; any other value itself."""
    if isinstance(value, list):
        return [_referred(part, store) for part in value]
    named = value.get("__ref") if isinstance(value, Mapping) else None
    return store.get(named, value) if isinstance(named, str) else value


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
    first = [moment for key, moment in timed if _FIRST_KEYS.search(str(key))] + first
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
