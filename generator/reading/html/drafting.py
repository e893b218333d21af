"""Posts, updates and page facts → :class:`Draft`, with every line in exactly one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from generator.model import Basis, Block, BlockKind, LayoutScore, SetAside
from generator.reading.dates import PrintedDate
from generator.reading.draft import Draft, DraftEntry, Source
from generator.reading.html.alignment import letters
from generator.reading.html.facts import PageFacts
from generator.reading.html.furniture import reason_outside
from generator.reading.html.home_zone import Home
from generator.reading.html.keypoints import key_point_lines
from generator.reading.html.marks import Mark
from generator.reading.html.page import Page
from generator.reading.html.page_day import page_day
from generator.reading.html.posts import Post
from generator.reading.html.times import PostTime, settle_times
from generator.reading.html.told import Told
from generator.reading.html.updates import Update
from generator.reading.moment import Moment, Style

_NOT_SHOWN = "Posts that the page lists for machines and does not show:"
_SAME = 60


def draft_page(
    source: Source,
    page: Page,
    facts: PageFacts,
    posts: Sequence[Post],
    told: Told,
    unseen: Sequence[Update],
    marks: Sequence[Mark],
    layouts: tuple[LayoutScore, ...],
    home: Home,
) -> Draft:
    """The draft of a page that was cut into ``posts``; ``told`` is what machines are told of each."""
    times = settle_times(posts, told, marks, home)
    copies = _pinned_copies(posts)
    authors = _sound_authors(told, facts)
    entries = [
        _entry(post, told.first(number), times.posts[number], facts, authors.get(number, ()))
        for number, post in enumerate(posts)
        if number not in copies
    ]
    aside = _aside(posts, copies)
    taken = {line for entry in entries for line in entry.lines} | {line for line, _ in aside}
    points = [line for line in key_point_lines(page) if line not in taken]
    taken |= set(points)
    aside += [(n, reason_outside(line)) for n, line in enumerate(page.lines, 1) if n not in taken]
    day = page_day(page, posts, facts, home.zone)
    lines = [line.text for line in page.lines]
    entries += _unseen_entries(unseen, lines, aside, facts)
    return Draft(
        format="html",
        lines=tuple(lines),
        entries=tuple(entry for entry in entries if entry.lines),
        title=facts.title,
        outlet=facts.outlet,
        url=facts.url,
        language=facts.language,
        zone=times.zone or (home.zone if home.why else None),
        zone_note=None if times.zone else home.why,
        date=day,
        date_basis=Basis.PRINTED if day else None,
        captured=source.captured,
        posts_stated=facts.posts_stated,
        key_points=tuple(points),
        set_aside=grouped(aside),
        notes=source.notes + times.notes + _notes(posts, told, unseen, copies),
        layouts=layouts,
    )


def _entry(post: Post, update: Update | None, time: PostTime, facts: PageFacts, authors: tuple[str, ...]) -> DraftEntry:
    headline, blocks = _headline(post, update)
    blocks = [_byline(block, authors) for block in blocks]
    printed = post.printed
    if printed is None and time.floating is not None and time.instant is None:
        printed = time.floating.strftime("%Y-%m-%d %H:%M")
    return DraftEntry(
        lines=tuple(line + 1 for line in post.lines),
        headline=headline,
        blocks=tuple(blocks),
        printed_time=printed,
        instant=time.instant,
        instant_note=time.note,
        moment=_moment(post, time),
        day=time.day or post.day,
        authors=post.authors or authors,
        address=_address(post, update, facts.url),
        pinned=_is_pinned(post),
    )


def _moment(post: Post, time: PostTime) -> Moment | None:
    """What a post tells of its time without printing a clock: in an attribute for people, or as an age."""
    shown = post.moment
    if time.instant is not None or shown is None or shown.minutes is not None:
        return None
    if time.floating is None:
        return shown
    at = time.floating
    day = PrintedDate(0, 0, at.year, at.month, at.day)
    return Moment(0, 0, "", Style.ISO, at.hour, at.minute, at.second, date=day)


def _sound_authors(told: Told, facts: PageFacts) -> dict[int, tuple[str, ...]]:
    """Authors of each post, unless every post is given the same several, or the outlet itself."""
    main = told.main()
    lists = {update.authors for update in main.values()}
    if len(main) > 2 and len(lists) == 1 and len(next(iter(lists))) > 1:
        return {}
    outlet = letters(facts.outlet or "")
    return {n: tuple(a for a in update.authors if letters(a) != outlet) for n, update in main.items()}


def _byline(block: Block, authors: tuple[str, ...]) -> Block:
    """A paragraph that is only the writer's name is a byline."""
    is_name = block.kind is BlockKind.PARAGRAPH and letters(block.text) in {letters(name) for name in authors}
    return replace(block, kind=BlockKind.BYLINE) if is_name else block


