"""What of an entry is compared with other entries: its terms, where they stand, its day and its outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.linking.sentences import sentences_of
from generator.linking.terms import Term, terms
from generator.model import BlockKind, Entry

LEAD_TERMS = 40
FEWEST = 3
_NOT_TOLD = (BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.KICKER)

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One entry, ready to be compared.

    ``words`` are its distinct terms, ``lead`` those of its headline and opening, ``phrases`` pairs of
    neighbouring terms, ``sentences`` the terms of its headline and of each sentence; all in order of
    appearance. ``capitals`` counts, by term, how often it stood in running text with a capital and
    how often at all. ``day`` is a day number, ``hour`` hours since 1970 in UTC; None where unknown.
    """

    entry: str
    outlet: str
    day: int | None
    hour: float | None
    words: Keys
    lead: Keys
    phrases: Keys
    sentences: tuple[Keys, ...]
    capitals: Mapping[str, tuple[int, int]]


def profile(entry: Entry, spellings: Mapping[str, str]) -> Profile:
    """The profile of ``entry``; ``spellings`` maps a folded word to the one it stands for."""
    headline = terms(entry.headline, spellings) if entry.headline else ()
    told = [block.text for block in entry.blocks if block.kind not in _NOT_TOLD]
    body = [terms(sentence, spellings) for text in told for sentence in sentences_of(text)]
    parts = [headline, *body] if headline else body
    running = [term.key for part in parts for term in part]
    return Profile(
        entry=entry.id,
        outlet=entry.outlet,
        day=entry.date.toordinal() if entry.date else None,
        hour=entry.utc.timestamp() / 3600 if entry.utc else None,
        words=_distinct(running),
        lead=_distinct(running[:LEAD_TERMS]),
        phrases=_distinct(f"{one.key} {two.key}" for part in parts for one, two in pairwise(part)),
        sentences=tuple(keys for part in parts if len(keys := _distinct(term.key for term in part)) >= FEWEST),
        capitals=_capitals(body or [headline]),
    )


def _capitals(parts: list[tuple[Term, ...]]) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for part in parts:
        for term in part:
            if term.capital is not None:
                capital, seen = counts.get(term.key, (0, 0))
                counts[term.key] = (capital + term.capital, seen + 1)
    return counts


def _distinct(keys: Iterable[str]) -> Keys:
    return tuple(dict.fromkeys(keys))
