"""Rice codes in Base64: how lists of entries and positions are written into the shards.

A gap is written as its quotient by 2**k in unary, a stop bit and k bits of remainder (R. F. Rice,
1979), followed by ``width`` bits of payload. ``k`` follows from the number of entries and how many
of them the list holds, so that it need not be written. Everything is done for all lists at once.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.integer[Any]]
_BATCH: Final = 400_000
"""Gaps that are worked on at once."""


def rice_parameter(span: int, count: Ints) -> Ints:
    """Floor of the binary logarithm of the mean gap, in whole numbers; 0 where lists are dense."""
    ratio = np.maximum(span // np.maximum(count, 1), 1)
    return np.asarray(np.frexp(ratio.astype(np.float64))[1], dtype=np.int64) - 1


def packed(gaps: Ints, payload: NDArray[np.uint8], width: int, k: Ints, counts: Ints) -> Iterator[str]:
    """Each list of ``gaps`` as Base64 text without padding.

    The lists follow each other; ``counts`` says how long each is and ``k`` its parameter;
    ``payload`` has one value below 2**width for each gap. Works on some lists at a time.
    """
    ends = np.cumsum(counts)
    first = begin = 0
    while first < len(counts):
        last = max(first + 1, int(np.searchsorted(ends, begin + _BATCH, side="right")))
        end = int(ends[last - 1])
        batch = slice(begin, end)
        yield from _batch(gaps[batch].astype(np.int64), payload[batch], width, k[first:last], counts[first:last])
        first, begin = last, end


def _batch(gaps: Ints, payload: NDArray[np.uint8], width: int, k: Ints, counts: Ints) -> Iterator[str]:
    starts = np.concatenate(([0], np.cumsum(counts)))
    each_k = np.repeat(k, counts)
    quotient = gaps >> each_k
    ends = np.concatenate(([0], np.cumsum(quotient + 1 + each_k + width)))
    byte_starts = np.concatenate(([0], np.cumsum((np.diff(ends[starts]) + 7) // 8)))
    stop = ends[:-1] + np.repeat(byte_starts[:-1] * 8 - ends[starts[:-1]], counts) + quotient
    bits = np.zeros(int(byte_starts[-1]) * 8, dtype=np.uint8)
    bits[stop] = 1
    _write(bits, stop + 1, gaps, each_k)
    if width:
        _write(bits, stop + 1 + each_k, payload, np.full(len(gaps), width))
    data = np.packbits(bits).tobytes()
    for begin, end in zip(byte_starts[:-1].tolist(), byte_starts[1:].tolist(), strict=True):
        yield b64encode(data[begin:end]).decode().rstrip("=")


def _write(bits: NDArray[np.uint8], at: Ints, values: Ints, widths: Ints) -> None:
    """The lowest ``widths`` bits of ``values``, highest first, from ``at`` on."""
    for bit in range(int(widths.max(initial=0))):
        has = widths > bit
        place = at[has] + widths[has] - 1 - bit
        bits[place] = (values[has] >> bit) & 1
