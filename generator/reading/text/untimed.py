"""Ways to cut a page without times: fields, date headings, bullets, signatures, headlines, paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.reading.glyphs import letters
from generator.reading.text.head import live_title
from generator.reading.text.marks import Marks, is_frame, is_name
from generator.reading.text.openings import Opening, Proposal
from generator.reading.text.page import Piece
from generator.reading.text.wording import frame_kind, label
from generator.reading.words import fold

_SHORT_HEAD = 60
_HEADLINE = 0.5
_MANY_BULLETS = 5
_SOME_PLUS = 3
# How surely every paragraph is a post, and every one behind a bullet or plus signs where nearly all have them.
_UNMARKED, _MARKED = 0.12, 0.25
_PLUS = re.compile(r"\+{2,3}\s(?=[^\d\s])")
_LONG_CLOSING = 90
_ANNOUNCES = 25
_LABEL = 30
_HEAD = 16
# A signature that stands above every entry: how often at least, how long and how far apart at most.
_MANY_ALIKE = 4
_SHORT_SIGNATURE = 60
_SOME_RULES = 3
_NEAR = 5
# Without gaps, headlines have at most so many lines below them each; else the page is one of single lines.
_DENSE = 5
_UNSURE = 0.3
# A list of what the page tells has at least so many points.
_SOME_POINTS = 3
_NOTE = 60
# A line shorter than this that ends in a point is a word cut short, as above the columns of a table.
_ABBREVIATED = 8
# Headlines begin alike where so many of them have the same words, of so many letters, before a colon.
_BEGUN, _MANY_BEGUN = 10, 5


def field_proposals(marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Entries printed as labelled fields (``Date: … Title: … Content: …``)."""
    fields = [(i, m.field[1].casefold()) for i, m in enumerate(marks) if m.field]
    if not fields:
        return
    first = fields[0][1]
    starts = [i for i, name in fields if name == first]
    if len(starts) >= 2 and len(fields) >= 2 * len(starts) - 1:
        yield Proposal("labelled fields", tuple(Opening(i, 0.95) for i in starts), 1.0, 0.95)


