"""A draft's printed times → settled times: zones, days, UTC, ids; then the ledger is checked.

Given facts beat printed ones, printed ones beat inferred ones, and every entry says which it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from generator.config import Given, Settings
from generator.language.guess import guess_language
from generator.model import Basis, Document, Entry, Order
from generator.reading import ledger
from generator.reading.clock import parse
from generator.reading.days import (
    Anchor,
    Placed,
    Stamp,
    filled,
    month_first,
    order_of,
    out_of_order_first,
    place,
)
from generator.reading.draft import Draft, DraftEntry, Source
from generator.reading.glued import glued_date
from generator.reading.halves import settle_halves
from generator.reading.ids import document_id, entry_id
from generator.reading.instants import PageFacts, Settled, local_of, said, settled, zone_of, zone_or_utc
from generator.reading.moment import Moment
from generator.reading.outlets import profile_of
from generator.reading.words import fold, phrase
from generator.reading.zones import zone, zone_named

_NO_TIMES = (
    "No times are printed with the entries; their order is that of the page, which is not known to be that of events."
)
_TWELVE_HOURS = (
    "The times look like those of a 12-hour clock without a.m. or p.m.; they are kept as printed, "
    "so that those after noon may be twelve hours early."
)
_HEAD_LINES = 16
_MORNING = 10 * 60
_FEW = 4
# Minutes of a match pass the hours of a long night several times, and have begun near nought.
_HOURS, _START, _SEVERAL = 29, 5, 3
_COUNTS = "The page says that it holds {} posts; {} are in what was saved."


def settle(draft: Draft, source: Source, given: Given, settings: Settings) -> Document:
    """The document that ``draft`` is, with every time settled as far as the page lets it be.

    :raises DocumentError: if a line of it would be lost or stand in two places.
    """
    facts = _facts(draft, source, given, settings)
    readings = settle_halves(_without_match_clock([_moment(entry, facts) for entry in draft.entries]))
    moments = _turned([moment for moment, _ in readings], facts)
    stamps = _stamps(draft.entries, moments, facts)
    order = order_of(stamps)
    if out_of_order_first(stamps, order):
        stamps[0] = replace(stamps[0], pinned=True)
        order = order_of(stamps)
    placed = place(stamps, order, _anchor(draft, facts, order, stamps))
    captured = given.captured or draft.captured or source.captured or _captured(moments, placed, facts)
    times = [
        settled(entry, moment, where, facts, captured, note)
        for entry, moment, where, (_, note) in zip(draft.entries, moments, placed, readings, strict=True)
    ]
    entries = _entries(draft.entries, _with_neighbours(times, facts), stamps, facts)
    document = _document(draft, source, given, facts, entries, order, captured)
    ledger.check(document)
    return document


def _facts(draft: Draft, source: Source, given: Given, settings: Settings) -> PageFacts:
    url = given.url or draft.url or source.url
    profile = profile_of(settings, name=given.outlet or draft.outlet, url=url, lines=draft.lines[:60])
    language = given.language or draft.language or (profile.language if profile else None) or _guessed(draft)
    name = given.outlet or (profile.name if profile else draft.outlet) or ""
    basis = Basis.GIVEN if given.date else draft.date_basis or (Basis.PRINTED if draft.date else None)
    own = profile.zone if profile else None
    named, zone_note = _zone(draft, given, own, name)
    resolved = (zone_named(named, language, own) or (named if zone(named) else None)) if named else None
    return PageFacts(
        document=document_id(source.path),
        outlet=name,
        url=url,
        language=language,
        zone=resolved,
        zone_note=zone_note,
        date=given.date or draft.date,
        date_basis=basis,
        site_zone=zone(settings.site.timezone) or UTC,
    )


def _zone(draft: Draft, given: Given, own: str | None, outlet: str) -> tuple[str | None, str | None]:
    """The zone of the page as it is named, and what is to be said where it is inferred."""
    if given.zone or (draft.zone and draft.zone_note is None):
        return given.zone or draft.zone, None
    if own:
        return own, f"zone inferred: that of {outlet}"
    return draft.zone, draft.zone_note


def _guessed(draft: Draft) -> str | None:
    return guess_language("\n".join(line[:400] for line in draft.lines[:200]))


def _moment(entry: DraftEntry, facts: PageFacts) -> Moment | None:
    return entry.moment or (parse(entry.printed_time, facts.language) if entry.printed_time else None)


def _without_match_clock(moments: list[Moment | None]) -> list[Moment | None]:
    """No moments where they are minutes and seconds of a match: they begin at its start and run past what hours do."""
    clocks = [m for m in moments if m and m.hour is not None]
    plain = [m for m in clocks if not (m.date or m.half or m.zone)]
    past = [m for m in plain if (m.hour or 0) > _HOURS]
    started = any((m.hour or 0) <= _START for m in plain)
    match = len(past) >= _SEVERAL and len(plain) == len(clocks) and started
    return [None if m and m.hour is not None else m for m in moments] if match else moments


def _turned(moments: Sequence[Moment | None], facts: PageFacts) -> list[Moment | None]:
    """Moments with day and month of numeric dates in the order this page prints them."""
    american = bool(facts.zone and facts.zone.startswith("America/")) or any(m and m.half for m in moments)
    if not month_first(moments, facts.date, american):
        return list(moments)
    return [
        replace(moment, date=moment.date.turned()) if moment and moment.date and moment.date.swapped else moment
        for moment in moments
    ]


def _stamps(entries: Sequence[DraftEntry], moments: Sequence[Moment | None], facts: PageFacts) -> list[Stamp]:
    whole = [day for moment in moments if moment and moment.date and (day := moment.date.whole())]
    stamps = []
    for entry, moment in zip(entries, moments, strict=True):
        near = facts.date or entry.day or (whole[0] if whole else None)
        minutes, day = (moment.minutes, _day(moment, near)) if moment else (None, None)
        if entry.instant is not None:
            local = entry.instant.astimezone(zone_or_utc(facts.zone))
            minutes, day = local.hour * 60 + local.minute, local.date()
        stamps.append(Stamp(minutes, day, entry.day, entry.pinned))
    return stamps


def _day(moment: Moment, near: date | None) -> date | None:
    if moment.date is not None:
        return filled(moment.date, near)
    if moment.days_ago is not None and near is not None:
        return near - timedelta(days=moment.days_ago)
    if moment.weekday is not None and near is not None:
        return near - timedelta(days=(near.weekday() - moment.weekday) % 7)
    return None


def _anchor(draft: Draft, facts: PageFacts, order: Order, stamps: Sequence[Stamp]) -> Anchor | None:
    if facts.date is None:
        return None
    if facts.date_basis is Basis.GIVEN:
        return Anchor(
            facts.date, order is not Order.OLDEST_FIRST and draft.date is not None, "the date given for the document"
        )
    newest = order is not Order.OLDEST_FIRST
    if newest and glued_date(draft.lines) is None and _after_a_night(draft, stamps):
        return Anchor(
            facts.date + timedelta(days=1), newest, "the date printed on the page, of which it tells the night"
        )
    return Anchor(facts.date, newest, "the date printed on the page")


def _after_a_night(draft: Draft, stamps: Sequence[Stamp]) -> bool:
    """Whether a page that says it covers a night ends in the morning: that is the day after its date."""
    minutes = [stamp.minutes for stamp in stamps if stamp.minutes is not None]
    head = [line[:200] for line in draft.lines[:_HEAD_LINES]]
    return (
        bool(minutes) and max(minutes) < _MORNING and any(phrase("night", "words").search(fold(line)) for line in head)
    )


def _captured(moments: Sequence[Moment | None], placed: Sequence[Placed], facts: PageFacts) -> datetime | None:
    """When the page was saved, from an entry that prints both its age and its clock time."""
    both = [(m, p) for m, p in zip(moments, placed, strict=True) if m and m.age is not None and m.minutes is not None]
    for moment, where in sorted(both, key=lambda pair: pair[0].age or 0):
        name, _ = zone_of(moment, facts)
        if where.day and name and moment.age is not None:
            local = local_of(where.day, moment).replace(tzinfo=zone_or_utc(name))
            return local.astimezone(UTC) + timedelta(seconds=moment.age)
    return None


def _with_neighbours(times: Sequence[Settled], facts: PageFacts) -> list[Settled]:
    """Entries without a time of their own take the day that the entries on both sides share, or the page's."""
    if not any(t.day for t in times):
        return [replace(t, day=facts.date) if t.local is None else t for t in times]
    before: list[date | None] = []
    last = None
    for item in times:
        last = item.day or last
        before.append(last)
    result, following = [], None
    for item, above in zip(reversed(times), reversed(before), strict=True):
        following = item.day or following
        if item.day is None and item.local is None and (above or following) == (following or above):
            note = said(item.note, "day inferred from the entries around it")
            item = replace(item, day=above or following, note=note)
        result.append(item)
    return result[::-1]


