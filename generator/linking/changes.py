"""What an account says has changed since earlier ones: a toll that rose, a siege that ended, a correction.

Each kind of change is a list of wordings in the lexicon. A later account updates an earlier one of the
same happening when it speaks of a change that the earlier one does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.linking.lexicon import Lexicon

COUNTS = frozenset({"risen", "lowered", "now"})
RIGHTED = frozenset({"corrected"})
_PREFIX = "changes."


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of change a text speaks of; ``own`` tells that the outlet corrects itself; ``phrases`` are its words."""

    kinds: frozenset[str]
    own: bool
    phrases: tuple[tuple[str, str], ...]

    def phrase(self, kind: str) -> str:
        return next((phrase for name, phrase in self.phrases if name == kind), "")


def changes_in(texts: Sequence[str], lexicon: Lexicon) -> Changes:
    """The changes that ``texts`` (headline and blocks of an entry) speak of."""
    text = "\n".join(texts)
    phrases = []
    for name, pattern in lexicon.patterns.items():
        if name.startswith(_PREFIX):
            match = pattern.search(text)
            if match:
                phrases.append((name.removeprefix(_PREFIX), " ".join(match[0].split())))
    kinds = frozenset(name for name, _ in phrases)
    own = bool(kinds & RIGHTED) and lexicon.patterns["changes_own.words"].search(text) is not None
    return Changes(kinds, own, tuple(phrases))
