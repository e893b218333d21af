"""What an account says has changed since earlier ones: a toll that rose, a siege that ended, a correction.

Each kind of change is a list of wordings in the lexicon. Some say outright that something changed
(``rises to``, ``has ended``, ``was wrong``); others name a next stage (``freed``, ``sentenced``),
which may just as well be the first report of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.linking.figures.exclusions import is_no_quantity
from generator.linking.figures.numbers import numbers_in
from generator.linking.lexicon import Lexicon
from generator.linking.phrasebook import Hit

COUNTS = frozenset({"risen", "lowered", "now"})
RIGHTED = frozenset({"corrected"})
_COUNTED = "changes_counted."
_BEFORE_NUMBER = 48
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Changes:
    """``outright`` and ``stages``: the kinds of change a text speaks of, each with the words it uses.

    ``own`` tells that the outlet corrects itself.
    """

    outright: tuple[tuple[str, str], ...]
    stages: tuple[tuple[str, str], ...]
    own: bool

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind for kind, _ in (*self.outright, *self.stages))


def changes_in(text: str, hits: Sequence[Hit], lexicon: Lexicon) -> Changes:
    """The changes that ``text`` speaks of; ``hits`` are what the lexicon found in it."""
    counted = [hit for hit in hits if hit.name.startswith(_COUNTED) and _number_follows(text, hit.end, lexicon)]
    outright = (*_first(text, hits, "changes."), *_first(text, counted, _COUNTED))
    righted = any(kind in RIGHTED for kind, _ in outright)
    own = righted and lexicon.patterns["changes_own.words"].search(text) is not None
    return Changes(outright, tuple(_first(text, hits, "stages.")), own)


def _first(text: str, hits: Iterable[Hit], section: str) -> Iterator[tuple[str, str]]:
    """Of each kind in ``section`` the first wording found, kinds by name."""
    found: dict[str, str] = {}
    for hit in hits:
        if hit.name.startswith(section):
            found.setdefault(hit.name.removeprefix(section), " ".join(text[hit.start : hit.end].split()))
    yield from sorted(found.items())


def _number_follows(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a figure that is no time of day stands within a few words, in the same sentence."""
    reach = _SENTENCE_END.split(text[at : at + _BEFORE_NUMBER], maxsplit=1)[0]
    return any(not is_no_quantity(reach, number, lexicon) for number in numbers_in(reach, lexicon))
