"""Places: which names are places, and which of several places of one name is meant."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.language.folding import fold, skeleton
from generator.topics.forms import Form, Forms
from generator.topics.gazetteer import GazetteerPlace, PlaceKind, gazetteer
from generator.topics.inflection import dictionary_forms
from generator.topics.nearness import distance
from generator.topics.parts import is_known_place
from generator.topics.people import People
from generator.topics.survey import Survey
from generator.topics.vocabulary import vocabulary

LARGE: Final = 100
_VERY_LARGE: Final = 1_000
_RIVAL: Final = 30
_TELLING: Final = 8
_COMPANY: Final = 12
_NEAR_KM: Final = 600.0
_EARTH_KM: Final = 6371.0
# Where towns are named after ordinary words and persons, more has to speak for a town than "in".
_WORDY: Final = frozenset({"US", "GB", "CA", "AU", "NZ", "ZA", "IE", "PH", "JM"})


@dataclass(frozen=True, slots=True)
class Places:
    """Form → place, and (document, form) → place where the archive means several by one name."""

    by_form: Mapping[str, GazetteerPlace]
    by_document: Mapping[tuple[str, str], GazetteerPlace]

    def of(self, folded: str, document: str) -> GazetteerPlace | None:
        """The place that ``folded`` means in ``document``."""
        return self.by_document.get((document, folded)) or self.by_form.get(folded)


def find_places(found: Survey, forms: Forms, people: People) -> Places:
    """The places among ``forms``, each told apart from others of its name by what stands near it."""
    languages = _languages(found)
    surnames = _surname_like(forms)
    candidates = {
        folded: places
        for folded, form in forms.forms.items()
        if (places := _candidates(form, languages))
        and not _is_rather_person(form, people)
        and not (folded in surnames and places[0].kind is PlaceKind.TOWN and not form.settled)
    }
    countries = Counter(
        places[0].country for places in candidates.values() if places[0].kind is not PlaceKind.TOWN or len(places) == 1
    )
    countries.update(_adjective_countries(forms))
    accepted = {
        folded: places for folded, places in candidates.items() if _is_meant(forms.forms[folded], places[0], countries)
    }
    return _told_apart(found, forms, accepted)


def _surname_like(forms: Forms) -> frozenset[str]:
    """Given names, and words that end longer names which come back and start with no place: Bush, of Reggie Bush."""
    ends = {
        form.words[-1]
        for form in forms.forms.values()
        if len(form.words) == 2 and len(form.entries) > 1 and not form.articled and not is_known_place(form.words[0])
    }
    return frozenset(ends) | vocabulary().given_names


def _languages(found: Survey) -> dict[str, str | None]:
    return {sheet.document: sheet.language for sheet in found.sheets}


def _candidates(form: Form, languages: Mapping[str, str | None]) -> tuple[GazetteerPlace, ...]:
    language = languages.get(min(form.documents)) if form.documents else None
    known = gazetteer()
    for spelling in (form.folded, without_tail(form.folded), *dictionary_forms(form.folded, language)):
        places = known.find(fold(spelling), language)
        if places and (spelling == form.folded or places[0].kind is not PlaceKind.TOWN or places[0].thousands >= 15):
            return places
    return ()


def without_tail(folded: str) -> str:
    """Baikonur, of "baikonur cosmodrome"; other names as they are."""
    head, _, tail = folded.rpartition(" ")
    return head if head and tail in vocabulary().place_tails else folded


def _is_rather_person(form: Form, people: People) -> bool:
    if form.folded in people.alone:
        return True
    full = people.full.get(form.folded, ())
    return bool(full) and " " not in form.folded and form.placed + form.settled <= form.saying + form.titled


def _adjective_countries(forms: Forms) -> Iterable[str]:
    known = gazetteer()
    for own in forms.adjectives_by_entry:
        for folded in own:
            place = known.adjective(folded)
            if place:
                yield place.country


def _is_meant(form: Form, place: GazetteerPlace, countries: Counter[str]) -> bool:
    """Whether a form that is also a place's name stands for the place."""
    if place.kind is not PlaceKind.TOWN:
        return True
    if form.folded not in (place.key, without_tail(form.folded)):
        return True
    if form.articled * (2 if len(form.words) == 1 else 3) > form.seen:
        return form.settled > 0
    if (form.is_acronym and form.name.isupper()) or form.folded in vocabulary().known_organisations:
        return False
    if form.settled * 8 >= form.seen:
        return True
    wordy = place.country in _WORDY and place.thousands < _VERY_LARGE
    placed = form.placed * 12 >= form.seen
    if place.thousands >= LARGE and not wordy:
        borrowed = len(form.folded) < _TELLING and distance(skeleton(form.folded), skeleton(fold(place.name)), 2) > 2
        return placed or (countries[place.country] > 1 and not borrowed)
    if wordy:
        return place.thousands >= LARGE and form.placed * 2 >= form.seen and countries[place.country] > 1
    telling = len(form.folded) >= _TELLING and countries[place.country] > 1
    return (placed and countries[place.country] > 0) or telling


