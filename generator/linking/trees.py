"""Decision trees asked of many pairs at once.

What several trees ask is answered once. The answers to one tree's questions, a bit for each, make the
number of a line in a table of all it can say, so that no pair is led from question to question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.arrays import Floats

_AT_ONCE = 16_384

Asked = tuple[str, float]
"""A measure, and the limit it is compared with."""


@dataclass(frozen=True, slots=True)
class Question:
    """Is ``measure`` at most ``limit``? ``below`` and ``above`` are further questions or log odds."""

    measure: str
    limit: float
    below: Question | float
    above: Question | float

    @property
    def asked(self) -> Asked:
        return self.measure, self.limit


Tree = Question | float


@dataclass(frozen=True, slots=True)
class _Table:
    """All that a tree can say: bit ``i`` of a line's number is the answer to the ``i``-th of its ``questions``."""

    questions: tuple[int, ...]
    says: Floats

    def add_to(self, total: Floats, answers: NDArray[np.uint8]) -> None:
        line = np.zeros(len(total), dtype=np.min_scalar_type(len(self.says) - 1))
        for number in reversed(self.questions):
            line += line
            line |= answers[number]
        total += self.says.take(line, mode="clip")


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as tables; ``asked`` are all their questions, each once."""

    asked: tuple[Asked, ...]
    tables: tuple[_Table, ...]

    @classmethod
    def of(cls, trees: Sequence[Tree]) -> Forest:
        """``trees`` of few questions each: a table has a line for every way to answer them."""
        number: dict[Asked, int] = {}
        tables = []
        for tree in trees:
            own = tuple(dict.fromkeys(_asked(tree)))
            says = np.array([_said(tree, _answers(own, line)) for line in range(1 << len(own))])
            tables.append(_Table(tuple(number.setdefault(each, len(number)) for each in own), says))
        return cls(tuple(number), tuple(tables))

    def total(self, base: float, measures: Mapping[str, Floats], count: int) -> Floats:
        """``base`` and what each tree adds, in order, for each of ``count`` pairs."""
        total = np.full(count, base)
        for first in range(0, count, _AT_ONCE):
            few = slice(first, min(first + _AT_ONCE, count))
            answers = np.empty((len(self.asked), few.stop - first), dtype=np.bool_)
            for (measure, limit), answer in zip(self.asked, answers, strict=True):
                np.less_equal(measures[measure][few], limit, out=answer)
            for table in self.tables:
                table.add_to(total[few], answers.view(np.uint8))
        return total


def _asked(tree: Tree) -> Iterator[Asked]:
    if isinstance(tree, Question):
        yield tree.asked
        yield from _asked(tree.below)
        yield from _asked(tree.above)


def _answers(asked: Sequence[Asked], line: int) -> Mapping[Asked, bool]:
    return {each: bool(line >> bit & 1) for bit, each in enumerate(asked)}


def _said(tree: Tree, answers: Mapping[Asked, bool]) -> float:
    while isinstance(tree, Question):
        tree = tree.below if answers[tree.asked] else tree.above
    return tree
