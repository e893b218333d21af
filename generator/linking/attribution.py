"""Where a text names whom it has its report from: ``Reuters reported``, ``told AFP``, ``– police``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.linking.agencies import CreditKind, Register, bare
from generator.linking.lexicon import Lexicon, lexicons
from generator.linking.words import Words

_BEFORE, _AFTER = 64, 96
_NAME = r"[A-ZÀ-ÞА-Я][\w’'&.-]{0,24}"
_QUOTE = r"[\"“”„«»'‘’]?"
_ELIDED = r"(?:[ldLD][’'])?"
_TRAILING = re.compile(r"(?:\s[-–—]\s{1,2}|(?<=\w):\s(?=[A-ZÀ-ÞА-Я]))([^-–—:.!?\n]{2,48})$")
_DASH_OR_COLON = re.compile(r"[-–—:]\s")
_PHOTO = re.compile(r"(?:/|photo(?:graph)?\s*(?:by|:)?\s*|©\s*|image:\s*)$", re.IGNORECASE)
_LONGEST_HEADLINE, _LONGEST_SPEAKER, _LONGEST_AFTER_COLON = 220, 5, 2


@dataclass(frozen=True, slots=True)
class Credit:
    """``name`` as this project writes it (one spelling for all aliases), ``phrase`` as printed."""

    name: str
    kind: CreditKind
    phrase: str

    @property
    def is_third_party(self) -> bool:
        return self.kind is not CreditKind.SPEAKER


@dataclass(frozen=True, slots=True)
class _Phrasing:
    """How a language attributes: what stands before a name, after it, and beside it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    medium_before: re.Pattern[str]
    medium_after: re.Pattern[str]
    masthead: re.Pattern[str]
    medium_and_name: re.Pattern[str]
    name_and_medium: re.Pattern[str]


def may_name(words: Words, known: Register, lexicon: Lexicon) -> bool:
    """Whether any of ``words`` can be of a name that is credited: a quick look before a thorough one."""
    apart = known.words.isdisjoint(words.written) and lexicon.mastheads.isdisjoint(words.written)
    return not (apart and lexicon.media.isdisjoint(words.small) and lexicon.state_media.isdisjoint(words.small))


def attributions(text: str, known: Register, lexicon: Lexicon, *, named: bool = True) -> Iterator[Credit]:
    """The credits of one headline or block, in order; of overlapping ones the first.

    ``named`` tells whether names are looked for at all, or only what the text ends in.
    """
    taken = -1
    for start, end, credit in sorted(_named(text, known, lexicon) if named else (), key=lambda item: item[:2]):
        if start >= taken:
            taken = end
            yield credit
    trailing = _trailing(text, known, lexicon)
    if trailing is not None:
        yield trailing


def _named(text: str, known: Register, lexicon: Lexicon) -> Iterator[tuple[int, int, Credit]]:
    words = Words.of(text)
    if not known.words.isdisjoint(words.written):
        yield from _registered(text, known, lexicon)
    if not lexicon.mastheads.isdisjoint(words.written):
        yield from _mastheads(text, lexicon)
    if not lexicon.media.isdisjoint(words.small):
        yield from _unregistered(text, lexicon)
    if not lexicon.state_media.isdisjoint(words.small):
        yield from _state(text, lexicon)


def _registered(text: str, known: Register, lexicon: Lexicon) -> Iterator[tuple[int, int, Credit]]:
    for match in known.pattern.finditer(text):
        if _is_credited(text, match.start(), match.end(), lexicon):
            name, kind = known.known[match[0]]
            yield match.start(), match.end(), Credit(name, kind, match[0])


def _mastheads(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Credit]]:
    """Papers and stations that no list knows: ``the Harbour Chronicle reports``."""
    for match in _phrasing(lexicon.language).masthead.finditer(text):
        if _is_credited(text, match.start(), match.end(), lexicon) and not _is_where(text, match.start(), lexicon):
            yield match.start(), match.end(), Credit(bare(match[0]), CreditKind.PAPER, match[0])


def _unregistered(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Credit]]:
    """Names beside the word for what they are: ``the newspaper "Volna"``."""
    phrasing = _phrasing(lexicon.language)
    for pattern in (phrasing.medium_and_name, phrasing.name_and_medium):
        for match in pattern.finditer(text):
            name = bare(match[1])
            if name and name.lower() not in lexicon.function_words and _is_medium(text, match, lexicon):
                yield match.start(1), match.end(1), Credit(name, CreditKind.PAPER, match[1])


