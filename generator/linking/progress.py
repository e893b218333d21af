"""Whether a later account carries the happening on, or reports the same state of it once more.

What counts: words that something changed, which the earlier account does not have; the next stage
named; and the time between the two, since rival desks report one state of things within the hour.
What somebody announced stays the same however late a desk reports it; there time alone is no sign.
The weights are log odds, fitted on invented events and rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from generator.linking.account import Account
from generator.linking.changes import COUNTS
from generator.linking.terms import fold, stem
from generator.model import FigureDifference

_BASE = -4.0
_OUTRIGHT, _OUTRIGHT_MORE, _STAGE, _COUNT_CHANGED = 2.2, 1.0, 1.7, 1.0
_WAITED = ((20, 1.0), (45, 1.35), (75, 1.0), (120, 1.75), (240, 0.75))
_UNKNOWN_WAIT = 60
_NEXT_DAY = 600
_SAME_NEWS = -3.0
_SAME_LEAD = 0.7
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Progress:
    """What speaks for a change: the words of the later account, and the log odds they and the time give."""

    odds: float
    phrase: str

    @property
    def is_change(self) -> bool:
        return self.odds > 0


def progress(a: Account, b: Account, figures: tuple[FigureDifference, ...]) -> Progress:
    """How much speaks for ``b``, the later, telling of a change that ``a`` does not know."""
    outright = _new(a, b.changes.outright, bool(figures))
    stages = _new(a, b.changes.stages, False)
    waited = _minutes_between(a, b)
    odds = _BASE + sum(weight for minutes, weight in _WAITED if waited > minutes)
    odds += _OUTRIGHT * bool(outright) + _OUTRIGHT_MORE * (len(outright) > 1) + _STAGE * bool(stages)
    odds += _COUNT_CHANGED * (bool(figures) and any(kind in COUNTS for kind, _ in b.changes.outright))
    if odds <= 0:
        return Progress(odds, "")
    if not outright and (_same_lead(a, b) or a.quoted & b.quoted):
        odds += _SAME_NEWS
    signs = [*outright, *stages] or [phrase for _, phrase in (*b.changes.outright, *b.changes.stages)]
    if not signs and not figures and (_same_lead(a, b) or a.is_statement or b.is_statement):
        return Progress(_BASE, "")
    return Progress(odds, signs[0] if signs else "")


def _new(a: Account, changes: Iterable[tuple[str, str]], figures_differ: bool) -> list[str]:
    """The words for kinds of change that ``a`` does not speak of; counts are new as often as they differ."""
    known = a.changes.kinds
    return [phrase for kind, phrase in changes if kind not in known or (kind in COUNTS and figures_differ)]


def _minutes_between(a: Account, b: Account) -> float:
    one, two = a.entry.utc, b.entry.utc
    if isinstance(one, datetime) and isinstance(two, datetime):
        return (two - one) / timedelta(minutes=1)
    if a.entry.date and b.entry.date and a.entry.date != b.entry.date:
        return _NEXT_DAY
    return _UNKNOWN_WAIT


def _same_lead(a: Account, b: Account) -> bool:
    """Whether headline or first sentence say the same in nearly the same words."""
    one, two = _stems(a.lead), _stems(b.lead)
    return len(one & two) > _SAME_LEAD * max(1, min(len(one), len(two)))


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in _WORD.findall(text))
