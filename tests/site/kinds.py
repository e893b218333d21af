"""The kinds of pages a site has, and its fullest page of each kind."""

from __future__ import annotations

import re
from pathlib import Path

KINDS = ("home", "day", "story", "topic", "source", "document", "list", "cite", "search", "about", "missing")
_KIND = re.compile(r'<body class="([a-z]+)')


def fullest_pages(site: Path) -> dict[str, Path]:
    """Kind → the largest page of that kind."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html")):
        kind = _KIND.search(path.read_text("utf-8"))
        if kind and (kind[1] not in found or path.stat().st_size > found[kind[1]].stat().st_size):
            found[kind[1]] = path
    return found
