"""Sentences as rows of words and marks, and the names that stand in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.language.folding import fold
from generator.language.sentences import sentences
from generator.model import Entry
from generator.topics.gazetteer import gazetteer
from generator.topics.survey import lines_of

_TOKEN: Final = re.compile(r"(?:[^\W_]\.){2,6}|[^\W_][\w’'ʼ]*(?:[\-.&‑][^\W_][\w’']*)*|[^\w\s]")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SHORT: Final = 3
_LONGEST_NAME: Final = 6


class Named(NamedTuple):
    """A name in a clause, from word ``start`` up to ``end``."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence: words and marks as printed, and folded without possessives.

    ``opening`` tells that it is the headline or the first sentence below it.
    """

    printed: tuple[str, ...]
    folded: tuple[str, ...]
    opening: bool

    def names(self, spellings: Mapping[str, str]) -> list[Named]:
        """The names in it that ``spellings`` knows, longest first from the left; adjectives name their country."""
        found: list[Named] = []
        at = 0
        while at < len(self.folded):
            named = self._name_at(at, spellings) if self._may_name(at) else None
            if named is not None:
                found.append(named)
            at = named.end if named is not None else at + 1
        return found

    def _may_name(self, at: int) -> bool:
        first = self.printed[at][0]
        return first.isupper() or (first.isalpha() and not first.islower())

    def _name_at(self, at: int, spellings: Mapping[str, str]) -> Named | None:
        for length in range(min(_LONGEST_NAME, len(self.folded) - at), 0, -1):
            key = spellings.get(" ".join(self.folded[at : at + length]))
            if key is not None:
                return Named(key, at, at + length)
        head = self.folded[at].partition(" ")[0]
        place = gazetteer().adjective(head)
        key = place.key if place is not None else spellings.get(head)
        return None if key is None else Named(key, at, at + 1)


def clauses(entry: Entry) -> list[Clause]:
    """The sentences of ``entry``, headline first, without bylines; in a short entry all of them open it."""
    listed = [sentence for line in lines_of(entry) for sentence in sentences(line)]
    opening = 2 if entry.headline else 1
    if len(listed) <= _SHORT:
        opening = _SHORT
    return [clause(sentence, number < opening) for number, sentence in enumerate(listed)]


def clause(sentence: str, opening: bool = False) -> Clause:
    """``sentence`` cut into words and marks."""
    printed = tuple(_TOKEN.findall(sentence))
    return Clause(printed, tuple(map(_fold_word, printed)), opening)


def _fold_word(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word.lower()
    if len(word) == 1 and not word.isalnum():
        return word
    return fold(_POSSESSIVE.sub("", word))


def is_mark(word: str) -> bool:
    """Whether a folded word of a clause is a mark and no word."""
    return len(word) == 1 and not word.isalnum()


def text_between(printed: Sequence[str]) -> str:
    """Printed words as text again: marks close to the word before them."""
    return re.sub(r" (?=[^\w\s(\[“‘«$€£#])", "", " ".join(printed)).replace("’", "'").replace("`", "'")
