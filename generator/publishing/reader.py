"""How Pelican reads our pages: a header of single lines up to the first blank line, then Markdown.

Pelican's own Markdown reader makes a new converter for each file and takes lines of the body for
header; this one does neither.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from pelican.readers import BaseReader

from generator.errors import PublishError
from generator.publishing.shape import Shape
from generator.publishing.shape.serialize import to_html

HEADER = frozenset({"title", "kind", "description", "template", "day"})


class PageReader(BaseReader):  # type: ignore[misc]
    """Reads one page as :meth:`generator.writing.pages.page.Page.markdown` writes it."""

    enabled = True
    file_extensions = ("md",)

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        self._shape = Shape(settings["DIGEST_MARKS"])
        self._markdown = Markdown(extensions=["markdown.extensions.tables", self._shape], output_format="html")
        self._markdown.serializer = to_html

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The page's HTML and its header.

        :raises PublishError: if the header has a line that is not one of ours.
        """
        path = Path(source_path)
        head, _, body = path.read_text("utf-8").partition("\n\n")
        self._shape.folder = path.parent
        html = self._markdown.reset().convert(body)
        return html, {name: self.process_metadata(name, value) for name, value in _header(head, path).items()}


def _header(text: str, path: Path) -> dict[str, str]:
    header = {}
    for number, line in enumerate(text.splitlines(), 1):
        name, colon, value = line.partition(": ")
        if not colon or name.lower() not in HEADER:
            raise PublishError("is not a line of a page's header", path=str(path), line=number, hint="build again")
        header[name.lower()] = value
    return header
