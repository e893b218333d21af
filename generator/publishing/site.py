"""Markdown pages → the site, by Pelican with the theme.

Pelican keeps in memory whatever it is given, so it is given the pages in portions; several processes may take turns.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import locale
import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings

from generator.config import Settings
from generator.errors import PublishError
from generator.processes import spread
from generator.publishing.pelican_settings import moved_pages, pelican_settings

PORTION = 4_000_000
"""Bytes of Markdown that are rendered at once."""

MOST_IN_A_PORTION = 400
MOVED_IN_A_PORTION = 5_000
LEAST_PORTIONS = 4
"""For each process: to start one takes about as long as to render half a portion."""

Moved = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Portion:
    """Some of the pages: ``names`` are Markdown files; the first portion of a site brings the theme's own files."""

    pages: Path
    output: Path
    settings: Settings
    names: tuple[str, ...] = ()
    moved: Moved = field(default_factory=dict)
    with_theme: bool = False


def render(
    pages: Path,
    output: Path,
    settings: Settings,
    processes: int = 1,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> None:
    """Every Markdown page below ``pages`` as HTML below ``output``, with the theme's files.

    ``told`` hears how many portions are done, of how many.

    :raises PublishError: if Pelican complains of anything; it would pass over a broken page.
    :raises OSError: if a file cannot be written.
    """
    portions = list(_portions(pages, output, settings))
    for done, _ in enumerate(spread(_render, portions, min(processes, len(portions) // LEAST_PORTIONS)), 1):
        told(done, len(portions))


def _portions(pages: Path, output: Path, settings: Settings) -> Iterator[_Portion]:
    for place, names in enumerate(_names(pages)):
        yield _Portion(pages, output, settings, names, with_theme=place == 0)
    moved = iter(moved_pages(pages).items())
    while some := dict(itertools.islice(moved, MOVED_IN_A_PORTION)):
        yield _Portion(pages, output, settings, moved=some)


def _names(pages: Path) -> Iterator[tuple[str, ...]]:
    names: list[str] = []
    size = 0
    for path in sorted(pages.rglob("*.md")):
        names.append(path.relative_to(pages).as_posix())
        size += path.stat().st_size
        if size > PORTION or len(names) == MOST_IN_A_PORTION:
            yield tuple(names)
            names, size = [], 0
    yield tuple(names)


def _render(portion: _Portion) -> None:
    """One run of Pelican."""
    told = pelican_settings(portion.pages, portion.output, portion.settings) | {
        "PAGE_PATHS": list(portion.names),
        "DIGEST_MOVED": portion.moved,
    }
    if not portion.with_theme:
        told["THEME_STATIC_PATHS"] = []
    with _alone() as complaints:
        Pelican(read_settings(override=told)).run()
    if complaints:
        message, cause = complaints[0]
        if isinstance(cause, OSError):
            raise cause
        raise PublishError(f"Pelican: {message}{f' ({cause})' if cause else ''}", path=str(portion.pages)) from cause


Complaint = tuple[str, BaseException | None]
"""What Pelican logged, and the exception it was handling: it drops that otherwise."""


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[Complaint] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append((record.getMessage(), sys.exception()))


@contextlib.contextmanager
def _alone() -> Iterator[list[Complaint]]:
    """Pelican speaks to the list only, and leaves the process's locale and loggers as they were."""
    logger = logging.getLogger("pelican")
    handler = _Complaints()
    before = locale.setlocale(locale.LC_ALL), logger.propagate, logger.level
    logger.addHandler(handler)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield handler.heard
    finally:
        logger.removeHandler(handler)
        locale.setlocale(locale.LC_ALL, before[0])
        logger.propagate = before[1]
        logger.setLevel(before[2])
