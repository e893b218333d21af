"""Reading every entry once: where capitals stand, what stands beside them, which words are never capital.

Nothing is decided here. A *run* is a row of capitalised words as printed ("US President Joe Biden");
a *heading* is a line in which nearly every word is a capital one, so that capitals say nothing.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from generator.language.folding import fold
from generator.language.guess import guess_language
from generator.language.words import HAN, HIRAGANA, KATAKANA, is_uncased, is_unspaced
from generator.model import BlockKind, Entry

_LETTERS: Final = [chr(code) for code in range(0x41, 0x2C00)]


def _ranges(letters: list[str]) -> str:
    """A regular expression class of ``letters``, neighbours joined."""
    parts: list[list[int]] = []
    for code in map(ord, letters):
        if parts and parts[-1][1] == code - 1:
            parts[-1][1] = code
        else:
            parts.append([code, code])
    return "".join(re.escape(chr(a)) if a == b else f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in parts)


_UPPER: Final = _ranges([letter for letter in _LETTERS if letter.isupper()])
_SHORT: Final = "Gov|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Dr|Prof|Mr|Mrs|Ms|St|Ft|Mt|Adm|Rev|Hon"
_NAME: Final = (
    rf"(?:(?:{_SHORT}|[{_UPPER}])\.(?=\s)|(?:[{_UPPER}]\.){{2,6}}"
    rf"|[{_UPPER}]\w*+(?:[-'’ʼ&.‑]\w++)*+(?:(?<=s)['’](?=\s))?)"
)
_JOINT: Final = (
    "of the|of|for|and|de la|de los|del|della|di|da|dos|du|des|de|do|van der|van den|van|von der|von"
    "|bin|ibn|al|el|la|le"
)
_NUMBER: Final = r"[ \u00a0-]\d{1,3}+(?![\w%]|[.,:]\d)"
_RUN: Final = re.compile(
    rf"(?<![\w@#])(?:[a-z]+-)?({_NAME}(?:[ \u00a0](?:(?:{_JOINT})[ \u00a0])?{_NAME}){{0,7}}+(?:{_NUMBER})?)"
)
_MARKS_AROUND: Final = " \u00a0\"'“”‘’«»„([{<>—–-,;:.!?…|•*·+/@#&$€£%=~"
_OF: Final = frozenset({"of", "de", "von", "di"})
_AFTER: Final = re.compile(
    r"[ \u00a0]?(\([^)\n]{1,12}\) )?(,)?[ \u00a0]?(?:(?:a|ha|hat|has|had|har|hatte|avait)[ \u00a0])?"
    r"([^\W\d_][\w'’]*)?"
)
_LOWER: Final = re.compile(r"(?<![\w@#/.])[^\W\d_]\w*")
_UNSPACED: Final = re.compile(rf"[{HAN}{KATAKANA}{HIRAGANA}]+")
_SENTENCE_MARKS: Final = frozenset(".!?…:;|•*–—·+>")
CAPITAL_NOUNS: Final = frozenset({"de", "lb"})
"""Languages that write every noun with a capital letter."""
_HEADING_WORDS: Final = 3
_HEADING_SHARE: Final = 0.75
_HEADING_LENGTH: Final = 220


class Run(NamedTuple):
    """Capitalised words, the word before and after (folded case), and whether a sentence starts with them.

    ``before`` is two words where the second is "of" or its like: "town of". ``comma`` tells that a
    comma stands between the run and the word after it.
    """

    text: str
    before: str
    after: str
    initial: bool
    comma: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the survey keeps of one entry. ``plain`` are lines in scripts without capitals."""

    document: str
    language: str | None
    runs: tuple[Run, ...]
    headings: tuple[str, ...]
    plain: tuple[str, ...]


@dataclass(slots=True)
class Survey:
    """The sheets of all entries, in their order, and how often each word stands in small letters."""

    sheets: list[Sheet] = field(default_factory=list)
    lower: Counter[str] = field(default_factory=Counter)


def survey(entries: Sequence[Entry]) -> Survey:
    """Read all ``entries`` once."""
    languages = _languages(entries)
    found = Survey()
    for entry in entries:
        found.sheets.append(_sheet(entry, languages.get(entry.document), found.lower))
    return found


def lines_of(entry: Entry) -> list[str]:
    """The lines of an entry that speak of its subject: not who wrote it."""
    texts = [entry.headline] if entry.headline else []
    texts += [block.text for block in entry.blocks if block.kind is not BlockKind.BYLINE]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def _languages(entries: Sequence[Entry]) -> dict[str, str | None]:
    samples: dict[str, str] = {}
    for entry in entries:
        sample = samples.get(entry.document, "")
        if len(sample) < 3_000:
            samples[entry.document] = f"{sample}\n{entry.text}"
    return {document: guess_language(sample) for document, sample in samples.items()}


def _sheet(entry: Entry, language: str | None, lower: Counter[str]) -> Sheet:
    runs: list[Run] = []
    headings: list[str] = []
    plain: list[str] = []
    for line in lines_of(entry):
        if is_unspaced(line) or is_uncased(line):
            plain.append(line)
            line = _UNSPACED.sub(" ", line)
        words = _LOWER.findall(line)
        small = [word for word in words if word.islower()]
        lower.update(small)
        if language not in CAPITAL_NOUNS and is_heading(line, words):
            headings.append(line)
        else:
            runs += _runs(line)
    return Sheet(entry.document, language, tuple(runs), tuple(headings), tuple(plain))


def is_heading(line: str, words: Sequence[str]) -> bool:
    """Whether nearly all longer words of ``line`` are capital ones, as in English headlines."""
    if len(line) > _HEADING_LENGTH or line.rstrip("\"'”’) ").endswith("."):
        return False
    long = [word for word in words if len(word) > 3]
    capital = sum(not word.islower() for word in long)
    return len(long) >= _HEADING_WORDS and capital >= _HEADING_SHARE * len(long)


def _runs(line: str) -> list[Run]:
    runs = []
    for match in _RUN.finditer(line):
        if line[match.end() : match.end() + 1] == "/" or line[match.start() - 1 : match.start()] == "/":
            continue  # who took a picture: Name/Agency
        before, initial = _word_before(line, match.start(1))
        after = _AFTER.match(line, match.end())
        word, comma = (after[3] or "", bool(after[2])) if after else ("", False)
        runs.append(Run(sys.intern(match[1]), _folded(before), _folded(word), initial, comma))
    return runs


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    return fold(word)


def _word_before(line: str, start: int) -> tuple[str, bool]:
    """The word before position ``start``, and whether a sentence starts there."""
    before = line[max(0, start - 32) : start]
    bare = before.rstrip(_MARKS_AROUND)
    words = bare.split()[-2:]
    if not words or not _SENTENCE_MARKS.isdisjoint(before[len(bare) :]):
        return "", True
    if words[-1] in _OF:
        return " ".join(words), False
    return words[-1].strip(_MARKS_AROUND), False
