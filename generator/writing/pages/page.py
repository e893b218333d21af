"""One page of the digest as Markdown: a short header, a body that reads well by itself, its drawings."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.writing.addresses import markdown_path, relative
from generator.writing.safe import header_value, markdown_link


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page at ``address``; ``kind`` chooses its template.

    ``body`` is a sequence of Markdown blocks, joined by blank lines. ``header`` holds further lines
    of the header. ``drawings`` are SVG texts by file name; they lie beside the page.
    """

    address: str
    kind: str
    title: str
    description: str = ""
    body: tuple[str, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    drawings: Mapping[str, str] = field(default_factory=dict)

    def markdown(self) -> str:
        """The whole file. The header ends in a blank line, so that no text of the body is taken for header."""
        lines = {"Title": self.title, "Kind": self.kind, "Description": self.description, **self.header}
        head = "".join(f"{name}: {header_value(value)}\n" for name, value in lines.items() if value)
        return head + "\n" + "\n\n".join(block for block in self.body if block) + "\n"

    def files(self) -> Mapping[str, str]:
        """Every file of the page: its path among the pages → its text."""
        folder = posixpath.dirname(self.address)
        return {markdown_path(self.address): self.markdown()} | {
            posixpath.join(folder, name): text for name, text in self.drawings.items()
        }


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the site something is being written: links are made relative to it."""

    address: str

    def link(self, words: str, address: str, preview: str | None = None) -> str:
        """A Markdown link to another page of the digest; ``words`` is plain text."""
        return markdown_link(words, self.to(address), preview)

    def raw_link(self, markdown: str, address: str, preview: str | None = None) -> str:
        """As :meth:`link`, where the words are Markdown of our own."""
        return f"[{markdown}{markdown_link('', self.to(address), preview)[1:]}"

    def to(self, address: str) -> str:
        """The relative address of the Markdown file behind ``address``."""
        return relative(markdown_path(address), markdown_path(self.address))
