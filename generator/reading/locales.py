"""Names of months, weekdays and day periods, and ways to say "ago", in many languages.

All of it is Unicode locale data (CLDR) as Babel ships it; nothing is typed by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from babel import Locale
from babel.dates import format_timedelta

from generator.reading.words import fold, seconds_of_unit, words

LANGUAGES = (
    "en de fr es it pt nl sv nb pl ru uk tr he ar hi ja"
    " da fi cs sk hu ro bg hr sr sl el ca et lv lt is ko zh vi id ms th fa ur bn ta te mr"
).split()

_PERIODS = {
    "am": "am",
    "noon": "pm",
    "pm": "pm",
    "morning": "am",
    "afternoon": "pm",
    "evening": "pm",
    "night": "night",
}
_UNITS = {"minute": 60, "hour": 3600, "day": 86400}


@cache
def months() -> Mapping[str, Mapping[str, int]]:
    """Folded name → language → number of the month (1–12)."""
    return _names("months")


@cache
def weekdays() -> Mapping[str, Mapping[str, int]]:
    """Folded name → language → weekday (Monday is 0)."""
    return _names("days")


def named(table: Mapping[str, Mapping[str, int]], word: str, language: str | None) -> int | None:
    """What ``word`` names in ``language`` or English, or (if it is no short word) in any other they agree on."""
    meanings = table.get(fold(word))
    if not meanings:
        return None
    for own in (language, "en"):
        if own is not None and own in meanings:
            return meanings[own]
    values = set(meanings.values())
    return values.pop() if len(values) == 1 and (len(word) > 3 or (language is None and not word.isascii())) else None


@cache
def day_periods() -> Mapping[str, str]:
    """Folded word → ``am``, ``pm`` or ``night``. Short Latin forms are left out: they are words elsewhere."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for forms in Locale.parse(language).day_periods.values():
            for widths in forms.values():
                for key, name in widths.items():
                    half, word = _PERIODS.get(key.rstrip("12")), fold(name)
                    if half and len(word) > (3 if word.isascii() else 1) and not word[0].isdigit():
                        found.setdefault(word, half)
    for half in ("am", "pm", "night"):
        found |= dict.fromkeys(words("period", half), half)
    return found


@dataclass(frozen=True, slots=True)
class AgeWords:
    """How ages are said: words for "ago" before or behind them, and units in seconds."""

    before: frozenset[str]
    behind: frozenset[str]
    units: Mapping[str, int]


@cache
def age_words() -> AgeWords:
    """Ways to say "5 minutes ago": CLDR's, and the shorter ones of liveblogs."""
    before, behind = set(words("ago", "before")), set(words("ago", "behind"))
    units = dict(seconds_of_unit())
    for language in LANGUAGES:
        for unit, seconds in _UNITS.items():
            for front, back in _age_frames(language, unit, seconds):
                *unit_words, last = back.split() or [""]
                if front:
                    before.add(front)
                    units.setdefault(back, seconds)
                elif unit_words:
                    behind.add(last)
                    units.setdefault(fold(" ".join(unit_words)), seconds)
    return AgeWords(frozenset(before), frozenset(behind), units)


def _age_frames(language: str, unit: str, seconds: int) -> Iterator[tuple[str, str]]:
    for number in (1, 2, 3, 5, 11):
        for width in ("long", "short", "narrow"):
            try:
                text = format_timedelta(
                    timedelta(seconds=-number * seconds),
                    granularity=unit,  # type: ignore[arg-type]
                    threshold=1000,
                    add_direction=True,
                    format=width,
                    locale=language,
                )
            except KeyError:  # the language has no such form
                continue
            parts = re.split(r"\d+", text)
            if len(parts) == 2 and len("".join(parts).strip()) > 3 and "-" not in fold(parts[0]):
                yield fold(parts[0]), fold(parts[1])


def _names(kind: str) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for language in LANGUAGES:
        for forms in getattr(Locale.parse(language), kind).values():
            for width, names in forms.items():
                if width == "narrow":
                    continue
                for number, name in names.items():
                    word = fold(name)
                    if len(word) > 1 and not word[0].isdigit():
                        found.setdefault(word, {}).setdefault(language, number)
    return found
