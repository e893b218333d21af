"""Writing the same word in the same way: letter case, accents, apostrophes, alphabets, transliterations.

``fold`` keeps what a reader sees as the same word together. ``skeleton`` is coarser: names that two
newsrooms transliterated differently (Lugansk and Luhansk) share one. It is a key to find
candidates by, not a proof that two names are one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Marks of scripts in which a letter without its mark is still the same letter. The marks of kana
# and of Indic scripts are not among them: there they make another sound.
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]"
)
_PLAIN_LETTERS: Final = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n",
        "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "ʹ": "", "ʺ": "", "`": "", "´": "", "׳": "", "״": "",
        "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\ufeff": "", "\u00ad": "",
    }
)  # fmt: skip
_GAPS: Final = re.compile(r"[\s\-‐‑–—_.·・]+")

_ROMAN: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh", "з": "z",
        "и": "i", "і": "i", "ї": "yi", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ђ": "dj", "ј": "j", "љ": "lj",
        "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz", "қ": "k", "ғ": "g", "ң": "n", "ү": "u",
        "ұ": "u", "һ": "h", "ә": "a", "ө": "o",
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
        "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
        "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
    }
)  # fmt: skip

# Each pair: spellings that transliteration schemes use for one sound, in the order they are applied.
_SOUNDS: Final = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"shch|schtsch|stsch|szcz|sch|tsch|tch|sz|sh", "s"),
        (r"ch(?=[aeiouyr])|cz|kh|gh", "h"),
        (r"tz|ts|zh|c(?=[eiy])", "z"),
        (r"ck|c|q", "k"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"g", "h"),
        (r"(?<=[^\Waeiou])yo(?=\w)", "e"),
        (r"ou|oo", "u"),
        (r"(?<=[aeou])[iyj](?=[aeou])", ""),
        (r"[iyj]+(?=[aeou])", ""),
        (r"[yj]", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def fold(text: str) -> str:
    """``text`` without letter case, accents, apostrophes and invisible marks; gaps and hyphens are one space.

    Folding twice changes nothing more. Kana and Indic vowel signs stay whole.
    """
    if text.isascii():
        return _GAPS.sub(" ", text.lower().replace("'", "").replace("`", "")).strip()
    return _fold_marks(text)


def _fold_marks(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = _MARKS.sub("", plain).casefold().translate(_PLAIN_LETTERS)
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", plain)).strip()


def romanised(folded: str) -> str:
    """A folded word in Latin letters, for Cyrillic and Greek; other scripts stay as they are."""
    return folded if folded.isascii() else folded.translate(_ROMAN)


@lru_cache(maxsize=200_000)
def skeleton(folded: str) -> str:
    """The key that transliterations of one name share: Lugansk and Luhansk, Zelenskyy and Зеленский.

    ``folded`` comes from :func:`fold`; spaces do not count. Short keys say little: judge by length.
    """
    key = romanised(folded).replace(" ", "")
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key