def _told_apart(found: Survey, forms: Forms, accepted: Mapping[str, tuple[GazetteerPlace, ...]]) -> Places:
    rivals = {folded: _rivals(places) for folded, places in accepted.items()}
    sure = {folded: places[0] for folded, places in rivals.items() if len(places) == 1}
    by_document: dict[tuple[str, str], GazetteerPlace] = {}
    doubtful = {folded for folded, places in rivals.items() if len(places) > 1}
    if doubtful:
        company = _company(found, forms, sure)
        for folded in sorted(doubtful):
            for document in sorted(forms.forms[folded].documents):
                by_document[document, folded] = _nearest(rivals[folded], company[document])
    return Places(sure, by_document)


def _rivals(places: tuple[GazetteerPlace, ...]) -> tuple[GazetteerPlace, ...]:
    """Places that could be meant: none that is much smaller than the first and no country or state."""
    first = places[0]
    return (
        first,
        *(
            place
            for place in places[1:]
            if place.kind is PlaceKind.STATE
            or (place.thousands * _RIVAL >= first.thousands and first.kind is PlaceKind.TOWN)
        ),
    )


def _company(found: Survey, forms: Forms, sure: Mapping[str, GazetteerPlace]) -> Mapping[str, Counter[GazetteerPlace]]:
    """For every document the places it certainly names, with how many of its entries do."""
    company: dict[str, Counter[GazetteerPlace]] = defaultdict(Counter)
    known = gazetteer()
    for sheet, own, adjectives in zip(found.sheets, forms.by_entry, forms.adjectives_by_entry, strict=True):
        company[sheet.document].update(sure[folded] for folded in own if folded in sure)
        company[sheet.document].update(place for folded in adjectives if (place := known.adjective(folded)))
    return company


def _nearest(places: tuple[GazetteerPlace, ...], company: Counter[GazetteerPlace]) -> GazetteerPlace:
    """The place that fits the others best: the same country, the same state, or not far away.

    Nothing known of the others, it is the first.
    """

    closest = sorted(company.items(), key=lambda item: (-item[1], item[0].key))[:_COMPANY]

    def fit(place: GazetteerPlace) -> float:
        return sum(count * _fit(place, other) for other, count in closest)

    best = max(places, key=fit)
    return best if fit(best) > 1.5 * fit(places[0]) else places[0]


@lru_cache(maxsize=100_000)
def _fit(place: GazetteerPlace, other: GazetteerPlace) -> float:
    same_state = bool(place.state) and place.state == other.state and place.country == other.country
    return same_state * 2.0 + (place.country == other.country) * 0.5 + _NEAR_KM / (_NEAR_KM + kilometres(place, other))


def kilometres(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """Great-circle distance (haversine)."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    step = math.sin((north - south) / 2) ** 2
    turn = math.sin(math.radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(step + math.cos(north) * math.cos(south) * turn)))
