"""Marks of time on a page: where a post could begin, in print or for machines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache

from generator.reading.clock import moments
from generator.reading.html.machine_times import epoch_time, iso_time
from generator.reading.html.page import Node, Page
from generator.reading.html.segments import Segment
from generator.reading.html.short_ages import is_length, run_one_way, short_age
from generator.reading.moment import Moment, Style
from generator.reading.words import fold, words

_TIME_NAMES = re.compile(r"time|date|stamp|publish|updated?|created|epoch|modified", re.I)
_SPOKEN = frozenset(("datetime", "title", "aria-label"))
_CLOCK = re.compile(r"\d\s?[:.hH]\s?\d\d")
_DURATION = re.compile(
    r"duration|run-?time|video-?length|timecode|read(?:ing)?-?time|time-?to-?read|min-?read|lesezeit"
)
_DIGIT = re.compile(r"\d")
_LONGEST_PRINT = 70
_MOST_OTHER_SIGNS = 14
_SIGNS = " \t+*•·–—-|>"
_UNSURE = frozenset({Style.BARE, Style.DATE})


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of time at ``node``, on line ``line`` (from 0) or in no line.

    ``printed`` is verbatim; ``machine`` is what an attribute says, ``floating`` if it names no offset.
    ``goes_on``: text follows in the same element. ``kind`` tells apart the places of a page that print
    times: marks of one kind belong together.
    """

    node: Node
    line: int
    kind: str
    printed: str | None = None
    moment: Moment | None = None
    machine: datetime | None = None
    floating: bool = False
    goes_on: bool = False


def find_marks(page: Page, language: str | None) -> tuple[Mark, ...]:
    """Every mark of time, in page order."""
    lines: dict[int, list[int]] = {}
    for number, line in enumerate(page.lines):
        lines.setdefault(line.node.index, []).append(number)
    found = []
    for node in page.nodes:  # a line right after its element, while its moments are still remembered
        found += _attribute_marks(node, language)
        found += [mark for mark in (_printed_mark(page, node, language),) if mark is not None]
        for number in lines.get(node.index, ()):
            mark = _opening_mark(page.lines[number].text, node, number, language)
            found += [mark] if mark is not None else []
    ordered = sorted(found, key=lambda mark: (mark.line, mark.node.index))
    return _without_lengths(_with_hours_as_ages(ordered))


