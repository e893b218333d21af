"""Abbreviations and the long forms that introduce them.

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text" (2003): the letters of the short form are looked for in the words before the bracket, from the
right; the first must open a word. Both orders are read: long form (SHORT) and SHORT (long form).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from generator.language.folding import fold

_BRACKET: Final = re.compile(r"([^\n()\[\]]{3,120}?)\s?[(\[]([^\n()\[\]]{2,90})[)\]]")
_SHORT: Final = re.compile(r"[A-ZА-ЯЁІЇЄ][\w.\-&/]{1,9}")
_WORD: Final = re.compile(r"[\w’'\-]+")
_LONGEST: Final = 10
_FEWEST_INITIALS: Final = 3
_SMALL: Final = frozenset("of the for and de la des du der die das und et y e".split())


def abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """Folded short forms → folded long forms, where the archive introduces one by the other.

    Long forms are in the singular. Where several are given for one short form the most frequent
    holds; two that are used as often are two things, and none holds.
    """
    votes: dict[str, Counter[str]] = {}
    for text in texts:
        if "(" in text or "[" in text:
            for short, long in _pairs(text):
                votes.setdefault(fold(short), Counter())[singular(fold(long))] += 1
    found = {}
    for short, longs in sorted(votes.items()):
        ranked = sorted(longs.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
            found[short] = ranked[0][0]
    return found


def singular(folded: str) -> str:
    """``folded`` without the s of an English plural at its end."""
    return folded[:-1] if folded.endswith("s") and not folded.endswith(("ss", "us", "is")) else folded


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    for match in _BRACKET.finditer(text):
        before, inside = match[1].strip(), match[2].strip().strip("\"'“”’")
        if _is_short(inside):
            long = long_form(inside, before)
            if long:
                yield inside, long
        else:
            words = _WORD.findall(before)
            if words and _is_short(words[-1]) and len(inside.split()) > 1:
                long = long_form(words[-1], inside)
                if long and len(long) + 4 > len(inside):
                    yield words[-1], long


def _is_short(text: str) -> bool:
    return _SHORT.fullmatch(text) is not None and sum(letter.isupper() for letter in text) >= 2


def long_form(short: str, before: str) -> str | None:
    """The words at the end of ``before`` that ``short`` stands for, or None."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    most = min(len(letters) + 5, len(letters) * 2, _LONGEST)
    words = _WORD.findall(before)[-most:]
    window = " ".join(words).lower()
    at = len(window)
    for index, letter in enumerate(reversed(letters)):
        opens = index == len(letters) - 1
        at = _rfind(window, letter, at, opens)
        if at < 0:
            return None
    long = " ".join(words)[at:]
    if len(long.split()) < 2 or long.lower() == short.lower() or not any(c.isupper() for c in long):
        return None
    return long


def _rfind(window: str, letter: str, end: int, opens: bool) -> int:
    """Last place of ``letter`` before ``end``, at the start of a word if ``opens``; -1 for none."""
    at = window.rfind(letter, 0, end)
    while at >= 0 and opens and at > 0 and window[at - 1].isalnum():
        at = window.rfind(letter, 0, at)
    return at


def initials(forms: Iterable[str]) -> list[tuple[str, str]]:
    """Short forms (three letters and more) that are the initials of exactly one long form; both folded."""
    known = set(forms)
    longs: dict[str, list[str]] = defaultdict(list)
    for form in sorted(known):
        words = [word for word in form.split(" ") if word not in _SMALL]
        if len(words) >= _FEWEST_INITIALS:
            longs["".join(word[0] for word in words)].append(form)
    return [(brief, found[0]) for brief, found in sorted(longs.items()) if brief in known and len(found) == 1]
