"""The page's own summary: a list under a heading such as "Key points"."""

from __future__ import annotations

import re

from generator.model import BlockKind
from generator.reading.html.marks import time_alone
from generator.reading.html.page import Page

_HEADING = re.compile(
    r"(?:key (?:points|takeaways|moments|facts|developments)|at a glance|in brief|(?:the )?summary|highlights|"
    r"what (?:we know|you need to know|to know)|das wichtigste|überblick|l'essentiel|ce qu'il faut|les points clés|"
    r"lo (?:más|que)|claves|que sabemos|in sintesi|i punti|punti chiave|resumo|pontos|samenvatting|het belangrijkste|"
    r"sammanfattning|главное|головне)\b",
    re.I,
)
_LONGEST = 90
_MOST = 40


def key_point_lines(page: Page) -> list[int]:
    """Lines (from 1) of the list under the first such heading."""
    for number, line in enumerate(page.lines):
        if len(line.text) <= _LONGEST and _HEADING.match(line.text) and _is_list(page, number + 1):
            points = []
            for at in range(number + 1, min(number + 1 + _MOST, len(page.lines))):
                if page.lines[at].kind is not BlockKind.LIST_ITEM:
                    break
                points.append(at + 1)
            return [] if _is_index(page, points) else points
    return []


def _is_index(page: Page, points: list[int]) -> bool:
    """Whether the list is an index of posts, with their times, rather than a summary."""
    return 4 * sum(time_alone(page.lines[n - 1].text[:60], None) is not None for n in points) > len(points)


def _is_list(page: Page, start: int) -> bool:
    inner = page.lines[start : start + 2]
    return len(inner) == 2 and all(line.kind is BlockKind.LIST_ITEM for line in inner)
