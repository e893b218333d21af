"""The noun of this package: one figure with its meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure with its meaning.

    ``kind`` says what may be compared with what: ``people.killed``, ``length``, ``money.dollars``,
    ``magnitude``, ``age``, ``count.boat``… ``low`` and ``high`` are in the base unit of the kind
    (metres, seconds, kilograms…), ``unit`` is the size of the unit that is printed. ``printed`` is
    verbatim, hedge and unit included; ``what`` names the quantity in plain words. ``noun`` is the
    stem of what is counted, ``aspect`` what a measure is taken of (depth, turnout, fine…),
    ``anchors`` are stems of the words around it, ``owner`` those of the name whose share it is.
    ``former`` marks a value the text itself sets aside (``not the five we printed``), ``background``
    one of another time, ``part`` one that is only a part of another, ``added`` one on top of an
    earlier figure, ``is_less_one`` one of which the text singles one out (``one of the four``).
    """

    kind: str
    what: str
    low: float
    high: float
    printed: str
    noun: str | None = None
    aspect: str | None = None
    unit: float = 1.0
    anchors: frozenset[str] = frozenset()
    owner: frozenset[str] = frozenset()
    former: bool = False
    background: bool = False
    part: bool = False
    added: bool = False
    is_less_one: bool = False

    @property
    def is_current(self) -> bool:
        return not (self.former or self.background or self.part or self.added)

    @property
    def is_people(self) -> bool:
        return self.kind.startswith("people.")

    @property
    def is_bare(self) -> bool:
        return self.kind.startswith("bare.")

    @property
    def is_count(self) -> bool:
        return self.kind.startswith("count.")
