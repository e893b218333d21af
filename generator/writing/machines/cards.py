"""Drawn cards, one for each day and one for the digest: what a link to it looks like elsewhere.

Drawn with Pillow and the font inside it, so that they depend on nothing that is installed on a machine.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PIL import Image, ImageDraw, ImageFont

from generator.model import Entry
from generator.writing import wording
from generator.writing.indexes import Indexes
from generator.writing.safe import plain

WIDTH, HEIGHT = 1200, 630
CARD = "cards/digest.png"

_SCALE = 2
# The light colours of the theme's stylesheet.
_PAPER, _INK, _GREY, _RULE = "#fbfaf6", "#1d1c1a", "#625e56", "#dfdacd"
_COLOURS = (
    "#155aa7", "#8f4101", "#0a6d37", "#7e3a8a", "#735601", "#016770",
    "#5e47a1", "#4f5f01", "#016250", "#025473", "#7f235f", "#6b4501",
)  # fmt: skip
_LEFT, _RIGHT, _LANES_TOP, _LANES_END = 72, 1128, 330, 560
_MOST_LANES = 8
_NEAREST = str.maketrans({"–": "-", "—": "-", "…": "...", "\u00a0": " ", "\u202f": " "})
_CURLY = str.maketrans(dict.fromkeys("“”‘’"))


@dataclass(frozen=True, slots=True)
class Lane:
    """One outlet's line on a card: where its marks stand, in points from the left, and their colour."""

    marks: tuple[int, ...]
    colour: str


def day_card_address(day: date) -> str:
    """Where the card of ``day`` lies."""
    return f"cards/{day.isoformat()}.png"


def day_card(day: date, index: Indexes) -> bytes:
    """A PNG: the day, how much was reported, and one lane for each outlet with a mark for each entry."""
    entries = index.days[day]
    outlets = dict.fromkeys(entry.outlet for entry in entries)
    facts = f"{wording.count(len(entries), 'entry', 'entries')} by {wording.count(len(outlets), 'outlet')}"
    start = datetime.combine(day, datetime.min.time(), index.zone)
    timed = [entry for entry in entries if entry.utc]
    return _card(index, wording.day_name(day), facts, _lanes(timed, index, start, start + timedelta(days=1)))


def digest_card(index: Indexes) -> bytes:
    """A PNG for every other page: all entries of the digest on one clock."""
    timed = [entry for entry in index.digest.entries if entry.utc]
    entries = wording.count(len(index.digest.entries), "entry", "entries")
    facts = f"{entries} by {wording.count(len(index.outlets), 'outlet')}"
    when = _dates(index.dated)
    first, last = (timed[0].utc, timed[-1].utc) if timed else (None, None)
    lanes = _lanes(timed, index, first, last) if first and last else []
    return _card(index, when or "Undated", facts, lanes)


def _dates(days: Sequence[date]) -> str:
    if not days:
        return ""
    first, last = days[0], days[-1]
    name = wording.plain_date(last)
    return name if first == last else f"{wording.short_date(first, last)} to {name}"


def _lanes(entries: Iterable[Entry], index: Indexes, start: datetime, end: datetime) -> list[Lane]:
    """A lane for each of the busiest outlets, in order of their first entries."""
    points: dict[str, list[float]] = {}
    length = max((end - start).total_seconds(), 1.0)
    for entry in entries:
        if entry.utc:
            points.setdefault(entry.outlet, []).append((entry.utc - start).total_seconds() / length)
    busiest = sorted(points, key=lambda outlet: (-len(points[outlet]), outlet))[:_MOST_LANES]
    return [
        Lane(
            tuple(round(_LEFT + 12 + point * (_RIGHT - _LEFT - 24)) for point in points[outlet]),
            _COLOURS[index.marks[outlet].colour],
        )
        for outlet in points
        if outlet in busiest
    ]


def _card(index: Indexes, headline: str, facts: str, lanes: Sequence[Lane]) -> bytes:
    image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH * _SCALE, 14 * _SCALE), fill=_INK)
    _write(draw, 62, _drawable(index.settings.site.title), 34, _GREY)
    _write(draw, 120, headline, 84, _INK)
    _write(draw, 226, facts, 38, _GREY)
    for place, lane in enumerate(lanes):
        _draw_lane(draw, _LANES_TOP + (place + 0.5) * (_LANES_END - _LANES_TOP) / max(len(lanes), 3), lane)
    small = image.reduce(_SCALE).quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    file = io.BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw_lane(draw: ImageDraw.ImageDraw, y: float, lane: Lane) -> None:
    draw.line((_LEFT * _SCALE, y * _SCALE, _RIGHT * _SCALE, y * _SCALE), fill=_RULE, width=2 * _SCALE)
    for x in lane.marks:
        draw.ellipse(
            ((x - 8) * _SCALE, (y - 8) * _SCALE, (x + 8) * _SCALE, (y + 8) * _SCALE),
            fill=lane.colour,
            outline=_PAPER,
            width=2 * _SCALE,
        )


def _write(draw: ImageDraw.ImageDraw, top: int, text: str, size: int, colour: str) -> None:
    """``text`` on one line, smaller where it would not fit."""
    font = ImageFont.load_default(size * _SCALE)
    room = (_RIGHT - _LEFT) * _SCALE
    width = draw.textlength(text, font)
    if width > room:
        font = ImageFont.load_default(max(16 * _SCALE, size * _SCALE * room / width))
    draw.text((_LEFT * _SCALE, top * _SCALE), text, colour, font)


def _drawable(text: str) -> str:
    """``text`` where the font has all its letters; else nothing rather than boxes.

    It has those of ASCII and curly quotation marks; dashes, ellipses and fixed spaces are drawn as what comes nearest.
    """
    words = plain(text).translate(_NEAREST)
    return words if words.translate(_CURLY).isascii() else ""
