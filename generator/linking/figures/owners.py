"""Whose share it is (``the Alliance is on 36.9``), and units that stand only with the first of several figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.linking.figures.hedges import hedge_start
from generator.linking.figures.numbers import Number
from generator.linking.figures.people import RoleMatch, stands_alone
from generator.linking.figures.quantity import Quantity
from generator.linking.lexicon import Lexicon
from generator.linking.terms import fold, stem

_UNIT_CARRIES = frozenset({"percent", "length", "mass", "volume", "area", "temperature", "power", "speed"})
_FACTOR = 30
_REACH = 64
_CLAUSE_BEFORE, _CLAUSE_AFTER = re.compile(r".*[;:()]|.*,\s", re.DOTALL), re.compile(r"[;:()]|,\s|\d")
_NAME = re.compile(r"(?<![\w’'])[A-ZÀ-Þ][\w-]{1,30}(?:[ \u00a0][A-ZÀ-Þ][\w-]{1,30}){0,3}")


def owner_of(sentence: str, start: int, end: int) -> frozenset[str]:
    """The stems of the name nearest before ``start`` in the same clause, else of the first after ``end``."""
    before = sentence[max(0, start - _REACH) : start]
    clause = before[opening.end() :] if (opening := _CLAUSE_BEFORE.match(before)) else before
    names = [match for match in _NAME.finditer(clause) if match.start() or start > _REACH or clause != before]
    if not names and (whole := _NAME.match(clause)) and " " in whole[0]:
        names = [whole]
    if names:
        return _stems(names[-1][0])
    after = sentence[end : end + _REACH]
    found = _NAME.search(after, 0, closing.start() if (closing := _CLAUSE_AFTER.search(after)) else len(after))
    return _stems(found[0]) if found else frozenset()


def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in name.split())


def with_unit_of(
    last: Quantity | None, sentence: str, number: Number, matches: Sequence[RoleMatch], lexicon: Lexicon
) -> Quantity | None:
    """The number as a figure in the unit of the ``last`` one of its sentence: ``38 percent, with Homeland at 33``."""
    if last is None or last.kind not in _UNIT_CARRIES or number.high <= 0 or number.low < 0:
        return None
    low, high = number.low * last.unit, number.high * last.unit
    if high > _FACTOR * last.high or _FACTOR * low < last.low or (last.kind == "percent" and high > 100):
        return None
    if not stands_alone(sentence, number, matches, lexicon):
        return None
    start = hedge_start(sentence, number.start, lexicon)
    return replace(last, low=low, high=high, printed=sentence[start : number.end], aspect=None)
