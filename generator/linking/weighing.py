"""Every pair worth weighing, weighed: from profiles to chances, step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.account import Account
from generator.linking.agreement import AGREEMENT, Told, agreement
from generator.linking.arrays import Flags, Floats, Ints
from generator.linking.candidates import Pairs, candidates
from generator.linking.commonplace import Pages
from generator.linking.contest import Contest
from generator.linking.copies import is_copy
from generator.linking.doubts import Grounds, doubts
from generator.linking.happening import CONTRADICTION
from generator.linking.index import UNDATED, Index
from generator.linking.measures import WORDING, Wording
from generator.linking.scoring import Weights, chance, columns

PLAUSIBLE = -4.0
"""Log odds of its wording from which a pair is looked at further."""

ALL_OF_IT = 0.6
"""A text of less than this share of a roundup's length is one of its items, not a copy of it."""

ONE_PAGE = 0.5
"""How far a pair of one page is believed that neither words nor figures make one happening: a page
seldom tells the same twice, and all its posts share its subject."""

OBJECTED = 0.15
"""How far a pair of one page is believed where something speaks against one happening and neither tells of a
change, or something rules it out."""

COMMONPLACE = 0.15
"""How far a pair is believed that shares only what many posts of its page say."""

LIKELY = 0.15
"""Chances from which a pair is looked at once more."""

OF_A_PAGE = 2
"""So many posts of one page may well report the happening that an entry of another page does."""

WHEN = "known of when"
AGAINST = "speaks against it"
TOLD = ("usual rarity shared", "same people counted", "shared credits", "same places", "lies beside in both")
"""Without any of these a pair has nothing in common but the small words that every text has."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Pairs with the chance that both report one event. ``roundup`` pairs hold an entry that sums up
    many events: whatever their chance, they are not of one event."""

    pairs: Pairs
    chances: Floats
    roundup: Flags


@dataclass(frozen=True, slots=True)
class _Judged:
    """Some plausible pairs by what they say themselves: ``alone`` are their log odds.

    ``believed`` tells how far their chance is believed in the end.
    """

    pairs: Pairs
    alone: Floats
    roundup: Flags
    believed: Floats


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
    """The plausible pairs of the entries in ``index``, which give ``accounts``.

    Pairs with a roundup are nobody's rivals: it may mention everything.
    """
    wording, testimony = Wording.of(index, candidates(index)), Testimony.of(accounts)
    contest, parts = Contest(wording.pairs, len(index), weights), []
    for stretch in wording.stretches():
        part, measures = _judged(wording, stretch, testimony, weights)
        contest.enter(part.pairs, part.alone, measures, ~part.roundup, stretch.stop)
        parts.append(part)
    roundup = np.concatenate([part.roundup for part in parts])
    log_odds = np.concatenate([part.alone for part in parts])
    log_odds[~roundup] = contest.results()
    believed = np.concatenate([part.believed for part in parts])
    pairs, chances = _joined([part.pairs for part in parts]), chance(log_odds) * believed
    likely = np.flatnonzero(chances >= LIKELY)
    common = Pages.of(index, testimony.grounds.page).share_commonplaces(pairs.where(likely))
    chances[likely[common]] *= COMMONPLACE
    return Weighed(pairs, _shared_out(chances, pairs, testimony.grounds.page), roundup)


def _shared_out(chances: Floats, pairs: Pairs, page: Ints) -> Floats:
    """The chances, where many posts of one page may be of an entry's happening with their odds shared out among them.

    A page that tells of one event as it runs has ten posts like each post of another such page, and
    seldom more than ``OF_A_PAGE`` of them report the same.
    """
    likely = np.flatnonzero(chances >= LIKELY)
    few, pages = pairs.where(likely), int(page.max(initial=0)) + 1
    keys = np.concatenate((few.a * pages + page[few.b], few.b * pages + page[few.a]))
    _, where, counts = np.unique(keys, return_inverse=True, return_counts=True)
    crowd = np.maximum(counts[where].reshape(2, -1).max(axis=0) / OF_A_PAGE, 1.0)
    found = chances.copy()
    found[likely] = chances[likely] / (chances[likely] + (1 - chances[likely]) * crowd)
    return found


def _judged(
    wording: Wording, stretch: slice, testimony: Testimony, weights: Weights
) -> tuple[_Judged, dict[str, Floats]]:
    """The plausible pairs of a stretch, and their measures by name."""
    pairs, rows = wording.pairs.where(stretch), wording.rows(stretch)
    plausible = np.flatnonzero(weights.wording.log_odds(columns(WORDING, rows), len(pairs)) >= PLAUSIBLE)
    pairs, measures = evidence_of(wording.index, pairs.where(plausible), rows.T[:, plausible].T, testimony)
    believed = believed_on_one_page(pairs, measures, testimony)
    alone = weights.pair.log_odds(measures, len(pairs))
    return _Judged(pairs, alone, roundup_pairs(pairs, testimony), believed), measures


def evidence_of(index: Index, pairs: Pairs, wording: Floats, testimony: Testimony) -> tuple[Pairs, dict[str, Floats]]:
    """The pairs with anything in common worth telling, and all their measures by name but those that need rivals."""
    measures = {
        **columns(WORDING, wording),
        **columns(AGREEMENT, agreement(testimony.told, pairs)),
        WHEN: when_known(index, pairs),
        AGAINST: doubts(testimony.grounds, testimony.accounts, pairs),
    }
    told = sum((measures[name] for name in TOLD), np.zeros(len(pairs))) > 0
    return pairs.where(told), {name: column[told] for name, column in measures.items()}


def believed_on_one_page(pairs: Pairs, measures: Mapping[str, Floats], testimony: Testimony) -> Floats:
    """How far the chance of each pair is believed, for what is known of posts of one page."""
    unchanged = (measures[AGAINST] > 0) & (measures["changes told"] == 0)
    ruled_out = measures[AGAINST] >= CONTRADICTION
    here = np.where(unchanged | ruled_out, OBJECTED, np.where(_another_post(measures), ONE_PAGE, 1.0))
    return np.where(testimony.grounds.one_page(pairs), here, 1.0)


def _another_post(measures: Mapping[str, Floats]) -> Flags:
    """Pairs that say little in the same words, count nothing in common and credit no one in common."""
    unlike = (measures["words alike"] < 0.15) & (measures["best sentences alike"] < 0.25)
    in_common = measures["same things counted"] + measures["shared credits"] + measures["lies beside in both"]
    found: Flags = unlike & (in_common == 0)
    return found


def when_known(index: Index, pairs: Pairs) -> Floats:
    """What is known of when both were posted: 2 the minute, 1 the day, 0 not even that."""
    timed = ~np.isnan(index.hours[pairs.a]) & ~np.isnan(index.hours[pairs.b])
    dated = (index.days[pairs.a] != UNDATED) & (index.days[pairs.b] != UNDATED)
    return np.where(timed, 2.0, np.where(dated, 1.0, 0.0))


def _joined(parts: Sequence[Pairs]) -> Pairs:
    return Pairs(np.concatenate([part.a for part in parts]), np.concatenate([part.b for part in parts]))


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
