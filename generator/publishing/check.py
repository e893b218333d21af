"""Is the built site whole? Links that lead nowhere, document lines that were lost, files that changed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from generator.errors import PublishError
from generator.publishing.manifest import failed_fixity, site_files

Place = tuple[str, str]
"""A file of the site, and an anchor in it or nothing."""

_IDS = etree.XPath("//@id", smart_strings=False)
_ADDRESSES = etree.XPath(
    "//*[not(self::base or @rel='canonical')]/@*[name()='href' or name()='src' or name()='xlink:href']",
    smart_strings=False,
)


def check_site(site: Path) -> list[str]:
    """Everything that is broken, in words that name the file; an empty list if the site is whole.

    :raises PublishError: if there is no site at ``site``.
    """
    if not (site / "index.html").is_file():
        raise PublishError("holds no site", path=str(site), hint="run `digest build` first")
    return [*failed_fixity(site), *broken_links(site), *lost_lines(site)]


def broken_links(site: Path) -> Iterator[str]:
    """In words, every link of a page to a page, file or anchor that is not there.

    Holds one page at a time; pages are read again only where something is broken, to name them.
    """
    files = dict(site_files(site))
    wanted: set[Place] = set()
    anchors: dict[str, frozenset[str]] = {}
    for name, page in _pages(files):
        anchors[name] = frozenset(_IDS(page))
        wanted.update(place for place in _places(name, page).values() if place)
    broken = {
        (target, anchor)
        for target, anchor in wanted
        if target not in files or (anchor and target in anchors and anchor not in anchors[target])
    }
    for name, page in _pages(files) if broken else ():
        for address, place in _places(name, page).items():
            if place in broken:
                what = "which is not there" if place[0] not in files else "where nothing has that anchor"
                yield f"{name}: links to {address}, {what}"


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
        for number in sorted(number for number, times in Counter(places).items() if times > 1):
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


def _pages(files: Mapping[str, Path]) -> Iterator[tuple[str, Any]]:
    """The parsed pages among ``files``, one after the other."""
    for name, path in files.items():
        if name.endswith(".html"):
            parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
            yield name, html.fromstring(path.read_bytes(), parser=parser)


def _places(name: str, page: Any) -> dict[str, Place]:
    """Address → file of the site and anchor in it, for every link on the page ``name`` that leads to no other host."""
    folder = name.rpartition("/")[0]
    found = {address: _target(folder, address) for address in _ADDRESSES(page)}
    return {address: (place[0] or name, place[1]) for address, place in found.items() if place}


@lru_cache(maxsize=50_000)
def _target(folder: str, address: str) -> Place | None:
    """What ``address`` means on a page in ``folder``, the file empty for the page itself; None for another host."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        return "", unquote(parts.fragment)
    steps = folder.split("/") if folder else []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return f"{address} (outside the site)", ""
            steps.pop()
        elif step not in (".", ""):
            steps.append(step)
    return "/".join(steps), unquote(parts.fragment)
