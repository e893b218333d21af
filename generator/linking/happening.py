"""Whether two accounts can be of one happening, or whether something speaks against it.

Shared vocabulary makes two reports alike; who did what to whom, where and when makes them the same.
This module looks for what contradicts: another place on another day, a roundup that only mentions, a
lead that brings what lies beside the happening (a reaction, an inquiry, what came out later).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from generator.linking.account import Account, account_of
from generator.linking.credits import shared
from generator.linking.places import share_a_place
from generator.model import Entry

DOUBT = 1.5
"""Log odds that an objection is worth, measured on invented liveblogs of 30 events."""

_STORY_DAYS = 14
_SLACK = 1
_MATTERS = {
    "reaction": "what others say of it",
    "apology": "an apology",
    "inquiry": "the search for its cause",
    "revelation": "what came out about its background",
    "law": "a step at law",
    "markets": "its cost",
    "forces": "help that is sent",
    "aftershock": "an aftershock",
    "challenge": "a challenge to its result",
    "forecast": "what is expected",
    "schedule": "a change of schedule",
    "single": "the fate of one person",
    "closure": "what stays closed",
    "profile": "a portrait",
}


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
        return Judgement(Verdict.NONE, f"they lie {round(apart)} days apart")
    if apart is not None and apart >= 1 and a.places and b.places and not share_a_place(a.places, b.places):
        return Judgement(Verdict.NONE, "they lie a day or more apart and name different places")
    for one in (a, b):
        if one.roundup:
            return Judgement(Verdict.RELATED, f"one is a roundup (“{one.roundup}”) that mentions it")
    return _beside(a, b)


def doubt(a: Account, b: Account) -> float:
    """What the judgement takes off the log odds of one happening; 0 where nothing speaks against it.

    It lowers a chance and forbids nothing: what is plainly alike stays together even if one desk leads
    with what others say of it.
    """
    return 0.0 if judge(a, b).verdict is Verdict.OPEN else DOUBT


def _beside(a: Account, b: Account) -> Judgement:
    """Against: only one brings a reaction, an inquiry…, or each another; unless a source or a quotation joins them."""
    if a.beside == b.beside or a.beside & b.beside or a.quoted & b.quoted or shared(a.credits, b.credits):
        return Judgement(Verdict.OPEN)
    matter = min(a.beside ^ b.beside)
    return Judgement(Verdict.RELATED, f"only one of them leads with {_MATTERS.get(matter, matter)}")


def _days_apart(a: Entry, b: Entry) -> float | None:
    """Days between them, by the clock where both have one; None where a day is unknown."""
    if a.utc is not None and b.utc is not None:
        return abs(b.utc - a.utc) / timedelta(days=1)
    if a.date is None or b.date is None:
        return None
    return max(0, abs((b.date - a.date).days) - _SLACK)
