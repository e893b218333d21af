"""The same documents give the same bytes on any machine, and addresses never change."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.build import Places, build
from generator.config import Curation, load_settings
from generator.publishing.manifest import MANIFEST
from tests.shared import ROOT

DEMO = ROOT / "content" / "documents"
ADDED = ("zarnitsa-return.txt", "zarnitsa-return.toml", "meridian-wire-splashdown.txt", "meridian-wire-splashdown.toml")


def building_elsewhere(place: Path, documents: Path, **environment: str) -> subprocess.Popen[bytes]:
    """A build in a process of its own, in a folder of its own, into ``site`` there."""
    place.mkdir()
    command = [sys.executable, "-m", "generator", "build", "--documents", documents, "--output", "site"]
    return subprocess.Popen(
        [*command, "--site-url", "https://example.org/digest/"],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def tree(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_two_builds_in_different_zones_languages_and_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    copied = tmp_path / "a copy in another place"
    shutil.copytree(DEMO, copied)
    for path in copied.rglob("*"):
        os.utime(path, (0, 0))
    turkish = {"LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"}
    builds = (
        building_elsewhere(tmp_path / "a", DEMO, PYTHONHASHSEED="1", TZ="Pacific/Apia", LC_ALL="C"),
        building_elsewhere(tmp_path / "b", copied, PYTHONHASHSEED="4242", TZ="America/St_Johns", **turkish),
    )
    said = [process.communicate()[1].decode() for process in builds]
    assert [process.returncode for process in builds] == [0, 0], said
    one, other = tree(tmp_path / "a" / "site"), tree(tmp_path / "b" / "site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert MANIFEST in one


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A site of some documents, and one of the same and two more."""
    place = tmp_path_factory.mktemp("stable")
    sites = []
    for name, left_out in (("before", ADDED), ("after", ())):
        documents = place / name / "documents"
        shutil.copytree(DEMO, documents, ignore=lambda _, names, left_out=left_out: set(names) & set(left_out))
        build(
            Places(documents, place / name / "pages", place / name / "output"),
            load_settings(place, documents),
            Curation(),
        )
        sites.append(place / name / "output")
    return sites[0], sites[1]


def rows(site: Path, table: str) -> list[dict[str, Any]]:
    text = (site / "data" / f"{table}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def test_adding_documents_changes_no_entry_and_no_address_of_one(before_and_after: tuple[Path, Path]) -> None:
    before, after = ({row["id"]: row for row in rows(site, "entries")} for site in before_and_after)
    assert len(after) > len(before)
    assert before.keys() <= after.keys()
    changed = [key for key, row in before.items() if row["url"] != after[key]["url"] and row["date"]]
    assert changed == []
    assert [key for key, row in before.items() if row["blocks"] != after[key]["blocks"]] == []


def test_adding_documents_takes_away_no_page_but_that_of_a_story_nothing_links_any_more(
    before_and_after: tuple[Path, Path],
) -> None:
    before, after = ({path.relative_to(site).as_posix() for path in site.rglob("*.html")} for site in before_and_after)
    linked = {row[end] for row in rows(before_and_after[1], "links") for end in "ab"}
    assert [page for page in sorted(before - after) if page.removeprefix("stories/story-")[:-5] in linked] == []
    assert [page for page in before - after if not page.startswith("stories/story-")] == []


def test_adding_documents_takes_away_no_anchor_of_an_entry(before_and_after: tuple[Path, Path]) -> None:
    before, after = before_and_after
    for path in (before / "days").glob("*.html"):
        anchors = html.fromstring(path.read_bytes()).xpath("//article/@id")
        kept = html.fromstring((after / "days" / path.name).read_bytes()).xpath("//@id")
        assert set(anchors) <= set(kept), path.name
