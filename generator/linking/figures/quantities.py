"""What quantities a text gives: how many of what, in which unit, said of whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.linking.figures.numbers import Number, numbers_in
from generator.linking.figures.people import RoleMatch, role_matches, role_of
from generator.linking.lexicon import Lexicon
from generator.linking.sentences import sentences_of
from generator.linking.terms import fold, stem

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<![\d.,$€£])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)")
_MOST_NUMBERS = 200
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure with its meaning.

    ``kind`` says what may be compared with what: ``people.killed``, ``length``, ``money.dollars``,
    ``magnitude``, ``age``, ``count.house``… ``low`` and ``high`` are in the base unit of the kind
    (metres, seconds, kilograms…). ``printed`` is verbatim, hedge and unit included; ``what`` names
    the quantity in plain words. ``anchors`` are stems of the words around it, ``noun`` that of
    what is counted. ``former`` marks a value the text itself sets aside (``not the five we
    printed``), ``background`` one of another time, ``part`` one that is only a part of another.
    """

    kind: str
    what: str
    low: float
    high: float
    printed: str
    noun: str | None = None
    aspects: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    former: bool = False
    background: bool = False
    part: bool = False
    hedged: bool = False

    @property
    def is_current(self) -> bool:
        return not (self.former or self.background or self.part)


def quantities_of(texts: Sequence[str], lexicon: Lexicon, day: date | None = None) -> tuple[Quantity, ...]:
    """The quantities of ``texts`` (headline and blocks of an entry), in order; ``day`` tells which years are past."""
    found: list[Quantity] = []
    for text in texts:
        for sentence in sentences_of(text):
            found += _in_sentence(sentence, lexicon, day)
            if len(found) > _MOST_NUMBERS:
                return tuple(found)
    return tuple(found)


def _in_sentence(sentence: str, lexicon: Lexicon, day: date | None) -> Iterable[Quantity]:
    numbers = [n for n in numbers_in(sentence, lexicon) if not _is_no_quantity(sentence, n, lexicon)]
    if not numbers:
        return ()
    matches = role_matches(sentence, lexicon)
    found = []
    for index in range(len(numbers)):
        quantity = _quantity(sentence, numbers, index, matches, lexicon)
        if quantity is not None:
            number = numbers[index]
            found.append(
                replace(
                    quantity,
                    former=_is_former(sentence, number, lexicon),
                    background=_is_background(sentence, number, lexicon, day),
                    part=_is_part(sentence, number, lexicon),
                    anchors=_anchors(sentence, number, lexicon),
                )
            )
    return found


# --- what is no quantity ---------------------------------------------------------------------


