"""Rows of feeds and tables → entries over a text that is built as they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from generator.model import Block, BlockKind, Hyperlink
from generator.reading.draft import DraftEntry


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a row, not yet placed."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    links: tuple[Hyperlink, ...] = ()


@dataclass(slots=True)
class LineBuilder:
    """The document as text, one line a piece; numbers count from 1."""

    lines: list[str] = field(default_factory=list)

    def add(self, text: str) -> int:
        self.lines.append(" ".join(text.split()))
        return len(self.lines)

    def entry(
        self,
        *,
        printed: str | None,
        headline: str | None,
        pieces: Iterable[Piece],
        instant: datetime | None = None,
        authors: Sequence[str] = (),
        address: str | None = None,
    ) -> DraftEntry:
        """An entry whose time, headline and pieces each become a line."""
        start = len(self.lines) + 1
        for text in (printed, headline):
            if text:
                self.add(text)
        blocks = tuple(
            Block(piece.kind, self.lines[n - 1], n, piece.links) for piece in pieces for n in [self.add(piece.text)]
        )
        return DraftEntry(
            lines=tuple(range(start, len(self.lines) + 1)),
            headline=headline,
            blocks=blocks,
            printed_time=printed,
            instant=instant,
            authors=tuple(authors),
            address=address,
        )
