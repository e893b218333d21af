"""The account of a story side by side: who reported it when, in whose words, and how it relates."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Entry, Relation
from generator.writing import wording
from generator.writing.addresses import entry_address, source_address
from generator.writing.indexes import Indexes, Relative
from generator.writing.pages.labels import opening, outlet_words, title_of, when_beside
from generator.writing.pages.origins import credited
from generator.writing.pages.page import Place
from generator.writing.safe import markdown_text

MOST_ROWS = 200
MOST_QUOTED = 6

_TOLD = {
    Relation.COPY: "Same wording as",
    Relation.SHARES_SOURCE: "Same report as",
    Relation.UPDATES: "Updates",
    Relation.CORROBORATES: "No shared origin found with",
    Relation.RELATED: "Related to",
}
"""The most telling first."""

_STRENGTH = {relation: place for place, relation in enumerate(_TOLD)}


def account(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    """Markdown blocks: one table row for each entry, and how many were left out."""
    zone = wording.zone_name(index.zone)
    rows = [f"| {zone} | Outlet | Report | How it relates | Figures |", "| --- | --- | --- | --- | --- |"]
    own = {entry.id for entry in entries}
    for entry in entries[:MOST_ROWS]:
        inside = [relative for relative in index.relatives.get(entry.id, ()) if relative.other.id in own]
        cells = _cells(entry, inside, entry is entries[0], index, place, entries[0])
        rows.append(f"| {' | '.join(cells)} |")
    left = len(entries) - MOST_ROWS
    more = [f"*More:* {wording.count(left, 'further report')} on the pages of their days."] if left > 0 else []
    return ["\n".join(rows), *more]


def in_their_words(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    """What each outlet wrote first, side by side; nothing where only one wrote."""
    first = {entry.outlet: entry for entry in reversed(entries) if opening(entry)}
    chosen = sorted(first.values(), key=index.place_of)[:MOST_QUOTED]
    if len(chosen) < 2:
        return []
    lines = []
    for entry in chosen:
        who = f"{outlet_words(entry)} {markdown_text(when_beside(entry, entries[0].date, index.zone))}"
        text = markdown_text(wording.shortened(opening(entry), 320))
        lines.append(f"- {place.raw_link(who, entry_address(entry))}: {text}")
    return ["## In their words", "\n".join(lines)]


def _cells(
    entry: Entry, inside: Sequence[Relative], is_first: bool, index: Indexes, place: Place, first: Entry
) -> list[str]:
    names = credited(entry, index)[:3]
    said = f" *credits {markdown_text(wording.listed(names))}*" if names else ""
    return [
        place.link(when_beside(entry, first.date, index.zone), entry_address(entry)),
        place.link(entry.outlet, source_address(entry.outlet)),
        markdown_text(title_of(entry)) + said,
        "First report" if is_first else _relates(inside, index),
        _figures(inside),
    ]


def _relates(inside: Sequence[Relative], index: Indexes) -> str:
    earlier = [relative for relative in inside if not relative.outgoing]
    strongest = sorted(earlier, key=lambda one: (_STRENGTH[one.link.relation], index.place_of(one.other)))[:2]
    return "; ".join(_relation(one, index) for one in strongest)


def _relation(one: Relative, index: Indexes) -> str:
    time = wording.clock(one.other, index.zone)
    rests_on = one.link.evidence.credits[:2] if one.link.relation is Relation.SHARES_SOURCE else ()
    because = f" ({wording.listed(rests_on)})" if rests_on else ""
    return f"{_TOLD[one.link.relation]} {outlet_words(one.other)} {time or ''}{markdown_text(because)}".strip()


def _figures(inside: Sequence[Relative]) -> str:
    told: dict[str, None] = {}
    for one in inside:
        for part in one.link.figures:
            printed = part.a if one.outgoing else part.b
            told[f"{part.what}: {printed}" if part.what else printed] = None
    return "; ".join(f"**{markdown_text(words)}**" for words in list(told)[:3])
