"""Links between Markdown files become links between pages; links to anywhere unsafe become plain words."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

_OURS = re.compile(
    r"(?:\.\./)?(?:[a-z]+/){0,2}[A-Za-z0-9][A-Za-z0-9_-]*(?:\.md(#[A-Za-z0-9_-]+)?|\.bib|\.txt|\.csl\.json)|#[A-Za-z0-9_-]+"
)
_ELSEWHERE = re.compile(r"https?://[^\s/?#]|mailto:", re.IGNORECASE)


def mend_links(root: Element) -> None:
    """In place: ``.md`` → ``.html``; web addresses are marked as leading away; all else loses its address."""
    for link in root.iter("a"):
        address = link.attrib.pop("href", "")
        hint = link.attrib.pop("title", None)
        if _OURS.fullmatch(address):
            link.set("href", address.replace(".md", ".html", 1))
            if hint:
                link.set("data-preview", hint)
        elif _ELSEWHERE.match(address):
            link.set("href", address)
            link.set("rel", "external nofollow noreferrer")
        else:
            link.tag = "span"
    for image in root.iter("img"):
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*\.svg", image.get("src", "")):
            image.tag = "span"
            image.attrib.clear()
