"""What quantities a text gives: how many of what, in which unit, said of whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from generator.linking.figures.bare import bare
from generator.linking.figures.counts import counted
from generator.linking.figures.exclusions import is_no_quantity
from generator.linking.figures.hedges import is_added, is_background, is_former, is_less_one, is_part, leeway
from generator.linking.figures.measures import AGO, measured
from generator.linking.figures.numbers import Number, holds_digits, holds_number_words, numbers_in
from generator.linking.figures.owners import owner_of, with_unit_of
from generator.linking.figures.people import asides_in, people, role_matches
from generator.linking.figures.quantity import Quantity
from generator.linking.figures.votes import speaks_of_votes, voted, without_tallies
from generator.linking.lexicon import Lexicon
from generator.linking.sentences import sentences_of
from generator.linking.terms import fold, stem
from generator.linking.words import Words

_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST = 200
_IN_TURN = frozenset(f"people.{role}" for role in ("evacuated", "rescued", "freed", "arrested"))
_CONTEXT = 90
_LONGEST_SENTENCE = 2000


def quantities_of(
    texts: Sequence[str], lexicon: Lexicon, day: date | None = None, words: Words | None = None
) -> tuple[Quantity, ...]:
    """The quantities of ``texts`` (headline and blocks of an entry), in order; ``day`` tells which years are past.

    ``words`` are those of all the texts, where they were cut before.
    """
    spelled_out = words is None or not lexicon.number_words.isdisjoint(words.small)
    found: list[Quantity] = []
    for text in texts:
        for sentence in sentences_of(text):
            told = sentence[:_LONGEST_SENTENCE]
            if holds_digits(told) or (spelled_out and holds_number_words(told, lexicon)):
                found += _in_sentence(told, lexicon, day)
            if len(found) > _MOST:
                return tuple(found)
    return tuple(_with_kinds_of_replaced(list(_without_replaced(found))))


def _without_replaced(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """``found`` with the whole of which the text takes one away set aside: ``one of the four … that makes three``."""
    for index, quantity in enumerate(found):
        later = found[index + 1 :] if quantity.is_less_one else ()
        replaced = any(other.low == quantity.low - 1 for other in later)
        yield replace(quantity, former=True) if replaced else quantity


def _with_kinds_of_replaced(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """``found`` with a number alone beside a count that is set aside taken for one of the same."""
    for quantity, before, after in zip(found, (None, *found), (*found[1:], None), strict=False):
        beside = [other for other in (before, after) if other and other.former and (other.is_people or other.is_count)]
        if quantity.is_bare and not quantity.former and beside:
            yield replace(quantity, kind=beside[0].kind, what=beside[0].what, noun=beside[0].noun)
        else:
            yield quantity


def _in_sentence(sentence: str, lexicon: Lexicon, day: date | None) -> Iterable[Quantity]:
    numbers = [n for n in numbers_in(sentence, lexicon) if not is_no_quantity(sentence, n, lexicon)]
    if not numbers:
        return
    words = Words.of(sentence)
    hits = lexicon.things.hits(words)
    of_votes = speaks_of_votes(hits)
    if of_votes:
        numbers = list(without_tallies(sentence, numbers))
    asides = asides_in(sentence, 0, lexicon) if lexicon.may_hold("subset.aside", words) else []
    parts = [
        is_part(sentence, number, lexicon) or any(start <= number.start < end for start, end in asides)
        for number in numbers
    ]
    matches = role_matches(sentence, hits, lexicon)
    background = is_background(sentence, hits, lexicon, day)
    measures = [measured(sentence, number, numbers, hits, lexicon) for number in numbers]
    aside = [part or measure is not None for part, measure in zip(parts, measures, strict=True)]
    last: Quantity | None = None
    for index, number in enumerate(numbers):
        quantity = (
            measures[index]
            or (voted(sentence, number, lexicon) if of_votes else None)
            or people(sentence, numbers, aside, index, matches, lexicon)
            or counted(sentence, number, numbers, hits, lexicon)
            or with_unit_of(last, sentence, number, matches, lexicon)
            or bare(sentence, number, numbers, matches, hits, lexicon)
        )
        if quantity is None:
            continue
        last = last if quantity.is_bare else quantity
        low, high = leeway(quantity.printed, number.low, lexicon) if _is_plain(quantity) else (0.0, 0.0)
        yield replace(
            quantity,
            low=low or quantity.low,
            high=high or quantity.high,
            former=is_former(sentence, number, hits, lexicon),
            background=background and quantity.aspect != AGO,
            added=is_added(sentence, number, lexicon) or _is_of_others(quantity, lexicon),
            part=parts[index],
            is_less_one=is_less_one(sentence, number, lexicon),
            anchors=frozenset() if quantity.is_people else _anchors(sentence, number, lexicon),
            owner=owner_of(sentence, number.start, number.end) if quantity.kind == "percent" else frozenset(),
        )


def _is_of_others(quantity: Quantity, lexicon: Lexicon) -> bool:
    """``another 60`` moved out; not ``another 60`` hurt, who are others than the dead."""
    return quantity.kind in _IN_TURN and lexicon.patterns["subset.another"].match(quantity.printed) is not None


def _is_plain(quantity: Quantity) -> bool:
    return quantity.low == quantity.high and (quantity.is_people or quantity.is_count)


def _anchors(sentence: str, number: Number, lexicon: Lexicon) -> frozenset[str]:
    window = sentence[max(0, number.start - _CONTEXT) : number.end + _CONTEXT]
    words = (match[0].lower() for match in _WORD.finditer(window))
    return frozenset(stem(fold(word)) for word in words if word not in lexicon.function_words)
