"""Ages that are printed without a word such as "ago" (``3m``, ``49 min``, ``2h``), and lengths, which are none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from generator.reading.ages import age_at
from generator.reading.moment import Moment, Style
from generator.reading.words import fold

_LONGEST = 12
_LONGEST_LINE = 200
_MOST_TURNS = 0.1
_LENGTH = re.compile(r"0?(\d{1,2}):0?(\d{1,2})")


def short_age(text: str) -> Moment | None:
    """The age that ``text`` is, if it is a number and a unit and nothing else."""
    if len(text) > _LONGEST or not text[:1].isdigit() or not any(sign.isalpha() for sign in text):
        return None
    said = f"{fold(text)} ago"
    found = age_at(said, 0)
    if found is None or found[1] != len(said):
        return None
    return Moment(0, len(text), text, Style.AGE, age=found[0])


def run_one_way(ages: Sequence[int]) -> bool:
    """Whether these ages get only higher or only lower, but for a few."""
    up = sum(1 for a, b in itertools.pairwise(ages) if b > a)
    down = sum(1 for a, b in itertools.pairwise(ages) if b < a)
    return min(up, down) <= _MOST_TURNS * (len(ages) - 1)


def is_length(text: str, line: str) -> bool:
    """Whether ``text`` is the length of a clip: its line says in words, too, how many minutes and seconds it has."""
    found = _LENGTH.fullmatch(text)
    if not found or len(line) > _LONGEST_LINE:
        return False
    minutes = "" if found[1] == "0" else rf"{found[1]}\s?[^\W\d_]{{1,12}}\.?,?\s"
    return bool(re.search(rf"(?<!\d){minutes}{found[2]}\s?[^\W\d_]{{1,12}}", line))
