"""Where an account says that it happened, as far as its prepositions tell."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from generator.linking.lexicon import Lexicon

_NAME = re.compile(r"[A-ZÀ-ÞА-Я](?<![\w.].)[\w’'-]{2,30}(?:[ -][A-ZÀ-ÞА-Я][\w’'-]{1,30}){0,2}")
_WORDS_BETWEEN = 3
_LOOK_BACK = 40
_ALIKE = 0.78
_MOST = 12


def places_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Names in small letters that stand after ``in``, ``near``, ``off``…; weekdays and months are none."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        if _is_located(before, lexicon) and not _is_time(match[0], lexicon):
            found.append(match[0].lower())
            if len(found) >= _MOST:
                break
    return frozenset(found)


def _is_located(before: str, lexicon: Lexicon) -> bool:
    """``in``, ``near the city of``: a preposition, then at most three small words."""
    for word in reversed(before.split()[-_WORDS_BETWEEN - 1 :]):
        if word.lower() in lexicon.place_prepositions:
            return True
        if not word.isalpha() or not word.islower():
            return False
    return False


def share_a_place(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether a place of ``a`` is one of ``b``, perhaps in another spelling (Kiev, Kyiv)."""
    return any(_is_same(one, two) for one in a for two in b)


@lru_cache(maxsize=65_536)
def _is_same(one: str, two: str) -> bool:
    if one in two or two in one:
        return True
    return one[0] == two[0] and SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE


def _is_time(name: str, lexicon: Lexicon) -> bool:
    first = name.split()[0].lower()
    return first in lexicon.weekdays or lexicon.patterns["numerals.months"].fullmatch(first) is not None
