"""Ways to cut a page where times stand: all lines with a time at the front, groups of them, times behind lines."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.reading.days import Stamp, order_share
from generator.reading.halves import settle_halves
from generator.reading.moment import Moment, Style
from generator.reading.text.asides import above_head, without_agenda, without_menus, without_previews
from generator.reading.text.deck import without_deck
from generator.reading.text.fronts import Front, stamped
from generator.reading.text.headlines import ends_sentence
from generator.reading.text.marks import Marks, is_frame
from generator.reading.text.openings import Opening, Proposal
from generator.reading.text.page import Piece

# How much a stamp ("updated at …") counts as the time of an entry where plain times stand on the page.
_STAMPED = 0.5
_STAMPED_ALONE = 0.3
# A page says at most so often when it was put out or changed.
_PAGE_STAMPS = 3
_SHORT_REST = 60
# So many loosely written times in one order are taken for times, and how surely.
_MANY_LOOSE, _MANY_PLAIN = 5, 3
_ORDERLY = 0.8
_NEARLY_ALL = 0.8
# A match of others and its result, as listed above the minutes of one: its hour is that of the kick-off.
_FIXTURE = re.compile(r"[^:]{3,40} [-–—] [^:]{3,40} [-–—] \d{1,2}[:-]\d{1,2}")
_MINUTES = 2
_LOOSE = frozenset({Style.DOT, Style.BARE, Style.DATE})


def fronts(pieces: Sequence[Piece], marks: Sequence[Marks]) -> list[Opening]:
    """Every line with a time at its front, but for the same time printed again right below."""
    found: list[Opening] = []
    of_a_match = sum(1 for mark in marks if mark.tally and mark.tally.kind == "minute") >= _MINUTES
    for index, mark in enumerate(marks):
        front = mark.front
        if front and of_a_match and _FIXTURE.fullmatch(front.rest[:_SHORT_REST]):
            continue
        if front is None or mark.field or _runs_a_player(pieces[index].text):
            continue
        if index and front.label is None and marks[index - 1].stamp and front.where == "alone":
            front = replace(front, label=marks[index - 1].stamp)
        if _again(found, index, front, pieces[index].text.startswith("(")):
            continue
        found.append(Opening(index, front.trust, front.printed, front.rest, front))
    found = _without_label_of_all(found, pieces)
    found = _sound(found[above_head(found, pieces, marks) :], marks)
    found = without_previews(without_menus(without_agenda(found)), pieces)
    return without_deck(found, pieces, marks)


def _without_label_of_all(found: list[Opening], pieces: Sequence[Piece]) -> list[Opening]:
    """Openings without "update" as a label where nearly all posts of the page begin with it: it tells no change."""
    beside = [o for o in found if o.where == "lead"]
    said = {o.at for o in beside if stamped(pieces[o.at].text)}
    posts = sum(o.front is not None and o.front.label is None for o in beside if o.at in said)
    if len(said) < _MANY_PLAIN or len(said) < _NEARLY_ALL * len(beside) or 2 * posts < len(said):
        return found
    return [replace(o, front=replace(o.front, label=None)) if o.front and o.at in said else o for o in found]


def _runs_a_player(text: str) -> bool:
    """``00:00 | 00:00`` is how far a recording has been played, and how long it is."""
    return text.count(":") == 2 and not any(c.isalpha() or c in "123456789" for c in text)


def _again(found: Sequence[Opening], index: int, front: Front, bracketed: bool) -> bool:
    """Whether this time is that of the line above, printed again: in the same way, or in brackets for another zone."""
    last = found[-1] if found else None
    if last is None or last.front is None or last.at != index - 1 or last.front.where != "alone":
        return False
    if last.front.label and not front.label and len(found) == 1:
        return False
    a, b = last.front.moment, front.moment
    if front.signer or a.second != b.second:
        return False
    if bracketed and a.zone is None and b.zone and a.minutes is not None and b.minutes is not None:
        return (a.minutes - b.minutes) % 15 == 0
    if a.minutes is None or b.minutes is None:
        return a.hour is None and b.hour is None and front.where == "alone"
    return (a.minutes - b.minutes) % 720 == 0


def _sound(found: list[Opening], marks: Sequence[Marks]) -> list[Opening]:
    """Without loosely written times (12.30, 1230) that do not fit between the plain ones of the page."""
    found = _without_measures(_without_lone_dates(found))
    plain = [o for o in found if o.front and o.front.moment.style not in _LOOSE and o.trust >= 0.6]
    loose = [o for o in found if o.front and o.front.moment.style in _LOOSE]
    if len(plain) >= 2 and len(loose) < len(plain):
        times = _times_around(plain)
        unfit = {o.at for o in loose if o.trust <= 0.5 or not (o.front and (o.front.moment.date or times(o)))}
        found = [o for o in found if o.at not in unfit]
    found = _borne_out(found)
    strong = sum(o.trust >= 0.6 and not _tops_the_page(o, marks) for o in found)
    return [o for o in found if o.trust >= (0.5 if strong >= 2 else 0.25)]


def _without_measures(found: list[Opening]) -> list[Opening]:
    """Without numbers alone with a point, as gaps in a table of results, where most can be no time of day."""
    alone = [o for o in found if o.front and o.front.where == "alone"]
    dotted = [o for o in alone if o.front and o.front.moment.style is Style.DOT and not o.front.moment.half]
    unsound = sum(not o.front.moment.sound for o in dotted if o.front)
    if 2 * unsound <= len(dotted):
        return found
    measures = {o.at for o in dotted}
    return [o for o in found if o.at not in measures]


def _without_lone_dates(found: list[Opening]) -> list[Opening]:
    """Without dates that open a sentence where others print hours, or none other does; without lone odd numbers."""
    hours = sum(1 for o in found if o.front and o.front.moment.timed)
    dates = sum(1 for o in found if o.front and not o.front.moment.timed)
    if hours >= 2 or dates < 2:
        found = [o for o in found if o.front and o.front.moment.timed]
    return [o for o in found if o.front and (o.front.moment.sound or len(found) > 1)]


def _borne_out(found: list[Opening]) -> list[Opening]:
    """Times that could be other numbers (1935), or part of a sentence, are sure where many keep one order."""
    doubtful = [o for o in found if o.front and o.front.where == "lead" and o.trust < _ORDERLY]
    loose = [o for o in doubtful if o.front and o.front.moment.style in _LOOSE]
    plain = [o for o in doubtful if o.front and o.front.moment.style not in _LOOSE and o.front.moment.hour is not None]
    sure = {
        o.at
        for group, least in ((loose, _MANY_LOOSE), (plain, _MANY_PLAIN))
        if _orderly(group, least, found)
        for o in group
    }
    return [replace(o, trust=max(o.trust, _ORDERLY)) if o.at in sure else o for o in found]


def _orderly(group: Sequence[Opening], least: int, found: Sequence[Opening]) -> bool:
    """Whether these are at least so many, at least half of all, in one order, and not the same few times again."""
    if len(group) < least or len(group) * 2 < len(found) or order_of_times(group) < 1:
        return False
    return len({o.front.moment.minutes for o in group if o.front}) * 2 >= len(group)


def _times_around(plain: Sequence[Opening]) -> Callable[[Opening], bool]:
    """A test whether a loose time lies between those of the plain ones next to it."""
    places = [o.at for o in plain]

    def between(opening: Opening) -> bool:
        at = bisect(places, opening.at)
        near = [o.front.moment.minutes for o in plain[max(0, at - 1) : at + 1] if o.front]
        times = [minutes for minutes in near if minutes is not None]
        own = opening.front.moment.minutes if opening.front else None
        return own is not None and bool(times) and min(times) - 90 <= own <= max(times) + 90

    return between


def time_proposals(pieces: Sequence[Piece], marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Times at the front of lines: all of them, and each group that is written alike."""
    found = fronts(pieces, marks)
    plain = [o for o in found if o.front and o.front.label is None]
    if len(plain) >= 2:
        found = [_stamped(o) for o in found if o.at >= plain[0].at]
    total = sum(o.trust for o in (plain if len(plain) >= 2 else found)) or 1.0
    of_page = 0 < len(found) <= _PAGE_STAMPS and all(_tops_the_page(o, marks) for o in found)
    if of_page or (len(found) == 1 and _says_little(found[0])):
        found = [replace(o, trust=o.trust * _STAMPED_ALONE / len(found)) for o in found]
    for name, chosen in _groups(found):
        explained = min(1.0, sum(o.trust for o in chosen) / total)
        alone = sum(1 for o in chosen if o.front and o.front.where == "alone")
        kind = "time on a line of its own" if alone * 2 > len(chosen) else "time at the front of a line"
        yield Proposal(f"{kind}{name}", tuple(chosen), order_of_times(chosen), _mean(chosen), explained)
    tails = [
        Opening(i, m.tail.trust, m.tail.printed, m.tail.rest, m.tail)
        for i, m in enumerate(marks)
        if m.tail and not m.caption and not m.embed and not m.field
    ]
    labelled = [o for o in tails if o.front and o.front.label]
    tails = labelled if len(labelled) >= 2 else tails
    if len(tails) == 1 and _tops_the_page(tails[0], marks):
        tails = [replace(tails[0], trust=tails[0].trust * _STAMPED_ALONE)]
    if tails:
        yield Proposal("time at the end of a line", tuple(tails), order_of_times(tails), _mean(tails))


