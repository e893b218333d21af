"""A hundred and more layouts in some twenty languages are read right, without a word about any in the code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.reading.texts import differences, letters, read_page
from tests.shared import shared_folder

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_every_entry_of_a_layout_has_its_time_headline_and_words(path: Path) -> None:
    labels = json.loads(path.with_suffix(".json").read_text("utf-8"))["entries"]
    document = read_page(path.read_bytes(), path=path.name)
    assert differences(document, labels) == []


def test_at_least_nineteen_of_twenty_entries_of_real_layouts_are_found_and_nine_of_ten_exactly_right() -> None:
    found = exact = read = wanted = 0
    for path in sorted(shared_folder("layouts").glob("*.txt")):
        labels = json.loads(path.with_suffix(".json").read_text("utf-8"))["entries"]
        entries = list(read_page(path.read_bytes(), path=path.name).entries)
        read, wanted = read + len(entries), wanted + len(labels)
        for label in labels:
            key = letters(label["first_words"]) or letters(label["headline"])
            match = next((e for e in entries if key and key in letters(e.text)), None)
            if match is None:
                continue
            entries.remove(match)
            found += 1
            time_right = bool(match.printed_time) == bool(label["time_text"])
            exact += time_right and (not label["headline"] or letters(match.headline) == letters(label["headline"]))
    assert 2 * found / (read + wanted) >= 0.95
    assert 2 * exact / (read + wanted) >= 0.93
