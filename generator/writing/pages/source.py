"""The page of an outlet: what it reported, when it was silent, how often first, alone or passed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Entry, Relation
from generator.writing import wording
from generator.writing.addresses import DOCUMENTS, document_address, source_address
from generator.writing.charts.coverage import Row, by_outlet, draw_coverage
from generator.writing.indexes import Indexes
from generator.writing.pages.brief import story_line
from generator.writing.pages.listing import entry_listing
from generator.writing.pages.page import Page, Place
from generator.writing.safe import file_name, markdown_quoted, markdown_text

_ABOUT_THE_SAME = frozenset(Relation) - {Relation.RELATED}
_PASSED_ON = frozenset({Relation.SHARES_SOURCE, Relation.COPY})

MOST_DOCUMENTS = 120
CAPTION = "Its entries by day, and those of all others. The larger the mark, the more entries."


@dataclass(frozen=True, slots=True)
class Record:
    """How an outlet stands beside the others: numbers of stories and entries."""

    first: int
    shared: int
    alone: int
    passed_on: int


def source_pages(outlet: str, index: Indexes) -> Iterator[Page]:
    """The page of ``outlet``, and those that carry on its entries."""
    place = Place(source_address(outlet))
    entries = index.outlets[outlet]
    lede = _lede(outlet, entries, index)
    chart = draw_coverage(_coverage(entries, index), f"Entries of {wording.outlet(outlet)} by day, beside all others")
    name = f"{file_name(outlet)}-days.svg"
    title = wording.outlet(outlet)
    listing = entry_listing(entries, index, place.address, "source", title, outlet=False)
    yield Page(
        address=place.address,
        kind="source",
        title=title,
        description=lede,
        body=(
            "Source",
            f"# {markdown_text(title)}",
            markdown_text(lede),
            _numbers(record(outlet, entries, index), len(entries)),
            f'![{markdown_quoted(lede)}]({name} "{CAPTION}")' if chart else "",
            *_silences(entries, index, place),
            *_documents(outlet, index, place),
            *listing.first,
        ),
        drawings={name: chart} if chart else {},
    )
    yield from listing.sequels()


def record(outlet: str, entries: Sequence[Entry], index: Indexes) -> Record:
    """Counted over stories of two outlets or more, and over single entries."""
    stories = {index.story_of[entry.id].id: index.story_of[entry.id] for entry in entries if entry.id in index.story_of}
    shared = [story for story in stories.values() if len(story.outlets) > 1]
    first = sum(index.entries_of(story.entries)[0].outlet == outlet for story in shared)
    alone = passed = 0
    for entry in entries:
        others = [one for one in index.relatives.get(entry.id, ()) if one.other.outlet != outlet]
        alone += not any(one.link.relation in _ABOUT_THE_SAME for one in others)
        passed += any(one.link.relation in _PASSED_ON and not one.outgoing for one in others)
    return Record(first, len(shared), alone, passed)


def _coverage(entries: Sequence[Entry], index: Indexes) -> list[Row]:
    """Its own row, and one for all other outlets: days on which only the others reported are its silences."""
    own = by_outlet(entries, index.marks)
    counts = own[0].counts if own else {}
    others = {day: len(index.days[day]) - counts.get(day, 0) for day in index.dated}
    return [*own, Row("all others", None, {day: number for day, number in others.items() if number})]


def _lede(outlet: str, entries: Sequence[Entry], index: Indexes) -> str:
    dated = [entry.date for entry in entries if entry.date]
    when = f", {wording.span(dated[0], dated[-1], index.zone)}" if dated else ""
    documents = sum(document.outlet == outlet for document in index.documents.values())
    return f"{wording.count(len(entries), 'entry', 'entries')} in {wording.count(documents, 'document')}{when}."


def _numbers(own: Record, total: int) -> str:
    lines = [
        f"- **{own.first}** of {own.shared} shared stories reported first",
        f"- **{own.alone}** of {total} entries alone: no other outlet has it",
        f"- **{own.passed_on}** passed on: wording or origin as in an earlier report",
    ]
    return "\n".join(lines)


def _silences(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    """Stories of several outlets on its own days in which it has no entry."""
    outlet = entries[0].outlet if entries else None
    days = {entry.date for entry in entries if entry.date}
    missed = {
        index.story_of[entry.id].id: index.story_of[entry.id]
        for day in sorted(days)
        for entry in index.days[day]
        if entry.id in index.story_of
        and len(index.story_of[entry.id].outlets) > 1
        and outlet not in index.story_of[entry.id].outlets
    }
    widest = sorted(missed.values(), key=lambda story: (-len(story.outlets), index.first_place(story)))[:8]
    if not widest:
        return []
    return [
        "## Silent on",
        "Stories that two or more other outlets had on days when this one was reporting.",
        "\n".join(story_line(story, index, place, when=True) for story in widest),
    ]


def _documents(outlet: str, index: Indexes, place: Place) -> list[str]:
    own = [document for document in index.documents.values() if document.outlet == outlet]
    if not own:
        return []
    shown = own[:MOST_DOCUMENTS]
    lines = [f"- {place.link(document.title or document.path, document_address(document.id))}" for document in shown]
    left = wording.count(len(own) - len(shown), "further document")
    more = [f"*More:* {left} among {place.link('all documents', DOCUMENTS)}"] if len(own) > len(shown) else []
    return ["## Documents", "\n".join(lines), *more]
