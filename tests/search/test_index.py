"""The files of the index: the same from the same entries, and only what belongs to them."""

from __future__ import annotations

import base64
import json
import random
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.errors import PublishError
from generator.publishing.search import write_index
from generator.publishing.search.index import write_records
from generator.publishing.search.packing import packed, rice_parameter
from generator.publishing.search.postings import base36
from generator.publishing.search.records import records_of
from generator.publishing.search.runs import run_table
from generator.publishing.search.spellings import Name, spelling_rows
from generator.publishing.search.stemmer_script import LICENCE_NAME
from generator.publishing.search.vocabulary import Spelling, backwards, forwards
from tests.digests import digest
from tests.search.sites import record

FEW = [
    record(1, "Dyke breached", "Two people were hurt at the mill.", relation="corroborates", topics=("mill",)),
    record(2, "Pumps arrive", "Four pumps came by barge.", outlet="Quay Ledger", language="de"),
    record(3, "Ferry stops", "No boats until noon.", day="2031-06-02", relation="updates"),
    record(4, "Undated note", "Somewhere, some day.", day="", minute=None),
]


def all_files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def root_of(folder: Path) -> dict[str, object]:
    last = (folder / "root.js").read_text("utf-8").splitlines()[-1]
    return dict(json.loads(last.removeprefix("digestShard('root',").removesuffix(")")))


def test_the_same_entries_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    shuffled = random.Random(1).sample(FEW, len(FEW))
    write_records(FEW, tmp_path / "one")
    write_records(shuffled, tmp_path / "other")
    assert all_files(tmp_path / "one") == all_files(tmp_path / "other")


def test_shards_lie_in_a_folder_named_by_what_they_hold(tmp_path: Path) -> None:
    one = write_records(FEW, tmp_path / "one")
    other = write_records(FEW[:3], tmp_path / "other")
    assert one.folder != other.folder
    assert re.fullmatch(r"[0-9a-f]{12}", one.folder)
    assert {path.name for path in (tmp_path / "one").iterdir()} == {"root.js", one.folder}


def test_a_new_index_leaves_nothing_of_the_old_one(tmp_path: Path) -> None:
    write_records(FEW, tmp_path)
    report = write_records(FEW[:1], tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"root.js", report.folder}


def test_the_report_counts_what_was_written(tmp_path: Path) -> None:
    report = write_records(FEW, tmp_path)
    written = all_files(tmp_path)
    assert report.entries == 4
    assert report.files == len(written)
    assert report.bytes == sum(map(len, written.values()))
    assert report.root_bytes == len(written["root.js"])


def test_an_archive_without_entries_has_an_index_too(tmp_path: Path) -> None:
    assert write_records([], tmp_path).entries == 0
    assert root_of(tmp_path)["entries"] == 0


def test_only_the_stemmers_of_the_archives_languages_are_shipped_with_their_licence(tmp_path: Path) -> None:
    write_records(FEW, tmp_path)
    assert root_of(tmp_path)["stemmers"] == ["english", "german"]
    names = {Path(name).name for name in all_files(tmp_path)}
    assert {"stem-english.js", "stem-german.js", LICENCE_NAME} <= names
    assert "stem-french.js" not in names


def test_a_digest_is_indexed_with_every_entry_and_all_its_days_outlets_and_topics(tmp_path: Path) -> None:
    whole = digest()
    report = write_index(whole, Settings(), tmp_path)
    root = root_of(tmp_path)
    assert report.entries == len(whole.entries)
    assert root["days"] == ["2031-03-04", "2031-03-05", ""]
    assert root["outlets"] == ["Harbour Wire", "The Quay Ledger", "Öst Post"]
    assert ["elm-point", "Elm Point", 5] in root["topics"]  # type: ignore[operator]
    assert not any(topic[0] == "ada-fenn" for topic in root["topics"])  # type: ignore[attr-defined]


