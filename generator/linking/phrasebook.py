"""Finding thousands of phrases in one pass over a text.

A pattern of a thousand alternatives tries them all at every letter. Here the first word of a phrase
leads to the few phrases that begin with it, and only these are tried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_STEM = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the list ``name``, at ``start:end`` of the text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """Named lists of phrases.

    ``whole`` has them by first word, ``opening`` those whose first word ``*`` cuts, by its first letters.
    """

    whole: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    opening: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]

    def hits(self, text: str) -> list[Hit]:
        """Every phrase found, in order of place; of one list never two that overlap, the longer first."""
        reached: dict[str, int] = {}
        found: list[Hit] = []
        for word in _WORD.finditer(text):
            key = word[0].lower()
            for name, end in self._longest(text, word.start(), key):
                if word.start() >= reached.get(name, 0):
                    reached[name] = end
                    found.append(Hit(name, word.start(), end))
        return found

    def _longest(self, text: str, start: int, key: str) -> Iterator[tuple[str, int]]:
        tried = (*self.whole.get(key, ()), *self.opening.get(key[:_STEM], ()))
        if not tried:
            return
        longest: dict[str, int] = {}
        for name, pattern in tried:
            match = pattern.match(text, start)
            if match and match.end() > longest.get(name, -1):
                longest[name] = match.end()
        yield from longest.items()


def phrase_book(lists: Mapping[str, Iterable[str]]) -> PhraseBook:
    """A book of ``lists`` of phrases by name: ``*`` is any ending, a space any white space.

    A phrase begins with a word of at least three letters, or with a whole word.
    """
    whole: dict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
    opening: dict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
    for name, phrases in lists.items():
        for phrase in dict.fromkeys(phrases):
            first = _WORD.match(phrase)
            if first is None:
                continue
            pattern = re.compile(rf"{expression(phrase)}(?!\w)", re.IGNORECASE)
            if phrase[first.end() :].startswith("*"):
                opening[first[0].lower()[:_STEM]].append((name, pattern))
            else:
                whole[first[0].lower()].append((name, pattern))
    return PhraseBook(_frozen(whole), _frozen(opening))


def expression(phrase: str) -> str:
    """``phrase`` as a regular expression, both kinds of apostrophe alike."""
    escaped = re.escape(phrase).replace(r"\*", r"\w{0,16}").replace(r"\ ", r"\s{1,3}")
    return escaped.replace("'", "['’]")


def _frozen(
    lists: Mapping[str, list[tuple[str, re.Pattern[str]]]],
) -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    return {key: tuple(patterns) for key, patterns in lists.items()}
