"""The times of a page's posts: what each place states, judged together, and one moment per post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.reading.html.home_zone import Home
from generator.reading.html.marks import Mark
from generator.reading.html.posts import Post
from generator.reading.html.soundness import FLOATING, Claims, Verdict, judge, ranked, told_apart
from generator.reading.html.told import Told
from generator.reading.words import phrase

_LATER = ("updat", "modif", "edit", "last", "changed")
_APART = 3
_FOLLOWS = 0.75


@dataclass(frozen=True, slots=True)
class PostTime:
    """The settled moment of one post, the day its page gives it, and a note where sources disagree."""

    instant: datetime | None = None
    day: date | None = None
    note: str | None = None
    floating: datetime | None = None


@dataclass(frozen=True, slots=True)
class PageTimes:
    """Times by post number, the zone that the printed clock proves to be in, and warnings for readers."""

    posts: tuple[PostTime, ...]
    zone: str | None
    notes: tuple[str, ...]


def settle_times(posts: Sequence[Post], told: Told, marks: Sequence[Mark], home: Home) -> PageTimes:
    """One time per post, from the places that are sound; ``home`` is where the page is likely to be."""
    machine = _machine_marks(posts, marks)
    twelve = _twelve_hours(posts)
    claims = told_apart([_claims(n, post, told, machine, twelve) for n, post in enumerate(posts)])
    local = {place for claim in claims for place in claim.moments if place.startswith(FLOATING)}
    verdicts = judge(claims, ZoneInfo(home.zone) if home.zone else None)
    if _only_hours(claims) and any(verdict.agreement < _FOLLOWS for verdict in verdicts.values()):
        claims = [replace(claim, clock=None) for claim in claims]
        verdicts = judge(claims)
    order = [v for v in ranked(verdicts) if v.place not in local]
    order.sort(key=lambda verdict: _is_change(verdict.place))
    zulu = [place for place, verdict in verdicts.items() if verdict.fault and "marked as UTC" in verdict.fault]
    offset = next((v.offset for v in order if v.offset is not None and v.agreement >= 0.75), None)
    settled = tuple(
        _settled(post, claim, order, [*sorted(local), *zulu], offset) for post, claim in zip(posts, claims, strict=True)
    )
    return PageTimes(settled, _zone(offset, settled, home, twelve), _notes(verdicts, local))


def _zone(offset: int | None, settled: Sequence[PostTime], home: Home, twelve: bool) -> str | None:
    """The zone of the printed clock: one of the page's country if its offset is this, else the offset itself."""
    moment = next((time.instant for time in settled if time.instant), None)
    if offset is None or moment is None or twelve:
        return None
    zone = home.zone_at(offset, moment)
    if zone is not None or not offset:
        return zone
    hours, minutes = divmod(abs(offset), 60)
    return f"{'+' if offset > 0 else '-'}{hours:02d}:{minutes:02d}"


def _only_hours(claims: Sequence[Claims]) -> bool:
    """Whether every clock shows a full hour: "4h" may be an age as well."""
    clocks = [claim.clock for claim in claims if claim.clock is not None]
    return len(clocks) > 1 and not any(clock % 60 for clock in clocks)


def _twelve_hours(posts: Sequence[Post]) -> bool:
    """Whether the printed clock could be one of twelve hours that leaves a.m. and p.m. out."""
    clocks = [post.moment for post in posts if post.moment is not None and post.moment.hour is not None]
    return not any(moment.half or not 1 <= (moment.hour or 0) <= 12 for moment in clocks)


def _machine_marks(posts: Sequence[Post], marks: Sequence[Mark]) -> dict[str, dict[int, datetime]]:
    """Moments in attributes, by place and post; a place counts if at least half of the posts have it.

    The name of a place whose times say no offset starts with :data:`FLOATING`.
    """
    owner: dict[int, int] = {}
    for number, post in enumerate(posts):
        for line in range(post.segment.start, post.segment.stop):
            owner.setdefault(line, number)
    nodes = {post.segment.node.index: n for n, post in enumerate(posts) if post.segment.node is not None}
    places: dict[str, dict[int, datetime]] = {}
    for mark in marks:
        if mark.machine is None:
            continue
        post_number = _owner(mark, nodes, owner)
        if post_number is not None:
            place = f"{FLOATING}{mark.kind}" if mark.floating else mark.kind
            places.setdefault(place, {}).setdefault(post_number, mark.machine)
    return {place: moments for place, moments in places.items() if 2 * len(moments) >= len(posts)}


