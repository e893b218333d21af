"""Small archives for tests of topics: entries made of plain text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.config import Topics
from generator.model import Block, BlockKind, Entry, Topic
from generator.topics.topics import find_topics


def archive(*texts: str | tuple[str, str], outlets: int = 2, authors: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """One entry a text, or a (headline, text); outlets take turns, each with one document."""
    return tuple(_entry(number, text, number % outlets, authors) for number, text in enumerate(texts))


def _entry(number: int, text: str | tuple[str, str], outlet: int, authors: tuple[str, ...]) -> Entry:
    headline, body = (None, text) if isinstance(text, str) else text
    blocks = tuple(Block(BlockKind.PARAGRAPH, line, at) for at, line in enumerate(body.split("\n"), 1))
    return Entry(
        id=f"e{number}",
        document=f"d{outlet}",
        outlet=f"Outlet {outlet}",
        headline=headline,
        blocks=blocks,
        date=date(2024, 5, 1 + number),
        authors=authors,
    )


def topics_of(entries: Sequence[Entry], settings: Topics | None = None) -> dict[str, Topic]:
    """The topics by id."""
    return {topic.id: topic for topic in find_topics(entries, settings or Topics())}
