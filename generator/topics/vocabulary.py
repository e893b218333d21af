"""The words in ``data/vocabulary.toml``, folded and ready to look up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale

from generator.language.folding import fold
from generator.language.stems import ALGORITHMS


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words by what they say of the name beside them."""

    titles: frozenset[str]
    ranks: frozenset[str]
    title_phrases: frozenset[tuple[str, ...]]
    saying: frozenset[str]
    before_place: frozenset[str]
    place_nouns: frozenset[str]
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
    calendar: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the program; read once, never changed."""
    table = tomllib.loads(files(__package__).joinpath("data/vocabulary.toml").read_text("utf-8"))
    phrases = table.pop("title_phrases").replace("\n", "|").split("|")
    return Vocabulary(
        title_phrases=frozenset(tuple(fold(phrase).split()) for phrase in phrases if phrase.strip()),
        calendar=_calendar(),
        **{name: _words(listed) for name, listed in table.items()},
    )


def _words(listed: str) -> frozenset[str]:
    """Words parted by white space; an underscore holds a phrase together."""
    return frozenset(fold(word) for word in listed.replace("\n", " ").split(" ") if fold(word))


def _calendar() -> frozenset[str]:
    """Names of days and months from CLDR; the short ones in English only, where they are no other words."""
    names: set[str] = set()
    for code in [*ALGORITHMS, "uk", "he", "ja", "pl", "cs", "bg"]:
        locale = Locale(code)
        widths = ("wide", "abbreviated") if code == "en" else ("wide",)
        for table in (locale.days, locale.months):
            for width in widths:
                names.update(fold(name) for form in ("format", "stand-alone") for name in table[form][width].values())
    return frozenset(name for name in names if len(name) > 1 and not name.isdigit())
