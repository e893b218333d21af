"""Which of a page's machine-readable times are true.

Each place that states times (structured data, ``datetime`` attributes, script data) is judged as a
whole, over all posts, by three questions. Do its times differ from post to post? Do they stand off
the printed clock by one offset that some time zone has? Where two places differ by a whole offset,
which of them merely wrote the local clock with a ``Z``?
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

FLOATING = "~"  # before the name of a place: its times are of the local clock
_DAY = 1440
_FEWEST = 3
_QUARTER = 15
_MOST_OFF = 3
_NEEDED = 0.75
_MOSTLY = 0.6
_WIDEST = 14 * 60


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of one place that states times.

    ``offset`` is minutes that the printed clock is ahead of it, None if nothing could be compared;
    ``fault`` says in words why it is not trusted.
    """

    place: str
    count: int
    offset: int | None
    agreement: float
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """What is stated for one post: the printed clock in minutes after midnight, and moments by place.

    ``names_zone``: the zone is printed beside the clock.
    """

    clock: int | None
    twelve_hours: bool
    names_zone: bool
    moments: Mapping[str, datetime]


def told_apart(posts: Sequence[Claims]) -> list[Claims]:
    """``posts`` with single false moments moved to a place of their own, named with :data:`FLOATING`.

    Where a place mostly stands off the printed clock by one offset, a moment that equals the clock is
    the local one, marked as UTC by mistake.
    """
    out = list(posts)
    for place in dict.fromkeys(place for post in posts for place in post.moments):
        stated = [n for n, post in enumerate(out) if place in post.moments and post.clock is not None]
        offset, agreement, compared = _usual_offset(place, [out[n] for n in stated])
        if not offset or agreement < _MOSTLY or agreement == 1 or compared < _FEWEST:
            continue
        for number in stated:
            if _equals_clock(out[number], place):
                moments = {name: moment for name, moment in out[number].moments.items() if name != place}
                moments[FLOATING + place] = out[number].moments[place]
                out[number] = replace(out[number], moments=moments)
    return out


def _equals_clock(post: Claims, place: str) -> bool:
    moment = post.moments[place]
    return post.clock is not None and abs(post.clock - (moment.hour * 60 + moment.minute)) <= 1


def judge(posts: Sequence[Claims], home: tzinfo | None = None) -> dict[str, Verdict]:
    """A verdict for every place, by its name; ``home`` is the zone the printed clock is likely to show."""
    places = dict.fromkeys(place for post in posts for place in post.moments)
    verdicts = {place: _first_look(place, posts) for place in places}
    for place, other in _false_zulu(verdicts, posts):
        verdicts[place] = _with_fault(
            verdicts[place], f"its times are the local clock marked as UTC; {other} has the true ones"
        )
    for place, verdict in verdicts.items():
        if verdict.fault is None and verdict.offset == 0 and home is not None and _is_off(place, posts, home):
            verdicts[place] = _with_fault(
                verdict, f"its times are the printed clock marked as UTC, which is not the clock of {home}"
            )
    return verdicts


def _is_off(place: str, posts: Sequence[Claims], home: tzinfo) -> bool:
    """Whether the clock at home is not that of UTC when these posts were written."""
    moments = [post.moments[place] for post in posts if place in post.moments and post.clock is not None]
    if 2 * sum(post.names_zone for post in posts) > len(posts):
        return False
    return len(moments) >= _FEWEST and all(moment.astimezone(home).utcoffset() for moment in moments)


def _first_look(place: str, posts: Sequence[Claims]) -> Verdict:
    stated = [post for post in posts if place in post.moments]
    offset, agreement, compared = _usual_offset(place, stated)
    fault = None
    if len(stated) >= 3 and len({post.moments[place] for post in stated}) <= max(1, len(stated) // 5):
        fault = "it gives the same time to every post"
    elif compared >= 3 and agreement < _NEEDED:
        fault = "its times do not follow those that are printed"
    return Verdict(place, len(stated), offset, agreement, fault)


def _usual_offset(place: str, posts: Sequence[Claims]) -> tuple[int | None, float, int]:
    """The most common offset of the printed clock, the share of posts that have it, and how many were compared."""
    offsets: Counter[int] = Counter()
    compared = 0
    for post in posts:
        if post.clock is None:
            continue
        moment = post.moments[place]
        raw = post.clock - (moment.hour * 60 + moment.minute)
        near = round(raw / _QUARTER) * _QUARTER
        compared += 1
        if abs(raw - near) <= _MOST_OFF:
            offsets[_within_a_day(near, post.twelve_hours)] += 1
    if not offsets:
        return None, 0.0, compared
    offset, count = max(offsets.items(), key=lambda item: (item[1], -abs(item[0])))
    return offset, count / compared, compared


def _within_a_day(offset: int, twelve_hours: bool) -> int:
    """An offset between -12 and +14 hours; between -6 and +6 where the clock does not tell morning from evening."""
    turn = _DAY // 2 if twelve_hours else _DAY
    offset %= turn
    return offset - turn if offset > (turn // 2 if twelve_hours else _WIDEST - 120) else offset


def _false_zulu(verdicts: Mapping[str, Verdict], posts: Sequence[Claims]) -> list[tuple[str, str]]:
    """Places whose times equal the printed clock although another sound place stands a whole offset off."""
    out = []
    for place, verdict in verdicts.items():
        if verdict.fault or verdict.offset != 0:
            continue
        for other, rival in verdicts.items():
            if rival.fault is None and rival.offset and rival.agreement >= _NEEDED and _constant(place, other, posts):
                out.append((place, other))
                break
    return out


def _constant(place: str, other: str, posts: Sequence[Claims]) -> bool:
    """Whether two places differ by the same quarter-hours in nearly all posts that have both."""
    apart = [
        round((post.moments[place] - post.moments[other]).total_seconds() / 60 / _QUARTER)
        for post in posts
        if place in post.moments and other in post.moments
    ]
    if len(apart) < 2:
        return False
    usual, count = Counter(apart).most_common(1)[0]
    return usual != 0 and count >= _NEEDED * len(apart)


def _with_fault(verdict: Verdict, fault: str) -> Verdict:
    return Verdict(verdict.place, verdict.count, verdict.offset, verdict.agreement, fault)


def ranked(verdicts: Mapping[str, Verdict]) -> list[Verdict]:
    """The sound places, best first: most agreement with print, then most posts, then the order given."""
    sound = [verdict for verdict in verdicts.values() if verdict.fault is None]
    order = {place: number for number, place in enumerate(verdicts)}
    return sorted(sound, key=lambda v: (-round(v.agreement, 1), -v.count, order[v.place]))
