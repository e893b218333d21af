"""A saved page → a draft: parse, cut into posts, lay beside what machines are told, settle the ledger."""

from __future__ import annotations

from generator.config import Settings
from generator.model import LayoutScore
from generator.reading.draft import Draft, Source
from generator.reading.encodings import decode
from generator.reading.html.alignment import PageIndex, lines_of, match
from generator.reading.html.candidates import Candidate, propose
from generator.reading.html.drafting import draft_page
from generator.reading.html.facts import page_facts
from generator.reading.html.jsonld import live_updates, scripts_json
from generator.reading.html.marks import Mark, find_marks, printed_marks
from generator.reading.html.microdata import marked_posts, update_of
from generator.reading.html.page import Page
from generator.reading.html.parsing import parse
from generator.reading.html.posts import Post, compose
from generator.reading.html.state import state_updates

_LEAST_SCORE = 0.05


def read_html(source: Source, settings: Settings) -> Draft:
    """The page in ``source`` as a draft.

    :raises DocumentError: if it is no text, no HTML, or over a limit.
    """
    text, _ = decode(source.data, _charset(source.media_type), source.path)
    page = parse(text, settings.limits, source.path, source.url)
    linked_data = scripts_json(page.scripts)
    facts = page_facts(page, linked_data, source.url)
    language = facts.language
    updates = live_updates(linked_data) or state_updates(page.scripts)
    index = PageIndex(page)
    votes = [lines_of(update, index) for update in updates]
    marks = find_marks(page, language)
    ways = propose(page, marks, updates, votes, index)
    best = ways[0] if ways and ways[0].score >= _LEAST_SCORE else None
    posts = _posts(page, best, marks, language) if best else []
    spans = [(post.segment.start, post.segment.stop) for post in posts]
    matched = match(votes, spans)
    told = {span: updates[number] for number, span in matched.items()}
    told |= {n: update_of(page, node) for n, node in marked_posts(page, posts).items() if n not in told}
    unseen = [update for number, update in enumerate(updates) if number not in matched]
    return draft_page(source, page, facts, posts, told, unseen, marks, _scores(ways))


def _charset(media_type: str | None) -> str | None:
    return media_type.partition("charset=")[2].strip(" \"';") or None if media_type else None


def _posts(page: Page, way: Candidate, marks: tuple[Mark, ...], language: str | None) -> list[Post]:
    printed = printed_marks(way.segments, marks)
    chosen = [
        mark if mark is not None and mark.moment is not None else printed.get(number)
        for number, mark in enumerate(way.marks)
    ]
    return [compose(page, segment, mark, language) for segment, mark in zip(way.segments, chosen, strict=True)]


def _scores(ways: list[Candidate]) -> tuple[LayoutScore, ...]:
    return tuple(LayoutScore(way.name, round(way.score, 3), way.why) for way in ways[:6])
