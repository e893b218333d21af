"""Is the built site whole? Links that lead nowhere, document lines that were lost, files that changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from generator.errors import PublishError
from generator.publishing.manifest import failed_fixity, site_files

_LINKING = ("href", "src", "{http://www.w3.org/1999/xlink}href")


def check_site(site: Path) -> list[str]:
    """Everything that is broken, in words that name the file; an empty list if the site is whole.

    :raises PublishError: if there is no site at ``site``.
    """
    if not (site / "index.html").is_file():
        raise PublishError("holds no site", path=str(site), hint="run `digest build` first")
    return [*failed_fixity(site), *broken_links(site), *lost_lines(site)]


def broken_links(site: Path) -> Iterator[str]:
    """In words, every link of a page to a page, file or anchor that is not there."""
    pages = {name: _parsed(path) for name, path in site_files(site) if name.endswith(".html")}
    files = {name for name, _ in site_files(site)}
    anchors = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    for name, page in pages.items():
        for address in _addresses(page):
            target, place = _target(name, address)
            if target is None:
                continue
            if target not in files:
                yield f"{name}: links to {address}, which is not there"
            elif place and target in anchors and place not in anchors[target]:
                yield f"{name}: links to {address}, where nothing has that anchor"


def lost_lines(site: Path) -> Iterator[str]:
    """In words, every non-blank line of a document that is in no place, or in two."""
    data = site / "data"
    owned = _lines_of_entries(data / "entries.jsonl")
    for row in _rows(data / "documents.jsonl"):
        places = list(owned.get(row["id"], ())) + list(row["key_points"])
        places += [line for part in row["set_aside"] for line in part["lines"]]
        text = (data / "text" / f"{row['id']}.txt").read_text("utf-8").split("\n")
        wanted = {number for number, line in enumerate(text, 1) if line.strip()}
        for number in sorted(wanted - set(places)):
            yield f"{row['path']}:{number}: this line is lost"
        for number in sorted({n for n in places if places.count(n) > 1} if len(places) != len(set(places)) else ()):
            yield f"{row['path']}:{number}: this line stands in two places"


def _lines_of_entries(path: Path) -> Mapping[str, list[int]]:
    owned: dict[str, list[int]] = {}
    for row in _rows(path):
        owned.setdefault(row["document"], []).extend(row["lines"])
    return owned


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


def _parsed(path: Path) -> Any:
    return html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def _addresses(page: Any) -> Iterator[str]:
    for element in page.iter(etree.Element):
        for attribute in _LINKING:
            value = element.get(attribute)
            if value is not None and element.tag != "base" and element.get("rel") != "canonical":
                yield value


def _target(page: str, address: str) -> tuple[str | None, str]:
    """The file of the site that ``address`` means on ``page``, and the anchor in it; None for another host."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None, ""
    path = unquote(parts.path)
    if not path:
        return page, unquote(parts.fragment)
    steps = page.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return f"{address} (outside the site)", ""
            steps.pop()
        elif step not in (".", ""):
            steps.append(step)
    return "/".join(steps), unquote(parts.fragment)
