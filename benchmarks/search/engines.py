"""The three engines side by side: how each is built, and the page and script that ask it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.search.records import SearchRecord

PEERS = Path(__file__).parent / "peers"


@dataclass(frozen=True, slots=True)
class Engine:
    """``scripts`` are what its page loads; ``ready`` and ``ask`` are JavaScript.

    ``ask`` is a function of a query that gives the addresses of the first ten hits, each with what a
    list of results shows (headline, outlet, day, excerpt).
    """

    name: str
    scripts: str
    scripts_on_disk: str | None
    ask: str


OWN = Engine(
    "digest",
    '<script defer src="search/root.js"></script>',
    '<script defer src="search/root.js"></script>',
    """async (query) => {
        const result = await digestSearch.find(query);
        const hits = await digestSearch.show(result, 0, 10);
        const marker = digestSearch.markerOf(result);
        return hits.map((hit) => (digestSearch.present(hit, marker), hit.address));
    }""",
)
PAGEFIND = Engine(
    "Pagefind",
    "",
    None,
    """async (query) => {
        window.pagefind = window.pagefind || (await import("./pagefind/pagefind.js"));
        const { results } = await pagefind.search(query);
        const hits = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return hits.map((hit) => hit.url.replace(/^\\//, ""));
    }""",
)
_MINISEARCH = """async (query) => {
        const options = { idField: "address", fields: ["headline", "text"],
                          storeFields: ["headline", "outlet", "day", "text"] };
        window.miniSearch = window.miniSearch || LOADED;
        const found = miniSearch.search(query, { boost: { headline: 2 }, prefix: true, fuzzy: 0.2 });
        return found.slice(0, 10).map((hit) => hit.id);
    }"""
MINISEARCH = Engine(
    "MiniSearch",
    '<script defer src="minisearch.js"></script>',
    '<script defer src="minisearch.js"></script><script defer src="minisearch/index.js"></script>',
    _MINISEARCH.replace(
        "LOADED",
        "(window.miniSearchIndex ? MiniSearch.loadJS(miniSearchIndex, options)"
        ' : MiniSearch.loadJSON(await (await fetch("minisearch/index.json")).text(), options))',
    ),
)
ENGINES = (OWN, PAGEFIND, MINISEARCH)


@dataclass(frozen=True, slots=True)
class Build:
    """Seconds by the clock and of processors, peak MB, and the MB and files it wrote.

    On a machine that does other things too, only the seconds of processors can be compared.
    """

    seconds: float
    processor_seconds: float
    peak: float
    size: float
    files: int


def write_entries(records: Sequence[SearchRecord], path: Path) -> None:
    """The records as lines of JSON, for builders that are processes of their own."""
    with path.open("w", encoding="utf-8") as lines:
        for record in records:
            row = {name: getattr(record, name) for name in ("address", "headline", "text", "outlet", "day", "minute")}
            row |= {"relation": record.relation, "language": record.language}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_pages(site: Path) -> None:
    """One bare page an engine, and MiniSearch's own script."""
    for engine in ENGINES:
        for name, scripts in ((engine.name, engine.scripts), (f"{engine.name}-disk", engine.scripts_on_disk)):
            text = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title>{scripts}<body></body>'
            (site / f"{name}.html").write_text(text, "utf-8")


def install_peers(work: Path) -> Path:
    """The other engines, as npm installs them, below ``work``."""
    folder = work / "peers"
    folder.mkdir(parents=True, exist_ok=True)
    for file in PEERS.iterdir():
        if file.is_file():
            shutil.copy(file, folder)
    if not (folder / "node_modules").is_dir():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent"], cwd=folder, check=True)
    return folder


def build(engine: Engine, entries: Path, site: Path, peers: Path) -> Build:
    """Builds one engine's index in a process of its own and watches it."""
    if engine is OWN:
        target = site / "search"
        command = [sys.executable, "-m", "benchmarks.search.build_own", str(entries), str(target)]
    else:
        target = site / engine.name.lower()
        command = [
            "node",
            "--max-old-space-size=12000",
            str(peers / f"{engine.name.lower()}.mjs"),
            str(entries),
            str(target),
        ]
    shutil.rmtree(target, ignore_errors=True)
    start = time.monotonic()
    process = subprocess.Popen(command)
    processor_seconds, peak = _watch(process)
    if process.returncode:
        raise SystemExit(f"{engine.name} failed to build: {' '.join(command)}")
    seconds = time.monotonic() - start
    if engine is MINISEARCH:
        shutil.copy(peers / "node_modules/minisearch/dist/umd/index.js", site / "minisearch.js")
    files = [file for file in target.rglob("*") if file.is_file()]
    return Build(seconds, processor_seconds, peak, sum(file.stat().st_size for file in files) / 1e6, len(files))


def _watch(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """Waits for a process; gives processor seconds and peak resident MB of it and its children."""
    peak = 0.0
    ticks: dict[int, int] = {}
    while process.poll() is None:
        family = _family(process.pid)
        peak = max(peak, sum(map(_resident, family)))
        ticks |= {pid: _ticks(pid) or ticks.get(pid, 0) for pid in family}
        time.sleep(0.1)
    return sum(ticks.values()) / os.sysconf("SC_CLK_TCK"), peak


def _ticks(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])
    except (OSError, IndexError):
        return 0


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return [pid, *(one for child in children.read_text().split() for one in _family(int(child)))]
    except OSError:
        return []


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 1e6
    except (OSError, IndexError):
        return 0.0
