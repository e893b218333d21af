"""Times whose am or pm is printed once, or only on some entries: settled by the entries around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.reading.moment import Moment

_DAY = 24 * 60
_NOTE = "am or pm is not printed with it; read as {} by the entries around it"


def settle_halves(moments: Sequence[Moment | None]) -> list[tuple[Moment | None, str | None]]:
    """Each moment with its half of the day, and a note where that is not printed.

    Only on pages that print am or pm at all: elsewhere hours are those of the 24-hour clock.
    """
    result: list[tuple[Moment | None, str | None]] = [(moment, None) for moment in moments]
    halved = [m for m in moments if m and m.half]
    if not halved or not any(_open(moment) for moment in moments):
        return result
    known = [(i, m.minutes) for i, m in enumerate(moments) if m and m.half and m.minutes is not None]
    for index, moment in enumerate(moments):
        if not _open(moment) or moment is None or not known:
            continue
        near = min(known, key=lambda item: (abs(item[0] - index), item[0]))[1]
        chosen = min((replace(moment, half=half) for half in ("am", "pm")), key=lambda m: _apart(m.minutes or 0, near))
        result[index] = (chosen, _NOTE.format(chosen.half))
        known.append((index, chosen.minutes or 0))
    return result


def _open(moment: Moment | None) -> bool:
    return bool(moment and moment.half is None and moment.hour is not None and 1 <= moment.hour <= 12)


def _apart(a: int, b: int) -> int:
    return abs((a - b + _DAY // 2) % _DAY - _DAY // 2)
