"""Printed dates → parts of a date: names of months in many languages, numbers in every order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.reading.locales import months, named, weekdays

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|[ºª°.]|-?го|-е|:[ae])?"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?=\D|$|\d{1,2}:\d{2})"  # scrapers glue the clock to the year
_WORD = r"(?P<month>[^\W\d_][^\s\d,.;:()|/'\[\]-]{1,14})\.?"
_DAY_FIRST = re.compile(
    rf"(?<![\d.:/-]){_DAY}[\s-]{{0,2}}(?:de\s|di\s|of\s|d')?{_WORD}(?:[,.]?[\s-](?:de\s|del\s|do\s)?{_YEAR})?"
)
_MONTH_FIRST = re.compile(rf"{_WORD}\s{_DAY}(?!\d|:\d|\.\d|\s?[hH]\d)(?:,?\s{_YEAR}(?!:))?")
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}\.?\s(?:m\.\s)?{_WORD}\s(?P<day>\d{{1,2}})(?!\d|:)\.?")
_EAST = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2})\s?[年년]\s?)?(?:(?P<month>\d{1,2})\s?[月월]\s?)?(?P<day>\d{1,2})\s?[日일](?!間|目|本|前|전|간)"
)
_BIG_ENDIAN = re.compile(
    r"(?<![\d.:/-])(?P<year>(?:19|20)\d{2})([-/.])\s?(?P<month>\d{1,2})\2\s?(?P<day>\d{1,2})(?![\d:])\.?"
)
_NUMBERS = re.compile(
    r"(?<![\d.:/-])(?P<a>\d{1,2})([-/.])\s?(?P<b>\d{1,2})\2\s?(?P<year>(?:19|20)\d{2}|\d{2})(?![\d:])"
)
_SHORT = re.compile(r"(?<![\d.:/,-])(?P<a>\d{1,2})(?:/(?P<b>\d{1,2})(?![\d/.%])|\.(?P<c>\d{1,2})\.(?!\d))")

_MONTH_BEFORE_DAY = frozenset({"en-us", "en-ph"})


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as far as it is printed, and where it stands in its line.

    ``swapped`` tells that day and month could be either (``6/5/2022``); ``month_first`` which order was
    beyond doubt, if that is known.
    ``sound`` is False for a day that no calendar has, such as 31 June.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    swapped: bool = False
    month_first: bool | None = None
    short: bool = False

    @property
    def sound(self) -> bool:
        if self.day is None:
            return True
        try:
            date(self.year or 2020, self.month or 1, self.day)
        except ValueError:
            return False
        return True

    def whole(self) -> date | None:
        """The calendar day, if all of it is printed and such a day exists."""
        if self.year and self.month and self.day and self.sound:
            return date(self.year, self.month, self.day)
        return None

    def turned(self) -> PrintedDate:
        """The other reading of day and month."""
        return PrintedDate(
            self.start, self.end, self.year, self.day, self.month, self.weekday, True, self.month_first, self.short
        )


def date_at(text: str, at: int, language: str | None) -> PrintedDate | None:
    """The date that is printed in ``text`` (even, see :mod:`glyphs`) from ``at`` on; None if there is none."""
    if text[at].isdigit():
        return _number_date(text, at, language)
    match = _MONTH_FIRST.match(text, at)
    found = match and _named_date(match, language)
    if found:
        return found
    return _weekday(text, at, language)


def _number_date(text: str, at: int, language: str | None) -> PrintedDate | None:
    for pattern in (_BIG_ENDIAN, _EAST):
        match = pattern.match(text, at)
        if match:
            return _numbered(match)
    match = _NUMBERS.match(text, at)
    if match:
        return _either_order(match, language)
    for pattern in (_YEAR_FIRST, _DAY_FIRST):
        match = pattern.match(text, at)
        found = match and _named_date(match, language)
        if found:
            return found
    match = _SHORT.match(text, at)
    return _short(match) if match else None


def _numbered(match: re.Match[str]) -> PrintedDate | None:
    year, month, day = (match.group(name) for name in ("year", "month", "day"))
    if int(day) > 31 or (month and not 1 <= int(month) <= 12):
        return None
    return PrintedDate(match.start(), match.end(), int(year) if year else None, int(month) if month else None, int(day))


def _either_order(match: re.Match[str], language: str | None) -> PrintedDate | None:
    a, b, year = int(match.group("a")), int(match.group("b")), int(match.group("year"))
    if not (1 <= a <= 31 and 1 <= b <= 31) or min(a, b) > 12:
        return None
    year += 2000 if year < 100 else 0
    month_first = b > 12 or (a <= 12 and match.group(2) == "/" and (language or "") in _MONTH_BEFORE_DAY)
    month, day = (a, b) if month_first else (b, a)
    doubt = a <= 12 and b <= 12 and a != b
    sure = None if doubt or a == b else month_first
    return PrintedDate(match.start(), match.end(), year, month, day, swapped=doubt, month_first=sure)


def _short(match: re.Match[str]) -> PrintedDate | None:
    a, b = int(match.group("a")), int(match.group("b") or match.group("c"))
    if b > 12 and a <= 12:
        a, b = b, a
    if not (1 <= a <= 31 and 1 <= b <= 12):
        return None
    return PrintedDate(match.start(), match.end(), None, b, a, swapped=a <= 12 and a != b, short=True)


def _named_date(match: re.Match[str], language: str | None) -> PrintedDate | None:
    month = _month(match.group("month"), language)
    day = int(match.group("day"))
    if month is None or not 1 <= day <= 31:
        return None
    year = match.groupdict().get("year")
    return PrintedDate(match.start(), match.end(), int(year) if year else None, month, day)


def _month(word: str, language: str | None) -> int | None:
    found = named(months(), word, language)
    if found is None and word[0] in "בו" and len(word) > 3:
        found = named(months(), word[1:], language)
    return found


_LETTERS = re.compile(r"[^\W\d_][^\s\d,.;:()|/\[\]]{1,14}")

_SHORT_WEEKDAY = re.compile(r"\.|,|\s?\d|\s?$")  # "We" and "So" are words, too


def _weekday(text: str, at: int, language: str | None) -> PrintedDate | None:
    match = _LETTERS.match(text, at)
    if not match:
        return None
    value = named(weekdays(), match.group(0), language)
    if value is None or (len(match.group(0)) < 4 and not match.group(0)[0].isupper()):
        return None
    if len(match.group(0)) == 2 and match.group(0).isascii() and not _SHORT_WEEKDAY.match(text, match.end()):
        return None
    end = match.end() + (text[match.end() : match.end() + 1] in {".", ","})
    return PrintedDate(match.start(), end, weekday=value)


_WHOLE_COMPACT = re.compile(r"\s*(?:date\s*:?\s*)?((?:19|20)\d{2})(\d{2})(\d{2})\s*")


def compact_date(text: str) -> date | None:
    """The day a line gives that is nothing but ``20220625``."""
    match = _WHOLE_COMPACT.fullmatch(text)
    if not match:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
