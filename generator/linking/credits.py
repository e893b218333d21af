"""Credits: who an entry says it has its report from.

A third party (agency, paper, broadcaster) that two entries both credit is a shared source. A speaker
who announces his own matter (a president, a ministry, the police) is none.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from generator.linking.lexicon import Lexicon, lexicon_for
from generator.model import BlockKind, Entry

_NOT_CREDITED = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.KICKER, BlockKind.TABLE})
_BEFORE, _AFTER = 64, 90
_NAME = r"[A-ZÀ-ÞА-Я][\w’'&.-]{0,24}"
_TRAILING = re.compile(r"(?:\s[-–—]\s{1,2}|:\s)([^-–—:.!?\n]{2,48})$")
_DATELINE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .,'/-]{2,40}\(([^()\n]{2,40})\)\s*[-–—]")
_MEDIUM = frozenset("agence agency agentur agencia agenzia news newspaper daily press radio tv television".split())
_PHOTO = re.compile(r"(?:/|photo(?:graph)?\s*(?:by|:)?\s*|©\s*|image:\s*)$", re.IGNORECASE)


class CreditKind(StrEnum):
    """Who is credited; only the third parties can be a shared source."""

    AGENCY = "agency"
    PAPER = "paper"
    BROADCASTER = "broadcaster"
    UNNAMED = "unnamed"
    SPEAKER = "speaker"


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
class _Register:
    """All known names as one pattern, and what each stands for."""

    pattern: re.Pattern[str]
    known: Mapping[str, tuple[str, CreditKind]]


def credits_of(entry: Entry, agencies: Sequence[str] = (), lexicon: Lexicon | None = None) -> tuple[Credit, ...]:
    """The credits of ``entry`` in order of appearance, each name once, its own outlet left out.

    ``agencies`` are names beyond the built-in list. Captions and bylines are not read: a photograph's
    credit says nothing about the report.
    """
    words = lexicon or lexicon_for(entry.text)
    register = _register(tuple(agencies))
    own = _folded(entry.outlet)
    kept: dict[str, Credit] = {}
    for text in _texts(entry):
        for credit in _credits_in(text, register, words):
            if not _is_own(_folded(credit.name), own):
                kept.setdefault(credit.name, credit)
    return tuple(kept.values())


def shared(a: Sequence[Credit], b: Sequence[Credit]) -> tuple[str, ...]:
    """Names of the third parties that both rest on; a report that one names and the other does not is one of them."""
    mine = [credit for credit in a if credit.is_third_party]
    theirs = {_key(credit.name) for credit in b if credit.is_third_party}
    common = tuple(credit.name for credit in mine if _key(credit.name) in theirs)
    if common:
        return common
    return _unnamed_match(mine, [credit for credit in b if credit.is_third_party])


def _unnamed_match(a: Sequence[Credit], b: Sequence[Credit]) -> tuple[str, ...]:
    """``- Report`` here and ``Reuters reported`` there: the same report, as long as only one is named."""
    named = [credit for credit in (*a, *b) if credit.kind is not CreditKind.UNNAMED]
    bare = [side for side in (a, b) if side and all(credit.kind is CreditKind.UNNAMED for credit in side)]
    if len(bare) == 1 and len(named) == 1:
        return (named[0].name,)
    return ()


def mentioned(credits: Sequence[Credit], text: str, outlet: str) -> tuple[str, ...]:
    """Names of third parties among ``credits`` that ``text``, printed by ``outlet``, names in whatever way."""
    own = _folded(outlet)
    named = (credit for credit in credits if credit.kind not in (CreditKind.SPEAKER, CreditKind.UNNAMED))
    return tuple(
        credit.name
        for credit in named
        if not _is_own(_folded(credit.name), own)
        and re.search(rf"(?<!\w){re.escape(_bare(credit.phrase))}(?!\w)", text)
    )


def credits_outlet(credits: Sequence[Credit], outlet: str) -> bool:
    """Whether one of ``credits`` is ``outlet`` itself."""
    own = _folded(outlet)
    return any(credit.is_third_party and _is_own(_folded(credit.name), own) for credit in credits)


# --- where credits stand ---------------------------------------------------------------------


def _texts(entry: Entry) -> Iterator[str]:
    if entry.headline:
        yield entry.headline
    for block in entry.blocks:
        if block.kind not in _NOT_CREDITED:
            yield block.text


def _credits_in(text: str, register: _Register, lexicon: Lexicon) -> Iterator[Credit]:
    found = [*_named(text, register, lexicon), *_mastheads(text, lexicon), *_state(text, lexicon)]
    found.sort(key=lambda item: item[0])
    taken = -1
    for start, end, credit in found:
        if start >= taken:
            taken = end
            yield credit
    trailing = _trailing(text, register, lexicon)
    if trailing is not None:
        yield trailing


def _named(text: str, register: _Register, lexicon: Lexicon) -> Iterator[tuple[int, int, Credit]]:
    for match in register.pattern.finditer(text):
        if _in_context(text, match.start(), match.end(), lexicon):
            name, kind = register.known[match[0]]
            yield match.start(), match.end(), Credit(name, kind, match[0])


def _in_context(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _PHOTO.search(before) or after.startswith("/"):
        return False
    return (
        _after_teller(before, lexicon)
        or _before_report(after, lexicon)
        or _stands_apart(before, after, text, start)
        or _beside_medium(before, after, lexicon)
    )


def _after_teller(before: str, lexicon: Lexicon) -> bool:
    """``told (the) …``, ``according to the state news agency …``: only articles and words for media between."""
    told = _source(lexicon.patterns["credits.told"])
    between = _source(lexicon.patterns["credits.between"])
    media = _source(lexicon.patterns["credits.media"])
    return _compiled(rf"(?:{told})\s+(?:(?:{between}|{media})\s+){{0,4}}[\"“«'‘]?\Z").search(before) is not None


def _before_report(after: str, lexicon: Lexicon) -> bool:
    """``… (news agency), quoting a source, reported``"""
    reports = _source(lexicon.patterns["credits.reports"])
    media = _source(lexicon.patterns["credits.media"])
    return (
        _compiled(
            rf"[\"”»'’]?(?:\s+(?:{media}))?(?:,\s[^.;,]{{1,60}})?,?\s+(?:(?:has|have|is|also|later|first|earlier|had)\s+){{0,2}}(?:{reports})"
        ).match(after)
        is not None
    )


def _beside_medium(before: str, after: str, lexicon: Lexicon) -> bool:
    """``seen by the dpa news agency``: a name beside the word for its medium."""
    media = _source(lexicon.patterns["credits.media"])
    return _compiled(rf"(?:{media})\s+[\"“«'‘]?\Z").search(before) is not None or (
        _compiled(rf"[\"”»'’]?\s+(?:{media})").match(after) is not None
    )


def _stands_apart(before: str, after: str, text: str, start: int) -> bool:
    """``… – Reuters`` at the end, ``Reuters: …`` at the beginning, ``KYIV (Reuters) -``, ``(Reuters)``."""
    if re.search(r"\s[-–—]\s$", before) and not after.strip(" ."):
        return True
    if before.endswith("(") and after.startswith(")"):
        return True
    return start == 0 and after.startswith(":")


def _mastheads(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Credit]]:
    """Papers and stations that no list knows, by their names: ``the Harbour Chronicle reports``."""
    heads = _compiled_case(tuple(sorted(_words_of(lexicon, "mastheads"))))
    for match in heads.finditer(text):
        if _in_context(text, match.start(), match.end(), lexicon):
            yield match.start(), match.end(), Credit(_bare(match[0]), CreditKind.PAPER, match[0])
    media = _source(lexicon.patterns["credits.media"])
    for match in (*_compiled_name(media).finditer(text), *_compiled_named(media).finditer(text)):
        name = _bare(match[1])
        if name and name.lower() not in lexicon.function_words and _is_medium(text, match, lexicon):
            yield match.start(1), match.end(1), Credit(name, CreditKind.PAPER, match[1])


def _is_medium(text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """``station`` may be a railway's and ``agency`` a ministry's: such words need a verb of reporting too."""
    if lexicon.patterns["credits.sure_media"].search(match[0]):
        return True
    return _after_teller(text[max(0, match.start() - _BEFORE) : match.start()], lexicon) or _before_report(
        text[match.end() : match.end() + _AFTER], lexicon
    )


def _state(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Credit]]:
    for match in lexicon.patterns["credits.state"].finditer(text):
        if _in_context(text, match.start(), match.end(), lexicon) or not text[match.end() :].strip(" ."):
            yield match.start(), match.end(), Credit("state media", CreditKind.BROADCASTER, match[0])


def _trailing(text: str, register: _Register, lexicon: Lexicon) -> Credit | None:
    """What a headline ends in after a dash or colon: a speaker, or a report nobody is named for."""
    match = _TRAILING.search(text)
    if match is None or len(text) > 220 or match[1] in register.known:
        return None
    phrase = match[1].strip()
    if lexicon.patterns["credits.unnamed"].fullmatch(phrase):
        return Credit("a report", CreditKind.UNNAMED, phrase)
    if len(phrase.split()) > 5 or _compiled_case(tuple(sorted(_words_of(lexicon, "mastheads")))).search(phrase):
        return None
    return Credit(phrase, CreditKind.SPEAKER, phrase)


# --- names --------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _register(agencies: tuple[str, ...]) -> _Register:
    table = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text("utf-8"))
    known: dict[str, tuple[str, CreditKind]] = {}
    for kind, names in table.items():
        for name, aliases in names.items():
            for spelling in (name, *aliases):
                known[spelling] = (name, CreditKind(kind))
    for name in agencies:
        known[name] = (name, CreditKind.AGENCY)
    ordered = sorted(known, key=lambda name: (-len(name), name))
    return _Register(re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, ordered))})(?![\w/])"), known)


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=16)
def _compiled_case(heads: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:The\s)?(?:{_NAME}\s){{1,3}}(?:{'|'.join(heads)})(?!\w)")


@lru_cache(maxsize=16)
def _compiled_name(media: str) -> re.Pattern[str]:
    return re.compile(rf"(?i:{media})\s[\"“«'‘]?({_NAME}(?:\s{_NAME}){{0,3}})")


@lru_cache(maxsize=16)
def _compiled_named(media: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_NAME}(?:\s{_NAME}){{0,2}})[\"”»'’]?\s(?i:{media})(?!\w)")


def _words_of(lexicon: Lexicon, name: str) -> tuple[str, ...]:
    return lexicon.mastheads if name == "mastheads" else ()


def _source(pattern: re.Pattern[str]) -> str:
    return pattern.pattern


def _bare(name: str) -> str:
    plain = re.sub(r"^(?:[Tt]he|A|An)\s+", "", name.strip("\"“”«»'‘’ "))
    return plain.rstrip(".,")


def _key(name: str) -> str:
    """What makes two spellings one credit: the name without the words for its medium."""
    folded = _folded(name)
    return " ".join(word for word in folded.split() if word not in _MEDIUM) or folded


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c for c in plain if c.isalnum() or c == " ")
    return " ".join(word for word in kept.split() if word != "the")


def _is_own(name: str, outlet: str) -> bool:
    """Whether ``name`` is the outlet, or the first word or words of its name (``Sputnik`` of ``Sputnik International``)."""
    return bool(name) and (
        name == outlet or outlet.startswith(name + " ") or (outlet != "" and name.startswith(outlet + " "))
    )
