"""One name out of many forms: which forms are one, what it is called, what kind of thing it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.language.folding import fold, skeleton
from generator.model import Entry, TopicKind
from generator.topics.abbreviations import abbreviations, initials, singular
from generator.topics.forms import Form, Forms, collect_forms
from generator.topics.gazetteer import GazetteerPlace, PlaceKind, gazetteer
from generator.topics.inflection import dictionary_forms
from generator.topics.people import People, find_people, same_person, surname
from generator.topics.places import Places, find_places, without_tail
from generator.topics.survey import Survey, survey
from generator.topics.unions import Unions
from generator.topics.variants import bent_forms, slips, transliterations
from generator.topics.vocabulary import vocabulary

_PLACE_MARK: Final = "@"
_CLEARLY: Final = 3
_MOST_OF_A_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Name:
    """A name under all its spellings.

    ``key`` is folded and depends on which forms there are, not on how often. ``printed`` are the
    spellings, most frequent first. ``entries`` are numbers of entries, ascending. ``credited``: mostly
    named as who reports something.
    """

    key: str
    name: str
    kind: TopicKind
    forms: tuple[str, ...]
    printed: tuple[str, ...]
    entries: tuple[int, ...]
    place: GazetteerPlace | None = None
    credited: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """All names of an archive by key, and the keys that each entry names."""

    by_key: Mapping[str, Name]
    by_entry: tuple[tuple[str, ...], ...]


def find_names(entries: Sequence[Entry]) -> tuple[Names, Survey]:
    """The names in ``entries`` and the survey they were found in."""
    found = survey(entries)
    forms = collect_forms(found)
    short = abbreviations(entry.text for entry in entries)
    people = find_people(forms, found.lower)
    places = find_places(found, forms, people)
    unions = _united(found, forms, short, people, places)
    meanings = _Meanings(forms, people, places, unions)
    return meanings.names([sheet.document for sheet in found.sheets], short), found


def _united(found: Survey, forms: Forms, short: Mapping[str, str], people: People, places: Places) -> Unions:
    languages = {sheet.document: sheet.language for sheet in found.sheets}
    unions = Unions()
    for folded, place in places.by_form.items():
        unions.join(folded, _PLACE_MARK + place.key)
    for brief, long in (*short.items(), *initials(forms.forms)):
        if brief in forms.forms:
            unions.join(brief, long)
    for folded in forms.forms:
        if " " in folded and singular(folded) in short.values():
            unions.join(folded, singular(folded))
    pairs = [*bent_forms(forms, languages), *transliterations(forms.forms.values()), *slips(forms)]
    for one, other in pairs:
        if _may_be_one(one, other, people, places):
            unions.join(one, other)
    _unite_people(forms, people, unions)
    _unite_bodies(forms, people, places, unions)
    _unite_parts_of_places(forms, places, unions)
    _unite_short_forms(forms, places, unions)
    return unions


def _may_be_one(one: str, other: str, people: People, places: Places) -> bool:
    """Two near spellings stay apart where both are known to be different places."""
    if singular(other) == one and (people.is_person(one) or people.is_person(other)):
        return False
    first, second = places.by_form.get(one), places.by_form.get(other)
    if first is not None and second is not None and first.key != second.key:
        return False
    return people.is_person(one) == people.is_person(other) or first is None is second


def _unite_people(forms: Forms, people: People, unions: Unions) -> None:
    by_root: dict[str, list[str]] = defaultdict(list)
    for name, full in people.full.items():
        by_root[unions.root(name)].extend(full)
    for _, alike in sorted(by_root.items()):
        same_surname = sorted(alike)[:_MOST_OF_A_NAME]
        for at, one in enumerate(same_surname):
            for other in same_surname[at + 1 :]:
                if same_person(one, other) and _may_meet(forms.forms[one], forms.forms[other]):
                    unions.join(one, other)


def _may_meet(one: Form, other: Form) -> bool:
    """Two first names in one document are two persons, unless one full name holds the other."""
    return one.documents.isdisjoint(other.documents) or set(one.words) & set(other.words) != {surname(one.folded)}


def _unite_bodies(forms: Forms, people: People, places: Places, unions: Unions) -> None:
    """The Wagner Group is also called Wagner, where Wagner is neither a place nor a person."""
    for folded, form in forms.forms.items():
        head, _, rest = folded.partition(" ")
        if rest in vocabulary().organisation and head in forms.forms and head not in places.by_form:
            alone = forms.forms[head]
            if not people.is_person(head) and not alone.documents.isdisjoint(form.documents):
                unions.join(folded, head)


def _unite_parts_of_places(forms: Forms, places: Places, unions: Unions) -> None:
    """Tranquility Base is in the Sea of Tranquility, where no other name ends in "of Tranquility"."""
    ends: dict[str, set[str]] = defaultdict(set)
    for folded in forms.forms:
        _, of, end = folded.rpartition(" of ")
        if of and " " not in end:
            ends[skeleton(end)].add(unions.root(folded))
    for folded in forms.forms:
        head = without_tail(folded)
        whole = ends[skeleton(head)]
        if head != folded and len(whole) == 1 and folded not in places.by_form:
            unions.join(folded, min(whole))


def _unite_short_forms(forms: Forms, places: Places, unions: Unions) -> None:
    """ "The Cape" is Cape Kennedy where no other name that starts or ends with the word stands in its documents."""
    longer: dict[str, list[str]] = defaultdict(list)
    for folded, form in forms.forms.items():
        for word in {form.words[0], form.words[-1]} if len(form.words) > 1 else ():
            longer[word].append(folded)
    for folded, form in forms.forms.items():
        if len(form.words) == 1 and form.articled * 2 >= form.seen and folded not in places.by_form:
            near = [other for other in longer[folded] if not forms.forms[other].documents.isdisjoint(form.documents)]
            if near and len({unions.root(other) for other in near}) == 1:
                unions.join(folded, near[0])


@dataclass(frozen=True, slots=True)
class _Meanings:
    """What each form means in each document."""

    forms: Forms
    people: People
    places: Places
    unions: Unions

    def names(self, documents: Sequence[str], short: Mapping[str, str]) -> Names:
        entries: dict[str, list[int]] = defaultdict(list)
        members: dict[str, set[str]] = defaultdict(set)
        own: list[list[str]] = []
        persons = self._persons_by_document()
        for number, document in enumerate(documents):
            roots = [(self._root(folded, document, persons), folded) for folded in self.forms.by_entry[number]]
            roots += [(_PLACE_MARK + key, "") for key in self._countries(number)]
            for root, folded in roots:
                members[root] |= {folded} - {""}
                if not entries[root] or entries[root][-1] != number:
                    entries[root].append(number)
            own.append(list(dict.fromkeys(root for root, _ in roots)))
        found = {root: self._name(root, members[root], entries[root], short) for root in sorted(entries)}
        by_key: dict[str, Name] = {}
        for name in found.values():
            by_key.setdefault(name.key, name)
        return Names(by_key, tuple(tuple(sorted({found[root].key for root in roots})) for roots in own))

    def _root(self, folded: str, document: str, persons: Mapping[tuple[str, str], str]) -> str:
        place = self.places.by_document.get((document, folded))
        if place is not None:
            return self.unions.root(_PLACE_MARK + place.key)
        return self.unions.root(persons.get((document, folded), folded))

    def _countries(self, number: int) -> list[str]:
        places = (gazetteer().adjective(folded) for folded in self.forms.adjectives_by_entry[number])
        return list(dict.fromkeys(place.key for place in places if place))

    def _persons_by_document(self) -> Mapping[tuple[str, str], str]:
        """(document, surname) → the full name that the surname means there.

        That is the one the document itself gives, or else the archive's clearly most frequent one.
        """
        meant: dict[tuple[str, str], str] = {}
        for name, surname_of in self._surnames().items():
            full = self.people.called(surname_of)
            if not full or name in self.places.by_form:
                continue
            usual = self._usual(full)
            for document in sorted(self.forms.forms[name].documents):
                here = {self.unions.root(one): one for one in full if document in self.forms.forms[one].documents}
                person = next(iter(here.values())) if len(here) == 1 else usual
                if person is not None:
                    meant[document, name] = person
        return meant

    def _surnames(self) -> dict[str, str]:
        """Forms of one word that are a surname, or one with an ending → that surname."""
        roots = {self.unions.root(name): name for name in sorted(self.people.alone, reverse=True)}
        words = (folded for folded in sorted(self.forms.forms) if " " not in folded)
        found = {word: roots[self.unions.root(word)] for word in words if self.unions.root(word) in roots}
        return {**found, **{name: name for name in self.people.alone}}

    def _usual(self, full: Sequence[str]) -> str | None:
        counts: Counter[str] = Counter()
        for one in full:
            counts[self.unions.root(one)] += self.forms.forms[one].seen
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if len(ranked) == 1 or ranked[0][1] >= _CLEARLY * ranked[1][1]:
            return min(one for one in full if self.unions.root(one) == ranked[0][0])
        return None

    def _name(self, root: str, members: set[str], entries: Sequence[int], short: Mapping[str, str]) -> Name:
        forms = sorted(members)
        printed: Counter[str] = Counter()
        for folded in forms:
            printed.update(self.forms.forms[folded].printed)
        ordered = [text for text, _ in sorted(printed.items(), key=lambda item: (-item[1], item[0]))]
        place = self._place(root, forms)
        if place is not None:
            return Name(
                place.key,
                _place_name(place, ordered),
                TopicKind.PLACE,
                tuple(forms),
                tuple(ordered),
                tuple(entries),
                place,
            )
        kind = self._kind(forms)
        key = _key(forms, kind, short)
        shown = [text for text in ordered if kind is not TopicKind.PERSON or " " in text] or ordered
        return Name(
            key, shown[0], kind, tuple(forms), tuple(ordered), tuple(entries), credited=self._is_credited(forms)
        )

    def _is_credited(self, forms: Sequence[str]) -> bool:
        own = [self.forms.forms[folded] for folded in forms]
        if not vocabulary().credits.isdisjoint(forms):
            return True
        return sum(form.credited for form in own) * 2 > sum(form.seen for form in own)

    def _place(self, root: str, forms: Sequence[str]) -> GazetteerPlace | None:
        for folded in forms:
            place = self.places.by_form.get(folded)
            if place is not None:
                return place
        if not root.startswith(_PLACE_MARK):
            return None
        key = root.removeprefix(_PLACE_MARK)
        for place in self.places.by_document.values():
            if place.key == key:
                return place
        found = gazetteer().find(key)
        return found[0] if found else None

    def _kind(self, forms: Sequence[str]) -> TopicKind:
        if any(self.people.is_person(folded) for folded in forms):
            return TopicKind.PERSON
        words = vocabulary()
        named = {word for folded in forms for word in folded.split()}
        saying = sum(self.forms.forms[folded].saying for folded in forms)
        if named & words.organisation or set(forms) & words.known_organisations or saying > 1:
            return TopicKind.ORGANISATION
        return TopicKind.SUBJECT


def _place_name(place: GazetteerPlace, printed: Sequence[str]) -> str:
    """The most frequent spelling that is a dictionary form; a country's English name where that is printed too."""
    if not printed or (place.kind is PlaceKind.COUNTRY and any(text.isascii() for text in printed)):
        return place.name
    for text in printed:
        if _names_place(fold(text), place):
            return text
    for text in printed:
        for form in dictionary_forms(text.lower(), None):
            if _names_place(fold(form), place):
                return form.title()
    return printed[0]


def _names_place(folded: str, place: GazetteerPlace) -> bool:
    return any(found.key == place.key for found in gazetteer().find(folded))


def _key(forms: Sequence[str], kind: TopicKind, short: Mapping[str, str]) -> str:
    """The form that stands for all: the abbreviation, else the fullest, of those the shortest, then the first."""
    brief = [folded for folded in forms if folded in short]
    if brief:
        return min(brief)
    most = max(min(len(folded.split()), 2 if kind is TopicKind.PERSON else 3) for folded in forms)
    fullest = [folded for folded in forms if len(folded.split()) >= most]
    return min(fullest, key=lambda folded: (len(folded), folded))
