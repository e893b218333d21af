"""Pages that moved: a few lines at each former address, made by Pelican from one table without any Markdown.

The table stands beside the pages. As every entry that joins a story is one of its former addresses, these are
the larger part of all files of a big archive.
"""

from __future__ import annotations

from typing import Any

from pelican import signals
from pelican.generators import Generator


class MovedPages(Generator):  # type: ignore[misc]
    """Writes ``DIGEST_MOVED``: former address → [title, target as a link on the page at the former address]."""

    def generate_output(self, writer: Any) -> None:
        """One page for each row."""
        template = self.get_template("moved")
        for former, (title, target) in self.settings["DIGEST_MOVED"].items():
            page = {"place": former.removesuffix(".html"), "title": title, "target": target}
            writer.write_file(former, template, self.context, page=page, url=former)


def register() -> None:
    """As Pelican asks of a plugin."""
    signals.get_generators.connect(_generators)


def _generators(_pelican: object) -> type[Generator]:
    return MovedPages
