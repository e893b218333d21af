"""The page that says how to cite each entry of a day."""

from __future__ import annotations

from datetime import date

from generator.model import Entry
from generator.writing import wording
from generator.writing.addresses import bibtex_address, citations_address, csl_address, day_address, entry_address
from generator.writing.indexes import Indexes
from generator.writing.pages.citations import bibtex, citation, csl
from generator.writing.pages.labels import outlet_link, title_of
from generator.writing.pages.page import Page, Place
from generator.writing.safe import anchor, json_text, markdown_text, plain


def cite_page(day: date | None, index: Indexes) -> Page:
    """The citations of all entries of ``day``, or of those without a date."""
    place = Place(citations_address(day))
    name = wording.day_name(day) if day else "Entries without a date"
    files = f"[BibTeX]({place.to(bibtex_address(day))}) · [CSL-JSON]({place.to(csl_address(day))})"
    body = [
        place.link(f"← {name}", day_address(day)),
        f"# How to cite: {name}",
        f"Each entry in words, as BibTeX and as CSL-JSON. All of them in one file: {files}",
        "## Entry by entry",
    ]
    for entry in index.days[day]:
        body += _entry(entry, index, place)
    return Page(
        address=place.address,
        kind="cite",
        title=f"How to cite: {name}",
        description=f"Citations of {wording.count(len(index.days[day]), 'entry', 'entries')}.",
        body=tuple(body),
    )


def _entry(entry: Entry, index: Indexes, place: Place) -> list[str]:
    time = wording.clock(entry, index.zone) or "no time"
    heading = f"### [{time}](#{anchor(entry.id)}) {outlet_link(entry.outlet, place)}: {markdown_text(title_of(entry))}"
    return [
        heading,
        markdown_text(citation(entry, index)),
        "*BibTeX:*",
        _code(bibtex(entry, index)),
        "*CSL-JSON:*",
        _code(json_text(csl(entry, index), indent=1)),
        f"*About this entry:* {place.link('In its day', entry_address(entry))}",
    ]


def _code(text: str) -> str:
    return "\n".join(f"    {line[: len(line) - len(line.lstrip())]}{plain(line)}" for line in text.splitlines() if line)
