"""Printed ages such as ``3 min ago`` and ``just now``, in many languages."""

from __future__ import annotations

import re
from functools import cache

from generator.reading.locales import age_words
from generator.reading.words import alternatives, phrase, words

_EAST_UNITS = {
    "秒": 1,
    "초": 1,
    "分": 60,
    "分钟": 60,
    "分鐘": 60,
    "분": 60,
    "小时": 3600,
    "小時": 3600,
    "時間": 3600,
    "시간": 3600,
}


@cache
def _ages() -> tuple[re.Pattern[str], ...]:
    said = age_words()
    number = rf"(?:(?P<n>\d{{1,3}})|(?P<one>{alternatives(words('ago', 'one'))}))"
    unit = rf"(?P<u>{alternatives(said.units)})"
    more = rf"(?:\s?(?:,|and|und|et|y|e)?\s?(?P<n2>\d{{1,2}})\s?(?P<u2>{alternatives(said.units)})\.?)?"
    return (
        re.compile(
            rf"(?<!\w)(?:{alternatives(said.before)})\s(?:ca\.?\s|etwa\s|unos\s|circa\s)?{number}\s?{unit}(?!\w)\.?{more}"
        ),
        re.compile(rf"(?<!\w){number}\s?{unit}(?:(?!\w)\.?)?{more}\s(?:{alternatives(said.behind)})(?!\w)"),
        re.compile(r"(?P<n>\d{1,3})\s?(?P<u>秒|分钟|分鐘|分|小时|小時|時間|天|日|초|분|시간|일)\s?(?P<ago>前|전)"),
    )


def age_at(folded: str, at: int) -> tuple[int, int] | None:
    """The age in seconds that is printed from ``at`` on, and where it ends; None if none is.

    ``folded`` is even (see :mod:`glyphs`) and in lower case.
    """
    for pattern in _ages():
        match = pattern.match(folded, at)
        if match:
            parts = match.groupdict()
            seconds = int(parts["n"] or 1) * _unit(parts["u"])
            if parts.get("n2"):
                seconds += int(parts["n2"] or 0) * _unit(parts["u2"])
            return seconds, match.end()
    now = phrase("ago", "now").match(folded, at)
    return (0, now.end()) if now else None


def _unit(word: str) -> int:
    return age_words().units.get(" ".join(word.split()).rstrip(".")) or _EAST_UNITS.get(word, 86400)
