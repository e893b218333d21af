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

OBJECTION, CONTRADICTION = 1.5, 4.0
"""Log odds that what speaks against one happening is worth; measured on invented liveblogs of 30 events."""

STORY_DAYS = 14
SLACK_DAYS = 1
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
    """What speaks against one happening, in words, and the log odds it is worth; nothing where it is open."""

    verdict: Verdict
    why: str = ""
    odds: float = 0.0


def same_happening(a: Entry, b: Entry) -> Judgement:
    """Whether anything in the two entries speaks against their being about one happening."""
    return judge(account_of(a), account_of(b))


def judge(a: Account, b: Account) -> Judgement:
    """As :func:`same_happening`, for entries that were read before."""
    contradiction = _elsewhere(a, b)
    if contradiction:
        return Judgement(Verdict.NONE, contradiction, CONTRADICTION)
    if _is_unordered_page(a, b):
        why = "they are two posts of a page that prints no times, and neither says that something changed"
        return Judgement(Verdict.RELATED, why, CONTRADICTION)
    objection = _mentions(a, b) or _other_speakers(a, b) or _beside(a, b)
    return Judgement(Verdict.RELATED, objection, OBJECTION) if objection else Judgement(Verdict.OPEN)


def _elsewhere(a: Account, b: Account) -> str:
    apart = _days_apart(a.entry, b.entry)
    if apart is not None and apart > STORY_DAYS:
        return f"they lie {round(apart)} days apart"
    if apart is not None and apart >= 1 and a.places and b.places and not share_a_place(a.places, b.places):
        return "they lie a day or more apart and name different places"
    return ""


def _is_unordered_page(a: Account, b: Account) -> bool:
    one_page = a.entry.document == b.entry.document and a.entry.utc is None and b.entry.utc is None
    return one_page and not (a.changes.outright or b.changes.outright)


def _mentions(a: Account, b: Account) -> str:
    summing = next((one for one in (a, b) if one.roundup), None)
    return f"one is a roundup (“{summing.roundup}”) that mentions it" if summing else ""


def _other_speakers(a: Account, b: Account) -> str:
    """Against: both leads are statements, of speakers neither of whom the other lead names."""
    if a.speaker is None or b.speaker is None or a.quoted & b.quoted:
        return ""
    if a.speaker in b.lead.lower() or b.speaker in a.lead.lower():
        return ""
    first, second = sorted((a.speaker, b.speaker))
    return f"one leads with what {first} says, the other with what {second} says"


def _beside(a: Account, b: Account) -> str:
    """Against: only one brings a reaction, an inquiry…, or each another; unless a source or a quotation joins them."""
    if a.beside == b.beside or a.beside & b.beside or a.quoted & b.quoted or shared(a.credits, b.credits):
        return ""
    matter = min(a.beside ^ b.beside)
    return f"only one of them leads with {_MATTERS.get(matter, matter)}"


def _days_apart(a: Entry, b: Entry) -> float | None:
    """Days between them, by the clock where both have one; None where a day is unknown."""
    if a.utc is not None and b.utc is not None:
        return abs(b.utc - a.utc) / timedelta(days=1)
    if a.date is None or b.date is None:
        return None
    return max(0, abs((b.date - a.date).days) - SLACK_DAYS)