def _owner(mark: Mark, nodes: Mapping[int, int], owner: Mapping[int, int]) -> int | None:
    for node in (mark.node, *mark.node.ancestors()):
        if node.index in nodes:
            return nodes[node.index]
    return None if nodes else owner.get(mark.line)


def _claims(number: int, post: Post, told: Told, machine: Mapping[str, Mapping[int, datetime]], twelve: bool) -> Claims:
    moments: dict[str, datetime] = {}
    for update in told.of(number):
        if update.published is not None:
            moments[str(update.syntax)] = update.published
    moments |= {place: at[number] for place, at in machine.items() if number in at}
    for update in told.of(number):
        if update.modified is not None:
            moments[f"{update.syntax} (last changed)"] = update.modified
    return Claims(_clock(post), twelve, post.moment is not None and post.moment.zone is not None, moments)


def _clock(post: Post) -> int | None:
    """The printed clock in minutes, unless it is that of a later change."""
    if post.moment is None or _is_later(post.printed):
        return None
    return post.moment.minutes


def _is_later(printed: str | None) -> bool:
    """Whether a printed time says that it is that of a change."""
    return bool(printed and phrase("stamp", "updated").search(printed.casefold()))


def _settled(post: Post, claim: Claims, order: Sequence[Verdict], local: Sequence[str], offset: int | None) -> PostTime:
    day = next((claim.moments[place].date() for place in local if place in claim.moments), None)
    floating = next((claim.moments[place] for place in local if place in claim.moments), None)
    stated = [(claim.moments[v.place], v.place) for v in order if v.place in claim.moments]
    if not stated:
        return PostTime(None, day, None, floating)
    moment, place = min(stated) if _is_later(post.printed) else _as_printed(stated, claim.clock, offset)
    return PostTime(moment, day, _difference(claim, moment, offset, place), floating)


def _as_printed(stated: Sequence[tuple[datetime, str]], clock: int | None, offset: int | None) -> tuple[datetime, str]:
    """The first of these moments that the printed clock shows; the first of all where it shows none."""
    if clock is None or offset is None:
        return stated[0]
    return next((found for found in stated if _shows(clock, found[0], offset)), stated[0])


def _shows(clock: int, moment: datetime, offset: int) -> bool:
    """Whether a clock that is ``offset`` minutes ahead of UTC shows this moment, morning or evening."""
    shown = moment + timedelta(minutes=offset)
    apart = (clock - (shown.hour * 60 + shown.minute)) % 720
    return min(apart, 720 - apart) <= _APART


def _difference(claim: Claims, moment: datetime, offset: int | None, place: str) -> str | None:
    """Words for a printed clock that does not show this moment."""
    if claim.clock is None or offset is None or _shows(claim.clock, moment, offset):
        return None
    return f"{_words(place)} gives {moment:%H:%M} UTC, which is not the time that is printed"


def _words(place: str) -> str:
    """A place in words for readers: of an attribute only its name."""
    return f"the page's {place.lstrip('~').split()[0]} attribute" if place.lstrip(FLOATING).startswith("@") else place


def _is_change(place: str) -> bool:
    return any(word in place for word in _LATER)


def _notes(verdicts: Mapping[str, Verdict], local: set[str]) -> tuple[str, ...]:
    faults: Counter[str] = Counter()
    for place, verdict in verdicts.items():
        if verdict.fault and place not in local and verdict.count >= 3 and not _is_change(place):
            faults[f"The times in {_words(place)} are not used: {verdict.fault.replace(place, _words(place))}."] += 1
    return tuple(faults)
