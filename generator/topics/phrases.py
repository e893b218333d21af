"""Subjects that no table knows: noun phrases that the openings of entries keep coming back to.

English only: elsewhere too little tells a phrase from a chance row of words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from generator.language.folding import fold
from generator.language.function_words import function_words
from generator.topics.abbreviations import singular
from generator.topics.clauses import Clause
from generator.topics.vocabulary import vocabulary

_LONGEST: Final = 3
_BEFORE_NOUN: Final = frozenset(
    "the a an of for in on at to from with by its his her their our new more any no and against over under".split()
)
_NOUN_SHARE: Final = 0.3
_ABSORBED: Final = 0.75
_NOUNS_IN_EST: Final = frozenset("protest forest interest request harvest arrest contest conquest inquest".split())
_NOUNS_IN_ING: Final = frozenset(
    "training shelling hearing landing funding fighting bombing flooding spending ruling warning mining housing"
    " trafficking crossing shooting killing hacking testing banking voting lending vaccination".split()
)


@dataclass(slots=True)
class Phrase:
    """A phrase in the singular, the entries whose opening has it, how it is printed, and how often as a noun."""

    words: tuple[str, ...]
    entries: list[int]
    printed: Counter[str]
    seen: int = 0
    as_noun: int = 0


@dataclass(slots=True)
class PhraseFinder:
    """Counts phrases entry by entry, so that no text has to be kept."""

    found: dict[tuple[str, ...], Phrase] = field(default_factory=dict)

    def read(self, number: int, opening: Iterable[Clause]) -> None:
        """Count the phrases in the opening sentences of English entry ``number``; entries come in order."""
        for clause in opening:
            for start, end in _rows(clause):
                _count(self.found, clause, start, end, number)

    def phrases(self, at_least: int) -> list[Phrase]:
        """Phrases in the openings of at least ``at_least`` entries, most frequent first."""
        kept = [phrase for phrase in self.found.values() if len(phrase.entries) >= at_least and _is_noun(phrase)]
        return sorted(_without_parts(kept), key=lambda phrase: (-len(phrase.entries), phrase.words))


def _rows(clause: Clause) -> Iterator[tuple[int, int]]:
    """Rows of two or three words in small letters that may be a phrase."""
    count = len(clause.printed)
    start = 0
    for at in range(count + 1):
        if at < count and _may_be_part(clause.printed[at]):
            continue
        for first in range(start, at - 1):
            for end in range(first + 2, min(first + _LONGEST, at) + 1):
                yield first, end
        start = at + 1


@lru_cache(maxsize=200_000)
def _may_be_part(printed: str) -> bool:
    words = vocabulary()
    word = fold(printed)
    return not (
        len(word) < 3
        or not printed.islower()
        or not word[0].isalpha()
        or word.endswith("ly")
        or (word.endswith("est") and len(word) > 5 and word not in _NOUNS_IN_EST)
        or word in function_words("en")
        or word in words.weak_words
        or word in words.verbs
        or printed.endswith(("'s", "’s"))
    )


def _count(found: dict[tuple[str, ...], Phrase], clause: Clause, start: int, end: int, number: int) -> None:
    head = _head(clause.folded[end - 1])
    if head is None or clause.folded[start].endswith("ing"):
        return
    words = (*clause.folded[start : end - 1], head)
    phrase = found.get(words)
    if phrase is None:
        phrase = found[words] = Phrase(words, [], Counter())
    if not phrase.entries or phrase.entries[-1] != number:
        phrase.entries.append(number)
    phrase.printed[" ".join(clause.printed[start:end])] += 1
    phrase.seen += 1
    phrase.as_noun += start > 0 and (
        clause.folded[start - 1] in _BEFORE_NOUN or clause.printed[start - 1].endswith("s")
    )


@lru_cache(maxsize=200_000)
def _head(word: str) -> str | None:
    """The singular of a word that a phrase may end in, None for others."""
    noun = singular(word)
    if noun in vocabulary().plain_heads or noun.endswith("ed"):
        return None
    return None if noun.endswith("ing") and noun not in _NOUNS_IN_ING else noun


def _is_noun(phrase: Phrase) -> bool:
    return phrase.as_noun >= _NOUN_SHARE * phrase.seen


def _without_parts(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Phrases but those that mostly stand inside a longer one, and longer ones that a part outdoes."""
    known = {phrase.words: len(phrase.entries) for phrase in phrases}
    longer: dict[tuple[str, ...], int] = defaultdict(int)
    for words, entries in known.items():
        for part in _parts(words):
            longer[part] = max(longer[part], entries)
    for phrase in phrases:
        entries = len(phrase.entries)
        absorbed = longer[phrase.words] >= _ABSORBED * entries
        outdone = any(known.get(part, 0) * _ABSORBED > entries for part in _parts(phrase.words))
        if not absorbed and not outdone:
            yield phrase


def _parts(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (words[:-1], words[1:]) if len(words) > 2 else ()
