"""What of an entry is compared with other entries: its terms, where they stand, its day and its outlet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.linking.terms import Term, terms
from generator.model import BlockKind, Entry

LEAD_TERMS = 40
_TOLD = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.CORRECTION, BlockKind.TABLE)


@dataclass(frozen=True, slots=True)
class Profile:
    """One entry, ready to be compared.

    ``words`` are its distinct terms, ``lead`` those of its headline and opening, ``phrases`` pairs of
    neighbouring terms, all in order of appearance. ``capitals`` counts, by term, how often it stood
    in running text with a capital and how often at all. ``day`` is a day number, None when undated.
    """

    entry: str
    outlet: str
    day: int | None
    words: tuple[str, ...]
    lead: tuple[str, ...]
    phrases: tuple[str, ...]
    capitals: Mapping[str, tuple[int, int]]


def profile(entry: Entry, spellings: Mapping[str, str]) -> Profile:
    """The profile of ``entry``; ``spellings`` maps a folded word to the one it stands for."""
    headline = terms(entry.headline, spellings) if entry.headline else ()
    body = [terms(block.text, spellings) for block in entry.blocks if block.kind in _TOLD]
    parts = [headline, *body] if headline else body
    running = [term for part in parts for term in part]
    return Profile(
        entry=entry.id,
        outlet=entry.outlet,
        day=entry.date.toordinal() if entry.date else None,
        words=_distinct(term.key for term in running),
        lead=_distinct(term.key for term in running[:LEAD_TERMS]),
        phrases=_distinct(f"{one.key} {two.key}" for part in parts for one, two in zip(part, part[1:], strict=False)),
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


def _distinct(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))
