"""Ways to cut a page into posts, and which of them explains the page best.

Every kind of time mark proposes one, so does microdata, and so do the updates that structured data
lists, where their words are found on the page. Each is scored by the same questions: how much of
the page's running text it puts into posts, how many posts have substance, whether their times run
in one direction, and whether each listed update falls into a post of its own.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.html.alignment import PageIndex, anchor_lines, match
from generator.reading.html.furniture import reason
from generator.reading.html.marks import Mark
from generator.reading.html.microdata import post_nodes
from generator.reading.html.page import Line, Node, Page
from generator.reading.html.segments import Segment, divide
from generator.reading.html.updates import Update

_MOST_KINDS = 60
_SUBSTANCE = 40
_SHORTEST = 25
_DENSE = 3  # a Chinese or Japanese sign stands for about three letters
_LEAST_OUTSIDE = 0.12
_MUCH = 1 / 3
_WHOLE = frozenset(("html", "body", "main"))
_SPOILED = frozenset({"readers' comments", "related articles", "navigation", "advertisement", "beside the posts"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """``marks`` has the time mark of each segment, where this way of cutting knows it."""

    name: str
    segments: tuple[Segment, ...]
    marks: tuple[Mark | None, ...]
    score: float
    why: str


def propose(
    page: Page, marks: Sequence[Mark], updates: Sequence[Update], votes: Sequence[Counter[int]], index: PageIndex
) -> list[Candidate]:
    """All ways to cut the page, best first."""
    weigh = _Weigher(page, votes)
    found = [_by_marks(page, kind, group, weigh) for kind, group in [*_kinds(marks), *_openings(page, marks)]]
    found.append(_by_nodes(page, "microdata", post_nodes(page), weigh))
    found.append(_by_nodes(page, "updates found on the page", _anchors(page, updates, votes, index), weigh))
    sound = [candidate for candidate in found if candidate is not None and candidate.score > 0]
    sound.sort(key=lambda candidate: -candidate.score)
    fuller = _with_openings(page, sound[0], marks, weigh) if sound else None
    return [fuller, *sound] if fuller is not None and fuller.score >= sound[0].score else sound


def _with_openings(page: Page, best: Candidate, marks: Sequence[Mark], weigh: _Weigher) -> Candidate | None:
    """``best`` with the times that open a line beside its own, however they are set; None where there are none."""
    own = [mark for mark in best.marks if mark is not None and mark.moment is not None]
    if best.segments[0].node is not None or not own:
        return None
    homes = {node.parent.index for mark in own if (node := page.lines[mark.line].node).parent is not None}
    lines = {mark.line for mark in own}
    more = [m for m in marks if m.line not in lines and _opens(page, m) and _home(page, m) in homes]
    return _by_marks(page, f"{best.name} and beside them", [*own, *more], weigh) if more else None


def _opens(page: Page, mark: Mark) -> bool:
    return mark.moment is not None and bool(mark.printed) and page.lines[mark.line].text.startswith(str(mark.printed))


def _home(page: Page, mark: Mark) -> int | None:
    """The element that holds the line of a mark."""
    parent = page.lines[mark.line].node.parent
    return parent.index if parent is not None else None


def _kinds(marks: Sequence[Mark]) -> list[tuple[str, list[Mark]]]:
    """Marks by kind, the most frequent kinds first."""
    groups: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.kind].append(mark)
    several = [(kind, group) for kind, group in groups.items() if len(group) >= 2]
    return sorted(several, key=lambda item: -len(item[1]))[:_MOST_KINDS]


def _openings(page: Page, marks: Sequence[Mark]) -> list[tuple[str, list[Mark]]]:
    """Marks that open a line, however they are set, by the element that holds these lines."""
    groups: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        home = _home(page, mark) if _opens(page, mark) else None
        if home is not None:
            groups[home].append(mark)
    several = sorted((group for group in groups.values() if len(group) >= 3), key=len, reverse=True)
    return [(f"the start of lines in {page.lines[g[0].line].node.signature}", g) for g in several[:_MOST_KINDS]]


def _anchors(page: Page, updates: Sequence[Update], votes: Sequence[Counter[int]], index: PageIndex) -> list[Node]:
    named = [index.named(update) for update in updates]
    lines = anchor_lines(list(votes))
    out: dict[int, Node] = {}
    for node, line in zip(named, lines, strict=True):
        anchor = page.lines[line].node if line is not None else node
        if anchor is not None:
            out[anchor.index] = anchor
    return [out[index] for index in sorted(out)]


def _by_marks(page: Page, kind: str, group: Sequence[Mark], weigh: _Weigher) -> Candidate | None:
    segments = divide(page, [mark.node for mark in group])
    if not segments:
        return None
    by_node = {mark.node.index: mark for mark in reversed(group)}
    marks = tuple(by_node.get(segment.anchor.index) for segment in segments)
    score, why = weigh(segments, marks)
    return Candidate(f"times at {kind}", segments, marks, score, why)


def _by_nodes(page: Page, name: str, nodes: Sequence[Node], weigh: _Weigher) -> Candidate | None:
    segments = divide(page, nodes)
    if not segments:
        return None
    marks = (None,) * len(segments)
    score, why = weigh(segments, marks)
    return Candidate(name, segments, marks, score, why)


class _Weigher:
    """Scores a way to cut the page; what does not change between ways is counted once."""

    def __init__(self, page: Page, votes: Sequence[Counter[int]]) -> None:
        self.page = page
        self.votes = votes
        sizes = [_running(line) for line in page.lines]
        self.spoiled = _spoiled_nodes(page, sizes)
        outside = [0 if line.node.index in self.spoiled else size for line, size in zip(page.lines, sizes, strict=True)]
        self.running = outside if sum(outside) > _LEAST_OUTSIDE * sum(sizes) else sizes
        self.total = sum(self.running) or 1

    def __call__(self, segments: Sequence[Segment], marks: Sequence[Mark | None]) -> tuple[float, str]:
        sizes = [sum(self.running[s.start : s.stop]) for s in segments]
        cover = min(1.0, sum(sizes) / self.total)
        substance = sum(1 for size in sizes if size >= _SUBSTANCE) / len(sizes)
        count = 1 - 1 / len(segments)
        order = _one_direction(marks)
        agreement = self._agreement(segments)
        spoiled = 0.25 if self._is_spoiled(segments) else 1.0
        score = cover * substance * count * (0.4 + 0.6 * order) * (0.25 + 0.75 * agreement) * spoiled
        why = (
            f"{len(segments)} posts; {cover:.0%} of the running text, {substance:.0%} with substance, "
            f"{order:.0%} in order, {agreement:.0%} of listed updates in a post of their own"
        )
        return score, why

    def _is_spoiled(self, segments: Sequence[Segment]) -> bool:
        """Whether most of these lie in readers' comments, menus or the like."""
        return 2 * sum(segment.anchor.index in self.spoiled for segment in segments) > len(segments)

    def _agreement(self, segments: Sequence[Segment]) -> float:
        shown = [counter for counter in self.votes if counter and max(counter.values()) >= 8]
        if not shown:
            return 1.0
        matched = match(shown, [(segment.start, segment.stop) for segment in segments])
        return len(matched) / len(shown)


