"""The four judges of a page: axe-core, Lighthouse, the Nu checker, and a pair of scales."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def axe_violations(browser: Browser, address: str, theme: str) -> list[str]:
    """What axe-core finds wrong on the page, in its words."""
    context = browser.new_context(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    found = Axe().run(page).response["violations"]
    context.close()
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


def lighthouse(tools: Path, browser_path: str, address: str) -> dict[str, Any]:
    """Scores of the page from 0 to 100 on Lighthouse's mobile settings, its layout shift, and what cost it points."""
    command = [
        str(tools / "node_modules" / ".bin" / "lighthouse"),
        address,
        "--output=json",
        "--quiet",
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage",
    ]
    done = subprocess.run(
        command, capture_output=True, check=True, text=True, env={**os.environ, "CHROME_PATH": browser_path}
    )
    report = json.loads(done.stdout)
    audits = report["audits"]
    lost = [
        f"{reference['id']}: {audits[reference['id']].get('displayValue') or audits[reference['id']]['title']}"
        for category in report["categories"].values()
        for reference in category["auditRefs"]
        if reference["weight"] and (audits[reference["id"]]["score"] or 0) < 0.9
        if audits[reference["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual")
    ]
    scores = {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}
    return scores | {"shift": round(audits["cumulative-layout-shift"]["numericValue"], 4), "lost": lost}


def markup_errors(tools: Path, pages: Sequence[Path]) -> list[str]:
    """Errors the Nu checker finds in the pages, with their places."""
    jar = next((tools / "node_modules" / "vnu-jar").rglob("vnu.jar"))
    command = ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", "--stdout", *map(str, pages)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{message['url'].rpartition('/')[2]}:{message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if message["type"] == "error"
    ]


def compressed(path: Path) -> int:
    """Bytes of the file as servers send it."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))