def _state(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Credit]]:
    for match in lexicon.patterns["credits.state"].finditer(text):
        ends_text = not text[match.end() :].strip(" .")
        if ends_text or _is_credited(text, match.start(), match.end(), lexicon):
            yield match.start(), match.end(), Credit("state media", CreditKind.BROADCASTER, match[0])


def _is_credited(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _PHOTO.search(before) or after.startswith("/"):
        return False
    phrasing = _phrasing(lexicon.language)
    said = phrasing.before.search(before) or phrasing.after.match(after)
    beside = phrasing.medium_before.search(before) or phrasing.medium_after.match(after)
    return bool(said or beside) or _stands_apart(before, after, at_start=start == 0)


def _is_where(text: str, start: int, lexicon: Lexicon) -> bool:
    """``on the Evening Star``: what a list does not know may as well be a ship that something happened on."""
    said = _phrasing(lexicon.language).before.search(text[max(0, start - _BEFORE) : start])
    return said is not None and said[0].split()[0].lower() in lexicon.function_words


def _stands_apart(before: str, after: str, *, at_start: bool) -> bool:
    """``… – Reuters`` at the end, ``Reuters: …`` at the beginning, ``KYIV (Reuters) -``, ``(Reuters)``."""
    if re.search(r"\s[-–—]\s$", before) and not after.strip(" ."):
        return True
    return (before.endswith("(") and after.startswith(")")) or (at_start and after.startswith(":"))


def _is_medium(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """``station`` may be a railway's and ``agency`` a ministry's: such words need a verb of reporting too."""
    if lexicon.patterns["credits.sure_media"].search(match[0]):
        return True
    phrasing = _phrasing(lexicon.language)
    before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() : match.end() + _AFTER]
    return bool(phrasing.before.search(before) or phrasing.after.match(after))


def _trailing(text: str, known: Register, lexicon: Lexicon) -> Credit | None:
    """What a headline ends in after a dash or colon: a speaker, or a report nobody is named for."""
    may_trail = len(text) <= _LONGEST_HEADLINE and _DASH_OR_COLON.search(text)
    match = _TRAILING.search(text) if may_trail else None
    if match is None or match[1] in known.known:
        return None
    phrase = match[1].strip()
    if lexicon.patterns["credits.unnamed"].fullmatch(phrase):
        return Credit("a report", CreditKind.UNNAMED, phrase)
    longest = _LONGEST_AFTER_COLON if ":" in match[0] else _LONGEST_SPEAKER
    if len(phrase.split()) > longest or _phrasing(lexicon.language).masthead.search(phrase):
        return None
    return Credit(phrase, CreditKind.SPEAKER, phrase)


@lru_cache(maxsize=32)
def _phrasing(language: str) -> _Phrasing:
    lexicon = lexicons()[language]
    told, between, media, reports, auxiliaries = (
        lexicon.patterns[f"credits.{name}"].pattern for name in ("told", "between", "media", "reports", "auxiliaries")
    )
    heads = "|".join(map(re.escape, sorted(lexicon.mastheads))) or r"(?!)"
    return _Phrasing(
        before=re.compile(rf"(?i:{told})\s+(?:(?i:{between}|{media})\s+){{0,4}}{_ELIDED}{_QUOTE}\Z"),
        after=re.compile(
            rf"{_QUOTE}(?:\s+(?i:{media}))?(?:,\s[^.;,]{{1,60}})?,?\s+(?:(?i:{auxiliaries})\s+){{0,2}}(?i:{reports})"
        ),
        medium_before=re.compile(rf"(?i:{media})\s+{_QUOTE}\Z"),
        medium_after=re.compile(rf"{_QUOTE}\s+(?i:{media})"),
        masthead=re.compile(rf"(?<!\w)(?:The\s)?(?:{_NAME}\s){{1,3}}(?:{heads})(?!\w)"),
        medium_and_name=re.compile(rf"(?i:{media})\s{_QUOTE}({_NAME}(?:\s{_NAME}){{0,3}})"),
        name_and_medium=re.compile(rf"(?<!\w)({_NAME}(?:\s{_NAME}){{0,2}}){_QUOTE}\s(?i:{media})(?!\w)"),
    )
