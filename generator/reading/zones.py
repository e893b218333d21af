"""Printed names of time zones → real zones, with daylight saving.

Abbreviations and names come from ``zones.toml``; places ("Paris time", "heure de Paris") from the
IANA database and from CLDR's names of its cities.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel import Locale

from generator.reading.words import fold

_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)")
_GLUED_OFFSET = re.compile(r"(?:UTC|GMT)(\d{1,2})(?!\d)")
_PLACE = re.compile(
    r"(?:\b(?P<en>\w[\w.]*(?:[ -]\w[\w.]*)?)['s]{0,2}\s(?:local\s)?(?:time|zeit|tid|tijd|saati|saatiyle)\b"
    r"|\b(?:heure|hora|ora|время|часу|час)\s(?:de\s|di\s|do\s|da\s|d'|of\s)?(?P<fr>\w[\w.]*(?:[ -]\w[\w.]*)?))",
    re.IGNORECASE,
)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("generator.reading") / "zones.toml").read_text("utf-8"))


@cache
def abbreviations() -> tuple[str, ...]:
    """Every abbreviation that is known, longest first."""
    return tuple(sorted(_data()["abbreviations"], key=lambda name: (-len(name), name)))


def zone_named(printed: str, language: str | None = None, outlet_zone: str | None = None) -> str | None:
    """IANA name (or offset such as ``+02:00``) of the zone ``printed`` names; None if it names none.

    Where an abbreviation has several meanings, the outlet's own zone decides, then the language.
    """
    name = printed.strip(" ()[].,;:")
    offset = _offset(name)
    if offset:
        return offset
    meanings = _data()["abbreviations"].get(name) or _data()["abbreviations"].get(name.upper().replace(".", ""))
    if meanings and not (name.islower() and name.isascii()):
        return _meant(meanings, language, outlet_zone)
    return _data()["names"].get(fold(name)) or _place_zone(name, language)


def _meant(meanings: list[str], language: str | None, outlet_zone: str | None) -> str:
    for hint in (outlet_zone, _data()["languages"].get(language or "")):
        if hint in meanings:
            return str(hint)
    return meanings[0]


def is_ambiguous(printed: str) -> bool:
    """Whether this abbreviation stands for zones that differ."""
    return len(_data()["abbreviations"].get(printed.strip(" ()"), ())) > 1


def _offset(name: str) -> str | None:
    match = _OFFSET.fullmatch(name)
    if match:
        sign, hours, minutes = match.group(1), int(match.group(2)), int(match.group(3) or 0)
    else:
        glued = _GLUED_OFFSET.fullmatch(name)
        if not glued:
            return None
        sign, hours, minutes = "+", int(glued.group(1)), 0
    return f"{sign}{hours:02d}:{minutes:02d}" if hours <= 14 and minutes < 60 else None


def _place_zone(name: str, language: str | None) -> str | None:
    match = _PLACE.search(name)
    place = (match.group("en") or match.group("fr")) if match else name
    for candidate in (place, place.split()[-1] if place.split() else "", place.split()[0] if place.split() else ""):
        zone = _data()["names"].get(f"{fold(candidate)} time") or cities(language).get(fold(candidate))
        if zone:
            return zone
    return None


@cache
def cities(language: str | None) -> Mapping[str, str]:
    """Folded name of a zone's city, in English and in ``language`` → IANA name."""
    found: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        if "/" in zone and not zone.startswith(("Etc/", "posix", "right", "SystemV")):
            found.setdefault(fold(zone.rsplit("/", 1)[-1].replace("_", " ")), zone)
    try:
        named = Locale.parse(language).time_zones if language else {}
    except (ValueError, LookupError):
        named = {}
    for zone, names in named.items():
        if names.get("city"):
            found.setdefault(fold(names["city"]), zone)
    return found


def stated_zone(text: str, language: str | None, outlet_zone: str | None = None) -> str | None:
    """The zone a sentence such as "all times are BST" or "Paris time (GMT+2)" says; None if none."""
    place = _PLACE.search(text)
    if place:
        zone = _data()["names"].get(fold(place.group(0))) or _place_zone(place.group(0), language)
        if zone:
            return zone
    for name in sorted(_data()["names"]):
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(text)):
            return str(_data()["names"][name])
    match = re.search(abbreviation_pattern(), text)
    return zone_named(match.group(0), language, outlet_zone) if match else None


@cache
def abbreviation_pattern() -> str:
    """A pattern for an abbreviation, with an offset behind it if there is one, or an offset alone."""
    names = "|".join(re.escape(name) for name in abbreviations() if len(name) > 1)
    return rf"(?<!\w)(?:(?:{names})(?:\s?[+-]\s?\d{{1,2}}(?::?\d{{2}})?|\d)?|[+-]\d{{2}}:?\d{{2}})(?!\w)"


@cache
def zone(name: str) -> tzinfo | None:
    """The zone of an IANA name or an offset; None if there is no such zone."""
    match = _OFFSET.fullmatch(name)
    if match:
        delta = timedelta(hours=int(match.group(2)), minutes=int(match.group(3) or 0))
        return timezone(-delta if match.group(1) == "-" else delta)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def season_note(printed: str | None, moment: datetime) -> str | None:
    """What to say where an abbreviation of winter time is printed in summer, or the other way round."""
    name = (printed or "").strip(" ()")
    summer = _data()["season"].get(name)
    if summer is None or moment.utcoffset() is None:
        return None
    in_summer = bool(moment.dst())
    if in_summer == summer:
        return None
    return f"{name} is printed; read as the time in force there on that day ({moment.tzname()})"
