"""CSV, TSV, JSON and JSON Lines exports of a liveblog → drafts.

Which column holds what is given by a person (``columns``), or guessed from its name, and where
names say nothing, from what it holds."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from generator.config import Given, Settings
from generator.errors import DocumentError
from generator.model import BlockKind, SetAside
from generator.reading.draft import Draft, DraftEntry, Source
from generator.reading.encodings import clean, decode
from generator.reading.html.fragments import fragment_lines
from generator.reading.html.machine_times import iso_time, machine_time
from generator.reading.rows import LineBuilder, Piece

Row = Mapping[str, Any]

FIELDS = ("datetime", "date", "time", "headline", "text", "url", "author", "id")
_SAMPLE = 50
_MOST_CELL = 4_000_000
_WRAPPERS = ("entries", "items", "posts", "updates", "data", "rows", "results", "liveBlogUpdate", "messages")


def read_table(source: Source, given: Given, settings: Settings) -> Draft:
    """The table in ``source``: one entry a row, in the order of the file.

    :raises DocumentError: if it is no table, or no column of it holds text.
    """
    rows, kind = _rows(source)
    columns = _columns(rows, given, source.path)
    builder = LineBuilder()
    entries = []
    for row in rows:
        entry = _entry(row, columns, builder, settings, source.path)
        if entry is not None:
            entries.append(entry)
        if len(builder.lines) > settings.limits.document_lines:
            raise DocumentError(
                f"has more than {settings.limits.document_lines:,} lines of text",
                path=source.path,
                hint="split the table, or raise limits.document_lines",
            )
    if not entries:
        raise DocumentError("is a table without rows of text", path=source.path, hint=_hint())
    return Draft(
        format=kind,
        lines=tuple(builder.lines),
        entries=tuple(entries),
        outlet=_outlet(entries),
        set_aside=_unused(entries, len(builder.lines)),
        notes=(f"Columns read: {', '.join(f'{field} from {name}' for field, name in columns.items())}.",),
    )


def _hint() -> str:
    return 'say which columns hold what: columns = { datetime = "…", text = "…" } in the sidecar'


def _unused(entries: Sequence[DraftEntry], count: int) -> tuple[SetAside, ...]:
    used = {line for entry in entries for line in entry.lines}
    rest = tuple(line for line in range(1, count + 1) if line not in used)
    return (SetAside(rest, "rows without text"),) if rest else ()


def _outlet(entries: Sequence[DraftEntry]) -> str | None:
    """The one host that all addresses share."""
    hosts = {urlsplit(entry.address).hostname for entry in entries[:200] if entry.address}
    host = hosts.pop() if len(hosts) == 1 else None
    return host.removeprefix("www.") if host else None


def _rows(source: Source) -> tuple[Sequence[Row], str]:
    text, _ = decode(source.data, None, source.path)
    opening = text.lstrip()[:1]
    if opening == "[" or (opening == "{" and not _is_lines(text)):
        return _json_rows(text, source.path), "json"
    if opening == "{":
        return list(_json_lines(text, source.path)), "jsonl"
    return list(_csv_rows(text, source.path)), "csv"


def _is_lines(text: str) -> bool:
    first, _, rest = text.lstrip().partition("\n")
    return first.rstrip().endswith("}") and (not rest.strip() or rest.lstrip().startswith("{"))


def _json_rows(text: str, path: str) -> Sequence[Row]:
    try:
        value = json.loads(text, strict=False)
    except RecursionError as error:
        raise DocumentError("is JSON that nests too deep", path=path, hint="export a flat list of rows") from error
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise DocumentError("is not valid JSON", path=path, line=line, hint="export the table again") from error
    if isinstance(value, dict):
        value = next((value[name] for name in _WRAPPERS if isinstance(value.get(name), list)), [value])
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    if not rows:
        raise DocumentError("is JSON without a list of rows", path=path, hint=_hint())
    return rows


def _json_lines(text: str, path: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, strict=False)
        except (ValueError, RecursionError) as error:
            raise DocumentError("is not valid JSON", path=path, line=number, hint="one object a line") from error
        if isinstance(row, dict):
            yield row


def _csv_rows(text: str, path: str) -> Iterator[Row]:
    head = text[:20_000]
    try:
        dialect: Any = csv.Sniffer().sniff(head, delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    csv.field_size_limit(_MOST_CELL)
    reader = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect, restkey="", restval="")
    try:
        for row in reader:
            yield {str(key): value for key, value in row.items() if key and isinstance(value, str)}
    except csv.Error as error:
        raise DocumentError(
            f"is not a table that can be read: {error}", path=path, line=reader.line_num, hint="export it again as CSV"
        ) from error


def _columns(rows: Sequence[Row], given: Given, path: str) -> dict[str, str]:
    """Field → name of its column: given, else by name, else by what the column holds."""
    names = list(dict.fromkeys(key for row in rows[:_SAMPLE] for key in row))
    columns = _given_columns(given, names, path)
    for name in names:
        field = _field_of().get(_folded(name))
        if field and field not in columns and name not in columns.values():
            columns[field] = name
    if (
        columns.get("date")
        and not columns.get("time")
        and "datetime" not in columns
        and _has_clock(rows, columns["date"])
    ):
        columns["datetime"] = columns.pop("date")
    for wanted, test in (("datetime", _is_time), ("text", _is_prose)):
        if wanted not in columns and not (wanted == "datetime" and "time" in columns):
            free = (n for n in names if n not in columns.values() and _mostly(rows, n, test))
            columns.update([(wanted, name) for name in list(free)[:1]])
    if "text" not in columns and "headline" not in columns:
        raise DocumentError(
            f"no column holds text; its columns are {', '.join(names[:12]) or 'unnamed'}", path=path, hint=_hint()
        )
    return columns


@cache
def _field_of() -> Mapping[str, str]:
    table = tomllib.loads((files("generator.reading") / "columns.toml").read_text("utf-8"))
    return {_folded(name): field for field, names in table.items() for name in names}


def _folded(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _given_columns(given: Given, names: Sequence[str], path: str) -> dict[str, str]:
    columns = {}
    for field, name in given.columns.items():
        if field not in FIELDS:
            raise DocumentError(f"unknown field {field!r} in columns", path=path, hint=f"known: {', '.join(FIELDS)}")
        if name not in names:
            raise DocumentError(f"has no column {name!r}", path=path, hint=f"its columns are {', '.join(names[:12])}")
        columns[field] = name
    return columns


def _mostly(rows: Sequence[Row], name: str, test: Any) -> bool:
    values = [row[name] for row in rows[:_SAMPLE] if row.get(name)]
    return len(values) > 0 and sum(1 for value in values if test(value)) > 0.7 * len(values)


def _has_clock(rows: Sequence[Row], name: str) -> bool:
    return _mostly(rows, name, lambda value: bool(re.search(r"\d[:.h]\d\d", str(value))))


def _is_time(value: Any) -> bool:
    return machine_time(value) is not None or (isinstance(value, str) and iso_time(value) is not None)


def _is_prose(value: Any) -> bool:
    return isinstance(value, str) and value.count(" ") >= 5


def _entry(
    row: Row, columns: Mapping[str, str], builder: LineBuilder, settings: Settings, path: str
) -> DraftEntry | None:
    def cell(field: str) -> str:
        value = row.get(columns.get(field, ""), "")
        return clean(str(value)).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

    headline = cell("headline")
    body = cell("text")
    if not headline and not body:
        return None
    if "<" in headline or "&" in headline:
        headline = " ".join(line.text for line in fragment_lines(headline, settings.limits, path))
    printed = cell("datetime") or " ".join(filter(None, (cell("date"), cell("time"))))
    address = cell("url")
    return builder.entry(
        printed=printed or None,
        headline=headline or None,
        pieces=_pieces(body, settings, path),
        instant=_instant(row.get(columns.get("datetime", ""))),
        authors=(cell("author"),) if cell("author") else (),
        address=address if address.startswith(("http://", "https://")) else None,
    )


def _instant(value: Any) -> datetime | None:
    return machine_time(value) if value is not None else None


def _pieces(body: str, settings: Settings, path: str) -> list[Piece]:
    if "<" not in body and "&" not in body:
        return [Piece(line, BlockKind.PARAGRAPH) for line in body.splitlines() if line.strip()]
    return [Piece(line.text, line.kind, line.links) for line in fragment_lines(body, settings.limits, path)]
