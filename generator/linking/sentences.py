"""Running text cut into sentences; hostile text costs no more than its length."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(
    r"[.!?…;•\n–—](?:"
    r"(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+['\"’”»)\]]{0,3}(?=\s+['\"‘“«„(\[]{0,2}[\w$€£])|(?<=\n)\n*|(?<=[;•])|(?<=\w\s[–—])\s(?=[A-Z][a-z]+$))"
)
"""Begins with the marks themselves: a search passes over all other letters at once."""

_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|st|gov|gen|col|capt|lt|sgt|sen|rep|prof|no|vs|approx|jan|feb|mar|apr|jun|jul|aug|sept|sep"
    r"|oct|nov|dec|mt|ft|rev|hon|pres|insp|[a-z]|[ap]\.m|u\.s|u\.k|u\.n|e\.g|i\.e|nr|bzw|ca|z\.b|mio|mrd)\.$",
    re.IGNORECASE,
)
_LOOK_BACK = 12
_BLANKS = " \t\n\r;•"


@lru_cache(maxsize=512)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` in order, without the blanks around them.

    The rules about one entry ask for the same sentences in turn: the last texts are remembered.
    """
    parts: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and _is_abbreviation(text, match.end(), match[0]):
            continue
        parts.append(text[start : match.end()])
        start = match.end()
    parts.append(text[start:])
    return tuple(bare for part in parts if (bare := part.strip(_BLANKS)))


def _is_abbreviation(text: str, end: int, mark: str) -> bool:
    if mark != ".":
        return False
    before = text[max(0, end - _LOOK_BACK) : end]
    if not _ABBREVIATION.search(before):
        return False
    following = text[end : end + 3].lstrip()
    return not (before.lower().endswith((".m.",)) and following[:1].isupper())
