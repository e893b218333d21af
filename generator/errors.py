"""The one family of errors that this program raises on purpose.

Every message names the file (and the line, where there is one), what is wrong, and what to do.
"""

from __future__ import annotations


class DigestError(Exception):
    """Something a person can mend: bad settings, an unreadable document, a place that cannot be written.

    ``path`` and ``line`` (counted from 1) say where; ``hint`` says what to do about it.
    """

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        place = "" if self.path is None else self.path if self.line is None else f"{self.path}:{self.line}"
        parts = [f"{place}: {self.message}" if place else self.message]
        if self.hint:
            parts.append(self.hint)
        return " – ".join(parts)


class ConfigError(DigestError):
    """``digest.toml``, a sidecar or a curation file says something that cannot be followed."""


class DocumentError(DigestError):
    """One document cannot be read as a liveblog; the others are not affected."""


class PublishError(DigestError):
    """The site, the archive or a data file could not be written or failed its check."""
