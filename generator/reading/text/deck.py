"""The first time of a page that only says when the page was put out, or shows the entry below it beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.reading.text.fronts import stamped
from generator.reading.text.headlines import ends_sentence
from generator.reading.text.marks import Marks, is_byline, is_frame
from generator.reading.text.openings import Opening
from generator.reading.text.page import Piece

_SHORT_REST = 60
_SOON = 30
_KNOWN = 3
_DAY = 24 * 60


def without_deck(found: list[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> list[Opening]:
    """Without a first line that only shows the entry that follows it, as the page's deck or its time of change."""
    plain = [i for i, o in enumerate(found) if o.front and o.front.label is None]
    found = found[plain[0] :] if len(plain) >= 2 else found
    while len(found) >= 3:
        first, second = found[0], found[1]
        repeated = pieces[first.at].text == pieces[second.at].text and not _opens_prose(first, second, marks)
        if not (repeated or _dates_the_page(first, found[1:]) or _heads_the_page(found, pieces, marks)):
            break
        found = found[1:]
    return found


def _heads_the_page(found: Sequence[Opening], pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether the first time tells when the page was put out: it is written otherwise than the rest, and opens nothing.

    Written otherwise: it alone has a date, is signed, or is followed by the time of a change.
    """
    first, second = found[0], found[1]
    if first.front is None or first.front.moment.date is None or second.front is None:
        return False
    bulleted = not pieces[first.at].bullet and all(pieces[o.at].bullet for o in found[1:])
    if bulleted or _written_apart(first, found[1:]) or _unlike_stamps(found, pieces):
        return True
    signers = [o.front.signer for o in found[1:] if o.front]
    if (first.front.signer and not any(signers)) or (not first.front.signer and all(signers)):
        return True
    changed = _is_changed(first, second, pieces, marks)
    if changed and not any(_is_changed(a, b, pieces, marks) for a, b in pairwise(found[1:])):
        return True
    if any(o.front and o.front.moment.date and o.front.moment.timed for o in found[1:]):
        return False
    signed = (marks[first.at].byline or is_byline(first.rest)) and not any(marks[o.at].byline for o in found[1:])
    told = any(marks[i].prose and not is_frame(marks[i]) for i in range(first.at + 1, second.at))
    return signed or not (told or ends_sentence(first.rest) or len(first.rest) > _SHORT_REST)


def _opens_prose(first: Opening, second: Opening, marks: Sequence[Marks]) -> bool:
    """Whether a sentence stands right below the first of two times, and nothing but it before the second."""
    return second.at == first.at + 2 and marks[first.at + 1].prose


def _written_apart(first: Opening, others: Sequence[Opening]) -> bool:
    """Whether only the first time says "published", or has a label beside it where all others stand alone."""
    front, fronts = first.front, [o.front for o in others if o.front]
    if front is None or not fronts:
        return False
    if front.label == "posted" and all(other.label != "posted" and not other.moment.date for other in fronts):
        return True
    beside = front.where == "lead" and all(other.where == "alone" for other in fronts)
    label = len(first.rest) <= _SHORT_REST and not ends_sentence(first.rest)
    return beside and label and not any(other.moment.date for other in fronts)


def _unlike_stamps(found: Sequence[Opening], pieces: Sequence[Piece]) -> bool:
    """Whether all times but the first come behind "updated", and the first has but a name or label beside it."""
    stamps = [stamped(pieces[o.at].text) for o in found]
    label = len(found[0].rest) <= _SHORT_REST and not ends_sentence(found[0].rest)
    return label and not stamps[0] and all(stamps[1:])


def _is_changed(first: Opening, second: Opening, pieces: Sequence[Piece], marks: Sequence[Marks]) -> bool:
    """Whether the time of a change stands beside this time or on the line below it."""
    if stamped(first.rest):
        return True
    below = first.at + 1
    if below >= len(pieces):
        return False
    front = second.front if second.at == below else marks[below].front
    labelled = front is not None and front.label is not None
    return labelled or bool(marks[below].stamp) or (below < second.at and stamped(pieces[below].text))


def _dates_the_page(first: Opening, others: Sequence[Opening]) -> bool:
    """Whether only the first time comes with a date, and is that of the newest entry or fits in no order with them."""
    dated = [bool(o.front and o.front.moment.date) for o in others]
    if not (first.front and first.front.moment.date and first.front.where == "alone") or any(dated):
        return False
    times = [o.front.moment.minutes if o.front else None for o in others]
    own, newest = first.front.moment.minutes, times[0]
    return own is not None and newest is not None and (abs(own - newest) <= _SOON or _out_of_order(own, times))


def _out_of_order(own: int, times: Sequence[int | None]) -> bool:
    """Whether ``times`` all fall, or all rise, and the way from ``own`` to the first of them does not."""
    known = [minutes for minutes in times if minutes is not None]
    steps = [_step(a, b) for a, b in pairwise(known)]
    falls, rises = all(step <= 0 for step in steps), all(step >= 0 for step in steps)
    return len(known) >= _KNOWN and falls != rises and (_step(own, known[0]) > 0) is falls


def _step(a: int, b: int) -> int:
    """Minutes from ``a`` to ``b``, the shorter way round the clock."""
    return (b - a + _DAY // 2) % _DAY - _DAY // 2
