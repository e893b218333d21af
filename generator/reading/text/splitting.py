"""A line that prints a whole page, or many entries of it: cut where times or match minutes stand in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.reading.clock import moment_at, moments
from generator.reading.glyphs import even
from generator.reading.moment import Moment, Style
from generator.reading.text.page import Piece
from generator.reading.text.tallies import tally_of

_LONG = 240
_LONGEST = 1_000_000
_LEAST = 3
_SHORTEST = 60
_MARK = 12
_LONG_PARAGRAPH = 20_000
_GLUED = re.compile(r"[^\s\d]\d{1,2}\s?[:.hH]\s?\d{2}|[.!?…\"”»)\w]\s{1,3}\d{1,2}\s?[:hH]\s?\d{2}")
_TOLD = re.compile(r"(?:[.!?…\"”»)]|\w\.[a-z]{2,4})\s{1,3}$")
_DASHED = re.compile(r"\s[-–—]\s(?=[«“\"]?[^\Wa-zß-ÿ\d_])")
_JOINS = frozenset("(-/–—«\"'“‘@#+$€£")
_MINUTE = re.compile(
    r"(?:(?<=\s)|^)(?P<n>\d{1,3})(?:\+\d{1,2})?(?:'(?:\s?\+\s?\d{1,2}'?)?|\.\s?(?:min|мин|хв)\.)(?=[\s:.|-])"
)
_MINUTE_ALONE = re.compile(r"\d{1,3}(?:\+\d{1,2})?'")
_MINUTE_GLUED = re.compile(r"[^\s\d+](\d{1,3}(?:\+\d{1,2})?')$")
_WORD_BEFORE = re.compile(r"(?:^|[.!?…»”\"')\]])\s{1,3}(?P<word>[^\W\d_]{2,14}):?\s$")
_REACH = 24
_COUNT = re.compile(r"(?:^|[.!?…»”\"')\]|])\s{1,3}(?=\d{1,3}\D|[^\W\d_]{2,8}\.?\s\d)")
_ENDS_BEFORE = frozenset(".!?…。»”\"'’)|]•·*")
_PLAIN = frozenset({Style.COLON, Style.HALF, Style.ISO, Style.WORD, Style.LETTER})


def split_lines(pieces: Sequence[Piece], language: str | None) -> tuple[tuple[Piece, ...], list[tuple[int, str]]]:
    """``pieces`` with long lines cut where entries begin in them.

    Also what stands on such a line before its first entry, with the line's number.
    """
    cuts = [_cuts(piece.text, language) if _LONG < len(piece.text) <= _LONGEST else [] for piece in pieces]
    run_together = any(cuts)
    usual = _usual(pieces, cuts, language)
    minutes = sum(bool(_MINUTE_ALONE.fullmatch(even(piece.text[:_MARK]))) for piece in pieces) >= _LEAST
    result: list[Piece] = []
    before: list[tuple[int, str]] = []
    for piece, found in zip(pieces, cuts, strict=True):
        places = (
            found or _further(piece.text, language, usual, run_together) or (minutes and _before_minute(piece.text))
        )
        if not places:
            result.append(piece)
            continue
        if places[0] > 0 and found and (opening := piece.text[: places[0]].strip()):
            before.append((piece.number, opening))
        result += _parts(piece, places if found else [0, *places])
    return tuple(result), before


def _usual(
    pieces: Sequence[Piece], cuts: Sequence[Sequence[int]], language: str | None
) -> frozenset[tuple[Style, bool, bool]]:
    """The ways of writing a time that at least three lines of the page open with; two, where am or pm is said."""
    ways: Counter[tuple[Style, bool, bool]] = Counter()
    for piece, inner in zip(pieces, cuts, strict=True):
        for at in inner[:_LEAST] or ([0] if piece.text[:1].isdigit() else []):
            moment = moment_at(piece.text, at, min(len(piece.text), at + 40), language)
            if moment and moment.style in _PLAIN:
                ways[_way(moment)] += 1
    return frozenset(way for way, count in ways.items() if count >= _LEAST - way[1])


def _way(moment: Moment) -> tuple[Style, bool, bool]:
    return moment.style, bool(moment.half), moment.date is not None


def _further(
    text: str, language: str | None, usual: frozenset[tuple[Style, bool, bool]], run_together: bool
) -> list[int]:
    """Where a line that is no run of entries still opens another: at a time glued to its words in the usual way."""
    if not usual or not _SHORTEST < len(text) <= _LONG_PARAGRAPH or not _GLUED.search(text, 2):
        return []
    plain = even(text)
    places = []
    for moment in moments(text, language, 2):
        if _way(moment) not in usual or moment.minutes is None or not moment.sound:
            continue
        before = plain[moment.start - 1]
        after = plain[moment.end :].lstrip()
        glued = not before.isspace() and before not in _JOINS and (not after or after[0] in ":-" or run_together)
        told = _TOLD.search(plain[max(0, moment.start - 8) : moment.start])
        if glued or (told and (after[:1] == ":" or run_together)):
            places.append(moment.start)
    return places


def _before_minute(text: str) -> list[int]:
    """Where the minute of the next post is glued to the end of a line, on a page where they stand alone."""
    start = max(0, len(text) - _MARK)
    glued = _MINUTE_GLUED.search(even(text[start:])) if len(text) <= _LONG_PARAGRAPH else None
    return [start + glued.start(1)] if glued else []


def _parts(piece: Piece, cuts: Sequence[int]) -> Iterator[Piece]:
    for part, (start, end) in enumerate(pairwise([*cuts, len(piece.text)])):
        yield replace(piece, text=piece.text[start:end].strip(), gap=piece.gap if part == 0 else 0, part=part)


def _cuts(text: str, language: str | None) -> list[int]:
    """Where entries begin in ``text``; empty if it holds fewer than three, or their times keep no order."""
    plain = even(text)
    minutes = [(m.start(), int(m["n"])) for m in _MINUTE.finditer(plain)]
    for counts in (minutes, _counts(plain)):
        if _in_order(counts):
            return [start for start, _ in counts]
    printed = moments(text, language)
    ends = frozenset(m.end for m in printed if m.timed)
    found = [m for m in printed if _opens(plain, m) or (m.style in _PLAIN and m.start - 1 in ends)]
    alike = _divided_alike(plain, found)
    if alike:
        return alike
    for times in (
        _starts(_without_bracketed(plain, found)),
        _behind_words(plain, printed),
        _starts([m for m in printed if _dotted(plain, m)]),
    ):
        if _in_order(times):
            return [start for start, _ in times]
    return []


def _divided_alike(plain: str, found: Sequence[Moment]) -> list[int]:
    """Where a second entry begins on a line that opens with a time and a dash, if both are written so; else empty."""
    places = [m.start for m in found if m.minutes is not None and m.sound and _dashed(plain, m)]
    told = [at for at in places[1:] if _TOLD.search(plain[max(0, at - 8) : at])]
    return places if len(places) == 2 and places[0] == 0 and told else []


def _dashed(plain: str, moment: Moment) -> bool:
    """Whether a dash between spaces, and a capital, stand right behind a time."""
    return moment.date is None and _DASHED.match(plain, moment.end) is not None


def _counts(plain: str) -> list[tuple[int, int]]:
    """Where a sentence has ended and a count begins: the minutes, laps or overs that most often stand so."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _COUNT.finditer(plain):
        tally = tally_of(plain[match.end() : match.end() + _REACH])
        if tally and tally.kind in ("minute", "lap", "over"):
            found.setdefault(tally.kind, []).append((match.end(), round(tally.value * 10)))
    return max(found.values(), key=len, default=[])


