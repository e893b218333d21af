"""The topics of an archive: names and subjects worth a page of their own."""

from __future__ import annotations

from collections.abc import Sequence

from generator.config import Topics
from generator.model import Entry, Place, Topic
from generator.topics.naming import Name, find_names


def find_topics(entries: Sequence[Entry], settings: Topics) -> tuple[Topic, ...]:
    """The topics of ``entries``, those with most entries first, then by id.

    Entries of a topic stand in the order of ``entries``.
    """
    names, _ = find_names(entries)
    topics = [_topic(name, entries) for name in names.by_key.values() if len(name.entries) >= settings.at_least]
    return tuple(sorted(topics, key=lambda topic: (-len(topic.entries), topic.id)))


def _topic(name: Name, entries: Sequence[Entry]) -> Topic:
    place = name.place and Place(name.place.latitude, name.place.longitude, name.place.country or None, name.place.key)
    return Topic(
        id=name.key.replace(" ", "-"),
        name=name.name,
        kind=name.kind,
        aliases=tuple(printed for printed in name.printed if printed != name.name),
        entries=tuple(entries[number].id for number in name.entries),
        place=place,
    )