def _says_little(opening: Opening) -> bool:
    """Whether a lone time is more likely that of a change, or the length of a film, than that of the only entry."""
    front = opening.front
    short = front is not None and front.where == "lead" and len(front.rest) < _SHORT_REST
    return front is not None and (front.label is not None or (short and not ends_sentence(front.rest)))


def _tops_the_page(opening: Opening, marks: Sequence[Marks]) -> bool:
    """Whether a date and time stand above all that the page tells, with no text beside: those of the article."""
    front = opening.front
    dated = front is not None and front.where != "lead" and front.moment.date is not None
    return dated and not marks[opening.at].prose and not any(m.prose and not is_frame(m) for m in marks[: opening.at])


def _stamped(opening: Opening) -> Opening:
    labelled = opening.front is not None and opening.front.label is not None
    return replace(opening, trust=opening.trust * _STAMPED) if labelled else opening


def _groups(found: Sequence[Opening]) -> Iterator[tuple[str, list[Opening]]]:
    if not found:
        return
    plain = [o for o in found if o.front and o.front.label is None]
    yield "", list(found)
    if plain and len(plain) < len(found):
        yield ", without stamps of updates", plain
    seen = {_places(found), _places(plain)}
    keys: tuple[Callable[[Front], object], ...] = (
        lambda f: f.label,
        lambda f: f.where,
        lambda f: (f.where, f.moment.style in _LOOSE, bool(f.moment.half)),
        lambda f: (bool(f.moment.zone), bool(f.moment.date), f.moment.age is not None),
    )
    for key in keys:
        groups: dict[object, list[Opening]] = {}
        for opening in found:
            if opening.front:
                groups.setdefault(key(opening.front), []).append(opening)
        for group in groups.values():
            if _places(group) not in seen:
                seen.add(_places(group))
                yield ", written alike", group


def _places(openings: Sequence[Opening]) -> tuple[int, ...]:
    return tuple(o.at for o in openings)


def _mean(openings: Sequence[Opening]) -> float:
    return sum(o.trust for o in openings) / max(len(openings), 1)


def order_of_times(openings: Sequence[Opening]) -> float:
    """0–1: how well the clock times and ages of ``openings`` keep one order."""
    if _within_a_minute([o.front.moment for o in openings if o.front]):
        return 1.0
    stamps = []
    for moment, _ in settle_halves([o.front.moment if o.front else None for o in openings]):
        if moment and moment.minutes is not None:
            stamps.append(Stamp(moment.minutes, moment.date.whole() if moment.date else None))
        elif moment and moment.age is not None:
            stamps.append(Stamp((100_000 - moment.age // 60) % 1440))
    return order_share(stamps)


def _within_a_minute(moments: Sequence[Moment]) -> bool:
    """Whether seconds are printed that rise, or fall, within one minute."""
    seconds = [moment.second for moment in moments]
    ordered = seconds in (sorted(seconds), sorted(seconds, reverse=True))
    return len(seconds) > 1 and ordered and len(set(seconds)) > 1 and len({m.minutes for m in moments}) == 1
