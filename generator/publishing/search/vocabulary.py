"""Every spelling that occurs, sorted forwards and backwards: for words half typed and words mistyped.

A word with one slip keeps its first half or its last half whole, so the words it may have been stand
near it in one of the two orders, and no list of every possible slip is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.publishing.search.tokens import code_units


@dataclass(frozen=True, slots=True)
class Spelling:
    """One line of a vocabulary shard; its code needs the ``before``, the line above it."""

    key: str
    frequency: int

    @property
    def size(self) -> int:
        return len(self.key) // 2 + 2

    def code(self, before: str) -> str:
        """How many letters it shares with the line above (A is 0), how frequent it is, the rest."""
        shared = 0
        for mine, other in zip(self.key[:25], before, strict=False):
            if mine != other:
                break
            shared += 1
        return f"{chr(65 + shared)}{min(9, self.frequency.bit_length() // 2)}{self.key[shared:]}"


def forwards(forms: Mapping[str, int]) -> Iterator[Spelling]:
    for form in sorted(forms, key=code_units):
        yield Spelling(form, forms[form])


def backwards(forms: Mapping[str, int]) -> Iterator[Spelling]:
    """Each spelling reversed, letter by letter."""
    return forwards({form[::-1]: count for form, count in forms.items()})
