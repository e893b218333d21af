"""One entry as Markdown: time and outlet, headline, the text as printed, what others said, where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Basis, Block, BlockKind, Entry
from generator.writing import wording
from generator.writing.addresses import citations_address, entry_address, line_address, story_address, topic_address
from generator.writing.indexes import Indexes
from generator.writing.pages.labels import outlet_link
from generator.writing.pages.notes import notes
from generator.writing.pages.page import Place
from generator.writing.safe import anchor, markdown_link, markdown_text, web_address

LABELS = {
    BlockKind.CAPTION: "Caption",
    BlockKind.BYLINE: "Byline",
    BlockKind.KICKER: "Kicker",
    BlockKind.CORRECTION: "Correction",
    BlockKind.EMBED: "Embedded post",
    BlockKind.TABLE: "Table",
}
"""Words before a block that is no plain paragraph, quote or list item."""

MOST_TOPICS = 6


def entry_markdown(entry: Entry, index: Indexes, place: Place) -> list[str]:
    """Markdown blocks of ``entry`` on the page of its day."""
    return [
        _heading(entry, index, place),
        *blocks_markdown(entry.blocks),
        *_inferred(entry, index),
        *_changes(entry),
        *notes(entry, index, place),
        _footer(entry, index, place),
    ]


def blocks_markdown(blocks: Sequence[Block]) -> list[str]:
    """The text as printed; items of a list that follow each other make one list."""
    made: list[str] = []
    before: BlockKind | None = None
    for block in blocks:
        text = block_text(block)
        if block.kind is BlockKind.LIST_ITEM and before is BlockKind.LIST_ITEM:
            made[-1] += f"\n- {text}"
        elif block.kind is BlockKind.LIST_ITEM:
            made.append(f"- {text}")
        elif block.kind is BlockKind.QUOTE:
            made.append(f"> {text}")
        else:
            label = LABELS.get(block.kind)
            made.append(f"*{label}:* {text}" if label else text)
        before = block.kind
    return made


def block_text(block: Block) -> str:
    """The text of a block with its printed links, as far as these lead to the web."""
    found: list[tuple[int, int, str]] = []
    done = 0
    for link in block.links:
        address = web_address(link.address)
        start = block.text.find(link.text, done) if link.text.strip() and address else -1
        if start >= 0 and address:
            found.append((start, start + len(link.text), address))
            done = start + len(link.text)
    parts, end = [], 0
    for start, stop, address in found:
        parts += [_between(block.text[end:start]), markdown_link(block.text[start:stop], address)]
        end = stop
    return "".join([*parts, _between(block.text[end:])]).strip() or "–"


def _between(text: str) -> str:
    """A stretch of text between links: its outer spaces count."""
    inner = markdown_text(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _heading(entry: Entry, index: Indexes, place: Place) -> str:
    time = wording.clock(entry, index.zone) or "no time"
    basis = wording.basis(entry, date_is_inferred=index.date_is_inferred(entry))
    how = f" *{markdown_text(basis)}*" if basis else ""
    headline = f": {markdown_text(entry.headline)}" if entry.headline else ""
    return f"### [{time}](#{anchor(entry.id)}) {outlet_link(entry.outlet, place)}{how}{headline}"


def _inferred(entry: Entry, index: Indexes) -> list[str]:
    if not entry.time_note or not _says_inferred(entry, index):
        return []
    label = "Time inferred" if entry.time_basis is Basis.INFERRED else "Date inferred"
    return [f"*{label}:* {markdown_text(entry.time_note)}"]


def _says_inferred(entry: Entry, index: Indexes) -> bool:
    return entry.time_basis is Basis.INFERRED or index.date_is_inferred(entry)


def _changes(entry: Entry) -> list[str]:
    made = []
    for change in entry.changes:
        when = f" by {change.captured:%Y-%m-%d %H:%M} UTC" if change.captured else ""
        made.append(f"*Changed{when}:* before “{markdown_text(change.before)}”, after “{markdown_text(change.after)}”")
    return made


def _footer(entry: Entry, index: Indexes, place: Place) -> str:
    parts = []
    if entry.lines:
        where = wording.line_range(entry.lines)
        parts.append(place.link(f"In its document, {where}", line_address(entry.document, entry.lines[0])))
    story = index.story_of.get(entry.id)
    if story:
        parts.append(place.link("Story", story_address(story.id)))
    parts.append(place.link("Cite", entry_address(citations_address(index.page_of(entry)), entry)))
    address = web_address(entry.address or "")
    if address:
        parts.append(markdown_link("Original post", address))
    if entry.authors and not any(block.kind is BlockKind.BYLINE for block in entry.blocks):
        parts.append(markdown_text("By " + wording.listed(entry.authors)))
    if entry.time_note and not _says_inferred(entry, index):
        parts.append(markdown_text(f"Time: {entry.time_note}"))
    if entry.pinned:
        parts.append("pinned out of order")
    topics = index.topics_of.get(entry.id, ())[:MOST_TOPICS]
    if topics:
        parts.append("Topics: " + ", ".join(place.link(topic.name, topic_address(topic.id)) for topic in topics))
    return f"*About this entry:* {' · '.join(parts)}" if parts else ""
