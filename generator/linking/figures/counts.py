"""Counts of things: houses, flights, boats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.linking.figures.hedges import hedge_start
from generator.linking.figures.measures import aspect_near
from generator.linking.figures.numbers import Number
from generator.linking.figures.quantity import Quantity
from generator.linking.lexicon import Lexicon
from generator.linking.phrasebook import Hit
from generator.linking.terms import fold, stem

_WORD = re.compile(r"[^\W\d_]+")
_WORDS_AFTER = 3
_REACH = 48
_STOP = re.compile(r"[.,;:()–—!?]")


def counted(
    sentence: str, number: Number, numbers: Sequence[Number], hits: Sequence[Hit], lexicon: Lexicon
) -> Quantity | None:
    """The number as a count of the things named after it, if some are named in the plural."""
    if number.low <= 1 or not number.low.is_integer():
        return None
    noun = plural_after(sentence, number.end, lexicon)
    if noun is None or lexicon.is_word("people.words", noun):
        return None
    start = hedge_start(sentence, number.start, lexicon)
    key = lexicon.count_groups.get(noun.lower()) or stem(fold(noun))
    return Quantity(
        f"count.{key}",
        noun.lower(),
        number.low,
        number.high,
        sentence[start : number.end],
        noun=key,
        aspect=aspect_near("count", sentence, number, numbers, hits),
    )


def plural_after(sentence: str, at: int, lexicon: Lexicon) -> str | None:
    """The first plural noun within three words after ``at``, in the same clause."""
    for word in islice(_WORD.finditer(sentence, at, min(len(sentence), at + _REACH)), _WORDS_AFTER):
        key = word[0].lower()
        if _STOP.search(sentence[at : word.start()]) or key in lexicon.function_words:
            return None
        if lexicon.capital_nouns and not word[0][0].isupper():
            continue
        if len(key) > 3 and lexicon.is_word("numerals.plurals", key):
            return None if lexicon.is_word("numerals.no_counts", key) else word[0]
    return None
