"""Which files are exports (feeds, tables, published entries), by name and by their first bytes."""

from __future__ import annotations

from generator.config import Given, Settings
from generator.reading.draft import Draft, Source
from generator.reading.feeds import is_feed, read_feed
from generator.reading.tables import read_table

_TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson")
_TABLE_TYPES = ("text/csv", "application/json", "application/x-ndjson", "text/tab-separated-values")


def read_export(source: Source, given: Given, settings: Settings) -> Draft | None:
    """The draft of a feed or table; None if ``source`` is neither.

    :raises DocumentError: if it is one and cannot be read.
    """
    if is_feed(source.data):
        return read_feed(source, settings)
    kind = (source.media_type or "").split(";")[0].strip().lower()
    name = source.path.lower().removesuffix(".gz")
    if kind in _TABLE_TYPES or name.endswith(_TABLES):
        return read_table(source, given, settings)
    return None
