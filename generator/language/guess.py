"""Which language a text is written in, from its letters and its small words."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from generator.language.function_words import languages_of_words
from generator.language.words import words

_ENOUGH: Final = 6_000
_KANA: Final = re.compile("[\u3041-\u30fa]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_LETTERS_OF_ONE: Final = (("he", re.compile("[\u05d0-\u05ea]")), ("el", re.compile("[\u03ac-\u03ce]")))
_SURE: Final = 0.03


def guess_language(text: str) -> str | None:
    """ISO 639-1 code of the language of ``text`` by its first thousand words, or None where it is not clear.

    A word that several languages share counts for each of them in part.
    """
    sample = text[:_ENOUGH]
    by_letters = _guess_by_letters(sample)
    if by_letters:
        return by_letters
    known = languages_of_words()
    points: Counter[str] = Counter()
    found = [word.lower() for word in words(sample)]
    for word in found:
        for language in known.get(word, ()):
            points[language] += 1000 // len(known[word])
    if not points:
        return None
    best, score = min(points.items(), key=lambda item: (-item[1], item[0]))
    return best if score >= _SURE * 1000 * len(found) else None


def _guess_by_letters(sample: str) -> str | None:
    for language, letters in _LETTERS_OF_ONE:
        if len(letters.findall(sample)) * 3 > len(sample):
            return language
    kana, han, hangul = (len(letters.findall(sample)) for letters in (_KANA, _HAN, _HANGUL))
    if max(kana + han, hangul) * 5 < len(sample):
        return None
    if hangul > kana + han:
        return "ko"
    return "ja" if kana * 12 >= han else "zh"
