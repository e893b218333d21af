"""Where two accounts give the same quantity differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.linking.figures.quantities import Quantity
from generator.model import FigureDifference

_CONVERSION = 0.06
_DIRECT = frozenset({"magnitude", "age", "score"})


def differences(a: Sequence[Quantity], b: Sequence[Quantity]) -> tuple[FigureDifference, ...]:
    """The quantities that ``a`` and ``b`` both give, with values that cannot both be right, in order of ``a``."""
    theirs = _by_kind(b)
    found = []
    for kind, mine in _by_kind(a).items():
        if kind in theirs:
            found += _differing(kind, mine, theirs[kind])
    return tuple(found)


def _by_kind(quantities: Sequence[Quantity]) -> dict[str, list[Quantity]]:
    kinds: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.is_current:
            kinds.setdefault(quantity.kind, []).append(quantity)
    return kinds


def _differing(kind: str, mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[FigureDifference]:
    if any(agree(a, b) for a in mine for b in theirs):
        return
    a, b = mine[0], theirs[0]
    if not comparable(a, b) or not _is_alone(mine) or not _is_alone(theirs):
        return
    yield FigureDifference(what=a.what, a=a.printed, b=b.printed)


def _is_alone(quantities: Sequence[Quantity]) -> bool:
    kind = quantities[0].kind
    return kind.startswith("people.") or len({(q.low, q.high) for q in quantities}) == 1


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities of one kind are said of the same thing."""
    if a.kind in _DIRECT or a.kind.startswith("people."):
        return True
    if a.kind.startswith("count."):
        return True
    if a.aspects & b.aspects:
        return True
    return len(a.anchors & b.anchors) >= 2


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be right: equal, overlapping, or the same but for the unit."""
    if a.low <= b.high and b.low <= a.high:
        return True
    if a.kind in ("length", "area", "speed", "volume", "mass") and a.printed.split()[-1] != b.printed.split()[-1]:
        return abs(a.low - b.low) <= _CONVERSION * max(a.low, b.low)
    return False
