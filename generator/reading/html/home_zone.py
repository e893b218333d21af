"""The zone a page's clock is likely to show: of its outlet, of the country of its address, or of its language.

A witness against times that merely claim to be UTC; a source of times only where nothing else tells
the zone and the page names its country. Countries and their zones are those of the tz database
(``zone.tab``), countries of languages those of CLDR.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.core import get_global

from generator.config import Settings
from generator.reading.outlets import profile_of

_COUNTRY_OF_DOMAIN = {"uk": "GB"}
# Domains that search engines treat as of no country, since registrars sell them to all the world.
_FOR_ALL = frozenset("AD AI AM AS BZ CC CD CO DJ FM GG IM IO LA LY ME MS NU SC SH SR TK TO TV WS".split())
_MAIN = re.compile(r"^most of|\(mainland\)|^Beijing Time")  # as CLDR's primary zones have it
_MOST = re.compile(r"\bmost (?:of|areas)\b")
_REGION = re.compile(r"[-_]([A-Z]{2})\b")


@cache
def _zones_of_countries() -> Mapping[str, tuple[str, ...]]:
    """The zones of each country; where one is that of most of it, or of its mainland, this one first."""
    found: dict[str, list[str]] = {}
    for country, zone, comment in _rows():
        zones = found.setdefault(country, [])
        zones.insert(0 if _MAIN.search(comment) else len(zones), zone)
    return {country: tuple(zones) for country, zones in found.items()}


@cache
def _with_a_main_zone() -> frozenset[str]:
    return frozenset(country for country, _, comment in _rows() if _MAIN.search(comment))


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    """Country, zone and comment (empty where the country has one zone) of each line of ``zone.tab``."""
    lines = (files("tzdata.zoneinfo") / "zone.tab").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return tuple((country, zone, " ".join(comment)) for country, _, zone, *comment in cells)


@dataclass(frozen=True, slots=True)
class Home:
    """The zone a page is likely to be in, and the countries it is likely to be of, the likeliest first.

    ``why`` says in words where the zone comes from, if that is more than the language alone.
    """

    zone: str | None = None
    why: str | None = None
    countries: tuple[str, ...] = ()

    def zone_at(self, offset: int, at: datetime) -> str | None:
        """The zone that was ``offset`` minutes ahead of UTC at that moment: that of the page, or of its country.

        Where several of a country were, it is the first of which the database says that it holds most areas.
        """
        wanted = timedelta(minutes=offset)
        if self.zone and at.astimezone(ZoneInfo(self.zone)).utcoffset() == wanted:
            return self.zone
        for country in self.countries:
            zones = [row for row in _rows() if row[0] == country]
            fitting = [row for row in zones if at.astimezone(ZoneInfo(row[1])).utcoffset() == wanted]
            chosen = fitting if len(fitting) == 1 else [row for row in fitting if _MOST.search(row[2])]
            if chosen:
                return chosen[0][1]
        return None


def home_of(settings: Settings, *, outlet: str | None, url: str | None, language: str | None, at: datetime) -> Home:
    """The home of a page; its zone is known only if what is known of the page leaves but one offset at ``at``."""
    by_domain, by_region = _country_of_domain(url, language), _region_of(language)
    countries = tuple(dict.fromkeys(c for c in (by_domain, by_region, _country_of_language(language)) if c))
    profile = profile_of(settings, name=outlet, url=url)
    if profile is not None and profile.zone:
        return Home(profile.zone, None, countries)
    zone = _only_zone(by_domain, at)
    if zone is not None:
        return Home(zone, f"zone inferred: that of the country of the page's address ({by_domain})", countries)
    zone = _only_zone(by_region, at) if by_domain is None else None
    if zone is not None:
        return Home(zone, f"zone inferred: that of the country named by the page's language ({language})", countries)
    return Home(next((zone for c in countries if (zone := _only_zone(c, at))), None), None, countries)


def _country_of_domain(url: str | None, language: str | None) -> str | None:
    """The country that the last part of the host names."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    last = (host or "").rsplit(".", 1)[-1]
    country = _COUNTRY_OF_DOMAIN.get(last, last.upper()) if len(last) == 2 else None
    return country if country and _is_at_home(language, country) else None


def _is_at_home(language: str | None, country: str) -> bool:
    """Whether the domain tells the country: one that is sold to all does so only in a language of its own."""
    if country not in _FOR_ALL:
        return True
    base = (language or "").split("-")[0].lower()
    return base != "en" and base in {code.split("_")[0] for code in get_global("territory_languages").get(country, {})}


def _region_of(language: str | None) -> str | None:
    """The country that a language tag names."""
    named = _REGION.search(language or "")
    return named[1] if named else None


def _country_of_language(language: str | None) -> str | None:
    """The country in which most readers of a language live."""
    likely = get_global("likely_subtags").get((language or "").split("-")[0].lower(), "")
    return _region_of(str(likely))


def _only_zone(country: str | None, at: datetime) -> str | None:
    """The first zone of a country whose zones all show the same clock, or that has one main zone."""
    zones = _zones_of_countries().get(country or "", ())
    if country in _with_a_main_zone():
        return zones[0]
    offsets = {at.astimezone(ZoneInfo(zone)).utcoffset() for zone in zones}
    return zones[0] if len(offsets) == 1 else None