def _headline(post: Post, update: Update | None) -> tuple[str | None, list[Block]]:
    """The headline that is printed: a heading, or a first block that machines are told is the headline."""
    if post.headline or update is None or not update.headline or len(post.blocks) < 2:
        return post.headline, post.blocks
    first = post.blocks[0]
    if letters(first.text) == letters(update.headline):
        return first.text, post.blocks[1:]
    return None, post.blocks


def _address(post: Post, update: Update | None, url: str | None) -> str | None:
    if update is not None and update.address:
        return urljoin(url or "", update.address)
    node = post.segment.node
    name = node.attributes.get("id") if node is not None else None
    return f"{url}#{name}" if url and name else None


def _is_pinned(post: Post) -> bool:
    return any("pinned" in node.names for node in (post.segment.anchor, *post.segment.anchor.ancestors()))


def _pinned_copies(posts: Sequence[Post]) -> set[int]:
    """Posts that only repeat another one of the page: the pinned one of two; else the upper, if both show one time."""
    first: dict[str, int] = {}
    copies: set[int] = set()
    for number, post in enumerate(posts):
        opening = post.opening
        if len(opening) < _SAME:
            continue
        above = first.setdefault(opening, number)
        if above == number:
            continue
        if _is_pinned(post):
            copies.add(number)
        elif _is_pinned(posts[above]) or (post.printed and post.printed == posts[above].printed):
            copies.add(above)
            first[opening] = number
    return copies


def _aside(posts: Sequence[Post], copies: set[int]) -> list[tuple[int, str]]:
    out = []
    for number, post in enumerate(posts):
        out += [(line + 1, why) for line, why in post.aside]
        if number in copies:
            out += [(line + 1, "pinned copy of a post below") for line in post.lines]
    return out


def grouped(aside: Iterable[tuple[int, str]]) -> tuple[SetAside, ...]:
    """Lines (from 1) by why they are set aside."""
    groups: dict[str, list[int]] = {}
    for line, why in sorted(aside):
        groups.setdefault(why, []).append(line)
    return tuple(SetAside(tuple(lines), why) for why, lines in groups.items())


def _unseen_entries(
    unseen: Sequence[Update], lines: list[str], aside: list[tuple[int, str]], facts: PageFacts
) -> list[DraftEntry]:
    """Entries of updates that the page does not show; their text is appended to ``lines``."""
    worth = [update for update in unseen if update.text or update.headline]
    if not worth:
        return []
    lines.append(_NOT_SHOWN)
    aside.append((len(lines), "words of this program"))
    return [_unseen_entry(update, lines, facts) for update in worth]


def _unseen_entry(update: Update, lines: list[str], facts: PageFacts) -> DraftEntry:
    start = len(lines) + 1
    paragraphs = list(update.paragraphs)
    headline = update.headline
    if headline and paragraphs and letters(headline) == letters(paragraphs[0]):
        paragraphs = paragraphs[1:]
    if headline:
        lines.append(headline)
    blocks = []
    for paragraph in paragraphs:
        lines.append(paragraph)
        blocks.append(Block(BlockKind.PARAGRAPH, paragraph, len(lines)))
    moment = update.published or update.modified
    return DraftEntry(
        lines=tuple(range(start, len(lines) + 1)),
        headline=headline,
        blocks=tuple(blocks),
        instant=moment,
        instant_note=f"from the page's {update.syntax}; the page does not show this post" if moment else None,
        authors=update.authors,
        address=urljoin(facts.url or "", update.address) if update.address else None,
    )


def _notes(posts: Sequence[Post], told: Told, unseen: Sequence[Update], copies: set[int]) -> tuple[str, ...]:
    out = []
    shown = len(posts) - len(copies)
    worth = [update for update in unseen if update.text or update.headline]
    if worth:
        out.append(f"{len(worth)} posts stand only in the page's {worth[0].syntax}; the page itself shows {shown}.")
    main = told.main()
    if main and shown > len(main):
        out.append(f"{shown - len(main)} of the {shown} posts shown are not listed for machines.")
    headlines = [update.headline for update in main.values() if update.headline]
    if len(headlines) > 3 and len(set(headlines)) == 1:
        out.append("The headlines that are listed for machines are all the same and not used.")
    return tuple(out)
