"""The zone a page's clock is likely to show: of its outlet, of the country of its address, or of its language.

A witness against times that merely claim to be UTC, not a source of times. Countries and their
zones are those of the tz database (``zone.tab``), countries of languages those of CLDR.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.core import get_global

from generator.config import Settings
from generator.reading.outlets import profile_of

_COUNTRY_OF_DOMAIN = {"uk": "GB"}
_REGION = re.compile(r"[-_]([A-Z]{2})\b")


@cache
def _zones_of_countries() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for line in (files("tzdata.zoneinfo") / "zone.tab").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found.setdefault(country, []).append(zone)
    return {country: tuple(zones) for country, zones in found.items()}


def home_zone(
    settings: Settings, *, outlet: str | None, url: str | None, language: str | None, at: datetime
) -> str | None:
    """IANA name of the zone, if what is known of the page leaves but one offset at that moment; else None."""
    profile = profile_of(settings, name=outlet, url=url)
    if profile is not None and profile.zone:
        return profile.zone
    for country in (_country_of_domain(url), _country_of_language(language)):
        zone = _only_zone(country, at)
        if zone is not None:
            return zone
    return None


def _country_of_domain(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    last = (host or "").rsplit(".", 1)[-1]
    return _COUNTRY_OF_DOMAIN.get(last, last.upper()) if len(last) == 2 else None


def _country_of_language(language: str | None) -> str | None:
    """The country that a language tag names, or in which most of its readers live."""
    if not language:
        return None
    named = _REGION.search(language)
    if named:
        return named[1]
    likely = get_global("likely_subtags").get(language.split("-")[0].lower(), "")
    found = _REGION.search(str(likely))
    return found[1] if found else None


def _only_zone(country: str | None, at: datetime) -> str | None:
    """The first zone of a country whose zones all show the same clock."""
    zones = _zones_of_countries().get(country or "", ())
    offsets = {at.astimezone(ZoneInfo(zone)).utcoffset() for zone in zones}
    return zones[0] if len(offsets) == 1 else None
