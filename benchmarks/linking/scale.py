"""Time, memory and truth of linking at size: ``python -m benchmarks.linking.scale [ENTRIES]``.

Set ``OMP_NUM_THREADS=1`` to be sure of one core.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

from benchmarks.linking.archive import Archive, archive
from generator.config import Curation, Linking
from generator.linking.linker import link
from generator.model import Link, Relation

PER_DAY = 91


def measured(made: Archive) -> tuple[float, tuple[Link, ...]]:
    began = time.process_time()
    links = link(made.entries, {}, Linking(), Curation())
    return time.process_time() - began, links


def truth(made: Archive, links: tuple[Link, ...]) -> tuple[float, float]:
    """Precision and recall of the links."""
    found = {frozenset((each.a, each.b)) for each in links if each.relation is not Relation.RELATED}
    groups: dict[int, list[str]] = {}
    for entry, event in made.event.items():
        groups.setdefault(event, []).append(entry)
    wanted = {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}
    hit = len(found & wanted)
    return hit / max(len(found), 1), hit / max(len(wanted), 1)


def report(entries: int) -> float:
    """Links an archive of ``entries`` and prints what it took; seconds of one core."""
    made = archive(entries, days=max(entries // PER_DAY, 1))
    text = sum(len(entry.text) for entry in made.entries) / 1e6
    gc.collect()
    resting = _resident()
    seconds, links = measured(made)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6 - resting
    precision, recall = truth(made, links)
    print(
        f"{entries:7,} entries ({text:.0f} MB of text): {seconds:.1f} s of one core, {peak:.2f} GB more, "
        f"{len(links):,} links, precision {precision:.3f} recall {recall:.3f}",
        flush=True,
    )
    return seconds


def _resident() -> float:
    """Gigabytes this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1e9


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seconds = []
    for entries in (size // 2, size):
        with get_context("spawn").Pool(1) as process:  # each size anew, so that its memory is its own
            seconds.append(process.apply(report, (entries,)))
    print(f"twice the entries: {seconds[1] / seconds[0]:.2f} times the seconds")


if __name__ == "__main__":
    main()
