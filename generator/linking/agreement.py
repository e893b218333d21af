"""Whether two accounts count the same things, give the same figures and name the same sources, in numbers.

Two reports that both say how many were hurt, hours apart and with the same places, are of one
happening even if not one of the figures is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from generator.linking.account import Account
from generator.linking.candidates import Pairs
from generator.linking.index import Flags, Floats, Table, table_of
from generator.linking.shared import Shared, shared_terms

AGREEMENT = (
    "same things counted",
    "same figures",
    "same people counted",
    "other people counted",
    "shared credits",
    "credits only in one",
    "changes told",
)


def agreement(accounts: Mapping[int, Account], size: int, pairs: Pairs) -> Floats:
    """One row for each pair, one column for each of ``AGREEMENT``.

    ``accounts`` holds the account of each of the ``size`` entries that stands in a pair.
    """
    counted = _table(accounts, size, _things_counted)
    people = _table(accounts, size, _people_counted)
    same_people = _count(shared_terms(people, pairs))
    counts_people = np.diff(people.starts) > 0
    credits = _table(accounts, size, _sources)
    shared_credits = _count(shared_terms(credits, pairs))
    named = np.diff(credits.starts) > 0
    changed = np.array([number in accounts and bool(accounts[number].changes.outright) for number in range(size)])
    return np.column_stack(
        (
            _count(shared_terms(counted, pairs)),
            _count(shared_terms(_table(accounts, size, _figures), pairs)),
            same_people,
            counts_people[pairs.a] & counts_people[pairs.b] & (same_people == 0),
            shared_credits,
            (named[pairs.a] != named[pairs.b]) | (named[pairs.a] & named[pairs.b] & (shared_credits == 0)),
            _either(changed, pairs),
        )
    )


def sums_up(accounts: Mapping[int, Account], size: int) -> Flags:
    """Which entries are roundups."""
    return np.array([number in accounts and bool(accounts[number].roundup) for number in range(size)], dtype=bool)


def _things_counted(account: Account) -> Iterable[str]:
    return (figure.kind for figure in account.figures if figure.is_current)


def _people_counted(account: Account) -> Iterable[str]:
    return (kind for kind in _things_counted(account) if kind.startswith("people."))


def _figures(account: Account) -> Iterable[str]:
    return (f"{figure.kind} {figure.low:g} {figure.high:g}" for figure in account.figures if not figure.background)


def _sources(account: Account) -> Iterable[str]:
    return (credit.name.casefold() for credit in account.credits if credit.is_third_party)


def _table(accounts: Mapping[int, Account], size: int, keys: Callable[[Account], Iterable[str]]) -> Table:
    rows: Sequence[tuple[str, ...]] = [
        tuple(dict.fromkeys(keys(accounts[number]))) if number in accounts else () for number in range(size)
    ]
    return table_of(rows)


def _count(shared: Shared) -> Floats:
    return np.bincount(shared.pairs, minlength=shared.count).astype(np.float64)


def _either(flags: Flags, pairs: Pairs) -> Floats:
    return flags[pairs.a].astype(np.float64) + flags[pairs.b]
