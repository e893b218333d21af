"""Entries → links: find pairs, weigh them, say how they relate; a person decides last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.config import Curation, Linking
from generator.linking.candidates import candidates
from generator.linking.evidence import evidence
from generator.linking.index import build_index
from generator.linking.measures import NAMES, measure, shared_terms
from generator.linking.profiles import profile
from generator.linking.scoring import LINKED, chance, trained_model
from generator.model import Entry, Link, Relation


def link(
    entries: Sequence[Entry], spellings: Mapping[str, str], settings: Linking, curation: Curation
) -> tuple[Link, ...]:
    """The links between ``entries``, in order of (a, b).

    ``spellings`` maps the folded form of a name to the one it stands for; it may be empty.
    """
    ordered = sorted(entries, key=_in_time)
    index = build_index([profile(entry, spellings) for entry in ordered])
    pairs = candidates(index)
    scores = chance(trained_model("pair").log_odds(NAMES, measure(index, pairs)))
    shared = shared_terms(index.words, pairs)
    links = []
    for number in (scores >= LINKED).nonzero()[0]:
        a, b = ordered[pairs.a[number]], ordered[pairs.b[number]]
        common = shared.terms[shared.pairs == number]
        found = evidence(a, b, common, index, spellings)
        links.append(Link(a.id, b.id, Relation.CORROBORATES, float(scores[number]), found))
    return tuple(sorted(links, key=lambda each: (each.a, each.b)))


def _in_time(entry: Entry) -> tuple[str, str, str]:
    day = entry.date.isoformat() if entry.date else "9999"
    return day, entry.utc.isoformat() if entry.utc else "~", entry.id
