"""Cutting text into words, in scripts with and without spaces between them."""

from __future__ import annotations

import re
from typing import Final

HAN: Final = "々〆\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KATAKANA: Final = "\u30a1-\u30faー\u31f0-\u31ff"
HIRAGANA: Final = "\u3041-\u309f"

# Scripts without spaces are cut where the kind of letter changes, which in Japanese is where most
# words end. An apostrophe, dot or hyphen between letters belongs to the word: don't, U.S, F-16.
_WORD: Final = re.compile(
    rf"[{KATAKANA}]+(?:[・＝=][{KATAKANA}]+)*|[{HAN}]+|[{HIRAGANA}]+"
    rf"|(?:(?![{HAN}{KATAKANA}{HIRAGANA}])[^\W_])+"
    rf"(?:['’ʼ״׳\".\-‐‑](?=[^\W_])(?:(?![{HAN}{KATAKANA}{HIRAGANA}])[^\W_])+)*"
)
_UNSPACED: Final = re.compile(rf"[{HAN}{KATAKANA}{HIRAGANA}]")
_UNCASED: Final = re.compile(r"[\u0590-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff]")


def words(text: str) -> list[str]:
    """The words of ``text`` as printed, in order; punctuation and white space fall away."""
    return _WORD.findall(text)


def is_unspaced(text: str) -> bool:
    """Whether ``text`` has letters of a script that puts no spaces between words (Chinese, Japanese)."""
    return _UNSPACED.search(text) is not None


def is_uncased(text: str) -> bool:
    """Whether ``text`` has letters of a spaced script without capitals (Hebrew, Arabic, Indic, Georgian…)."""
    return _UNCASED.search(text) is not None
