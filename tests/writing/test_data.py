"""The published data: complete, as described, and readable back."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.config import Settings
from generator.errors import DocumentError
from generator.writing.addresses import day_address, entry_address
from generator.writing.data import write_data
from generator.writing.rows import entry_from_row
from tests.digests import digest

PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
    "date": str,
    "datetime": str,
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("site")
    write_data(digest(), Settings(), output)
    return output / "data"


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    lines = (data / f"{name}.jsonl").read_text("utf-8").split("\n")
    assert lines.pop() == ""
    return [json.loads(line) for line in lines]


def tables(data: Path) -> dict[str, dict[str, Any]]:
    return {table["name"]: table for table in json.loads((data / "datapackage.json").read_text("utf-8"))["resources"]}


def faults(row: dict[str, Any], field: dict[str, Any]) -> list[str]:
    """What is wrong with one field of a row, by the Table Schema standard."""
    value, rules = row[field["name"]], field.get("constraints", {})
    if value is None:
        return ["is null but required"] if rules.get("required") else []
    found = []
    if not isinstance(value, PYTHON_TYPES[field["type"]]):
        found.append(f"{value!r} is no {field['type']}")
    if field["type"] == "date":
        date.fromisoformat(value)
    if field["type"] == "datetime":
        assert datetime.fromisoformat(value).utcoffset() is not None
    if "enum" in rules and value not in rules["enum"]:
        found.append(f"{value!r} is not one of {rules['enum']}")
    if "pattern" in rules and not re.fullmatch(rules["pattern"], value):
        found.append(f"{value!r} does not match {rules['pattern']}")
    if not rules.get("minimum", 0) <= (value if isinstance(value, (int, float)) else 0) <= rules.get("maximum", 1e9):
        found.append(f"{value!r} is out of range")
    return found


@pytest.mark.parametrize("name", ["documents", "entries", "links", "stories", "topics"])
def test_every_row_has_exactly_the_described_fields_of_the_described_types(data: Path, name: str) -> None:
    fields = tables(data)[name]["schema"]["fields"]
    found = rows(data, name)
    assert found
    for row in found:
        assert list(row) == [field["name"] for field in fields]
        assert [fault for field in fields for fault in faults(row, field)] == []


def test_every_table_has_a_primary_key_that_is_unique(data: Path) -> None:
    for name, table in tables(data).items():
        key = table["schema"]["primaryKey"]
        names = [key] if isinstance(key, str) else key
        found = [tuple(row[part] for part in names) for row in rows(data, name)]
        assert len(found) == len(set(found))


def test_ids_lead_from_table_to_table(data: Path) -> None:
    entries = {row["id"] for row in rows(data, "entries")}
    assert {row["document"] for row in rows(data, "entries")} <= {row["id"] for row in rows(data, "documents")}
    assert {key for row in rows(data, "links") for key in (row["a"], row["b"])} <= entries
    assert {key for name in ("stories", "topics") for row in rows(data, name) for key in row["entries"]} <= entries
    assert {row["story"] for row in rows(data, "entries")} - {None} <= {row["id"] for row in rows(data, "stories")}


def test_each_table_is_named_with_its_size_and_hash(data: Path) -> None:
    for table in tables(data).values():
        assert table["bytes"] == (data / table["path"]).stat().st_size
        assert re.fullmatch(r"sha256:[0-9a-f]{64}", table["hash"])


def test_an_entry_read_back_from_its_row_is_the_same_entry_but_for_later_captures(data: Path) -> None:
    assert [entry_from_row(row) for row in rows(data, "entries")] == list(digest().entries)


def test_a_row_says_where_its_entry_stands_on_the_site(data: Path) -> None:
    assert [row["url"] for row in rows(data, "entries")] == [
        entry_address(day_address(entry.date), entry) for entry in digest().entries
    ]


def test_the_text_of_every_document_is_published_line_by_line(data: Path) -> None:
    for document in digest().documents:
        lines = (data / "text" / f"{document.id}.txt").read_text("utf-8").split("\n")
        assert tuple(lines[:-1]) == document.lines


@pytest.mark.parametrize(
    "row",
    [{}, {"id": ""}, {"id": 7}, {"id": "e1", "date": "yesterday"}, {"id": "e1", "blocks": ["text"]},
     {"id": "e1", "blocks": [{"kind": "song", "text": "la"}]}, {"id": "e1", "utc": "noon"}],
)  # fmt: skip
def test_a_row_that_is_no_entry_is_refused_with_its_file_and_line(row: dict[str, Any]) -> None:
    with pytest.raises(DocumentError, match=r"^mine\.jsonl:3: is not a row of entries"):
        entry_from_row(row, path="mine.jsonl", line=3)
