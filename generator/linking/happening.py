"""Whether two accounts can be of one happening, or whether something speaks against it.

Shared vocabulary makes two reports alike; who did what to whom, where and when makes them the same.
This module looks for what contradicts: another day, a roundup that only mentions, another figure
of the same fixed quantity.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from generator.linking.account import Account, account_of
from generator.model import Entry

_STORY_DAYS = 14


class Verdict(StrEnum):
    """``OPEN``: nothing was found that speaks against it."""

    OPEN = "open"
    RELATED = "related"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What speaks against one happening, in words; ``why`` is empty where the verdict is open."""

    verdict: Verdict
    why: str = ""


def same_happening(a: Entry, b: Entry) -> Judgement:
    """Whether anything in the two entries speaks against their being about one happening."""
    return judge(account_of(a), account_of(b))


def judge(a: Account, b: Account) -> Judgement:
    """As :func:`same_happening`, for entries that were read before."""
    apart = _days_apart(a.entry, b.entry)
    if apart is not None and apart > _STORY_DAYS:
        return Judgement(Verdict.NONE, f"they lie {apart} days apart")
    for one in (a, b):
        if one.roundup:
            return Judgement(Verdict.RELATED, f"one is a roundup (“{one.roundup}”) that mentions it")
    return Judgement(Verdict.OPEN)


def _days_apart(a: Entry, b: Entry) -> int | None:
    days = [_day(entry) for entry in (a, b)]
    return None if days[0] is None or days[1] is None else abs((days[0] - days[1]).days)


def _day(entry: Entry) -> date | None:
    return entry.date or (entry.utc.date() if isinstance(entry.utc, datetime) else None)
