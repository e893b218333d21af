"""Whether two accounts count the same things, name the same places and sources, and lead with the same, in numbers.

Two reports that both say how many were hurt, hours apart and in the same place, are of one happening
even if not one of the figures is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from generator.linking.account import Account
from generator.linking.arrays import Flags, Floats
from generator.linking.candidates import Pairs
from generator.linking.index import table_of
from generator.linking.shared import shared_terms

AGREEMENT = (
    "same things counted",
    "same figures",
    "same people counted",
    "other people counted",
    "shared credits",
    "credits only in one",
    "same places",
    "other places",
    "lies beside in both",
    "lies beside in one",
    "statement in one",
    "changes told",
)

_VOWELS = re.compile(r"(?<!^)[aeiouyäöüáéíóúаеиоуыэюя]+")

Keys = Callable[[Account], Iterable[str]]


def agreement(accounts: Mapping[int, Account], size: int, pairs: Pairs) -> Floats:
    """One row for each pair, one column for each of ``AGREEMENT``.

    ``accounts`` holds the account of each of the ``size`` entries that stands in a pair.
    """
    counted, _, _ = _compared(accounts, size, pairs, _things_counted)
    figures, _, _ = _compared(accounts, size, pairs, _figures)
    people, _, all_people = _compared(accounts, size, pairs, _people_counted)
    credits, some_credits, _ = _compared(accounts, size, pairs, _sources)
    places, _, all_places = _compared(accounts, size, pairs, _places)
    matters, some_matters, _ = _compared(accounts, size, pairs, lambda account: sorted(account.beside))
    changed = _flags(accounts, size, lambda account: bool(account.changes.outright))
    statement = _flags(accounts, size, lambda account: account.is_statement)
    return np.column_stack(
        (
            counted,
            figures,
            people,
            all_people & (people == 0),
            credits,
            some_credits & (credits == 0),
            places,
            all_places & (places == 0),
            matters,
            some_matters & (matters == 0) & (credits == 0),
            statement[pairs.a] != statement[pairs.b],
            changed[pairs.a].astype(np.float64) + changed[pairs.b],
        )
    )


def sums_up(accounts: Mapping[int, Account], size: int) -> Flags:
    """Which entries are roundups."""
    return _flags(accounts, size, lambda account: bool(account.roundup))


def _compared(accounts: Mapping[int, Account], size: int, pairs: Pairs, keys: Keys) -> tuple[Floats, Flags, Flags]:
    """For each pair how many ``keys`` both have, whether either has any, and whether both do."""
    table = table_of(
        [tuple(dict.fromkeys(keys(accounts[number]))) if number in accounts else () for number in range(size)]
    )
    shared = shared_terms(table, pairs)
    some = np.diff(table.starts) > 0
    count = np.bincount(shared.pairs, minlength=shared.count).astype(np.float64)
    return count, some[pairs.a] | some[pairs.b], some[pairs.a] & some[pairs.b]


def _flags(accounts: Mapping[int, Account], size: int, holds: Callable[[Account], bool]) -> Flags:
    return np.array([number in accounts and holds(accounts[number]) for number in range(size)], dtype=bool)


def _things_counted(account: Account) -> Iterable[str]:
    return (figure.kind for figure in account.figures if figure.is_current)


def _people_counted(account: Account) -> Iterable[str]:
    return (kind for kind in _things_counted(account) if kind.startswith("people."))


def _figures(account: Account) -> Iterable[str]:
    return (f"{figure.kind} {figure.low:g} {figure.high:g}" for figure in account.figures if not figure.background)


def _sources(account: Account) -> Iterable[str]:
    return (credit.name.casefold() for credit in account.credits if credit.is_third_party)


def _places(account: Account) -> Iterable[str]:
    """The consonants of each place's words: Dernak and Dernek, Kyiv and Kiev are the same."""
    return sorted(_VOWELS.sub("", word) for place in account.places for word in place.split())
