"""Printed moments in a line: clock times, ages, dates and zones, as they stand together.

A *moment* is everything about one point in time that is printed in one place, such as
``11:25 p.m. EDT May 23`` or ``10 mins ago (21:11 GMT)``. Nothing is settled here: what is not
printed stays None, what cannot be (25:61) is kept and marked as unsound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from generator.reading.ages import age_at
from generator.reading.dates import PrintedDate, date_at
from generator.reading.glyphs import even, lowered
from generator.reading.locales import age_words, day_periods, months, weekdays
from generator.reading.moment import Moment, Style
from generator.reading.words import alternatives, phrase, words
from generator.reading.zones import abbreviation_pattern, abbreviations


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    moment: Moment


_ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})-(?P<mo>\d{2})-(?P<d>\d{2})(?:T|\s)(?P<h>\d{2}):(?P<mi>\d{2})(?::(?P<s>\d{2})(?:\.\d{1,9})?)?"
    r"(?P<z>\s?(?:Z(?!\w)|UTC|GMT|[+-]\d{2}:?\d{2}(?!\d)))?"
)
_COLON = re.compile(
    r"(?:(?<![\d:,/])(?<!\d\.)|(?<=\D(?:19|20)\d\d)|(?<=\D(?:19|20)\d\d\.))(?P<h>\d{1,2})\s?:\s?(?P<m>\d{2})(?::(?P<s>\d{2})(?![.,]\d))?(?!\d|:\d)"
)
_LETTER = re.compile(
    r"(?<![\d:,/])(?<!\d\.)(?P<h>\d{1,2})(?:\s?[hH]\s?|u(?=\d{2}))(?:(?P<m>\d{2})(?:\s?(?:min|mn|m)(?!\w))?)?(?![^\W\d_])(?!\d)"
)
_EAST = re.compile(
    r"(?<![\d:])(?P<h>\d{1,2})\s?[時点點时시](?!間|间|半?前)\s?(?:(?P<m>\d{1,2})\s?[分분](?!間|前|の)|(?P<half>半|반))?"
)
_DOT = re.compile(
    r"(?<![\d:,/])(?<![\d.]\.)(?P<h>\d{1,2})\.\s?(?P<m>\d{2})(?:\.(?P<s>\d{2})(?=\s[A-Z]{2,4}\b))?(?!\d|\.\d|,\d|\s?%)"
)
_HYPHENED = re.compile(r"(?P<h>[01]\d|2[0-3])-(?P<m>[0-5]\d)(?![\d-]|\s?[–/:.-]\s?\d)")
_HYPHENED_WIDTH = 5
_BARE = re.compile(r"(?<![\d:.,/$£€#©-])(?<!©\s)(?P<h>\d{2})(?P<m>\d{2})(?![\d.,:/%'-]\d|\d|%|\s?[月年])")
_SMALL = re.compile(r"(?<![\d:.,/$£€#-])(?P<h>\d{1,2})(?P<m>\d{2})?(?:-[^\W\d_]{1,3})?(?!\d)")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_HEBREW = re.compile("[\u0590-\u05ff]")  # writes prepositions onto the word
_OF_A_GAME = re.compile(r"\W?(?:Q|P|OT)[1-4]\W")  # what is left of a quarter is no time of day
_STARTS = re.compile(r"\d+|(?<![^\W\d_])[^\W\d_]+")
_GLUE_SIGNS = r"[\s,;|/·•()\[\]-]"
_HALF_GLUED = re.compile(r"\s?([AP])M(?=[A-Z(])")  # scrapers glue the first words to it
_EAST_PERIODS = r"(午前|午後|오전|오후|上午|下午|凌晨|早上|中午|晚上|深夜|未明)\s?"
_EAST_HALF = re.compile(_EAST_PERIODS + "$")
_EAST_HALF_FIRST = re.compile(_EAST_PERIODS + r"(?=\d)")
_EAST_HALVES = {"午前": "am", "오전": "am", "上午": "am", "凌晨": "am", "早上": "am", "未明": "am"}
_MAX_GLUE = 14
_WORLD = frozenset({"GMT", "UTC", "Z"})


@cache
def _half_behind() -> re.Pattern[str]:
    return re.compile(rf"[\s(]{{0,3}}(?P<half>{alternatives(day_periods())})\.?(?!\w)")


@cache
def _word_behind() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{alternatives(words('hour', 'behind'))})(?!\w)\.?(?:\s(?P<m>\d{{2}})(?!\d|[.,:]\d))?")


@cache
def _zone_behind() -> re.Pattern[str]:
    far = r"(?:Eastern|Central|Mountain|Pacific)(?:\s(?:Standard|Daylight))?(?:\sTime)?"
    long = r"(?:[A-Z][a-z]+\s){1,2}(?:Summer|Standard|Daylight|Mean)\sTime(?!\w)"
    names = rf"(?:{abbreviation_pattern()}|{long}|(?:{far}|(?:[A-Z][a-z]+\s)?local time|[A-Z][a-z]+ time)(?!\w))"
    return re.compile(rf"[\s,]{{0,2}}(?P<open>[(\[])?(?P<zone>{names})(?(open)\s?[)\]])")


@cache
def _zone_before() -> re.Pattern[str]:
    return re.compile(rf"(?P<zone>{abbreviation_pattern()})[\s:]{{1,3}}(?=\d{{1,2}}[:.hH]\d{{2}})")


@cache
def _glue() -> re.Pattern[str]:
    return re.compile(rf"{_GLUE_SIGNS}*(?:(?:{alternatives(words('glue', 'words'))})(?!\w)\.?:?{_GLUE_SIGNS}*){{0,2}}")


def moments(text: str, language: str | None = None, start: int = 0, end: int | None = None) -> tuple[Moment, ...]:
    """Every printed moment in ``text[start:end]``, in order, no two overlapping."""
    plain = even(text)
    atoms = list(_atoms(plain, language, start, len(plain) if end is None else min(end, len(plain))))
    found, at = [], 0
    while at < len(atoms):
        moment, at = _chain(plain, atoms, at)
        found.append(replace(moment, text=text[moment.start : moment.end]))
    return tuple(found)


def moment_at(text: str, at: int, end: int, language: str | None = None) -> Moment | None:
    """The moment that begins exactly at ``at`` of ``text``; None if none does."""
    plain = even(text[:end])
    folded = lowered(plain)
    half = _EAST_HALF_FIRST.match(plain, at)
    start = _STARTS.match(plain, half.end() if half else at)
    first = _atom(plain, folded, start, language) if start else None
    if first is None or first.start > at:
        return None
    moment, _ = _chain(plain, [first, *_atoms(plain, language, first.end, len(plain))], 0)
    return replace(moment, text=text[moment.start : moment.end])


def may_hold_moment(plain: str) -> bool:
    """False if ``plain`` (even) has neither a digit nor any word that a printed moment begins with. Costs little."""
    if _DIGIT.search(plain) or _HEBREW.search(plain):
        return True
    return not _first_words().isdisjoint(_LETTERS.findall(lowered(plain)))


@lru_cache(maxsize=8_192)
def parse(text: str, language: str | None = None) -> Moment | None:
    """The moment that a printed time such as ``11:25 p.m. EDT May 23`` stands for; None if it is none."""
    found = () if _OF_A_GAME.match(text) else moments(text[:300], language)
    timed = [moment for moment in found if moment.timed]
    return next(iter(timed or found), None) or (hyphened(text) if len(text) <= _HYPHENED_WIDTH else None)


def hyphened(text: str) -> Moment | None:
    """The time written with a hyphen (``01-40``) that opens ``text``; a score or range, where it stands alone."""
    match = _HYPHENED.match(text)
    return Moment(0, match.end(), match.group(0), Style.DOT, int(match["h"]), int(match["m"])) if match else None


def _atoms(plain: str, language: str | None, at: int, end: int) -> Iterator[_Atom]:
    folded = lowered(plain)
    while True:
        start = _STARTS.search(plain, at, end)
        if not start:
            return
        atom = _atom(plain, folded, start, language)
        if atom and atom.end > start.start():
            yield atom
            at = atom.end
        else:
            at = start.end()


def _atom(plain: str, folded: str, start: re.Match[str], language: str | None) -> _Atom | None:
    at = start.start()
    if plain[at].isdigit():
        if plain[start.end() : start.end() + 1] == ":":  # no date and no age goes on like this
            return _clock(plain, folded, at)
        return _iso(plain, at) or _age(folded, at) or _worded(plain, at, language) or _clock(plain, folded, at)
    if not _may_start(folded[at : start.end()]):
        return None
    return (
        _age(folded, at)
        or _worded(plain, at, language)
        or _near_day(folded, at)
        or _named_hour(folded, at)
        or _zoned(plain, folded, at)
    )


def _may_start(word: str) -> bool:
    """Whether a moment may begin with this word; Hebrew writes prepositions onto it."""
    return word in _first_words() or ("\u0590" < word[0] < "\u0600" and word[1:] in _first_words())


@cache
def _first_words() -> frozenset[str]:
    said = age_words()
    phrases = {
        *said.before,
        *words("ago", "now"),
        *words("ago", "one"),
        *words("today", "words"),
        *words("yesterday", "words"),
        *words("named", "noon"),
        *words("named", "midnight"),
    }
    names = {*months(), *weekdays(), *(lowered(even(name)) for name in abbreviations())}
    return frozenset(match.group(0) for phrase in phrases | names if (match := _STARTS.match(phrase)))


def _near_day(folded: str, at: int) -> _Atom | None:
    for days_ago, name in enumerate(("today", "yesterday")):
        match = phrase(name, "words").match(folded, at)
        if match:
            return _Atom(at, match.end(), Moment(at, match.end(), "", Style.DATE, days_ago=days_ago))
    return None


def _named_hour(folded: str, at: int) -> _Atom | None:
    """Noon or midnight, alone on its line: within sentences they seldom stand for the time of an entry."""
    name = folded.strip(" .:")
    hour = 12 if name in words("named", "noon") else 0 if name in words("named", "midnight") else None
    end = at + len(name)
    return _Atom(at, end, Moment(at, end, "", Style.WORD, hour)) if hour is not None else None


def _zoned(plain: str, folded: str, at: int) -> _Atom | None:
    """A zone that stands before its time, as in ``MSK 14:05``."""
    match = _zone_before().match(plain, at)
    found = _clock(plain, folded, match.end()) if match else None
    if match is None or found is None or found.moment.zone:
        return None
    return _Atom(at, found.end, replace(found.moment, start=at, zone=match["zone"]))


def _iso(plain: str, at: int) -> _Atom | None:
    match = _ISO.match(plain, at)
    if not match:
        return None
    day = PrintedDate(at, match.end(), int(match["y"]), int(match["mo"]), int(match["d"]))
    zone = match["z"].strip() if match["z"] else None
    moment = Moment(
        at, match.end(), "", Style.ISO, int(match["h"]), int(match["mi"]), int(match["s"] or 0), None, zone, None, day
    )
    return _Atom(at, match.end(), moment)


def _age(folded: str, at: int) -> _Atom | None:
    found = age_at(folded, at)
    return _Atom(at, found[1], Moment(at, found[1], "", Style.AGE, age=found[0])) if found else None


def _worded(plain: str, at: int, language: str | None) -> _Atom | None:
    found = date_at(plain, at, language)
    if not found or (found.short and _DOT.match(plain, at) and plain[found.end - 1] != "."):
        return None
    if _seconds_in_a_zone(plain, at):
        return None
    if found.weekday is not None:
        moment = Moment(at, found.end, "", Style.DATE, weekday=found.weekday)
    else:
        moment = Moment(at, found.end, "", Style.DATE, date=found)
    return _Atom(at, found.end, moment)


def _seconds_in_a_zone(plain: str, at: int) -> bool:
    """Whether ``17.02.44 WIB`` stands here: with a zone right behind it that is no date."""
    match = _DOT.match(plain, at)
    return match is not None and match["s"] is not None and _zone_behind().match(plain, match.end()) is not None


_CLOCKS = ((_COLON, Style.COLON), (_LETTER, Style.LETTER), (_EAST, Style.WORD), (_DOT, Style.DOT))


def _clock(plain: str, folded: str, at: int) -> _Atom | None:
    for pattern, style in _CLOCKS:
        match = pattern.match(plain, at)
        if match:
            minute = 30 if match.groupdict().get("half") else int(match["m"] or 0)
            second = int(match.groupdict().get("s") or 0)
            return _dressed(plain, folded, Moment(at, match.end(), "", style, int(match["h"]), minute, second))
    return _plain_hour(plain, folded, at)


def _plain_hour(plain: str, folded: str, at: int) -> _Atom | None:
    match = _SMALL.match(plain, at)
    if match:
        hour = Moment(at, match.end(), "", Style.BARE, int(match["h"]), int(match["m"] or 0))
        atom = _dressed(plain, folded, hour)
        if atom.moment.half or atom.moment.style is Style.WORD:
            return atom
    match = _BARE.match(plain, at)
    if match:
        return _dressed(plain, folded, Moment(at, match.end(), "", Style.BARE, int(match["h"]), int(match["m"])))
    return None


def _dressed(plain: str, folded: str, moment: Moment) -> _Atom:
    """``moment`` with the half of the day, the word for "o'clock" and the zone that stand around it."""
    moment = _with_half(plain, folded, moment)
    match = _word_behind().match(folded, moment.end)
    if match:
        style = Style.WORD if moment.style in (Style.DOT, Style.BARE) else moment.style
        minute = int(match["m"]) if match["m"] and not moment.minute else moment.minute
        end = match.end() if match["m"] is None or minute == int(match["m"]) else match.start("m")
        moment = replace(moment, end=end, style=style, minute=minute)
        moment = _with_half(plain, folded, moment)
    return _with_zone(plain, moment)


def _with_half(plain: str, folded: str, moment: Moment) -> Moment:
    if moment.half or moment.hour is None or moment.hour > 23:
        return moment
    match = _half_behind().match(folded, moment.end)
    if match:
        style = _halved(moment.style)
        end = match.end() + (plain[match.end() : match.end() + 1] == ")" and "(" in match.group(0))
        return replace(moment, end=end, half=day_periods()[" ".join(match["half"].split()).rstrip(".")], style=style)
    glued = _HALF_GLUED.match(plain, moment.end)
    if glued:
        return replace(moment, end=glued.end(), half=glued[1].casefold() + "m", style=_halved(moment.style))
    before = _EAST_HALF.search(plain, max(0, moment.start - 4), moment.start)
    if before:
        return replace(moment, start=before.start(), half=_EAST_HALVES.get(before.group(1), "pm"), style=Style.WORD)
    return moment


def _halved(style: Style) -> Style:
    return Style.HALF if style in (Style.DOT, Style.BARE) else style


@cache
def _small_zone() -> re.Pattern[str]:
    names = (name.lower() for name in abbreviations() if len(name) > 2 and name.isascii() and name.isalpha())
    return re.compile(rf"\s(?P<zone>{alternatives(names)})(?=\s*$|\s?[:|–-])")


def _with_zone(plain: str, moment: Moment) -> _Atom:
    match = _zone_behind().match(plain, moment.end) or _small_zone().match(plain, moment.end)
    if match:
        style = Style.WORD if moment.style in (Style.BARE, Style.DOT) else moment.style
        moment = replace(moment, end=match.end(), zone=_capital(match["zone"].strip()), style=style)
    return _Atom(moment.start, moment.end, moment)


def _capital(zone: str) -> str:
    return zone.upper() if zone.islower() and zone.isalpha() else zone


def _chain(plain: str, atoms: Sequence[_Atom], at: int) -> tuple[Moment, int]:
    """The moment that begins with the atom at ``at``, and the place of the first atom behind it."""
    moment = atoms[at].moment
    for place in range(at + 1, len(atoms)):
        joined = _joined(plain, moment, atoms[place].moment)
        if joined is None:
            return moment, place
        moment = joined
    return moment, len(atoms)


def _joined(plain: str, first: Moment, second: Moment) -> Moment | None:
    gap = plain[first.end : second.start]
    if len(gap) > _MAX_GLUE or not _glue().fullmatch(lowered(gap)):
        return None
    if first.hour is not None and second.hour is not None:
        return _other_zone(plain, first, second, gap)
    if first.date and second.date and second.hour is None and second.age is None:
        again = (first.date.day, first.date.month) == (second.date.day, second.date.month) and first.hour is not None
        return replace(first, end=second.end) if again else None
    if (first.date and second.date) or (first.age is not None and second.age is not None):
        return None
    if second.style is Style.BARE and not first.date:
        return None
    style = second.style if first.style in (Style.DATE, Style.AGE) and second.hour is not None else first.style
    end = second.end + (plain[second.end : second.end + 1] in {")", "]"} and ("(" in gap or "[" in gap))
    return Moment(
        start=first.start,
        end=end,
        text="",
        style=Style.AGE if style is Style.DATE and second.age is not None else style,
        hour=second.hour if first.hour is None else first.hour,
        minute=second.minute if first.hour is None else first.minute,
        second=second.second if first.hour is None else first.second,
        half=first.half or second.half,
        zone=first.zone or second.zone,
        age=second.age if first.age is None else first.age,
        date=first.date or second.date,
        weekday=second.weekday if first.weekday is None else first.weekday,
        days_ago=second.days_ago if first.days_ago is None else first.days_ago,
    )


def _other_zone(plain: str, first: Moment, second: Moment, gap: str) -> Moment | None:
    """``1422 GMT (2222 HKT)``: the same moment again in another zone, or again without one."""
    if first.zone is None and second.zone in _WORLD and gap.strip() in ("(", "["):
        offset = _offset_between(first, second)
        end = second.end + (plain[second.end : second.end + 1] in {")", "]"})
        return replace(first, end=end, zone=offset) if offset else None
    same = first.minute == second.minute and (first.full_hour - second.full_hour) % 12 == 0 and len(gap.strip()) <= 1
    if not (first.zone and second.zone and first.zone != second.zone) and not same:
        return None
    closing = plain[second.end : second.end + 1] in {")", "]"} and ("(" in gap or "[" in gap)
    return replace(first, end=second.end + closing)


def _offset_between(local: Moment, world: Moment) -> str | None:
    """How far a clock time is ahead of the same moment in UTC, as ``+01:00``; None if no zone is so far from it."""
    if local.minutes is None or world.minutes is None:
        return None
    ahead = (local.minutes - world.minutes + 10 * 60) % (24 * 60) - 10 * 60  # from -10:00 to +13:59
    return f"{'-' if ahead < 0 else '+'}{abs(ahead) // 60:02d}:{abs(ahead) % 60:02d}" if ahead % 15 == 0 else None
