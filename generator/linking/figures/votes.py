"""Votes: ``by 61 to 48``, ``153-147``, ``148 for, 152 against``, ``146 deputies voted in favour``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.linking.figures.hedges import hedge_start
from generator.linking.figures.numbers import Number
from generator.linking.figures.quantity import Quantity
from generator.linking.lexicon import Lexicon
from generator.linking.phrasebook import Hit

KIND = "people.voted"
_TALLY = re.compile(
    r"(?<![\d.,/:–-])(\d{1,3})(?:\s?[-–]\s?|\s(?:\w{1,12}\s)?(?:to|zu|à|a)\s)(\d{1,3})(?![\d.,/:%–-]?\d|%)"
)
_SIDE_REACH = 32


def without_tallies(sentence: str, numbers: Iterable[Number]) -> Iterator[Number]:
    """``numbers`` with those that stand for two sides (``146 to 154``) taken apart."""
    for number in numbers:
        tally = _TALLY.fullmatch(sentence, number.start, number.end) if number.low != number.high else None
        if tally is None:
            yield number
            continue
        yield replace(number, high=number.low, end=tally.end(1))
        yield replace(number, low=number.high, start=tally.start(2))


def speaks_of_votes(hits: Sequence[Hit]) -> bool:
    """Whether a sentence tells of a vote at all; ``hits`` are what the lexicon found in it."""
    return any(hit.name == "votes.words" for hit in hits)


def voted(sentence: str, number: Number, lexicon: Lexicon) -> Quantity | None:
    """The number as one of votes, if a tally or a side says so; the sentence is one that speaks of votes."""
    if number.low != number.high or not number.low.is_integer():
        return None
    side = _side(sentence, number, lexicon)
    if side is None and not _in_tally(sentence, number):
        return None
    start = hedge_start(sentence, number.start, lexicon)
    what = lexicon.measure_names.get(side or "", "votes")
    return Quantity(KIND, what, number.low, number.high, sentence[start : number.end], aspect=side)


def _side(sentence: str, number: Number, lexicon: Lexicon) -> str | None:
    after = sentence[number.end : number.end + _SIDE_REACH].lstrip()
    return next((side for side in ("favour", "against") if lexicon.patterns[f"votes.{side}"].match(after)), None)


def _in_tally(sentence: str, number: Number) -> bool:
    reach = (max(0, number.start - 24), min(len(sentence), number.end + 24))
    return any(number.start in (tally.start(1), tally.start(2)) for tally in _TALLY.finditer(sentence, *reach))
