"""The wording of a language, from ``wording/LANGUAGE.toml``: what the rules about accounts rest on.

Rules are code, words are data: a language is added by writing one more file.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any

from generator.linking.phrasebook import PhraseBook, expression, phrase_book
from generator.linking.words import Words

_FOLDER = "wording"
_BEGINNING, _ENOUGH = 4000, 200
_WORD = re.compile(r"[^\W_]+")
_WHOLE_WORD = re.compile(r"(?<![\w*])[^\W_]+(?![\w*])")
_THINGS = ("roles", "aspects")
SETTING = ("background.markers", "former.sentence", "votes.words")
"""Short lists that are looked for together with ``things``."""

STATED, SPEAKING = "statement.words", "statement.speaking"
"""Short lists that ``statements`` finds."""

_NEWS = ("changes", "changes_counted", "stages", "beside")
_OWN_FIELDS = (
    "units",
    "money",
    "role_names",
    "measure_names",
    "people_groups",
    "count_groups",
    "places",
    *_THINGS,
    *_NEWS,
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words.

    ``things`` finds what becomes of people and what measures are taken of, ``news`` changes, stages and
    matters beside a happening; both name their lists ``section.name``, as does ``patterns``, which
    holds the short lists; ``tails`` are the last words of their phrases, ``marks`` the longest word of
    each phrase, for those lists whose phrases all have a whole one. ``state_media`` are the first
    words of what state media are called.
    """

    language: str
    function_words: frozenset[str]
    numerals: Mapping[str, int]
    scales: Mapping[str, int]
    scale_letters: Mapping[str, int]
    articles: frozenset[str]
    joiners: frozenset[str]
    halves: frozenset[str]
    ranges: frozenset[str]
    number_words: frozenset[str]
    number_starts: frozenset[str]
    capital_nouns: bool
    units: PhraseBook
    money: PhraseBook
    money_signs: Mapping[str, str]
    things: PhraseBook
    news: PhraseBook
    statements: PhraseBook
    role_names: Mapping[str, str]
    measure_names: Mapping[str, str]
    people_groups: Mapping[str, re.Pattern[str]]
    count_groups: Mapping[str, str]
    mastheads: frozenset[str]
    media: frozenset[str]
    state_media: frozenset[str]
    weekdays: tuple[str, ...]
    place_prepositions: frozenset[str]
    patterns: Mapping[str, re.Pattern[str]]
    tails: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, frozenset[str]]

    def may_hold(self, name: str, words: Words) -> bool:
        """Whether a phrase of the short list ``name`` can be among ``words``: a quick look before a thorough one."""
        marks = self.marks.get(name)
        return marks is None or not marks.isdisjoint(words.small)

    def is_word(self, name: str, word: str) -> bool:
        """Whether ``word`` is all of a phrase of the short list ``name``."""
        return _is_word(self.language, name, word)

    def ends(self, name: str, text: str) -> bool:
        """Whether a phrase of the short list ``name`` is the end of ``text``, white space apart."""
        plain = text.rstrip()
        if not plain.lower().endswith(self.tails[name]):
            return False
        return any(match.end() == len(plain) for match in self.patterns[name].finditer(plain))


@lru_cache(maxsize=65_536)
def _is_word(language: str, name: str, word: str) -> bool:
    return lexicons()[language].patterns[name].fullmatch(word) is not None


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of ``phrases``, longest first: ``*`` is any ending, a space any white space."""
    return re.compile(_alternatives(phrases), re.IGNORECASE)


def _alternatives(phrases: Iterable[str]) -> str:
    parts = [expression(phrase) for phrase in sorted(set(phrases), key=lambda p: (-len(p), p))]
    return rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)"


@cache
def lexicons() -> Mapping[str, Lexicon]:
    """Every language that has a file, by its code."""
    found = (item for item in files(__package__).joinpath(_FOLDER).iterdir() if item.name.endswith(".toml"))
    ordered = sorted(found, key=lambda item: item.name)
    tables = {item.name[:-5]: tomllib.loads(item.read_text("utf-8")) for item in ordered}
    return {language: _lexicon(language, _completed(table, tables["en"])) for language, table in tables.items()}


def _completed(table: Mapping[str, Any], english: Mapping[str, Any]) -> dict[str, Any]:
    """``table`` with units, currencies and names for readers as in English besides its own, other gaps left empty."""
    whole: dict[str, Any] = {"function_words": table["function_words"]}
    for section, content in english.items():
        if not isinstance(content, dict):
            continue
        own = table.get(section, {})
        gaps = {name: type(words)() for name, words in content.items()}
        whole[section] = gaps | own
        if section in ("role_names", "measure_names"):
            whole[section] = content
        elif section == "units":
            whole[section] = {name: _joined(sizes, own.get(name, {})) for name, sizes in content.items()}
        elif section == "money":
            whole[section] = _joined(content, own)
    return whole


def _joined(one: Mapping[str, list[str]], two: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {
        name: [*one.get(name, ()), *two.get(name, ())] for name in (*one, *(name for name in two if name not in one))
    }


def lexicon_for(text: str) -> Lexicon:
    """The lexicon whose function words the beginning of ``text`` uses most; English where none stands out."""
    return lexicon_of(Words.of(text[:_BEGINNING]))


def lexicon_of(words: Words) -> Lexicon:
    """As :func:`lexicon_for`, for a text that was cut into words before."""
    known, languages = lexicons(), _languages_of_words()
    counts = Counter(chain.from_iterable(filter(None, map(languages.get, words.small[:_ENOUGH]))))
    best, most = "en", counts["en"]
    for language in known:
        if counts[language] > most:
            best, most = language, counts[language]
    return known[best]


@cache
def _languages_of_words() -> Mapping[str, tuple[str, ...]]:
    """For each function word of any language the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for language, lexicon in lexicons().items():
        for word in lexicon.function_words:
            found[word] = (*found.get(word, ()), language)
    return found


