"""Every outlet's mark: a colour and a shape, so that neither is needed alone.

There are twelve colours and seven shapes; as these numbers share no factor, the first 84 outlets
all differ. The colours themselves stand in the theme's stylesheet (classes ``o0`` to ``o11``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

COLOURS = 12

SHAPES: tuple[str, ...] = (
    "M2 7a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
    "M2.5 2.5H11.5V11.5H2.5Z",
    "M7 1.5L12.7 11.5H1.3Z",
    "M7 .8L13.2 7L7 13.2L.8 7Z",
    "M2 5.1H5.1V2H8.9V5.1H12V8.9H8.9V12H5.1V8.9H2Z",
    "M1.3 2.5H12.7L7 12.5Z",
    "M7 1L12.5 4V10L7 13L1.5 10V4ZM7 4.4L4.4 5.8V8.2L7 9.6L9.6 8.2V5.8Z",
)
"""Paths in a box of 14 by 14, filled by the even-odd rule."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How one outlet is drawn: ``colour`` from 0 to 11, ``shape`` an index into :data:`SHAPES`."""

    colour: int
    shape: int

    @property
    def css_class(self) -> str:
        return f"o{self.colour}"

    @property
    def path(self) -> str:
        return SHAPES[self.shape]


def assign_marks(outlets: Iterable[str]) -> Mapping[str, Mark]:
    """A mark for each outlet, in the order given."""
    return {outlet: Mark(place % COLOURS, place % len(SHAPES)) for place, outlet in enumerate(dict.fromkeys(outlets))}
