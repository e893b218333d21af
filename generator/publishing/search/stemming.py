"""Word stems, from the very code of the Snowball library that the browser is given too.

A word is looked up under its stem, and under the stems of what it is without accents and without the
Arabic article: readers leave these out, and stemmers cut ``évacuée`` and ``evacuee`` differently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Final, cast

from generator.language.stems import ALGORITHMS
from generator.publishing.search.words import fold, is_pair

_ARTICLE: Final = re.compile("^(?:[وفبك]?ال|لل)(?=...)")


def algorithm_of(language: str | None) -> str | None:
    """The Snowball algorithm for a language tag such as ``pt-BR``, or None."""
    return ALGORITHMS.get((language or "").lower().replace("_", "-").split("-")[0])


def module_of(algorithm: str) -> ModuleType:
    """The library's pure Python module of one algorithm (never a compiled one, which may differ)."""
    return import_module(f"snowballstemmer.{algorithm}_stemmer")


@cache
def stemmer(algorithm: str) -> Callable[[str], str]:
    """The stemming function of one algorithm."""
    name = "".join(part.title() for part in algorithm.split("_")) + "Stemmer"
    return cast(Callable[[str], str], getattr(module_of(algorithm), name)().stemWord)


def terms(word: str, algorithms: Iterable[str]) -> tuple[str, ...]:
    """What ``word`` (lower case) is looked up under: one or more terms, the best first, none twice."""
    folded = fold(word)
    if is_pair(word) or not _has_stem(word):
        return (folded,)
    written = dict.fromkeys((word, folded, _ARTICLE.sub("", folded)))
    found = {fold(stemmer(algorithm)(form)) or folded: None for algorithm in algorithms for form in written}
    return tuple(found) or (folded,)


def _has_stem(word: str) -> bool:
    """Digits have none, and beyond the basic plane the two languages count letters differently."""
    return not any(letter in "0123456789" or letter > "\uffff" for letter in word)
