"""The topics of an archive: names and subjects worth a page of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.config import Topics
from generator.model import Entry, Place, Topic, TopicKind
from generator.topics.candidates import Candidate, find_candidates
from generator.topics.gazetteer import GazetteerPlace
from generator.topics.names import spellings_of
from generator.topics.naming import find_names
from generator.topics.related import related
from generator.topics.wishes import always_wanted, apply_wishes
from generator.topics.worth import archive_of, has_page, is_everything, is_listed

_REPEATED: Final = 0.75


def find_topics(entries: Sequence[Entry], settings: Topics) -> tuple[Topic, ...]:
    """The topics of ``entries``, those with most entries first, then by id.

    Entries of a topic stand in the order of ``entries``. The same entries in another order give the
    same topics but for that.
    """
    return find_topics_and_spellings(entries, settings)[0]


def find_topics_and_spellings(
    entries: Sequence[Entry], settings: Topics
) -> tuple[tuple[Topic, ...], Mapping[str, str]]:
    """What :func:`find_topics` and :func:`generator.topics.names.spellings` give, in half the time of both."""
    names, found = find_names(entries)
    candidates = find_candidates(entries, names, found, settings)
    return _chosen(candidates, entries, settings), spellings_of(names, settings)


def _chosen(candidates: Sequence[Candidate], entries: Sequence[Entry], settings: Topics) -> tuple[Topic, ...]:
    archive = archive_of(entries)
    wanted = apply_wishes(_apart(candidates), entries, settings)
    everything = {candidate.key for candidate in wanted if is_everything(candidate, archive)}
    kept = {
        candidate.id: always_wanted(candidate, settings) or is_listed(candidate, archive, everything)
        for candidate in wanted
        if candidate.entries and (always_wanted(candidate, settings) or has_page(candidate, archive, settings))
    }
    topics = sorted((one for one in wanted if one.id in kept), key=lambda one: (-len(one.entries), one.id))
    kept.update(dict.fromkeys(_repeated([one for one in topics if kept[one.id]], settings), False))
    near = related({one.id: one.entries for one in topics if kept[one.id]}, len(entries))
    former = _former(topics)
    return tuple(_topic(one, entries, kept[one.id], near.get(one.id, ()), former[one.id]) for one in topics)


def _apart(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate an address: where two have the same, the one with more entries."""
    known: dict[str, Candidate] = {}
    for candidate in candidates:
        there = known.get(candidate.id)
        if there is None or len(candidate.entries) > len(there.entries):
            known[candidate.id] = candidate
    return list(known.values())


def _repeated(listed: Sequence[Candidate], settings: Topics) -> list[str]:
    """Ids of subjects that have nearly the same entries as a larger one, and of such beside a name of everything."""
    subjects = [one for one in listed if one.kind is TopicKind.SUBJECT and one.media_topic]
    by_entry: dict[int, list[Candidate]] = defaultdict(list)
    repeated = []
    for one in subjects:
        rivals = {rival.id: rival for number in one.entries for rival in by_entry[number]}
        if not always_wanted(one, settings) and any(_nearly(one, rival) for rival in rivals.values()):
            repeated.append(one.id)
            continue
        for number in one.entries:
            by_entry[number].append(one)
    return repeated


def _nearly(one: Candidate, other: Candidate) -> bool:
    shared = len(set(one.entries) & set(other.entries))
    return shared >= _REPEATED * len(set(one.entries) | set(other.entries))


def _former(topics: Sequence[Candidate]) -> dict[str, tuple[str, ...]]:
    """Old addresses of each topic: none that is an address now, none twice (the larger topic has it)."""
    taken = {topic.id for topic in topics}
    found: dict[str, tuple[str, ...]] = {}
    for topic in topics:
        found[topic.id] = tuple(address for address in topic.former if address not in taken)
        taken.update(found[topic.id])
    return found


def _topic(
    one: Candidate, entries: Sequence[Entry], listed: bool, near: tuple[str, ...], former: tuple[str, ...]
) -> Topic:
    return Topic(
        id=one.id,
        name=one.name,
        kind=one.kind,
        aliases=one.aliases,
        entries=tuple(entries[number].id for number in one.entries),
        place=_place(one.place) if one.place else None,
        media_topic=one.media_topic,
        related=near,
        former=former,
        listed=listed,
    )


def _place(place: GazetteerPlace) -> Place:
    return Place(place.latitude, place.longitude, place.country or None, place.key)
