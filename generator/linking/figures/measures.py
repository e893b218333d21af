"""Figures that carry a unit or a form of their own: sums, measures, magnitudes, ages, scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.linking.figures.hedges import hedge_start
from generator.linking.figures.numbers import Number
from generator.linking.figures.quantity import Quantity
from generator.linking.lexicon import Lexicon
from generator.linking.phrasebook import Hit

_SECTION = "aspects."
_EITHER_WAY = ("rise", "fall")
_OF_SHARES = ("counted", "share", "turnout", "favour", "against", "margin", "lead", "damage", *_EITHER_WAY)
_ASPECTS = {
    "length": ("depth", "height", "length", "width", "rain", "distance", "radius", "wait"),
    "mass": ("spill", "mass", "destroyed", "bribe", "aid"),
    "volume": ("spill", "rain", *_EITHER_WAY),
    "area": ("burnt",),
    "speed": ("wind", "speed"),
    "temperature": _EITHER_WAY,
    "duration": ("jail", "wait", "off", "ban", "lasted", "lead", "margin"),
    "power": _EITHER_WAY,
    "percent": _OF_SHARES,
    "points": _OF_SHARES,
    "money": ("damage", "ransom", "fine", "withdrawn", "bribe", "aid", "deal", *_EITHER_WAY),
    "count": ("downed", "fired", "destroyed", "hit", "lead", "margin", "counted", "favour", "against"),
}
"""What a measure of each kind may be taken of: fuel for 30 seconds is no amount spilled."""

AGO = "ago"
"""The aspect of a time that lies back, where it is all the sentence tells: ``they were warned three weeks ago``."""

_OLDEST = 120
_LISTED = re.compile(r"(?:\s(?:\d{1,3}|or|and|to)|,){1,6}\s{0,2}$")
_NEAR = 64
_GAP = re.compile(r"[\s\u00a0\u202f-]{0,2}")
_MILLIONS = re.compile(r"m(?:n|ln)?\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:()]|,\s|\s[–—-]\s|\b(?:and|but|while|after|when|as)\b")


def measured(
    sentence: str, number: Number, numbers: Sequence[Number], hits: Sequence[Hit], lexicon: Lexicon
) -> Quantity | None:
    """The number as an age, a sum of money, a magnitude or a measure, if it is one.

    ``numbers`` are all of the sentence, ``hits`` what the lexicon found in it.
    """
    return (
        _age(sentence, number, lexicon)
        or _money(sentence, number, numbers, hits, lexicon)
        or _magnitude(sentence, number, lexicon)
        or _measure(sentence, number, numbers, hits, lexicon)
    )


def _age(sentence: str, number: Number, lexicon: Lexicon) -> Quantity | None:
    before, after = sentence[max(0, number.start - 32) : number.start], sentence[number.end : number.end + 24]
    apposed = (
        not number.from_words and re.search(r"[^\W\d_],\s$", before) and re.match(r",|\s(?:alive|found)\b|$", after)
    )
    stated = (
        lexicon.patterns["age.after"].match(after.lstrip(" -"))
        or lexicon.ends("age.before", _LISTED.sub("", before))
        or (lexicon.ends("age.pronoun", before) and re.match(r"\s*(?:[.,;!]|and\b|$)", after))
        or apposed
    )
    if not stated or number.high > _OLDEST or number.scaled:
        return None
    return Quantity("age", "age", number.low, number.high, sentence[number.start : number.end])


def _money(
    sentence: str, number: Number, numbers: Sequence[Number], hits: Sequence[Hit], lexicon: Lexicon
) -> Quantity | None:
    before = sentence[max(0, number.start - 2) : number.start].rstrip()
    sign = lexicon.money_signs.get(before[-1:])
    word = lexicon.money.at(sentence, _past_gap(sentence, number.end))
    if sign is None and word is None:
        return None
    millions = _MILLIONS.match(sentence, number.end) if sign else None
    start = sentence.rindex(before[-1], 0, number.start) if sign else number.start
    end = word.end if word else millions.end() if millions else number.end
    scale = 1e6 if millions else 1.0
    name = sign or (word.name if word else "")
    low, high = number.low * scale, number.high * scale
    aspect = aspect_near("money", sentence, number, numbers, hits)
    return _named(f"money.{name}", low, high, (sentence, start, end), aspect, lexicon)


def _magnitude(sentence: str, number: Number, lexicon: Lexicon) -> Quantity | None:
    if not 1 < number.low < 10 or number.scaled or number.from_words:
        return None
    printed = sentence[number.start : number.end]
    before = sentence[max(0, number.start - 24) : number.start]
    if re.search(r"[.,]\d$", printed):
        of_quake = any(lexicon.patterns[f"magnitude.{name}"].search(sentence) for name in ("words", "quake"))
        if not of_quake or _unit(sentence, number.end, lexicon) is not None:
            return None
    elif not lexicon.ends("magnitude.before", before):
        return None
    return Quantity("magnitude", "magnitude", number.low, number.high, printed)


def _measure(
    sentence: str, number: Number, numbers: Sequence[Number], hits: Sequence[Hit], lexicon: Lexicon
) -> Quantity | None:
    unit = _unit(sentence, number.end, lexicon)
    if unit is None:
        return None
    dimension, size, end = unit
    is_ago = dimension == "duration" and lexicon.patterns["background.ago"].match(sentence[end : end + 12].lstrip())
    if is_ago and (number.start == 0 or len(numbers) > 1):
        return None
    low, high = number.low * size, number.high * size
    aspect = AGO if is_ago else aspect_near(dimension, sentence, number, numbers, hits)
    return replace(_named(dimension, low, high, (sentence, number.start, end), aspect, lexicon), unit=size)


def _unit(sentence: str, at: int, lexicon: Lexicon) -> tuple[str, float, int] | None:
    """Dimension, size in base units and end of the longest unit that stands at ``at``."""
    start = _past_gap(sentence, at)
    if sentence.startswith("%", start):
        return "percent", 1.0, start + 1
    hit = lexicon.units.at(sentence, start)
    if hit is None:
        return None
    dimension, size = hit.name.split()
    return dimension, float(size), hit.end


def _past_gap(sentence: str, at: int) -> int:
    gap = _GAP.match(sentence, at)
    return gap.end() if gap else at


def _named(
    kind: str, low: float, high: float, at: tuple[str, int, int], aspect: str | None, lexicon: Lexicon
) -> Quantity:
    sentence, start, end = at
    family = kind.partition(".")[0]
    begin = hedge_start(sentence, start, lexicon)
    what = lexicon.measure_names.get(aspect or family) or lexicon.measure_names.get(family, family)
    return Quantity(kind, what, low, high, sentence[begin:end], aspect=aspect)


def aspect_near(family: str, sentence: str, at: Number, numbers: Sequence[Number], hits: Sequence[Hit]) -> str | None:
    """What the measure ``at`` is taken of, by the nearest word that tells; words of its own clause come first.

    A word does not count that another of the ``numbers`` parts from it, or that stands in the clause of another.
    """
    allowed = _ASPECTS.get(family, ())
    found: list[tuple[int, int, str]] = []
    for hit in hits:
        name = hit.name.removeprefix(_SECTION)
        if name in allowed and name != hit.name and hit.end >= at.start - _NEAR and hit.start <= at.end + _NEAR:
            clauses, length = _way(sentence, at, hit)
            if not any(_is_nearer(sentence, other, at, hit, clauses) for other in numbers if other is not at):
                found.append((clauses, length, name))
    return min(found)[2] if found else None


def _way(sentence: str, number: Number, hit: Hit) -> tuple[int, int]:
    """How many clauses and letters lie between a number and a word."""
    between = sentence[hit.end : number.start] if hit.end <= number.start else sentence[number.end : hit.start]
    return len(_CLAUSE.findall(between)), len(between)


def _is_nearer(sentence: str, other: Number, at: Number, hit: Hit, clauses: int) -> bool:
    low, high = min(at.end, hit.end), max(at.start, hit.start)
    if low <= other.start and other.end <= high:
        return not sentence[low : other.start].endswith("(")
    return clauses > 0 and _way(sentence, other, hit)[0] < clauses
