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

from generator.linking.words import Words

_WORD = re.compile(r"[^\W_]+")
_OPENING, _SECOND = 3, 2
_NEXT_WORD = 8
_REMEMBERED = 100_000

Named = tuple[str, re.Pattern[str] | None]
"""The name of a list, and the pattern of one of its phrases; None where the word found is all of it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the list ``name``, at ``start:end`` of the text."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a word leads to: phrases that may begin with it, and those for which the next word must begin so."""

    alone: tuple[Named, ...]
    followed: Mapping[str, tuple[Named, ...]]


class PhraseBook:
    """Named lists of phrases, under what leads to them.

    ``whole``: the first word. ``opening``: the first letters of a first word that ``*`` cuts.
    ``pair``: the first word, then the first letters of the second.
    """

    __slots__ = ("_leads",)

    def __init__(
        self,
        whole: Mapping[str, tuple[Named, ...]],
        opening: Mapping[str, tuple[Named, ...]],
        pair: Mapping[str, Mapping[str, tuple[Named, ...]]],
    ) -> None:
        self._leads = _Leads(whole, opening, pair)

    def hits(self, text: Words) -> list[Hit]:
        """Every phrase found, in order of place; of one list never two that overlap, the longer first."""
        reached: dict[str, int] = {}
        found: list[Hit] = []
        led = self._led_to(text.small)
        starts = text.starts() if led else []
        for at, tried in led:
            start = starts[at]
            for name, reach in _longest(text.text, start, start + len(text.written[at]), tried):
                if start >= reached.get(name, 0):
                    reached[name] = reach
                    found.append(Hit(name, start, reach))
        return found

    def _led_to(self, words: Sequence[str]) -> list[tuple[int, Sequence[Named]]]:
        """The numbers of the words, in small letters, that lead to phrases, and the phrases."""
        found: list[tuple[int, Sequence[Named]]] = []
        following = [*words[1:], ""]
        for at, lead in enumerate(map(self._leads.__getitem__, words)):
            if lead is not None:
                followed = lead.followed.get(following[at][:_SECOND])
                if followed or lead.alone:
                    found.append((at, (*lead.alone, *followed) if followed else lead.alone))
        return found

    def at(self, text: str, start: int) -> Hit | None:
        """The longest phrase of any list that stands at ``start``."""
        first = _WORD.match(text, start)
        lead = self._leads[first[0].lower()] if first else None
        if first is None or lead is None:
            return None
        second = _WORD.search(text, first.end(), first.end() + _NEXT_WORD)
        tried = (*lead.alone, *lead.followed.get(second[0][:_SECOND].lower() if second else "", ()))
        reaches = [(end, name) for name, end in _longest(text, start, first.end(), tried) if end > start]
        end, name = max(reaches, default=(0, ""))
        return Hit(name, start, end) if reaches else None


class _Leads(dict[str, Lead | None]):
    """What each word, in small letters, leads to, remembered: most words of a text lead nowhere, and come again."""

    def __init__(
        self,
        whole: Mapping[str, tuple[Named, ...]],
        opening: Mapping[str, tuple[Named, ...]],
        pair: Mapping[str, Mapping[str, tuple[Named, ...]]],
    ) -> None:
        super().__init__()
        self._whole, self._opening, self._pair = whole, opening, pair

    def __missing__(self, word: str) -> Lead | None:
        if len(self) >= _REMEMBERED:
            self.clear()
        alone = (*self._whole.get(word, ()), *self._opening.get(word[:_OPENING], ()))
        followed = self._pair.get(word, {})
        lead = self[word] = Lead(alone, followed) if alone or followed else None
        return lead


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