def _starts(found: Sequence[Moment]) -> list[tuple[int, int]]:
    return [(m.start, m.minutes) for m in found if m.minutes is not None]


def _without_bracketed(plain: str, found: Sequence[Moment]) -> list[Moment]:
    """``found`` without a first time that alone stands in brackets: when the title says the page was changed."""
    bracketed = [plain[m.start - 1 : m.start] == "(" and plain[m.end : m.end + 1] == ")" for m in found]
    return list(found[1:] if bracketed[:1] == [True] and not any(bracketed[1:]) else found)


def _behind_words(plain: str, printed: Sequence[Moment]) -> list[tuple[int, int]]:
    """Where a sentence has ended and the word begins that most often stands there before a time, as "Update 13.05"."""
    words = [
        (m, _WORD_BEFORE.search(plain, max(0, m.start - _REACH), m.start)) for m in printed if m.minutes is not None
    ]
    often = Counter(match["word"].casefold() for _, match in words if match)
    usual = max(often, key=lambda word: (often[word], word), default=None)
    return [(match.start("word"), m.minutes or 0) for m, match in words if match and match["word"].casefold() == usual]


def _dotted(plain: str, moment: Moment) -> bool:
    """Whether a time with a point stands between the end of a sentence and the beginning of the next, or a colon."""
    if moment.style is not Style.DOT or plain[moment.start - 1 : moment.start] not in ("", " "):
        return False
    before = plain[max(0, moment.start - _REACH) : moment.start].rstrip()[-1:]
    after = plain[moment.end : moment.end + 3].lstrip()[:1]
    return (not before or before in _ENDS_BEFORE) and (after in (":", "-") or after.isupper())


def _opens(plain: str, moment: Moment) -> bool:
    if moment.style not in _PLAIN:
        return False
    before = (
        plain[: moment.start].rstrip()[-1:]
        if moment.start < 40
        else plain[moment.start - 40 : moment.start].rstrip()[-1:]
    )
    after = plain[moment.end : moment.end + 3].lstrip()[:1]
    divided = after in {":", "-", "|", ")", "]"} or plain[max(0, moment.start - 2) : moment.start] == "  "
    return moment.start < 3 or before in _ENDS_BEFORE or divided


def _in_order(found: Sequence[tuple[int, int]]) -> bool:
    if len(found) < _LEAST:
        return False
    steps = [(b - a + 720) % 1440 - 720 for (_, a), (_, b) in pairwise(found)]
    kept = max(sum(step >= 0 for step in steps), sum(step <= 0 for step in steps))
    return kept >= 0.8 * len(steps)
