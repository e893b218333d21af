"""The lines of a page → a draft: mark every line, let layouts compete, cut, name the parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.config import Settings
from generator.errors import DocumentError
from generator.language.guess import guess_language
from generator.model import Basis, SetAside
from generator.reading.clock import parse
from generator.reading.days import filled
from generator.reading.draft import Draft, DraftEntry
from generator.reading.glued import Glued, glued_date
from generator.reading.text.comments import comments_start
from generator.reading.text.head import Head, read_head
from generator.reading.text.layouts import compete
from generator.reading.text.marks import Marks, mark
from generator.reading.text.page import Piece, pieces_of
from generator.reading.text.roles import Parts, compose, gather, headline_use
from generator.reading.text.runins import with_run_ins
from generator.reading.text.segments import Span, spans_of
from generator.reading.text.splitting import split_lines

_HEADING = "date heading"
_COMMENTS = "comments of readers"
_GAP_NOTE = "Line {} opens with words that belong to no entry: {}"


def read_text(
    lines: Sequence[str], settings: Settings, *, path: str = "", language: str | None = None, format: str = "text"
) -> Draft:
    """The page whose text is ``lines`` as a draft.

    :raises DocumentError: if there is nothing on it, or more lines than are read.
    """
    _check_size(lines, settings, path)
    language = language or guess_language("\n".join(line[:400] for line in lines[:300]))
    glued = glued_date(lines)
    pieces, openings_cut = split_lines(pieces_of(lines), language)
    marks = mark(pieces, language)
    end = comments_start(pieces, marks)
    layout, scores = compete(pieces[:end], marks[:end])
    spans = spans_of(layout, pieces[:end], marks[:end])
    parts = [gather(span, pieces, marks) for span in spans]
    with_run_ins(parts)
    use = headline_use(parts)
    entries = [compose(part, use) for part in parts]
    head, outside = _outside(pieces, marks, spans, entries, parts, glued, language, end)
    entries = _with_days(entries, spans, marks, head.date, glued, language)
    return Draft(
        format=format,
        lines=tuple(lines),
        entries=tuple(entries),
        title=head.title,
        url=head.url,
        language=language,
        zone=head.zone,
        date=head.date,
        date_basis=Basis.PRINTED if head.date else None,
        posts_stated=head.posts_stated,
        key_points=head.key_points,
        set_aside=outside,
        notes=tuple(_GAP_NOTE.format(number, text) for number, text in openings_cut),
        layouts=scores,
    )


def _check_size(lines: Sequence[str], settings: Settings, path: str) -> None:
    if not any(line.strip() for line in lines):
        raise DocumentError("holds no text", path=path, hint="save the page again, or take the file away")
    if len(lines) > settings.limits.document_lines:
        raise DocumentError(
            f"has {len(lines):,} lines, more than the {settings.limits.document_lines:,} that are read",
            path=path,
            hint="split it, or raise limits.document_lines in digest.toml",
        )


def _outside(
    pieces: Sequence[Piece],
    marks: Sequence[Marks],
    spans: Sequence[Span],
    entries: Sequence[DraftEntry],
    parts: Sequence[Parts],
    glued: Glued | None,
    language: str | None,
    comments: int | None,
) -> tuple[Head, tuple[SetAside, ...]]:
    """The head of the page, and every line in no entry with the reason why; ``comments`` is where those begin."""
    held = {number for entry in entries for number in entry.lines}
    within = {number: aside.why for part in parts for aside in part.set_aside for number in aside.lines}
    inside = {i for span in spans for i in range(span.start, span.stop)}
    outside = [i for i, piece in enumerate(pieces[:comments]) if piece.number not in held and i not in inside]
    first = spans[0].start if spans else len(pieces)
    head = read_head(pieces, marks, outside, first, glued, language)
    from_entries = [SetAside((n,), why) for n, why in within.items() if n not in held and n not in head.key_points]
    numbers = () if comments is None else (piece.number for piece in pieces[comments:])
    below = tuple(dict.fromkeys(number for number in numbers if number not in held))
    said = [SetAside(below, _COMMENTS)] if below else []
    return head, tuple(sorted((*head.set_aside, *from_entries, *said), key=lambda part: part.lines))


def _with_days(
    entries: Sequence[DraftEntry],
    spans: Sequence[Span],
    marks: Sequence[Marks],
    near: date | None,
    glued: Glued | None,
    language: str | None,
) -> list[DraftEntry]:
    """Entries with the day of the date heading above them."""
    near = near or (date(glued.year, glued.month, 15) if glued else None)
    headings = [(i, m.day.date) for i, m in enumerate(marks) if m.day and m.day.date]
    result, day, at = [], None, 0
    for entry, span in zip(entries, spans, strict=True):
        while at < len(headings) and headings[at][0] <= span.opening.at:
            day = filled(headings[at][1], near) or day
            at += 1
        below = marks[span.opening.at + 1].day if span.opening.at + 1 < span.stop and span.opening.front else None
        own = filled(below.date, near) if below and below.date else _own_day(entry, near, glued, language)
        result.append(replace(entry, day=own or day))
    return result


def _own_day(entry: DraftEntry, near: date | None, glued: Glued | None, language: str | None) -> date | None:
    """The printed day of an entry whose year only the glued date of the page gives."""
    if glued is None or glued.day or not entry.printed_time:
        return None
    moment = parse(entry.printed_time, language)
    return filled(moment.date, near) if moment and moment.date else None