def untimed_proposals(pieces: Sequence[Piece], marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Date headings, bullets, headlines; and at last every paragraph by itself. None opens in the foot of the page."""
    foot = _foot(pieces, marks)
    pieces, marks = pieces[:foot], marks[:foot]
    days = [i for i, m in enumerate(marks) if m.day and m.day.date]
    if len(days) >= 2:
        yield Proposal("date above the entry", tuple(Opening(i, 0.6, pieces[i].text) for i in days), 1.0, 0.62)
    yield from _bulleted(pieces, marks)
    yield from _signed_alike(pieces, marks)
    yield from _ruled(pieces, marks)
    yield from _printed_twice(pieces, marks)
    yield from _headlined(pieces, marks)
    told = [i for i, m in enumerate(marks) if m.prose and not is_frame(m) and not m.address]
    first = max(_behind_label(marks, told), min(told, default=0))
    paragraphs = [i for i, m in enumerate(marks) if i >= first and m.size and m.frame is None and not m.rule]
    paragraphs = [i for i in paragraphs if not (i > first and _labels(pieces[i - 1].text))]
    paragraphs = [i for i in paragraphs if not (_is_point(i, pieces) or marks[i].embed or marks[i].stamp)]
    weight = _UNMARKED
    bullets = [i for i in paragraphs if pieces[i].bullet or _PLUS.match(pieces[i].text)]
    many = _SOME_PLUS if all(_PLUS.match(pieces[i].text) for i in bullets) else _MANY_BULLETS
    if len(bullets) >= many and len(bullets) >= 0.6 * sum(i >= bullets[0] for i in paragraphs):
        paragraphs, weight = bullets, _MARKED
    paragraphs = paragraphs or [i for i, m in enumerate(marks) if m.size] or [0]
    yield Proposal("every paragraph an entry", tuple(Opening(i, 0.2) for i in paragraphs), 1.0, weight)


def _behind_label(marks: Sequence[Marks], told: Sequence[int]) -> int:
    """The place behind a label such as "Live updates" near the top, if most of what the page tells stands below it."""
    labels = [i for i, m in enumerate(marks[:_HEAD]) if m.frame and frame_kind(m.frame) == "section" and m.repeats == 1]
    at = labels[-1] + 1 if labels else 0
    return at if 2 * sum(i >= at for i in told) > len(told) else 0


def _labels(text: str) -> bool:
    """Whether a few words with a colon head what stands on the next line."""
    return text.endswith(":") and len(text) < _LABEL


def _foot(pieces: Sequence[Piece], marks: Sequence[Marks]) -> int:
    """Where a list of other pages begins below which nothing is told; the end of the page if there is none."""
    told = max((i for i, m in enumerate(marks) if m.prose and not is_frame(m)), default=len(pieces))
    headings = (i for i in range(told + 1, len(pieces)) if _heads_others(marks[i]))
    return next(headings, len(pieces))


def _heads_others(m: Marks) -> bool:
    return m.frame is not None and frame_kind(m.frame) == "elsewhere" and m.repeats == 1


def _signed_alike(pieces: Sequence[Piece], marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Above every entry the same short line: the name of the outlet, or of the one who writes them all."""
    alike: dict[str, list[int]] = {}
    for i, m in enumerate(marks):
        if (
            m.repeats >= _MANY_ALIKE
            and 0 < m.size < _SHORT_SIGNATURE
            and not (m.timed or m.sentence or m.stamp or is_frame(m))
        ):
            places = alike.setdefault(letters(pieces[i].text), [])
            if not places or places[-1] < i - 1:
                places.append(i)
    for places in alike.values():
        if len(places) < _MANY_ALIKE:
            continue
        ends = [*places[1:], min(len(marks), places[-1] + _NEAR)]
        spans = list(zip(places, ends, strict=True))
        if max(b - a for a, b in spans) <= _NEAR and all(any(m.prose for m in marks[a:b]) for a, b in spans):
            yield Proposal("the same line above every entry", tuple(Opening(i, 0.6) for i in places), 1.0, 0.6)


def _ruled(pieces: Sequence[Piece], marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Behind rules of one kind, each on a line of its own."""
    alike: dict[str, list[int]] = {}
    for i, (above, m) in enumerate(pairwise(marks), 1):
        if above.rule and pieces[i - 1].text and not m.rule and m.size:
            alike.setdefault(pieces[i - 1].text, []).append(i)
    for places in alike.values():
        underline = [i for i in places if i > 1 and not pieces[i - 1].gap and marks[i - 2].headline >= _HEADLINE]
        divide = not any(is_frame(marks[i]) or marks[i].timed or "|" in pieces[i - 1].text for i in places)
        if len(places) >= _SOME_RULES and divide and 2 * len(underline) < len(places):
            yield Proposal("rule above every entry", tuple(Opening(i, 0.6) for i in places), 1.0, 0.6)


def _printed_twice(pieces: Sequence[Piece], marks: Sequence[Marks]) -> Iterator[Proposal]:
    """Headlines that stand twice in a row above their prose."""
    found = [
        i
        for i in range(len(marks) - 2)
        if marks[i].headline >= 0.4
        and letters(pieces[i].text) == letters(pieces[i + 1].text)
        and (marks[i + 2].prose or i + 3 == len(marks))
        and not marks[i].front
    ]
    if len(found) >= 2:
        yield Proposal("headline printed twice", tuple(Opening(i, 0.6) for i in found), 1.0, 0.6)


def _is_point(index: int, pieces: Sequence[Piece]) -> bool:
    """Whether a line is a point of a list that the line above the list announces."""
    above = index
    while above > 0 and pieces[above].bullet:
        above -= 1
    return pieces[index].bullet and pieces[above].text.rstrip().endswith(":")


def _bulleted(pieces: Sequence[Piece], marks: Sequence[Marks]) -> Iterator[Proposal]:
    bullets = [i for i, piece in enumerate(pieces) if piece.bullet and piece.text and not is_frame(marks[i])]
    followed = [i for i in bullets if i + 1 < len(pieces) and not pieces[i + 1].bullet and marks[i].headline >= 0.4]
    if len(followed) >= 2 and len(followed) * 2 >= len(bullets):
        followed = sorted({*followed, *_set_like(followed, bullets, pieces)})
        yield Proposal("bullet before every headline", tuple(Opening(i, 0.62) for i in followed), 1.0, 0.62)


def _set_like(heads: Sequence[int], bullets: Sequence[int], pieces: Sequence[Piece]) -> list[int]:
    """Bullets set as those before headlines, with text set in below each: posts that open with a sentence."""
    indent = pieces[heads[0]].indent
    if any(pieces[i].indent != indent or pieces[i + 1].indent <= indent for i in heads):
        return []
    last = len(pieces) - 1
    return [
        i
        for i in bullets
        if i < last and pieces[i].indent == indent < pieces[i + 1].indent and not pieces[i + 1].bullet
    ]


def _headlined(pieces: Sequence[Piece], marks: Sequence[Marks]) -> Iterator[Proposal]:
    lines = [i for i, m in enumerate(marks) if _says_something(m) and not pieces[i].bullet]
    heads = [i for i in lines if _sets_off(marks, i) and not _titles_picture(i, pieces, marks)]
    heads = _begun_alike(heads, pieces) or _with_short_heads(heads, lines, pieces, marks)
    is_head = frozenset(heads)
    prose = [i for i in lines if marks[i].prose]
    if not prose and len(heads) >= 4:
        yield Proposal("headlines only", tuple(Opening(i, 0.5) for i in heads[1:]), 1.0, 0.4 * len(heads) / len(lines))
        return
    last = lines[-1] if lines else 0
    followed = [i for i, j in pairwise(lines) if i in is_head and _has_body(i, j, last, is_head, marks)]
    if len(followed) > 2 and _titles_page(followed, pieces):
        followed = followed[1:]
    if len(followed) > 2 and followed[1] == followed[0] + 2 and _is_deck(pieces[followed[0] + 1].text):
        followed = followed[1:]
    others = [i for i, j in pairwise(lines) if i in is_head and _has_other_body(i, j, pieces, marks)]
    followed = sorted({*followed, *(i for i in others if followed and i > followed[0])})
    followed = followed[1:] if len(followed) > 2 and _is_noted(followed, pieces) else followed
    apart = not (len(lines) > 1 and lines[-2] in is_head) and marks[last].size <= _LONG_CLOSING
    closing = [last] if last in is_head and apart and (pieces[last].gap or not any(p.gap for p in pieces)) else []
    if len(followed) < 2 and len(heads) > 1:
        yield from _summed_up([i for i in range(heads[0] + 1, len(marks)) if marks[i].headline >= 0.55], pieces)
    if len(followed) >= 2 and prose:
        told = sum(marks[i].sentence or marks[i].inner_stop for i in prose) / len(prose)
        share = len(followed) / max(sum(followed[0] <= i < last for i in heads), 1)
        openings = tuple(Opening(i, 0.5) for i in sorted({*followed, *closing}))
        signed = all(marks[i + 1].byline for i in followed if i + 1 < len(marks))
        set_off = (
            any(pieces[i].gap for i in lines) or signed or sum(i >= followed[0] for i in lines) < _DENSE * len(openings)
        )
        points = sum(piece.bullet for piece in pieces) >= _MANY_BULLETS * len(openings)
        told *= (1.0 if set_off else _UNSURE) * (_UNSURE**2 if points else 1.0)
        yield Proposal("headline above the entry", openings, 1.0, 0.5 * told * share)


def _titles_page(heads: Sequence[int], pieces: Sequence[Piece]) -> bool:
    """Whether the first headline is that of the page: it says so, or a list of what follows stands below."""
    first = heads[0]
    if first:
        return False
    listed = [sum(pieces[i].bullet for i in range(a, b)) for a, b in pairwise(heads)]
    contents = listed[0] >= _SOME_POINTS and not any(listed[1:])
    alike = len(_begun_alike(heads, pieces)) == len(heads)
    return contents or (live_title(pieces[first].text) and not alike)


def _is_noted(heads: Sequence[int], pieces: Sequence[Piece]) -> bool:
    """Whether nothing but a note of the editors stands below the first headline, which is that of the page."""
    first, second = heads[:2]
    return first == 0 and second == 2 and bool(label("editor_note").match(fold(pieces[1].text[:_NOTE])))


def _begun_alike(heads: Sequence[int], pieces: Sequence[Piece]) -> list[int]:
    """Those of ``heads`` that begin with the same words before a colon, if these are many and most of all."""
    begun = [letters(pieces[i].text.partition(":")[0]) if ":" in pieces[i].text else "" for i in heads]
    usual, count = max(Counter(begun).items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if len(usual) < _BEGUN or count < _MANY_BEGUN or 2 * count <= len(heads):
        return []
    return [i for i, words in zip(heads, begun, strict=True) if words == usual]


def _titles_picture(index: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether a line is but the name of who is in the picture whose caption stands below."""
    return is_name(pieces[index].text) and index + 1 < len(marks) and marks[index + 1].caption


def _has_body(head: int, below: int, last: int, heads: frozenset[int], marks: Sequence[Marks]) -> bool:
    """Whether prose stands below a headline; the last line of a page cut short counts as prose."""
    told = marks[below].prose and marks[below].size >= _ABBREVIATED
    return (below == last and head != last) or (told and below not in heads)


def _has_other_body(head: int, below: int, pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether a picture, or a line that announces what follows, stands below a headline."""
    announced = pieces[below].text.endswith(":") and marks[below].size > _ANNOUNCES
    return announced or (marks[head + 1].caption and below > head + 1)


def _is_deck(text: str) -> bool:
    """Whether a paragraph strings news together with semicolons, as those below the title of a page do."""
    return "; " in text


def _summed_up(heads: Sequence[int], pieces: Sequence[Piece]) -> Iterator[Proposal]:
    """Headlines with a list below them that a line announces, as of the first entry of a page cut short."""
    announced = [i for i in heads if i + 2 < len(pieces) and _is_point(i + 2, pieces) and not pieces[i + 1].bullet]
    if announced:
        yield Proposal("headline above a list", tuple(Opening(i, 0.5) for i in announced), 1.0, 0.4)


def _with_short_heads(
    heads: Sequence[int], lines: Sequence[int], pieces: Sequence[Piece], marks: Sequence[Marks]
) -> list[int]:
    """``heads``, and a word or two set apart above prose in the same way: "Goodnight!", where others have headlines."""
    if len(heads) < 2:
        return list(heads)
    joined = _gap_below_heads(lines, pieces, marks)
    short = [
        i
        for i, j in pairwise(lines)
        if i > heads[0]
        and marks[i].size < _SHORT_HEAD
        and bool(pieces[i].gap) is not joined
        and pieces[j].gap
        and marks[j].prose
        and pieces[i].text[:1].isupper()
        and pieces[i].text[-1:] not in ".:,;"
        and not (marks[i].front or marks[i].embed or is_name(pieces[i].text))
    ]
    return sorted({*heads, *short})


def _gap_below_heads(lines: Sequence[int], pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether the gap of every post stands between its headline and its prose, and none above the headline."""
    above = [(i, j) for i, j in pairwise(lines) if marks[j].size > _LONG_CLOSING and not marks[i].prose]
    return len(above) >= _SOME_POINTS and all(pieces[j].gap and not pieces[i].gap for i, j in above)


def _says_something(m: Marks) -> bool:
    return bool(m.size) and not (is_frame(m) or m.caption or m.byline or m.stamp or m.day)


def _sets_off(marks: Sequence[Marks], index: int) -> bool:
    m = marks[index]
    return m.headline >= 0.5 and not (m.front or m.byline or m.caption or m.keypoints or m.posts or m.day or m.embed)
