"""Taking a run of capitalised words apart into the names it holds.

"US President Joe Biden" holds a country and, after a title, a person; "Russia's Belgorod" two places;
"The Russian Volunteer Corps" one organisation and, by the adjective, a country.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from generator.language.folding import fold
from generator.language.function_words import function_words
from generator.topics.gazetteer import PlaceKind, gazetteer
from generator.topics.inflection import dictionary_forms
from generator.topics.vocabulary import calendar, vocabulary


class Part(NamedTuple):
    """A name inside a run. ``titled``: a title stands before it; ``first`` and ``last``: it borders the run.

    ``adjective`` marks the likes of "Swedish".
    """

    text: str
    titled: bool
    first: bool
    last: bool
    adjective: bool = False


_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ELIDED: Final = re.compile(r"^(?:[LDQSN]|Dell|Nell|Sull|All|Dall)['’](?=\w)", re.IGNORECASE)
_ELIDING: Final = frozenset({"fr", "it", "ca"})
_JOINTS: Final = frozenset(
    "of the for and de la los del della di da do dos du des van der den von bin ibn al el le".split()
)
_OWN_BY_NATURE: Final = frozenset({"people", "women", "men", "children", "workers", "citizens", "teachers"})
_SPLIT_JOINTS: Final = frozenset({"of", "for", "the", "and"})


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a run. ``ends``: no name goes on after it (Kyiv's, US-made)."""

    text: str
    folded: str
    ends: bool


@lru_cache(maxsize=500_000)
def parts_of(run: str, language: str | None, keep_whole: bool = False) -> tuple[Part, ...]:
    """The names in ``run``, in order, of a text in ``language`` (ISO 639-1).

    With ``keep_whole`` a run joined by "of", "for" or "and" stays together.
    """
    tokens = list(_tokens(run, language))
    small = function_words(language or "en")
    parts: list[Part] = []
    for segment, titled in _segments(tokens, language, keep_whole):
        opened = titled and bool(segment) and segment[0].folded not in _JOINTS
        parts += _names(_trimmed(segment, small), opened, tokens, small)
    return tuple(parts)


def is_joined(run: str) -> bool:
    """Whether ``run`` has names joined by "of", "for" or "and", which may be one name or two."""
    return " of " in run or " for " in run or " and " in run


def _tokens(run: str, language: str | None) -> Iterator[_Token]:
    for written in run.replace("\u00a0", " ").split(" "):
        word = _ELIDED.sub("", written) if language in _ELIDING else written
        bare = _POSSESSIVE.sub("", word)
        pieces = _pieces(bare)
        ends = (bare != word and fold(bare) not in _OWN_BY_NATURE) or pieces != [bare]
        if not ends and bare != word:
            pieces = [word]
        for piece in pieces:
            yield _Token(piece, fold(piece), ends)


def _pieces(word: str) -> list[str]:
    """A hyphenated word as it is, or apart where its parts are countries or its end is in small letters."""
    if "-" not in word:
        return [word]
    pieces = word.split("-")
    if pieces[-1][:1].islower():
        return [piece for piece in pieces if piece[:1].isupper() and len(piece) > 1]
    if all(_is_country(fold(piece)) for piece in pieces):
        return pieces
    return [word]


def _is_country(folded: str) -> bool:
    places = gazetteer().find(folded)
    return bool(places and places[0].kind is PlaceKind.COUNTRY) or gazetteer().adjective(folded) is not None


def _segments(tokens: list[_Token], language: str | None, keep_whole: bool) -> Iterator[tuple[list[_Token], bool]]:
    """Rows of tokens between titles, possessives, days and joints, each with whether a title stands before."""
    segment: list[_Token] = []
    titled = False
    days = calendar(language)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length = _title_length(tokens, at)
        if length:
            yield segment, titled
            segment, titled = [], True
            at += length
            continue
        cut = token.folded in _SPLIT_JOINTS and not keep_whole
        if cut or token.folded in days:
            yield segment, titled
            segment, titled = [], False
        else:
            segment.append(token)
        if token.ends:
            yield segment, titled
            segment, titled = [], False
        at += 1
    yield segment, titled


