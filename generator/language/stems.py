"""Word stems of the Snowball project's algorithms (https://snowballstem.org)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final, cast

import snowballstemmer

ALGORITHMS: Final = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip
"""ISO 639-1 code → Snowball algorithm."""


@lru_cache(maxsize=400_000)
def stem(word: str, language: str | None) -> str:
    """Stem of a lower-case ``word``; the word itself where ``language`` (ISO 639-1) has no algorithm."""
    algorithm = ALGORITHMS.get((language or "")[:2])
    return _stemmer(algorithm)(word) if algorithm else word


@cache
def _stemmer(algorithm: str) -> Callable[[str], str]:
    return cast(Callable[[str], str], snowballstemmer.stemmer(algorithm).stemWord)
