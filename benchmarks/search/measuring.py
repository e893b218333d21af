"""Asking an engine in a real browser: bytes, milliseconds, and where the entry asked for stands."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from benchmarks.search.engines import Engine
from benchmarks.search.known_items import KnownItem
from benchmarks.search.serving import Server

SESSIONS = 5
LATER = 5
PATIENCE = 300_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Kilobytes over the wire and milliseconds: median and worst of the first and of later queries."""

    first_kb: tuple[float, float]
    first_ms: tuple[float, float]
    later_kb: tuple[float, float]
    later_ms: tuple[float, float]


def cost(browser: Browser, engine: Engine, address: str, server: Server | None, queries: Sequence[str]) -> Cost:
    """What queries cost a reader who opens the page anew, and then asks on.

    The first counts everything from opening the page to the first ten hits. Bytes are what the server
    sent; time is the browser's own.
    """
    first: list[tuple[float, float]] = []
    later: list[tuple[float, float]] = []
    for session in range(SESSIONS):
        own = queries[session * (LATER + 1) : (session + 1) * (LATER + 1)]
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(address, timeout=PATIENCE)
            first.append((_timed(page, engine, own[0], "0"), _sent(server)))
            later += [(_timed(page, engine, query, "performance.now()"), _sent(server)) for query in own[1:]]
    return Cost(*_both(first), *_both(later))


def _timed(page: Page, engine: Engine, query: str, start: str) -> float:
    script = (
        f"async (query) => {{ const start = {start}; await ({engine.ask})(query); return performance.now() - start }}"
    )
    return float(page.evaluate(script, query))


def _sent(server: Server | None) -> float:
    return server.kilobytes() if server else 0.0


def ranks(browser: Browser, engine: Engine, address: str, items: Iterable[KnownItem]) -> dict[str, list[float]]:
    """For each kind of query the reciprocal ranks at which the entries asked for stand; 0 below ten."""
    found: dict[str, list[float]] = defaultdict(list)
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address, timeout=PATIENCE)
        for item in items:
            hits = page.evaluate(f"(query) => ({engine.ask})(query)", item.query)
            found[item.kind].append(1 / (1 + hits.index(item.address)) if item.address in hits else 0.0)
    return found


def _both(pairs: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], tuple[float, float]]:
    columns = zip(*pairs, strict=True)
    milliseconds, kilobytes = ((statistics.median(column), max(column)) for column in columns)
    return kilobytes, milliseconds