def _title_length(tokens: list[_Token], at: int) -> int:
    """How many tokens from ``at`` make up a title, 0 for none."""
    words = vocabulary()
    for length in (4, 3, 2):
        if tuple(token.folded for token in tokens[at : at + length]) in words.title_phrases:
            return length
    end = at
    while end < len(tokens) and tokens[end].folded in words.ranks:
        end += 1
    if end < len(tokens) and tokens[end].folded in words.titles and not _is_general_body(tokens, end):
        return end + 1 - at
    return 0


def _is_general_body(tokens: list[_Token], at: int) -> bool:
    """ "General" is no title in General Staff or General Assembly."""
    if tokens[at].text not in {"General", "Major", "Justice"}:
        return False
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    return following in vocabulary().organisation or not following


def _names(segment: list[_Token], titled: bool, run: list[_Token], small: frozenset[str]) -> Iterator[Part]:
    for token in segment:
        if gazetteer().adjective(token.folded):
            yield Part(token.text, False, token is run[0], token is run[-1], adjective=True)
    while segment and gazetteer().adjective(segment[-1].folded):
        segment = _trimmed(segment[:-1], small)
    for names in _parted(segment, small):
        if names:
            text = " ".join(token.text for token in names)
            yield Part(text, titled and names[-1] is segment[-1], names[0] is run[0], names[-1] is run[-1])


def _parted(segment: list[_Token], small: frozenset[str]) -> list[list[_Token]]:
    """A segment in one piece, or with the country or town before a name apart.

    "US State Department" names a country and a department, "Moscow Yermek Kosherbaev" a town and a
    person; "United States", "EU Commission" and "London Fire Brigade" stay whole.
    """
    if len(segment) < 2:
        return [segment]
    head, rest = segment[0], _trimmed(segment[1:], small)
    known = gazetteer().find(fold(" ".join(token.text for token in segment)))
    if known or not rest:
        return [segment]
    if head.text.isupper() and _is_country(head.folded):
        return [[head], rest]
    length = _place_length(segment)
    if length and len(segment) > length + 1 and not any(_is_of_body(token) for token in segment[length:]):
        return [segment[:length], _trimmed(segment[length:], small)]
    return [segment]


def _place_length(segment: list[_Token]) -> int:
    """How many tokens at the start name a place for certain: Moscow, San Diego; the longest such row."""
    for length in range(min(3, len(segment) - 1), 0, -1):
        if _is_known_in_any_case(" ".join(token.folded for token in segment[:length])):
            return length
    return 0


def _is_of_body(token: _Token) -> bool:
    words = vocabulary()
    return (
        token.folded in words.organisation
        or token.folded in words.place_tails
        or token.text.isupper()
        or token.text[0].isdigit()
    )


def _is_known_in_any_case(folded: str) -> bool:
    if folded in vocabulary().given_names:
        return False
    return is_known_place(folded) or (
        not folded.isascii() and any(is_known_place(fold(form)) for form in dictionary_forms(folded, None))
    )


def is_known_place(folded: str) -> bool:
    """Whether this is a country, a region or a large town by its first meaning."""
    places = gazetteer().find(folded)
    return bool(places) and (places[0].kind is not PlaceKind.TOWN or places[0].thousands >= 100)


def _trimmed(segment: list[_Token], small: frozenset[str]) -> list[_Token]:
    """Without small words and words of the page frame at either end."""
    never = vocabulary().never

    def weak(token: _Token) -> bool:
        if token.folded in small:
            return not (token.text.isupper() and (len(token.text) > 2 or _is_country(token.folded)))
        return (token.folded in _JOINTS and token.text.islower()) or token.folded in never

    return _strip(segment, weak)


def _strip(segment: list[_Token], weak: Callable[[_Token], bool]) -> list[_Token]:
    start, end = 0, len(segment)
    while start < end and (weak(segment[start]) or segment[start].text.isdigit()):
        start += 1
    while end > start and weak(segment[end - 1]):
        end -= 1
    return segment[start:end]
