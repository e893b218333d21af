"""Readers' comments that no class name tells: what stands below a heading such as "Comments (12)", in its box."""

from __future__ import annotations

import re

from generator.model import BlockKind
from generator.reading.html.page import Line, Node, Page
from generator.reading.text.wording import label
from generator.reading.words import fold

_LONGEST = 40
_COUNT = re.compile(r"^\s?[\d.,]{1,9}\s|[\s(\[]{0,3}[\d.,]{0,9}[)\]\s:]{0,3}$")


def comment_nodes(page: Page) -> set[int]:
    """The elements below headings of comments, by index; boxes around the page's title are none."""
    titled = _around_title(page)
    found: set[int] = set()
    for number, line in enumerate(page.lines):
        if _heads_comments(line) and line.node.index not in found:
            found |= _below(page, number, titled)
    return found


def _heads_comments(line: Line) -> bool:
    if len(line.text) > _LONGEST or line.links or line.kind is not BlockKind.PARAGRAPH:
        return False
    return bool(label("comments").fullmatch(_COUNT.sub("", fold(line.text)).strip()))


def _below(page: Page, number: int, titled: set[int]) -> set[int]:
    """The elements behind line ``number`` in the innermost box that holds more than this line behind it.

    None where a heading like this one follows: then it is the headline of a post, about what was said.
    """
    heading = page.lines[number].node
    box = next((above for above in heading.ancestors() if above.stop > number + 1), None)
    if box is None or (box.index in titled and not heading.tag.startswith("h")):
        return set()
    found = set()
    for node in page.nodes[heading.index + 1 :]:
        if node.depth <= box.depth:
            break
        if node.parent is heading.parent and node.signature == heading.signature and heading.tag.startswith("h"):
            return set()
        if node.start > number:
            found.add(node.index)
    return found


def _around_title(page: Page) -> set[int]:
    title: Node | None = next((node for node in page.nodes if node.tag == "h1" and node.stop > node.start), None)
    return {node.index for node in title.ancestors()} if title is not None else set()
