"""The pages that say how to cite each entry: one beside each page of entries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model import Entry
from generator.writing import wording
from generator.writing.addresses import bibtex_address, citations_address, csl_address
from generator.writing.indexes import Indexes
from generator.writing.pages.citations import bibtex, citation
from generator.writing.pages.labels import outlet_link, title_of
from generator.writing.pages.page import Page, Place
from generator.writing.parts import Part
from generator.writing.safe import anchor, markdown_text, plain


def cite_pages(day: date | None, index: Indexes) -> Iterator[Page]:
    """The citations of all entries of ``day``, or of those without a date, page by page."""
    whole = index.parts[day]
    for part in (whole, *whole.all_parts):
        yield _page(part, index)


def _page(part: Part, index: Indexes) -> Page:
    place = Place(citations_address(part.address))
    day = wording.day_name(part.day) if part.day else "Entries without a date"
    name = ", ".join(filter(None, (day, part.title)))
    files = f"[BibTeX]({place.to(bibtex_address(part.day))}) and [CSL-JSON]({place.to(csl_address(part.day))})"
    shown = _parts(part, place) if part.parts else _entries(part, index, place)
    return Page(
        address=place.address,
        kind="cite",
        title=f"How to cite: {name}",
        description=f"Citations of {wording.count(len(part.entries), 'entry', 'entries')}.",
        body=(
            place.link(f"← {name}", part.address),
            f"# How to cite: {markdown_text(name)}",
            f"Each entry in words and as BibTeX. For reference managers, all of {'the day' if part.day else 'them'} "
            f"in one file: {files}.",
            *shown,
        ),
    )


def _parts(front: Part, place: Place) -> Iterator[str]:
    yield "## Part by part"
    yield "\n".join(f"- {place.link(part.title, citations_address(part.address))}" for part in front.leaves)


def _entries(part: Part, index: Indexes, place: Place) -> Iterator[str]:
    yield "## Entry by entry"
    for entry in part.entries:
        yield from _entry(entry, index, place)


def _entry(entry: Entry, index: Indexes, place: Place) -> list[str]:
    time = wording.clock(entry, index.zone) or "no time"
    heading = f"### [{time}](#{anchor(entry.id)}) {outlet_link(entry.outlet, place)}: {markdown_text(title_of(entry))}"
    back = f"*About this entry:* {place.link('In its day', index.address_of(entry))}"
    return [heading, markdown_text(citation(entry, index)), _code(bibtex(entry, index)), back]


def _code(text: str) -> str:
    return "\n".join(f"    {line[: len(line) - len(line.lstrip())]}{plain(line)}" for line in text.splitlines() if line)