def _entries(
    drafts: Sequence[DraftEntry], times: Sequence[Settled], stamps: Sequence[Stamp], facts: PageFacts
) -> tuple[Entry, ...]:
    met: Counter[tuple[str | None, str]] = Counter()
    entries = []
    for draft, found, stamp in zip(drafts, times, stamps, strict=True):
        opening = draft.headline or (draft.blocks[0].text if draft.blocks else "")
        key = (draft.printed_time, opening)
        pinned = draft.pinned or stamp.pinned
        note = said(
            found.note, "pinned by the outlet: printed out of order" if stamp.pinned and not draft.pinned else None
        )
        entries.append(
            Entry(
                id=entry_id(facts.document, draft.printed_time, opening, met[key]),
                document=facts.document,
                outlet=facts.outlet,
                lines=draft.lines,
                headline=draft.headline,
                blocks=draft.blocks,
                printed_time=draft.printed_time,
                local_time=found.local,
                utc=found.utc,
                date=found.day,
                time_basis=found.basis,
                time_note=note,
                authors=draft.authors,
                address=draft.address,
                pinned=pinned,
                changes=draft.changes,
            )
        )
        met[key] += 1
    return tuple(entries)


def _document(
    draft: Draft,
    source: Source,
    given: Given,
    facts: PageFacts,
    entries: tuple[Entry, ...],
    order: Order,
    captured: datetime | None,
) -> Document:
    taken = [number for entry in entries for number in entry.lines] + list(draft.key_points)
    dates = [entry.date for entry in entries if entry.date]
    first = facts.date if facts.date_basis is Basis.GIVEN else min(dates, default=facts.date)
    printed = any(e.time_basis is Basis.PRINTED and e.date for e in entries)
    basis = facts.date_basis or (Basis.PRINTED if printed else Basis.INFERRED if first else None)
    return Document(
        id=facts.document,
        path=source.path,
        sha256=source.sha256,
        format=draft.format,
        lines=draft.lines,
        title=given.title or draft.title,
        outlet=facts.outlet,
        url=facts.url,
        language=facts.language,
        date=first,
        date_basis=basis if first else None,
        zone=_document_zone(entries, draft, facts),
        order=order,
        posts_stated=draft.posts_stated,
        key_points=draft.key_points,
        set_aside=ledger.completed(draft.lines, taken, draft.set_aside),
        notes=_notes(draft, entries, order),
        entries=entries,
        captured=captured,
        layouts=draft.layouts,
    )


