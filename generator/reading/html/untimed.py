"""Posts without a time of their own, found by their place: elements like those of the timed posts, beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.reading.html.furniture import reason
from generator.reading.html.page import Node, Page
from generator.reading.html.segments import Segment

_FEWEST = 3
_SUBSTANCE = 40
_TELLING = frozenset(("article", "li", "section"))


def untimed(page: Page, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Segments of further posts between the first and the last of these; none where posts have no elements."""
    nodes = [segment.node for segment in segments if segment.node is not None]
    kinds = Counter((node.parent.index, node.signature) for node in nodes if node.parent is not None)
    usual = {kind for kind, count in kinds.items() if count >= _FEWEST and _tells(kind[1])}
    if not usual:
        return ()
    taken = {above.index for node in nodes for above in (node, *node.ancestors())}
    first, last = min(node.index for node in nodes), max(node.index for node in nodes)
    return tuple(
        Segment(node.start, node.stop, node, node)
        for node in page.nodes[first : last + 1]
        if node.parent is not None
        and (node.parent.index, node.signature) in usual
        and node.index not in taken
        and _is_post(page, node)
    )


def _tells(signature: str) -> bool:
    """Whether a signature is more than that of any box: it names a class, or an element that posts are made of."""
    tag, _, names = signature.partition(".")
    return bool(names) or tag in _TELLING


def _is_post(page: Page, node: Node) -> bool:
    running = sum(
        len(line.text) - sum(len(link.text) for link in line.links) for line in page.lines[node.start : node.stop]
    )
    return running >= _SUBSTANCE and reason(node) is None
