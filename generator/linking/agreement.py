"""Whether two accounts count the same things, name the same places and sources, and lead with the same, in numbers.

Two reports that both say how many were hurt, hours apart and in the same place, are of one happening
even if not one of the figures is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.linking.account import Account
from generator.linking.arrays import Flags, Floats
from generator.linking.candidates import Pairs
from generator.linking.index import Table, table_of
from generator.linking.shared import in_common

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


@dataclass(frozen=True, slots=True)
class Told:
    """What each entry tells, as tables of keys by entry, and whether it tells of a change or is a statement."""

    counted: Table
    figures: Table
    people: Table
    credits: Table
    places: Table
    matters: Table
    changed: Flags
    statement: Flags

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> Told:
        return cls(
            counted=_keys(accounts, _things_counted),
            figures=_keys(accounts, _figures),
            people=_keys(accounts, _people_counted),
            credits=_keys(accounts, _sources),
            places=_keys(accounts, _places),
            matters=_keys(accounts, lambda account: sorted(account.beside)),
            changed=_flags(accounts, lambda account: bool(account.changes.outright)),
            statement=_flags(accounts, lambda account: account.is_statement),
        )


def agreement(told: Told, pairs: Pairs) -> Floats:
    """One row for each pair, one column for each of ``AGREEMENT``."""
    people, _, all_people = _compared(told.people, pairs)
    credits, some_credits, _ = _compared(told.credits, pairs)
    places, _, all_places = _compared(told.places, pairs)
    matters, some_matters, _ = _compared(told.matters, pairs)
    return np.array(
        (
            _compared(told.counted, pairs)[0],
            _compared(told.figures, pairs)[0],
            people,
            all_people & (people == 0),
            credits,
            some_credits & (credits == 0),
            places,
            all_places & (places == 0),
            matters,
            some_matters & (matters == 0) & (credits == 0),
            told.statement[pairs.a] != told.statement[pairs.b],
            told.changed[pairs.a].astype(np.float64) + told.changed[pairs.b],
        ),
        dtype=np.float64,
    ).T


def _compared(table: Table, pairs: Pairs) -> tuple[Floats, Flags, Flags]:
    """For each pair how many keys both have, whether either has any, and whether both do."""
    some = np.diff(table.starts) > 0
    count = in_common(table, pairs, np.ones(len(table.terms)))
    return count, some[pairs.a] | some[pairs.b], some[pairs.a] & some[pairs.b]


def _keys(accounts: Sequence[Account], keys: Keys) -> Table:
    return table_of([tuple(dict.fromkeys(keys(account))) for account in accounts])


def _flags(accounts: Sequence[Account], holds: Callable[[Account], bool]) -> Flags:
    return np.array([holds(account) for account in accounts], dtype=bool)


def _things_counted(account: Account) -> Iterable[str]:
    return (figure.kind for figure in account.figures if figure.is_current and not figure.is_bare)


def _people_counted(account: Account) -> Iterable[str]:
    return (kind for kind in _things_counted(account) if kind.startswith("people."))


def _figures(account: Account) -> Iterable[str]:
    return (
        f"{figure.kind} {figure.low:g} {figure.high:g}"
        for figure in account.figures
        if not (figure.background or figure.added or figure.is_bare)
    )


def _sources(account: Account) -> Iterable[str]:
    return (credit.name.casefold() for credit in account.credits if credit.is_third_party)


def _places(account: Account) -> Iterable[str]:
    """The consonants of each place's words: Dernak and Dernek, Kyiv and Kiev are the same."""
    return sorted(_consonants(word) for place in account.places for word in place.split())


@lru_cache(maxsize=65_536)
def _consonants(word: str) -> str:
    return _VOWELS.sub("", word)
