"""What speaks against one happening, for many pairs: most are passed over by a look at arrays, the others judged."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.account import Account
from generator.linking.arrays import Flags, Floats, Ints
from generator.linking.candidates import Pairs
from generator.linking.happening import SLACK_DAYS, STORY_DAYS, judge
from generator.linking.index import UNDATED

_NEARLY = 1e-6


@dataclass(frozen=True, slots=True)
class Grounds:
    """Of each account what a doubt can rest on.

    ``hours`` since 1970 in UTC (NaN where unknown), ``days`` numbers of days (``UNDATED`` where there is
    none); ``document`` and ``page``, which is a document of one outlet, are numbered; ``untold`` tells of an
    entry without a time that says of nothing that it changed; ``beside`` has a bit for each matter beside
    a happening.
    """

    hours: Floats
    days: Ints
    document: Ints
    page: Ints
    untold: Flags
    has_places: Flags
    has_speaker: Flags
    sums_up: Flags
    beside: Ints

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> Grounds:
        entries = [account.entry for account in accounts]
        matters = sorted({matter for account in accounts for matter in account.beside})
        bit = {matter: 1 << number for number, matter in enumerate(matters)}
        return cls(
            hours=np.array([entry.utc.timestamp() / 3600 if entry.utc else np.nan for entry in entries], dtype=float),
            days=np.array([entry.date.toordinal() if entry.date else UNDATED for entry in entries], dtype=np.int64),
            document=_numbered([entry.document for entry in entries]),
            page=_numbered([(entry.document, entry.outlet) for entry in entries]),
            untold=np.array([one.entry.utc is None and not one.changes.outright for one in accounts], dtype=bool),
            has_places=np.array([bool(account.places) for account in accounts], dtype=bool),
            has_speaker=np.array([account.speaker is not None for account in accounts], dtype=bool),
            sums_up=np.array([bool(account.roundup) for account in accounts], dtype=bool),
            beside=np.array([sum(bit[matter] for matter in account.beside) for account in accounts], dtype=np.int64),
        )

    def one_page(self, pairs: Pairs) -> Flags:
        """Whether both are posts of one page."""
        same: Flags = self.page[pairs.a] == self.page[pairs.b]
        return same


def doubts(grounds: Grounds, accounts: Sequence[Account], pairs: Pairs) -> Floats:
    """For each pair the log odds of what speaks against one happening, 0 for nothing.

    They lower a chance and forbid nothing: what is plainly alike stays together even if one desk leads
    with what others say of it.
    """
    found = np.zeros(len(pairs))
    for number in np.flatnonzero(_may_be_doubted(grounds, pairs)):
        found[number] = judge(accounts[pairs.a[number]], accounts[pairs.b[number]]).odds
    return found


def _may_be_doubted(grounds: Grounds, pairs: Pairs) -> Flags:
    """Whether any of the rules of :mod:`generator.linking.happening` can speak."""
    a, b = pairs.a, pairs.b
    apart = _days_apart(grounds, pairs)
    elsewhere = (apart >= 1 - _NEARLY) & grounds.has_places[a] & grounds.has_places[b]
    other_matters = (grounds.beside[a] != grounds.beside[b]) & (grounds.beside[a] & grounds.beside[b] == 0)
    found: Flags = (
        elsewhere
        | (apart > STORY_DAYS - _NEARLY)
        | ((grounds.document[a] == grounds.document[b]) & grounds.untold[a] & grounds.untold[b])
        | grounds.sums_up[a]
        | grounds.sums_up[b]
        | (grounds.has_speaker[a] & grounds.has_speaker[b])
        | other_matters
    )
    return found


def _days_apart(grounds: Grounds, pairs: Pairs) -> Floats:
    """Days between both, by the clock where both have one; 0 where a day is unknown."""
    timed = np.abs(grounds.hours[pairs.a] - grounds.hours[pairs.b]) / 24
    one, two = grounds.days[pairs.a], grounds.days[pairs.b]
    dated = np.where((one != UNDATED) & (two != UNDATED), np.maximum(np.abs(one - two) - SLACK_DAYS, 0), 0)
    return np.where(np.isnan(timed), dated, timed)


def _numbered(keys: Sequence[Hashable]) -> Ints:
    number: dict[Hashable, int] = {}
    return np.array([number.setdefault(key, len(number)) for key in keys], dtype=np.int64)
