"""Ways on from a day: the days before and after; on a part of a day, the parts before and after."""

from __future__ import annotations

from bisect import bisect_left

from generator.writing import wording
from generator.writing.addresses import DAYS, day_address
from generator.writing.indexes import Indexes
from generator.writing.pages.page import Place
from generator.writing.parts import Part


def kicker(part: Part, whole: Part, index: Indexes, place: Place) -> str:
    """The line above the title."""
    if part is not whole:
        return " · ".join([_up(whole, place), *_beside(part, whole, place)])
    if part.day is None:
        return place.link("All days", DAYS)
    here = bisect_left(index.dated, part.day)
    return " · ".join([f"Day {here + 1} of {len(index.dated)}", *_days(part, index, place)])


def neighbours(part: Part, whole: Part, index: Indexes, place: Place) -> str:
    """The paragraph at the end of the page."""
    if part is not whole:
        return f"*Other hours:* {' · '.join([*_beside(part, whole, place), _up(whole, place)])}"
    return f"*Other days:* {' · '.join([*_days(part, index, place), place.link('all days', DAYS)])}"


def _up(whole: Part, place: Place) -> str:
    return place.link(wording.day_name(whole.day) if whole.day else "All entries without a date", whole.address)


def _beside(part: Part, whole: Part, place: Place) -> list[str]:
    """The pages of full entries before and after; from a front, its first."""
    if part.parts:
        first = next(part.leaves)
        return [place.link(f"{first.short} →", first.address)]
    leaves = list(whole.leaves)
    here = leaves.index(part)
    links = []
    if here:
        links.append(place.link(f"← {leaves[here - 1].short}", leaves[here - 1].address))
    if here + 1 < len(leaves):
        links.append(place.link(f"{leaves[here + 1].short} →", leaves[here + 1].address))
    return links


def _days(part: Part, index: Indexes, place: Place) -> list[str]:
    if part.day is None:
        return []
    dated = index.dated
    here = bisect_left(dated, part.day)
    links = []
    if here:
        links.append(place.link(f"← {wording.short_date(dated[here - 1], part.day)}", day_address(dated[here - 1])))
    if here + 1 < len(dated):
        links.append(place.link(f"{wording.short_date(dated[here + 1], part.day)} →", day_address(dated[here + 1])))
    return links
