"""The pieces of one entry → headline and blocks: bylines, captions, kickers, corrections, embeds, list items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.model import Block, BlockKind, SetAside
from generator.reading.draft import DraftEntry
from generator.reading.glyphs import letters
from generator.reading.text.fronts import Front
from generator.reading.text.headlines import ends_sentence, headline_score, stops_within, width
from generator.reading.text.marks import Marks, is_frame, is_name
from generator.reading.text.page import Piece
from generator.reading.text.segments import Span
from generator.reading.text.wording import frame_kind

_UPDATED = "says when the entry was changed"
_RULE = "dividing line"
_ASIDE_KINDS = frozenset(
    {BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.EMBED, BlockKind.LIST_ITEM, BlockKind.CORRECTION}
)
_LEADS_AWAY = ("navigation", "elsewhere")
_HEADLINE_LENGTH = 160
_LONGEST_HEADLINE = 200
_APART = 80
_MOST = 0.6
_LABEL = 20


@dataclass(slots=True)
class Parts:
    """What one span holds, before its headline is chosen."""

    span: Span
    lines: list[int] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    headline: str | None = None
    printed: str | None = None

    def content(self) -> list[int]:
        """Places in ``blocks`` that could be headline or body."""
        return [i for i, block in enumerate(self.blocks) if block.kind not in _ASIDE_KINDS]


def gather(span: Span, pieces: Sequence[Piece], marks: Sequence[Marks]) -> Parts:
    """Every piece of ``span`` in its role."""
    parts = Parts(span, printed=span.opening.printed)
    for index in range(span.start, span.stop):
        piece, m = pieces[index], marks[index]
        if m.field and span.opening.printed is None:
            _take_field(parts, piece, m, m.field)
        elif index == span.opening.at:
            _take_opening(parts, piece, m)
            _set_apart(parts, index, pieces)
        elif index == span.headline:
            parts.headline = piece.text
            parts.lines.append(piece.number)
        else:
            _take(parts, index, pieces, marks)
    if not parts.blocks and parts.headline is None and parts.set_aside:
        _give_back(parts, pieces)
    twice = [block.kind for block in parts.blocks[:2]] == [BlockKind.CAPTION, BlockKind.CAPTION]
    if parts.headline is None and (not parts.content() or (twice and span.opening.front is None)):
        _head_doubled(parts)
    return parts


def _set_apart(parts: Parts, index: int, pieces: Sequence[Piece]) -> None:
    """Short words beside the time with a gap below them are set as a headline, whatever their letters."""
    if not parts.blocks or parts.span.opening.printed is None or index + 1 >= parts.span.stop:
        return
    text = parts.blocks[0].text
    if text.endswith(":") and width(text) > _LABEL:
        return
    if pieces[index + 1].gap and width(text) < 90 and not ends_sentence(text) and not text[:1].islower():
        parts.scores[0] = max(parts.scores[0], 0.5)


def _take_field(parts: Parts, piece: Piece, m: Marks, label: tuple[str, str]) -> None:
    kind, name = label
    value = piece.text[len(name) + 1 :].strip()
    parts.lines.append(piece.number)
    if kind == "time" and parts.printed is None:
        parts.printed = value or None
    elif kind == "headline" and parts.headline is None:
        parts.headline = value or None
    elif value:
        _add(parts, BlockKind.PARAGRAPH, value, piece, m)


def _take_opening(parts: Parts, piece: Piece, m: Marks) -> None:
    parts.lines.append(piece.number)
    opening = parts.span.opening
    timed = opening.printed is not None or opening.rest
    text = opening.rest if timed else piece.text
    if opening.front is None and opening.printed == piece.text:
        return
    if opening.front and opening.front.signer:
        _add(parts, BlockKind.BYLINE, opening.front.signer, piece, m)
    signed = m.byline or (not timed and opening.front is None and m.repeats > 2 and not m.prose)
    if text:
        _add(parts, BlockKind.BYLINE if signed else _kind_of_rest(text, m), text, piece, m)


def _kind_of_rest(text: str, m: Marks) -> BlockKind:
    if m.correction or (m.front and text[:12].casefold().startswith(("correction", "korrektur"))):
        return BlockKind.CORRECTION
    return BlockKind.EMBED if m.embed and not ends_sentence(text) and width(text) < 60 else BlockKind.PARAGRAPH


def _add(parts: Parts, kind: BlockKind, text: str, piece: Piece, m: Marks) -> None:
    parts.blocks.append(Block(kind, text, piece.number))
    parts.scores.append(m.headline if text == piece.text else headline_score(text))
    parts.gaps.append(piece.gap)


def _take(parts: Parts, index: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> None:
    piece, m = pieces[index], marks[index]
    why = _aside(parts, index, marks)
    if why == "":
        parts.lines.append(piece.number)
    elif why is not None:
        parts.set_aside.append(SetAside((piece.number,), why))
    else:
        if piece.number not in parts.lines:
            parts.lines.append(piece.number)
        _add(parts, _kind(index, pieces, marks), piece.text, piece, m)


def _aside(parts: Parts, index: int, marks: Sequence[Marks]) -> str | None:
    """Why a piece is no part of the entry's words; "" if it only prints the time again; None if it is one."""
    m = marks[index]
    if m.rule or not m.size:
        return _RULE
    if m.day and (_prints_day_again(m, parts.span.opening.front) or _dates_opening(parts, index)):
        return ""
    if m.stamp or (m.front and m.front.where == "alone"):
        first = parts.span.opening.front
        if (
            m.front
            and m.front.label is None
            and not marks[index - 1].stamp
            and first
            and index <= parts.span.opening.at + 1
        ):
            return ""
        return _UPDATED if m.stamp or (m.front and (m.front.label or marks[index - 1].stamp)) else ""
    if m.frame is not None and (index < parts.span.opening.at or frame_kind(m.frame) == "section"):
        return m.frame
    taken_leave = index == parts.span.opening.at + 1 and frame_kind(m.frame or "") == "closing"
    if is_frame(m) and not taken_leave and not (m.sentence and frame_kind(m.frame or "") in _LEADS_AWAY):
        return m.frame
    return None


