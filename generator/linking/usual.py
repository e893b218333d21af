"""How rare a word is in news anywhere: so that a folder of three pages knows that ``said`` says nothing.

What is rare *here* is counted in the archive; in a small one everything is. ``usual.txt`` holds the stems
that news of any subject shares, a line for each rarity: log (entries / entries with the word).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import numpy as np

from generator.language.function_words import languages_of_words
from generator.linking.arrays import Floats
from generator.linking.terms import fold, stem

USUAL = "usual.txt"
RARE, SMALL_WORD = 6.5, 2.0
"""The rarity of words that no list has, and of the function words of any language."""

_FIGURES = (3.0, 4.0, 5.0)
"""The rarity of figures of one, two and three digits."""


def usual_rarity(vocabulary: Sequence[str]) -> Floats:
    """How rare each term of ``vocabulary`` is in news anywhere."""
    known = _known()
    return np.array([known.get(key, RARE) if not key[0].isdigit() else _figure(key) for key in vocabulary])


def _figure(key: str) -> float:
    return _FIGURES[len(key) - 1] if len(key) <= len(_FIGURES) else RARE


@cache
def _known() -> Mapping[str, float]:
    found = {stem(fold(word)): SMALL_WORD for word in languages_of_words()}
    for line in resources.files("generator.linking").joinpath(USUAL).read_text("utf-8").splitlines():
        rarity, *words = line.split()
        found.update(dict.fromkeys(words, float(rarity)))
    return found
