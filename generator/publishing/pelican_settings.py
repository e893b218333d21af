"""Everything Pelican is told; ``pelicanconf.py`` and :mod:`generator.publishing.site` both take it from here.

Pelican is kept to one task: each Markdown page → one HTML page, and those of former addresses from one table. Its
link syntax, installed plugins, cache, feeds, articles, static files and listings are all off.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.errors import PublishError
from generator.publishing import moved
from generator.publishing.reader import PageReader
from generator.publishing.theme import page_globals, theme_folder
from generator.writing.marks import Mark
from generator.writing.pages import MARKS, MOVED

_OFF = {
    "ARTICLE_PATHS": [],
    "STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "PLUGINS": [moved],
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
    "TAG_SAVE_AS": "",
    "DRAFT_PAGE_SAVE_AS": "",
    "FILENAME_METADATA": "",
    "FORMATTED_FIELDS": [],
    "INTRASITE_LINK_REGEX": r"(?P<what>(?!))",
    "PAGE_TRANSLATION_ID": None,
    "RELATIVE_URLS": False,
    "TYPOGRIFY": False,
    "USE_FOLDER_AS_CATEGORY": False,
}


def pelican_settings(pages: Path, output: Path, settings: Settings) -> dict[str, Any]:
    """Settings with which Pelican turns ``pages`` into ``output``.

    :raises PublishError: if ``pages`` was not written by a build.
    """
    return _OFF | {
        "PATH": str(pages),
        "OUTPUT_PATH": str(output),
        "THEME": str(theme_folder()),
        "PAGE_PATHS": [""],
        "PATH_METADATA": r"(?P<place>.+)\.md",
        "PAGE_URL": "{place}.html",
        "PAGE_SAVE_AS": "{place}.html",
        "SLUGIFY_SOURCE": "basename",
        "READERS": {"html": None, "rst": None, "md": PageReader},
        "JINJA_ENVIRONMENT": {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True},
        "JINJA_GLOBALS": page_globals(pages, settings),
        "LOCALE": ["C"],
        "TIMEZONE": "UTC",
        "DEFAULT_LANG": settings.site.language,
        "SITENAME": settings.site.title,
        "SITEURL": settings.site.url.rstrip("/"),
        "DIGEST_MARKS": {name: (page, Mark(*mark)) for name, (page, *mark) in _table(pages / MARKS).items()},
        "DIGEST_MOVED": moved_pages(pages),
    }


def moved_pages(pages: Path) -> dict[str, list[str]]:
    """Former address → title and target of its page."""
    return _table(pages / MOVED) if (pages / MOVED).is_file() else {}


def _table(path: Path) -> dict[str, Any]:
    try:
        table: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise PublishError("no pages were written here yet", path=str(path), hint="run: digest build") from error
    return table
