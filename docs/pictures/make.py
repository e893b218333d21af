"""Make the pictures of the README from the built demonstration: ``python docs/pictures/make.py``.

Needs ``output/`` built from ``content/documents`` and Chromium or Chrome.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.conftest import _QUIET, browser_path  # noqa: E402

SITE = ROOT / "output"
HERE = Path(__file__).parent


def main() -> None:
    """Photograph the day of the landing, its most reported story, and the home page."""
    stories = [json.loads(line) for line in (SITE / "data" / "stories.jsonl").read_text("utf-8").splitlines()]
    shared = json.loads((HERE / "shown.json").read_text("utf-8"))
    story = next(each for each in stories if shared["story"] in each["title"])
    shots = [("day", "days/1969-07-20.html", 1320), ("story", story["url"], 1100), ("home", "index.html", 1100)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=_QUIET)
        for name, address, height in shots:
            page = browser.new_page(viewport={"width": 1280, "height": height}, color_scheme="light")
            page.goto((SITE / address).as_uri())
            page.screenshot(path=HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
