"""The words of the site: dates, times, counts and relations, always in the same form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from generator.model import Basis, Entry, Relation
from generator.writing.safe import plain

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

SEEN_FROM_EARLIER = {
    Relation.CORROBORATES: "Also reported by",
    Relation.SHARES_SOURCE: "Rests on the same report",
    Relation.COPY: "Same wording",
    Relation.UPDATES: "Updated by",
    Relation.RELATED: "Related",
}
"""Headings of the notes beneath an entry, for links to later entries."""

SEEN_FROM_LATER = {**SEEN_FROM_EARLIER, Relation.UPDATES: "Updates"}

FIGURES_DIFFER = "Figures differ"

IN_A_PHRASE = {
    Relation.CORROBORATES: "no shared origin found",
    Relation.SHARES_SOURCE: "rests on the same report",
    Relation.COPY: "same wording",
    Relation.UPDATES: "update",
    Relation.RELATED: "related",
}


_TELLS_ITSELF = frozenset({"time"})
"""Quantities whose figures print their unit, so that the name adds nothing: ``30 seconds``."""

_COUNTED = frozenset({"times"})
"""Quantities that are read after their figure: ``150 times``."""


def figure(what: str, printed: str) -> str:
    """A quantity with its figure or figures: ``injured: 2 → 5``, ``30 seconds → 45 seconds``, ``150 → 156 times``."""
    if not what or what in _TELLS_ITSELF:
        return printed
    return f"{printed} {what}" if what in _COUNTED else f"{what}: {printed}"


def quantity_name(what: str) -> str:
    """A quantity as a heading: ``Injured``, ``Time given``."""
    if not what:
        return "A figure"
    return "Time given" if what in _TELLS_ITSELF else what[:1].upper() + what[1:]


def outlet(name: str) -> str:
    """The name of an outlet, which may be unknown (an empty text)."""
    return name or "Unknown outlet"


def day_name(day: date) -> str:
    """``Wednesday 1 June 2022``."""
    return f"{WEEKDAYS[day.weekday()]} {plain_date(day)}"


def plain_date(day: date) -> str:
    """``1 June 2022``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, beside: date | None = None) -> str:
    """``1 June``, with the year where it differs from that of ``beside``."""
    return f"{day.day} {MONTHS[day.month - 1]}" + ("" if beside and beside.year == day.year else f" {day.year}")


def zone_name(zone: ZoneInfo, moment: datetime | None = None) -> str:
    """What clocks in ``zone`` are called: ``UTC``, ``CET``…; the IANA name where it depends on the season."""
    if moment is None:
        return "UTC" if zone.key in {"UTC", "Etc/UTC", "GMT", "Etc/GMT"} else zone.key
    return moment.astimezone(zone).tzname() or zone.key


def clock(entry: Entry, zone: ZoneInfo) -> str | None:
    """``17:44`` on the site's clock; the outlet's own clock where its zone is unknown; None without a time."""
    if entry.utc is not None:
        return hours(entry.utc.astimezone(zone))
    return None if entry.local_time is None else hours(entry.local_time)


def hours(moment: datetime | time) -> str:
    """``17:44``."""
    return moment.strftime("%H:%M")


def basis(entry: Entry, *, date_is_inferred: bool = False) -> str | None:
    """What a reader must know of an entry's time beyond the clock: how it was printed, or that it was not."""
    parts = []
    if entry.printed_time:
        parts.append(f"printed “{entry.printed_time}”")
    if entry.time_basis is Basis.INFERRED:
        parts.append("inferred")
    if date_is_inferred:
        parts.append("date inferred")
    if entry.utc is None and entry.local_time is not None:
        parts.append("time zone unknown")
    return ", ".join(parts) or None


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 entry``, ``2 entries``, ``1,200 entries``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(parts: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def shortened(text: str, length: int) -> str:
    """``text`` on one line, cut at a space with an ellipsis where it is longer than ``length``."""
    text = plain(text[: length * 4])
    if len(text) <= length:
        return text
    cut = text.rfind(" ", length // 2, length)
    return text[: cut if cut > 0 else length - 1].rstrip(" ,;:–-") + "…"


def line_range(lines: Sequence[int]) -> str:
    """``line 4``, ``lines 4–7``, ``lines 4–7 and 19``; a blank line parts no range, at most four are named."""
    runs: list[tuple[int, int]] = []
    for line in lines:
        if runs and line <= runs[-1][1] + 2:
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    names = [f"{first}" if first == last else f"{first}–{last}" for first, last in runs[:4]]
    if len(runs) > 4:
        names.append(f"{len(runs) - 4} more places")
    return f"{'line' if len(lines) == 1 else 'lines'} {listed(names)}"


def span(first: datetime | date | None, last: datetime | date | None, zone: ZoneInfo) -> str:
    """From when to when: ``4 March 2031, 08:05 to 11:10`` or ``4 March 2031 to 6 March 2031``."""
    if first is None or last is None:
        return "without a date"
    begin, end = _moment(first, zone), _moment(last, zone)
    begin_day = begin.date() if isinstance(begin, datetime) else begin
    end_day = end.date() if isinstance(end, datetime) else end
    if begin_day != end_day:
        return f"{short_date(begin_day, end_day)} to {plain_date(end_day)}"
    if isinstance(begin, datetime) and isinstance(end, datetime):
        times = hours(begin) if hours(begin) == hours(end) else f"{hours(begin)} to {hours(end)}"
        return f"{plain_date(begin_day)}, {times} {zone_name(zone, begin)}"
    return plain_date(begin_day)


def _moment(moment: datetime | date, zone: ZoneInfo) -> datetime | date:
    return moment.astimezone(zone) if isinstance(moment, datetime) else moment