def _dates_opening(parts: Parts, index: int) -> bool:
    """Whether a line right below a time alone gives its day."""
    front = parts.span.opening.front
    return front is not None and front.where == "alone" and index == parts.span.opening.at + 1


def _prints_day_again(m: Marks, front: Front | None) -> bool:
    day, own = m.day and m.day.date, front and front.moment.date
    return bool(day and own and (day.day, day.month) == (own.day, own.month))


def _kind(index: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> BlockKind:
    piece, m = pieces[index], marks[index]
    if m.correction:
        return BlockKind.CORRECTION
    if m.embed and not (piece.bullet and m.sentence):
        return BlockKind.EMBED
    if m.caption:
        return BlockKind.CAPTION
    if m.byline or _signs(index, pieces, marks):
        return BlockKind.BYLINE
    if piece.bullet:
        return BlockKind.LIST_ITEM
    if piece.quoted:
        return BlockKind.QUOTE
    return BlockKind.TABLE if piece.text.count(" | ") >= 1 and piece.text.count("|") >= 2 else BlockKind.PARAGRAPH


def _signs(index: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether a line of nothing but names signs the entry: beside its time, or printed on other entries too."""
    text = pieces[index].text
    if text.isalpha() and text[:1].isupper() and marks[index].repeats > 1 and index + 1 < len(marks):
        front, below = marks[index - 1].front if index else None, marks[index + 1]
        return front is not None and front.where == "alone" and below.size > marks[index].size and not below.prose
    if not is_name(text) or ends_sentence(text) or marks[index].size > 60:
        return False
    above = index - 2 if index > 1 and marks[index - 1].day else index - 1
    fronts = [marks[i].front for i in (above, index + 1) if 0 <= i < len(marks)]
    beside = any(front is not None and front.where == "alone" for front in fronts)
    return marks[index].repeats > 1 or (beside and len(text.split()) <= 4)


def _head_doubled(parts: Parts) -> None:
    """Of an entry that is but one line printed twice, as under a picture, the first is its headline."""
    captions = [i for i, block in enumerate(parts.blocks) if block.kind is BlockKind.CAPTION]
    keys = [letters(parts.blocks[i].text) for i in captions]
    if len(keys) >= 2 and keys[0] == keys[1]:
        block = parts.blocks[captions[0]]
        parts.blocks[captions[0]] = Block(BlockKind.PARAGRAPH, block.text, block.line)


def _give_back(parts: Parts, pieces: Sequence[Piece]) -> None:
    """An entry that would be empty keeps the words that were set aside."""
    kept = [part for part in parts.set_aside if part.why not in (_UPDATED, _RULE)]
    by_number = {pieces[i].number: pieces[i] for i in range(parts.span.start, parts.span.stop)}
    for part in kept:
        parts.set_aside.remove(part)
        for number in part.lines:
            parts.lines.append(number)
            parts.blocks.append(Block(BlockKind.PARAGRAPH, by_number[number].text, number))
            parts.scores.append(headline_score(by_number[number].text))
            parts.gaps.append(by_number[number].gap)


@dataclass(frozen=True, slots=True)
class HeadlineUse:
    """Whether entries of this page have headlines: among those with a body, and among those of one line.

    ``set_apart`` tells that nearly every body has a short line above it, even one such as "Goal!"; ``beside``, that
    words without an end stand beside every time that a body follows below a gap, however long they are.
    """

    with_body: float
    alone: float
    above: bool
    set_apart: bool = False
    beside: bool = False


def headline_use(all_parts: Sequence[Parts]) -> HeadlineUse:
    """How much the first lines of this page's entries look like headlines, taken together."""
    bodied: list[bool] = []
    single: list[bool] = []
    for parts in all_parts:
        content = parts.content()
        if content:
            (bodied if len(content) > 1 else single).append(parts.scores[content[0]] >= 0.5)
    above = sum(parts.headline is not None for parts in all_parts) * 2 > len(all_parts)
    with_body = [parts for parts in all_parts if len(parts.content()) > 1]
    apart = [_has_line_apart(parts) for parts in with_body]
    beside = len(with_body) > 1 and all(_is_headed_beside(parts) for parts in with_body)
    return HeadlineUse(_share(bodied), _share(single), above, len(apart) >= 3 and _share(apart) >= 0.8, beside)


def _is_headed_beside(parts: Parts) -> bool:
    """Whether words without an end stand beside the time, and a sentence below a gap."""
    first, second = parts.content()[:2]
    text, body = parts.blocks[first].text, parts.blocks[second].text
    front = parts.span.opening.front
    lead = front is not None and front.where == "lead" and parts.blocks[first].line == parts.lines[0]
    whole = width(text) <= _LONGEST_HEADLINE and text.rstrip()[-1:].isalnum() and not stops_within(text)
    return lead and whole and parts.gaps[second] > 0 and (ends_sentence(body) or width(body) > 130)


def _has_line_apart(parts: Parts) -> bool:
    first, second = (parts.blocks[place].text for place in parts.content()[:2])
    closed = ends_sentence(second) or width(second) > 130 or second.rstrip().endswith(("…", "..."))
    beside = parts.span.opening.front is not None and parts.span.opening.front.where == "lead"
    begun = beside or not first[:1].islower()
    return closed and width(first) < _APART and begun and first.rstrip()[-1:] not in ".。।:…,"


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 0.0


def compose(parts: Parts, use: HeadlineUse) -> DraftEntry:
    """The entry that ``parts`` make, its headline chosen by what the page as a whole does."""
    if parts.headline is None and not use.above:
        _choose(parts, use)
    lines = tuple(sorted(set(parts.lines)))
    return DraftEntry(
        lines=lines,
        headline=parts.headline,
        blocks=tuple(parts.blocks),
        printed_time=parts.printed,
        authors=tuple(block.text for block in parts.blocks if block.kind is BlockKind.BYLINE),
        pinned=parts.span.pinned,
    )


def _choose(parts: Parts, use: HeadlineUse) -> None:
    content = parts.content()
    if not content:
        return
    place = _headline_place(parts, content, use)
    if place is None:
        return
    block = parts.blocks[place]
    parts.headline = block.text
    for other in content:
        if other < place:
            parts.blocks[other] = Block(BlockKind.KICKER, parts.blocks[other].text, parts.blocks[other].line)
    parts.blocks.pop(place)
    parts.scores.pop(place)
    _drop_doubles(parts)


def _drop_doubles(parts: Parts) -> None:
    """A headline that a teaser card prints again is not said twice; the lines above it there are its label."""
    key = letters(parts.headline or "")
    doubles = [
        i for i, block in enumerate(parts.blocks) if block.kind is BlockKind.PARAGRAPH and letters(block.text) == key
    ]
    for place in reversed(doubles):
        for other in range(place):
            block = parts.blocks[other]
            if block.kind is BlockKind.PARAGRAPH and parts.scores[other] >= 0.4 and not ends_sentence(block.text):
                parts.blocks[other] = Block(BlockKind.KICKER, block.text, block.line)
        parts.blocks.pop(place)
        parts.scores.pop(place)


def _headline_place(parts: Parts, content: Sequence[int], use: HeadlineUse) -> int | None:
    first = content[0]
    prose = [i for i in content if ends_sentence(parts.blocks[i].text) or width(parts.blocks[i].text) > 130]
    if not prose and len(content) > 1 and use.with_body >= 0.4 and _is_card(parts, content):
        return _card_headline(parts, content)
    if len(content) == 1:
        return first if _single_headline(parts, first, use) else None
    if use.beside:
        return first
    if use.set_apart and _has_line_apart(parts):
        return first
    if use.with_body >= _MOST and _stands_beside(parts, content):
        return first
    if not prose or prose[0] != first:
        return _before_prose(parts, content, prose, use)
    text = parts.blocks[first].text
    short = width(text) <= _HEADLINE_LENGTH and text.rstrip()[-1:] not in ".。"
    return first if use.with_body >= 0.65 and short and parts.scores[first] >= 0.3 else None


def _stands_beside(parts: Parts, content: Sequence[int]) -> bool:
    """Whether one short sentence stands beside the time and a gap below it, as the headlines of the page do."""
    first, second = content[:2]
    text = parts.blocks[first].text
    beside = parts.blocks[first].line == parts.lines[0] and parts.span.opening.front is not None
    return beside and parts.gaps[second] > 0 and width(text) < _APART and not stops_within(text)


def _is_card(parts: Parts, content: Sequence[int]) -> bool:
    """Whether a teaser card stands in the entry: a picture's caption first, or the headline printed twice."""
    first, last = parts.blocks[content[0]], parts.blocks[content[-1]]
    captioned = any(block.kind is BlockKind.CAPTION for block in parts.blocks[: content[0]])
    return captioned or letters(first.text) == letters(last.text)


def _card_headline(parts: Parts, content: Sequence[int]) -> int | None:
    """Of lines that are all set like headlines, the last is the headline; the first, if the last repeats it."""
    first, last = content[0], content[-1]
    if parts.scores[last] < 0.4:
        return first if parts.scores[first] >= 0.5 else None
    return first if letters(parts.blocks[first].text) == letters(parts.blocks[last].text) else last


def _single_headline(parts: Parts, first: int, use: HeadlineUse) -> bool:
    return parts.scores[first] >= 0.5 and (use.with_body >= 0.4 or use.alone >= 0.6)


def _before_prose(parts: Parts, content: Sequence[int], prose: Sequence[int], use: HeadlineUse) -> int | None:
    """The headline among the lines above the body: the first, or the second below a short label."""
    first = content[0]
    if parts.scores[first] < 0.5 and use.with_body < 0.65:
        return None
    if use.with_body < 0.35:
        return None
    above = [i for i in content if not prose or i < prose[0]]
    if (
        prose
        and len(above) == 2
        and width(parts.blocks[first].text) < 40
        and parts.scores[above[1]] > parts.scores[first]
    ):
        return above[1]
    return first if parts.scores[first] >= 0.25 else None
