"""What is printed of one point in time: its clock time, age, date and zone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from generator.reading.dates import PrintedDate


class Style(Enum):
    """How a clock time is written. The later ones could as well be other numbers."""

    ISO = "iso"
    COLON = "colon"
    HALF = "half"
    WORD = "word"
    LETTER = "letter"
    AGE = "age"
    DATE = "date"
    DOT = "dot"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Moment:
    """One printed moment. ``start`` and ``end`` are its place in the text it was found in.

    ``half`` is am, pm or night. ``zone`` is as printed, an
    abbreviation in capitals. ``age`` is in seconds before the page was saved.
    ``days_ago`` is 0 for "today" and 1 for "yesterday".
    """

    start: int
    end: int
    text: str
    style: Style
    hour: int | None = None
    minute: int = 0
    second: int = 0
    half: str | None = None
    zone: str | None = None
    age: int | None = None
    date: PrintedDate | None = None
    weekday: int | None = None
    days_ago: int | None = None

    @property
    def timed(self) -> bool:
        return self.hour is not None or self.age is not None

    @property
    def sound(self) -> bool:
        """False for a time no clock shows, or a day no calendar has."""
        if self.date is not None and not self.date.sound:
            return False
        if self.hour is None:
            return True
        if self.minute > 59 or self.second > 59:
            return False
        return self.hour <= 29 if self.half is None else self.hour <= 23

    @property
    def minutes(self) -> int | None:
        """Minutes since midnight, 24-hour clock where am or pm is known; None without a sound clock time."""
        if self.hour is None or not self.sound:
            return None
        return self.full_hour * 60 + self.minute

    @property
    def full_hour(self) -> int:
        """The hour on a 24-hour clock, as far as am or pm says."""
        hour = self.hour or 0
        if hour > 12 or self.half is None:
            return hour
        if self.half == "night":
            return hour % 12 + (12 if 6 <= hour < 12 else 0)
        return hour % 12 + (12 if self.half == "pm" else 0)
