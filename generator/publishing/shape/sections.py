"""Sections: what stands under a heading of the second rank belongs to it; what surrounds the title is named."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from generator.publishing.shape.labels import WAYS_ON
from generator.publishing.shape.tree import add_class, append_all, element, words

_HOUR = re.compile(r"(\d\d):(\d\d)(?= ·|$)")
_FRONT = re.compile(r" · .* in full$")
_UNSAFE = re.compile(r"[^a-z0-9]+")


def gather_sections(root: Element) -> None:
    """In place: a ``<section>`` for each ``<h2>``, with an id from its words; then kicker and lede are named."""
    _name_opening(root)
    made: list[Element] = []
    taken: dict[str, int] = {}
    section: Element | None = None
    for node in list(root):
        if node.tag == "h2":
            section = _section(node, taken)
            made.append(section)
        elif node.get("class") in WAYS_ON:
            node.tag, section = "nav", None
            node.set("aria-label", WAYS_ON[node.get("class", "")])
            made.append(node)
            continue
        if section is None:
            made.append(node)
        else:
            append_all(section, [node])
    root[:] = made
    _name_entries(made)


def _name_entries(sections: list[Element]) -> None:
    """On the front of a long day every line is the place of its entry."""
    for section in sections:
        if "front" in section.get("class", ""):
            for item in section.findall("ul/li"):
                place = item[0].get("href", "").partition("#")[2] if len(item) else ""
                if place:
                    item.set("id", place)


def _section(heading: Element, taken: dict[str, int]) -> Element:
    said = words(heading)
    hour = _HOUR.match(said)
    front = _FRONT.search(said)
    name = said[: front.start()] if front else said
    slug = f"h{hour[1]}{hour[2]}".removesuffix("00") if hour else _slug(name)
    taken[slug] = taken.get(slug, 0) + 1
    unique = slug if taken[slug] == 1 else f"{slug}--{taken[slug]}"
    return element("section", "hour front" if front else "hour" if hour else "part", id=unique)


def _slug(name: str) -> str:
    return "s-" + (_UNSAFE.sub("-", name.lower()).strip("-")[:60] or "section")


def _name_opening(root: Element) -> None:
    children = list(root)
    title = next((place for place, node in enumerate(children) if node.tag == "h1"), None)
    if title is None:
        return
    children[title].set("dir", "auto")
    for node in children[:title]:
        if node.tag == "p":
            add_class(node, "kicker")
    after = children[title + 1] if title + 1 < len(children) else None
    if after is not None and after.tag == "p" and not after.get("class"):
        after.set("class", "lede")
