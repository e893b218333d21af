"""Where posts begin and end: from one element per post to the stretch of page that is the post's.

An anchor is any element that each post has once (its time, its first words…). The post is the
largest element around the anchor that holds no other anchor; where that is hardly more than the
anchor itself, the page is flat and the post reaches to the next anchor.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from generator.reading.html.page import Node, Page

_FLAT = frozenset("p h1 h2 h3 h4 h5 h6 dt span strong b i em time a small hr font label center".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ITEMS = frozenset("p li tr dt article section".split())
_ENDS = frozenset("footer nav aside form".split())
_THIN = 25


@dataclass(frozen=True, slots=True)
class Segment:
    """The lines ``start`` up to and without ``stop`` (from 0) of one post, and its element if it has its own."""

    start: int
    stop: int
    node: Node | None
    anchor: Node


def divide(page: Page, anchors: Sequence[Node], opening: Set[int] = frozenset()) -> tuple[Segment, ...]:
    """One segment per anchor, in page order; none where there are fewer than two.

    ``opening`` are the elements, by index, of which only the opening words are the anchor.
    """
    anchors = _first_of_each(page, anchors)
    if len(anchors) < 2:
        return ()
    counts = _counts(anchors)
    tops = [_exclusive(anchor, counts) for anchor in anchors]
    if _is_flat(page, anchors, tops):
        return _stretches(page, anchors, tops, opening)
    return _own_elements(anchors, tops)


def _first_of_each(page: Page, anchors: Sequence[Node]) -> list[Node]:
    """Without anchors that repeat one: nested in it, or beside it in the same parent with no text between."""
    out: list[Node] = []
    for anchor in sorted(anchors, key=lambda node: node.index):
        if out and (anchor is out[-1] or out[-1] in anchor.ancestors()):
            continue
        if out and _repeats(page, out[-1], anchor):
            continue
        out.append(anchor)
    return out


def _repeats(page: Page, before: Node, anchor: Node) -> bool:
    """Whether ``anchor`` says a second time what ``before`` said, as "updated" stands beside "published"."""
    if anchor.parent is not before.parent or anchor.tag in _ITEMS:
        return False
    return page.text_between(before.start, anchor.start) < _THIN + len(before.text or "")


def _counts(anchors: Sequence[Node]) -> Counter[int]:
    """How many anchors each element holds, itself included."""
    counts: Counter[int] = Counter()
    for anchor in anchors:
        counts[anchor.index] += 1
        counts.update(node.index for node in anchor.ancestors())
    return counts


def _exclusive(anchor: Node, counts: Counter[int]) -> Node:
    """The outermost element that holds this anchor and no other."""
    top = anchor
    for node in anchor.ancestors():
        if counts[node.index] > 1:
            break
        top = node
    return top


def _is_flat(page: Page, anchors: Sequence[Node], tops: Sequence[Node]) -> bool:
    """Whether posts are runs of siblings rather than elements of their own."""
    flat = sum(1 for top in tops if top.tag in _FLAT)
    thin = sum(
        1
        for top, anchor in zip(tops, anchors, strict=True)
        if page.text_between(top.start, top.stop) - len(anchor.text or "") < _THIN
    )
    return 2 * flat > len(tops) or 2 * thin > len(tops)


def _own_elements(anchors: Sequence[Node], tops: Sequence[Node]) -> tuple[Segment, ...]:
    """Segments that are elements, each cut back to the element that most of the others have."""
    usual = Counter(top.signature for top in tops).most_common(1)[0][0]
    out = []
    for anchor, top in zip(anchors, tops, strict=True):
        node = top
        if top.signature != usual:
            chain = [anchor, *anchor.ancestors()]
            inside = chain[: chain.index(top) + 1]
            node = next((inner for inner in reversed(inside) if inner.signature == usual), top)
        out.append(Segment(node.start, node.stop, node, anchor))
    return tuple(out)


def _stretches(page: Page, anchors: Sequence[Node], tops: Sequence[Node], opening: Set[int]) -> tuple[Segment, ...]:
    """Segments that run from one anchor to the next."""
    starts = [top.start for top in tops]
    closed = None if _open_their_lines(page, anchors, opening) else _closed_by(page, tops)
    if closed:
        return tuple(Segment(a, b, None, anchor) for (a, b), anchor in zip(closed, anchors, strict=True))
    starts = _from_rules(page, starts) or _from_headings(page, starts)
    last = _end_of_last(page, starts[-1], tops)
    stops = [*starts[1:], last]
    return tuple(
        Segment(start, max(stop, start), None, anchor)
        for start, stop, anchor in zip(starts, stops, anchors, strict=True)
    )


def _open_their_lines(page: Page, anchors: Sequence[Node], opening: Set[int]) -> bool:
    """Whether text of the post goes on behind most anchors, on the line that they open."""
    count = 0
    for anchor in anchors:
        line, own = page.lines[anchor.start].text if anchor.start < len(page.lines) else "", anchor.text or ""
        count += anchor.index in opening or (line.startswith(own) and len(line) - len(own) >= _THIN)
    return 2 * count > len(anchors)


def _closed_by(page: Page, tops: Sequence[Node]) -> list[tuple[int, int]] | None:
    """Stretches that end with their anchor, where text stands above the first and none below the last."""
    home = tops[-1].parent
    if home is None or any(top.parent is not home for top in tops):
        return None
    end = _end_of_last(page, tops[-1].start, tops)
    if page.text_between(tops[-1].stop, end) >= _THIN:
        return None
    usual = sorted(b.stop - a.stop for a, b in itertools.pairwise(tops))[len(tops) // 2 - 1]
    first = max(home.start, tops[0].stop - usual)
    if usual < 2 or page.text_between(first, tops[0].start) < _THIN:
        return None
    return [(first, tops[0].stop), *((a.stop, b.stop) for a, b in itertools.pairwise(tops))]


def _from_rules(page: Page, starts: Sequence[int]) -> list[int] | None:
    """Starts moved up to the horizontal rule before them, where a rule stands between all posts."""
    rules = [node.start for node in page.nodes if node.tag == "hr"]
    if len(rules) < len(starts) - 1:
        return None
    out, at = [starts[0]], 0
    for before, start in itertools.pairwise(starts):
        while at < len(rules) and rules[at] <= before:
            at += 1
        if at == len(rules) or rules[at] > start:
            return None
        out.append(rules[at])
    first = [rule for rule in rules if rule <= starts[0]]
    if first and page.text_between(first[-1], starts[0]) < 4_000:
        out[0] = first[-1]
    return out


def _from_headings(page: Page, starts: Sequence[int]) -> list[int]:
    """Starts moved up to the heading before them, where nearly every time stands under one."""
    under = sum(1 for start in starts if start and _is_heading(page, start - 1) and not _is_heading(page, start))
    behind = sum(1 for start in starts if _is_heading(page, start + 1))
    if under < 0.7 * len(starts) or behind >= under:
        return list(starts)
    return [start - 1 if start and _is_heading(page, start - 1) else start for start in starts]


def _is_heading(page: Page, line: int) -> bool:
    return 0 <= line < len(page.lines) and page.lines[line].node.tag in _HEADINGS


def _end_of_last(page: Page, start: int, tops: Sequence[Node]) -> int:
    """Where the last post of a flat page ends: with its list, at the page's furniture, or well past its fellows."""
    home = tops[-1].parent
    stop = home.stop if home is not None else len(page.lines)
    for node in page.nodes[tops[-1].index + 1 :]:
        if home is not None and node.depth <= home.depth:
            break
        if node.tag in _ENDS and node.start > start:
            return min(stop, node.start)
    lengths = sorted(b.start - a.start for a, b in itertools.pairwise(tops))
    usual = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    return min(stop, start + max(3 * usual, 12))
