"""Numbers that are no quantities: times of day, dates, years, names that hold digits."""

from __future__ import annotations

import re

from generator.linking.figures.numbers import Number
from generator.linking.lexicon import Lexicon

YEAR = re.compile(r"[12](?<![\d.,$€£].)(?:(?<=1)[5-9]|(?<=2)0)\d\d(?![\d,.]\d|\d)")
"""Begins with the digits themselves: a search passes over all else at once."""

_LATEST_CLOCK = 2400
_COLON_AFTER, _COLON_BEFORE = re.compile(r":\d\d(?!\d)"), re.compile(r"\d:$")
_ORDINAL, _DATE_AFTER = re.compile(r"(?:st|nd|rd|th)\b"), re.compile(r"[-./]\d{1,2}[-./]\d{2,4}")
_DATE_BEFORE, _MONEY = re.compile(r"\d[-./]$"), re.compile(r"[$€£]")
_NAME_BEFORE, _NAME_AFTER = re.compile(r"[^\W\d_]-?$"), re.compile(r"-?[A-Z]{1,2}\b")
_MINUTES = re.compile(r"[:.]\d\d(?!\d)\s{0,2}(?:[ap]\.?m\b)?", re.IGNORECASE)
_HALF_DAY = re.compile(r"\s{0,2}[ap]\.?m\b", re.IGNORECASE)


def is_no_quantity(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    """Whether the number is a time of day, a date or part of a name."""
    return (
        _is_clock(sentence, number, lexicon)
        or _is_date(sentence, number, lexicon)
        or _is_name(sentence, number, lexicon)
    )


def _is_clock(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    before, after = sentence[max(0, number.start - 24) : number.start], sentence[number.end : number.end + 24]
    if _COLON_AFTER.match(after) or _COLON_BEFORE.search(before):
        return True
    if _HALF_DAY.match(after):
        return True
    if number.low < _LATEST_CLOCK and lexicon.patterns["numerals.clock"].match(after.lstrip(" ")):
        return True
    return lexicon.ends("numerals.before_clock", before) or bool(
        lexicon.patterns["numerals.after_clock"].match(after.lstrip(" "))
    )


def _is_date(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    before, after = sentence[max(0, number.start - 14) : number.start], sentence[number.end : number.end + 24]
    if _ORDINAL.match(after) or _DATE_AFTER.match(after):
        return True
    if _DATE_BEFORE.search(before) and not _MONEY.search(before):
        return True
    months = lexicon.patterns["numerals.months"]
    beside_month = months.match(after.lstrip(" ,.")) or lexicon.ends("numerals.months", before.rstrip(" ,."))
    if number.low <= 31 and beside_month and not number.from_words:
        return True
    is_year = YEAR.fullmatch(sentence, number.start, number.end) is not None
    return is_year and lexicon.patterns["people.words"].match(after.lstrip()) is None


def _is_name(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    """``MQ-1C``, ``F-16``, ``Route 5``: digits that belong to a name."""
    before, after = sentence[max(0, number.start - 24) : number.start], sentence[number.end : number.end + 24]
    if number.from_words:
        return False
    if _NAME_BEFORE.search(before):
        return True
    if _NAME_AFTER.match(after):
        return True
    return before.endswith(" ") and lexicon.ends("numerals.labels", before.rstrip())
