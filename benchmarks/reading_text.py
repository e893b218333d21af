"""How the time to read a liveblog text grows with its size: ``python -m benchmarks.reading_text``.

Promised: eight times the text takes at most ten times as long.
"""

from __future__ import annotations

import time

from generator.config import Given, Settings
from generator.reading.draft import Source
from generator.reading.reader import read

_BODY = "The harbour master has said that no ship may leave the quay before the tide turns, and nobody knows why."


def page(size: int) -> bytes:
    """A liveblog of about ``size`` bytes: times, headlines, bodies."""
    entries, written, number = ["A long day at the harbour, live\n\n"], 0, 0
    while written < size:
        minute = 1439 - number % 1440
        entry = f"{minute // 60:02d}:{minute % 60:02d}\n\nShip {number} has left the quay\n\n{_BODY}\n\n{_BODY}\n\n"
        entries.append(entry)
        written, number = written + len(entry), number + 1
    return "".join(entries).encode()


def seconds(size: int) -> float:
    """Processor time to read a page of about ``size`` bytes."""
    source = Source(path="page.txt", data=page(size), sha256="0")
    start = time.process_time()
    read(source, Given(), Settings())
    return time.process_time() - start


def main() -> None:
    seconds(10_000)  # locale data is loaded once
    one, eight = seconds(1_000_000), seconds(8_000_000)
    print(f"1 MB {one:.1f} s, 8 MB {eight:.1f} s: {eight / one:.1f} times as long")


if __name__ == "__main__":
    main()
