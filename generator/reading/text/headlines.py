"""How much a line looks like a headline: its length, its end, its capitals."""

from __future__ import annotations

import re

_CLOSING = "\"'”’»“)]›"
_STOPS = ".。।؟…!?！？"
_FULL_STOPS = ".。।"
_INNER_STOP = re.compile(r"[.!?。！？]['\"”»)]?(?:\s+[^\Wa-zß-ÿа-яії\d_]|(?<=。)\S)")
_ROW = re.compile(r"\([^()]{1,40}\), [^()]{1,40}\([^()]{1,40}\)")  # names and their teams: a row of starters
_DATED = re.compile(r"\d{1,2}\.?\s?[^\W\d_]{3,12}\.?,?\s(?:19|20)\d\d\b")
_ADDRESS = re.compile(r"https?://|www\.|pic\.twitter|@\w")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def width(text: str) -> int:
    """Length of ``text`` where a character of East Asian scripts counts twice."""
    return len(text) + len(_WIDE.findall(text[:400]))


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence does, closing quotes aside."""
    bare = text.rstrip(" \t\u00a0" + _CLOSING)
    return bool(bare) and bare[-1] in _STOPS and not (bare.endswith(("...", "…")) and len(bare) < 60)


def stops_within(text: str) -> bool:
    """Whether a sentence ends, and another begins, within the first words of ``text``."""
    return bool(_INNER_STOP.search(text[:240]))


def headline_score(text: str) -> float:
    """0 (a sentence, a fragment) to 1 (surely set as a headline)."""
    size = width(text)
    words = _WORD.findall(text[:240])
    if size < 4 or not words or size > 260:
        return 0.0
    count = len(words) if size == len(text) else size // 4  # scripts without spaces
    score = 0.62 + _by_end(text) + _by_size(size, count) + _by_capitals(text, words)
    if stops_within(text):
        score -= 0.3
    if _ROW.search(text):
        score -= 0.4
    if _DATED.match(text):
        score -= 0.4
    if text[0] in "“«„‘" and not re.search("[”»“’]", text[1:]):
        score -= 0.4
    if _ADDRESS.search(text):
        score -= 0.4
    if re.search(r"\w: ?\S", text[:-8]):
        score += 0.05
    return max(0.0, min(1.0, score))


def _by_end(text: str) -> float:
    bare = text.rstrip(" \u00a0" + _CLOSING)
    last = bare[-1:] or " "
    if bare.endswith(("...", "…")):
        return -0.2
    if last in _FULL_STOPS:
        return -0.5
    if last in "?!？！؟":
        return -0.12
    if last in ":;,-–—":
        return -0.4
    return 0.0


def _by_size(size: int, words: int) -> float:
    if size > 170:
        return -0.45
    if size > 130:
        return -0.2
    if size < 10 or words < 2:
        return -0.3
    return 0.0


def _by_capitals(text: str, words: list[str]) -> float:
    first = next((c for c in text if c.isalpha()), "")
    if first.islower() and text.lstrip("\"'“‘«„(")[:1].isalpha():
        return -0.35
    long = [word for word in words if len(word) > 3]
    capital = sum(word[0].isupper() for word in long)
    return 0.2 if len(long) >= 3 and capital >= 0.7 * len(long) else 0.0
