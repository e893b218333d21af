"""Where two accounts give the same quantity differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.linking.figures.people import ANY
from generator.linking.figures.quantity import Quantity
from generator.linking.figures.unnamed import both_bare, inside, unnamed
from generator.model import FigureDifference

_CONVERSION = 0.06
_SELDOM = frozenset({"mass", "volume", "area", "speed", "temperature", "power"})
_SAME_PERSON_YEARS = 5
_ENOUGH_AFFINITY = 2
_ADDING_UP = frozenset(
    f"people.{role}" for role in ("killed", "injured", "rescued", "freed", "evacuated", "arrested", "infected")
)
_LARGE, _LARGE_FACTOR = 1000, 3.0
_FACTOR, _COUNT_FACTOR, _BARE_FACTOR, _DURATION_FACTOR = 20, 5, 1.5, 2


def differences(a: Sequence[Quantity], b: Sequence[Quantity]) -> tuple[FigureDifference, ...]:
    """The quantities that ``a`` and ``b`` both give, with values that cannot both be right, in order of ``a``."""
    if not a or not b:
        return ()
    mine, theirs = _by_kind(a), _by_kind(b)
    pairs: list[tuple[Quantity, Quantity]] = []
    for kind in mine:
        if kind in theirs:
            pairs += _differing(kind, mine[kind], theirs[kind])
    pairs = pairs or [*_set_aside(a, b), *_unnamed(a, b)][:1]
    return tuple(
        FigureDifference(what=two.what if one.is_bare else one.what, a=one.printed, b=two.printed) for one, two in pairs
    )


def _set_aside(a: Sequence[Quantity], b: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """What one gives and the other names only to replace it: ``1.9 million, not 2.4``."""
    for mine in a:
        if mine.is_current and (instead := _instead(mine, b)):
            yield mine, instead
    for theirs in b:
        if theirs.is_current and (instead := _instead(theirs, a)):
            yield instead, theirs


def _instead(given: Quantity, among: Sequence[Quantity]) -> Quantity | None:
    """The one value among those of another text that stands for the ``given`` one, which that text takes back."""
    taken_back = {other.kind for other in among if other.former and _same_value(given, other)}
    current = [other for other in among if other.is_current and other.kind in taken_back and not agree(given, other)]
    return current[0] if len({other.low for other in current}) == 1 else None


def _same_value(given: Quantity, former: Quantity) -> bool:
    return (given.kind == former.kind or former.is_bare) and agree(given, former)


def _unnamed(a: Sequence[Quantity], b: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    if found := unnamed(a, b):
        yield found
    elif found := unnamed(b, a):
        yield found[1], found[0]
    elif found := inside(a, b) or both_bare(a, b):
        yield found


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be right: equal, overlapping, or the same but for the unit."""
    if a.low <= b.high and b.low <= a.high:
        return True
    return a.unit != b.unit and abs(a.low - b.low) <= _CONVERSION * max(a.low, b.low)


def _by_kind(quantities: Sequence[Quantity]) -> dict[str, list[Quantity]]:
    """What may be compared, by kind: a part (``six of them in hospital``) only where no whole of its kind is given."""
    kinds: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if not (quantity.former or quantity.background or quantity.is_bare):
            kinds.setdefault(quantity.kind, []).append(quantity)
    return {kind: [quantity for quantity in found if not quantity.part] or found for kind, found in kinds.items()}


