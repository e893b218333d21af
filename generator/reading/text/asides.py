"""Times that open no post: lists of other news, hours of an agenda, key events shown beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from generator.reading.glyphs import letters
from generator.reading.text.head import live_title
from generator.reading.text.headlines import ends_sentence
from generator.reading.text.marks import Marks
from generator.reading.text.openings import Opening
from generator.reading.text.page import Piece

# An agenda inside an entry has at most so many hours; the page goes on at most so many minutes after the entry.
_LONG_AGENDA = 10
_SOON = 60


def without_menus(found: list[Opening]) -> list[Opening]:
    """Without lists of other news: a time and a title a line, above or below entries that print them apart."""
    alone = [i for i, o in enumerate(found) if o.front and o.front.where == "alone" and o.front.label is None]
    if len(alone) < 2:
        return found
    above, below = found[: alone[0]], found[alone[-1] + 1 :]
    kept = found[alone[0] : alone[-1] + 1]
    return [*(above if not _is_menu(above) else []), *kept, *(below if not _is_menu(below) else [])]


def above_head(found: Sequence[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> int:
    """How many openings at the top are a list of other news: a time and a title a line, above the head of the page.

    The head is told by a name that signs the page, a time at which it was put out, or a title of live coverage.
    """
    run = next((i for i, (a, b) in enumerate(pairwise(found), 1) if b.at - a.at > 1), len(found))
    if run == len(found) or not _is_menu(found[:run]):
        return 0
    between = range(found[run - 1].at + 1, found[run].at)
    signed = sum(marks[i].byline for i in between) and 2 * sum(m.byline for m in marks) < len(found) - run
    put_out = any(marks[i].stamp or (marks[i].front and marks[i].front.moment.date) for i in between)  # type: ignore[union-attr]
    titled = any(live_title(pieces[i].text) and not marks[i].sentence for i in between)
    return run if signed or put_out or titled else 0


def without_agenda(found: list[Opening]) -> list[Opening]:
    """Without what an entry says of later hours: rising times, from which the page comes back to its own."""
    kept: list[Opening] = []
    at = 0
    while at < len(found):
        kept.append(found[at])
        at = _behind_agenda(found, at)
    return kept


def _behind_agenda(found: Sequence[Opening], at: int) -> int:
    """The place of the next opening that is no hour of the agenda printed with the one at ``at``."""
    own = _minutes(found[at])
    for back in range(at + 3, min(at + 3 + _LONG_AGENDA, len(found))):
        between = [_minutes(o) for o in found[at + 1 : back]]
        after = _minutes(found[back])
        if own is None or after is None or None in between or found[at + 1].front.where != "lead":  # type: ignore[union-attr]
            return at + 1
        told = [minutes for minutes in between if minutes is not None]
        if told != sorted(told):
            return at + 1
        if 0 <= after - own <= _SOON and all(minutes > after + _SOON / 2 for minutes in told):
            return back
    return at + 1


def _minutes(opening: Opening) -> int | None:
    return opening.front.moment.minutes if opening.front else None


def _is_menu(run: Sequence[Opening]) -> bool:
    if len(run) < 2 or any(b.at - a.at > 1 for a, b in pairwise(run)):
        return False
    return 2 * sum(ends_sentence(o.rest) for o in run) < len(run)


def without_previews(found: list[Opening], pieces: Sequence[Piece]) -> list[Opening]:
    """Without a list of key events above the entries that prints their times and headlines beforehand."""
    pairs = [_with_next(o, pieces) for o in found]
    later = Counter(pairs)
    start = 0
    while start < len(found) and later[pairs[start]] > 1:
        later[pairs[start]] -= 1
        start += 1
    return found[start:] if start >= 2 else found


def _with_next(opening: Opening, pieces: Sequence[Piece]) -> str:
    below = pieces[opening.at + 1].text[:200] if opening.at + 1 < len(pieces) else ""
    return letters(f"{opening.printed}|{opening.rest[:200]}|{below}")
