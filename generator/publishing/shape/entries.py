"""Entries: a heading that links to itself opens one, the next heading of its rank closes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from generator.publishing.shape.labels import WAYS_ON
from generator.publishing.shape.tree import append_all, element, gather_rest, strip_start, words

_HEADINGS = ("h1", "h2", "h3")
_TIME = re.compile(r"\d\d:\d\d")


def gather_entries(root: Element) -> None:
    """In place: each entry becomes an ``<article>`` with header, body, notes and footer."""
    made: list[Element] = []
    children = list(root)
    place = 0
    while place < len(children):
        node = children[place]
        place += 1
        if not opens_entry(node):
            made.append(node)
            continue
        end = place
        while end < len(children) and children[end].tag not in _HEADINGS and children[end].get("class") not in WAYS_ON:
            end += 1
        made.append(_article(node, children[place:end]))
        place = end
    root[:] = made


def opens_entry(node: Element) -> bool:
    """Whether ``node`` is the heading of an entry: it begins with a link to its own place."""
    return (
        node.tag == "h3"
        and len(node) > 1
        and node[0].tag == "a"
        and node[0].get("href", "").startswith("#")
        and not (node.text or "").strip()
    )


def _article(heading: Element, content: Sequence[Element]) -> Element:
    time, outlet = heading[0], heading[1]
    colour = (outlet.get("class") or "src o0").split()[-1]
    article = element("article", f"entry {colour}", id=time.get("href", "")[1:])
    article.append(_header(heading, time, outlet))
    notes_start = next((place for place, node in enumerate(content) if node.tag == "h4"), len(content))
    footers = [node for node in content if node.get("class") == "l-about-this-entry"]
    if article[0].find("h3") is None:
        article.set("aria-label", f"{words(outlet)}, {words(time)}")
    told = _in_own_direction([node for node in content[:notes_start] if node not in footers])
    if told and told[0].get("class") == "l-kicker":
        header = article[0]
        header.insert(2, told[0])
        told[0].tail, told = None, told[1:]
    append_all(SubElement(article, "div", {"class": "body"}), told)
    notes = [node for node in content[notes_start:] if node not in footers]
    if notes:
        append_all(SubElement(article, "aside"), _named_notes(notes, article[0].find("h3") is not None))
    for footer in footers:
        footer.tag = "footer"
        del footer.attrib["class"]
        append_all(article, [footer])
    return article


def _header(heading: Element, time: Element, outlet: Element) -> Element:
    header = element("header")
    last = outlet
    if len(heading) > 2 and heading[2].tag == "em":
        last = heading[2]
    headline = gather_rest(heading, last, "h3")
    strip_start(headline, ":")
    headline.set("dir", "auto")
    time.set("class", "time")
    time.tail = None
    if _TIME.fullmatch(time.text or ""):
        said, time.text = time.text, None
        SubElement(time, "time").text = said
    header.append(time)
    by = SubElement(header, "p", {"class": "by"})
    outlet.tail = " "
    by.append(outlet)
    if last is not outlet:
        last.tag, last.tail = "span", None
        last.set("class", "pr")
        by.append(last)
    if headline.text or len(headline):
        header.append(headline)
    return header


def _in_own_direction(nodes: Sequence[Element]) -> Sequence[Element]:
    """Each paragraph by itself; a list as a whole, so that its marks stand on the side it begins."""
    for node in nodes:
        for inner in node.iter():
            if inner.tag in {"p", "ul"} and "dir" not in inner.attrib:
                inner.set("dir", "auto")
            elif inner.tag == "li":
                inner.attrib.pop("dir", None)
    return nodes


def _named_notes(nodes: Sequence[Element], under_headline: bool) -> Sequence[Element]:
    """Headings of notes stand one rank below the headline; in its rank where the entry has none."""
    for node in nodes:
        if node.tag == "h4":
            node.tag = "h4" if under_headline else "h3"
            node.set("class", "note differ" if (node.text or "").startswith("Figures") else "note")
    return nodes
