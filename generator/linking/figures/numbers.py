"""Numbers in running text: digits and words, scales, ranges, and the hedges before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.linking.lexicon import Lexicon

_TOKEN = re.compile(r"([^\W\d_]+|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d.,]\d|\d)|\d+(?:[.,]\d+)*|[^\w\s]|_)")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+")
_WITH_CENTS, _DECIMAL = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+"), re.compile(r"\d+[.,]\d+")
_NO_DIGIT = re.compile(r"\D")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_MOST_DIGITS = 18
_DASHES = frozenset("-–—−")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed: from ``low`` to ``high`` (equal unless a range), at ``start:end`` of its sentence.

    ``from_words`` tells whether it is spelled out; ``scaled`` whether thousand, million… belong to it.
    """

    low: float
    high: float
    start: int
    end: int
    from_words: bool = False
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a sentence in small letters; ``edges`` are where each begins and ends, in turn."""

    sentence: str
    keys: list[str]
    edges: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    @classmethod
    def of(cls, sentence: str) -> _Tokens:
        pieces = _TOKEN.split(sentence)
        return cls(sentence, list(map(str.lower, pieces[1::2])), list(accumulate(map(len, pieces))))

    def start(self, at: int) -> int:
        return self.edges[2 * at]

    def end(self, at: int) -> int:
        return self.edges[2 * at + 1]


def holds_digits(text: str) -> bool:
    """A quick look before a thorough one."""
    return _DIGIT.search(text) is not None


def holds_number_words(text: str, lexicon: Lexicon) -> bool:
    """Whether a number may be spelled out in ``text``: a quick look before a thorough one."""
    return not lexicon.number_words.isdisjoint(_LETTERS.findall(text.lower()))


def numbers_in(sentence: str, lexicon: Lexicon) -> list[Number]:
    """All numbers of one sentence, in order, ranges united."""
    tokens, starts = _Tokens.of(sentence), lexicon.number_starts
    found: list[Number] = []
    reached = 0
    for at in [at for at, key in enumerate(tokens.keys) if key in starts or key[0].isdigit()]:
        if at >= reached:
            number, reached = _number_at(tokens, at, lexicon)
            if number is not None:
                found.append(number)
    return _ranges(found, sentence, lexicon)


def digits_value(text: str) -> float | None:
    """The value of digits with separators: ``1,200`` ``18 800`` ``6.3`` ``6,3``; None for anything else."""
    if sum(c.isdigit() for c in text) > _MOST_DIGITS:
        return None
    if text.isdecimal():
        return float(text)
    if _THOUSANDS.fullmatch(text) and not text.startswith("0"):
        return float(_NO_DIGIT.sub("", text))
    if _WITH_CENTS.fullmatch(text):
        return float(text.replace(",", ""))
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    return None


def _number_at(tokens: _Tokens, at: int, lexicon: Lexicon) -> tuple[Number | None, int]:
    if tokens.keys[at][0].isdigit():
        return _from_digits(tokens, at, lexicon)
    return _from_words(tokens, at, lexicon)


def _from_digits(tokens: _Tokens, at: int, lexicon: Lexicon) -> tuple[Number | None, int]:
    value = digits_value(tokens.keys[at])
    if value is None:
        return None, at + 1
    number = Number(value, value, tokens.start(at), tokens.end(at))
    return _scaled(number, tokens, at + 1, lexicon)


def _scaled(number: Number, tokens: _Tokens, at: int, lexicon: Lexicon) -> tuple[Number, int]:
    """``number`` times the scale that follows it, if one does (``700m``, ``1.5 million``)."""
    if at >= len(tokens):
        return number, at
    key, touching = tokens.keys[at], tokens.start(at) == number.end
    scale = lexicon.scales.get(key) or (lexicon.scale_letters.get(key) if touching and key != "m" else None)
    if scale is None or (scale <= 20 and not number.from_words):
        return number, at
    return replace(
        number, low=number.low * scale, high=number.high * scale, end=tokens.end(at), scaled=scale >= 1000
    ), at + 1


def _from_words(tokens: _Tokens, at: int, lexicon: Lexicon) -> tuple[Number | None, int]:
    """The longest run of number words from ``at``: twenty-three, a hundred and forty, two dozen, half a million."""
    if tokens.keys[at] in lexicon.halves:
        return _half(tokens, at, lexicon)
    run = _run(tokens, at, lexicon)
    if not run:
        return None, at + 1
    value, scaled = _value([tokens.keys[place] for place in run], lexicon)
    last = run[-1]
    return Number(value, value, tokens.start(at), tokens.end(last), from_words=True, scaled=scaled), last + 1


def _run(tokens: _Tokens, at: int, lexicon: Lexicon) -> list[int]:
    """Places of the number words that belong together, those that only join them left out."""
    if tokens.keys[at] in lexicon.articles:
        if at + 1 >= len(tokens) or tokens.keys[at + 1] not in lexicon.scales:
            return []
        at += 1
    run: list[int] = []
    while at < len(tokens) and (_continues(tokens, run, at, lexicon) or (run and _joins(tokens, at, run[-1], lexicon))):
        if tokens.keys[at] in lexicon.numerals or tokens.keys[at] in lexicon.scales:
            run.append(at)
        at += 1
    return run


def _continues(tokens: _Tokens, run: list[int], at: int, lexicon: Lexicon) -> bool:
    key = tokens.keys[at]
    if key in lexicon.scales:
        return True
    if key not in lexicon.numerals:
        return False
    if not run:
        return True
    before = tokens.keys[run[-1]]
    previous = lexicon.scales.get(before) or lexicon.numerals.get(before, 0)
    return _follows(previous, lexicon.numerals[key])


def _value(words: list[str], lexicon: Lexicon) -> tuple[float, bool]:
    """The value of a run of number words, and whether thousands or more are in it."""
    total = group = 0
    scaled = False
    for word in words:
        scale = lexicon.scales.get(word)
        if scale is None:
            group += lexicon.numerals[word]
        elif scale >= 1000:
            total, group, scaled = total + max(group, 1) * scale, 0, True
        else:
            group = max(group, 1) * scale
    return float(total + group), scaled


def _follows(previous: int, value: int) -> bool:
    return (previous >= 100 and value < 100) or (20 <= previous < 100 and previous % 10 == 0 and 0 < value < 10)


def _joins(tokens: _Tokens, at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the token only joins two number words: the hyphen of twenty-one, the ``and`` after hundred."""
    if at != last + 1 or at + 1 >= len(tokens):
        return False
    key, following = tokens.keys[at], tokens.keys[at + 1]
    if key in _DASHES:
        touching = tokens.start(at) == tokens.end(last) and tokens.start(at + 1) == tokens.end(at)
        return touching and following in lexicon.numerals
    return key in lexicon.joiners and tokens.keys[last] in lexicon.scales and following in lexicon.numerals


