"""Rice codes in Base64: how lists of entries and positions are written into the shards.

A gap is written as its quotient by 2**k in unary, a stop bit and k bits of remainder (R. F. Rice,
1979), followed by ``width`` bits of payload. ``k`` follows from the number of entries and how many
of them the list holds, so that it need not be written. Everything is done for all lists at once.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
_BATCH_BITS: Final = 64_000_000


def rice_parameter(span: Ints, count: Ints) -> Ints:
    """Floor of the binary logarithm of the mean gap, in whole numbers; 0 where lists are dense."""
    ratio = np.maximum(span // np.maximum(count, 1), 1)
    return np.frexp(ratio.astype(np.float64))[1].astype(np.int64) - 1


def packed(gaps: Ints, payload: Ints, width: int, k: Ints, starts: Ints) -> Iterator[str]:
    """Each list of ``gaps`` as Base64 text without padding.

    ``starts`` holds where each list begins, and the total as its last value; ``k`` one parameter a
    list; ``payload`` one value below 2**width for each gap.
    """
    each_k = np.repeat(k, np.diff(starts))
    bits = (gaps >> each_k) + 1 + each_k + width
    ends = np.concatenate(([0], np.cumsum(bits)))
    first = 0
    while first < len(k):
        last = int(np.searchsorted(ends[starts], ends[starts[first]] + _BATCH_BITS, side="right")) - 1
        last = min(max(last, first + 1), len(k))
        yield from _batch(gaps, payload, width, each_k, ends, starts[first : last + 1])
        first = last


def _batch(gaps: Ints, payload: Ints, width: int, each_k: Ints, ends: Ints, starts: Ints) -> Iterator[str]:
    low, high = int(starts[0]), int(starts[-1])
    sizes = np.diff(ends[starts])
    byte_starts = np.concatenate(([0], np.cumsum((sizes + 7) // 8)))
    shift = np.repeat(byte_starts[:-1] * 8 - ends[starts[:-1]], np.diff(starts))
    at = ends[low:high] + shift
    bits = np.zeros(int(byte_starts[-1]) * 8, dtype=np.uint8)
    k = each_k[low:high]
    quotient = gaps[low:high] >> k
    stop = at + quotient
    bits[stop] = 1
    _write(bits, stop + 1, gaps[low:high], k)
    if width:
        _write(bits, stop + 1 + k, payload[low:high], np.full(high - low, width))
    data = np.packbits(bits).tobytes()
    for begin, end in zip(byte_starts[:-1].tolist(), byte_starts[1:].tolist(), strict=True):
        yield b64encode(data[begin:end]).decode().rstrip("=")


def _write(bits: NDArray[np.uint8], at: Ints, values: Ints, widths: Ints) -> None:
    """The lowest ``widths`` bits of ``values``, highest first, from ``at`` on."""
    for bit in range(int(widths.max(initial=0))):
        has = widths > bit
        place = at[has] + widths[has] - 1 - bit
        bits[place] = (values[has] >> bit) & 1
