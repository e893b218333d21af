"""The words in ``data/vocabulary.toml``, folded and ready to look up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale, localedata

from generator.language.folding import fold


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words by what they say of the name beside them."""

    titles: frozenset[str]
    ranks: frozenset[str]
    title_phrases: frozenset[tuple[str, ...]]
    saying: frozenset[str]
    before_place: frozenset[str]
    place_nouns: frozenset[str]
    place_tails: frozenset[str]
    things: frozenset[str]
    organisation: frozenset[str]
    known_organisations: frozenset[str]
    credits: frozenset[str]
    channels: frozenset[str]
    crediting: frozenset[str]
    never: frozenset[str]
    directions: frozenset[str]
    plain_heads: frozenset[str]
    weak_words: frozenset[str]
    verbs: frozenset[str]
    given_names: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the program; read once, never changed."""
    table = tomllib.loads(files(__package__).joinpath("data/vocabulary.toml").read_text("utf-8"))
    phrases = table.pop("title_phrases").replace("\n", "|").split("|")
    return Vocabulary(
        title_phrases=frozenset(tuple(fold(phrase).split()) for phrase in phrases if phrase.strip()),
        **{name: _words(listed) for name, listed in table.items()},
    )


def _words(listed: str) -> frozenset[str]:
    """Words parted by white space; an underscore holds a phrase together."""
    return frozenset(fold(word) for word in listed.replace("\n", " ").split(" ") if fold(word))


@cache
def calendar(language: str | None) -> frozenset[str]:
    """Names of days and months in ``language`` and English, from CLDR; short ones in English only.

    Short names of other languages are too often other words.
    """
    names = _calendar("en", "abbreviated") | _calendar("en", "wide")
    if language and language != "en" and localedata.exists(language):
        names |= _calendar(language, "wide")
    return frozenset(name for name in names if len(name) > 1 and not name.isdigit())


def _calendar(language: str, width: str) -> set[str]:
    locale = Locale(language)
    tables = [table[form][width] for table in (locale.days, locale.months) for form in ("format", "stand-alone")]
    return {fold(name) for table in tables for name in table.values()}