def _half(tokens: _Tokens, at: int, lexicon: Lexicon) -> tuple[Number | None, int]:
    after = at + 1
    if after < len(tokens) and tokens.keys[after] in lexicon.articles:
        after += 1
    if after < len(tokens) and lexicon.units.at(tokens.sentence, tokens.start(after)):
        return Number(0.5, 0.5, tokens.start(at), tokens.end(after - 1), from_words=True), after
    if after < len(tokens) and lexicon.scales.get(tokens.keys[after], 0) >= 1000:
        value = lexicon.scales[tokens.keys[after]] / 2
        start, end = tokens.start(at), tokens.end(after)
        return Number(value, value, start, end, from_words=True, scaled=True), after + 1
    return None, at + 1


def _ranges(found: list[Number], sentence: str, lexicon: Lexicon) -> list[Number]:
    """Neighbours joined by a dash, ``to`` or ``or`` become one range, if they ascend."""
    united: list[Number] = []
    for number in found:
        before = united[-1] if united else None
        if before is not None and before.low == before.high and _is_range(before, number, sentence, lexicon):
            low = before.low * _missing_scale(before, number)
            united[-1] = Number(low, number.high, before.start, number.end, before.from_words, number.scaled)
        else:
            united.append(number)
    return united


def _is_range(before: Number, number: Number, sentence: str, lexicon: Lexicon) -> bool:
    between = sentence[before.end : number.start].strip().lower()
    if between in _DASHES:
        return before.low * _missing_scale(before, number) < number.low
    opener = sentence[: before.start].rstrip().lower()
    if between in lexicon.ranges:
        return before.low < number.low and not opener.endswith("from")
    return between in lexicon.joiners and opener.endswith("between")


def _missing_scale(before: Number, number: Number) -> float:
    """``13-15 million``: the scale printed once counts for both ends."""
    if not number.scaled or before.scaled:
        return 1.0
    for scale in (1e12, 1e9, 1e6, 1e3):
        if number.low >= scale:
            return scale
    return 1.0
