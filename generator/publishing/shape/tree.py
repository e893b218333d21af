"""Moving pieces of an element tree about."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement


def element(tag: str, css_class: str = "", text: str | None = None, **attributes: str) -> Element:
    """A new element; underscores in names of attributes stand for hyphens."""
    made = Element(tag, {name.replace("_", "-"): value for name, value in attributes.items()})
    if css_class:
        made.set("class", css_class)
    made.text = text
    return made


def add_class(node: Element, css_class: str) -> None:
    """``css_class`` after those that ``node`` has."""
    node.set("class", f"{node.get('class', '')} {css_class}".strip())


def words(node: Element) -> str:
    """All text within ``node``, as its letters: in the tree an ampersand is still a reference."""
    return "".join(node.itertext()).replace("&amp;", "&")


def append_all(parent: Element, nodes: Iterable[Element]) -> None:
    """Move ``nodes`` to the end of ``parent``, without the white space after them."""
    for node in nodes:
        node.tail = None
        parent.append(node)


def gather_rest(parent: Element, after: Element, tag: str, css_class: str = "") -> Element:
    """Everything in ``parent`` behind its child ``after``, text included, as one new last child."""
    place = list(parent).index(after) + 1
    rest = list(parent)[place:]
    made = SubElement(parent, tag)
    if css_class:
        made.set("class", css_class)
    made.text, after.tail = after.tail, None
    for node in rest:
        parent.remove(node)
        made.append(node)
    return made


def strip_start(node: Element, sign: str = "") -> None:
    """Take white space, and one ``sign`` of ours, from the beginning of the node's text."""
    node.text = (node.text or "").lstrip(" \n").removeprefix(sign).lstrip(" \n")
