"""Ways to cut a page into posts, and which of them explains the page best.

Every kind of time mark proposes one, so does microdata, and so do the updates that structured data
lists, where their words are found on the page. Each is scored by the same questions: how much of
the page's running text it puts into posts, how many posts have substance, whether their times run
in one direction, and whether each listed update falls into a post of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.reading.html.alignment import PageIndex, anchor_lines
from generator.reading.html.marks import Mark
from generator.reading.html.microdata import post_nodes
from generator.reading.html.page import Node, Page
from generator.reading.html.segments import Segment, divide
from generator.reading.html.updates import Update
from generator.reading.html.weighing import Weigher
from generator.reading.words import phrase

_MOST_KINDS = 60
_NEARLY = 0.6
_LONGEST_STAMP = 60
_FEW = 3
_FEWEST_LINKED = 5
LEAST_SCORE = 0.05
_WRAPPED = 0.5
_FEWEST_SHARED = 8


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
    """All ways to cut the page, best first; those of :data:`LEAST_SCORE` or more are worth their name.

    Where none is, and no update is listed, the page may be one whose posts are links and nothing else.
    """
    lines = anchor_lines(list(votes))
    anchors = _anchors(page, updates, lines, index)
    ways = _ways(page, marks, anchors, Weigher(page, votes, _told(page, lines, votes)))
    if updates or (ways and ways[0].score >= LEAST_SCORE):
        return ways
    linked = _ways(page, marks, anchors, Weigher(page, votes, range(len(page.lines))))
    return [way for way in linked if len(way.segments) >= _FEWEST_LINKED] or ways


def _ways(page: Page, marks: Sequence[Mark], anchors: Sequence[Node], weigh: Weigher) -> list[Candidate]:
    found = [_by_marks(page, kind, group, weigh) for kind, group in [*_kinds(page, marks), *_openings(page, marks)]]
    found.append(_by_nodes(page, "microdata", post_nodes(page), weigh))
    found.append(_by_nodes(page, "updates found on the page", anchors, weigh))
    sound = _without_wrappers([candidate for candidate in found if candidate is not None and candidate.score > 0])
    sound.sort(key=lambda candidate: -candidate.score)
    finer = _finer(sound)
    sound = [finer, *(candidate for candidate in sound if candidate is not finer)] if finer else sound
    fuller = _with_openings(page, sound[0], marks, weigh) if sound else None
    return [fuller, *sound] if fuller is not None and fuller.score >= sound[0].score else sound


def _told(page: Page, lines: Sequence[int | None], votes: Sequence[Counter[int]]) -> set[int]:
    """The lines that show what machines are told of posts."""
    both = zip(lines, votes, strict=True)
    shown = {line for line, counter in both if line is not None and counter[line] >= _FEWEST_SHARED}
    return shown | {line for node in post_nodes(page) for line in range(node.start, node.stop)}


def _without_wrappers(ways: Sequence[Candidate]) -> list[Candidate]:
    """``ways``, those with two or three posts scored lower if one of these holds all posts of another way."""
    out = []
    for way in ways:
        wraps = len(way.segments) <= _FEW and any(_holds_all(way, other) for other in ways)
        out.append(replace(way, score=way.score * _WRAPPED) if wraps else way)
    return out


def _holds_all(way: Candidate, other: Candidate) -> bool:
    first, last = other.segments[0], other.segments[-1]
    if len(other.segments) <= len(way.segments):
        return False
    return any(segment.start <= first.start and last.stop <= segment.stop for segment in way.segments)


def _finer(ranked: Sequence[Candidate]) -> Candidate | None:
    """The best way that cuts some posts of the first one again, at times that all of its posts open with.

    A page may list its newest posts only: the last of these then reaches over all that follow.
    """
    if not ranked or any(mark is not None for mark in ranked[0].marks):
        return None
    first = ranked[0]
    for other in ranked[1:]:
        starts = {segment.start for segment in other.segments}
        opened = all(starts & {segment.start, segment.start + 1} for segment in first.segments)
        inside = sum(1 for start in starts if any(segment.start <= start < segment.stop for segment in first.segments))
        if opened and inside > len(first.segments) and other.score >= _NEARLY * first.score:
            return other
    return None


def _with_openings(page: Page, best: Candidate, marks: Sequence[Mark], weigh: Weigher) -> Candidate | None:
    """``best`` with the times that open a line beside its own, however they are set; None where there are none."""
    own = [mark for mark in best.marks if mark is not None and mark.moment is not None]
    if best.segments[0].node is not None or not own:
        return None
    homes = {node.parent.index for mark in own if (node := page.lines[mark.line].node).parent is not None}
    lines = {mark.line for mark in own}
    more = [m for m in marks if m.line not in lines and _opens(page, m) and _home(page, m) in homes]
    more = more[int(bool(more) and more[0].line < min(lines) and _is_stamp(more[0])) :]
    return _by_marks(page, f"{best.name} and beside them", [*own, *more], weigh) if more else None


def _opens(page: Page, mark: Mark) -> bool:
    return mark.moment is not None and bool(mark.printed) and page.lines[mark.line].text.startswith(str(mark.printed))


def _is_stamp(mark: Mark) -> bool:
    """Whether words beside the time say that the page was put out or changed then."""
    printed = (mark.printed or "").casefold()
    return bool(phrase("stamp", "updated").search(printed) or phrase("stamp", "posted").search(printed))


def _home(page: Page, mark: Mark) -> int | None:
    """The element that holds the line of a mark."""
    parent = page.lines[mark.line].node.parent
    return parent.index if parent is not None else None


def _kinds(page: Page, marks: Sequence[Mark]) -> list[tuple[str, list[Mark]]]:
    """Marks by kind, the most frequent kinds first."""
    groups: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.kind].append(mark)
    opening = ((kind, _without_closing(page, group)) for kind, group in groups.items())
    several = [(kind, group) for kind, group in opening if len(group) >= 2]
    return sorted(several, key=lambda item: -len(item[1]))[:_MOST_KINDS]


def _without_closing(page: Page, group: Sequence[Mark]) -> list[Mark]:
    """Marks of one kind without those that close a post with the time of its last change."""
    following = [*(mark.line for mark in group[1:]), None]
    changes = [_is_change(page, mark) for mark in group]
    if 2 * sum(changes) > len(group):
        return list(group)
    all_three = zip(group, following, changes, strict=True)
    return [mark for mark, after, is_change in all_three if not (is_change and _closes(mark, after))]


def _closes(mark: Mark, after: int | None) -> bool:
    """Whether the next mark stands right behind this one, or there is none."""
    return after is None or after == mark.line + 1


def _is_change(page: Page, mark: Mark) -> bool:
    text = page.lines[mark.line].text if mark.line < len(page.lines) else ""
    return len(text) <= _LONGEST_STAMP and bool(phrase("stamp", "updated").match(text.casefold()))


def _openings(page: Page, marks: Sequence[Mark]) -> list[tuple[str, list[Mark]]]:
    """Marks that open a line, however they are set, by the element that holds these lines."""
    groups: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        home = _home(page, mark) if _opens(page, mark) else None
        if home is not None:
            groups[home].append(mark)
    stamped = (group[1:] if _is_stamp(group[0]) and not _is_stamp(group[-1]) else group for group in groups.values())
    several = sorted((group for group in stamped if len(group) >= 3), key=len, reverse=True)
    return [(f"the start of lines in {page.lines[g[0].line].node.signature}", g) for g in several[:_MOST_KINDS]]


def _anchors(page: Page, updates: Sequence[Update], lines: Sequence[int | None], index: PageIndex) -> list[Node]:
    named = [index.named(update) for update in updates]
    out: dict[int, Node] = {}
    for node, line in zip(named, lines, strict=True):
        anchor = page.lines[line].node if line is not None else node
        if anchor is not None:
            out[anchor.index] = anchor
    return [out[index] for index in sorted(out)]


def _by_marks(page: Page, kind: str, group: Sequence[Mark], weigh: Weigher) -> Candidate | None:
    segments = divide(page, [mark.node for mark in group], {mark.node.index for mark in group if mark.goes_on})
    if not segments:
        return None
    by_node = {mark.node.index: mark for mark in reversed(group)}
    marks = tuple(by_node.get(segment.anchor.index) for segment in segments)
    score, why = weigh(segments, marks)
    return Candidate(f"times at {kind}", segments, marks, score, why)


def _by_nodes(page: Page, name: str, nodes: Sequence[Node], weigh: Weigher) -> Candidate | None:
    segments = divide(page, nodes)
    if not segments:
        return None
    marks = (None,) * len(segments)
    score, why = weigh(segments, marks)
    return Candidate(name, segments, marks, score, why)
