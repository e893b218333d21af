"""The words of a text as they are compared: folded, cut to their stems, figures made alike.

No language is asked for. A word is cut to its first letters, which serves inflected languages
about as well as a stemmer (McNamee & Mayfield 2004, "Character n-gram tokenization for European
language text retrieval"); scripts written without spaces are cut into pairs of characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

STEM_LETTERS = 6

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,8}|\d(?:[\d.,]{0,30}\d)?|[^\W\d_]{1,80}")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…:;\n]['\"’”»)]{0,3}\s*\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")


class Term(NamedTuple):
    """One word of a text.

    ``capital`` tells whether it is written with a capital where the sentence did not ask for one;
    None where nothing can be learned from it (first word of a sentence, no letters of two cases).
    """

    key: str
    surface: str
    capital: bool | None


def terms(text: str, spellings: Mapping[str, str]) -> tuple[Term, ...]:
    """The words of ``text`` in order; ``spellings`` maps a folded word to the one it stands for."""
    return tuple(_terms(text, spellings))


def _terms(text: str, spellings: Mapping[str, str]) -> Iterator[Term]:
    end = 0
    for match in _TOKEN.finditer(text):
        surface = match[0]
        gap = text[end : match.start()]
        opening = end == 0 or (gap != " " and _opens(gap))
        end = match.end()
        if surface == "s" and gap in ("'", "’"):
            continue
        if not surface.isascii() and _UNSPACED.match(surface):
            yield from (Term(pair, pair, None) for pair in _pairs(surface))
            continue
        key = spellings.get(fold(surface)) if spellings else None
        yield Term(key or _stem_of(surface), surface, None if opening else _capital(surface))


def _opens(gap: str) -> bool:
    return bool(_SENTENCE_END.search(gap)) or gap.endswith(("“", '"', "‘", "«", "„"))


@lru_cache(maxsize=200_000)
def _stem_of(surface: str) -> str:
    return stem(fold(surface))


@lru_cache(maxsize=200_000)
def _capital(surface: str) -> bool | None:
    return surface[0] != surface[0].lower() if surface.lower() != surface.upper() else None


def _pairs(surface: str) -> Iterator[str]:
    if len(surface) == 1:
        yield surface
    for start in range(len(surface) - 1):
        yield surface[start : start + 2]


@lru_cache(maxsize=200_000)
def fold(surface: str) -> str:
    """``surface`` in small letters without accents; the points of an acronym and of thousands fall away."""
    if surface[0].isdigit():
        return surface.replace(",", "") if _THOUSANDS.fullmatch(surface) else surface.replace(",", ".")
    folded = surface.replace(".", "").casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(part for part in parts if not unicodedata.combining(part))


def stem(folded: str) -> str:
    """The first letters of a folded word; figures stay whole."""
    if folded[:1].isdigit() or len(folded) <= STEM_LETTERS:
        return folded[:-1] if len(folded) > 3 and folded.endswith("s") and not folded[:1].isdigit() else folded
    return folded[:STEM_LETTERS]
