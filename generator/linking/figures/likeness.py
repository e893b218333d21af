"""What speaks for two figures being of one quantity, and what against: role, thing, words around, nearness.

Two reports of one happening that give figures of one kind near in value, with no rival on either side,
mean the same quantity more often than not; another role or aspect says otherwise. What each sign is
worth is learned (:mod:`generator.linking.figures.weights`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from generator.linking.figures.people import ANY
from generator.linking.figures.quantity import Quantity
from generator.linking.figures.weights import WEIGHTS

_NEAR = (
    (0.1, "near 10"),
    (0.25, "near 25"),
    (0.5, "near 50"),
    (0.8, "near 2"),
    (1.2, "near 3"),
    (1.7, "near 5"),
    (math.inf, "far"),
)
_KIN = tuple(
    frozenset({f"people.{one}", f"people.{two}"})
    for one, two in (
        ("held", "aboard"),
        ("injured", "infected"),
        ("injured", "rescued"),
        ("killed", "rescued"),
        ("escaped", "evacuated"),
    )
)
"""Roles that may be told of the same people."""

_CLEAR_ASPECTS = {
    "depth": "depth",
    "height": "height",
    "length": "size",
    "width": "size",
    "radius": "radius",
    "rain": "rain",
    "turnout": "turnout",
    "counted": "counted",
    "share": "share",
    "favour": "share",
}
"""Aspects whose words seldom stand near a figure by chance, those that may be taken for one another alike."""

_HARM = frozenset(f"people.{role}" for role in ("killed", "injured", "missing"))
_SIGNED = ("age", "magnitude")
_CONVERSION, _FINEST, _EXACT = 0.1, 3, 1e-6
_FARTHEST_OTHERWISE, _FARTHEST_OF_OTHERS = 1.2, 0.8
_HELPERS = "helpers"
_SMALL, _LARGE = 12, 1000
NEARER = 0.3
_MOST_COMMON = 3


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be right: equal, overlapping, or the same but for the unit."""
    if a.low <= b.high and b.low <= a.high:
        return True
    return a.unit != b.unit and abs(a.low - b.low) <= _tolerance(a, b)


def _tolerance(a: Quantity, b: Quantity) -> float:
    """By how much two figures in different units may differ that were one before it was converted and rounded."""
    most = _CONVERSION * max(a.low, b.low)
    decimal = math.log10(a.unit / b.unit)
    return min(most, _grain(a) + _grain(b)) if abs(decimal - round(decimal)) < _EXACT else most


def _grain(quantity: Quantity) -> float:
    """The least difference that the printed digits can tell: 10 km for ``80 km``, 100 kg for ``1.4 tonnes``."""
    value = quantity.low / quantity.unit
    place = math.floor(math.log10(value)) if value > 0 else 0
    while value and place > -_FINEST and abs(value / 10.0**place - round(value / 10.0**place)) > _EXACT:
        place -= 1
    return float(quantity.unit * 10.0**place)


def same_noun(a: Quantity, b: Quantity) -> bool:
    """Whether nothing says that they count different people or things."""
    return a.noun is None or b.noun is None or a.noun == b.noun


def of_one_sort(a: Quantity, b: Quantity) -> bool:
    """Whether equal values mean that both say the same."""
    return a.kind == b.kind or a.is_bare or b.is_bare or (a.is_people and b.is_people)


