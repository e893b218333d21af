"""What stands before a number and loosens, sets aside or limits it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from generator.linking.figures.exclusions import YEAR
from generator.linking.figures.numbers import Number
from generator.linking.lexicon import Lexicon
from generator.linking.phrasebook import Hit

_WINDOW = 26
_LEAST_ROUNDED = 100
_WITHIN = 0.95
_MONEY_SIGNS = " $€£¥₽"
_RISEN_UP_TO = re.compile(r"(?:gone|goes|went|going)\s+up\s+to$", re.IGNORECASE)


def hedge_start(sentence: str, start: int, lexicon: Lexicon) -> int:
    """Where the hedge before a number begins (``at least`` five), or ``start`` itself if there is none."""
    window = max(0, start - _WINDOW)
    tail = sentence[window:start].rstrip()
    if not tail.lower().endswith(lexicon.tails["numerals.hedges"]):
        return start
    if _RISEN_UP_TO.search(tail):
        return start
    hedge = next((m for m in lexicon.patterns["numerals.hedges"].finditer(tail) if m.end() == len(tail)), None)
    return window + hedge.start() if hedge else start


def leeway(printed: str, value: float, lexicon: Lexicon) -> tuple[float, float]:
    """From where to where a round figure may be meant: ``more than 18,800`` holds for 18,886, ``nearly 400`` for 391.

    Small and uneven numbers are meant as they stand.
    """
    if value < _LEAST_ROUNDED:
        return value, value
    unit = 10.0 ** min(place for place in range(1, 19) if value % 10 ** (place + 1))
    if value % unit:
        return value, value
    if lexicon.patterns["numerals.over"].match(printed):
        return value, value + unit * _WITHIN
    if lexicon.patterns["numerals.under"].match(printed):
        return value - unit * _WITHIN, value
    return value, value


def is_former(sentence: str, number: Number, hits: Sequence[Hit], lexicon: Lexicon) -> bool:
    """Whether the text sets the value aside: ``not the five``, ``from 5 to 7``, ``earlier reported``.

    ``hits`` are what the lexicon found in the sentence.
    """
    before = sentence[max(0, number.start - 48) : hedge_start(sentence, number.start, lexicon)].rstrip(_MONEY_SIGNS)
    if lexicon.ends("former.before", before):
        return True
    if lexicon.ends("former.from", before):
        return _is_from_to(sentence, number, lexicon)
    return any(hit.name == "former.sentence" for hit in hits)


def _is_from_to(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    """``from 5 to 7`` and ``to 7 from 5``, not ``from 80 km away``."""
    towards = lexicon.patterns["former.to"]
    after = sentence[number.end : number.end + 32]
    before = sentence[max(0, number.start - 40) : number.start]
    return bool(towards.search(after) or towards.search(before))


def is_background(sentence: str, hits: Sequence[Hit], lexicon: Lexicon, day: date | None) -> bool:
    """Whether the sentence speaks of another time: ``in 2020``, ``two years ago``, ``the last comparable``.

    ``hits`` are what the lexicon found in the sentence.
    """
    if any(hit.name == "background.markers" for hit in hits):
        return True
    years = {int(match[0]) for match in YEAR.finditer(sentence)}
    if day is not None:
        return any(year < day.year for year in years)
    return any(lexicon.ends("background.before_year", sentence[: m.start()][-16:]) for m in YEAR.finditer(sentence))


def is_part(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    """Whether it counts only some of another figure: ``including two children``, ``four of them``."""
    start = hedge_start(sentence, number.start, lexicon)
    if lexicon.ends("subset.before", sentence[max(0, start - 24) : start]):
        return True
    return lexicon.patterns["subset.after"].match(sentence[number.end : number.end + 16].lstrip()) is not None


def is_added(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    """Whether it is what comes on top of an earlier figure: ``six more``, ``a further 14``."""
    if lexicon.ends("subset.added_before", sentence[max(0, number.start - 16) : number.start]):
        return True
    return lexicon.patterns["subset.added_after"].match(sentence[number.end : number.end + 16].lstrip()) is not None


def is_less_one(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    """Whether one is singled out of it: ``one of the four``."""
    return lexicon.ends("subset.one_before", sentence[max(0, number.start - 16) : number.start])
