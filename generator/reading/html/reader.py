"""A saved page → a draft: parse, cut into posts, lay beside what machines are told, settle the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from generator.config import Settings
from generator.model import Basis, LayoutScore
from generator.reading.draft import Draft, Source
from generator.reading.encodings import decode
from generator.reading.html.alignment import PageIndex
from generator.reading.html.candidates import Candidate, propose
from generator.reading.html.days import day_headings, days_of
from generator.reading.html.drafting import draft_page
from generator.reading.html.facts import PageFacts, page_facts
from generator.reading.html.home_zone import Home, home_of
from generator.reading.html.jsonld import live_updates, scripts_json
from generator.reading.html.marks import Mark, find_marks, printed_marks
from generator.reading.html.microdata import microdata_of, unshown_updates
from generator.reading.html.page import Page
from generator.reading.html.page_day import dateline
from generator.reading.html.parsing import parse
from generator.reading.html.posts import Post, compose
from generator.reading.html.saved import saved
from generator.reading.html.state import state_updates
from generator.reading.html.told import Listing, Told
from generator.reading.html.untimed import untimed
from generator.reading.text.reader import read_text

_LEAST_SCORE = 0.05
_NO_DAY = datetime(2020, 1, 1, tzinfo=UTC)


def read_html(source: Source, settings: Settings) -> Draft:
    """The page in ``source`` as a draft.

    :raises DocumentError: if it is no text, no HTML, or over a limit.
    """
    text, _ = decode(source.data, _charset(source.media_type), source.path)
    told_by_saver = saved(text)
    source = replace(source, url=source.url or told_by_saver.url, captured=source.captured or told_by_saver.at)
    page = parse(text, settings.limits, source.path, source.url)
    linked_data = scripts_json(page.scripts)
    facts = page_facts(page, linked_data, source.url)
    language = facts.language
    listed = Listing(live_updates(linked_data), index := PageIndex(page))
    state = Listing(state_updates(page.scripts), index)
    main = listed if listed.updates else state
    marks = find_marks(page, language)
    ways = propose(page, marks, main.updates, main.votes, index)
    best = ways[0] if ways and ways[0].score >= _LEAST_SCORE else None
    on = source.captured.date() if source.captured else None
    posts = _posts(page, _with_untimed(page, best), marks, facts, on) if best else []
    apart = Listing(unshown_updates(page), index).matched(posts)
    told = Told(listed.matched(posts), state.matched(posts), apart | microdata_of(page, posts))
    unseen = listed.unseen(posts) if listed.updates else state.unseen_if_live(posts)
    home = _home(settings, facts)
    if not posts and not unseen:
        return _as_text(source, settings, page, facts, home)
    return draft_page(source, page, facts, posts, told, unseen, marks, _scores(ways), home)


def _as_text(source: Source, settings: Settings, page: Page, facts: PageFacts, home: Home) -> Draft:
    """The page's text through the text reader, with what the page says of itself."""
    draft = read_text(
        [line.text for line in page.lines], settings, path=source.path, language=facts.language, format="html"
    )
    return replace(
        draft,
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


def _home(settings: Settings, facts: PageFacts) -> Home:
    day = facts.changed or facts.day
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _NO_DAY
    return home_of(settings, outlet=facts.outlet, url=facts.url, language=facts.language, at=at)


def _charset(media_type: str | None) -> str | None:
    return media_type.partition("charset=")[2].strip(" \"';") or None if media_type else None


def _posts(page: Page, way: Candidate, marks: tuple[Mark, ...], facts: PageFacts, saved: date | None) -> list[Post]:
    printed = printed_marks(way.segments, marks)
    chosen = [_with_clock(mark, printed.get(number)) for number, mark in enumerate(way.marks)]
    headings = day_headings(page, way.segments, facts.language)
    near = facts.changed or facts.day or dateline(page, way.segments[0].start, facts.language) or saved
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
