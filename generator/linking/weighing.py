"""Every pair worth weighing, weighed: from profiles to chances, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.account import Account
from generator.linking.agreement import AGREEMENT, Told, agreement
from generator.linking.arrays import Flags, Floats
from generator.linking.candidates import Pairs, candidates
from generator.linking.copies import is_copy
from generator.linking.doubts import Grounds, doubts
from generator.linking.grouping import SUPPORTED
from generator.linking.happening import CONTRADICTION
from generator.linking.index import UNDATED, Index
from generator.linking.measures import WORDING, Wording
from generator.linking.rivals import RIVALRY, rivalry
from generator.linking.scoring import Weights, chance, columns
from generator.linking.shared import shared_terms, stretches

PLAUSIBLE = -4.0
"""Log odds of its wording from which a pair is looked at further."""

UNTOLD = 0.1
"""How far a pair of one page is believed that speaks against being one happening as plainly as can be."""

ONE_PAGE = 0.5
"""How far a pair of one page is believed that neither words nor figures make one happening: a page
seldom tells the same twice, and all its posts share its subject."""

SAME_TEXT, CERTAIN = 0.8, 0.95
"""Texts as alike as this are copies, whatever their rivals."""

WORD_LETTERS = 5

SMALL, FEWEST_SHOWN = 12, 3
"""Among fewer entries than this every word is rare: one or two that two entries share say nothing."""

ALL_OF_IT = 0.6
"""A text of less than this share of a roundup's length is one of its items, not a copy of it."""

WHEN = "known of when"
PAGE = "one page"
AGAINST = "speaks against it"
COUNTED = ("same things counted", "shared credits", "same places", "lies beside in both")


@dataclass(frozen=True, slots=True)
class Weighed:
    """Pairs with the chance that both report one event. ``roundup`` pairs hold an entry that sums up
    many events: whatever their chance, they are not of one event."""

    pairs: Pairs
    chances: Floats
    roundup: Flags


@dataclass(frozen=True, slots=True)
class _Judged:
    """Some plausible pairs by what they say themselves.

    ``alone`` are their log odds, ``believed`` how far they are believed, ``certain`` tells copies,
    ``in_common`` counts what both tell; ``measures`` are kept for pairs that rivals are weighed for.
    """

    pairs: Pairs
    alone: Floats
    timed: Flags
    roundup: Flags
    believed: Floats
    certain: Flags
    in_common: Floats
    measures: Mapping[str, Floats]

    def measures_of(self, some: Flags) -> dict[str, Floats]:
        return {name: column[some] for name, column in self.measures.items()}


@dataclass(frozen=True, slots=True)
class Testimony:
    """The accounts of all entries, in order, and what is compared of them."""

    accounts: Sequence[Account]
    told: Told
    grounds: Grounds

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> Testimony:
        return cls(accounts, Told.of(accounts), Grounds.of(accounts))


def weigh(index: Index, accounts: Sequence[Account], weights: Weights) -> Weighed:
    """The plausible pairs of the entries in ``index``, which give ``accounts``."""
    wording, testimony = Wording.of(index, candidates(index)), Testimony.of(accounts)
    parts = [_judged(wording, stretch, testimony, weights) for stretch in wording.stretches()]
    pairs = _joined([part.pairs for part in parts])
    roundup = np.concatenate([part.roundup for part in parts])
    chances = _chances(parts, len(index), weights) * np.concatenate([part.believed for part in parts])
    certain = np.concatenate([part.certain for part in parts])
    chances[certain] = np.maximum(chances[certain], CERTAIN)
    chances[_nothing_to_show(index, pairs, chances, np.concatenate([part.in_common for part in parts]))] = 0.0
    return Weighed(pairs, chances, roundup)


def _judged(wording: Wording, stretch: slice, testimony: Testimony, weights: Weights) -> _Judged:
    pairs, rows = wording.pairs.where(stretch), wording.rows(stretch)
    plausible = weights.wording.log_odds(columns(WORDING, rows), len(pairs)) >= PLAUSIBLE
    pairs, rows = pairs.where(plausible), rows[plausible]
    measures = evidence_of(wording.index, pairs, rows, testimony)
    believed = np.where(_another_post(measures), ONE_PAGE, 1.0)
    believed[(measures[PAGE] > 0) & (measures[AGAINST] >= CONTRADICTION)] *= UNTOLD
    timed = measures[WHEN] == 2
    return _Judged(
        pairs=pairs,
        alone=weights.pair.log_odds(measures, len(pairs)),
        timed=timed,
        roundup=roundup_pairs(pairs, testimony),
        believed=believed,
        certain=measures["words alike"] >= SAME_TEXT,
        in_common=sum((measures[name] for name in COUNTED), np.zeros(len(pairs))),
        measures=measures if np.isnan(wording.index.hours).any() else {},
    )


