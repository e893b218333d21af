"""A saved page → a draft: parse, cut into posts, lay beside what machines are told, settle the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from generator.config import Settings
from generator.model import Basis, LayoutScore
from generator.reading.draft import Draft, Source
from generator.reading.encodings import decode
from generator.reading.html.candidates import LEAST_SCORE, Candidate, propose
from generator.reading.html.days import day_headings, days_of
from generator.reading.html.drafting import draft_page, grouped
from generator.reading.html.facts import PageFacts, page_facts
from generator.reading.html.furniture import OUTSIDE, reason_outside
from generator.reading.html.home_zone import Home, home_of
from generator.reading.html.jsonld import scripts_json
from generator.reading.html.marks import Mark, find_marks, printed_marks
from generator.reading.html.page import Page
from generator.reading.html.page_day import dateline
from generator.reading.html.parsing import parse
from generator.reading.html.posts import Post, compose
from generator.reading.html.saved import saved
from generator.reading.html.told import Listings
from generator.reading.html.untimed import untimed
from generator.reading.text.reader import read_text

_NO_DAY = datetime(2020, 1, 1, tzinfo=UTC)


def read_html(source: Source, settings: Settings) -> Draft:
    """The page in ``source`` as a draft.

    :raises DocumentError: if it is no text, no HTML, or over a limit.
    """
    text, _ = decode(source.data, _charset(source.media_type), source.path)
    source = _as_saved(source, text)
    page = parse(text, settings.limits, source.path, source.url)
    linked_data = scripts_json(page.scripts)
    facts = page_facts(page, linked_data, source.url)
    lists = Listings(page, linked_data)
    marks = find_marks(page, facts.language)
    ways = propose(page, marks, lists.main.updates, lists.main.votes, lists.index)
    posts = _posts(page, ways, marks, facts, source.captured)
    unseen, home = lists.unseen(posts), _home(settings, facts)
    if not posts and not unseen:
        return _as_text(source, settings, page, facts, home)
    return draft_page(source, page, facts, posts, lists.told(posts), unseen, marks, _scores(ways), home)


def _as_saved(source: Source, text: str) -> Source:
    """``source`` with the address and moment that the program which saved it wrote into it."""
    told = saved(text)
    return replace(source, url=source.url or told.url, captured=source.captured or told.at)


def _as_text(source: Source, settings: Settings, page: Page, facts: PageFacts, home: Home) -> Draft:
    """The page's text through the text reader, with what the page says of itself."""
    frame = _frame(page)
    lines = ["" if n in frame else line.text for n, line in enumerate(page.lines, 1)]
    draft = read_text(lines, settings, path=source.path, language=facts.language, format="html")
    return replace(
        draft,
        lines=tuple(line.text for line in page.lines),
        set_aside=(*draft.set_aside, *grouped(frame.items())),
        title=facts.title or draft.title,
        outlet=facts.outlet or draft.outlet,
        url=facts.url,
        language=facts.language or draft.language,
        zone=draft.zone or (home.zone if home.why else None),
        zone_note=None if draft.zone else home.why,
        date=draft.date or facts.day,
        date_basis=draft.date_basis or (Basis.PRINTED if facts.day else None),
        captured=source.captured,
        notes=source.notes + draft.notes,
    )


def _frame(page: Page) -> dict[int, str]:
    """Lines (from 1) in the frame of the page, with why; none where these hold half of its text."""
    reasons = {n: reason_outside(line) for n, line in enumerate(page.lines, 1)}
    frame = {n: why for n, why in reasons.items() if why != OUTSIDE}
    framed = sum(len(page.lines[n - 1].text) for n in frame)
    return frame if 2 * framed < page.text_between(0, len(page.lines)) else {}


def _home(settings: Settings, facts: PageFacts) -> Home:
    day = facts.changed or facts.day
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _NO_DAY
    return home_of(settings, outlet=facts.outlet, url=facts.url, language=facts.language, at=at)


def _charset(media_type: str | None) -> str | None:
    return media_type.partition("charset=")[2].strip(" \"';") or None if media_type else None


def _posts(
    page: Page, ways: Sequence[Candidate], marks: tuple[Mark, ...], facts: PageFacts, captured: datetime | None
) -> list[Post]:
    """The posts that the best way to cut the page gives; none where no way is good enough."""
    if not ways or ways[0].score < LEAST_SCORE:
        return []
    way = _with_untimed(page, ways[0])
    printed = printed_marks(way.segments, marks)
    chosen = [_with_clock(mark, printed.get(number)) for number, mark in enumerate(way.marks)]
    headings = day_headings(page, way.segments, facts.language)
    near = facts.changed or facts.day or dateline(page, way.segments[0].start, facts.language)
    near = near or (captured.date() if captured else None)
    days = days_of(headings, page, way.segments, facts.language, near)
    return [
        compose(page, segment, mark, facts.language, headings, day)
        for segment, mark, day in zip(way.segments, chosen, days, strict=True)
    ]


def _with_untimed(page: Page, way: Candidate) -> Candidate:
    """The same way to cut the page, with the posts that have no time of their own."""
    both = [*zip(way.segments, way.marks, strict=True), *((segment, None) for segment in untimed(page, way.segments))]
    both.sort(key=lambda pair: pair[0].start)
    return replace(way, segments=tuple(segment for segment, _ in both), marks=tuple(mark for _, mark in both))


def _with_clock(own: Mark | None, printed: Mark | None) -> Mark | None:
    """The mark that the page was cut by, if it shows a clock; else the best printed one of the post."""
    shows_clock = own is not None and own.moment is not None and own.moment.minutes is not None
    return own if shows_clock or printed is None else printed


def _scores(ways: list[Candidate]) -> tuple[LayoutScore, ...]:
    return tuple(LayoutScore(way.name, round(way.score, 3), way.why) for way in ways[:6])
