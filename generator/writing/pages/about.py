"""The about page: method and limits in plain words, counts, how to cite, how to object.

Its words are in ``about.md`` beside this file; what they leave open is filled in here.
"""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from string import Template

from generator.model import Basis, Relation
from generator.writing import wording
from generator.writing.addresses import ABOUT, DOCUMENTS, SOURCES
from generator.writing.indexes import Indexes
from generator.writing.pages.page import Page, Place
from generator.writing.safe import markdown_text


def about_page(index: Indexes) -> Page:
    """``about.html``."""
    place = Place(ABOUT)
    words = Template(files(__package__).joinpath("about.md").read_text("utf-8"))
    text = words.substitute(
        documents=place.to(DOCUMENTS),
        sources=place.to(SOURCES),
        zone=wording.zone_name(index.zone),
        counts=_counts(index),
        citation=_citation(index),
        contact=_contact(index),
    )
    return Page(
        address=ABOUT,
        kind="about",
        title="About this digest",
        description="How this digest was made, what it cannot know, how to cite it and how to object.",
        body=(text.strip(),),
    )


def _counts(index: Indexes) -> str:
    digest = index.digest
    relations = Counter(link.relation for link in digest.links)
    rows = [
        ("Documents", len(digest.documents)),
        ("Files that could not be read", len(digest.refusals)),
        ("Lines set aside", sum(len(part.lines) for document in digest.documents for part in document.set_aside)),
        ("Outlets", len(index.outlets)),
        ("Entries", len(digest.entries)),
        ("Entries whose time or date is inferred", _inferred(index)),
        ("Entries without a date", len(index.days.get(None, ()))),
        *((f"Links: {wording.IN_A_PHRASE[relation]}", relations[relation]) for relation in Relation),
        ("Links where figures differ", sum(bool(link.figures) for link in digest.links)),
        ("Stories", len(digest.stories)),
        ("Topics", len(digest.topics)),
    ]
    return "\n".join(["| What | Number |", "| --- | --- |", *(f"| {name} | {number:,} |" for name, number in rows)])


def _inferred(index: Indexes) -> int:
    return sum(entry.time_basis is Basis.INFERRED or index.date_is_inferred(entry) for entry in index.digest.entries)


def _citation(index: Indexes) -> str:
    site = index.settings.site
    where = f", {site.url}" if site.url else ""
    return markdown_text(f"Outlet, “Headline”, day and time, in: {site.title}{where}, address of the entry.")


def _contact(index: Indexes) -> str:
    contact = index.settings.site.contact
    return f"Write to {markdown_text(contact)}." if contact else "Write to whoever publishes this site."
