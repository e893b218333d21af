"""Links → stories: entries that report one event, and how many outlets do so of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from generator.config import Curation
from generator.model import Entry, Link, Relation, Story

_PASSED_ON = (Relation.COPY, Relation.SHARES_SOURCE)


def gather(entries: Sequence[Entry], links: Sequence[Link], curation: Curation) -> tuple[Story, ...]:
    """The stories that ``links`` make of ``entries``, in order of their first entry."""
    known = {entry.id: entry for entry in entries}
    order = {entry.id: position for position, entry in enumerate(sorted(entries, key=_in_time))}
    tying = [each for each in links if each.relation is not Relation.RELATED and each.a in known and each.b in known]
    groups = _joined(order, ((each.a, each.b) for each in tying))
    stories = [_story([known[each] for each in group], tying) for group in groups]
    return tuple(sorted(stories, key=lambda story: order[story.entries[0]]))


def story_id(entry: str) -> str:
    """The id of a story that begins with ``entry``."""
    return f"story-{entry}"


def _story(members: Sequence[Entry], links: Iterable[Link]) -> Story:
    inside = {entry.id for entry in members}
    own = [each for each in links if each.a in inside and each.b in inside]
    moments = [moment for moment in map(_moment, members) if moment is not None]
    return Story(
        id=story_id(members[0].id),
        title=_title(members),
        entries=tuple(entry.id for entry in members),
        outlets=tuple(dict.fromkeys(entry.outlet for entry in members)),
        separate_reports=_separate_reports(members, own),
        first=min(moments, key=_as_text, default=None),
        last=max(moments, key=_as_text, default=None),
        former=tuple(story_id(entry.id) for entry in members[1:]),
    )


def _title(members: Sequence[Entry]) -> str:
    headlines = [entry.headline for entry in members if entry.headline]
    if headlines:
        return headlines[0]
    return members[0].text.split("\n", 1)[0]


def _separate_reports(members: Sequence[Entry], links: Iterable[Link]) -> int:
    """Outlets, those counted as one that are joined by the same wording or the same source."""
    outlet = {entry.id: entry.outlet for entry in members}
    outlets = {entry.outlet: position for position, entry in enumerate(members)}
    passed = ((outlet[each.a], outlet[each.b]) for each in links if each.relation in _PASSED_ON)
    joined = _joined(outlets, passed)
    return len(outlets) - sum(len(group) - 1 for group in joined)


def _joined(order: Mapping[str, int], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Groups of two or more that ``ties`` connect, each in ``order``."""
    parent = {key: key for key in order}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for a, b in ties:
        parent[root(a)] = root(b)
    groups: dict[str, list[str]] = {}
    for key in sorted(order, key=order.__getitem__):
        groups.setdefault(root(key), []).append(key)
    return [group for group in groups.values() if len(group) > 1]


def _moment(entry: Entry) -> datetime | date | None:
    return entry.utc or entry.date


def _as_text(moment: datetime | date) -> str:
    return moment.isoformat()


def _in_time(entry: Entry) -> tuple[str, str, str]:
    day = entry.date.isoformat() if entry.date else "9999"
    return day, entry.utc.isoformat() if entry.utc else "~", entry.id
