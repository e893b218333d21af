"""What an account says has changed since earlier ones: a toll that rose, a siege that ended, a correction.

Each kind of change is a list of wordings in the lexicon. Some say outright that something changed
(``rises to``, ``has ended``, ``was wrong``); others name a next stage (``freed``, ``sentenced``),
which may just as well be the first report of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.linking.figures.exclusions import is_no_quantity
from generator.linking.figures.numbers import numbers_in
from generator.linking.lexicon import Lexicon

COUNTS = frozenset({"risen", "lowered", "now"})
RIGHTED = frozenset({"corrected"})
_BEFORE_NUMBER = 48


@dataclass(frozen=True, slots=True)
class Changes:
    """``outright`` and ``stages``: the kinds of change a text speaks of, each with the words it uses.

    ``own`` tells that the outlet corrects itself.
    """

    outright: tuple[tuple[str, str], ...]
    stages: tuple[tuple[str, str], ...]
    own: bool

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind for kind, _ in (*self.outright, *self.stages))


def changes_in(texts: Sequence[str], lexicon: Lexicon) -> Changes:
    """The changes that ``texts`` (headline and blocks of an entry) speak of."""
    text = "\n".join(texts)
    outright = (*_found(text, "changes.", lexicon), *_counted(text, lexicon))
    stages = tuple(_found(text, "stages.", lexicon))
    righted = any(kind in RIGHTED for kind, _ in outright)
    own = righted and lexicon.patterns["changes_own.words"].search(text) is not None
    return Changes(outright, stages, own)


def _found(text: str, section: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for name, pattern in lexicon.patterns.items():
        if name.startswith(section):
            match = pattern.search(text)
            if match:
                yield name.removeprefix(section), " ".join(match[0].split())


def _counted(text: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Words of rising and falling that a number follows: a toll climbs to nine, a man climbs a roof."""
    for name, pattern in lexicon.patterns.items():
        if not name.startswith("changes_counted."):
            continue
        for match in pattern.finditer(text):
            if _number_follows(text, match.end(), lexicon):
                yield name.removeprefix("changes_counted."), " ".join(match[0].split())
                break


def _number_follows(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a figure that is no time of day stands within a few words, in the same sentence."""
    reach = re.split(r"[.!?](?:\s|$)|\n", text[at : at + _BEFORE_NUMBER], maxsplit=1)[0]
    return any(not is_no_quantity(reach, number, lexicon) for number in numbers_in(reach, lexicon))