def apart(a: Quantity, b: Quantity) -> float:
    """How far the values lie apart: the logarithm of their ratio."""
    small, large = sorted((max(a.low, 1e-9), max(b.low, 1e-9)))
    return math.log(large / small)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the two can be of one quantity: of one family, and not said to be of two sorts."""
    one, two = _family(a), _family(b)
    if a.added != b.added or _are_of_other_aspects(a, b):
        return False
    if one != two:
        return _unit_left_out(a, b) or _unit_left_out(b, a)
    if one == "count" and not same_noun(a, b) and apart(a, b) > _FARTHEST_OF_OTHERS:
        return False
    return a.kind == b.kind or one != "count" or _may_be_the_same(a, b)


def _are_of_other_aspects(a: Quantity, b: Quantity) -> bool:
    one, two = _CLEAR_ASPECTS.get(a.aspect or ""), _CLEAR_ASPECTS.get(b.aspect or "")
    return one is not None and two is not None and one != two


def _may_be_the_same(a: Quantity, b: Quantity) -> bool:
    """Whether two counts of different kinds can be of one quantity, seen differently."""
    if apart(a, b) > _FARTHEST_OTHERWISE:
        return False
    if _is_of_helpers(a) != _is_of_helpers(b):
        return False
    if a.is_bare or b.is_bare or (a.is_count and b.is_count):
        return True
    if a.is_people and b.is_people:
        return {a.kind, b.kind} in _KIN or (ANY in (a.kind, b.kind) and not _HARM & {a.kind, b.kind})
    return not _HARM & {a.kind, b.kind}


def _is_of_helpers(quantity: Quantity) -> bool:
    return quantity.noun == _HELPERS and quantity.is_people


def odds_of(a: Quantity, b: Quantity, alone: bool, instead: bool, weights: Mapping[str, float] = WEIGHTS) -> float:
    """The log odds that two comparable figures of one happening are of one quantity.

    ``alone``: neither has another to be compared with; ``instead``: an account gives one in place of the other.
    """
    told = sum(weights.get(sign, 0.0) for sign in signs(a, b, alone, instead))
    return weights["bias"] + told - NEARER * apart(a, b)


def signs(a: Quantity, b: Quantity, alone: bool, instead: bool) -> Iterator[str]:
    """The names of what speaks for and against, each with its weight."""
    family = _family(a) if _family(a) == _family(b) else "unit left out"
    yield family.partition(".")[0]
    yield next(name for reach, name in _NEAR if apart(a, b) <= reach)
    if alone:
        yield "alone" if family == "count" else "alone measure"
    if instead:
        yield "instead"
    yield from _of_counts(a, b) if family == "count" else _of_measures(a, b)


def _of_measures(a: Quantity, b: Quantity) -> Iterator[str]:
    yield f"common {min(len(a.anchors & b.anchors), _MOST_COMMON)}"
    if a.aspect and b.aspect:
        yield "same aspect" if a.aspect == b.aspect else "other aspect"
    elif not a.aspect and not b.aspect:
        yield "no aspect"
    if a.owner and b.owner:
        yield "same owner" if a.owner & b.owner else "other owner"


def _of_counts(a: Quantity, b: Quantity) -> Iterator[str]:
    yield _sorts(a, b)
    if min(a.low, b.low) >= _LARGE:
        yield "large"
    if a.part != b.part and not (a.is_bare or b.is_bare):
        yield "one a part"
    if a.noun and b.noun:
        yield "same noun" if a.noun == b.noun else "other noun"
    if a.aspect and b.aspect:
        yield "same aspect of count" if a.aspect == b.aspect else "other aspect of count"
    if any(each.is_bare and each.low <= _SMALL for each in (a, b)):
        yield "small bare"


def _sorts(a: Quantity, b: Quantity) -> str:
    if {a.kind, b.kind} in _KIN:
        return "inside" if {a.kind, b.kind} == _KIN[0] else "kin people"
    one, two = sorted((_sort(a), _sort(b)))
    return f"same {one}" if a.kind == b.kind else f"{one}, {two}"


def _sort(quantity: Quantity) -> str:
    if quantity.is_bare:
        return "bare people" if quantity.kind == "bare.people" else "bare"
    if quantity.is_count:
        return "things"
    if quantity.kind in _HARM:
        return "harm"
    return "any people" if quantity.kind == ANY else "people"


def _family(quantity: Quantity) -> str:
    """What may at all be compared: counts of anything, or measures of one dimension or currency."""
    return "count" if quantity.is_count or quantity.is_people or quantity.is_bare else quantity.kind


def _unit_left_out(bare: Quantity, measure: Quantity) -> bool:
    return bare.kind == "bare.number" and measure.kind not in _SIGNED and _family(measure) != "count"
