"""Places and their names in many languages and scripts, from GeoNames and CLDR (see ``data/NOTICE.txt``).

``data/gazetteer.txt.xz`` holds two parts with an empty line between them. The first has one place a
line: kind, name, country, state, degrees north, degrees east, thousands of inhabitants. The second,
sorted, has one folded name a line and the numbers of the places that bear it, largest first.
"""

from __future__ import annotations

import lzma
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import chain

from babel import Locale, localedata

from generator.language.folding import fold


class PlaceKind(StrEnum):
    COUNTRY = "C"
    STATE = "S"
    TOWN = "P"
    REGION = "R"


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place: degrees north and east, ISO 3166 country, US state, thousands of inhabitants.

    ``key`` never changes: the folded name, with the country (and state) where a larger place of the
    same name exists.
    """

    key: str
    name: str
    kind: PlaceKind
    country: str
    state: str
    latitude: float
    longitude: float
    thousands: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names → places. ``lines`` is the sorted second part, ``rows`` the first."""

    rows: tuple[str, ...]
    lines: tuple[str, ...]
    own: dict[str, GazetteerPlace]
    country_rows: dict[str, int]
    adjectives: dict[str, str]

    def find(self, folded: str, language: str | None = None) -> tuple[GazetteerPlace, ...]:
        """Places that bear this folded name, the ones a reader would think of first coming first.

        Countries are known by their English names and those in ``language`` (ISO 639-1).
        """
        own = self.own.get(folded) or self.country(country_names(language).get(folded, ""))
        rest = self._listed(folded)
        if own is None:
            return rest
        return (own, *(place for place in rest if place.key != own.key))

    def country(self, code: str) -> GazetteerPlace | None:
        """The country with this ISO 3166 code."""
        row = self.country_rows.get(code)
        return None if row is None else _place(self.rows, row, ())

    def adjective(self, folded: str) -> GazetteerPlace | None:
        """The country or region that an English adjective or name of inhabitants belongs to: Swedish, Swedes."""
        name = self.adjectives.get(folded)
        return self.country(name) or self.own.get(name) if name else None

    def _listed(self, folded: str) -> tuple[GazetteerPlace, ...]:
        at = bisect_left(self.lines, folded + "\t")
        if at == len(self.lines) or not self.lines[at].startswith(folded + "\t"):
            return ()
        numbers = [int(number) for number in self.lines[at].split("\t")[1].split()]
        return tuple(_place(self.rows, number, self._bearers(number)) for number in numbers)

    def _bearers(self, number: int) -> list[int]:
        """Numbers of all places whose own name is that of place ``number``."""
        name = fold(self.rows[number].split("\t")[1])
        at = bisect_left(self.lines, name + "\t")
        if at == len(self.lines) or not self.lines[at].startswith(name + "\t"):
            return [number]
        return [int(other) for other in self.lines[at].split("\t")[1].split()]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the program; read once, never changed."""
    packed = files(__package__).joinpath("data/gazetteer.txt.xz").read_bytes()
    places, _, names = lzma.decompress(packed).decode().partition("\n\n")
    rows, lines = tuple(places.split("\n")), tuple(names.split("\n"))
    countries = {row.split("\t")[2]: at for at, row in enumerate(rows[:400]) if row.startswith("C\t")}
    own, adjectives = _own_names(rows, countries)
    return Gazetteer(rows, lines, own, countries, adjectives)


@cache
def country_names(language: str | None) -> dict[str, str]:
    """Folded names of countries in ``language`` → ISO 3166 codes, from CLDR."""
    if not language or not localedata.exists(language):
        return {}
    territories = Locale(language).territories
    return {fold(name): code for code, name in sorted(territories.items()) if len(code) == 2 and code.isalpha()}


def _place(rows: tuple[str, ...], number: int, bearers: list[int] | tuple[int, ...]) -> GazetteerPlace:
    kind, name, country, state, north, east, thousands = rows[number].split("\t")
    parts = [fold(name)]
    if number not in bearers[:1] and kind != PlaceKind.COUNTRY:
        parts += [part.lower() for part in (country, state) if part]
        same = [other for other in bearers if rows[other].split("\t")[2:4] == [country, state]]
        if len(same) > 1 and same[0] != number:
            parts.append(f"{north} {east}")
    return GazetteerPlace(
        " ".join(parts), name, PlaceKind(kind), country, state, float(north), float(east), int(thousands)
    )


def _own_names(rows: tuple[str, ...], countries: dict[str, int]) -> tuple[dict[str, GazetteerPlace], dict[str, str]]:
    """Names from ``regions.tsv`` and ``countries.tsv``, and country adjectives with their plurals."""
    own: dict[str, GazetteerPlace] = {}
    adjectives: dict[str, str] = {}
    for name, country, north, east, others in _table("regions.tsv"):
        place = GazetteerPlace(fold(name), name, PlaceKind.REGION, country, "", float(north), float(east), 1_000)
        own.update((fold(spelling), place) for spelling in chain([name], others.split("|")) if spelling)
    for code, names, forms in _table("countries.tsv"):
        if code in countries:
            place = _place(rows, countries[code], ())
            own.update((fold(name), place) for name in names.split("|"))
        key = code if code in countries else fold(code)
        adjectives.update((fold(form) + plural, key) for form in forms.split("|") if form for plural in ("", "s"))
    return own, adjectives


def _table(name: str) -> list[list[str]]:
    text = files(__package__).joinpath(f"data/{name}").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
