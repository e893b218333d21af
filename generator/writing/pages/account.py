"""The account of a story side by side: who reported it when, in whose words, and how it relates."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.model import Entry, Relation
from generator.writing import wording
from generator.writing.addresses import source_address
from generator.writing.indexes import Indexes, Relative
from generator.writing.pages.labels import opening, outlet_words, title_of, when_among
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
    own = {entry.id for entry in entries}
    inside = {
        entry.id: [relative for relative in index.relatives.get(entry.id, ()) if relative.other.id in own]
        for entry in entries
    }
    differ = any(relative.link.figures for relatives in inside.values() for relative in relatives)
    heads = [wording.zone_name(index.zone), "Outlet", "Report", "How it relates", *(["Figures"] if differ else [])]
    rows = [_row(heads), _row(["---"] * len(heads))]
    for entry in entries[:MOST_ROWS]:
        relates = "First report" if entry is entries[0] else _relates(inside[entry.id], index)
        cells = [*_report(entry, entries, index, place), relates, *([_figures(inside[entry.id])] if differ else [])]
        rows.append(_row(cells))
    left = len(entries) - MOST_ROWS
    more = [f"*More:* {wording.count(left, 'further report')} on the pages of their days."] if left > 0 else []
    return ["\n".join(rows), *more]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def in_their_words(entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    """What each outlet wrote first, side by side; nothing where only one wrote."""
    first = {entry.outlet: entry for entry in reversed(entries) if opening(entry)}
    chosen = sorted(first.values(), key=index.place_of)[:MOST_QUOTED]
    if len(chosen) < 2:
        return []
    lines = []
    for entry in chosen:
        who = f"{outlet_words(entry)} {markdown_text(when_among(entry, entries, index.zone))}"
        text = markdown_text(wording.shortened(opening(entry), 320))
        lines.append(f"- {place.raw_link(who, index.address_of(entry))}: {text}")
    return ["## In their words", "\n".join(lines)]


def _report(entry: Entry, entries: Sequence[Entry], index: Indexes, place: Place) -> list[str]:
    """When, who, and what with whom it credits."""
    names = credited(entry, index)[:3]
    said = f" *credits {markdown_text(wording.listed(names))}*" if names else ""
    return [
        place.link(when_among(entry, entries, index.zone), index.address_of(entry)),
        place.link(entry.outlet or "Unknown outlet", source_address(entry.outlet)),
        markdown_text(title_of(entry)) + said,
    ]


def _relates(inside: Sequence[Relative], index: Indexes) -> str:
    """The two most telling relations to earlier reports; those of one kind are named together."""
    earlier = [relative for relative in inside if not relative.outgoing]
    strongest = sorted(earlier, key=lambda one: (_STRENGTH[one.link.relation], index.place_of(one.other)))[:2]
    return "; ".join(
        f"{_TOLD[relation]} {', '.join(_other(one, index) for one in group)}"
        for relation, group in groupby(strongest, lambda one: one.link.relation)
    )


def _other(one: Relative, index: Indexes) -> str:
    time = wording.clock(one.other, index.zone)
    rests_on = one.link.evidence.credits[:2] if one.link.relation is Relation.SHARES_SOURCE else ()
    because = markdown_text(f" ({wording.listed(rests_on)})") if rests_on else ""
    return " ".join(part for part in (outlet_words(one.other), time, because) if part)


def _figures(inside: Sequence[Relative]) -> str:
    told: dict[str, None] = {}
    for one in inside:
        for part in one.link.figures:
            printed = part.a if one.outgoing else part.b
            told[f"{part.what}: {printed}" if part.what else printed] = None
    return "; ".join(f"**{markdown_text(words)}**" for words in list(told)[:3])
