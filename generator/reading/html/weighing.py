"""How well a way to cut a page into posts explains it: the same questions to every way, one score."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Container, Sequence
from datetime import date

from generator.reading.html.alignment import letters, match
from generator.reading.html.comment_sections import comment_nodes
from generator.reading.html.furniture import reason
from generator.reading.html.marks import Mark
from generator.reading.html.page import Line, Node, Page
from generator.reading.html.segments import Segment

_SUBSTANCE = 40
_SHORTEST = 25
_DENSE = 3  # a Chinese or Japanese sign stands for about three letters
_LONGEST_LINK = 70  # longer ones hold the text of a post, not its title
_LEAST_OUTSIDE = 0.12
_MUCH = 1 / 3
_MOST_IN_A_MENU = 200
_TEASER = 240
_DAY = 24 * 60
_LOOKED_AT = 60
_WORDS = 8
_ROUND = 5
_MANY = 5
_WHOLE = frozenset(("html", "body", "main"))
_SPOILED = frozenset({"readers' comments", "related articles", "navigation", "advertisement", "beside the posts"})


class Weigher:
    """Scores a way to cut the page; what does not change between ways is counted once.

    ``told`` are the lines, from 0, that machines are told are posts: these count though they are links.
    """

    def __init__(self, page: Page, votes: Sequence[Counter[int]], told: Container[int] = ()) -> None:
        self.page = page
        self.votes = votes
        covered = _covered_by_links(page)
        sizes = [_size(line) if number in told else _running(line, covered) for number, line in enumerate(page.lines)]
        self.spoiled = _spoiled_nodes(page, sizes)
        lost = [size if line.node.index in self.spoiled else 0 for line, size in zip(page.lines, sizes, strict=True)]
        outside = [size - lost for size, lost in zip(sizes, lost, strict=True)]
        self.sizes, self.lost = _Sums(sizes), _Sums(lost)
        self.running = _Sums(outside if sum(outside) > _LEAST_OUTSIDE * sum(sizes) else sizes)
        self.titles = _Sums([int(n not in told and _leads_away(line, covered)) for n, line in enumerate(page.lines)])
        self.worded = _Sums([int(sum(map(str.isalpha, line.text[:_LOOKED_AT])) >= _WORDS) for line in page.lines])
        self.total = self.running.all or 1
        self.around_title = _around_title(page)

    def __call__(self, segments: Sequence[Segment], marks: Sequence[Mark | None]) -> tuple[float, str]:
        sizes = [self.running.within(segment) for segment in segments]
        cover = min(1.0, sum(sizes) / self.total)
        substance = sum(min(1.0, size / _SUBSTANCE) for size in sizes) / len(sizes)
        count = 1 - 1 / len(segments)
        order = _one_direction(marks)
        agreement, listed = self._agreement(segments)
        spoiled = 0.25 if self._is_spoiled(segments) else 1.0
        score = cover * substance * count * (0.4 + 0.6 * order) * (0.25 + 0.75 * agreement) * spoiled
        score *= 0.85 + 0.15 * listed
        score *= self._nearness(segments) * (1 - 0.4 * self._led_away(segments))
        score *= (0.7 + 0.3 * self._richness(segments)) * (0.6 if _are_round(marks) else 1.0)
        why = (
            f"{len(segments)} posts; {cover:.0%} of the running text, {substance:.0%} with substance, "
            f"{order:.0%} in order, {agreement:.0%} of listed updates in a post of their own"
        )
        return score, why

    def _nearness(self, segments: Sequence[Segment]) -> float:
        """How deep the element is that holds these posts and the page's title: 0.8 for the page, 1 beside the title."""
        if not self.around_title:
            return 1.0
        middle = segments[len(segments) // 2].anchor
        shared = next((node.depth for node in middle.ancestors() if node.index in self.around_title), 0)
        return 0.8 + 0.2 * shared / max(self.around_title.values())

    def _richness(self, segments: Sequence[Segment]) -> float:
        """The share of posts of several lines with words: rows of programmes and tables have one."""
        return sum(1 for segment in segments if self.worded.within(segment) > 1) / len(segments)

    def _led_away(self, segments: Sequence[Segment]) -> float:
        """The share of posts with a line that is a link and hardly any other text: they announce other pages."""
        teasers = sum(1 for s in segments if self.titles.within(s) and self.running.within(s) < _TEASER)
        return teasers / len(segments)

    def _is_spoiled(self, segments: Sequence[Segment]) -> bool:
        """Whether most of these, or at least their text, lie in readers' comments, menus or the like."""
        return 2 * sum(self._is_lost(segment) for segment in segments) > len(segments)

    def _is_lost(self, segment: Segment) -> bool:
        whole = self.sizes.within(segment)
        return 2 * self.lost.within(segment) > whole if whole else segment.anchor.index in self.spoiled

    def _agreement(self, segments: Sequence[Segment]) -> tuple[float, float]:
        """The share of listed updates on the page that fall into a post of their own, and of posts that are listed."""
        shown = [counter for counter in self.votes if counter and max(counter.values()) >= 8]
        if not shown:
            return 1.0, 1.0
        matched = match(shown, [(segment.start, segment.stop) for segment in segments])
        return len(matched) / len(shown), len(matched) / len(segments)


class _Sums:
    """Sums over runs of lines, each in constant time."""

    def __init__(self, values: Sequence[int]) -> None:
        self._before = [0, *itertools.accumulate(values)]

    @property
    def all(self) -> int:
        return self._before[-1]

    def within(self, part: Segment | Node) -> int:
        """The sum over the lines of a post or an element."""
        return self._before[part.stop] - self._before[part.start]


def _covered_by_links(page: Page) -> frozenset[str]:
    """What links without text are called that lie over a whole card: the letters of the card's title."""
    said = (
        n.attributes.get("aria-label") or n.attributes.get("title") for n in page.nodes if n.tag == "a" and not n.text
    )
    return frozenset(letters(text) for text in said if text and len(text) >= _SHORTEST)


def _leads_away(line: Line, covered: frozenset[str]) -> bool:
    """Whether a line is the text of one link, long enough for a title."""
    if line.links and line.links[0].text == line.text:
        return _SHORTEST // 2 <= len(line.text) <= _LONGEST_LINK
    return bool(covered) and letters(line.text) in covered


def _around_title(page: Page) -> dict[int, int]:
    """The elements around the page's title, by index, with how deep they are."""
    title = next((node for node in page.nodes if node.tag == "h1" and node.stop > node.start), None)
    return {node.index: node.depth for node in title.ancestors()} if title is not None else {}


def _running(line: Line, covered: frozenset[str]) -> int:
    """How much running text a line has: words of links count only in long ones."""
    if covered and letters(line.text) in covered:
        return 0
    return _size(line, sum(len(link.text) for link in line.links if len(link.text) <= _LONGEST_LINK))


def _size(line: Line, without: int = 0) -> int:
    """How long a line is but for ``without`` signs, in signs of a Western script; 0 for a mere label."""
    size = len(line.text) - without
    if any(character > "\u2e80" for character in line.text[:200]):
        size *= _DENSE
    return size if size >= _SHORTEST else 0


def _spoiled_nodes(page: Page, sizes: Sequence[int]) -> set[int]:
    """Elements in readers' comments, menus, lists of related articles and the like.

    What holds much of the running text is none of these, whatever it is called: the panel of a tab holds
    the posts. Comments may well be most of a page.
    """
    held = _Sums(sizes)
    out = comment_nodes(page)
    for node in page.nodes:
        within = node.parent is not None and node.parent.index in out
        if within or (node.tag not in _WHOLE and _is_spoiled(reason(node), held.within(node), held.all)):
            out.add(node.index)
    return out


def _is_spoiled(why: str | None, size: int, of: int) -> bool:
    """Whether an element of this name, with so much running text of so much on the page, is what it is called."""
    if why not in _SPOILED or why == "readers' comments":
        return why in _SPOILED
    return size < min(_MUCH * of, _MOST_IN_A_MENU if why == "navigation" else of)


def _one_direction(marks: Sequence[Mark | None]) -> float:
    """How far the times run in one direction, a step across midnight counting as none; 0.8 if unknown."""
    dated = all(_day(mark) is not None for mark in marks if mark is not None)
    clocks = [_ordinal(mark, dated) for mark in marks if mark is not None]
    values = [value for value in clocks if value is not None]
    if len(values) < 3:
        return 0.3 if len(set(values)) < len(values) else 0.8
    up = sum(1 for a, b in itertools.pairwise(values) if b > a)
    down = sum(1 for a, b in itertools.pairwise(values) if b < a)
    same = len(values) - 1 - up - down
    return (max(up, down) + same) / (len(values) - 1) if up or down else 0.5


def _are_round(marks: Sequence[Mark | None]) -> bool:
    """Whether nearly all clocks show full five minutes, as programmes and fixtures do and posts do not."""
    clocks = [m.moment.minutes for m in marks if m is not None and m.moment is not None and m.moment.age is None]
    known = [clock for clock in clocks if clock is not None]
    return len(known) >= _MANY and sum(clock % _ROUND == 0 for clock in known) >= 0.9 * len(known)


def _ordinal(mark: Mark, dated: bool) -> float | None:
    """Minutes on a scale on which the times of a page can be put in order; ``dated``: every one has its day."""
    if mark.machine is not None:
        return mark.machine.timestamp() / 60
    if mark.moment is None:
        return None
    if mark.moment.age is not None:
        return -mark.moment.age / 60
    day = _day(mark) if dated else None
    return mark.moment.minutes + (day.toordinal() * _DAY if day else 0) if mark.moment.minutes is not None else None


def _day(mark: Mark) -> date | None:
    return mark.moment.date.whole() if mark.moment is not None and mark.moment.date is not None else None
