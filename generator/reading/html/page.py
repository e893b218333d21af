"""A parsed page: its elements in document order, and its text, one line per block.

Elements are kept as plain nodes that know which lines their text covers, so that everything after
this is arithmetic on line numbers. Built in one pass without recursion: pages nest deeply.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import BlockKind, Hyperlink


@dataclass(slots=True, eq=False)
class Node:
    """An element. Its text covers the lines ``start`` up to and without ``stop`` (from 0).

    ``text`` is its own text where that is short and on one line, else None.
    """

    index: int
    tag: str
    attributes: dict[str, str]
    parent: Node | None
    depth: int
    start: int
    stop: int = 0
    text: str | None = None

    @property
    def names(self) -> str:
        """Its class, id and role, lower case: what its maker called it."""
        get = self.attributes.get
        return f"{get('class', '')} {get('id', '')} {get('role', '')}".lower()

    @property
    def signature(self) -> str:
        """Tag and first class: what the repeated elements of a page have in common."""
        return f"{self.tag}.{' '.join(self.attributes.get('class', '').split()[:2])}"

    def ancestors(self) -> Iterator[Node]:
        """Its parent, the parent's parent, up to the root."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


@dataclass(slots=True)
class Line:
    """One block of the page as text.

    ``node`` is the innermost block element it stands in, ``wrapped`` the inline elements that hold
    all of it, outermost last. ``continues``: it follows the line before it after a mere line break.
    """

    text: str
    node: Node
    kind: BlockKind = BlockKind.PARAGRAPH
    links: tuple[Hyperlink, ...] = ()
    continues: bool = False
    wrapped: tuple[Node, ...] = ()


@dataclass(slots=True)
class Page:
    """``nodes`` in document order; ``lines`` in page order. ``scripts`` are (type, id, text).

    ``meta`` holds what ``<meta>`` and ``<link>`` say, under lower-case names; the first one counts.
    """

    meta: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    base: str | None = None
    nodes: list[Node] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    scripts: list[tuple[str, str, str]] = field(default_factory=list)

    def text_between(self, start: int, stop: int) -> int:
        """Characters in the lines ``start`` up to and without ``stop``."""
        return sum(len(line.text) for line in self.lines[start:stop])
