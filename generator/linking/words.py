"""A text cut into its words, once, for all rules that look words up."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``text`` in order: where each stands, how it is written, and the same in small letters."""

    text: str
    matches: list[re.Match[str]]
    written: list[str]
    small: list[str]

    @classmethod
    def of(cls, text: str) -> Words:
        matches = list(_WORD.finditer(text))
        written = [match[0] for match in matches]
        return cls(text, matches, written, list(map(str.lower, written)))
