"""Which update, as machines are told, is which stretch of the page.

Text is compared by its letters and digits alone. The page is indexed once, at every line start and
every few signs after it; an update is looked up sign by sign, so cost grows with the text, not with
its square.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.reading.html.page import Node, Page
from generator.reading.html.updates import Update

_SIGNS = re.compile(r"[\W_]+")
_GRAM = 14
_STRIDE = 10
_LOOKED_AT = 360
_PLACES = 6


def letters(text: str) -> str:
    """Letters and digits of ``text``, folded: what stays when typography changes."""
    return _SIGNS.sub("", unicodedata.normalize("NFKD", text).casefold())


class PageIndex:
    """Where on the page which words stand, and which element has which name."""

    def __init__(self, page: Page) -> None:
        self._lines: dict[str, list[int]] = defaultdict(list)
        self._whole: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(page.lines):
            self._add(number, letters(line.text))
        self._named: dict[str, Node] = {}
        for node in page.nodes:
            for name in ("id", "name", "data-id", "data-post-id", "data-block-id"):
                if name in node.attributes:
                    self._named.setdefault(node.attributes[name], node)

    def _add(self, number: int, plain: str) -> None:
        if len(plain) < _GRAM:
            if plain and len(self._whole[plain]) < _PLACES:
                self._whole[plain].append(number)
            return
        for at in range(0, len(plain) - _GRAM + 1, _STRIDE):
            places = self._lines[plain[at : at + _GRAM]]
            if len(places) < _PLACES:
                places.append(number)

    def votes(self, text: str) -> Counter[int]:
        """Lines that share words with the opening of ``text``, and how many."""
        plain = letters(text)[:_LOOKED_AT]
        votes: Counter[int] = Counter()
        if len(plain) < _GRAM:
            votes.update(self._whole.get(plain, ()))
            return votes
        for at in range(len(plain) - _GRAM + 1):
            votes.update(self._lines.get(plain[at : at + _GRAM], ()))
        return votes

    def named(self, update: Update) -> Node | None:
        """The element that the update's address or key names."""
        fragment = update.address.rsplit("#", 1)[1] if update.address and "#" in update.address else None
        for name in (fragment, update.key, f"block-{update.key}", f"post-{update.key}"):
            if name and name in self._named:
                return self._named[name]
        return None


def lines_of(update: Update, index: PageIndex) -> Counter[int]:
    """Lines that show this update, by how much of its body and headline they share."""
    votes = index.votes(update.text)
    for number, count in index.votes(update.headline or "").items():
        votes[number] += count if not update.paragraphs else max(1, count // 4)
    return votes


def anchor_lines(votes: Sequence[Counter[int]]) -> list[int | None]:
    """For each update the line that shows it best, no line twice."""
    taken: set[int] = set()
    out: list[int | None] = []
    for counter in votes:
        best = next(
            (n for n, _ in sorted(counter.items(), key=lambda item: (-item[1], item[0])) if n not in taken), None
        )
        if best is not None:
            taken.add(best)
        out.append(best)
    return out


def match(
    votes: Sequence[Mapping[int, int]], spans: Sequence[tuple[int, int]], named: Iterable[int | None] = ()
) -> dict[int, int]:
    """Pairs of update → span, each once, best shared text first.

    ``named`` are the spans that updates name; they count where words do not say otherwise.
    """
    owner: dict[int, list[int]] = defaultdict(list)
    for number, (start, stop) in enumerate(spans):
        for line in range(start, stop):
            owner[line].append(number)
    pairs: list[tuple[int, int, int]] = []
    for update, (counter, known) in enumerate(zip(votes, [*named] or [None] * len(votes), strict=True)):
        sums: Counter[int] = Counter()
        for line, count in counter.items():
            for span in owner.get(line, ()):
                sums[span] += count
        if known is not None and (known in sums or not sums):  # names lie more often than words
            sums[known] += 2
        pairs += [(-count, update, span) for span, count in sums.items() if count >= 2 or len(sums) == 1]
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, update, span in sorted(pairs):
        if update not in matched and span not in used:
            matched[update] = span
            used.add(span)
    return matched
