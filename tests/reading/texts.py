"""Reading a text given in a test, and comparing what was read with labels."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Any

from generator.config import Given, Settings
from generator.model import Document, Entry
from generator.reading.draft import Source
from generator.reading.reader import read


def read_page(text: str | bytes, *, path: str = "page.txt", given: Given | None = None) -> Document:
    """The document that ``text``, saved at ``path``, is read as."""
    data = text.encode() if isinstance(text, str) else text
    source = Source(path=path, data=data, sha256=hashlib.sha256(data).hexdigest())
    return read(source, given or Given(), Settings())


def letters(text: str | None) -> str:
    """Letters and digits only, case and accents folded."""
    folded = unicodedata.normalize("NFKD", (text or "").casefold())
    return "".join(c for c in folded if c.isalnum())


def differences(document: Document, labels: list[dict[str, Any]]) -> list[str]:
    """What was read otherwise than labelled, one sentence each."""
    if len(document.entries) != len(labels):
        return [f"{len(document.entries)} entries instead of {len(labels)}"]
    pairs = zip(document.entries, labels, strict=True)
    return [f"line {label['line']}: {what}" for entry, label in pairs for what in _wrong(entry, label)]


def _wrong(entry: Entry, label: dict[str, Any]) -> list[str]:
    wrong = []
    got, wanted = letters(entry.printed_time), letters(label["time_text"])
    if bool(got) != bool(wanted) or (wanted not in got and got not in wanted):
        wrong.append(f"time {entry.printed_time!r} instead of {label['time_text']!r}")
    if label["headline"] and letters(entry.headline) != letters(label["headline"]):
        wrong.append(f"headline {entry.headline!r} instead of {label['headline']!r}")
    opening = letters(" ".join([entry.headline or "", *(block.text for block in entry.blocks)]))
    if letters(label["first_words"]) not in opening:
        wrong.append(f"does not open with {label['first_words']!r}")
    return wrong + _wrong_clock(entry, label["utc_or_local"])


def _wrong_clock(entry: Entry, wanted: str | None) -> list[str]:
    if not wanted:
        return []
    got = entry.local_time.isoformat(timespec="minutes") if entry.local_time else ""
    got = got if "T" in got else f"T{got}"
    return [] if got == wanted else [f"local time {got!r} instead of {wanted!r}"]
