"""Links → stories: entries that report one event, and how many outlets do so of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise

from generator.config import Curation, StoryDecision
from generator.linking.curation import moment
from generator.model import Entry, Link, Relation, Story

_PASSED_ON = (Relation.COPY, Relation.SHARES_SOURCE)
_LONGEST_TITLE = 120


def gather(entries: Sequence[Entry], links: Sequence[Link], curation: Curation) -> tuple[Story, ...]:
    """The stories that ``links`` make of ``entries``, in order of their first entry.

    A person's decisions come last: entries of ``join`` become one story, those of ``split`` leave
    theirs, and ``title`` names the story that holds ``entry``.
    """
    ordered = sorted(entries, key=moment)
    known = {entry.id: entry for entry in ordered}
    order = {entry.id: position for position, entry in enumerate(ordered)}
    tying = [each for each in links if each.relation is not Relation.RELATED and each.a in known and each.b in known]
    split = {entry for decision in curation.stories for entry in decision.split}
    ties = [(each.a, each.b) for each in tying if not {each.a, each.b} & split]
    ties += [tie for decision in curation.stories for tie in _chain(decision.join, known)]
    stories = (_story([known[each] for each in group], tying, curation) for group in _joined(order, ties))
    return tuple(sorted(stories, key=lambda story: order[story.entries[0]]))


def story_id(entry: str) -> str:
    """The id of a story that begins with ``entry``."""
    return f"story-{entry}"


def _chain(join: Sequence[str], known: Mapping[str, Entry]) -> Iterable[tuple[str, str]]:
    here = [entry for entry in join if entry in known]
    return pairwise(here)


def _story(members: Sequence[Entry], links: Iterable[Link], curation: Curation) -> Story:
    inside = {entry.id for entry in members}
    own = [each for each in links if each.a in inside and each.b in inside]
    moments = [entry.utc or entry.date for entry in members]
    known: list[datetime | date] = [each for each in moments if each is not None]
    decision = _decision(inside, curation)
    return Story(
        id=story_id(members[0].id),
        title=(decision and decision.title) or _title(members, own),
        entries=tuple(entry.id for entry in members),
        outlets=tuple(dict.fromkeys(entry.outlet for entry in members)),
        separate_reports=_separate_reports(members, own),
        first=min(known, key=_as_text, default=None),
        last=max(known, key=_as_text, default=None),
        former=tuple(story_id(entry.id) for entry in members[1:]),
        curated=(decision.reason or "decided by a person") if decision else None,
    )


def _decision(inside: set[str], curation: Curation) -> StoryDecision | None:
    """The last decision that made or named the story of these entries."""
    for decision in reversed(curation.stories):
        if decision.entry in inside or len(inside & set(decision.join)) > 1:
            return decision
    return None


def _title(members: Sequence[Entry], links: Iterable[Link]) -> str:
    """The headline of the entry that holds most to the others; the opening of its text if none has one."""
    ties: dict[str, float] = dict.fromkeys((entry.id for entry in members), 0.0)
    for each in links:
        ties[each.a] += each.score
        ties[each.b] += each.score
    titled = [entry for entry in members if entry.headline] or members
    best = max(titled, key=lambda entry: round(ties[entry.id], 6))
    return _short(best.headline or best.text)


def _short(text: str) -> str:
    line = text.split("\n", 1)[0]
    if len(line) <= _LONGEST_TITLE:
        return line
    return line[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _separate_reports(members: Sequence[Entry], links: Iterable[Link]) -> int:
    """Outlets, those counted as one that are joined by the same wording or the same source."""
    outlet = {entry.id: entry.outlet for entry in members}
    outlets = {name: position for position, name in enumerate(dict.fromkeys(outlet.values()))}
    passed = ((outlet[each.a], outlet[each.b]) for each in links if each.relation in _PASSED_ON)
    return len(outlets) - sum(len(group) - 1 for group in _joined(outlets, passed))


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


def _as_text(moment: datetime | date) -> str:
    return moment.isoformat()
