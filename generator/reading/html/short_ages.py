"""Ages that are printed without a word such as "ago": ``3m``, ``49 min``, ``2h``."""

from __future__ import annotations

from generator.reading.ages import age_at
from generator.reading.moment import Moment, Style
from generator.reading.words import fold

_LONGEST = 12


def short_age(text: str) -> Moment | None:
    """The age that ``text`` is, if it is a number and a unit and nothing else."""
    if len(text) > _LONGEST or not text[:1].isdigit() or not any(sign.isalpha() for sign in text):
        return None
    said = f"{fold(text)} ago"
    found = age_at(said, 0)
    if found is None or found[1] != len(said):
        return None
    return Moment(0, len(text), text, Style.AGE, age=found[0])
