"""Where everything lies on the site: relative to its root, with ``/``, always ending in a file name.

Page addresses end in ``.html`` as readers open them; :func:`markdown_path` gives the Markdown file
that becomes the page. All ids are safe file names by construction; outlets are made so here.
"""

from __future__ import annotations

import posixpath
from datetime import date

from generator.config import Settings
from generator.model import Entry
from generator.writing.safe import anchor, file_name

HOME = "index.html"
SEARCH = "search.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
UNDATED = "days/undated.html"
DAYS = "days/all.html"
STORIES = "stories/all.html"
TOPICS = "topics/all.html"
SOURCES = "sources/all.html"
DOCUMENTS = "documents/all.html"

LINES_SHOWN = 20_000
"""Of a document's text on its page."""


def day_address(day: date | None) -> str:
    """The page of one day, or of all entries without a date."""
    return UNDATED if day is None else f"days/{day.isoformat()}.html"


def part_address(day: date | None, part: str) -> str:
    """One of the pages that a long day is divided into; ``part`` as in :class:`generator.writing.parts.Part`."""
    return f"days/{_day_name(day)}-{part}.html"


def entry_address(page: str, entry: Entry) -> str:
    """The place of an entry on one of the pages that name it."""
    return f"{page}#{anchor(entry.id)}"


def citations_address(page: str) -> str:
    """The page that says how to cite each entry on one of the pages of a day."""
    return "cite/" + posixpath.basename(page)


def bibtex_address(day: date | None) -> str:
    """The file with the citations of a day as BibTeX."""
    return f"cite/{_day_name(day)}.bib"


def csl_address(day: date | None) -> str:
    """The file with the citations of a day as CSL-JSON."""
    return f"cite/{_day_name(day)}.csl.json"


def sequel_address(page: str, number: int) -> str:
    """The page that carries on a long list; ``number`` counts the pages, of which the first is ``page`` itself."""
    return page if number == 1 else f"{page.removesuffix('.html')}--p{number}.html"


def story_address(story: str) -> str:
    """The page of the story with this id, present or former."""
    return f"stories/{file_name(story)}.html"


def topic_address(topic: str) -> str:
    """The page of the topic with this id, present or former."""
    return f"topics/{file_name(topic)}.html"


def source_address(outlet: str) -> str:
    """The page of an outlet, by its name."""
    return f"sources/{file_name(outlet)}.html"


def document_address(document: str) -> str:
    """The page of the document with this id."""
    return f"documents/{file_name(document)}.html"


def text_address(document: str) -> str:
    """The document's text as a file; line numbers count its lines."""
    return f"data/text/{document}.txt"


def line_address(document: str, line: int) -> str:
    """One line (from 1) of a document's text on its page; the text itself where the page does not show the line."""
    if line > LINES_SHOWN:
        return text_address(document)
    return f"{document_address(document)}#L{line}"


def _day_name(day: date | None) -> str:
    return "undated" if day is None else day.isoformat()


def markdown_path(address: str) -> str:
    """The Markdown file from which the page at ``address`` is made; an anchor stays."""
    page, hash_sign, place = address.partition("#")
    return (page.removesuffix(".html") + ".md" if page.endswith(".html") else page) + hash_sign + place


def absolute(address: str, settings: Settings) -> str:
    """The full address of ``address``, for those who cannot follow a relative one; needs ``site.url``."""
    return settings.site.url.rstrip("/") + "/" + ("" if address == HOME else address)


def relative(address: str, start: str) -> str:
    """``address`` as a link on the page ``start``; both are relative to the root of the site."""
    page, hash_sign, place = address.partition("#")
    if page == start:
        return hash_sign + place if place else posixpath.basename(page)
    *folders, file = page.split("/")
    *here, _ = start.split("/")
    shared = len(posixpath.commonprefix([folders, here]))
    return "/".join([*[".."] * (len(here) - shared), *folders[shared:], file]) + hash_sign + place
