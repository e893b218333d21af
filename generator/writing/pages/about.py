"""The about page: method and limits in plain words, counts, how to cite, how to object."""

from __future__ import annotations

from generator.model import Relation
from generator.writing import wording
from generator.writing.addresses import ABOUT, DOCUMENTS, SOURCES
from generator.writing.indexes import Indexes
from generator.writing.pages.page import Page, Place
from generator.writing.safe import markdown_text

DEFINED = {
    "Also reported by": "Another outlet reports the same event or statement, and **no shared origin was found**. It does not say that the two knew nothing of each other: that cannot be seen from text.",
    "Rests on the same report": "Both credit the same agency, paper or official. It counts as one report, however many outlets carry it.",
    "Same wording": "The words are the same, wherever they stand. It counts as one report.",
    "Updates, updated by": "The later entry carries the event on or corrects it.",
    "Figures differ": "The same quantity is given differently, the earlier figure first. Which one is right is not decided here.",
    "Related": "Worth reading together, but not the same event.",
}


def about_page(index: Indexes) -> Page:
    """``about.html``."""
    place = Place(ABOUT)
    return Page(
        address=ABOUT,
        kind="about",
        title="About this digest",
        description="How this digest was made, what it cannot know, how to cite it and how to object.",
        body=(
            "# About this digest",
            "Saved liveblogs of several newsrooms, put on one clock, with what each says of the same event side by side.",
            *_method(place, index),
            "## How entries relate",
            "\n".join(f"- **{name}** {text}" for name, text in DEFINED.items()),
            *_limits(),
            *_counts(index),
            *_cite(index),
            *_object(index),
        ),
    )


def _method(place: Place, index: Indexes) -> list[str]:
    zone = wording.zone_name(index.zone)
    return [
        "## How it was made",
        f"Each saved page was cut into its posts by finding the layout it repeats. Every line that is not blank is in an entry, is a key point of the page, or is set aside with the reason given on the {place.link('page of its document', DOCUMENTS)}. The text of entries is as printed.",
        f"Printed times were put on one clock ({zone}). The time as printed stands beside each entry. A date or time that was not printed is marked as inferred, with why.",
        f"Entries of different {place.link('outlets', SOURCES)} were compared by their rare words, names, places, figures, quotations and times. Where the evidence was strong enough they were linked, and the link says of what kind it is. Entries joined by links make a story.",
        "Nothing was rewritten, summarised or translated. No entry was written by this program.",
    ]


def _limits() -> list[str]:
    return [
        "## What it cannot know",
        "\n".join(
            [
                "- Whether a report is true. Several outlets may be wrong together.",
                "- Whether outlets knew of each other’s work. An origin that no one credits cannot be found.",
                "- What a page held before or after it was saved. A page that states more posts than were saved is marked with a warning.",
                "- Every link. Some are missed and some are wrong; weaker ones are marked as less certain.",
            ]
        ),
    ]


def _counts(index: Indexes) -> list[str]:
    digest = index.digest
    by_relation = {relation: sum(link.relation is relation for link in digest.links) for relation in Relation}
    inferred = sum(entry.time_basis is not None and entry.time_basis.value == "inferred" for entry in digest.entries)
    rows = [
        ("Documents", len(digest.documents)),
        ("Files that could not be read", len(digest.refusals)),
        ("Outlets", len(index.outlets)),
        ("Entries", len(digest.entries)),
        ("Entries whose time or date is inferred", inferred),
        ("Entries without a date", len(index.days.get(None, ()))),
        ("Lines set aside", sum(len(part.lines) for document in digest.documents for part in document.set_aside)),
        *((f"Links: {wording.IN_A_PHRASE[relation]}", number) for relation, number in by_relation.items()),
        ("Links where figures differ", sum(bool(link.figures) for link in digest.links)),
        ("Stories", len(digest.stories)),
        ("Topics", len(digest.topics)),
    ]
    return [
        "## Counts",
        "\n".join(["| What | Number |", "| --- | --- |", *(f"| {name} | {number:,} |" for name, number in rows)]),
    ]


def _cite(index: Indexes) -> list[str]:
    site = index.settings.site
    where = f", {site.url}" if site.url else ""
    return [
        "## How to cite",
        "Each entry has its own address: the time beside it is the link. It never changes, whatever is added later. Cite the outlet and the entry, then this digest:",
        "> " + markdown_text(f"Outlet, “Headline”, day and time, in: {site.title}{where}, address of the entry."),
        "Beside each entry stands where its words are in the saved document, whose SHA-256 tells whether a copy is the same.",
    ]


def _object(index: Indexes) -> list[str]:
    contact = index.settings.site.contact
    to = f"Write to {markdown_text(contact)}." if contact else "Write to whoever publishes this site."
    return [
        "## How to object",
        f"{to} Give the address of the entry or story. A wrong link can be denied, a story joined, split or renamed by hand; such decisions are marked as set by hand, with their reason. A document can be taken out, and all that rests on it goes with it.",
    ]
