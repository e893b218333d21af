"""One printed moment → its local time, UTC and day, and what is to be said of how they were found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from generator.model import Basis
from generator.reading.days import Placed
from generator.reading.draft import DraftEntry
from generator.reading.moment import Moment
from generator.reading.zones import is_ambiguous, season_note, zone, zone_named


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of the page as a whole."""

    document: str
    outlet: str
    url: str | None
    language: str | None
    zone: str | None
    zone_note: str | None
    date: date | None
    date_basis: Basis | None
    site_zone: tzinfo


@dataclass(frozen=True, slots=True)
class Settled:
    """The settled time of one entry."""

    local: datetime | time | None = None
    utc: datetime | None = None
    day: date | None = None
    basis: Basis | None = None
    note: str | None = None


def settled(
    entry: DraftEntry,
    moment: Moment | None,
    where: Placed,
    facts: PageFacts,
    captured: datetime | None,
    half_note: str | None,
) -> Settled:
    """The time of one entry: from structured data, else its printed clock time, else its age and ``captured`` (UTC)."""
    if entry.instant is not None:
        return _instant(entry, entry.instant, facts)
    if moment is None or not moment.timed:
        return Settled(day=where.day, note=said(where.note if where.day else None, _unsound(moment)))
    if moment.minutes is None:
        return (
            _from_age(moment, captured, facts)
            if moment.age is not None
            else Settled(day=where.day, note=_unsound(moment))
        )
    if where.day is None:
        clock = time(moment.full_hour % 24, moment.minute, moment.second)
        return Settled(clock, basis=Basis.PRINTED, note=said(half_note, _late(moment)))
    return _dated(moment, where, facts, half_note)


def _instant(entry: DraftEntry, instant: datetime, facts: PageFacts) -> Settled:
    utc = instant.astimezone(UTC)
    local = instant.astimezone(zone_or_utc(facts.zone)) if facts.zone else instant
    return Settled(
        local.replace(tzinfo=None), utc, utc.astimezone(facts.site_zone).date(), Basis.PRINTED, entry.instant_note
    )


def _from_age(moment: Moment, captured: datetime | None, facts: PageFacts) -> Settled:
    if captured is None:
        return Settled(note="only an age is printed, and nothing says when the page was saved")
    utc = (captured - timedelta(seconds=moment.age or 0)).astimezone(UTC)
    if moment.age and moment.age >= 86400:
        day = utc.astimezone(facts.site_zone).date()
        return Settled(day=day, note=f"about {moment.text}, counted from when the page was saved; the hour is unknown")
    note = f"{moment.text}, counted from when the page was saved ({captured.astimezone(UTC):%Y-%m-%d %H:%M} UTC)"
    local = utc.astimezone(zone_or_utc(facts.zone)).replace(tzinfo=None, second=0, microsecond=0)
    utc = utc.replace(second=0, microsecond=0)
    return Settled(local, utc, utc.astimezone(facts.site_zone).date(), Basis.INFERRED, note)


def _dated(moment: Moment, where: Placed, facts: PageFacts, half_note: str | None) -> Settled:
    assert where.day is not None
    local = local_of(where.day, moment)
    name, zone_note = zone_of(moment, facts)
    found = zone(name) if name else None
    note = said(where.note, half_note, _late(moment), zone_note)
    if found is None:
        return Settled(local, None, local.date(), Basis.PRINTED, note)
    aware = local.replace(tzinfo=found)
    utc = aware.astimezone(UTC)
    day = utc.astimezone(facts.site_zone).date()
    return Settled(
        local, utc, day, Basis.PRINTED, said(note, season_note(moment.zone, aware), _skipped(aware, utc, found))
    )


def _skipped(aware: datetime, utc: datetime, found: tzinfo) -> str | None:
    """A note where the clocks were put forward over the printed time, or back so that it came twice."""
    if utc.astimezone(found).replace(tzinfo=None) != aware.replace(tzinfo=None):
        return "the clocks were put forward that night: no clock showed this time"
    if aware.replace(fold=1).utcoffset() != aware.utcoffset():
        return "the clocks were put back that night: the first of two such times is meant here"
    return None


def _unsound(moment: Moment | None) -> str | None:
    if moment is None or moment.sound:
        return None
    return f"kept as printed: {moment.text!r} is no time or day that exists"


def _late(moment: Moment) -> str | None:
    if moment.hour is not None and moment.hour >= 24:
        return f"hour {moment.hour} is counted from the day before"
    return None


def zone_or_utc(name: str | None) -> tzinfo:
    """The zone of this name; UTC if there is none."""
    return (zone(name) if name else None) or UTC


def zone_of(moment: Moment, facts: PageFacts) -> tuple[str | None, str | None]:
    """The zone of a moment, and what is to be said of how it was found."""
    if not moment.zone:
        return facts.zone, facts.zone_note
    name = zone_named(moment.zone, facts.language, facts.zone)
    if name is None:
        return facts.zone, facts.zone_note
    why = "by the outlet and language of the page" if is_ambiguous(moment.zone) else None
    return name, f"{moment.zone} read as {name} {why}" if why else None


def local_of(day: date, moment: Moment) -> datetime:
    """The printed clock time on ``day``; hours from 24 on run into the days after."""
    start = datetime(day.year, day.month, day.day)
    return start + timedelta(hours=moment.full_hour, minutes=moment.minute, seconds=moment.second)


def said(*notes: str | None) -> str | None:
    """All notes in one line, none twice; None if there are none."""
    return "; ".join(dict.fromkeys(note for note in notes if note)) or None
