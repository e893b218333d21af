"""Which outlets of a story rest on one report: the same party credited, or the same wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.linking.credits import Credit, CreditKind, credits_of
from generator.model import Entry, Relation
from generator.writing import wording
from generator.writing.charts.origins import Origin
from generator.writing.indexes import Indexes

_ONE_ORIGIN = frozenset({Relation.SHARES_SOURCE, Relation.COPY})


def find_origins(entries: Sequence[Entry], index: Indexes) -> tuple[Origin, ...]:
    """Shared origins first, then each outlet that shares none, in order of time."""
    groups = _groups(entries, index)
    shared = [_origin(group, index) for group in groups if len({entry.outlet for entry in group}) > 1]
    sharing = {outlet for origin in shared for outlet in origin.outlets}
    alone: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.outlet not in sharing:
            alone.setdefault(entry.outlet, []).append(entry)
    return (*shared, *(_origin(own, index) for own in alone.values()))


def origins_told(origins: Sequence[Origin]) -> str:
    """The drawing in words: ``A and B rest on Coast News Agency; no shared origin found for C.``"""
    parts = [
        f"{wording.listed([wording.outlet(name) for name in origin.outlets])} rest on {origin.label or 'one wording'}"
        for origin in origins
        if origin.is_shared
    ]
    alone = [
        wording.outlet(origin.outlets[0]) + (f" (credits {origin.label})" if origin.label else "")
        for origin in origins
        if not origin.is_shared
    ]
    if alone:
        parts.append(f"no shared origin found for {wording.listed(alone)}")
    return "; ".join(parts) + "."


def credited(entry: Entry, index: Indexes) -> list[str]:
    """Whom ``entry`` says it has its report from, third parties first."""
    found = _credits(entry, index.settings.linking.agencies)
    named = [credit for credit in found if credit.kind is not CreditKind.UNNAMED]
    return [credit.name for credit in sorted(named, key=lambda credit: not credit.is_third_party)]


def _groups(entries: Sequence[Entry], index: Indexes) -> list[list[Entry]]:
    """Entries joined by links that say they rest on one report (union-find, leader is the earliest)."""
    place = {entry.id: number for number, entry in enumerate(entries)}
    leader = list(range(len(entries)))

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for entry in entries:
        for relative in index.relatives.get(entry.id, ()):
            if relative.outgoing and relative.link.relation in _ONE_ORIGIN and relative.other.id in place:
                first, second = sorted((find(place[entry.id]), find(place[relative.other.id])))
                leader[second] = first
    groups: dict[int, list[Entry]] = {}
    for number, entry in enumerate(entries):
        groups.setdefault(find(number), []).append(entry)
    return list(groups.values())


def _origin(group: Sequence[Entry], index: Indexes) -> Origin:
    outlets = tuple(dict.fromkeys(entry.outlet for entry in group))
    named = _credited_by_links(group, index) if len(outlets) > 1 else {}
    if not named:
        named = {name: None for entry in group for name in _third_parties(entry, index)}
    return Origin(wording.listed(list(named)[:2]) or None, outlets)


def _credited_by_links(group: Sequence[Entry], index: Indexes) -> Mapping[str, None]:
    own = {entry.id for entry in group}
    return {
        name: None
        for entry in group
        for relative in index.relatives.get(entry.id, ())
        if relative.outgoing and relative.link.relation in _ONE_ORIGIN and relative.other.id in own
        for name in relative.link.evidence.credits
    }


def _third_parties(entry: Entry, index: Indexes) -> list[str]:
    found = _credits(entry, index.settings.linking.agencies)
    return [credit.name for credit in found if credit.is_third_party and credit.kind is not CreditKind.UNNAMED]


@lru_cache(maxsize=1024)
def _credits(entry: Entry, agencies: tuple[str, ...]) -> tuple[Credit, ...]:
    """A story's page asks for those of its entries more than once."""
    return credits_of(entry, agencies)
