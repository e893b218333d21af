"""Sections: what stands under a heading of the second rank belongs to it; what surrounds the title is named."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from generator.publishing.shape.tree import add_class, append_all, element, words

_HOUR = re.compile(r"(\d\d):00")
LONG_DAY = 150
"""Entries."""

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
        elif "l-other-days" in node.get("class", ""):
            node.tag, section = "nav", None
            node.set("aria-label", "Other days")
            made.append(node)
            continue
        if section is None:
            made.append(node)
        else:
            append_all(section, [node])
    root[:] = made
    _foretell_sizes(made)


def _foretell_sizes(sections: list[Element]) -> None:
    """On long days the browser lays out only the hours in view; ``--n`` lets the theme leave room for the others."""
    numbers = {section: len(section.findall("article")) for section in sections if section.get("class") == "hour"}
    if sum(numbers.values()) > LONG_DAY:
        for section, number in numbers.items():
            add_class(section, "long")
            section.set("style", f"--n:{number}")


def _section(heading: Element, taken: dict[str, int]) -> Element:
    said = words(heading)
    hour = _HOUR.fullmatch(said)
    slug = f"h{hour[1]}" if hour else "s-" + (_UNSAFE.sub("-", said.lower()).strip("-")[:60] or "section")
    taken[slug] = taken.get(slug, 0) + 1
    unique = slug if taken[slug] == 1 else f"{slug}--{taken[slug]}"
    return element("section", "hour" if hour else "part", id=unique)


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
