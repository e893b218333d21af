"""Markdown pages → the site, by Pelican with the theme."""

from __future__ import annotations

import contextlib
import io
import locale
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

from pelican import Pelican
from pelican.settings import read_settings

from generator.config import Settings
from generator.errors import PublishError
from generator.publishing.pelican_settings import pelican_settings


def render(pages: Path, output: Path, settings: Settings) -> None:
    """Every Markdown page below ``pages`` as HTML below ``output``, with the theme's files.

    :raises PublishError: if Pelican complains of anything; it would pass over a broken page.
    """
    told = pelican_settings(pages, output, settings)
    with _alone() as complaints:
        Pelican(read_settings(override=told)).run()
    if complaints:
        message, cause = complaints[0]
        raise PublishError(f"Pelican: {message}{f' ({cause})' if cause else ''}", path=str(pages)) from cause


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
