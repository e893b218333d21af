"""A line that may open an entry, and a way to cut the page at such lines."""

from __future__ import annotations

from dataclasses import dataclass

from generator.reading.text.fronts import Front


@dataclass(frozen=True, slots=True)
class Opening:
    """A piece that opens (or, for some layouts, ends) an entry. ``rest``: its words beside time or count."""

    at: int
    trust: float
    printed: str | None = None
    rest: str = ""
    front: Front | None = None

    @property
    def where(self) -> str | None:
        """``alone``, ``lead`` or ``tail``, as its time or count stands on the line; None if it prints none."""
        if self.front:
            return self.front.where
        return None if self.printed is None else "lead" if self.rest else "alone"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to cut the page, not yet scored. ``order`` is 0–1: how well its times keep one order."""

    name: str
    openings: tuple[Opening, ...]
    order: float
    weight: float
    explained: float = 1.0
