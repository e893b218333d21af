"""The steps by which a page takes shape, as an extension of Python-Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.publishing.shape.drawings import inline_drawings
from generator.publishing.shape.entries import gather_entries
from generator.publishing.shape.escapes import Escapes
from generator.publishing.shape.inline import Inline
from generator.publishing.shape.labels import name_labels
from generator.publishing.shape.lines import number_lines
from generator.publishing.shape.links import mend_links
from generator.publishing.shape.lists import shape_lists
from generator.publishing.shape.outlets import mark_outlets
from generator.publishing.shape.sections import gather_sections
from generator.publishing.shape.tables import shape_tables
from generator.publishing.shape.tools import put_tools
from generator.writing.marks import Mark

NOT_OURS = (
    *("html", "entity", "escape", "backtick", "autolink", "automail"),
    *("reference", "short_reference", "image_reference", "short_image_ref"),
)
"""Markdown within a line that our pages do not use; :mod:`.escapes` sees to escaped signs and references."""

NO_BLOCKS_OF_OURS = ("reference", "setextheader", "hr", "olist")
"""Nor these, which would be looked for in every paragraph and item."""

BEFORE_BLOCKS = 10
WITHIN_LINES = 20
AFTER_ALL_OTHERS = -10


class Shape(Extension):
    """Turns off raw HTML, lets every sign be escaped (as CommonMark does), and shapes the tree.

    ``marks`` are the outlets' marks by name; ``folder`` is where the page being read lies, and is
    set anew for each page.
    """

    def __init__(self, marks: Mapping[str, tuple[str, Mark]]) -> None:
        super().__init__()
        self.marks = marks
        self.folder = Path()

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        for name in NOT_OURS:
            md.inlinePatterns.deregister(name)
        for name in NO_BLOCKS_OF_OURS:
            md.parser.blockprocessors.deregister(name)
        md.preprocessors.register(Escapes(md), "escapes", BEFORE_BLOCKS)
        md.treeprocessors.register(Inline(md), "inline", WITHIN_LINES)
        md.treeprocessors.register(_Shaping(md, self), "shape", AFTER_ALL_OTHERS)


class _Shaping(Treeprocessor):
    def __init__(self, md: Markdown, shape: Shape) -> None:
        super().__init__(md)
        self.shape = shape

    def run(self, root: Element) -> None:
        mend_links(root)
        mark_outlets(root, self.shape.marks, self.shape.folder.name)
        inline_drawings(root, self.shape.folder, self._store)
        name_labels(root)
        number_lines(root)
        shape_lists(root)
        shape_tables(root)
        gather_entries(root)
        gather_sections(root)
        put_tools(root)

    def _store(self, html: str) -> str:
        return str(self.md.htmlStash.store(html))
