"""Guessing the dictionary form of names that a language bends: Киеве → Киев, Berlins → Berlin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.language.stems import ALGORITHMS, stem

BENDING: Final = frozenset(
    {"ru", "uk", "be", "bg", "sr", "pl", "cs", "sk", "fi", "hu", "et", "lt", "lv", "tr", "el", "de"}
)
"""Languages in which names take endings."""

_CYRILLIC: Final = re.compile("[а-яёіїєґ]")
# Adjectives of regions first (белгородской → белгород), then endings of nouns, longest first.
_ENDINGS: Final = (
    "ского ской ском ская ское скии скую ским ських ського ської ській ська ську"
    " ами ями ого ому ои ых их ою ею ом ем ем ам ям ах ях а я у ю е и і ы ь о"
).split()
_RESTORED: Final = ("", "а", "я", "ь", "о", "е", "и", "ы", "ия", "ск", "к")
_GENITIVE: Final = frozenset({"de", "sv", "da", "no", "nl"})
_SHORTEST: Final = 3


def dictionary_forms(word: str, language: str | None) -> Iterator[str]:
    """Forms that a word in small letters may be bent from, likeliest first; itself is not among them.

    The forms are not folded: restored vowels are written as the language writes them.
    """
    if _CYRILLIC.search(word):
        yield from _cyrillic_forms(word)
    elif language in _GENITIVE and word.endswith("s") and len(word) > _SHORTEST + 1:
        yield word[:-1]


def _cyrillic_forms(phrase: str) -> Iterator[str]:
    head, _, word = phrase.rpartition(" ")
    seen = {phrase}
    for ending in _ENDINGS:
        base = word[: -len(ending)]
        if not word.endswith(ending) or len(base) < _SHORTEST:
            continue
        for restored in (*(base + end for end in _RESTORED), _closed(base)):
            form = f"{head} {restored}".strip()
            if form not in seen:
                seen.add(form)
                yield form


def _closed(base: str) -> str:
    """Ukrainian о, е and є become і and ї in a closed last syllable: Києва → Київ, Львова → Львів."""
    return re.sub(r"[оеє](?=[^аеиіоуюя]$)", lambda vowel: "ї" if vowel[0] == "є" else "і", base)


def bent_stem(folded: str, language: str | None) -> str | None:
    """The stem that all forms of a name share, or None in languages that do not bend names."""
    if language not in BENDING or language == "de":
        return None
    if language in {"uk", "be"}:
        language = "ru"
    if language not in ALGORITHMS:
        return None
    return " ".join(stem(word, language) for word in folded.split())