def _is_no_quantity(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    before, after = sentence[: number.start], sentence[number.end :]
    return (
        _is_clock(before, after, number, lexicon)
        or _is_date(sentence, before, after, number, lexicon)
        or _is_name(before, after, lexicon)
    )


def _is_clock(before: str, after: str, number: Number, lexicon: Lexicon) -> bool:
    if re.match(r"[:.]\d\d(?!\d)", after) and number.low < 25 and re.match(r"[:.]\d\d\s*(?:[ap]\.?m|\D)", after + " "):
        return re.match(r":\d\d", after) is not None
    if re.search(r"\d:$", before) or re.match(r"\s+(?:past|minutes? (?:past|to))\s", after):
        return True
    if re.search(r"\b(?:past|minutes to|quarter to)\s+$", before) or re.match(
        r"\s+to\s+(?:midnight|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", after
    ):
        return True
    marks = lexicon.patterns["numerals.clock"]
    return marks.match(after.lstrip(" ")) is not None and number.low < 2500


def _is_date(sentence: str, before: str, after: str, number: Number, lexicon: Lexicon) -> bool:
    months = lexicon.patterns["numerals.months"]
    if number.low <= 31 and (
        months.match(after.lstrip(" ,.")) or months.search(before[-12:].rstrip(" ,.") + "", 0) and _ends(months, before)
    ):
        return not number.from_words
    if re.match(r"(?:st|nd|rd|th)\b", after):
        return True
    if re.match(r"[-./]\d{1,2}[-./]\d{2,4}", after) or re.search(r"\d[-./]$", before):
        return True
    return _YEAR.fullmatch(sentence, number.start, number.end) is not None and not _counts(after, lexicon)


def _ends(pattern: re.Pattern[str], text: str) -> bool:
    tail = text.rstrip(" ,.")[-12:]
    return any(match.end() == len(tail) for match in pattern.finditer(tail))


def _counts(after: str, lexicon: Lexicon) -> bool:
    return lexicon.patterns["people.words"].match(after.lstrip()) is not None


def _is_name(before: str, after: str, lexicon: Lexicon) -> bool:
    """``MQ-1C``, ``F-16``, ``Route 5``: digits that belong to a name."""
    if re.search(r"[^\W\d_]-?$", before) and not before.endswith(" "):
        return True
    if re.match(r"-?[A-Z]\w?\b", after) and not after.startswith((" ", "-year")):
        return True
    return _ends(lexicon.patterns["numerals.labels"], before) and before.endswith(" ")


# --- what it is -------------------------------------------------------------------------------


def _quantity(
    sentence: str, numbers: Sequence[Number], index: int, matches: Sequence[RoleMatch], lexicon: Lexicon
) -> Quantity | None:
    number = numbers[index]
    return (
        _age(sentence, number)
        or _money(sentence, number, lexicon)
        or _magnitude(sentence, number, lexicon)
        or _measure(sentence, number, lexicon)
        or _score(sentence, number, lexicon)
        or _people(sentence, numbers, index, matches, lexicon)
        or _count(sentence, number, lexicon)
    )


def _age(sentence: str, number: Number) -> Quantity | None:
    before, after = sentence[: number.start], sentence[number.end :]
    stated = (
        re.match(r"[- ]years?[- ]olds?\b", after)
        or re.search(r"\b(?:aged?|ages)\s+(?:of\s+|about\s+)?$", before, re.I)
        or (
            re.search(r"[^\W\d_],\s+$", before) and re.match(r"(?:,|\s+(?:alive|dead)\b|$)", after) and number.low < 110
        )
        or (re.search(r"\b(?:she|he)\s+(?:is|was)\s+$", before, re.I) and re.match(r"\s*(?:[.,;]|years old|$)", after))
    )
    if not stated or number.low != number.high or number.low > 120:
        return None
    return Quantity("age", "age", number.low, number.high, sentence[number.start : number.end])


def _money(sentence: str, number: Number, lexicon: Lexicon) -> Quantity | None:
    before, after = sentence[: number.start], sentence[number.end : number.end + 24]
    for name, pattern in lexicon.money.items():
        sign = next((m for m in pattern.finditer(before[-4:]) if m.end() == len(before[-4:])), None)
        word = pattern.match(after.lstrip(" -"))
        if sign is None and word is None:
            continue
        start = number.start - (len(sign[0]) if sign else 0)
        end, scale = number.end, 1.0
        if sign and re.match(r"m(?:n|ln)?\b", after, re.I):
            scale, end = 1e6, number.end + len(re.match(r"\w+", after)[0])  # type: ignore[index]
        if word is not None:
            end = number.end + (len(after) - len(after.lstrip(" -"))) + word.end()
        printed = _printed(sentence, start, end, lexicon)
        return Quantity(
            f"money.{name}",
            f"sum in {name}",
            number.low * scale,
            number.high * scale,
            printed,
            aspects=_aspects(sentence, number, lexicon),
        )
    return None


def _magnitude(sentence: str, number: Number, lexicon: Lexicon) -> Quantity | None:
    if not 1 < number.low < 10 or number.scaled:
        return None
    before, after = sentence[max(0, number.start - 40) : number.start], sentence[number.end : number.end + 24]
    named = lexicon.patterns["magnitude.words"]
    is_decimal = not number.low.is_integer() or re.search(r"\d[.,]\d", sentence[number.start : number.end]) is not None
    if is_decimal and (named.search(sentence) or lexicon.patterns["magnitude.quake"].search(sentence)):
        if not re.match(r"\s*(?:-\s*)?(?:k?m|miles?|%|per|million|hours?|tonnes?)\b", after):
            return Quantity("magnitude", "magnitude", number.low, number.high, sentence[number.start : number.end])
    if named.search(before) and re.search(r"(?:magnitude|richter)\s+(?:of\s+|was\s+)?$", before, re.I):
        return Quantity("magnitude", "magnitude", number.low, number.high, sentence[number.start : number.end])
    return None


def _measure(sentence: str, number: Number, lexicon: Lexicon) -> Quantity | None:
    after = sentence[number.end : number.end + 32]
    gap = re.match(r"[\s\u00a0-]{0,2}", after)
    offset = gap.end() if gap else 0
    best: tuple[int, str, float] | None = None
    for dimension, sizes in lexicon.units.items():
        for size, pattern in sizes:
            match = pattern.match(after, offset) or (re.match(r"%", after[offset:]) if dimension == "percent" else None)
            if match and (best is None or match.end() - match.start() > best[0]):
                best = (match.end() - match.start(), dimension, size)
    if best is None:
        return None
    length, dimension, size = best
    if dimension == "duration" and re.match(r"\s+ago\b", after[offset + length :]):
        return None
    end = number.end + offset + length
    return Quantity(
        dimension,
        dimension,
        number.low * size,
        number.high * size,
        _printed(sentence, number.start, end, lexicon),
        aspects=_aspects(sentence, number, lexicon),
    )


def _score(sentence: str, number: Number, lexicon: Lexicon) -> Quantity | None:
    return None


def _people(
    sentence: str, numbers: Sequence[Number], index: int, matches: Sequence[RoleMatch], lexicon: Lexicon
) -> Quantity | None:
    number = numbers[index]
    if not number.low.is_integer() or number.low < 1:
        return None
    noun = _people_noun(sentence, number, lexicon)
    start = _hedge_start(sentence, number, lexicon)
    left = max((n.end for n in numbers[:index] if not _is_part(sentence, n, lexicon)), default=0)
    right = min((n.start for n in numbers[index + 1 :] if not _is_part(sentence, n, lexicon)), default=len(sentence))
    match = role_of(sentence, left, start, number.end, right, matches, lexicon)
    if match is None or (noun is None and not _stands_alone(sentence, number, lexicon)):
        return None
    if number.low == 1 and match.role not in ("killed", "injured", "missing"):
        return None
    role = match.role
    what = lexicon.role_names[role]
    printed = sentence[start : number.end]
    return Quantity(f"people.{role}", what, number.low, number.high, printed, noun=noun, hedged=start < number.start)


def _people_noun(sentence: str, number: Number, lexicon: Lexicon) -> str | None:
    """Stem of the people noun that follows the number within three words."""
    words = list(_WORD.finditer(sentence, number.end, min(len(sentence), number.end + 48)))[:3]
    people = lexicon.patterns["people.words"]
    for word in words:
        if re.search(r"[.,;:()]", sentence[number.end : word.start()]):
            return None
        if people.fullmatch(word[0]):
            return stem(fold(word[0]))
        if word[0].lower() in lexicon.function_words:
            return None
    return None


def _stands_alone(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    """Whether the number counts no other thing: a role, verb or end follows, not a noun of things."""
    after = sentence[number.end :]
    word = re.match(r"[\s-]*([^\W\d_]+)", after)
    if word is None or re.match(r"\s*[.,;:()!?'\"’”–—]", after):
        return True
    if word[1].lower() in lexicon.function_words or word[1][0].isupper():
        return True
    return any(pattern.match(after.lstrip()) for pattern in lexicon.roles.values()) or word[1].lower() in (
        "received",
        "more",
        "on",
        "so",
        "still",
        "known",
        "confirmed",
        "feared",
        "seriously",
        "critically",
        "others",
        "others,",
        "hours",
        "could",
        "may",
        "might",
        "remain",
        "remained",
        "now",
        "overnight",
        "lost",
        "needed",
        "badly",
    )


def _count(sentence: str, number: Number, lexicon: Lexicon) -> Quantity | None:
    if number.low <= 1:
        return None
    words = []
    for word in list(_WORD.finditer(sentence, number.end, min(len(sentence), number.end + 48)))[:3]:
        between = sentence[number.end : word.start()]
        if re.search(r"[.,;:()–—]", between) or word[0].lower() in lexicon.function_words:
            break
        words.append(word)
    nouns = [word for word in words if word[0].lower().endswith(("s", "men", "en", "i")) and len(word[0]) > 3]
    if not nouns:
        return None
    noun = nouns[0]
    start = _hedge_start(sentence, number, lexicon)
    key = stem(fold(noun[0]))
    return Quantity(
        f"count.{key}",
        noun[0].lower(),
        number.low,
        number.high,
        sentence[start : number.end],
        noun=key,
        aspects=_aspects(sentence, number, lexicon),
        hedged=start < number.start,
    )


# --- what is said about it ---------------------------------------------------------------------


def _hedge_start(sentence: str, number: Number, lexicon: Lexicon) -> int:
    """Where the hedge before the number begins (``at least`` five), or the number itself."""
    window = max(0, number.start - 24)
    tail = sentence[window : number.start].rstrip()
    hedge = next((m for m in lexicon.patterns["numerals.hedges"].finditer(tail) if m.end() == len(tail)), None)
    return window + hedge.start() if hedge else number.start


def _printed(sentence: str, start: int, end: int, lexicon: Lexicon) -> str:
    return sentence[_hedge_start(sentence, Number(0, 0, start, end), lexicon) : end]


def _is_former(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    before = sentence[: _hedge_start(sentence, number, lexicon)].rstrip()[-32:]
    if _ends_within(lexicon.patterns["former.before"], before):
        return not re.search(r"\bnot only$|\bfrom$", before, re.I) or _is_from_to(sentence, number)
    return lexicon.patterns["former.sentence"].search(sentence) is not None


def _is_from_to(sentence: str, number: Number) -> bool:
    """``from 5 to 7`` and ``to 7 from 5``, not ``from 80 km``."""
    after = sentence[number.end : number.end + 40]
    before = sentence[max(0, number.start - 40) : number.start]
    return bool(
        re.search(r"\bto\b[^.;]{0,20}\d|\bto\s+[^\W\d_]+", after) or re.search(r"\bto\b[^.;]{1,24}\bfrom\s*$", before)
    )


def _ends_within(pattern: re.Pattern[str], text: str) -> bool:
    return any(match.end() == len(text) for match in pattern.finditer(text))


def _is_background(sentence: str, number: Number, lexicon: Lexicon, day: date | None) -> bool:
    if lexicon.patterns["background.markers"].search(sentence):
        return True
    years = {int(match[0]) for match in _YEAR.finditer(sentence)}
    if not years:
        return False
    if day is not None:
        return any(year < day.year for year in years)
    return re.search(r"\b(?:in|since)\s+(?:[A-Z]\w+\s+)?(?:1[5-9]|20)\d\d", sentence) is not None


def _is_part(sentence: str, number: Number, lexicon: Lexicon) -> bool:
    start = _hedge_start(sentence, number, lexicon)
    if _ends_within(lexicon.patterns["subset.before"], sentence[max(0, start - 24) : start].rstrip()):
        return True
    return lexicon.patterns["subset.after"].match(sentence[number.end :].lstrip()) is not None


def _aspects(sentence: str, number: Number, lexicon: Lexicon) -> frozenset[str]:
    window = sentence[max(0, number.start - _CONTEXT) : number.end + _CONTEXT]
    return frozenset(name for name, pattern in lexicon.aspects.items() if pattern.search(window))


def _anchors(sentence: str, number: Number, lexicon: Lexicon) -> frozenset[str]:
    window = sentence[max(0, number.start - _CONTEXT) : number.end + _CONTEXT]
    words = (word[0].lower() for word in _WORD.finditer(window))
    return frozenset(stem(fold(word)) for word in words if len(word) > 3 and word not in lexicon.function_words)
