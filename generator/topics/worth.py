"""What is worth a page, and what is worth a place in lists: few, and good.

Whether a page exists depends on absolute numbers only, so that adding documents takes no page away.
"""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Final

from generator.config import Topics
from generator.language.folding import fold
from generator.model import Entry, TopicKind
from generator.topics.candidates import Candidate
from generator.topics.vocabulary import vocabulary

_WITHOUT_SPREAD: Final = 2
_LISTED: Final = 3
_EVERYTHING: Final = 0.4
_SMALL_ARCHIVE: Final = 12
_GROWTH: Final = 20


@dataclass(frozen=True, slots=True)
class Archive:
    """What the worth of a topic is measured against. ``outlets`` and ``authors`` are folded."""

    entries: Sequence[Entry]
    outlets: frozenset[str]
    authors: frozenset[str]


def archive_of(entries: Sequence[Entry]) -> Archive:
    """The measures of ``entries``."""
    outlets = frozenset(fold(entry.outlet) for entry in entries if entry.outlet)
    authors = frozenset(fold(author) for entry in entries for author in entry.authors)
    return Archive(entries, outlets, authors)


def has_page(candidate: Candidate, archive: Archive, settings: Topics) -> bool:
    """Enough entries, of more than one day or outlet or rather more of them, and a name that says something."""
    count = len(candidate.entries)
    if count < settings.at_least or _is_furniture(candidate, archive):
        return False
    return count >= settings.at_least + _WITHOUT_SPREAD or _is_spread(candidate, archive)


def is_listed(candidate: Candidate, archive: Archive, everything: Container[str]) -> bool:
    """More than a few entries, for a large archive more of them, and not what everything is about.

    ``everything`` are keys of names that nearly all entries have: what is said beside them says little.
    """
    enough = max(_LISTED, math.isqrt(len(archive.entries)) // _GROWTH)
    if len(candidate.entries) < enough or is_everything(candidate, archive):
        return False
    return not _is_vague(candidate) and not any(name in everything for name in candidate.names)


def is_everything(candidate: Candidate, archive: Archive) -> bool:
    """Whether so many entries have it that it tells none apart."""
    total = len(archive.entries)
    return total >= _SMALL_ARCHIVE and len(candidate.entries) > _EVERYTHING * total


def _is_spread(candidate: Candidate, archive: Archive) -> bool:
    own = [archive.entries[number] for number in candidate.entries]
    return len({entry.outlet for entry in own}) > 1 or len({entry.date for entry in own if entry.date}) > 1


def _is_furniture(candidate: Candidate, archive: Archive) -> bool:
    """Outlets, channels and authors: who tells, not what is told of."""
    if candidate.kind is TopicKind.PLACE:
        return False
    words = vocabulary()
    forms = {candidate.key, fold(candidate.name), *map(fold, candidate.aliases)}
    if forms & (words.channels | archive.authors | archive.outlets):
        return True
    return any(form in outlet.split() or outlet in form.split() for form in forms for outlet in archive.outlets)


def _is_vague(candidate: Candidate) -> bool:
    """Who passes news on, and bodies named without saying whose: Armed Forces, General Staff."""
    if candidate.credited:
        return True
    words = vocabulary()
    return candidate.kind is not TopicKind.PLACE and all(
        word in words.organisation or word in words.ranks or word in words.titles or word in words.weak_words
        for word in fold(candidate.name).split()
    )
