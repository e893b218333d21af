"""Sentences as rows of words and marks, and the names that stand in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from generator.language.folding import fold
from generator.language.sentences import sentences
from generator.model import Entry
from generator.topics.gazetteer import gazetteer
from generator.topics.survey import lines_of

_TOKEN: Final = re.compile(
    r"(?:[^\W_]\.){2,6}|[^\W_](?:\w|['’ʼ](?=\w))*+(?:[\-.&‑][^\W_](?:\w|['’](?=\w))*+)*+|[^\w\s]"
)
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SHORT: Final = 3
_LONGEST_NAME: Final = 6
_LONGEST_SENTENCE: Final = 120


class Named(NamedTuple):
    """A name in a clause, from word ``start`` up to ``end``; ``adjective``: as in "Swedish"."""

    key: str
    start: int
    end: int
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence: words and marks as printed, and folded without possessives.

    ``opening`` tells that it is the headline or the first sentence below it.
    """

    printed: tuple[str, ...]
    folded: tuple[str, ...]
    opening: bool

    def names(self, known: KnownNames) -> list[Named]:
        """The names in it that are known, longest first from the left; adjectives name their country."""
        found: list[Named] = []
        at = 0
        while at < len(self.folded):
            named = None if self.printed[at].islower() else known.at(self.folded, at)
            if named is not None:
                found.append(named)
            at = named.end if named is not None else at + 1
        return found


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Folded spellings of names → their keys; ``longest`` is how many words a name may have that starts with a word."""

    spellings: Mapping[str, str]
    longest: Mapping[str, int]

    @classmethod
    def of(cls, spellings: Mapping[str, str]) -> KnownNames:
        """The names of ``spellings``."""
        longest: dict[str, int] = defaultdict(int)
        for spelling in spellings:
            head, *rest = spelling.split(" ")
            longest[head] = max(longest[head], min(len(rest) + 1, _LONGEST_NAME))
        return cls(spellings, dict(longest))

    def at(self, folded: Sequence[str], start: int) -> Named | None:
        """The longest name that starts at word ``start``."""
        head = folded[start].partition(" ")[0]
        for length in range(min(self.longest.get(head, 0), len(folded) - start), 0, -1):
            key = self.spellings.get(" ".join(folded[start : start + length]))
            if key is not None:
                return Named(key, start, start + length)
        place = gazetteer().adjective(head)
        key = place.key if place is not None else self.spellings.get(head)
        return None if key is None else Named(key, start, start + 1, adjective=place is not None)


def clauses(entry: Entry) -> list[Clause]:
    """The sentences of ``entry``, headline first, without bylines; in a short entry all of them open it."""
    listed = [sentence for line in lines_of(entry) for sentence in sentences(line)]
    opening = 2 if entry.headline else 1
    if len(listed) <= _SHORT:
        opening = _SHORT
    return [piece for number, sentence in enumerate(listed) for piece in _in_pieces(clause(sentence, number < opening))]


def _in_pieces(whole: Clause) -> list[Clause]:
    """A sentence longer than any sentence is cut, so that what is sought in it stays in bounds."""
    if len(whole.printed) <= _LONGEST_SENTENCE:
        return [whole]
    steps = range(0, len(whole.printed), _LONGEST_SENTENCE)
    return [
        Clause(whole.printed[at : at + _LONGEST_SENTENCE], whole.folded[at : at + _LONGEST_SENTENCE], whole.opening)
        for at in steps
    ]


def clause(sentence: str, opening: bool = False) -> Clause:
    """``sentence`` cut into words and marks."""
    printed = tuple(_TOKEN.findall(sentence))
    return Clause(printed, tuple(map(_fold_word, printed)), opening)


@lru_cache(maxsize=500_000)
def _fold_word(word: str) -> str:
    if len(word) == 1 and not word.isalnum():
        return word
    return fold(_POSSESSIVE.sub("", word))


def is_mark(word: str) -> bool:
    """Whether a folded word of a clause is a mark and no word."""
    return len(word) == 1 and not word.isalnum()


def text_between(printed: Sequence[str]) -> str:
    """Printed words as text again: marks close to the word before them."""
    return re.sub(r" (?=[^\w\s(\[“‘«$€£#])", "", " ".join(printed)).replace("’", "'").replace("`", "'")
