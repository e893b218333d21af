"""Numbers that stand alone: ``fifty-five of them``, ``420 of us on his list``, ``it is twelve``.

A text that tells a happening from within often gives a figure without saying of what: its readers
know. What it is a figure of shows only beside another report that says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.linking.figures.hedges import hedge_start
from generator.linking.figures.measures import aspect_near
from generator.linking.figures.numbers import Number
from generator.linking.figures.people import RoleMatch, people_noun, stands_alone
from generator.linking.figures.quantity import Quantity
from generator.linking.lexicon import Lexicon
from generator.linking.phrasebook import Hit

PEOPLE = "bare.people"
NUMBER = "bare.number"
_HOURS = 24
_ON_END = re.compile(r"\d{4,}")
_SCORE = re.compile(r"\d[-–/:]\d")


def bare(
    sentence: str,
    number: Number,
    numbers: Sequence[Number],
    matches: Sequence[RoleMatch],
    hits: Sequence[Hit],
    lexicon: Lexicon,
) -> Quantity | None:
    """The number as one of people without a word of what became of them, or one of nothing that is named."""
    if number.low <= 1 or not number.low.is_integer() or _is_score(sentence, number) or _is_code(sentence, number):
        return None
    of_people = people_noun(sentence, number.end, lexicon) is not None or (
        lexicon.patterns["people.pronouns"].match(sentence[number.end : number.end + 24].lstrip()) is not None
    )
    if not of_people and _is_out_of(sentence, number, numbers, lexicon):
        return None
    if not of_people and (_is_hour(sentence, number, lexicon) or not stands_alone(sentence, number, matches, lexicon)):
        return None
    start = hedge_start(sentence, number.start, lexicon)
    printed = sentence[start : number.end]
    aspect = None if of_people else aspect_near("count", sentence, number, numbers, hits)
    what = lexicon.measure_names.get(aspect or "", "people")
    return Quantity(PEOPLE if of_people else NUMBER, what, number.low, number.high, printed, aspect=aspect)


def _is_out_of(sentence: str, number: Number, numbers: Sequence[Number], lexicon: Lexicon) -> bool:
    """``19 of 23 drones``: how many of the things that the next number counts."""
    following = next((other for other in numbers if other.start >= number.end), None)
    if following is None:
        return False
    return lexicon.patterns["subset.out_of"].fullmatch(sentence[number.end : following.start].strip()) is not None


def _is_score(sentence: str, number: Number) -> bool:
    """``2-1``, ``3/4``: digits that touch other digits by a mark."""
    return _SCORE.search(sentence[max(0, number.start - 2) : number.end + 2]) is not None


def _is_code(sentence: str, number: Number) -> bool:
    """``1202``: four digits on end with nothing counted are a number of something, or a year."""
    return _ON_END.fullmatch(sentence[number.start : number.end]) is not None


def _is_hour(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    """``by six``, ``at ten``: an hour of the day without a word that says so."""
    if number.high > _HOURS:
        return False
    return lexicon.ends("numerals.before_hour", sentence[max(0, number.start - 16) : number.start])
