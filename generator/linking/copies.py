"""Copies: the same wording in two entries, whoever prints it.

The measure is containment of word shingles (Broder 1997, "On the resemblance and containment of
documents"), taken as the share of the shorter text's words that stand in a shared run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from generator.linking.words import Words
from generator.model import BlockKind, Entry

RUN = 3
ENOUGH = 0.62
ENOUGH_SHORT = 0.9
_SHORT_WORDS = 20
_LEAST_WORDS = 8
_QUOTED_RUN = 4
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»\n]{1,2000}[”\"“»]")
_SKIPPED = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.KICKER})


def wording_of(entry: Entry, words: Words | None = None) -> tuple[str, ...]:
    """The words of the entry's own text in order; ``words`` are those of its headline and text, if cut before.

    Quotations are left out: whoever was there prints those alike.
    """
    if words is not None and _is_plain(words.text):
        headline = len(_WORD.findall(entry.headline)) if entry.headline else 0
        return tuple(words.small[headline:] or words.small)
    text = "\n".join(block.text for block in entry.blocks if block.kind not in _SKIPPED) or entry.headline or ""
    unquoted = words_of(_QUOTED.sub(" ", text))
    return unquoted if len(unquoted) >= _LEAST_WORDS else words_of(text)


def _is_plain(text: str) -> bool:
    """Whether its words are its wording as they stand."""
    return text.isascii() and '"' not in text


def quoted_runs(entry: Entry) -> frozenset[tuple[str, ...]]:
    """Every run of four words that stands within quotation marks."""
    found: set[tuple[str, ...]] = set()
    for match in _QUOTED.finditer(entry.text):
        words = words_of(match[0])
        found.update(words[at : at + _QUOTED_RUN] for at in range(len(words) - _QUOTED_RUN + 1))
    return frozenset(found)


def words_of(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return tuple(_WORD.findall(plain))


def containment(a: Sequence[str], b: Sequence[str]) -> float:
    """Share (0 to 1) of the shorter text's words that stand in a run of three words or more found in the longer."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if len(shorter) < _LEAST_WORDS:
        return 0.0
    runs = _runs(tuple(longer))
    if runs.isdisjoint(_runs(tuple(shorter))):
        return 0.0
    covered = bytearray(len(shorter))
    for at, run in enumerate(zip(shorter, shorter[1:], shorter[2:], strict=False)):
        if run in runs:
            covered[at : at + RUN] = b"\x01" * RUN
    return sum(covered) / len(shorter)


@lru_cache(maxsize=2048)
def _runs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Every run of three words; an entry is compared with several in turn."""
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def is_copy(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether about two thirds of the shorter text stand in the longer nearly word for word.

    A headline of a few words needs more: two desks find the same eight words easily.
    """
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    enough = ENOUGH if len(shorter) >= _SHORT_WORDS else ENOUGH_SHORT
    if sum(map(frozenset(longer).__contains__, shorter)) < enough * len(shorter) - 1:
        return False
    return containment(a, b) >= enough


def copied(a: Entry, b: Entry) -> bool:
    """Whether the one entry prints the wording of the other."""
    return is_copy(wording_of(a), wording_of(b))
