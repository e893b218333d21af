"""Cutting text into the words that are looked up.

``themes/digest/static/search/words.js`` does the same in the browser, rule by rule and in the same
order; ``tests/search/fixtures.json`` holds both to it. Lengths are counted in code points.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from typing import Final

LONGEST: Final = 40
"""Words are cut off here, so that no document can make a key of a megabyte."""

# Scripts that put no spaces between words, and Hangul, whose particles hang on the word.
UNSPACED: Final = (
    "\u0e00-\u0e4f\u0e80-\u0ecf\u0edc-\u0edf\u1000-\u109f\u1780-\u17d3"
    "\u3005-\u3007\u3040-\u309f\u30a0-\u30ff\u31f0-\u31ff\u1100-\u11ff\uac00-\ud7a3"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_JOINERS: Final = "'’ʼ＇´`.,\\-‐‑"
_NOT_SEEN: Final = re.compile("[\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_APOSTROPHES: Final = re.compile("['’ʼ＇´`]")
_HYPHENS: Final = re.compile("[-‐‑]")
_NUMBER: Final = re.compile(r"[0-9]+(?:[.,'][0-9]+)+")
_THOUSANDS: Final = re.compile(r"[.,'](?=[0-9]{3}(?![0-9]))")
_ACRONYM: Final = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\Z")
_ELISION: Final = re.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dell|nell|sull|dall|coll|quell|gl)'(?=..)"
)
_RUNS: Final = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_MARKS: Final = re.compile("[\u0300-\u036f]")
_SEMITIC_MARKS: Final = re.compile("[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_DIGIT_ZEROS: Final = "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0be6\u0c66\u0ce6\u0d66\u0e50\u0ed0\u1040\u17e0"
_DIGITS: Final = str.maketrans({chr(ord(zero) + value): str(value) for zero in _DIGIT_ZEROS for value in range(10)})
_PLAIN: Final = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h",
        "ŋ": "n", "ς": "σ", "ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك",
    }
)  # fmt: skip


@cache
def _chunk() -> re.Pattern[str]:
    """A run of letters, digits and their marks, with joiners only between them."""
    letters = _class_of("LNM")
    return re.compile(f"[{letters}]+(?:[{_JOINERS}][{letters}]+)*")


def _class_of(categories: str) -> str:
    """The inside of a regular expression's class for all characters of these general categories."""
    ranges: list[list[int]] = []
    for code in range(sys.maxunicode + 1):
        if unicodedata.category(chr(code))[0] in categories:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(chr(low) if low == high else f"{chr(low)}-{chr(high)}" for low, high in ranges)


def visible(text: str) -> str:
    """``text`` in compatibility form, without characters that nobody sees."""
    return _NOT_SEEN.sub("", unicodedata.normalize("NFKC", text))


def chunks(text: str) -> list[str]:
    """The runs of ``text`` that hold words, in order, as they are written."""
    return _chunk().findall(visible(text))


def words(chunk: str) -> list[str]:
    """The words of one chunk, in order and lower case, accents kept; one a position.

    Runs of a script without spaces give their overlapping pairs of letters.
    """
    lower = unicodedata.normalize("NFKC", chunk.lower()).translate(_DIGITS)
    found: list[str] = []
    for segment in _HYPHENS.split(_APOSTROPHES.sub("'", lower)):
        for piece in _pieces(segment):
            found += _runs(piece)
    return found


def joined(chunk: str) -> str | None:
    """A hyphenated chunk as one word, where people also write it so: cease-fire, ceasefire."""
    segments = _HYPHENS.split(_APOSTROPHES.sub("", chunk.lower()))
    whole = "".join(segments)
    if not 2 <= len(segments) <= 3 or whole.isdecimal() or "." in whole or "," in whole or _UNSPACED.search(whole):
        return None
    return unicodedata.normalize("NFKC", whole)[:LONGEST]


def fold(word: str) -> str:
    """``word``, lower case, with what people leave out or write in two ways made one."""
    if word.isascii():
        return word
    if _CYRILLIC.search(word):
        plain = _MARKS.sub("", word)
    else:
        plain = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", word)))
    return _SEMITIC_MARKS.sub("", plain).translate(_PLAIN)


def is_pair(word: str) -> bool:
    """Whether ``word`` is written in a script that is cut into pairs of letters."""
    return _UNSPACED.match(word) is not None


def _pieces(segment: str) -> list[str]:
    """A segment between hyphens, cut at full stops and commas unless they belong to the word."""
    if _NUMBER.fullmatch(segment):
        return [_THOUSANDS.sub("", segment).replace(",", ".").replace("'", "")]
    if _ACRONYM.match(segment):
        return [segment.replace(".", "")]
    return [_without_apostrophe(piece) for piece in re.split("[.,]", segment) if piece]


def _without_apostrophe(piece: str) -> str:
    piece = _ELISION.sub("", piece, count=1) if _ELISION.match(piece) else piece
    return piece.removesuffix("'s").replace("'", "") or piece


def _runs(piece: str) -> list[str]:
    if not _UNSPACED.search(piece):
        return [piece[:LONGEST]]
    found: list[str] = []
    for run in _RUNS.findall(piece):
        if is_pair(run) and len(run) > 1:
            found += [run[at : at + 2] for at in range(len(run) - 1)]
        else:
            found.append(run[:LONGEST])
    return found