def evidence_of(index: Index, pairs: Pairs, wording: Floats, testimony: Testimony) -> dict[str, Floats]:
    """All measures of each pair by name, but those that need its rivals."""
    return {
        **columns(WORDING, wording),
        **columns(AGREEMENT, agreement(testimony.told, pairs)),
        WHEN: when_known(index, pairs),
        AGAINST: doubts(testimony.grounds, testimony.accounts, pairs),
        PAGE: testimony.grounds.one_page(pairs).astype(np.float64),
    }


def when_known(index: Index, pairs: Pairs) -> Floats:
    """What is known of when both were posted: 2 the minute, 1 the day, 0 not even that."""
    timed = ~np.isnan(index.hours[pairs.a]) & ~np.isnan(index.hours[pairs.b])
    dated = (index.days[pairs.a] != UNDATED) & (index.days[pairs.b] != UNDATED)
    return np.where(timed, 2.0, np.where(dated, 1.0, 0.0))


def _chances(parts: Sequence[_Judged], size: int, weights: Weights) -> Floats:
    """Entries timed to the minute are weighed pair by pair: a running event has many reports of one
    happening, and none need be ahead of the others. Elsewhere rivals count."""
    alone = np.concatenate([part.alone for part in parts])
    timed = np.concatenate([part.timed for part in parts])
    if timed.all():
        return chance(weights.timed(alone))
    return chance(np.where(timed, weights.timed(alone), weights.untimed(_beside_rivals(parts, size, weights))))


def _beside_rivals(parts: Sequence[_Judged], size: int, weights: Weights) -> Floats:
    """Log odds of each pair among its rivals, and again once those have been weighed themselves."""
    contest = [~part.roundup for part in parts]
    pairs = _joined([part.pairs.where(among) for part, among in zip(parts, contest, strict=True)])
    log_odds = [part.alone[among] for part, among in zip(parts, contest, strict=True)]
    ends = np.cumsum([len(each) for each in log_odds])[:-1]
    own = [part.measures_of(among) for part, among in zip(parts, contest, strict=True)]
    for model in (weights.rivals, weights.again):
        tables = np.split(rivalry(pairs, np.concatenate(log_odds), size), ends)
        log_odds = [
            model.log_odds({**each, **columns(RIVALRY, table)}, len(table))
            for each, table in zip(own, tables, strict=True)
        ]
    found = np.concatenate([part.alone for part in parts])
    found[np.concatenate(contest)] = np.concatenate(log_odds)
    return found


def _joined(parts: Sequence[Pairs]) -> Pairs:
    return Pairs(np.concatenate([part.a for part in parts]), np.concatenate([part.b for part in parts]))


def _nothing_to_show(index: Index, pairs: Pairs, chances: Floats, in_common: Floats) -> Flags:
    """Pairs that share no name, no figure, no source, nothing counted and no word longer than those every text has.

    In a small archive even ``on`` may be rare; it is no reason to link. Only pairs that might be
    linked are looked at.
    """
    likely = np.flatnonzero(chances >= SUPPORTED)
    long = np.array([len(key) >= WORD_LETTERS or not key.isascii() for key in index.vocabulary], dtype=bool)
    shown = (long | index.is_name | index.is_figure).astype(np.float64)
    total = in_common[likely]
    for stretch in stretches(index.words, pairs.where(likely)):
        total[stretch] += shared_terms(index.words, pairs.where(likely[stretch])).total(shown)
    bare = np.zeros(len(pairs), dtype=bool)
    bare[likely] = total < (FEWEST_SHOWN if len(index) < SMALL else 1)
    return bare


def _another_post(measures: Mapping[str, Floats]) -> Flags:
    """Pairs of one page that say little in the same words, count nothing in common and credit no one in common."""
    unlike = (measures["words alike"] < 0.15) & (measures["best sentences alike"] < 0.25)
    in_common = measures["same things counted"] + measures["shared credits"] + measures["lies beside in both"]
    found: Flags = (measures[PAGE] > 0) & unlike & (in_common == 0)
    return found


def roundup_pairs(pairs: Pairs, testimony: Testimony) -> Flags:
    """Pairs with a roundup, unless both are the same roundup."""
    sums_up, accounts = testimony.grounds.sums_up, testimony.accounts
    found = sums_up[pairs.a] | sums_up[pairs.b]
    for number in found.nonzero()[0]:
        found[number] = not _same_throughout(accounts[int(pairs.a[number])], accounts[int(pairs.b[number])])
    return found


def _same_throughout(a: Account, b: Account) -> bool:
    shorter, longer = sorted((len(a.wording), len(b.wording)))
    return shorter >= ALL_OF_IT * longer and is_copy(a.wording, b.wording)
