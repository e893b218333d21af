"""A text cut into its words, once, for all rules that look words up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

_WORD = re.compile(r"([^\W_]+)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``text`` in order: how each is written, and the same in small letters.

    ``pieces`` are the words and, before, between and after them, what else stands there.
    """

    text: str
    pieces: list[str]
    written: list[str]
    small: list[str]

    @classmethod
    def of(cls, text: str) -> Words:
        pieces = _WORD.split(text)
        written = pieces[1::2]
        return cls(text, pieces, written, list(map(str.lower, written)))

    def starts(self) -> list[int]:
        """Where each word begins; worked out anew at each call."""
        return list(accumulate(map(len, self.pieces)))[:-1:2]
