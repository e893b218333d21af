"""Short ways to write the entries that the tests about relations compare."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.model import Block, BlockKind, Entry

NOON = "2021-05-04T12:00"


def entry(
    text: str = "",
    *,
    headline: str | None = None,
    outlet: str = "Harbour Post",
    at: str | None = NOON,
    name: str | None = None,
    kind: BlockKind = BlockKind.PARAGRAPH,
) -> Entry:
    """An entry of one paragraph (or of none), printed ``at`` a UTC time."""
    utc = datetime.fromisoformat(at).replace(tzinfo=UTC) if at else None
    blocks = (Block(kind, text, 1),) if text else ()
    identity = name or f"{outlet} {at} {headline} {text[:20]}"
    return Entry(
        id=identity, document=outlet, outlet=outlet, headline=headline, blocks=blocks, utc=utc, date=utc and utc.date()
    )
