"""How two entries about one happening relate: copied, updated, from one source, or separate reports.

The rules, in this order (the first that holds names the relation):

* ``copy``: one prints the wording of the other;
* ``updates``: the later report tells of a change that the earlier does not know, or is the same
  outlet's next; an outlet that corrects only itself updates nobody else;
* ``shares_source``: both rest on one agency, paper or broadcaster;
* ``corroborates``: whatever is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.linking.account import Account, account_of
from generator.linking.changes import COUNTS
from generator.linking.copies import is_copy
from generator.linking.credits import credits_outlet, mentioned, shared
from generator.linking.figures import differences
from generator.linking.figures.likeness import agree
from generator.linking.progress import progress
from generator.model import Entry, FigureDifference, Relation


@dataclass(frozen=True, slots=True)
class Description:
    """How two entries relate, the figures they give differently, the source they share, and why in words.

    ``turned`` tells that of two entries whose order no clock settles the first tells of a change that
    the second does not know: the second is the earlier, and ``figures`` are given in that order.
    """

    relation: Relation
    figures: tuple[FigureDifference, ...]
    credits: tuple[str, ...]
    why: str
    turned: bool = False


def describe(a: Entry, b: Entry, agencies: Sequence[str] = ()) -> Description:
    """How two entries relate that are judged to report the same happening; ``a`` is the earlier."""
    return describe_accounts(account_of(a, agencies), account_of(b, agencies))


def describe_accounts(a: Account, b: Account) -> Description:
    """As :func:`describe`, for entries that were read before: what a linker of many pairs calls."""
    found = _described(a, b)
    if _order_is_known(a.entry, b.entry) or _says_why(a, b, found):
        return found
    backward = _described(b, a)
    return replace(backward, turned=True) if _says_why(b, a, backward) else found


def _described(a: Account, b: Account) -> Description:
    figures = differences(a.figures, b.figures)
    credits = _shared_credits(a, b)
    relation, why = _relation(a, b, figures, credits)
    return Description(relation, figures, credits, why)


def _order_is_known(a: Entry, b: Entry) -> bool:
    if a.utc is not None and b.utc is not None:
        return True
    return a.date is not None and b.date is not None and a.date != b.date


def _says_why(a: Account, b: Account, found: Description) -> bool:
    """Whether the words of ``b`` show it to be the later, not merely the outlet they share."""
    if found.relation is Relation.COPY:
        return True
    return found.relation is Relation.UPDATES and bool(_change(a, b, found.figures))


def _relation(
    a: Account, b: Account, figures: tuple[FigureDifference, ...], credits: tuple[str, ...]
) -> tuple[Relation, str]:
    if is_copy(a.wording, b.wording):
        return Relation.COPY, "most of the shorter text stands in the longer word for word"
    update = _update(a, b, figures)
    if update:
        return Relation.UPDATES, update
    if credits:
        return Relation.SHARES_SOURCE, f"both credit {', '.join(credits)}"
    return Relation.CORROBORATES, "different outlets, and no shared origin was found"


def _shared_credits(a: Account, b: Account) -> tuple[str, ...]:
    if not a.credits and not b.credits:
        return ()
    if credits_outlet(b.credits, a.entry.outlet):
        return (a.entry.outlet,)
    if credits_outlet(a.credits, b.entry.outlet):
        return (b.entry.outlet,)
    return (
        shared(a.credits, b.credits)
        or mentioned(a.credits, b.text, b.entry.outlet)
        or mentioned(b.credits, a.text, a.entry.outlet)
    )


def _update(a: Account, b: Account, figures: tuple[FigureDifference, ...]) -> str:
    """Why the later account updates the earlier, in words; empty if it does not."""
    if a.entry.outlet == b.entry.outlet:
        return "the same outlet reports it again later"
    return _change(a, b, figures)


def _change(a: Account, b: Account, figures: tuple[FigureDifference, ...]) -> str:
    """What of the words and figures of ``b`` shows that it carries ``a`` on; empty for nothing."""
    if b.changes.own:
        return "it takes back a figure that the earlier one gives" if _rights(a, b) else ""
    if _gives_the_same_count(a, b, figures):
        return ""
    if _rights(a, b):
        return "it sets aside a figure that the earlier one gives"
    found = progress(a, b, figures)
    if not found.is_change:
        return ""
    return (
        f"the later one says “{found.phrase}”"
        if found.phrase
        else "it comes well after the earlier one, of something that runs on"
    )


def _rights(a: Account, b: Account) -> bool:
    """Whether the figure that ``b`` takes back is one that ``a`` gives."""
    taken_back = [figure for figure in b.figures if figure.former]
    return any(
        mine.is_current and agree(mine, theirs)
        for mine in a.figures
        for theirs in taken_back
        if mine.kind == theirs.kind
    )


def _gives_the_same_count(a: Account, b: Account, figures: tuple[FigureDifference, ...]) -> bool:
    """Both tell of the same new count: the later only repeats it."""
    if figures or not (a.changes.kinds & COUNTS and b.changes.kinds & COUNTS):
        return False
    return any(
        mine.is_current and theirs.is_current and mine.kind == theirs.kind and agree(mine, theirs)
        for mine in a.figures
        for theirs in b.figures
    )
