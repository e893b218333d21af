"""The search beside Pagefind and MiniSearch, in one run: python -m benchmarks.search.run [SIZE…] [ENGINE…]

Sizes are 1000, 10000 and 100000 unless told otherwise. Writes the table into docs/search.md; with the
name of an engine only its rows are measured anew. Needs Chromium, node and npm; takes about half an
hour and 10 GB of memory for all three sizes, most of both for the others.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search.corpus import Archive
from benchmarks.search.engines import ENGINES, Build, Engine, build, install_peers, write_entries, write_pages
from benchmarks.search.known_items import KnownItem, known_items
from benchmarks.search.measuring import LATER, SESSIONS, Cost, cost, ranks
from benchmarks.search.serving import serving
from tests.conftest import browser_path

WORK = Path(__file__).resolve().parents[1] / "work" / "search"
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "search.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
EACH = 80
DELAY = 0.08


def main(sizes: Sequence[int], engines: Sequence[Engine]) -> None:
    peers = install_peers(WORK)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        for size in sizes:
            (WORK / f"{size}.md").write_text(_of_size(size, browser, peers, engines), "utf-8")
            _write()
        browser.close()


def _of_size(size: int, browser: Browser, peers: Path, engines: Sequence[Engine]) -> str:
    site = WORK / str(size)
    site.mkdir(parents=True, exist_ok=True)
    records = list(Archive(size).records())
    items = known_items(records, EACH)
    entries = site / "entries.jsonl"
    write_entries(records, entries)
    write_pages(site)
    for engine in engines:
        built = build(engine, entries, site, peers)
        row = _row(engine, built, *_asked(engine, browser, site, items))
        (site / f"{engine.name}.row").write_text(row, "utf-8")
        print(row, flush=True)
    rows = [site / f"{engine.name}.row" for engine in ENGINES]
    return _table(size, len(items), [row.read_text("utf-8") for row in rows if row.exists()])


def _asked(
    engine: Engine, browser: Browser, site: Path, items: Sequence[KnownItem]
) -> tuple[Cost, Cost, Cost | None, dict[str, list[float]]]:
    queries = [item.query for item in random.Random(3).sample(items, SESSIONS * (LATER + 1))]
    page = f"{engine.name}.html"
    with serving(site, DELAY, compressing=True) as server:
        far = cost(browser, engine, f"{server.root}/{page}", server, queries)
    with serving(site, 0, compressing=False) as server:
        near = cost(browser, engine, f"{server.root}/{page}", server, queries)
    with serving(site, 0, compressing=True) as server:
        found = ranks(browser, engine, f"{server.root}/{page}", items)
    on_disk = engine.scripts_on_disk is not None
    disk = cost(browser, engine, (site / f"{engine.name}-disk.html").as_uri(), None, queries) if on_disk else None
    return far, near, disk, found


def _row(engine: Engine, built: Build, far: Cost, near: Cost, disk: Cost | None, found: dict[str, list[float]]) -> str:
    every = [rank for ranks_of_kind in found.values() for rank in ranks_of_kind]
    cells = [
        engine.name,
        f"{built.seconds:.0f} s ({built.processor_seconds:.0f} s), {built.peak:,.0f} MB",
        f"{built.size:,.1f} MB, {built.files:,}",
        _pair(far.first_kb),
        _pair(far.later_kb),
        _pair(near.first_kb),
        _pair(near.later_kb),
        _pair(far.first_ms),
        _pair(near.first_ms),
        _pair(near.later_ms),
        _pair(disk.first_ms) if disk else "cannot run",
        *(f"{statistics.mean(found[kind]):.2f}" for kind in found),
        f"**{statistics.mean(every):.3f}**",
    ]
    return f"| {' | '.join(cells)} |"


def _pair(both: tuple[float, float]) -> str:
    return f"{both[0]:,.0f} ({both[1]:,.0f})"


def _table(size: int, queries: int, rows: Sequence[str]) -> str:
    head = (
        "engine", "build (processor), memory", "index, files",
        "first query, kB gzip", "later, kB gzip", "first, kB raw", "later, kB raw",
        "first result at 80 ms a request, ms", "at 0 ms, ms", "later at 0 ms, ms", "first from file://, ms",
        "headline words", "body words", "name + figure", "misspelt", "MRR@10",
    )  # fmt: skip
    lines = [f"**{size:,} entries, {queries} queries**", "", f"| {' | '.join(head)} |", "|---" * len(head) + "|", *rows]
    return "\n".join(lines)


def _write() -> None:
    """Puts the tables of all sizes that were measured here into the document."""
    tables = sorted(WORK.glob("*.md"), key=lambda path: int(path.stem))
    text = "\n\n".join(path.read_text("utf-8") for path in tables)
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    chosen = [engine for engine in ENGINES if engine.name in sys.argv[1:]]
    main(asked or [1_000, 10_000, 100_000], chosen or ENGINES)
