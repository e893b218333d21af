"""Time, memory and size of a whole build: ``python -m benchmarks.building.run ENTRIES [FOLDER]``.

Saves an invented archive of about ENTRIES posts, builds it, checks it, zips it, and prints what each step
took: seconds of the clock, seconds of all processors together, the largest memory of this process meanwhile;
then files and bytes.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.building.newsrooms import save_archive
from generator.build import Places, build
from generator.config import Curation, Settings
from generator.processes import usable
from generator.publishing.archive import write_archive
from generator.publishing.check import check_site


class Steps:
    """One line for each step, printed when the next begins."""

    def __init__(self) -> None:
        self._what, self._began, self._used = "", 0.0, 0.0
        self._all = time.perf_counter()

    def begin(self, what: str, done: int = 0, _of: int = 0) -> None:
        """Ends the step before; a step that only tells how far it is goes on."""
        if done or what == self._what:
            return
        if self._what:
            seconds, used = time.perf_counter() - self._began, _processors() - self._used
            print(f"{self._what:9} {seconds:8.1f} s {used:8.1f} s {_peak():7,} MB", flush=True)
        self._what, self._began, self._used = what, time.perf_counter(), _processors()
        _forget_peak()

    def end(self) -> None:
        self.begin("end")
        print(f"together  {time.perf_counter() - self._all:8.1f} s", flush=True)


def _processors() -> float:
    """Seconds used so far by this process and those it started that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _peak() -> int:
    """Megabytes of memory at the most since :func:`_forget_peak` (Linux)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


def measure(entries: int, folder: Path) -> None:
    """Everything a person would do with the archive, in ``folder``."""
    places = Places(folder / "documents", folder / "pages", folder / "output")
    if not places.documents.is_dir():
        save_archive(places.documents, entries)
    steps = Steps()
    digest = build(places, Settings(), Curation(), steps.begin, usable())
    steps.begin("check")
    findings = check_site(places.output)
    steps.begin("archive")
    write_archive(places.output, folder / "digest.zip")
    steps.end()
    print(
        f"documents {len(digest.documents):,}  refused {len(digest.refusals):,}  entries {len(digest.entries):,}  "
        f"links {len(digest.links):,}  stories {len(digest.stories):,}  topics {len(digest.topics):,}"
    )
    for place in (places.documents, places.pages, places.output):
        sizes = [path.stat().st_size for path in place.rglob("*") if path.is_file()]
        print(f"{place.name:9} {len(sizes):8,} files {sum(sizes) / 1e6:10,.1f} MB")
    print(
        f"zip       {(folder / 'digest.zip').stat().st_size / 1e6:10,.1f} MB   broken: {len(findings)} {findings[:3]}"
    )


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    if len(sys.argv) > 2:
        measure(entries, Path(sys.argv[2]))
        return
    folder = Path(tempfile.mkdtemp())
    try:
        measure(entries, folder)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
