"""Counts that open entries and are no times of day: minutes of a match, overs, laps, numbered lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.reading.glyphs import even
from generator.reading.locales import age_words
from generator.reading.words import alternatives, words

_MINUTE_OF_HALF = re.compile(
    r"[\W_]{0,4}(?P<n>\d{1,3})(?:\+(?P<x>\d{1,2}))?\s?(?:(?:m|min|')\.?\s(?:[12][THºª]|[PS]T)|'\s?[12]\s?[ºª°]\s?[Tt]empo)(?!\w)"
)
_MINUTE_ADDED = re.compile(r"[\W_]{0,3}(?P<n>45|90|105|120)\.?\s?\+\s?(?P<x>\d{1,2})(?=$|[\s:.–-])")
_MINUTE_ADDED_ALONE = re.compile(r"(?P<n>)\+(?P<x>\d{1,2})(?=\s[^\W\d_a-zß-ÿа-яёіїє]|$)")
_MINUTE_WORDED = re.compile(r"[\W_]{0,4}(?P<n>\d{1,3})(?:st|nd|rd|th)?\.?\s(?:minute|minuto|min)\b", re.IGNORECASE)
_OVER = re.compile(
    r"[\W_]{0,3}(?:ov(?:er)?s?\s)?(?P<n>\d{1,3})\.(?P<b>[0-9])(?![\d%])(?:\s?ov(?:er)?s?\b)?(?=$|[\s:–-])",
    re.IGNORECASE,
)
_LAP = re.compile(
    r"[\W_]{0,4}(?:laps?|runde|tour|vuelta|giro|volta|ronde|varv|kierros|круг|tur)\s(?P<n>\d{1,3})"
    r"(?:\s?(?:/|of|von|de|di)\s?\d{1,3})?(?=$|[\s:.,–-])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:#\s?)?(?P<n>\d{1,3})\s?(?:[.)\]:]|\.\)|/|\s-)(?=\s|[^\W\d_])")
_BARE = re.compile(r"(?P<n>\d{1,3})(?:$|\s(?=[^\W\d_a-zß-ÿ]|[\"„“«¡¿(]))")
_DISTANCE = re.compile(
    r"[\W_]{0,3}(?P<n>\d{1,3}(?:[.,]\d)?)\s?(?:km|kms|kilomet(?:er|re)s?|kilómetros|miles?|mi"
    r"|laps?|giri|vueltas?|voltas?|runden|tours?|ronden|varv)\.?\s"
    r"(?:to go|left|remaining|noch|à parcourir|de l'arrivée|de meta|a meta|al traguardo|al termine"
    r"|para el final|para o fim|de la fin|te gaan|igjen|kvar)",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"[(\[]?(?:Q|P|OT)(?P<q>[1-4])\s?[-:,]?\s{0,2}(?P<n>\d{1,2}):(?P<s>\d{2})(?=[)\]:\s])")
_DISTANCE_BEFORE = re.compile(
    r"(?:nog|noch|still|encore|faltan|quedan|mancano|faltam|kvar|igjen)\s(?P<n>\d{1,3}(?:[.,]\d)?)\s?"
    r"(?:km|kms|kilomet(?:er|re)s?|kilómetros|miles?|mi)(?=\s?[:.–-]|$)",
    re.IGNORECASE,
)
_FINISH = re.compile(r"(?:finish|finale|arrivée|arrivo|meta|chegada|ziel|aankomst|mål):(?=\s)", re.IGNORECASE)
_DISTANCE_ALONE = re.compile(r"(?P<n>\d{1,3}(?:[.,]\d)?)\s?(?:km|kms|miles?|mi)$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_SPAN = r"(?:\d{1,3}\s?-\s?)?"  # 54 – 55 min
_AFTER = re.compile(r"[\s:;,.|·•/+>*)\]-]{0,8}")


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        ("period", _PERIOD),
        ("period", _period_named()),
        ("minute", _MINUTE_OF_HALF),
        ("minute", _minute()),
        ("minute", _MINUTE_ADDED),
        ("minute", _minute_labelled()),
        ("minute", _MINUTE_WORDED),
        ("minute", _MINUTE_ADDED_ALONE),
        ("over", _OVER),
        ("lap", _LAP),
        ("distance", _DISTANCE),
        ("distance", _DISTANCE_BEFORE),
        ("distance", _DISTANCE_ALONE),
        ("ordinal", _ORDINAL),
        ("bare", _BARE),
    )


@cache
def _minutes() -> str:
    """A pattern for "minute", its cases and short forms, in every language known."""
    units = (name for name, seconds in age_words().units.items() if seconds == 60 and len(name) > 1 and " " not in name)
    return alternatives({*units, *words("minute", "words")})


@cache
def _minute() -> re.Pattern[str]:
    prose = r"(?-i:(?!\s[a-zß-ÿа-яёіїє]))"
    return re.compile(
        rf"[\W_]{{0,4}}(?:min(?:ute)?\.?\s)?{_SPAN}(?P<n>\d{{1,3}})(?:\s?\+\s?(?P<x>\d{{1,2}}))?\s?"
        rf"(?:'(?:\s?\+\s?(?P<y>\d{{1,2}})'?)?|(?:\.\s?)?(?:mins?|dk|мин|хв|perc)\b\.?'?|(?:\.\s?)?(?:{_minutes()})\b{prose})"
        r"(?=$|[\s\W])",
        re.IGNORECASE,
    )


@cache
def _minute_labelled() -> re.Pattern[str]:
    return re.compile(
        rf"[\W_]{{0,4}}(?:{_minutes()})\.?\s?{_SPAN}(?P<n>\d{{1,3}})(?:\s?\+\s?(?P<x>\d{{1,2}}))?'?"
        r"(?=\s?[:.–-]|\s(?-i:[A-ZÀ-Þ¡¿«\"“])|$)",
        re.IGNORECASE,
    )


@cache
def _period_named() -> re.Pattern[str]:
    """``4. Viertel, 0.08``: the part of a game and its clock."""
    part = alternatives(words("game", "parts"))
    return re.compile(
        rf"[(\[]?(?:(?P<q>[1-4])\W{{0,2}}(?:[a-z]{{1,2}}\s)?(?:{part})|(?:{part})\s?(?P<q2>[1-4]))[\s,:-]{{1,3}}"
        r"(?P<n>\d{1,2})[:.](?P<s>\d{2})(?=[)\]:\s-])",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """A count at the front of a line; ``value`` rises with the event.

    ``kind`` is minute, over, lap, distance, ordinal or bare (a number alone).
    """

    kind: str
    value: float
    printed: str
    rest: str


def tally_of(text: str) -> Tally | None:
    """The count that ``text`` opens with; None if it opens with none."""
    head = even(text[:60])
    finish = _FINISH.match(head)
    if finish:
        return Tally("distance", 0.0, text[: finish.end() - 1], _rest(text, head, finish.end()))
    if not _DIGIT.search(head):
        return None
    for kind, pattern in _kinds():
        match = pattern.match(head)
        if match:
            return Tally(kind, _value(kind, match), _printed(text, head, match), _rest(text, head, match.end()))
    return None


def _value(kind: str, match: re.Match[str]) -> float:
    value = float((match["n"] or "90").replace(",", "."))
    groups = match.groupdict()
    if kind == "period":  # the clock of a game runs down
        part = int(groups["q"] or groups.get("q2") or 0)
        return part * 100 - value - int(groups["s"] or 0) / 60
    if kind == "over":
        return value + int(groups["b"] or 0) / 10
    return value + int(groups.get("x") or groups.get("y") or 0) / 100


def _printed(text: str, head: str, match: re.Match[str]) -> str:
    start = next(i for i in range(match.start(), match.end()) if head[i].isalnum() or head[i] in "#+")
    return text[start : match.end()].strip()


def _rest(text: str, head: str, end: int) -> str:
    after = _AFTER.match(head, end)
    return text[after.end() if after else end :].strip()
