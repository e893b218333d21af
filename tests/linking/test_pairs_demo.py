"""Links of the documents that ship with the project, against what a person found in them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from generator.build import relate
from generator.collection import read_documents
from generator.config import Curation, Settings
from generator.model import Digest, Relation
from tests.shared import ROOT

UNLINKED = ("none", "related")


@cache
def demo() -> Digest:
    settings = Settings()
    return relate(*read_documents(ROOT / "content" / "documents", settings), settings, Curation())


def place_of(digest: Digest, document: str, line: int | str) -> str:
    """The id of the entry that stands on a line of a document, or at an anchor of a page."""
    (page,) = (each for each in digest.documents if each.path.endswith(document))
    if isinstance(line, str):
        return next(each.id for each in digest.entries if each.document == page.id and line in (each.address or ""))
    return next(each.id for each in digest.entries if each.document == page.id and line in each.lines)


def judged() -> dict[frozenset[str], bool]:
    """Every pair that was looked at, and whether both report one event."""
    truth: list[dict[str, Any]] = json.loads((ROOT / "tests" / "truth" / "demo.json").read_text("utf-8"))["links"]
    digest = demo()
    return {
        frozenset((place_of(digest, *each["a"]), place_of(digest, *each["b"]))): each["relation"] not in UNLINKED
        for each in truth
    }


def linked() -> set[frozenset[str]]:
    return {frozenset((each.a, each.b)) for each in demo().links if each.relation is not Relation.RELATED}


def test_nine_in_ten_links_that_a_person_looked_at_are_right() -> None:
    truth = judged()
    seen = [truth[pair] for pair in linked() if pair in truth]
    assert len(seen) > 40
    assert sum(seen) / len(seen) >= 0.9


def test_more_than_a_third_of_the_pairs_that_report_one_event_are_linked() -> None:
    found = linked()
    right = [pair for pair, same in judged().items() if same]
    assert sum(pair in found for pair in right) / len(right) > 1 / 3