def _document_zone(entries: Sequence[Entry], draft: Draft, facts: PageFacts) -> str | None:
    """The zone most entries are printed in, else that of the page."""
    found = Counter(
        name
        for entry in entries
        if entry.printed_time
        and (moment := parse(entry.printed_time, facts.language))
        and moment.zone
        and (name := zone_named(moment.zone, facts.language, facts.zone))
    )
    return max(found, key=lambda name: (found[name], name)) if found and draft.zone is None else facts.zone


def _notes(draft: Draft, entries: Sequence[Entry], order: Order) -> tuple[str, ...]:
    notes = list(draft.notes)
    if draft.posts_stated is not None and draft.posts_stated != len(entries):
        notes.append(_COUNTS.format(draft.posts_stated, len(entries)))
    if entries and not any(entry.local_time or entry.printed_time for entry in entries):
        notes.append(_NO_TIMES)
    if _on_a_twelve_hour_clock(draft, order):
        notes.append(_TWELVE_HOURS)
    unsound = sum(1 for entry in entries if entry.printed_time and (m := parse(entry.printed_time)) and not m.sound)
    if unsound:
        notes.append(f"{unsound} printed times or dates cannot be; they are kept as printed and not used.")
    return tuple(dict.fromkeys(notes))


def _on_a_twelve_hour_clock(draft: Draft, order: Order) -> bool:
    """Whether no hour is above 12, none is said to be am or pm, and times pass from 12 to 1 in the order of events."""
    found = [parse(entry.printed_time, draft.language) for entry in draft.entries if entry.printed_time]
    timed = [moment for moment in found if moment and moment.hour is not None]
    if len(timed) < _FEW or any(m.half or m.date or not 1 <= (m.hour or 0) <= 12 for m in timed):
        return False
    hours = [m.hour or 0 for m in (timed[::-1] if order is Order.NEWEST_FIRST else timed)]
    return any(10 <= a <= 12 and 1 <= b <= 4 for a, b in pairwise(hours))