def _differing(kind: str, mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    if kind == ANY:
        yield from _named(mine, theirs)
    elif kind.startswith("people."):
        yield from _people(kind, mine, theirs)
    elif kind in ("magnitude", "age"):
        yield from _single(mine, theirs)
    else:
        yield from _matched(kind, mine, theirs)


def _people(kind: str, mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The leading counts of the same people in both, unless any of them agree."""
    if any(agree(a, b) for a in mine for b in theirs):
        return
    for a in _leading(kind, mine):
        b = next((b for b in _leading(kind, theirs) if _same_people(a, b)), None)
        if b is not None:
            yield a, b
            return


def _leading(kind: str, counts: Sequence[Quantity]) -> list[Quantity]:
    """The total first where counts add up (``six more, nine in all``), else in the order of the text."""
    return sorted(counts, key=lambda count: -count.high) if kind in _ADDING_UP else list(counts)


def _same_people(a: Quantity, b: Quantity) -> bool:
    return a.noun is None or b.noun is None or a.noun == b.noun


def _named(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """People of whom no more is said than who they are: the same noun, once in each, near in number."""
    for a in mine:
        same = [b for b in theirs if b.what == a.what] or ([*theirs] if len(mine) == len(theirs) == 1 else [])
        once = len(same) == 1 and sum(other.what == a.what for other in mine) == 1
        if once and _same_people(a, same[0]) and not agree(a, same[0]) and _within(a, same[0], _named_factor(a)):
            yield a, same[0]


def _named_factor(count: Quantity) -> float:
    return _LARGE_FACTOR if count.low >= _LARGE else _BARE_FACTOR


def _single(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Quantities of which a happening has one: compared only where either text gives one value."""
    if len({q.low for q in mine}) > 1 or len({q.low for q in theirs}) > 1 or agree(mine[0], theirs[0]):
        return
    a, b = mine[0], theirs[0]
    if a.kind != "age" or abs(a.low - b.low) <= _SAME_PERSON_YEARS:
        yield a, b


def _matched(kind: str, mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Measures of the same thing, best match first; one that agrees with any on the other side is settled."""
    if kind == "percent":
        mine, theirs = _one_of_a_sort(mine), _one_of_a_sort(theirs)
    open_a = [a for a in mine if not any(agree(a, b) for b in theirs)]
    open_b = [b for b in theirs if not any(agree(a, b) for a in mine)]
    near = [(i, j) for i, a in enumerate(open_a) for j, b in enumerate(open_b) if _within_reach(a, b)]
    rows, columns = Counter(i for i, _ in near), Counter(j for _, j in near)
    ranked = sorted((-_affinity(open_a[i], open_b[j], rows[i] == columns[j] == 1), i, j) for i, j in near)
    used_a: set[int] = set()
    used_b: set[int] = set()
    for minus, i, j in ranked:
        if -minus >= _ENOUGH_AFFINITY and i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            yield open_a[i], open_b[j]


def _one_of_a_sort(shares: Sequence[Quantity]) -> list[Quantity]:
    """Shares of which nothing tells one from another, as those of parties in a count, are left out."""
    sorts = Counter(share.aspect for share in shares)
    return [share for share in shares if sorts[share.aspect] == 1]


def _affinity(a: Quantity, b: Quantity, alone: bool) -> int:
    """How much speaks for the same thing being measured: its aspect, words around it, that there is no other."""
    common = len((a.anchors & b.anchors) - {a.noun})
    if alone and (a.kind in _SELDOM or (a.kind.startswith("money.") and common)):
        return _ENOUGH_AFFINITY
    if a.aspect != b.aspect and a.aspect and b.aspect:
        return 0
    if alone and a.kind == "duration" and a.unit == b.unit and _within(a, b, _DURATION_FACTOR):
        return _ENOUGH_AFFINITY
    if a.is_count and a.aspect == b.aspect and (alone or a.aspect):
        return _ENOUGH_AFFINITY + common
    if a.aspect and a.aspect == b.aspect:
        return _ENOUGH_AFFINITY + common if common or alone else 0
    return common if a.is_count or (alone and a.kind != "percent") else common // 2


def _within_reach(a: Quantity, b: Quantity) -> bool:
    """Two reports of one quantity differ, but not by orders of magnitude."""
    return _within(a, b, _COUNT_FACTOR if a.is_count or a.kind == "percent" else _FACTOR)


def _within(a: Quantity, b: Quantity, factor: float) -> bool:
    return max(a.low, b.low) <= factor * max(min(a.low, b.low), 1e-9)
