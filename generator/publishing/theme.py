"""What the theme's templates may ask for: the site's settings, links, and what lies beside a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from generator.config import Settings
from generator.writing import addresses
from generator.writing.addresses import absolute, relative
from generator.writing.machines.cards import CARD, day_card_address
from generator.writing.machines.feeds import FEEDS

_INSTALLED = Path(__file__).resolve().parents[1] / "themes" / "digest"
_CHECKOUT = Path(__file__).resolve().parents[2] / "themes" / "digest"


def theme_folder() -> Path:
    """The theme: within the installed package, or in the checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def page_globals(pages: Path, settings: Settings) -> dict[str, Any]:
    """Names known in every template.

    ``site`` is the table of settings, ``relative(address, page)`` a link from ``page`` to a place on
    the site, ``beside(page, ending)`` the text of a file next to the page's Markdown, made by us and
    safe to stand in a page, or an empty text; ``places`` the addresses of single pages. Where the site
    has a full address, ``absolute(address)`` gives that of a page, ``card(day)`` that of a drawn card
    (``day`` as in a page's header, or None), and ``feeds`` are :data:`generator.writing.machines.feeds.FEEDS`.
    """
    return {
        "site": settings.site,
        "relative": relative,
        "beside": _beside(pages),
        "absolute": lambda address: absolute(address, settings),
        "card": lambda day: day_card_address(date.fromisoformat(day)) if day else CARD,
        "feeds": FEEDS,
        "places": {
            name.lower(): getattr(addresses, name)
            for name in ("HOME", "SEARCH", "ABOUT", "DAYS", "STORIES", "TOPICS", "SOURCES", "DOCUMENTS")
        },
    }


def _beside(pages: Path) -> Callable[[str, str], Markup]:
    def read(page: str, ending: str) -> Markup:
        path = pages / (page.removesuffix(".html") + ending)
        return Markup(path.read_text("utf-8")) if path.is_file() else Markup("")  # noqa: S704 - our own file

    return read
