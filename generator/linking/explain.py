"""Why two entries are linked, or why not, in words for a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from generator.linking.account import account_of
from generator.linking.curation import moment
from generator.linking.happening import Verdict, judge
from generator.linking.relations import describe_accounts
from generator.model import Entry, Link, Relation, Story

_RIVALS = 5
_WORDS = {
    Relation.CORROBORATES: "corroborates: different outlets report the same, no shared origin found",
    Relation.SHARES_SOURCE: "shares a source: both rest on the same report",
    Relation.COPY: "copy: the same wording",
    Relation.UPDATES: "updates: the later carries the earlier on or corrects it",
    Relation.RELATED: "related: worth reading together, not the same event",
}


class Found(Protocol):
    """What linking found among all entries."""

    @property
    def links(self) -> tuple[Link, ...]: ...

    @property
    def stories(self) -> tuple[Story, ...]: ...


def explain(a: Entry, b: Entry, entries: Sequence[Entry], found: Found, agencies: Sequence[str] = ()) -> str:
    """The evidence for and against a link of ``a`` and ``b``, its rivals, and what the relation rests on."""
    first, second = sorted((a, b), key=moment)
    link = next((each for each in found.links if {each.a, each.b} == {a.id, b.id}), None)
    lines = [_entry_line(first), _entry_line(second), ""]
    lines += _linked(link) if link else ["They are not linked."]
    lines += ["", *_relation_lines(first, second, agencies), *_story_lines(first, second, found.stories)]
    lines += ["", *_rival_lines(first, second, entries, found.links)]
    return "\n".join(lines).rstrip() + "\n"


def _entry_line(entry: Entry) -> str:
    when = entry.utc.isoformat() if entry.utc else entry.date.isoformat() if entry.date else "undated"
    opening = " ".join(entry.text.split())[:90]
    return f"{entry.id}  {entry.outlet}, {when}: {opening}"


def _linked(link: Link) -> list[str]:
    lines = [f"They are linked, score {link.score:.2f}. {_WORDS[link.relation]}."]
    if link.curated:
        lines.append(f"  A person decided: {link.curated}")
    evidence = link.evidence
    for name, shared in (
        ("names", evidence.names),
        ("words", evidence.words),
        ("figures", evidence.figures),
        ("quotes", evidence.quotes),
        ("credits", evidence.credits),
    ):
        if shared:
            lines.append(f"  shared {name}: {', '.join(shared)}")
    return lines


def _relation_lines(a: Entry, b: Entry, agencies: Sequence[str]) -> list[str]:
    one, two = account_of(a, agencies), account_of(b, agencies)
    judgement, description = judge(one, two), describe_accounts(one, two)
    if judgement.verdict is Verdict.OPEN:
        lines = ["Nothing in the two texts speaks against one happening."]
    else:
        lines = [f"Against one happening: {judgement.why}."]
    lines.append(f"If they are of one happening, the relation is “{description.relation.value}”: {description.why}.")
    earlier, later = ("the second", "the first") if description.turned else ("the first", "the second")
    for difference in description.figures:
        lines.append(f"  {difference.what}: {difference.a} in {earlier}, {difference.b} in {later}")
    return lines


def _story_lines(a: Entry, b: Entry, stories: Sequence[Story]) -> list[str]:
    for story in stories:
        if a.id in story.entries and b.id in story.entries:
            return [f"Both stand in the story “{story.title}” ({story.id})."]
    return []


def _rival_lines(a: Entry, b: Entry, entries: Sequence[Entry], links: Sequence[Link]) -> list[str]:
    """The other partners of either entry, best first."""
    known = {entry.id: entry for entry in entries}
    lines: list[str] = []
    for entry in (a, b):
        rivals = [link for link in links if entry.id in (link.a, link.b) and {link.a, link.b} != {a.id, b.id}]
        rivals.sort(key=lambda link: (-link.score, link.a, link.b))
        if rivals:
            lines.append(f"Other partners of {entry.id}:")
            lines += [_rival_line(entry, link, known) for link in rivals[:_RIVALS]]
    return lines


def _rival_line(entry: Entry, link: Link, known: dict[str, Entry]) -> str:
    other = known.get(link.b if link.a == entry.id else link.a)
    text = " ".join(other.text.split())[:70] if other else ""
    return f"  {link.score:.2f} {link.relation.value:13} {other.id if other else ''}  {text}"
