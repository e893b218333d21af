"""Outlets get their mark wherever they are named: as a link to their page, or in emphasis."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from generator.publishing.shape.tree import add_class, words
from generator.writing.marks import Mark


def mark_outlets(root: Element, marks: Mapping[str, tuple[str, Mark]], folder: str) -> None:
    """In place, on a page in ``folder``. ``marks`` maps an outlet's name to the name of its page and its mark."""
    by_page = dict(marks.values())
    for node in list(root.iter()):
        if node.tag == "a":
            place, _, file = node.get("href", "").rpartition("/")
            mark = by_page.get(file.removesuffix(".html")) if (place or folder).endswith("sources") else None
            if mark:
                _put(node, mark)
        elif node.tag == "em" and words(node) in marks:
            node.tag = "span"
            _put(node, marks[words(node)][1])


def glyph(mark: Mark) -> Element:
    """The mark as an element to stand in a line of text."""
    drawn = Element("svg", {"class": f"g {mark.css_class}", "viewBox": "0 0 14 14", "aria-hidden": "true"})
    SubElement(drawn, "path", {"d": mark.path})
    return drawn


def _put(node: Element, mark: Mark) -> None:
    drawn = glyph(mark)
    drawn.tail, node.text = node.text, None
    node.insert(0, drawn)
    add_class(node, f"src {mark.css_class}")
