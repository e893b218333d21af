"""Persons: which names are persons, and whom a surname alone means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.language.folding import fold, skeleton
from generator.topics.forms import Form, Forms
from generator.topics.gazetteer import gazetteer
from generator.topics.inflection import dictionary_forms
from generator.topics.nearness import distance
from generator.topics.parts import is_known_place
from generator.topics.vocabulary import vocabulary

_LONGEST: Final = 4
_CLEAR: Final = 3
_LONG_SOUND: Final = 6


@dataclass(frozen=True, slots=True)
class People:
    """``full``: forms that are names of persons, by surname. ``alone``: forms of one word that are persons.

    ``sounds``: surnames by what their transliterations share.
    """

    full: dict[str, tuple[str, ...]]
    alone: frozenset[str]
    sounds: dict[str, tuple[str, ...]]

    def called(self, name: str) -> tuple[str, ...]:
        """Full names whose surname is ``name``, or where none is, another transliteration of it."""
        if name in self.full:
            return self.full[name]
        sound = skeleton(name)
        if len(sound) < _LONG_SOUND:
            return ()
        return tuple(sorted(one for other in self.sounds.get(sound, ()) for one in self.full[other]))

    def is_person(self, folded: str) -> bool:
        """Whether this form is a person's name, in full or the surname."""
        return folded in self.alone or folded in self.full.get(surname(folded), ())


def find_people(forms: Forms, lower: Counter[str]) -> People:
    """The persons among ``forms``, by titles, verbs of saying, and surnames that come back alone.

    ``lower`` says how often each word stands in small letters: first names seldom do.
    """
    full: dict[str, list[str]] = defaultdict(list)
    for folded, form in forms.forms.items():
        if _may_be_full_name(form, lower) and _acts_as_person(form, forms.forms):
            full[surname(folded)].append(folded)
    sounds: dict[str, list[str]] = defaultdict(list)
    for name in sorted(full):
        sounds[skeleton(name)].append(name)
    alone = {
        folded
        for folded, form in forms.forms.items()
        if len(form.words) == 1
        and (folded in full or _is_person_alone(form) or _sounds_like(folded, sounds))
        and not _is_rather_place(form)
    }
    return People(
        {name: tuple(sorted(found)) for name, found in sorted(full.items())},
        frozenset(alone),
        {sound: tuple(names) for sound, names in sounds.items()},
    )


def _sounds_like(folded: str, sounds: Mapping[str, Sequence[str]]) -> bool:
    sound = skeleton(folded)
    return len(sound) >= _LONG_SOUND and sound in sounds and not gazetteer().find(folded)


def surname(folded: str) -> str:
    """The last word of a folded name."""
    return folded.rsplit(" ", 1)[-1]


def _may_be_full_name(form: Form, lower: Counter[str]) -> bool:
    words = vocabulary()
    if (
        not 2 <= len(form.words) <= _LONGEST
        or " " not in form.name.replace("・", " ")
        or any(c.isdigit() for c in form.folded)
    ):
        return False
    no_person = words.organisation | words.never | words.place_nouns | words.things
    if not no_person.isdisjoint(form.words):
        return False
    if not form.titled and not form.saying and lower[form.words[0]] + lower[surname(form.folded)] > form.seen:
        return False
    if lower[surname(form.folded)] > form.seen or any(_is_in_capitals(piece) for piece in form.name.split()[1:]):
        return False
    head = form.words[0]
    if not form.titled and head not in words.given_names and (is_known_place(head) or gazetteer().adjective(head)):
        return False
    articled = form.articled * (2 if form.words[0] in words.given_names else 4) >= form.seen
    return not articled and not gazetteer().find(form.folded) and form.folded not in words.credits


def _is_in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word


def _acts_as_person(form: Form, forms: dict[str, Form]) -> bool:
    if form.words[0] in vocabulary().given_names or form.titled or (form.saying and not is_known_place(form.words[0])):
        return True
    alone = forms.get(surname(form.folded))
    return alone is not None and not alone.documents.isdisjoint(form.documents) and not _is_rather_place(alone)


def _is_person_alone(form: Form) -> bool:
    """A surname that is never introduced: President Putin, Putin said."""
    if form.is_acronym or form.articled * 4 >= form.seen or form.folded in vocabulary().organisation:
        return False
    if gazetteer().find(form.folded) and form.titled * 3 < form.seen:
        return False
    if any(is_known_place(fold(base)) for base in dictionary_forms(form.folded, None)):
        return False  # the mayor "of" a town needs no "of" where names take endings
    return form.titled * 3 >= form.seen or (form.titled > 0 and form.saying > 0)


def _is_rather_place(form: Form) -> bool:
    """More often after "in" and "the town of" than before "said", and the gazetteer knows it."""
    return form.placed + 2 * form.settled > 2 * (form.titled + form.saying) and bool(gazetteer().find(form.folded))


def same_person(one: str, other: str) -> bool:
    """Whether two full names may be one person's: the same surname and first names that agree.

    First names agree when all of one are among the other's, one is the other's beginning or
    initial, or both are near spellings of one name.
    """
    if skeleton(surname(one)) != skeleton(surname(other)):
        return False
    first, second = one.split()[:-1], other.split()[:-1]
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return _agree(first[0], second[0]) and (len(first) == 1 or len(second) == 1 or first[1:] == second[1:])


def _agree(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return True
    a, b = skeleton(one), skeleton(other)
    return a[:1] == b[:1] and len(a) > _CLEAR and distance(a, b, 1) <= 1