def test_an_entry_shows_its_strongest_relation_and_its_minute_in_the_sites_zone() -> None:
    found = {one.headline: one for one in records_of(digest(), Settings())}
    dyke = found["Dyke breached at Elm Point"]
    assert (dyke.relation, dyke.day, dyke.minute) == ("corroborates", "2031-03-04", 8 * 60 + 5)
    assert dyke.address == "days/2031-03-04.html#e000000000001"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PublishError, match="file"):
        write_records(FEW, tmp_path / "file" / "search")


def test_hostile_text_never_ends_a_script_or_a_line_of_one(tmp_path: Path) -> None:
    write_records([record(1, "</script><script>", "a\u2028b\u2029c <!-- \ud800 \x00 ';\"); alert(1)//")], tmp_path)
    for name, data in all_files(tmp_path).items():
        text = data.decode("utf-8")
        assert "</script" not in text.lower(), name
        assert "\u2028" not in text
        assert "<!--" not in text


def test_runs_say_day_outlet_and_corroboration_of_every_entry() -> None:
    ordered = sorted(FEW, key=lambda one: one.place)
    table = run_table(ordered)
    assert table.days == ["2031-06-01", "2031-06-02", ""]
    assert table.outlets == ["Harbour Wire", "Quay Ledger"]
    assert table.text == "0+1,1-1;0-1;0-1"


def test_vocabulary_lines_leave_out_what_they_share_with_the_line_above() -> None:
    lines = list(forwards({"bridge": 1, "bridges": 40, "bread": 2}))
    assert lines[1].code("bread") == "C0idge"
    assert lines[2].code("bridge") == "G3s"
    assert list(backwards({"abc": 1})) == [Spelling("cba", 1)]


def test_spellings_of_a_topic_lead_to_each_other_and_unlike_names_do_not() -> None:
    names = [
        Name("kyiv", ("Kyiv", "Kiev")),
        Name("united-nations", ("United Nations", "UN")),
        Name("zelensky", ("Volodymyr Zelensky", "Volodymyr Zelenskiy", "President Zelensky")),
    ]
    lines = {row.key: row.line for row in spelling_rows(names, ["english"])}
    assert lines["kiev"] == "kiev=kyiv"
    assert lines["un"] == "un=!united-nations"
    assert lines["zelenskiy"] == "zelenskiy=zelenski"
    assert "presid" not in lines
    assert lines["!kiev"] == "!kiev=!kyiv"


def unpacked(text: str, count: int, k: int, width: int) -> list[tuple[int, int]]:
    """What Rice codes mean, read as slowly and plainly as they are defined."""
    data = base64.b64decode(text + "=" * (-len(text) % 4))
    bits = iter("".join(f"{byte:08b}" for byte in data))
    found = []
    for _ in range(count):
        quotient = 0
        while next(bits) == "0":
            quotient += 1
        rest = "".join(next(bits) for _ in range(k))
        own = "".join(next(bits) for _ in range(width))
        found.append(((quotient << k) + int(rest or "0", 2), int(own or "0", 2)))
    return found


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 15)), max_size=12), min_size=1, max_size=6),
    st.sampled_from([0, 1, 4]),
)
def test_packed_lists_can_be_read_back(lists: list[list[tuple[int, int]]], width: int) -> None:
    flat = [(gap, payload % (1 << width)) for one in lists for gap, payload in one]
    gaps = np.array([gap for gap, _ in flat], dtype=np.int64)
    payload = np.array([own for _, own in flat], dtype=np.uint8)
    counts = np.array([len(one) for one in lists], dtype=np.int64)
    k = rice_parameter(3000, counts)
    texts = list(packed(gaps, payload, width, k, counts))
    read = [
        unpacked(text, len(one), int(k[at]), width) for at, (text, one) in enumerate(zip(texts, lists, strict=True))
    ]
    assert [pair for one in read for pair in one] == flat


def test_numbers_in_base_36_are_what_browsers_read() -> None:
    assert [base36(number) for number in (0, 35, 36, 46_655)] == ["0", "z", "10", "zzz"]
    assert all(int(base36(number), 36) == number for number in range(0, 100_000, 997))
