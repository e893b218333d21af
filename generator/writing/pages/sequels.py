"""Long lists over several pages: the first portion stands on the page itself, the others on pages that follow it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.writing.addresses import sequel_address
from generator.writing.pages.page import Page, Place
from generator.writing.safe import markdown_text

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Item]):
    """Everything a page lists, in order, cut into portions; ``address``, ``kind`` and ``title`` are that page's.

    ``shown`` gives the Markdown blocks of a portion on the page it stands on, ``said`` says in words what a
    portion holds.
    """

    address: str
    kind: str
    title: str
    portions: tuple[Sequence[Item], ...]
    shown: Callable[[Sequence[Item], Place], Iterable[str]]
    said: Callable[[Sequence[Item]], str]

    @property
    def first(self) -> list[str]:
        """Blocks for the page itself: the first portion, and ways on to the others."""
        if not self.portions:
            return []
        place = Place(self.address)
        return [*self.shown(self.portions[0], place), *self._ways_on(1, place)]

    def sequels(self) -> Iterator[Page]:
        """The pages that follow."""
        for number, portion in enumerate(self.portions[1:], 2):
            place = Place(sequel_address(self.address, number))
            which = f"page {number} of {len(self.portions)}"
            yield Page(
                address=place.address,
                kind=self.kind,
                title=f"{self.title}, {which}",
                body=(
                    place.link(self.title, self.address),
                    f"# {markdown_text(self.title)}, {which}",
                    markdown_text(self.said(portion)),
                    *self.shown(portion, place),
                    *self._ways_on(number, place),
                ),
            )

    def _ways_on(self, here: int, place: Place) -> list[str]:
        if len(self.portions) < 2:
            return []
        links = [
            f"{number}" if number == here else place.link(f"{number}", sequel_address(self.address, number))
            for number in range(1, len(self.portions) + 1)
        ]
        return [f"*Other pages:* Page {' · '.join(links)}"]


def portions(items: Sequence[Item], most: int) -> tuple[Sequence[Item], ...]:
    """``items`` cut into runs of ``most``."""
    return tuple(items[start : start + most] for start in range(0, len(items), most))