def _with_hours_as_ages(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """``marks`` with ``2h`` read as an age where marks of the same kind are ages: alone it is an hour of the day."""
    aged = {mark.kind for mark in marks if mark.moment is not None and mark.moment.age is not None}
    return tuple(_as_age(mark) if mark.kind in aged else mark for mark in marks)


def _without_lengths(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """``marks`` without numbers of minutes that go up and down: those are how long it takes to read or to watch."""
    ages: dict[str, list[int]] = {}
    for mark in marks:
        if mark.moment is not None and mark.moment.age is not None and short_age(mark.printed or "") is not None:
            ages.setdefault(mark.kind, []).append(mark.moment.age)
    lengths = {kind for kind, values in ages.items() if not run_one_way(values)}
    return tuple(mark for mark in marks if mark.kind not in lengths)


def _as_age(mark: Mark) -> Mark:
    moment = mark.moment
    if moment is None or moment.style is not Style.LETTER or moment.minute:
        return mark
    age = short_age(mark.printed or "")
    return replace(mark, moment=age) if age is not None else mark


def _attribute_marks(node: Node, language: str | None) -> list[Mark]:
    out = []
    for name, value in node.attributes.items():
        if name in _SPOKEN or (len(value) < 40 and name != "class" and _TIME_NAMES.search(name)):
            machine, floating = _machine(value)
            if machine is None and _CLOCK.search(value) and len(value) <= _LONGEST_PRINT:
                machine, floating = _for_people(value, language)
            if machine is not None:
                kind = f"@{name} {_place(node)}"
                out.append(Mark(node, node.start, kind, machine=machine, floating=floating))
    return out


def _machine(value: str) -> tuple[datetime | None, bool]:
    found = iso_time(value)
    if found is not None:
        return found[0], not found[1]
    return epoch_time(value), False


def _for_people(value: str, language: str | None) -> tuple[datetime | None, bool]:
    """The date and clock time that an attribute gives in words for people, and whether it is of no known zone."""
    for moment in _moments(value, language):
        day = moment.date.whole() if moment.date is not None else None
        if day is not None and moment.minutes is not None and moment.sound:
            at = datetime.combine(day, time(), UTC) + timedelta(minutes=moment.minutes, seconds=moment.second)
            return at, moment.zone not in ("GMT", "UTC")
    return None, False


def _place(node: Node) -> str:
    return f"{node.parent.signature if node.parent else ''} > {node.signature}"


def _printed_mark(page: Page, node: Node, language: str | None) -> Mark | None:
    """An element whose text is a time and little else."""
    text = node.text
    if not text or len(text) > _LONGEST_PRINT or not has_digit(text) or node.start >= len(page.lines):
        return None
    if _DURATION.search(node.names) or (node.parent is not None and _DURATION.search(node.parent.names)):
        return None
    epoch = epoch_time(text) if text.isdigit() else None
    if epoch is not None:
        return Mark(node, node.start, f"#{_place(node)}", printed=text, machine=epoch)
    moment = time_alone(text, language) or short_age(text)
    if moment is None or is_length(text, page.lines[node.start].text):
        return None
    return Mark(node, node.start, _place(node), printed=text, moment=moment)


def _opening_mark(text: str, node: Node, number: int, language: str | None) -> Mark | None:
    """A line that opens with a time and goes on."""
    if not has_digit(text[:14]) or (time_alone(text[:_LONGEST_PRINT], language) and len(text) < _LONGEST_PRINT):
        return None
    moment = opening_time(text, language)
    if moment is None:
        return None
    printed = text[_start_of_word(text, moment.start) : moment.end]
    return Mark(node, number, f"line {_place(node)}", printed=printed, moment=moment, goes_on=True)


def _start_of_word(text: str, start: int) -> int:
    """Where the word that marks a number as an hour begins, before it; else ``start`` itself."""
    before = text[:start]
    return start - len(before.lstrip(_SIGNS)) if fold(before.strip(_SIGNS)) in words("hour", "before") else start


def has_digit(text: str) -> bool:
    return bool(_DIGIT.search(text))


@lru_cache(maxsize=1_024)
def _moments(text: str, language: str | None) -> tuple[Moment, ...]:
    return moments(text, language)


def time_alone(text: str, language: str | None) -> Moment | None:
    """The moment in a text that holds a clock time or an age and hardly anything else."""
    if len(text) > _LONGEST_PRINT or not has_digit(text):
        return None
    found = _moments(text, language)
    timed = next((moment for moment in found if moment.timed), None)
    if timed is None or timed.style in _UNSURE or not timed.sound:
        return None
    covered = sum(moment.end - moment.start for moment in found)
    other = sum(c.isalnum() for c in text) - sum(c.isalnum() for moment in found for c in moment.text)
    return timed if other <= _MOST_OTHER_SIGNS and other <= covered + 4 else None


def opening_time(text: str, language: str | None) -> Moment | None:
    """The moment that ``text`` opens with; signs such as ``+++`` or a word such as "Ore" may stand before it."""
    for moment in _moments(text[:_LONGEST_PRINT], language)[:1]:
        before, behind = text[: moment.start].strip(_SIGNS), text[moment.end :].lstrip(_SIGNS)
        named = fold(before) in words("hour", "before") and not behind[:1].islower()
        bare = named or not any(c.isalnum() for c in before)
        if moment.timed and moment.style not in _UNSURE and moment.sound and bare:
            return moment
    return None


def printed_marks(segments: Sequence[Segment], marks: Sequence[Mark]) -> dict[int, Mark]:
    """The printed time of each segment, by number: of the kind that most segments have, a clock before an age."""
    owner = {line: n for n, segment in enumerate(segments) for line in range(segment.start, segment.stop)}
    kinds: dict[str, dict[int, Mark]] = {}
    for mark in marks:
        if mark.moment is not None and mark.line in owner:
            kinds.setdefault(mark.kind, {}).setdefault(owner[mark.line], mark)
    ranked = sorted(kinds.values(), key=lambda found: (-_worth(found, len(segments)), -len(found)))
    chosen: dict[int, Mark] = {}
    for found in ranked:
        for number, mark in found.items():
            chosen.setdefault(number, mark)
    return chosen


def _worth(found: Mapping[int, Mark], count: int) -> float:
    clocks = sum(1 for mark in found.values() if mark.moment is not None and mark.moment.minutes is not None)
    return round(clocks / count, 1)
