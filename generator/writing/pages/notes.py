"""What others said: the notes beneath an entry, one group for each way it is linked."""

from __future__ import annotations

from collections import defaultdict

from generator.model import Entry, Link, Relation
from generator.writing import wording
from generator.writing.addresses import story_address
from generator.writing.indexes import Indexes, Relative
from generator.writing.pages.labels import outlet_words, preview, title_of, when_beside
from generator.writing.pages.page import Place
from generator.writing.safe import markdown_text

MOST_IN_A_GROUP = 8
MOST_RELATED = 3
LESS_CERTAIN = 0.6

_ORDER = (
    wording.FIGURES_DIFFER,
    *(wording.SEEN_FROM_EARLIER[relation] for relation in Relation if relation is not Relation.RELATED),
    wording.SEEN_FROM_LATER[Relation.UPDATES],
    wording.SEEN_FROM_EARLIER[Relation.RELATED],
)


def notes(entry: Entry, index: Indexes, place: Place) -> list[str]:
    """Markdown blocks: a heading of level 4 and a list for each group."""
    groups: defaultdict[str, list[Relative]] = defaultdict(list)
    for relative in index.relatives.get(entry.id, ()):
        groups[_group(relative)].append(relative)
    blocks = []
    for name in _ORDER:
        if name in groups:
            blocks += [f"#### {name}", _list(groups[name], entry, index, place)]
    return blocks


def figures(link: Link) -> str:
    """``injured: 2 → 5``, as plain text, the earlier figure first."""
    return "; ".join(wording.figure(part.what, f"{part.a} → {part.b}") for part in link.figures)


def _group(relative: Relative) -> str:
    if relative.link.figures:
        return wording.FIGURES_DIFFER
    words = wording.SEEN_FROM_EARLIER if relative.outgoing else wording.SEEN_FROM_LATER
    return words[relative.link.relation]


def _list(relatives: list[Relative], entry: Entry, index: Indexes, place: Place) -> str:
    only_related = all(one.link.relation is Relation.RELATED for one in relatives)
    most = MOST_RELATED if only_related else MOST_IN_A_GROUP
    shown = sorted(relatives, key=lambda one: (-one.link.score, one.other.id))[:most]
    shown.sort(key=lambda one: (index.place_of(one.other), one.other.id))
    items = [f"- {_item(relative, entry, index, place)}" for relative in shown]
    left = len(relatives) - len(shown)
    if left and not only_related:
        story = index.story_of.get(entry.id)
        items.append(f"- {place.link(f'{left} more', story_address(story.id)) if story else f'{left} more'}")
    return "\n".join(items)


def _item(relative: Relative, entry: Entry, index: Indexes, place: Place) -> str:
    other, link = relative.other, relative.link
    words = f"{outlet_words(other)} {markdown_text(when_beside(other, entry.date, index.zone))}"
    elsewhere = None if index.page_of(other) == index.page_of(entry) else preview(other)
    parts = [_said(relative)]
    if link.score < LESS_CERTAIN and not link.curated:
        parts.append("less certain")
    if link.curated:
        parts.append(f"set by hand ({markdown_text(link.curated)})")
    said = " · ".join(part for part in parts if part)
    return place.raw_link(words, index.address_of(other), elsewhere) + (f": {said}" if said else "")


def _said(relative: Relative) -> str:
    """What the note adds: the figures, whom both credit, or the other's headline."""
    link, other = relative.link, relative.other
    if link.figures:
        return f"**{markdown_text(figures(link))}** · {wording.IN_A_PHRASE[link.relation]}"
    if link.relation is Relation.SHARES_SOURCE and link.evidence.credits:
        return markdown_text("both credit " + wording.listed(link.evidence.credits[:3]))
    if link.relation is Relation.COPY:
        return ""
    return markdown_text(title_of(other, 80 if link.relation is Relation.RELATED else 140))
