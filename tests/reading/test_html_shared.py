"""Real saved pages, scored by the program that stands beside their labels."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared import shared_folder

READER = """
import json, sys
from generator.config import Given, Settings
from generator.reading.containers import unpack
from generator.reading.reader import read
from generator.writing.rows import document_row, entry_row
for path in sys.argv[1:]:
    for source in unpack(path.rsplit("/", 1)[-1], open(path, "rb").read(), Settings().limits):
        document = read(source, Given(), Settings())
        print(json.dumps({**document_row(document), "entries": [entry_row(e) for e in document.entries]}))
"""


def test_nearly_every_labelled_post_is_found_alone_and_with_its_time() -> None:
    pages, checks = shared_folder("pages"), shared_folder("checks")
    run = subprocess.run(
        [sys.executable, checks / "score_pages.py", pages, "--", sys.executable, "-c", READER],
        capture_output=True,
        text=True,
        check=True,
    )
    split, timed = re.search(r"split ([\d.]+)\s+time ([\d.]+)", run.stdout.splitlines()[-1]).groups()
    assert float(split) >= 0.97
    assert float(timed) >= 0.97


@pytest.mark.parametrize("half", [0, 1])
def test_no_page_shares_wording_with_the_fixtures(half: int) -> None:
    """Fixtures are our own words: no run of ten of them stands in a real page."""
    runs = set()
    for path in sorted((Path(__file__).parent / "pages").glob("*.html"))[half::2]:
        words = re.findall(r"\w+", re.sub(r"<[^>]+>", " ", path.read_text("utf-8")).lower())
        runs |= {hashlib.md5(" ".join(words[n : n + 10]).encode()).digest() for n in range(len(words) - 9)}
    for path in sorted(shared_folder("pages").glob("*.html")):
        words = re.findall(r"\w+", re.sub(r"<[^>]+>", " ", path.read_text("utf-8", "replace")).lower())
        own = {hashlib.md5(" ".join(words[n : n + 10]).encode()).digest() for n in range(len(words) - 9)}
        assert not runs & own, json.dumps(path.name)
