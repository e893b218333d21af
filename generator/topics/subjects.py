"""What entries speak of beside names: Media Topics by themselves, and beside a name that they concern.

"Beside" is meant grammatically, within one sentence: strikes *on Kyiv*, *Sweden's* membership, the
*US* to send rockets; but not: Kyiv said that strikes had ended.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.language.function_words import function_words
from generator.topics.clauses import Clause, KnownNames, Named, is_mark, text_between
from generator.topics.media_topics import Hit, MediaTopics, media_topics
from generator.topics.vocabulary import vocabulary

_TOWARDS: Final = frozenset("on at against in near of to for over into around upon inside".split())
_POSSESSIVE: Final = re.compile(r"'s?$")
_BETWEEN: Final = 4
_FILLERS: Final = 2
_AGENT_WITHIN: Final = 8
_AGENT_OPENS: Final = 4
_WAS: Final = frozenset("was were is are been being get got".split())
_CLOSING: Final = frozenset("with by in on at overnight early again from".split())
_QUIET_MARKS: Final = frozenset("$€£¥-‘’“”\"'")

Pair = tuple[str, str]
"""Key of a name, key of a subject."""


@dataclass(slots=True)
class Weight:
    """How much an entry speaks of something: how often, and whether its headline or first sentence does."""

    times: int = 0
    opening: bool = False

    def add(self, opening: bool) -> None:
        self.times += 1
        self.opening |= opening


@dataclass(slots=True)
class Spoken:
    """What one entry speaks of, and the phrases it calls it by."""

    alone: dict[str, Weight] = field(default_factory=dict)
    beside: dict[Pair, Weight] = field(default_factory=dict)
    called: dict[str | Pair, list[str]] = field(default_factory=dict)


def spoken_of(sentences: Iterable[Clause], known: KnownNames, towns: Container[str]) -> Spoken:
    """The subjects of one entry, by themselves and beside names; ``towns`` are keys of names that only suffer."""
    table = media_topics()
    spoken = Spoken()
    for clause in sentences:
        hits = table.hits(clause.folded)
        if hits:
            names = clause.names(known)
            _count_alone(clause, hits, spoken, table)
            for hit in hits:
                _count_beside(clause, hit, [name for name in names if _may_tie(hit, name, towns, table)], spoken)
    return spoken


def _count_alone(clause: Clause, hits: Sequence[Hit], spoken: Spoken, table: MediaTopics) -> None:
    for hit in hits:
        if hit.subject in table.never_alone or hit.common or not (hit.noun or hit.acted):
            continue
        spoken.alone.setdefault(hit.subject, Weight()).add(clause.opening)
        if hit.noun:
            phrase = text_between(clause.printed[hit.start : hit.end]).lower()
            spoken.called.setdefault(hit.subject, []).append(phrase)


def _may_tie(hit: Hit, name: Named, towns: Container[str], table: MediaTopics) -> bool:
    """Not what stands by itself only, nor "US strikes" and "Russian shelling", which tell who struck and not where."""
    if hit.subject in table.never_beside:
        return False
    return hit.subject not in table.suffered or name.key in towns or (name.start >= hit.end and not name.adjective)


def _count_beside(clause: Clause, hit: Hit, names: Sequence[Named], spoken: Spoken) -> None:
    for name in names:
        tied = _is_close(clause.folded, hit, name)
        if tied or (hit.subject in media_topics().given and _gives(clause.folded, hit, name)):
            pair = (name.key, hit.subject)
            spoken.beside.setdefault(pair, Weight()).add(clause.opening)
            if tied and hit.noun:
                spoken.called.setdefault(pair, []).append(_phrase(clause, hit, name))


def _phrase(clause: Clause, hit: Hit, name: Named) -> str:
    """The words from subject to name; outside the name in small letters, as a headline's capitals say nothing."""
    start, end = min(name.start, hit.start), max(name.end, hit.end)
    words = [
        word if name.start <= at < name.end or not word.istitle() else word.lower()
        for at, word in enumerate(clause.printed[start:end], start)
    ]
    return _POSSESSIVE.sub("", text_between(words))


def _is_close(words: Sequence[str], hit: Hit, name: Named) -> bool:
    """Whether subject and name make up one phrase, or the one is done to the other."""
    if name.end <= hit.start:
        return _owns(words, words[name.end : hit.start], hit)
    return name.start >= hit.end and _is_towards(words[hit.end : name.start], hit)


def _owns(words: Sequence[str], between: Sequence[str], hit: Hit) -> bool:
    """Kyiv missile strikes, Sweden's NATO membership, Kyiv (was) targeted with."""
    if hit.acted:
        return False
    if not hit.noun:
        bare = [word for word in between if word not in _WAS]
        following = words[hit.end] if hit.end < len(words) else "."
        return not bare and (len(between) > 0 or following in _CLOSING or is_mark(following))
    return len(between) <= _FILLERS and not any(_parts(word) for word in between)


def _parts(word: str) -> bool:
    """Whether a word between two nouns keeps them from being one phrase."""
    return is_mark(word) or word in function_words("en") or word in vocabulary().saying


def _gives(words: Sequence[str], hit: Hit, name: Named) -> bool:
    """The US plans to send rockets; US President Joe Biden announced a weapons package."""
    if hit.acted and name.start == hit.start:
        return True  # US-provided missiles
    between = words[name.end : hit.start]
    if name.end > hit.start or any(is_mark(word) and word not in _QUIET_MARKS for word in between):
        return False
    if hit.acted:
        return len(between) <= _AGENT_WITHIN
    return hit.noun and not hit.common and name.start <= _AGENT_OPENS


def _is_towards(between: Sequence[str], hit: Hit) -> bool:
    """Strikes on Kyiv, missiles launched at Kyiv, hit Kyiv."""
    if hit.acted or any(is_mark(word) for word in between):
        return False
    if not hit.noun:
        return set(between) <= {"the", "city", "of", "capital"}
    bare = [word for word in between if word not in {"the", "city", "capital", "town", "region", "of"} or word == "of"]
    return 0 < len(bare) <= _BETWEEN and bare[-1] in _TOWARDS and not any(word in _TOWARDS for word in bare[:-1])


def belongs(spoken: Spoken, subject: str) -> bool:
    """Whether the entry is about the subject: it opens with it, or comes back to it."""
    weight = spoken.alone.get(subject)
    return weight is not None and (weight.opening or weight.times > 1)


def belongs_beside(spoken: Spoken, pair: Pair) -> bool:
    """Whether the entry is about the subject as it concerns the name."""
    weight = spoken.beside.get(pair)
    if weight is None:
        return False
    alone = spoken.alone.get(pair[1], Weight())
    return weight.opening or weight.times + alone.times > 1 or alone.opening


def phrase_for(called: Iterable[Iterable[str]]) -> str | None:
    """What most entries call it, the shorter of two that are as frequent; ``called`` has one item an entry.

    A phrase without a participle ("Kyiv strikes") is a better name than one with ("missiles fired at Kyiv").
    """
    counts: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    for phrases in called:
        for phrase in set(phrases):
            counts[phrase.lower()] += 1
            printed[phrase.lower()][phrase] += 1
    if not counts:
        return None
    best = min(counts, key=lambda phrase: (_has_participle(phrase), -counts[phrase], len(phrase), phrase))
    return min(printed[best], key=lambda phrase: (-printed[best][phrase], phrase))


def _has_participle(phrase: str) -> bool:
    return any(word.endswith("ed") or word in vocabulary().saying for word in phrase.lower().split())
