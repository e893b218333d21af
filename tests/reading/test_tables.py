"""Exports as CSV, JSON and JSON Lines, and our own published entries."""

from __future__ import annotations

import csv
import io
import json
import time

import pytest

from generator.config import Given, Settings
from generator.errors import DocumentError
from generator.model import Document
from generator.reading.containers import unpack
from generator.reading.draft import Source
from generator.reading.reader import read
from generator.reading.tables import read_table
from generator.writing.rows import entry_row

ROWS = [
    {
        "datetime": "2020-03-13T18:05:00+01:00",
        "headline": "Schools close",
        "text": "All schools close on Monday.",
        "url": "https://radio.example/1",
    },
    {
        "datetime": "2020-03-13T17:40:00+01:00",
        "headline": "",
        "text": "<p>The county counts ten cases.</p><p>More at six.</p>",
        "url": "https://radio.example/2",
    },
]


def document(path: str, text: str, given: Given | None = None) -> Document:
    return read(Source(path=path, data=text.encode(), sha256="0"), given or Given(), Settings())


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("ticker.csv", as_csv(ROWS)),
        ("ticker.csv", as_csv(ROWS, ";")),
        ("ticker.tsv", as_csv(ROWS, "\t")),
        ("ticker.json", json.dumps(ROWS)),
        ("ticker.json", json.dumps({"entries": ROWS}, indent=2)),
        ("ticker.jsonl", "\n".join(map(json.dumps, ROWS))),
    ],
)
def test_every_kind_of_table_gives_the_same_entries(path: str, text: str) -> None:
    first, second = document(path, text).entries
    assert (first.headline, first.blocks[0].text, first.address) == (
        "Schools close",
        "All schools close on Monday.",
        "https://radio.example/1",
    )
    assert first.utc is not None
    assert first.utc.isoformat() == "2020-03-13T17:05:00+00:00"
    assert [block.text for block in second.blocks] == ["The county counts ten cases.", "More at six."]


def test_columns_are_known_by_their_names_in_other_languages() -> None:
    text = "Datum;Uhrzeit;Überschrift;Meldung\n13.03.2020;18:05;Schulen zu;Ab Montag bleiben alle Schulen zu.\n"
    (entry,) = document("ticker.csv", text).entries
    assert (entry.headline, entry.printed_time) == ("Schulen zu", "13.03.2020 18:05")


def test_a_person_can_say_which_column_holds_what() -> None:
    text = "a,b\n2020-03-13T18:05:00Z,The bridge is open again.\n"
    (entry,) = document("x.csv", text, Given(columns={"datetime": "a", "text": "b"})).entries
    assert entry.blocks[0].text == "The bridge is open again."


def test_a_wrong_column_is_named_with_those_that_exist() -> None:
    with pytest.raises(DocumentError, match=r"has no column 'body' – its columns are a, b"):
        document("x.csv", "a,b\n1,2\n", Given(columns={"text": "body"}))


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("x.json", "[" * 500_000, "nests too deep"),
        ("x.json", '[{"text": "a",]', "not valid JSON"),
        ("x.jsonl", '{"text": "one two"}\n{"text": \n', "x.jsonl:2: is not valid JSON"),
        ("x.csv", "a,b\n1,2\n", "no column holds text"),
        ("x.json", "[1, 2]", "without a list of rows"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_in_words(path: str, text: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        document(path, text)


def test_thirty_thousand_rows_are_read_in_seconds() -> None:
    rows = [
        {
            "datetime": f"2020-03-{1 + n % 28:02d}T{n % 24:02d}:{n % 60:02d}:00+01:00",
            "text": f"County {n} counts {n} cases.",
        }
        for n in range(32_405)
    ]
    data = json.dumps(rows).encode()
    start = time.perf_counter()
    draft = read_table(Source(path="ticker.json", data=data, sha256=""), Given(), Settings())
    assert len(draft.entries) == 32_405
    assert time.perf_counter() - start < 15


def test_published_entries_are_read_back_with_the_same_ids_and_text() -> None:
    published = [document("ticker.json", json.dumps(ROWS)), document("other.json", json.dumps(ROWS[:1]))]
    lines = [json.dumps(entry_row(entry)) for page in published for entry in page.entries]
    found = list(unpack("entries.jsonl", "\n".join(lines).encode(), Settings().limits))
    again = [read(source, Given(), Settings()) for source in found]
    assert [page.id for page in again] == [page.id for page in published]
    for before, after in zip(published, again, strict=True):
        assert [(e.id, e.headline, e.utc, e.date) for e in after.entries] == [
            (e.id, e.headline, e.utc, e.date) for e in before.entries
        ]
        assert [b.text for e in after.entries for b in e.blocks] == [b.text for e in before.entries for b in e.blocks]


def test_a_broken_row_of_published_entries_is_named_by_its_line() -> None:
    good = {"id": "e1", "document": "d", "outlet": "o", "lines": [1], "blocks": []}
    text = json.dumps(good) + "\n" + '{"id": 3}'
    with pytest.raises(DocumentError, match=r"entries\.jsonl:2: is not a row"):
        list(unpack("entries.jsonl", text.encode(), Settings().limits))
