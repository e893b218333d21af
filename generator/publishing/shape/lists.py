"""Items of lists whose form is known: a story on one line, an entry on one line, a note, a number."""

from __future__ import annotations

import re
from itertools import takewhile
from xml.etree.ElementTree import Element

from generator.publishing.shape.tree import gather_rest, strip_start

_TIME = re.compile(r"\d\d:\d\d")


def shape_lists(root: Element) -> None:
    """In place."""
    for node in takewhile(lambda node: node.tag != "h2", root):
        if node.tag == "ul":
            node.set("class", "nums")
    for node in root.iter("ul"):
        for item in node:
            if len(item) and item[0].tag == "a" and not (item.text or "").strip():
                _item(node, item)
            elif not item.get("class"):
                item.set("dir", "auto")


def _item(node: Element, item: Element) -> None:
    link = item[0]
    lead = link.get("href", "")
    if "stories/" in lead or (item.find("br") is not None and ".html" in lead):
        _story(node, item)
    elif "#e" in lead or "#a-" in lead:
        _entry(node, item)
    elif not node.get("class"):
        node.set("class", "plain")


def _story(node: Element, item: Element) -> None:
    """``title, outlets, line break, facts`` → link, span of outlets, small facts."""
    node.set("class", "stories")
    item[0].set("dir", "auto")
    line_break = item.find("br")
    if line_break is not None:
        facts = gather_rest(item, line_break, "small")
        strip_start(facts)
        facts.set("dir", "auto")
        item.remove(line_break)
        item.remove(facts)
        who = gather_rest(item, item[0], "span", "who")
        who.text = (who.text or "").strip()
        item.append(facts)


def _entry(node: Element, item: Element) -> None:
    """``time, outlet, headline`` or ``outlet and time: what it says``."""
    link = item[0]
    rest = gather_rest(item, link, "span")
    strip_start(rest)
    if _TIME.fullmatch(link.text or "") or link.text == "no time":
        link.set("class", "time")
        if len(rest) or rest.text:
            node.set("class", "told")
            _outlet_then_headline(item, rest)
        else:
            node.set("class", "ticks")
            item.remove(rest)
    else:
        strip_start(rest, ":")
        rest.set("dir", "auto")
        if not rest.text and not len(rest):
            item.remove(rest)


def _outlet_then_headline(item: Element, rest: Element) -> None:
    """The outlet stands in its own direction, the headline in its own, and who else has it behind both."""
    if len(rest) and "src" in rest[0].get("class", ""):
        outlet = rest[0]
        headline = gather_rest(rest, outlet, "span", "hl")
        strip_start(headline)
        item.remove(rest)
        item.extend([outlet, headline])
    else:
        rest.set("class", "hl")
        headline = rest
    headline.set("dir", "auto")
    if len(headline):
        _signs(item, headline)


def _signs(item: Element, headline: Element) -> None:
    """A headline is plain text: what follows as elements says who else has it."""
    signs = Element("span", {"class": "signs"})
    for sign in list(headline):
        headline.remove(sign)
        sign.tail = " "
        if sign.tag == "em":
            sign.tag = "i"
            if (sign.text or "").startswith("+"):
                sign.set("class", "more")
        signs.append(sign)
    headline.text = (headline.text or "").rstrip()
    item.append(signs)
