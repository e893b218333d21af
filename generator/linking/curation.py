"""What a person decided about links comes last and wins: confirmed, retyped, denied or made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from generator.config import CURATION_NAME, Curation, LinkDecision
from generator.errors import ConfigError
from generator.model import Entry, Link

_DECIDED = "decided by a person"


def apply(links: Sequence[Link], curation: Curation, entries: Sequence[Entry]) -> tuple[Link, ...]:
    """``links`` with every decision of ``curation`` carried out, in order of (a, b).

    A decision names two entries in either order; the later decision about a pair counts. Its reason
    stands in ``Link.curated``. A link that a person confirms or makes has score 1. Decisions that
    name an entry which is not here are passed over: see :func:`unknown`.
    """
    if not curation.links:
        return tuple(sorted(links, key=lambda link: (link.a, link.b)))
    known = {entry.id: entry for entry in entries}
    kept = {frozenset((link.a, link.b)): link for link in links}
    for decision in curation.links:
        pair = frozenset((decision.a, decision.b))
        if len(pair) != 2 or not pair <= known.keys():
            continue
        decided = _decided(decision, kept.get(pair), known)
        if decided is None:
            kept.pop(pair, None)
        else:
            kept[pair] = decided
    return tuple(sorted(kept.values(), key=lambda link: (link.a, link.b)))


def unknown(curation: Curation, entries: Iterable[Entry], path: str = CURATION_NAME) -> tuple[ConfigError, ...]:
    """One error, to be shown as a warning, for every decision that names an entry which is not there."""
    known = {entry.id for entry in entries}
    found = []
    for number, decision in enumerate(curation.links, 1):
        if decision.a == decision.b:
            found.append(_error(path, f"links, decision {number}: names the entry {decision.a!r} twice"))
        found += [_missing(path, "links", number, name) for name in (decision.a, decision.b) if name not in known]
    for number, story in enumerate(curation.stories, 1):
        named = (*story.join, *story.split, *([story.entry] if story.entry else []))
        found += [_missing(path, "stories", number, name) for name in named if name not in known]
    return tuple(found)


def denied(curation: Curation) -> frozenset[frozenset[str]]:
    """The pairs of entries that a person said are not linked."""
    last = {frozenset((decision.a, decision.b)): decision.kept_as for decision in curation.links}
    return frozenset(pair for pair, relation in last.items() if relation is None)


def _decided(decision: LinkDecision, link: Link | None, known: dict[str, Entry]) -> Link | None:
    relation = decision.kept_as
    if relation is None:
        return None
    reason = decision.reason or _DECIDED
    if link is not None:
        return replace(link, relation=relation, score=1.0, curated=reason)
    first, second = sorted((known[decision.a], known[decision.b]), key=moment)
    return Link(first.id, second.id, relation, 1.0, curated=reason)


def moment(entry: Entry) -> tuple[datetime, str]:
    """Sorts entries by time, those without one after the others of their day, by id where that is equal."""
    if entry.utc is not None:
        return entry.utc, entry.id
    day = entry.date or date.max
    return datetime.combine(day, time.max, UTC), entry.id


def _missing(path: str, table: str, number: int, name: str) -> ConfigError:
    return _error(path, f"{table}, decision {number}: there is no entry {name!r}")


def _error(path: str, message: str) -> ConfigError:
    return ConfigError(message, path=path, hint="entry ids are the ones after # in the addresses of the pages")
