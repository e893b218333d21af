"""The page of a story: the account side by side, where each outlet had it from, figures as they changed."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Entry, Relation, Story
from generator.writing import wording
from generator.writing.addresses import day_address, entry_address, source_address, story_address, topic_address
from generator.writing.charts.origins import Origin, draw_origins
from generator.writing.indexes import Indexes, Relative
from generator.writing.pages.brief import story_figures
from generator.writing.pages.labels import opening, outlet_words, shortened, title_of, when_beside
from generator.writing.pages.page import Page, Place
from generator.writing.pages.quantities import figures_section
from generator.writing.safe import markdown_text

MOST_ROWS = 200
MOST_QUOTED = 6


def story_page(story: Story, index: Indexes) -> Page:
    """The page of ``story``."""
    place = Place(story_address(story.id))
    entries = index.entries_of(story.entries)
    origins = find_origins(entries, index)
    origins_chart = f"{story.id}-origins.svg"
    drawing = draw_origins(origins, index.marks, f"Where each outlet had it from: {story.title}")
    figures, figure_drawings = figures_section(story, entries, index, place)
    days = dict.fromkeys(entry.date for entry in entries)
    return Page(
        address=place.address,
        kind="story",
        title=story.title,
        description=_lede(story, entries, index),
        body=(
            "Story · " + ", ".join(_day_link(day, place) for day in list(days)[:4]),
            f"# {markdown_text(story.title)}",
            markdown_text(_lede(story, entries, index)),
            _numbers(story, entries, index),
            *(
                ["## Where each outlet had it from", f"![{markdown_text(_origins_told(origins))}]({origins_chart})"]
                if drawing
                else []
            ),
            *figures,
            "## The account, report by report",
            *_account(entries, index, place),
            *_words(entries, index, place),
            *_topics(entries, index, place),
            f"*Set by hand:* {markdown_text(story.curated)}" if story.curated else "",
        ),
        drawings={**({origins_chart: drawing} if drawing else {}), **figure_drawings},
    )


def find_origins(entries: Sequence[Entry], index: Indexes) -> tuple[Origin, ...]:
    """The outlets grouped by the report they rest on: same agency credited, or same wording."""
    own = {entry.id for entry in entries}
    leader = {key: key for key in own}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    credits: dict[str, list[str]] = {}
    copied: set[str] = set()
    for relative in _shared(entries, index, own):
        a, b = sorted(
            (find(relative.link.a), find(relative.link.b)), key=lambda key: index.place_of(index.entries[key])
        )
        leader[b] = a
        copied |= {relative.link.a, relative.link.b} if relative.link.relation is Relation.COPY else set()
        for key in (relative.link.a, relative.link.b):
            credits.setdefault(key, []).extend(relative.link.evidence.credits)
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(find(entry.id), []).append(entry)
    return tuple(_origin(group, credits, copied) for group in groups.values())


def _shared(entries: Sequence[Entry], index: Indexes, own: set[str]) -> list[Relative]:
    return [
        relative
        for entry in entries
        for relative in index.relatives.get(entry.id, ())
        if relative.outgoing
        and relative.other.id in own
        and relative.link.relation in {Relation.SHARES_SOURCE, Relation.COPY}
    ]


def _origin(group: Sequence[Entry], credits: dict[str, list[str]], copied: set[str]) -> Origin:
    outlets = tuple(dict.fromkeys(entry.outlet for entry in group))
    named = list(dict.fromkeys(name for entry in group for name in credits.get(entry.id, ())))
    if named:
        label = wording.listed(named[:2])
    elif len(group) > 1 and any(entry.id in copied for entry in group):
        label = "one wording"
    elif len(group) > 1:
        label = "one report"
    else:
        label = "no origin named"
    return Origin(label, outlets, shared=len(group) > 1)


def _origins_told(origins: Sequence[Origin]) -> str:
    shared = [
        f"{wording.listed(origin.outlets)} {'rest' if len(origin.outlets) > 1 else 'rests'} on {origin.label}"
        for origin in origins
        if origin.shared
    ]
    alone = [outlet for origin in origins if not origin.shared for outlet in origin.outlets]
    if alone:
        shared.append(f"no shared origin found for {wording.listed(list(dict.fromkeys(alone)))}")
    return "; ".join(shared) + "."


def _lede(story: Story, entries: Sequence[Entry], index: Indexes) -> str:
    first = f" First reported by {entries[0].outlet}." if entries and entries[0].utc else ""
    return f"{wording.count(len(entries), 'entry', 'entries')}, {wording.span(story.first, story.last, index.zone)}.{first}"


def _numbers(story: Story, entries: Sequence[Entry], index: Indexes) -> str:
    lines = [f"- **{len(story.outlets)}** {'outlet' if len(story.outlets) == 1 else 'outlets'}"]
    if len(story.outlets) > 1:
        lines.append(f"- **{story.separate_reports}** with no shared origin found")
    own = set(story.entries)
    copies = {
        relative.link.b
        for entry in entries
        for relative in index.relatives.get(entry.id, ())
        if relative.link.relation is Relation.COPY and relative.link.a in own and relative.link.b in own
    }
    if copies:
        lines.append(f"- **{len(copies)}** repeating another’s wording")
    for told in story_figures(story, index)[:2]:
        what, _, change = told.rpartition(": ")
        lines.append(f"- **{markdown_text(change)}** {markdown_text(what)}")
    return "\n".join(lines)


def _day_link(day: object, place: Place) -> str:
    from datetime import date

    known = day if isinstance(day, date) else None
    return place.link(wording.plain_date(known) if known else "no date", day_address(known))


def _account(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    rows = [
        f"| {wording.zone_name(index.zone)} | Outlet | Report | How it relates | Figures |",
        "| --- | --- | --- | --- | --- |",
    ]
    day = entries[0].date if entries else None
    own = {entry.id for entry in entries}
    for entry in entries[:MOST_ROWS]:
        time = place.link(when_beside(entry, day, index.zone), entry_address(entry))
        outlet = place.link(entry.outlet, source_address(entry.outlet))
        report = markdown_text(title_of(entry))
        inside = [one for one in index.relatives.get(entry.id, ()) if one.other.id in own]
        rows.append(f"| {time} | {outlet} | {report} | {_relates(entry, inside, index)} | {_figures(inside)} |")
    left = len(entries) - MOST_ROWS
    return [
        "\n".join(rows),
        f"*More:* {wording.count(left, 'further report')} on the pages of their days." if left > 0 else "",
    ]


def _relates(entry: Entry, inside: Sequence[Relative], index: Indexes) -> str:
    earlier = [one for one in inside if not one.outgoing]
    if not earlier:
        return (
            "First report"
            if not any(one.outgoing is False for one in inside)
            and inside
            and index.place_of(entry) <= min(index.place_of(one.other) for one in inside)
            else ""
        )
    strongest = sorted(earlier, key=lambda one: (_STRENGTH[one.link.relation], index.place_of(one.other)))[:2]
    return "; ".join(_relation_told(one, index) for one in strongest)


_STRENGTH = {
    Relation.COPY: 0,
    Relation.SHARES_SOURCE: 1,
    Relation.UPDATES: 2,
    Relation.CORROBORATES: 3,
    Relation.RELATED: 4,
}
_TOLD = {
    Relation.COPY: "Same wording as",
    Relation.SHARES_SOURCE: "Same report as",
    Relation.UPDATES: "Updates",
    Relation.CORROBORATES: "No shared origin found with",
    Relation.RELATED: "Related to",
}


def _relation_told(one: Relative, index: Indexes) -> str:
    time = wording.clock(one.other, index.zone)
    credited = (
        f" ({wording.listed(one.link.evidence.credits[:2])})"
        if one.link.evidence.credits and one.link.relation is Relation.SHARES_SOURCE
        else ""
    )
    return f"{_TOLD[one.link.relation]} {outlet_words(one.other)}{' ' + time if time else ''}{markdown_text(credited) if credited else ''}"


def _figures(inside: Sequence[Relative]) -> str:
    told = dict.fromkeys(
        f"{part.what}: {part.a if one.outgoing else part.b}" if part.what else (part.a if one.outgoing else part.b)
        for one in inside
        for part in one.link.figures
    )
    return "; ".join(f"**{markdown_text(words)}**" for words in list(told)[:3])


def _words(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    """What each outlet wrote first, side by side."""
    first = {entry.outlet: entry for entry in reversed(entries) if opening(entry)}
    chosen = sorted(first.values(), key=index.place_of)[:MOST_QUOTED]
    if len(chosen) < 2:
        return []
    blocks = ["## In their words"]
    for entry in chosen:
        words = f"{outlet_words(entry)} {markdown_text(when_beside(entry, entries[0].date, index.zone))}"
        blocks.append(
            f"> {markdown_text(shortened(opening(entry), 320))}\n>\n> — {place.raw_link(words, entry_address(entry))}"
        )
    return blocks


def _topics(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    counts: dict[str, int] = {}
    for entry in entries:
        for topic in index.topics_of.get(entry.id, ()):
            counts[topic.id] = counts.get(topic.id, 0) + 1
    best = sorted(counts, key=lambda key: (-counts[key], key))[:12]
    if not best:
        return []
    return ["## Topics", "\n".join(f"- {place.link(index.topics[key].name, topic_address(key))}" for key in best)]
