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
from generator.reading.html.marks import Mark, find_marks
from generator.reading.html.microdata import update_of
from generator.reading.html.page import Page
from generator.reading.html.parsing import parse
from generator.reading.html.posts import Post, compose
from generator.reading.html.segments import Segment
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
    if best is not None and best.name == "microdata":
        told |= {n: update_of(page, p.segment.node) for n, p in enumerate(posts) if n not in told and p.segment.node}
    unseen = [update for number, update in enumerate(updates) if number not in matched]
    return draft_page(source, settings, page, facts, posts, told, unseen, marks, _scores(ways))


def _charset(media_type: str | None) -> str | None:
    return media_type.partition("charset=")[2].strip(" \"';") or None if media_type else None


def _posts(page: Page, way: Candidate, marks: tuple[Mark, ...], language: str | None) -> list[Post]:
    chosen = [mark or _mark_in(segment, marks) for segment, mark in zip(way.segments, way.marks, strict=True)]
    return [compose(page, segment, mark, language) for segment, mark in zip(way.segments, chosen, strict=True)]


def _mark_in(segment: Segment, marks: tuple[Mark, ...]) -> Mark | None:
    """The first printed time in a segment that was cut by something else."""
    return next((m for m in marks if m.printed and segment.start <= m.line < segment.stop), None)


def _scores(ways: list[Candidate]) -> tuple[LayoutScore, ...]:
    return tuple(LayoutScore(way.name, round(way.score, 3), way.why) for way in ways[:6])
