"""Finding thousands of phrases in one pass over a text.

A pattern of a thousand alternatives tries them all at every letter. Here the first word of a phrase,
or its first and the beginning of its second, leads to the few phrases that begin so, and only these
are tried.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_OPENING, _SECOND = 3, 2
_NEXT_WORD = 8

Named = tuple[str, re.Pattern[str] | None]
"""The name of a list, and the pattern of one of its phrases; None where the word found is all of it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the list ``name``, at ``start:end`` of the text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """Named lists of phrases, under what leads to them.

    ``whole``: the first word. ``opening``: the first letters of a first word that ``*`` cuts.
    ``pair``: the first word, then the first letters of the second.
    """

    whole: Mapping[str, tuple[Named, ...]]
    opening: Mapping[str, tuple[Named, ...]]
    pair: Mapping[str, Mapping[str, tuple[Named, ...]]]

    def hits(self, text: str) -> list[Hit]:
        """Every phrase found, in order of place; of one list never two that overlap, the longer first."""
        reached: dict[str, int] = {}
        found: list[Hit] = []
        whole, opening, pair = self.whole, self.opening, self.pair
        for word in _WORD.finditer(text):
            key = word[0].lower()
            if key not in whole and key[:_OPENING] not in opening and key not in pair:
                continue
            following = _WORD.search(text, word.end()) if key in pair else None
            tried = self._tried(key, following[0].lower() if following else "")
            for name, reach in _longest(text, word.start(), word.end(), tried) if tried else ():
                if word.start() >= reached.get(name, 0):
                    reached[name] = reach
                    found.append(Hit(name, word.start(), reach))
        return found

    def at(self, text: str, start: int) -> Hit | None:
        """The longest phrase of any list that stands at ``start``."""
        first = _WORD.match(text, start)
        if first is None:
            return None
        second = _WORD.search(text, first.end(), first.end() + _NEXT_WORD)
        tried = self._tried(first[0].lower(), second[0].lower() if second else "")
        reaches = [(end, name) for name, end in _longest(text, start, first.end(), tried) if end > start]
        end, name = max(reaches, default=(0, ""))
        return Hit(name, start, end) if reaches else None

    def _tried(self, key: str, following: str) -> Sequence[Named]:
        whole, opening = self.whole.get(key, ()), self.opening.get(key[:_OPENING], ())
        pair = self.pair[key].get(following[:_SECOND], ()) if following and key in self.pair else ()
        return (*whole, *opening, *pair) if whole or opening or pair else ()


def _longest(text: str, start: int, end: int, tried: Iterable[Named]) -> Iterable[tuple[str, int]]:
    """For each list the end of its longest phrase that stands at ``start``."""
    longest: dict[str, int] = {}
    for name, pattern in tried:
        match = pattern.match(text, start) if pattern is not None else None
        reach = end if pattern is None else match.end() if match else -1
        if reach > longest.get(name, -1):
            longest[name] = reach
    return longest.items()


def phrase_book(lists: Mapping[str, Iterable[str]]) -> PhraseBook:
    """A book of ``lists`` of phrases by name: ``*`` is any ending, a space any white space.

    A phrase begins with a word of at least three letters, or with a whole word.
    """
    whole: dict[str, list[Named]] = defaultdict(list)
    opening: dict[str, list[Named]] = defaultdict(list)
    pair: dict[str, dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    for name, phrases in lists.items():
        for phrase in dict.fromkeys(phrases):
            first = _WORD.match(phrase)
            if first is None:
                continue
            key, rest = first[0].lower(), phrase[first.end() :]
            pattern = re.compile(rf"{expression(phrase)}(?!\w)", re.IGNORECASE)
            second = _WORD.match(rest[1:]) if rest.startswith(" ") else None
            if not rest:
                whole[key].append((name, None))
            elif rest.startswith("*"):
                opening[key[:_OPENING]].append((name, pattern))
            elif second is not None and (len(second[0]) >= _SECOND or not rest[1 + second.end() :].startswith("*")):
                pair[key][second[0].lower()[:_SECOND]].append((name, pattern))
            else:
                whole[key].append((name, pattern))
    return PhraseBook(_frozen(whole), _frozen(opening), {key: _frozen(seconds) for key, seconds in pair.items()})


def expression(phrase: str) -> str:
    """``phrase`` as a regular expression, both kinds of apostrophe alike."""
    escaped = re.escape(phrase).replace(r"\*", r"\w{0,16}").replace(r"\ ", r"\s{1,3}")
    return escaped.replace("'", "['’]")


def _frozen(lists: Mapping[str, list[Named]]) -> dict[str, tuple[Named, ...]]:
    return {key: tuple(found) for key, found in lists.items()}
