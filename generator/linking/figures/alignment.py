"""Where two accounts give the same quantity differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.linking.figures.likeness import agree, apart, comparable, odds_of, of_one_sort, same_noun
from generator.linking.figures.people import ANY
from generator.linking.figures.quantity import Quantity
from generator.linking.figures.votes import KIND as VOTES
from generator.linking.figures.weights import WEIGHTS
from generator.model import FigureDifference

_ADDING_UP = frozenset(
    f"people.{role}" for role in ("killed", "injured", "rescued", "freed", "evacuated", "arrested", "infected")
)
_MANY = frozenset({ANY, VOTES})
_FARTHEST = 3.1
_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figure ``i`` of what one account gives beside ``j`` of the other.

    ``alone``: neither has another to be compared with; ``instead``: an account gives one in place of the other.
    """

    i: int
    j: int
    a: Quantity
    b: Quantity
    alone: bool
    instead: bool


def differences(
    a: Sequence[Quantity], b: Sequence[Quantity], weights: Mapping[str, float] = WEIGHTS
) -> tuple[FigureDifference, ...]:
    """The quantities that ``a`` and ``b`` both give, with values that cannot both be right, in order of ``a``."""
    if not a or not b:
        return ()
    rows = sorted(_likeliest(comparisons(a, b), weights), key=lambda row: (row.i, row.j))
    return tuple(_row(row.a, row.b) for row in rows)


def _likeliest(compared: Iterable[Comparison], weights: Mapping[str, float]) -> Iterator[Comparison]:
    """Those that are likely enough, the likeliest first, each figure once."""
    odds = [(-odds_of(each.a, each.b, each.alone, each.instead, weights), each.i, each.j, each) for each in compared]
    used_i: set[int] = set()
    used_j: set[int] = set()
    for minus, i, j, each in sorted(odds, key=lambda row: row[:3]):
        if -minus >= _ENOUGH and i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            yield each


def _row(one: Quantity, two: Quantity) -> FigureDifference:
    named = two if one.is_bare or (one.kind == ANY and not two.is_bare) else one
    return FigureDifference(what=named.what, a=one.printed, b=two.printed)


def _given(quantities: Sequence[Quantity]) -> list[Quantity]:
    """What may be compared: a part (``six of them in hospital``) only where no whole of its kind is given,
    of counts that add up (``six more, nine in all``) the largest.
    """
    kinds: dict[str, list[Quantity]] = {}
    for quantity, before in zip(quantities, (None, *quantities), strict=False):
        if before is not None and _is_same_in_another_unit(quantity, before):
            continue
        if not (quantity.former or quantity.background or (quantity.added and quantity.is_people)):
            kinds.setdefault(quantity.kind, []).append(quantity)
    return [given for kind, found in kinds.items() for given in _wholes(kind, list(_once(found)))]


def _once(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """What headline and text both give stands once, as the one that tells more of it."""
    told: dict[tuple[float, float, bool], Quantity] = {}
    for quantity in found:
        key = (quantity.low, quantity.high, quantity.part)
        known = told.get(key)
        if known is None or not same_noun(known, quantity) or _tells_more(quantity, known):
            told[key] = quantity
    yield from told.values()


def _tells_more(one: Quantity, two: Quantity) -> bool:
    return (bool(one.aspect), bool(one.noun), len(one.anchors)) > (bool(two.aspect), bool(two.noun), len(two.anchors))


def _is_same_in_another_unit(quantity: Quantity, before: Quantity) -> bool:
    """``9 km (30,000 feet)``."""
    return quantity.kind == before.kind and quantity.unit != before.unit and agree(quantity, before)


def _wholes(kind: str, found: Sequence[Quantity]) -> Sequence[Quantity]:
    whole = [quantity for quantity in found if not quantity.part] or found
    if kind not in _ADDING_UP or len(whole) == 1:
        return whole
    totals: list[Quantity] = []
    for quantity in sorted(whole, key=lambda each: -each.high):
        if not any(same_noun(quantity, total) for total in totals):
            totals.append(quantity)
    return totals


def _unsettled(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """What of each is not given by the other too; one agreement on what became of people settles all of its kind."""
    agreed = [(a, b) for a in mine for b in theirs if comparable(a, b) and of_one_sort(a, b) and agree(a, b)]
    kinds = {a.kind for a, b in agreed if a.kind == b.kind and a.is_people and a.kind not in _MANY and same_noun(a, b)}
    settled = {id(quantity) for pair in agreed for quantity in pair}
    return _left(mine, settled, kinds), _left(theirs, settled, kinds)


def _left(quantities: Sequence[Quantity], settled: set[int], kinds: set[str]) -> list[Quantity]:
    return [quantity for quantity in quantities if id(quantity) not in settled and quantity.kind not in kinds]


def comparisons(a: Sequence[Quantity], b: Sequence[Quantity]) -> Iterator[Comparison]:
    """Every figure of ``a`` beside every one of ``b`` that may be of the same quantity and has another value."""
    mine, theirs = _unsettled(_given(a), _given(b))
    near = [
        (i, j)
        for i, one in enumerate(mine)
        for j, two in enumerate(theirs)
        if comparable(one, two) and not agree(one, two) and apart(one, two) <= _FARTHEST
    ]
    rows, columns = Counter(i for i, _ in near), Counter(j for _, j in near)
    for i, j in near:
        one, two = mine[i], theirs[j]
        alone, instead = rows[i] == columns[j] == 1, _instead(one, two, b) or _instead(two, one, a)
        yield Comparison(i, j, one, two, alone, instead)


def _instead(one: Quantity, two: Quantity, among: Sequence[Quantity]) -> bool:
    """Whether the text that gives ``two`` ``among`` others sets ``one`` aside for it: ``1.9 million, not 2.4``."""
    at = next((place for place, other in enumerate(among) if other is two), 0)
    return any(
        other.former and _may_replace(two, other) and of_one_sort(one, other) and agree(one, other)
        for other in among[max(0, at - 1) : at + 2]
    )


def _may_replace(two: Quantity, former: Quantity) -> bool:
    return two.kind == former.kind or two.is_bare or former.is_bare or (two.is_people and former.is_people)
