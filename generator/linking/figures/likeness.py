"""What speaks for two figures being of one quantity, and what against: role, thing, words around, nearness.

Two reports of one happening that give figures of one kind near in value, with no rival on either side,
mean the same quantity more often than not; another role or aspect says otherwise. The weights are log
odds of a logistic regression on the figures of linked reports of invented events, rounded.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.linking.figures.people import ANY
from generator.linking.figures.quantity import Quantity

_WEIGHTS = {
    "age": 0.3,
    "alone": 1.2,
    "alone measure": 1.4,
    "any people, bare people": 0.3,
    "any people, people": -0.9,
    "any people, things": 0.2,
    "area": 0.6,
    "bare people, harm": -1.0,
    "bare people, things": 0.8,
    "bare, bare people": 0.3,
    "bare, harm": 0.6,
    "bare, people": -0.3,
    "bare, things": -0.6,
    "common 0": -0.6,
    "common 1": 0.3,
    "common 2": 0.2,
    "common 3": 0.3,
    "far": -2.0,
    "instead": 1.6,
    "kin people": -0.9,
    "length": -0.6,
    "magnitude": 0.4,
    "money": 0.2,
    "near 10": 0.7,
    "near 2": -0.5,
    "near 25": 1.2,
    "near 3": 0.2,
    "near 50": 0.5,
    "no aspect": 0.3,
    "other aspect": 0.2,
    "other aspect of count": -1.6,
    "other owner": -0.8,
    "people, things": -1.6,
    "percent": -0.8,
    "same any people": -0.9,
    "same aspect": 2.2,
    "same harm": 2.7,
    "same noun": 0.8,
    "same owner": 0.2,
    "same people": 1.8,
    "small bare": -1.4,
    "temperature": 0.7,
    "things, things": -0.9,
    "unit left out": -1.2,
    "volume": 0.5,
}
_BIAS = -0.4
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

_HARM = frozenset(f"people.{role}" for role in ("killed", "injured", "missing"))
_SIGNED = ("age", "magnitude")
_CONVERSION = 0.1
_FARTHEST_OTHERWISE, _FARTHEST_OF_OTHERS = 1.2, 0.8
_HELPERS = "helpers"
_SMALL = 12
_NEARER = 0.3
_MOST_COMMON = 3


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be right: equal, overlapping, or the same but for the unit."""
    if a.low <= b.high and b.low <= a.high:
        return True
    return a.unit != b.unit and abs(a.low - b.low) <= _CONVERSION * max(a.low, b.low)


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
    if a.added != b.added:
        return False
    if one != two:
        return _unit_left_out(a, b) or _unit_left_out(b, a)
    if one == "count" and not same_noun(a, b) and apart(a, b) > _FARTHEST_OF_OTHERS:
        return False
    return a.kind == b.kind or one != "count" or _may_be_the_same(a, b)


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


def odds_of(a: Quantity, b: Quantity, alone: bool, instead: bool) -> float:
    """The log odds that two comparable figures of one happening are of one quantity.

    ``alone``: neither has another to be compared with; ``instead``: an account gives one in place of the other.
    """
    return _BIAS + sum(_WEIGHTS.get(sign, 0.0) for sign in signs(a, b, alone, instead)) - _NEARER * apart(a, b)


def signs(a: Quantity, b: Quantity, alone: bool, instead: bool) -> Iterator[str]:
    """The names of what speaks for and against, each with its weight in ``_WEIGHTS``."""
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
