"""Names where no capital letter shows them: Hebrew, Arabic, Japanese and other scripts.

Weaker than with capitals, on purpose: a name is taken only where the gazetteer knows it, a title
stands beside it, or marks of the script show it (Hebrew abbreviations, the dot in Japanese
full names). A person who is never called by a title stays unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.language.folding import fold
from generator.language.function_words import function_words
from generator.language.words import HAN, KATAKANA, words
from generator.topics.gazetteer import GazetteerPlace, PlaceKind, gazetteer

_TITLES: Final = {
    "he": (
        "נשיא הנשיא שר השר שרת ראש הממשלה קנצלר קנצלרית דובר דוברת מזכיר גנרל אלוף רב "
        'ח״כ ח"כ פרופ׳ ד״ר ד"ר מר גב׳ היועץ השגריר'
    ).split(),
    "ar": "الرئيس رئيس الوزير وزير الأمير الملك الجنرال السيد السفير المتحدث الدكتور".split(),
    "fa": "رئیس جمهور وزیر ژنرال آقای خانم دکتر".split(),
    "hi": "राष्ट्रपति प्रधानमंत्री मंत्री श्री जनरल".split(),
}
_AFTER_TITLE: Final = {
    "he": ("הממשלה", "האוצר", "הביטחון", "החוץ", "הפנים"),
    "ar": ("الوزراء", "الخارجية", "الدفاع", "الأمريكي", "الروسي"),
}
_PREFIXES: Final = {"he": "והבלמשכ", "ar": "وبلف"}
_JAPANESE_TITLES: Final = (
    "大統領 首相 総理 外相 外務相 国防相 防衛相 財務相 官房長官 長官 報道官 知事 市長 議員 議長 事務総長 総長 書記長 "
    "国王 天皇 教授 選手 監督 氏 さん 容疑者 被告 社長 会長 大臣 大使"
).split()
_JAPANESE_AREAS: Final = "州市県府都区町村島"
_NAME_RUN: Final = re.compile(
    rf"([{KATAKANA}]+(?:[・＝=][{KATAKANA}]+)+|[{KATAKANA}]{{2,}}|[{HAN}]{{2,}})([{HAN}ぁ-ん]{{0,4}})"
)
_LARGE: Final = 50
_WINDOW: Final = 3
_LONGEST: Final = 24


class Sighting(NamedTuple):
    """A name as printed, and whether a title stands beside it; otherwise it is a place or an abbreviation."""

    text: str
    titled: bool


def names_in(line: str, language: str | None) -> Iterator[Sighting]:
    """Names in a line of a script without capitals."""
    if language in {"ja", "zh"}:
        yield from _japanese(line, language)
    else:
        yield from _spaced(words(line), language)


def known_in(line: str, language: str | None, forms: frozenset[str] | set[str]) -> Iterator[str]:
    """Which of ``forms`` (folded) a line names, also behind the small words that are written on to a name."""
    if language in {"ja", "zh"}:
        yield from _known_pieces(line, forms)
        return
    yield from known_runs([fold(word) for word in words(line)], forms, _PREFIXES.get(language or "", ""))


def known_runs(tokens: Sequence[str], forms: frozenset[str] | set[str], prefixes: str = "") -> Iterator[str]:
    """The longest forms among rows of folded ``tokens``, from left to right."""
    at = 0
    while at < len(tokens):
        for length in range(min(5, len(tokens) - at), 0, -1):
            run = " ".join(tokens[at : at + length])
            found = next((form for form in (run, *_bare(run, prefixes)) if form in forms), None)
            if found is not None:
                yield found
                at += length
                break
        else:
            at += 1


def _bare(word: str, prefixes: str) -> Iterator[str]:
    """``word`` without one and two prefix letters, where enough of it is left."""
    for cut in (1, 2):
        if prefixes and len(word) - cut > 2 and all(letter in prefixes for letter in word[:cut]):
            yield word[cut:]


def _spaced(tokens: list[str], language: str | None) -> Iterator[Sighting]:
    at = 0
    while at < len(tokens):
        length, text = _place_at(tokens, at, language)
        if length:
            yield Sighting(text, False)
        elif tokens[at] in _TITLES.get(language or "", ()):
            length, held = _titled(tokens, at, language)
            yield from held
        elif _is_abbreviation(tokens[at]):
            yield Sighting(tokens[at], False)
        at += length or 1


def _place_at(tokens: list[str], at: int, language: str | None) -> tuple[int, str]:
    """How many tokens from ``at`` name a place the gazetteer is sure of, and its name."""
    for length in range(min(_WINDOW, len(tokens) - at), 0, -1):
        run = " ".join(tokens[at : at + length])
        for form in (run, *_bare(run, _PREFIXES.get(language or "", ""))):
            if _is_sure(gazetteer().find(fold(form), language), form):
                return length, form
    return 0, ""


def _is_sure(places: tuple[GazetteerPlace, ...], form: str) -> bool:
    if not places:
        return False
    if places[0].kind is not PlaceKind.TOWN:
        return len(form) > 2
    return len(form) > 3 and places[0].thousands >= _LARGE


def _is_abbreviation(token: str) -> bool:
    return re.fullmatch(r"[א-ת]{1,4}[\"״][א-ת]", token) is not None


def _titled(tokens: list[str], start: int, language: str | None) -> tuple[int, list[Sighting]]:
    """How many tokens a title, its country and a name of two words take up, and the names among them."""
    at = start
    passed = (*_AFTER_TITLE.get(language or "", ()), *_TITLES.get(language or "", ()))
    while at < len(tokens) and tokens[at] in passed:
        at += 1
    held: list[Sighting] = []
    length, place = _place_at(tokens, at, language)
    if length and gazetteer().find(fold(place), language)[0].kind is PlaceKind.COUNTRY:
        held.append(Sighting(place, False))
        at += length
    following = tokens[at : at + 2]
    small = function_words(language)
    if len(following) == 2 and all(_may_be_name(word) and word not in small for word in following):
        held.append(Sighting(" ".join(following), True))
        at += 2
    return at - start, held


def _may_be_name(word: str) -> bool:
    return len(word) > 1 and fold(word).isalpha()


def _japanese(line: str, language: str) -> Iterator[Sighting]:
    for match in _NAME_RUN.finditer(line):
        run, tail = match[1], match[2]
        title = next((title for title in _JAPANESE_TITLES if tail.startswith(title)), None)
        if title or "・" in run or "＝" in run:
            yield Sighting(run, bool(title) or "・" in run)
            continue
        held = next((title for title in _JAPANESE_TITLES if run.endswith(title)), None)
        if held and 2 <= len(run) - len(held) <= 4:
            yield Sighting(run.removesuffix(held), True)
        else:
            yield from _japanese_place(run, language)


def _japanese_place(run: str, language: str) -> Iterator[Sighting]:
    for form in (
        run,
        run.rstrip(_JAPANESE_AREAS),
        *(run[:length] for length in range(min(len(run) - 1, _LONGEST), 1, -1)),
    ):
        if len(form) > 1 and _is_sure_japanese(gazetteer().find(fold(form), language), form):
            yield Sighting(form, False)
            return


def _is_sure_japanese(places: tuple[GazetteerPlace, ...], form: str) -> bool:
    if not places:
        return False
    return places[0].kind is not PlaceKind.TOWN or places[0].thousands >= (_LARGE if len(form) > 2 else 300)


def _known_pieces(line: str, forms: frozenset[str] | set[str]) -> Iterator[str]:
    for match in _NAME_RUN.finditer(line):
        run = fold(match[1])
        for length in range(min(len(run), _LONGEST), 1, -1):
            if run[:length] in forms:
                yield run[:length]
                break
