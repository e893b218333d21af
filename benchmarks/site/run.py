"""Measures the demonstration and a day of 500 entries; see README.md beside this file.

``python -m benchmarks.site.run TOOLS [axe] [markup] [sizes] [lighthouse]``
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.site import checkers
from benchmarks.site.long_day import write_long_day
from benchmarks.site.serving import serving
from generator.build import Places, build
from generator.config import load_curation, load_settings
from tests.conftest import browser_path
from tests.site.kinds import KINDS, fullest_pages

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WORK = HERE.parent / "work" / "site"
URL = "https://example.org/digest/"


@dataclass(frozen=True, slots=True)
class Subject:
    """A built site with its fullest page of each kind."""

    name: str
    site: Path
    pages: dict[str, Path]


def built(name: str, documents: Path, kinds: Sequence[str] = KINDS) -> Subject:
    """Build the site of ``documents`` with a full address, as a host would; ``kinds`` of its pages are judged."""
    settings = load_settings(ROOT, documents).at(URL)
    site = WORK / name / "output"
    build(Places(documents, WORK / name / "pages", site), settings, load_curation(documents, settings))
    pages = fullest_pages(site) | hours(site)
    return Subject(name, site, {kind: path for kind, path in pages.items() if kind in kinds})


def hours(site: Path) -> dict[str, Path]:
    """The fullest of the pages that long days are divided into, if there are any."""
    found = sorted((site / "days").glob("????-??-??-*.html"), key=lambda path: path.stat().st_size)
    return {"hour": found[-1]} if found else {}


def subjects() -> list[Subject]:
    """The demonstration, and the long day."""
    long_day = WORK / "long-day-documents"
    shutil.rmtree(long_day, ignore_errors=True)
    write_long_day(long_day)
    return [
        built("demo", ROOT / "content" / "documents"),
        built("long-day", long_day, ("home", "day", "hour", "topic", "source", "cite")),
    ]


def axe(subject: Subject, _tools: Path) -> dict[str, Any]:
    """Violations by kind and theme; only those kinds and themes that have any."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=["--no-sandbox"])
        found = {
            f"{kind} {theme}": checkers.axe_violations(browser, path.as_uri(), theme)
            for kind, path in subject.pages.items()
            for theme in ("light", "dark")
        }
        browser.close()
    return {"pages": len(found), "violations": {name: faults for name, faults in found.items() if faults}}


def markup(subject: Subject, tools: Path) -> dict[str, Any]:
    """Errors of the Nu checker."""
    return {"pages": len(subject.pages), "errors": checkers.markup_errors(tools, list(subject.pages.values()))}


def sizes(subject: Subject, _tools: Path) -> dict[str, Any]:
    """Bytes, whole and compressed."""
    theme = subject.site / "theme"
    style, script = theme / "digest.css", theme / "digest.js"
    found: dict[str, Any] = {"style": style.stat().st_size, "script": script.stat().st_size}
    for kind in ("day", "hour"):
        if kind in subject.pages:
            page = subject.pages[kind]
            text = page.read_text("utf-8")
            found[kind] = {
                "entries": len(re.findall("<article|<li id=", text)),
                "bytes": page.stat().st_size,
                "compressed": checkers.compressed(page),
                "first view compressed": sum(map(checkers.compressed, (page, style, script))),
            }
    found["compressed"] = {kind: checkers.compressed(page) for kind, page in sorted(subject.pages.items())}
    return found


def lighthouse(subject: Subject, tools: Path) -> dict[str, Any]:
    """Scores by kind of page."""
    path = browser_path() or ""
    with serving(subject.site) as address:
        return {
            kind: checkers.lighthouse(tools, path, address + page.relative_to(subject.site).as_posix())
            for kind, page in subject.pages.items()
            if kind != "missing"
        }


MEASURES: dict[str, Callable[[Subject, Path], dict[str, Any]]] = {
    "axe": axe,
    "markup": markup,
    "sizes": sizes,
    "lighthouse": lighthouse,
}


def main() -> None:
    """Measure, print, and keep the figures in results.json."""
    tools, wanted = Path(sys.argv[1]), sys.argv[2:] or list(MEASURES)
    kept = HERE / "results.json"
    results: dict[str, Any] = json.loads(kept.read_text("utf-8")) if kept.is_file() else {}
    for subject in subjects():
        for name in wanted:
            found = MEASURES[name](subject, tools)
            results.setdefault(subject.name, {})[name] = found
            print(subject.name, name, json.dumps(found, indent=1, ensure_ascii=False), flush=True)
    kept.write_text(json.dumps(results, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