def _running(line: Line) -> int:
    """How much running text a line has, in signs of a Western script: words of links do not count."""
    size = len(line.text) - sum(len(link.text) for link in line.links)
    if any(character > "\u2e80" for character in line.text[:200]):
        size *= _DENSE
    return size if size >= _SHORTEST else 0


def _spoiled_nodes(page: Page, sizes: Sequence[int]) -> set[int]:
    """Elements in readers' comments, menus, lists of related articles and the like.

    What holds much of the running text is none of these, whatever it is called: the panel of a tab holds
    the posts. Comments may well be most of a page.
    """
    before = [0, *itertools.accumulate(sizes)]
    out: set[int] = set()
    for node in page.nodes:
        if node.parent is not None and node.parent.index in out:
            out.add(node.index)
        elif node.tag not in _WHOLE and (why := reason(node)) in _SPOILED:
            share = (before[node.stop] - before[node.start]) / (before[-1] or 1)
            if why == "readers' comments" or share < _MUCH:
                out.add(node.index)
    return out


def _one_direction(marks: Sequence[Mark | None]) -> float:
    """How far the times run in one direction, a step across midnight counting as none; 0.8 if unknown."""
    clocks = [_ordinal(mark) for mark in marks if mark is not None]
    values = [value for value in clocks if value is not None]
    if len(values) < 3:
        return 0.8
    up = sum(1 for a, b in itertools.pairwise(values) if b >= a)
    down = sum(1 for a, b in itertools.pairwise(values) if b <= a)
    return max(up, down) / (len(values) - 1)


def _ordinal(mark: Mark) -> float | None:
    if mark.machine is not None:
        return mark.machine.timestamp() / 60
    if mark.moment is None:
        return None
    if mark.moment.age is not None:
        return -mark.moment.age / 60
    return mark.moment.minutes
