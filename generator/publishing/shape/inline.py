"""What stands within a line: links, emphasis and line breaks, read in one pass.

Python-Markdown looks through every text once for each kind and puts marks in place of what it finds, which is
half of all rendering. Here a text that consists of nothing but plain words and the plainest forms of those three is
taken apart at once; any other goes Python-Markdown's own way. The tree is the same in either case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_EMPHASIS = r"(?<!\*)\*(?![\s*])[^*\[\]_\n]++(?<!\s)\*(?!\*)"
_PIECE = re.compile(
    r"(?<!!)\[(?P<words>(?:[^*\[\]_\n]|" + _EMPHASIS + r")++)\]"
    r"\((?P<address>[^()<>\s\"']++)(?: \"(?P<title>[^\"'()\n]*+)\")?\)"
    r"|(?<!\*)\*\*(?![\s*])(?P<strong>[^*\[\]_\n]++)(?<!\s)\*\*(?!\*)"
    r"|(?P<em>" + _EMPHASIS + r")"
    r"|(?P<br>  \n)"
)
_ACTIVE = re.compile(r"[*\[\]_]|  \n")


class Inline(InlineProcessor):
    """Python-Markdown's own processor, which is asked only where it must be."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """In place."""
        if any(element.tail and not element.tail.isspace() for element in tree.iter()):
            return super().run(tree, ancestors)
        for element in list(tree.iter()):
            text = element.text
            if text and not isinstance(text, AtomicString) and _ACTIVE.search(text):
                self._fill(element, text)
        return tree

    def _fill(self, element: Element, text: str) -> None:
        lead, inner = _taken_apart(text) or self._asked(element.tag, text)
        element.text = lead
        element[0:0] = inner

    def _asked(self, tag: str, text: str) -> tuple[str | None, list[Element]]:
        around, alone = Element("div"), Element(tag)
        alone.text = text
        around.append(alone)
        super().run(around)
        return alone.text, list(alone)


def _taken_apart(text: str) -> tuple[str | None, list[Element]] | None:
    """The words before the first element, and the elements with their tails; None if that is not all there is."""
    lead: str | None = None
    made: list[Element] = []
    for between, element in _pieces(text):
        if _ACTIVE.search(between):
            return None
        if made:
            made[-1].tail = between or None
        else:
            lead = between or None
        if element is not None:
            made.append(element)
    return lead, made


def _pieces(text: str) -> Iterator[tuple[str, Element | None]]:
    """Plain words and the element after them; the last words have none."""
    end = 0
    for match in _PIECE.finditer(text):
        yield text[end : match.start()], _element(match)
        end = match.end()
    yield text[end:], None


def _element(match: re.Match[str]) -> Element:
    kind = match.lastgroup
    if kind == "br":
        return Element("br")
    if kind in ("em", "strong"):
        element = Element(kind)
        element.text = match[kind].strip("*")
        return element
    link = Element("a", {"href": match["address"]})
    if match["title"] is not None:
        link.set("title", match["title"])
    link.text, link[:] = _taken_apart(match["words"]) or (match["words"], [])
    return link
