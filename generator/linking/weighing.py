"""Every pair worth weighing, weighed: from profiles to chances, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from generator.linking.account import Account
from generator.linking.agreement import AGREEMENT, agreement, sums_up
from generator.linking.arrays import Flags, Floats
from generator.linking.candidates import Pairs, candidates
from generator.linking.copies import is_copy
from generator.linking.happening import CONTRADICTION, doubt
from generator.linking.index import UNDATED, Index
from generator.linking.measures import WORDING, measure
from generator.linking.rivals import RIVALRY, rivalry
from generator.linking.scoring import Weights, chance, columns
from generator.linking.shared import shared_terms

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


@dataclass(frozen=True, slots=True)
class Weighed:
    """Pairs with the chance that both report one event. ``roundup`` pairs hold an entry that sums up
    many events: whatever their chance, they are not of one event. ``accounts`` by position."""

    index: Index
    pairs: Pairs
    chances: Floats
    roundup: Flags
    accounts: Mapping[int, Account]


def weigh(index: Index, account: Callable[[int], Account], weights: Weights) -> Weighed:
    """``account`` gives the account of the entry at a position; it is asked only for those in plausible pairs."""
    pairs = candidates(index)
    wording = measure(index, pairs)
    plausible = weights.wording.log_odds(columns(WORDING, wording), len(pairs)) >= PLAUSIBLE
    pairs, wording = pairs.where(plausible), wording[plausible]
    accounts = {int(number): account(int(number)) for number in np.unique(np.concatenate((pairs.a, pairs.b)))}
    measures = evidence_of(index, pairs, wording, accounts)
    roundup = roundup_pairs(pairs, accounts, len(index))
    alone = weights.pair.log_odds(measures, len(pairs))
    chances = _chances(index, pairs, alone, roundup, measures, weights)
    chances[_another_post(measures)] *= ONE_PAGE
    chances[(measures[PAGE] > 0) & (measures[AGAINST] >= CONTRADICTION)] *= UNTOLD
    chances = np.where(measures["words alike"] >= SAME_TEXT, np.maximum(chances, CERTAIN), chances)
    chances[_nothing_to_show(index, pairs, measures)] = 0.0
    return Weighed(index, pairs, chances, roundup, accounts)


def evidence_of(index: Index, pairs: Pairs, wording: Floats, accounts: Mapping[int, Account]) -> dict[str, Floats]:
    """All measures of each pair by name, but those that need its rivals."""
    return {
        **columns(WORDING, wording),
        **columns(AGREEMENT, agreement(accounts, len(index), pairs)),
        WHEN: when_known(index, pairs),
        AGAINST: _against(pairs, accounts),
        PAGE: _one_page(pairs, accounts),
    }


def when_known(index: Index, pairs: Pairs) -> Floats:
    """What is known of when both were posted: 2 the minute, 1 the day, 0 not even that."""
    timed = ~np.isnan(index.hours[pairs.a]) & ~np.isnan(index.hours[pairs.b])
    dated = (index.days[pairs.a] != UNDATED) & (index.days[pairs.b] != UNDATED)
    return np.where(timed, 2.0, np.where(dated, 1.0, 0.0))


def _against(pairs: Pairs, accounts: Mapping[int, Account]) -> Floats:
    """What speaks against one happening, as log odds; the models learn how far to believe it."""
    both = zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)
    return np.fromiter((doubt(accounts[a], accounts[b]) for a, b in both), np.float64, len(pairs))


def _chances(
    index: Index, pairs: Pairs, alone: Floats, roundup: Flags, measures: Mapping[str, Floats], weights: Weights
) -> Floats:
    """Entries timed to the minute are weighed pair by pair: a running event has many reports of one
    happening, and none need be ahead of the others. Elsewhere rivals count, and count again once
    they have been weighed themselves."""
    contest = ~roundup
    rivals, count = pairs.where(contest), int(contest.sum())
    own = {name: column[contest] for name, column in measures.items()}
    log_odds = alone[contest]
    for model in (weights.rivals, weights.again):
        among = columns(RIVALRY, rivalry(rivals, log_odds, len(index)))
        log_odds = model.log_odds({**own, **among}, count)
    beside = alone.copy()
    beside[contest] = log_odds
    return chance(np.where(measures[WHEN] == 2, weights.timed(alone), weights.untimed(beside)))


def _nothing_to_show(index: Index, pairs: Pairs, measures: Mapping[str, Floats]) -> Flags:
    """Pairs that share no name, no figure, no source, nothing counted and no word longer than those every text has.

    In a small archive even ``on`` may be rare; it is no reason to link.
    """
    long = np.array([len(key) >= WORD_LETTERS or not key.isascii() for key in index.vocabulary], dtype=bool)
    shown = (long | index.is_name | index.is_figure).astype(np.float64)
    total = shared_terms(index.words, pairs).total(shown).astype(np.float64)
    for name in ("same things counted", "shared credits", "same places", "lies beside in both"):
        total += measures[name]
    bare: Flags = total < (FEWEST_SHOWN if len(index) < SMALL else 1)
    return bare


def _one_page(pairs: Pairs, accounts: Mapping[int, Account]) -> Floats:
    """1 where both are posts of one page, else 0."""
    page = {number: (account.entry.document, account.entry.outlet) for number, account in accounts.items()}
    both = zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)
    return np.fromiter((page[a] == page[b] for a, b in both), np.float64, len(pairs))


def _another_post(measures: Mapping[str, Floats]) -> Flags:
    """Pairs of one page that say little in the same words, count nothing in common and credit no one in common."""
    unlike = (measures["words alike"] < 0.15) & (measures["best sentences alike"] < 0.25)
    in_common = measures["same things counted"] + measures["shared credits"] + measures["lies beside in both"]
    found: Flags = (measures[PAGE] > 0) & unlike & (in_common == 0)
    return found


def roundup_pairs(pairs: Pairs, accounts: Mapping[int, Account], size: int) -> Flags:
    """Pairs with a roundup, unless both are the same roundup."""
    summing = sums_up(accounts, size)
    found = summing[pairs.a] | summing[pairs.b]
    for number in found.nonzero()[0]:
        found[number] = not _same_throughout(accounts[int(pairs.a[number])], accounts[int(pairs.b[number])])
    return found


def _same_throughout(a: Account, b: Account) -> bool:
    shorter, longer = sorted((len(a.wording), len(b.wording)))
    return shorter >= ALL_OF_IT * longer and is_copy(a.wording, b.wording)