def _lexicon(language: str, table: Mapping[str, Any]) -> Lexicon:
    numerals = table["numerals"]
    return Lexicon(
        language=language,
        function_words=frozenset(table["function_words"]),
        numerals=numerals["words"],
        scales=numerals["scales"],
        scale_letters=numerals.get("letters", {}),
        articles=frozenset(numerals["articles"]),
        joiners=frozenset(numerals["joiners"]),
        halves=frozenset(numerals["halves"]),
        ranges=frozenset(numerals["ranges"]),
        number_words=frozenset((*numerals["words"], *numerals["scales"], *numerals["halves"])),
        number_starts=frozenset((*numerals["words"], *numerals["scales"], *numerals["halves"], *numerals["articles"])),
        capital_nouns=numerals.get("capital_nouns", False),
        units=phrase_book(
            {
                f"{dimension} {size}": words
                for dimension, sizes in table["units"].items()
                for size, words in sizes.items()
            }
        ),
        money=phrase_book(table["money"]),
        money_signs={sign: name for name, words in table["money"].items() for sign in words if not sign[0].isalpha()},
        things=phrase_book({**dict(_lists(table, _THINGS)), **{name: _short_list(table, name) for name in SETTING}}),
        news=phrase_book(dict(_lists(table, _NEWS))),
        statements=phrase_book({name: _short_list(table, name) for name in (STATED, SPEAKING)}),
        role_names=table["role_names"],
        measure_names=table["measure_names"],
        people_groups={name: pattern_of(words) for name, words in table["people_groups"].items()},
        count_groups={word: name for name, words in table["count_groups"].items() for word in words},
        mastheads=frozenset(table["credits"]["mastheads"]),
        media=frozenset(phrase.split()[-1] for phrase in table["credits"]["media"]),
        state_media=frozenset(_WORD.findall(phrase.lower())[0] for phrase in table["credits"]["state"]),
        weekdays=tuple(numerals["weekdays"]),
        place_prepositions=frozenset(table["places"]["before"]),
        patterns={name: pattern_of(words) for name, words in _short_lists(table)},
        marks={name: frozenset(map(_mark, words)) for name, words in _short_lists(table) if all(map(_mark, words))},
        tails={name: tuple(_tails(words)) for name, words in _short_lists(table)},
    )


def _lists(table: Mapping[str, Any], sections: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    for section in sections:
        for name, phrases in table.get(section, {}).items():
            yield f"{section}.{name}", phrases


def _short_lists(table: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for section, content in table.items():
        if not isinstance(content, dict) or section in _OWN_FIELDS:
            continue
        for name, words in content.items():
            if isinstance(words, list):
                yield f"{section}.{name}", words


def _short_list(table: Mapping[str, Any], name: str) -> list[str]:
    return dict(_short_lists(table)).get(name, [])


def _tails(phrases: Iterable[str]) -> Iterator[str]:
    """The last word of each in small letters, with both kinds of apostrophe; nothing where it may end in anything."""
    for phrase in phrases:
        last = phrase.split()[-1].lower()
        last = "" if "*" in last else last
        yield from (last, last.replace("'", "’"))


def _mark(phrase: str) -> str:
    """The longest whole word in small letters; empty where every word may be part of another."""
    return max(_WHOLE_WORD.findall(phrase.lower()), key=len, default="")
