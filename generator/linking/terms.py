"""The words of a text as they are compared: folded, cut to their stems, figures made alike.

No language is asked for. A word is cut to its first letters, which serves inflected languages
about as well as a stemmer (McNamee & Mayfield 2004, "Character n-gram tokenization for European
language text retrieval"); scripts written without spaces are cut into pairs of characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

STEM_LETTERS = 6

_TOKEN = re.compile(r"([^\W\d_](?:\.(?:[^\W\d_]\.){1,7}|[^\W\d_]{0,79})|\d(?:[\d.,]{0,30}\d)?)")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…:;\n]['\"’”»)]{0,3}\s*\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")


def cut(text: str) -> tuple[list[str], list[bool]]:
    """The words of ``text`` as written, in order, and whether each stands where a sentence may begin.

    Scripts written without spaces are cut into overlapping pairs of characters.
    """
    pieces = _TOKEN.split(text)
    words, gaps = pieces[1::2], pieces[:-1:2]
    opens = [gap != " " and _opens(gap) for gap in gaps]
    opens[:1] = [True] * len(opens[:1])
    if "s" in words or not (text.isascii() or _UNSPACED.search(text) is None):
        return _mended(words, gaps, opens)
    return words, opens


def _mended(words: Sequence[str], gaps: Sequence[str], opens: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """Without the ``s`` of a genitive; unspaced scripts in pairs."""
    kept: list[tuple[str, bool]] = []
    for word, gap, opening in zip(words, gaps, opens, strict=True):
        if not word.isascii() and _UNSPACED.match(word):
            kept += [(pair, True) for pair in _pairs(word)]
        elif word != "s" or gap not in ("'", "’"):
            kept.append((word, opening))
    return [word for word, _ in kept], [opening for _, opening in kept]


def key_of(surface: str, spellings: Mapping[str, str]) -> str:
    """The term that a word stands for; ``spellings`` maps a folded word to the one it stands for."""
    if _UNSPACED.match(surface):
        return surface
    folded = fold(surface)
    return spellings.get(folded) or stem(folded)


def capital_of(surface: str) -> bool | None:
    """Whether it is written with a capital; None where it has no letters of two cases."""
    if surface.lower() == surface.upper() or _UNSPACED.match(surface):
        return None
    return surface[0] != surface[0].lower()


@lru_cache(maxsize=4096)
def _opens(gap: str) -> bool:
    return bool(_SENTENCE_END.search(gap)) or gap.endswith(("“", '"', "‘", "«", "„"))


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
