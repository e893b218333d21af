"""Time, memory and truth of linking at size: ``python -m benchmarks.linking.scale [ENTRIES]``."""

from __future__ import annotations

import resource
import sys
import time
from itertools import combinations

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


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    before = 0.0
    for entries in (size // 2, size):
        made = archive(entries, days=entries // PER_DAY)
        text = sum(len(entry.text) for entry in made.entries) / 1e6
        resting = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        seconds, links = measured(made)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        precision, recall = truth(made, links)
        growth = f"  ×{seconds / before:.2f}" if before else ""
        print(
            f"{entries:7,} entries ({text:.0f} MB of text): {seconds:.1f} s of one core{growth}, "
            f"{peak - resting:.2f} GB more, {len(links):,} links, precision {precision:.3f} recall {recall:.3f}",
            flush=True,
        )
        before = seconds


if __name__ == "__main__":
    main()
