"""The account of a story side by side: who reported it when, in whose words, and how it relates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Entry, Relation
from generator.writing import wording
from generator.writing.addresses import source_address
from generator.writing.indexes import Indexes, Relative
from generator.writing.pages.labels import opening, outlet_words, title_of, when_among
from generator.writing.pages.origins import credited
from generator.writing.pages.page import Place
from generator.writing.pages.sequels import Listing, portions
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


def account(entries: Sequence[Entry], index: Indexes, address: str, title: str) -> Listing[Entry]:
    """One table row for each entry, as the page of the story at ``address`` has them."""
    own = {entry.id for entry in entries}
    inside = {
        entry.id: [relative for relative in index.relatives.get(entry.id, ()) if relative.other.id in own]
        for entry in entries
    }
    differ = any(relative.link.figures for relatives in inside.values() for relative in relatives)
    heads = [wording.zone_name(index.zone), "Outlet", "Report", "How it relates", *(["Figures"] if differ else [])]

    def shown(some: Sequence[Entry], place: Place) -> Iterator[str]:
        rows = [_row(heads), _row(["---"] * len(heads))]
        for entry in some:
            relates = "First report" if entry is entries[0] else _relates(inside[entry.id], index)
            figures = [_figures(inside[entry.id])] if differ else []
            rows.append(_row([*_report(entry, entries, index, place), relates, *figures]))
        yield "## The account, report by report"
        yield "\n".join(rows)

    def said(some: Sequence[Entry]) -> str:
        return f"{wording.count(len(some), 'report')} of {len(entries):,}."

    return Listing(address, "story", title, portions(entries, MOST_ROWS), shown, said)


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
        place.link(wording.outlet(entry.outlet), source_address(entry.outlet)),
        markdown_text(title_of(entry)) + said,
    ]


def _relates(inside: Sequence[Relative], index: Indexes) -> str:
    """The two most telling relations to earlier reports; those of one kind are named together."""
    earlier = [relative for relative in inside if not relative.outgoing]
    strongest = sorted(earlier, key=lambda one: (_STRENGTH[one.link.relation], index.place_of(one.other)))[:2]
    told = [
        f"{_TOLD[relation]} {', '.join(_other(one, index) for one in group)}"
        for relation, group in groupby(strongest, lambda one: one.link.relation)
    ]
    return "; ".join([*told[:1], *(words[:1].lower() + words[1:] for words in told[1:])])


def _other(one: Relative, index: Indexes) -> str:
    time = wording.clock(one.other, index.zone)
    rests_on = one.link.evidence.credits[:2] if one.link.relation is Relation.SHARES_SOURCE else ()
    because = markdown_text(f" ({wording.listed(rests_on)})") if rests_on else ""
    return " ".join(part for part in (outlet_words(one.other), time, because) if part)


def _figures(inside: Sequence[Relative]) -> str:
    """Each quantity once, as the entry prints it; one figure is not said again under another name or shorter."""
    told: dict[str, str] = {}
    for one in inside:
        for part in one.link.figures:
            printed = part.a if one.outgoing else part.b
            if part.what not in told and not any(printed in other or other in printed for other in told.values()):
                told[part.what] = printed
    figures = [wording.figure(what, printed) for what, printed in told.items()]
    return "; ".join(f"**{markdown_text(words)}**" for words in figures[:3])
