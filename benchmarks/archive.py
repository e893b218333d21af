"""Time and memory of a whole build on an archive many times the demonstration's size.

``python benchmarks/archive.py COPIES [FOLDER]`` copies the documents of ``content/documents`` that many times, each
copy moved by nine days, builds the site, and prints seconds by step, peak memory and sizes.
"""

from __future__ import annotations

import itertools
import re
import resource
import shutil
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from generator.build import Places, build
from generator.config import Curation, Settings

DOCUMENTS = Path(__file__).resolve().parents[1] / "content" / "documents"
PATTERNS = (
    (re.compile(r"\b1969-07-\d\d\b"), "%Y-%m-%d"),
    (re.compile(r"\b\d\d\.07\.1969\b"), "%d.%m.%Y"),
    (re.compile(r"\bJuly \d\d?, 1969\b"), "%B %d, %Y"),
    (re.compile(r"\b196907\d\d\b"), "%Y%m%d"),
)


def shifted(text: str, days: int) -> str:
    """``text`` with every written-out date moved by ``days``."""
    for pattern, form in PATTERNS:
        text = pattern.sub(lambda m, form=form: _move(m[0], form, days), text)  # type: ignore[misc]
    return text


def _move(printed: str, form: str, days: int) -> str:
    day: date = datetime.strptime(printed, form) + timedelta(days=days)
    return day.strftime(form)


def make_archive(folder: Path, copies: int) -> None:
    """Fill ``folder`` with ``copies`` of the demonstration, one after the other in time."""
    for number in range(copies):
        target = folder / f"{number:05d}"
        target.mkdir(parents=True)
        for path in sorted(DOCUMENTS.iterdir()):
            if path.name != "digest.toml":
                text = shifted(path.read_text("utf-8"), number * 9)
                # Pages of one address would be taken for captures of one page.
                (target / path.name).write_text(text.replace(".example/", f".example/{number}/"), "utf-8")


def main() -> None:
    """Build and report."""
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp())
    make_archive(folder / "documents", copies)
    marks: list[tuple[str, float]] = []

    def step(what: str, done: int, _of: int) -> None:
        if done == 0:
            marks.append((what, time.perf_counter()))

    places = Places(folder / "documents", folder / "pages", folder / "output")
    digest = build(places, Settings(), Curation(), step)
    marks.append(("", time.perf_counter()))
    for (what, began), (_, ended) in itertools.pairwise(marks):
        print(f"{what:10} {ended - began:8.1f} s")
    files = [path for path in places.output.rglob("*") if path.is_file()]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"documents {len(digest.documents):,}  entries {len(digest.entries):,}  links {len(digest.links):,}")
    print(f"files {len(files):,}  bytes {sum(path.stat().st_size for path in files):,}  peak memory {peak:,} MB")
    if len(sys.argv) <= 2:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
