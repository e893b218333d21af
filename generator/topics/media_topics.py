"""Subjects of the IPTC Media Topics that the program can tell, and the words that speak of them.

Which code belongs to which words is in ``data/media_topics.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from generator.language.folding import fold


class Hit(NamedTuple):
    """A subject in a row of folded words, from word ``start`` up to ``end``.

    ``noun``: it is called by name. ``common``: only beside a name does that word say anything.
    ``acted``: an act and the thing acted on, from the one to the other.
    """

    subject: str
    start: int
    end: int
    noun: bool
    common: bool = False
    acted: bool = False


@dataclass(frozen=True, slots=True)
class MediaTopics:
    """Folded words → subjects. ``phrases`` are by their first word, longest first.

    ``never_alone`` and ``never_beside`` are subjects that make no topic by themselves or beside names;
    ``given`` those that someone gives, so that who acts belongs to them; ``suffered`` those that befall
    a town but are done by a country.
    """

    codes: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
    verbs: Mapping[str, tuple[str, ...]]
    things: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    words: frozenset[str]
    never_alone: frozenset[str]
    never_beside: frozenset[str]
    given: frozenset[str]
    suffered: frozenset[str]

    def hits(self, words: Sequence[str]) -> list[Hit]:
        """The subjects that a row of folded words speaks of, in order."""
        if self.words.isdisjoint(words):
            return []
        known = self.words
        spots = [at for at, word in enumerate(words) if word in known or " " in word]
        found = list(self._nouns(words, spots))
        for at in spots:
            found += [Hit(key, at, at + 1, False) for key in self.verbs.get(words[at], ())]
            found += self._acts(words, at)
        return sorted(found, key=lambda hit: (hit.start, hit.end, hit.subject))

    def _nouns(self, words: Sequence[str], spots: Sequence[int]) -> Iterator[Hit]:
        past = 0
        for at in spots:
            if at < past:
                continue
            for phrase, key, common in self.phrases.get(words[at], ()):
                end = at + len(phrase)
                if end >= past and tuple(words[at:end]) == phrase:
                    yield Hit(key, at, end, True, common)
                    past = end

    def _acts(self, words: Sequence[str], at: int) -> Iterator[Hit]:
        """An act at ``at``, alone or written on to a word (US-provided), with a thing in the eight words after it."""
        for key in self.verbs.get(words[at].rpartition(" ")[2], ()):
            for there in range(at + 1, min(at + 9, len(words))):
                if self._is_thing(words, there, key):
                    yield Hit(key, at, there + 1, False, acted=True)
                    break

    def _is_thing(self, words: Sequence[str], at: int, key: str) -> bool:
        return any(
            subject == key and tuple(words[at : at + len(thing)]) == thing
            for thing, subject in self.things.get(words[at], ())
        )


@cache
def media_topics() -> MediaTopics:
    """The table that ships with the program; read once, never changed."""
    rows = tomllib.loads(files(__package__).joinpath("data/media_topics.toml").read_text("utf-8"))["subject"]
    phrases: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    verbs: dict[str, list[str]] = {}
    things: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows:
        for phrase, common in _phrases(row["nouns"]):
            phrases.setdefault(phrase[0], []).append((phrase, row["key"], common))
        for verb in [*_verb_forms(row.get("acts", "").split()), *row.get("done", "").split()]:
            verbs.setdefault(verb, []).append(row["key"])
        for phrase, _ in _phrases(row.get("things", "")):
            things.setdefault(phrase[0], []).append((phrase, row["key"]))
    return MediaTopics(
        {row["key"]: f"medtop:{row['code']}" for row in rows},
        {word: tuple(sorted(found, key=lambda one: (-len(one[0]), one))) for word, found in phrases.items()},
        {word: tuple(found) for word, found in verbs.items()},
        {word: tuple(sorted(found, key=lambda one: (-len(one[0]), one))) for word, found in things.items()},
        frozenset(phrases) | frozenset(verbs),
        frozenset(row["key"] for row in rows if not row.get("alone", True)),
        frozenset(row["key"] for row in rows if not row.get("beside", True)),
        frozenset(row["key"] for row in rows if "things" in row),
        frozenset(row["key"] for row in rows if row.get("suffered")),
    )


def _phrases(listed: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Each phrase in the singular and the plural, as words folded one by one."""
    for entry in listed.split():
        common = entry.endswith("*")
        words = [fold(word) for word in entry.rstrip("*").split("_")]
        for last in dict.fromkeys((words[-1], _plural(words[-1]))):
            yield (*words[:-1], last), common


def _plural(noun: str) -> str:
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def _verb_forms(verbs: Iterable[str]) -> Iterator[str]:
    for verb in verbs:
        base = verb.removesuffix("e")
        if verb.endswith("y") and verb[-2:-1] not in "aeiou":
            yield from (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
        else:
            yield from (verb, verb + "s", base + "ed", base + "ing")
