"""Every word of an archive in one flat array: each text is cut into words once, and every rule counts from there."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.arrays import Ints, starts_of
from generator.linking.sentences import sentences_of
from generator.linking.terms import capital_of, cut, key_of
from generator.model import BlockKind, Entry

_NOT_TOLD = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.KICKER})


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of entries in order of appearance.

    Token ``i`` is written ``surfaces[written[i]]`` and stands for the term ``vocabulary[terms[i]]``.
    Part ``p`` of the archive, a headline or a sentence, is ``parts[p]:parts[p + 1]`` of the tokens;
    entry ``e`` is ``entries[e]:entries[e + 1]`` of the parts. ``capital`` says of each token whether
    running text writes it with a capital: 1 yes, 0 no, -1 where nothing can be learned from it.
    """

    surfaces: Sequence[str]
    vocabulary: tuple[str, ...]
    written: NDArray[np.int32]
    terms: Ints
    capital: NDArray[np.int8]
    parts: Ints
    entries: Ints


def tokens_of(entries: Iterable[Entry], spellings: Mapping[str, str]) -> Tokens:
    """The words of ``entries``; ``spellings`` maps a folded word to the one it stands for."""
    reader = TokenReader()
    for entry in entries:
        reader.read(entry)
    return reader.tokens(spellings)


class TokenReader:
    """Gathers the words of entries, one entry after the other."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._written, self._opening = array("i"), bytearray()
        self._part_sizes, self._entry_sizes = array("i"), array("i")

    def read(self, entry: Entry) -> None:
        parts = _parts(entry)
        self._entry_sizes.append(len(parts))
        for text, is_headline in parts:
            words, opens = cut(text)
            self._part_sizes.append(len(words))
            self._written.extend(map(self._numbers.__getitem__, words))
            self._opening += b"\1" * len(words) if is_headline and len(parts) > 1 else bytes(opens)

    def tokens(self, spellings: Mapping[str, str]) -> Tokens:
        """All that was read; ``spellings`` maps a folded word to the one it stands for."""
        surfaces = tuple(self._numbers)
        vocabulary, term = _vocabulary(surfaces, spellings)
        spelled = np.frombuffer(self._written, dtype=np.int32)
        capital = np.array([{True: 1, False: 0, None: -1}[capital_of(surface)] for surface in surfaces], dtype=np.int8)
        tells_nothing = np.frombuffer(self._opening, dtype=np.bool_)
        return Tokens(
            surfaces=surfaces,
            vocabulary=vocabulary,
            written=spelled,
            terms=term[spelled],
            capital=np.where(tells_nothing, np.int8(-1), capital[spelled]),
            parts=starts_of(np.array(self._part_sizes, dtype=np.int64)),
            entries=starts_of(np.array(self._entry_sizes, dtype=np.int64)),
        )


class _Numbers(dict[str, int]):
    """Numbers words in order of first appearance."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def _parts(entry: Entry) -> list[tuple[str, bool]]:
    """The headline and each sentence of ``entry``, and whether it is the headline."""
    told = (block.text for block in entry.blocks if block.kind not in _NOT_TOLD)
    body = [(sentence, False) for text in told for sentence in sentences_of(text)]
    return [(entry.headline, True), *body] if entry.headline else body


def _vocabulary(surfaces: Iterable[str], spellings: Mapping[str, str]) -> tuple[tuple[str, ...], Ints]:
    """The terms in order of the alphabet, and for each surface the number of its term."""
    keys = [key_of(surface, spellings) for surface in surfaces]
    vocabulary = tuple(sorted(set(keys)))
    number = {key: position for position, key in enumerate(vocabulary)}
    return vocabulary, np.fromiter((number[key] for key in keys), np.int64, len(keys))
