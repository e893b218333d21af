"""Times written with a hyphen (``01-40``) at the fronts of lines, as pages in Cyrillic letters print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.reading.clock import hyphened
from generator.reading.text.fronts import Front
from generator.reading.text.page import Piece

_LEAST = 3
_TRUST = 0.8
_REST = re.compile(r"[\s:;,.–-]{0,4}(?=[«\"“]?[Ѐ-ӿ])")


def hyphened_fronts(pieces: Sequence[Piece]) -> dict[str, Front]:
    """The lines that open with such a time, by their words; none unless at least three keep one order."""
    found = {piece.text: front for piece in pieces if (front := _front(piece.text))}
    times = [front.moment.minutes or 0 for front in found.values()]
    ordered = all(a <= b for a, b in pairwise(times)) or all(a >= b for a, b in pairwise(times))
    return found if len(set(times)) >= _LEAST and ordered else {}


def _front(text: str) -> Front | None:
    moment = hyphened(text)
    rest = _REST.match(text, moment.end) if moment else None
    return Front("lead", moment, moment.text, text[rest.end() :], None, _TRUST) if moment and rest else None
