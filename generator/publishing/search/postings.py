"""The lines of the term shards: a key, in how many entries it is, and which.

``term,count,list`` for most; ``term,count,own,shared,list,rest`` where only the ``own`` strongest
have a score of their own and the rest share one; ``!label,count,list`` for lists without scores;
``key=key/key`` for other spellings. Numbers are in base 36, lists as :mod:`.packing` writes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from generator.publishing.search.occurrences import IMPACT_BITS, Table
from generator.publishing.search.packing import packed, rice_parameter
from generator.publishing.search.tokens import TokenStream, code_units

LABEL: Final = "!"
"""First character of keys that are no words; it sorts before every term."""


@dataclass(frozen=True, slots=True)
class Row:
    """One key of the index: its line in the term shards, and where it occurs (empty for labels)."""

    key: str
    line: str
    positions: str = ""

    @property
    def size(self) -> int:
        return len(self.line) + 1


def label_rows(labels: Mapping[str, Sequence[int]], entries: int) -> Iterator[Row]:
    """Lists without words and scores, such as the entries of a topic, in the order of their keys."""
    keys = sorted(labels, key=code_units)
    members = [np.array(sorted(set(labels[key])), dtype=np.int64) for key in keys]
    counts = np.array([len(member) for member in members], dtype=np.int64)
    gaps = [np.diff(member, prepend=-1) - 1 for member in members]
    flat = np.concatenate(gaps) if gaps else np.zeros(0, dtype=np.int64)
    texts = packed(flat, np.zeros(len(flat), dtype=np.uint8), 0, rice_parameter(entries, counts), counts)
    for key, count, text in zip(keys, counts.tolist(), texts, strict=True):
        yield Row(LABEL + key, f"{LABEL}{key},{base36(count)},{text}")


def term_rows(stream: TokenStream) -> Iterator[Row]:
    """All terms in the order of their UTF-16 code units, as browsers compare strings."""
    names = sorted(stream.names, key=code_units)
    if not names:
        return
    table = Table.of(stream, names)
    columns = zip(
        names,
        table.counts(table.everything).tolist(),
        table.counts(table.is_strong).tolist(),
        table.shared_impacts().tolist(),
        table.packed_lists(table.is_strong, IMPACT_BITS),
        table.packed_lists(~table.is_strong, 0),
        table.packed_positions(),
        strict=True,
    )
    for name, count, own, shared, strong, weak, positions in columns:
        several = "" if own == count else f"{base36(own)},{base36(shared)},"
        yield Row(name, f"{name},{base36(count)},{several}{strong}{',' if several else ''}{weak}", positions)


def base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits
