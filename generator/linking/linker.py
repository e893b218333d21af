"""Entries → links: find pairs, weigh them, keep those that hold together, say how they relate.

A person decides last.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np

from generator.config import Curation, Linking
from generator.linking.account import Account, account_of
from generator.linking.arrays import components
from generator.linking.curation import apply, moment
from generator.linking.evidence import Witness
from generator.linking.grouping import SUPPORTED, WORTH_JOINING, held_together
from generator.linking.index import Index, index_of
from generator.linking.linkage import Chances
from generator.linking.merging import Known
from generator.linking.relations import describe_accounts
from generator.linking.scoring import Weights, trained
from generator.linking.tokens import TokenReader, Tokens
from generator.linking.weighing import Weighed, weigh
from generator.model import Entry, Link, Relation

WORTH_READING, WORTH_A_MENTION = 0.3, 0.12
"""The least chance with which a pair that is no link is ``related``, and with which a roundup mentions an entry."""

MOST_RELATED = 2


def link(
    entries: Sequence[Entry], spellings: Mapping[str, str], settings: Linking, curation: Curation
) -> tuple[Link, ...]:
    """The links between ``entries``, in order of (a, b).

    ``spellings`` maps the folded form of a name to the one it stands for; it may be empty.
    """
    with _collector_at_rest():
        links = _found(sorted(entries, key=moment), spellings, settings.agencies, trained())
    return apply(links, curation, entries)


def _found(
    ordered: Sequence[Entry], spellings: Mapping[str, str], agencies: Sequence[str], weights: Weights
) -> list[Link]:
    """The links before a person's decisions; ``ordered`` are the entries in order of time."""
    tokens, accounts = _read(ordered, spellings, agencies)
    index = index_of(ordered, tokens)
    weighed = weigh(index, accounts, weights)
    scores, witness = together(weighed, index, weights), Witness(ordered, index)
    return [*_links(accounts, scores, witness), *_related(ordered, weighed, scores, witness)]


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No cycles are made here, and most of what is made stays: looking for garbage would cost a tenth of the time.

    What is made within should be gone when it ends, or all of it is looked through after all.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(
    entries: Sequence[Entry], spellings: Mapping[str, str], agencies: Sequence[str]
) -> tuple[Tokens, list[Account]]:
    """The words of all entries and the account of each; both rest on its sentences, which are cut once."""
    reader, accounts = TokenReader(), []
    for entry in entries:
        reader.read(entry)
        accounts.append(account_of(entry, agencies))
    return reader.tokens(spellings), accounts


def together(weighed: Weighed, index: Index, weights: Weights) -> Chances:
    """The pairs that are links, and their scores.

    Entries that no pair connects which could begin a group are left out.
    """
    likely = ~weighed.roundup & (weighed.chances >= SUPPORTED)
    joining = weighed.pairs.where(likely & (weighed.chances >= WORTH_JOINING))
    near = components(joining.a, joining.b, len(index))
    likely &= near[weighed.pairs.a] == near[weighed.pairs.b]
    pairs = weighed.pairs.where(likely)
    triples = zip(pairs.a.tolist(), pairs.b.tolist(), weighed.chances[likely].tolist(), strict=True)
    return held_together(triples, Known.of(index), weights.merging)


def _links(accounts: Sequence[Account], scores: Chances, witness: Witness) -> Iterator[Link]:
    pairs = sorted(scores)
    described = [describe_accounts(accounts[a], accounts[b]) for a, b in pairs]
    evidence = witness.evidence(pairs, [each.credits for each in described])
    for (a, b), how, seen in zip(pairs, described, evidence, strict=True):
        first, second = (b, a) if how.turned else (a, b)
        yield Link(
            accounts[first].entry.id,
            accounts[second].entry.id,
            how.relation,
            round(scores[a, b], 4),
            seen,
            how.figures,
        )


def _related(ordered: Sequence[Entry], weighed: Weighed, scores: Chances, witness: Witness) -> Iterator[Link]:
    chosen = _worth_reading(weighed, scores, len(ordered))
    pairs = [(int(weighed.pairs.a[number]), int(weighed.pairs.b[number])) for number in chosen]
    evidence = witness.evidence(pairs, [()] * len(pairs))
    for number, (a, b), seen in zip(chosen, pairs, evidence, strict=True):
        score = round(float(weighed.chances[number]), 4)
        yield Link(ordered[a].id, ordered[b].id, Relation.RELATED, score, seen)


def _worth_reading(weighed: Weighed, scores: Chances, size: int) -> list[int]:
    """For each entry the few others most worth reading with it, the best first; a roundup may mention any number."""
    spent = [0] * size
    chosen: list[int] = []
    worth = np.flatnonzero(weighed.chances >= np.where(weighed.roundup, WORTH_A_MENTION, WORTH_READING))
    for number in worth[np.lexsort((worth, -weighed.chances[worth]))].tolist():
        a, b = int(weighed.pairs.a[number]), int(weighed.pairs.b[number])
        fewest, most = sorted((spent[a], spent[b]))
        if (a, b) in scores or (fewest if weighed.roundup[number] else most) >= MOST_RELATED:
            continue
        spent[a] += 1
        spent[b] += 1
        chosen.append(number)
    return chosen
