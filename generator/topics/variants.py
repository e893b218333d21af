"""Spellings of one name: transliterations, endings that a language adds, and slips of the keyboard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from generator.language.folding import fold, skeleton
from generator.topics.abbreviations import singular
from generator.topics.forms import Form, Forms
from generator.topics.inflection import bent_stem, dictionary_forms
from generator.topics.nearness import near_pairs

_LONG_ENOUGH: Final = 5
_SLIP_LENGTH: Final = 8
_SLIP_SHARE: Final = 3
_VERY_LONG: Final = 10
_AGREEMENT: Final = 0.25


def transliterations(forms: Iterable[Form]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that transliterate to the same sounds, word by word."""
    by_sound: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        sounds = [skeleton(word) for word in form.words]
        if sum(map(len, sounds)) >= _LONG_ENOUGH and not any(c.isdigit() for c in form.folded):
            by_sound[" ".join(sounds)].append(form.folded)
    yield from _neighbours(by_sound.values())


def bent_forms(forms: Forms, languages: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Pairs of forms of which one is the other with an ending, in languages that bend names."""
    by_stem: dict[str, list[str]] = defaultdict(list)
    for folded, form in forms.forms.items():
        language = languages.get(min(form.documents)) if form.documents else None
        if singular(folded) != folded and len(folded) > _LONG_ENOUGH and singular(folded) in forms.forms:
            yield singular(folded), folded
        if language is None or language == "en":
            continue
        for base in map(fold, dictionary_forms(folded, language)):
            if base in forms.forms:
                yield base, folded
                break
        shared = bent_stem(folded, language)
        if shared is not None and len(shared) >= _LONG_ENOUGH - 1:
            by_stem[f"{language} {shared}"].append(folded)
    yield from _neighbours(by_stem.values())


def slips(forms: Forms) -> Iterator[tuple[str, str]]:
    """Pairs of a frequent form and a rare one that is a letter away and keeps the same company."""
    long = [folded for folded, form in forms.forms.items() if len(folded) >= _SLIP_LENGTH and _can_slip(form)]
    for one, other in near_pairs(long):
        rare, frequent = sorted((forms.forms[one], forms.forms[other]), key=lambda form: (form.seen, form.folded))
        if rare.seen <= 2 and frequent.seen >= _SLIP_SHARE * rare.seen and _agree(rare, frequent, forms):
            yield frequent.folded, rare.folded


def _can_slip(form: Form) -> bool:
    return not form.is_acronym and not any(c.isdigit() for c in form.folded)


def _agree(rare: Form, frequent: Form, forms: Forms) -> bool:
    """Whether names around the rare form also stand around the frequent one; for very long names one will do."""
    company = _company(rare, forms) - {rare.folded, frequent.folded}
    shared = company & _company(frequent, forms)
    needed = 1.0 if len(rare.folded) >= _VERY_LONG else max(1.0, _AGREEMENT * len(company))
    return len(shared) >= needed


def _company(form: Form, forms: Forms) -> set[str]:
    return {
        folded for number in form.entries for folded in (*forms.by_entry[number], *forms.adjectives_by_entry[number])
    }


def _neighbours(groups: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for group in groups:
        ordered = sorted(group)
        yield from pairwise(ordered)
