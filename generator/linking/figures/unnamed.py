"""A bare number beside a report that says what the figure is of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.linking.figures.bare import PEOPLE
from generator.linking.figures.people import ANY
from generator.linking.figures.quantity import Quantity

_HELPERS = "helpers"
_INSIDE = frozenset({"people.held", "people.aboard"})
_POPULATIONS = frozenset({f"people.{role}" for role in ("held", "aboard", "evacuated", "infected", "attended")})
_FACTOR = 2.0
_CLEARLY_NEARER = 1.5
_NEARLY = 1.5
_LEAST_MONEY = 100
_LARGE, _FACTOR_LARGE = 1000, 3.0
_SMALL = 12


def unnamed(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The one bare number of ``mine`` with what ``theirs`` gives in its place, if that is clear and differs.

    Only how many people there were is told so; how many came to harm has a word for it.
    """
    number = _only_bare(mine)
    if number is None or any(_overlap(number, other) for other in theirs):
        return None
    told = {quantity.kind for quantity in mine}
    near = sorted(_candidates(number, theirs, told), key=lambda other: _ratio(number, other))
    if not near:
        return None
    rivals = [other for other in near if other.kind != near[0].kind]
    if rivals and _ratio(number, rivals[0]) < _CLEARLY_NEARER * _ratio(number, near[0]):
        return None
    return number, near[0]


def both_bare(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """Two bare numbers, each the only one of its text, that are near enough to be of the same people."""
    one, two = _only_bare(mine), _only_bare(theirs)
    if one is None or two is None or not (_is_people(one) or _is_people(two)) or _overlap(one, two):
        return None
    return (one, two) if _ratio(one, two) <= (_FACTOR_LARGE if one.low >= _LARGE else _NEARLY) else None


def inside(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """How many are in a place, told by one as those aboard and by the other as those trapped."""
    one, two = _only_inside(mine), _only_inside(theirs)
    if one is None or two is None or one.kind == two.kind or _overlap(one, two) or _ratio(one, two) > _NEARLY:
        return None
    return one, two


def _only_inside(quantities: Sequence[Quantity]) -> Quantity | None:
    found = [quantity for quantity in quantities if quantity.kind in _INSIDE and quantity.is_current]
    return found[0] if len({(quantity.kind, quantity.low) for quantity in found}) == 1 else None


def _only_bare(quantities: Sequence[Quantity]) -> Quantity | None:
    if any(quantity.is_people and quantity.kind != ANY for quantity in quantities):
        return None
    bare = [quantity for quantity in quantities if _is_open(quantity, quantities)]
    return bare[0] if len({quantity.low for quantity in bare}) == 1 else None


def _is_open(quantity: Quantity, among: Sequence[Quantity]) -> bool:
    """``four of them`` is a part only where the whole is told of too."""
    if not (quantity.is_bare or quantity.kind == ANY) or quantity.former or quantity.background:
        return False
    if quantity.noun == _HELPERS or not (_is_people(quantity) or quantity.low > _SMALL):
        return False
    return not (quantity.part and any(_is_people(other) for other in among if other is not quantity))


def _is_people(quantity: Quantity) -> bool:
    return quantity.is_people or quantity.kind == PEOPLE


def _candidates(number: Quantity, theirs: Sequence[Quantity], told: set[str]) -> Iterator[Quantity]:
    for other in theirs:
        if other.is_current and other.kind not in told and _fits(number, other) and _ratio(number, other) <= _FACTOR:
            yield other


def _fits(number: Quantity, other: Quantity) -> bool:
    if _is_people(number):
        same = number.noun is None or other.noun is None or number.noun == other.noun
        return same and other.kind in _POPULATIONS
    if other.kind.startswith("money."):
        return number.low >= _LEAST_MONEY and bool(number.anchors & other.anchors)
    return other.is_count or other.kind in _POPULATIONS


def _overlap(a: Quantity, b: Quantity) -> bool:
    return a.low <= b.high and b.low <= a.high


def _ratio(a: Quantity, b: Quantity) -> float:
    return max(a.low, b.low) / max(min(a.low, b.low), 1e-9)
