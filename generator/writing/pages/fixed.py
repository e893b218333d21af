"""Pages whose text does not depend on what was read: search, page not found."""

from __future__ import annotations

from generator.writing.addresses import DAYS, HOME, NOT_FOUND, SEARCH, STORIES, TOPICS
from generator.writing.pages.page import Page, Place


def search_page() -> Page:
    """``search.html``: the theme puts the form and the results in."""
    place = Place(SEARCH)
    ways = ", ".join([place.link("days", DAYS), place.link("stories", STORIES), place.link("topics", TOPICS)])
    return Page(
        address=SEARCH,
        kind="search",
        title="Search",
        description="Search every entry.",
        header={"Template": "search"},
        body=("# Search", f"Searching needs scripts. Without them, everything can be reached by {ways}."),
    )


def not_found_page() -> Page:
    """``404.html``."""
    place = Place(NOT_FOUND)
    return Page(
        address=NOT_FOUND,
        kind="missing",
        title="Page not found",
        body=(
            "# Page not found",
            "No page has this address. Addresses of this site never change, so it may have been mistyped.",
            f"{place.link('Home', HOME)} · {place.link('Search', SEARCH)} · {place.link('All days', DAYS)}",
        ),
    )
