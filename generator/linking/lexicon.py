"""The wording of a language, from ``wording/LANGUAGE.toml``: what the rules about accounts rest on.

Rules are code, words are data: a language is added by writing one more file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_FOLDER = "wording"
_ENOUGH = 200
_OWN_FIELDS = ("units", "money", "roles", "role_names", "aspects", "people_groups")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words. ``patterns`` has a compiled pattern under ``section.name``."""

    language: str
    function_words: frozenset[str]
    numerals: Mapping[str, int]
    scales: Mapping[str, int]
    scale_letters: Mapping[str, int]
    articles: frozenset[str]
    joiners: frozenset[str]
    halves: frozenset[str]
    ranges: frozenset[str]
    units: Mapping[str, tuple[tuple[float, re.Pattern[str]], ...]]
    money: Mapping[str, re.Pattern[str]]
    roles: Mapping[str, re.Pattern[str]]
    role_names: Mapping[str, str]
    people_groups: Mapping[str, re.Pattern[str]]
    aspects: Mapping[str, re.Pattern[str]]
    mastheads: tuple[str, ...]
    weekdays: tuple[str, ...]
    patterns: Mapping[str, re.Pattern[str]]


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of ``phrases``, longest first: ``*`` is any ending, a space any white space."""
    return re.compile(_alternatives(phrases), re.IGNORECASE)


def _alternatives(phrases: Iterable[str]) -> str:
    parts = [_escaped(phrase) for phrase in sorted(set(phrases), key=lambda p: (-len(p), p))]
    return rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)"


def _escaped(phrase: str) -> str:
    escaped = re.escape(phrase).replace(r"\*", r"\w{0,16}").replace(r"\ ", r"\s{1,3}")
    return escaped.replace("'", "['’]")


@cache
def lexicons() -> Mapping[str, Lexicon]:
    """Every language that has a file, by its code."""
    found = (item for item in files(__package__).joinpath(_FOLDER).iterdir() if item.name.endswith(".toml"))
    ordered = sorted(found, key=lambda item: item.name)
    return {item.name[:-5]: _lexicon(item.name[:-5], tomllib.loads(item.read_text("utf-8"))) for item in ordered}


def lexicon_for(text: str) -> Lexicon:
    """The lexicon whose function words the beginning of ``text`` uses most; English where none stands out."""
    known = lexicons()
    words = re.findall(r"[^\W\d_]+", text[:4000].lower())[:_ENOUGH]
    best, most = known["en"], sum(word in known["en"].function_words for word in words)
    for lexicon in known.values():
        count = sum(word in lexicon.function_words for word in words)
        if count > most:
            best, most = lexicon, count
    return best


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
        units={
            dimension: tuple((float(size), pattern_of_signs(words)) for size, words in sizes.items())
            for dimension, sizes in table["units"].items()
        },
        money={name: pattern_of_signs(words) for name, words in table["money"].items()},
        roles={name: pattern_of(words) for name, words in table["roles"].items()},
        role_names=table["role_names"],
        people_groups={name: pattern_of(words) for name, words in table["people_groups"].items()},
        aspects={name: pattern_of(words) for name, words in table.get("aspects", {}).items()},
        mastheads=tuple(table.get("credits", {}).get("mastheads", ())),
        weekdays=tuple(numerals["weekdays"]),
        patterns=dict(_patterns(table)),
    )


def pattern_of_signs(phrases: Iterable[str]) -> re.Pattern[str]:
    """As :func:`pattern_of`, but signs such as $ may touch letters and digits."""
    words = [phrase for phrase in phrases if phrase[0].isalpha()]
    signs = [re.escape(phrase) for phrase in phrases if not phrase[0].isalpha()]
    return re.compile("|".join([*signs, _alternatives(words)]), re.IGNORECASE)


def _patterns(table: Mapping[str, Any]) -> Iterable[tuple[str, re.Pattern[str]]]:
    for section, content in table.items():
        if not isinstance(content, dict) or section in _OWN_FIELDS:
            continue
        for name, words in content.items():
            if isinstance(words, list):
                yield f"{section}.{name}", pattern_of(words)
