"""How to cite an entry: in plain words, as BibTeX, as CSL-JSON.

No citation says when it was looked at by a clock: the day of access is that on which the page was saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.model import Digest, Document, Entry
from generator.writing import wording
from generator.writing.addresses import absolute, bibtex_address, csl_address
from generator.writing.indexes import Indexes, index
from generator.writing.pages.labels import title_of
from generator.writing.safe import bibtex_text, json_text, web_address


def write_citations(digest: Digest, settings: Settings, output: Path) -> None:
    """For each day one BibTeX and one CSL-JSON file of all its entries, in the site at ``output``."""
    known = index(digest, settings)
    for day, entries in known.days.items():
        _write(output / bibtex_address(day), "\n".join(bibtex(entry, known) for entry in entries))
        references = [csl(entry, known) for entry in entries]
        _write(output / csl_address(day), json_text(references, indent=1) + "\n")


def citation(entry: Entry, known: Indexes) -> str:
    """In plain words: who, “what”, when, where it was printed, and where it stands here."""
    document = known.documents.get(entry.document)
    parts = [
        wording.listed(entry.authors) if entry.authors else "",
        f"“{_title(entry)}”",
        wording.outlet(entry.outlet),
        _when(entry),
        f"in: “{document.title}”" if document and document.title else "",
        _original(entry, document) or "",
    ]
    where = f"{known.settings.site.title}, {_permalink(entry, known) or f'entry {entry.id}'}"
    return f"{', '.join(filter(None, parts))}. {where}."


def bibtex(entry: Entry, known: Indexes) -> str:
    """As an ``@misc`` entry, which every BibTeX style has; the letters are UTF-8."""
    document = known.documents.get(entry.document)
    original, permalink, day = _original(entry, document), _permalink(entry, known), _day(entry)
    outlet = wording.outlet(entry.outlet)
    fields = {
        "author": " and ".join(f"{{{bibtex_text(name)}}}" for name in entry.authors or (outlet,)),
        "title": f"{{{bibtex_text(_title(entry))}}}",
        "howpublished": bibtex_text(f"{outlet}: {document.title}" if document and document.title else outlet),
        "year": f"{day.year}" if day else "",
        "month": f"{day.month}" if day else "",
        "day": f"{day.day}" if day else "",
        "url": original or permalink or "",
        "note": bibtex_text(", ".join(filter(None, (_clock(entry), known.settings.site.title, permalink)))),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{entry.id},\n" + ",\n".join(lines) + "\n}\n"


def csl(entry: Entry, known: Indexes) -> dict[str, Any]:
    """As an item of CSL-JSON: https://github.com/citation-style-language/schema."""
    document = known.documents.get(entry.document)
    outlet = wording.outlet(entry.outlet)
    captured = document.captured.date() if document and document.captured else None
    item = {
        "id": entry.id,
        "type": "post-weblog",
        "title": _title(entry),
        "author": [{"literal": name} for name in entry.authors or (outlet,)],
        "publisher": outlet,
        "container-title": document.title if document else None,
        "issued": _parts(_day(entry)),
        "accessed": _parts(captured),
        "URL": _original(entry, document) or _permalink(entry, known),
        "archive": known.settings.site.title,
        "archive_location": _permalink(entry, known) or known.address_of(entry),
        "language": document.language if document else None,
        "note": _clock(entry) or None,
    }
    return {name: value for name, value in item.items() if value is not None}


def _title(entry: Entry) -> str:
    return title_of(entry, 200)


def _original(entry: Entry, document: Document | None) -> str | None:
    return web_address(entry.address or "") or web_address((document and document.url) or "")


def _permalink(entry: Entry, known: Indexes) -> str | None:
    return absolute(known.address_of(entry), known.settings) if known.settings.site.url else None


def _when(entry: Entry) -> str:
    day = _day(entry)
    return ", ".join(filter(None, (wording.plain_date(day) if day else "undated", _clock(entry))))


def _day(entry: Entry) -> date | None:
    """The day in UTC, which fits the time that is cited; the day it is filed under where no moment is known."""
    return entry.utc.date() if entry.utc else entry.date


def _clock(entry: Entry) -> str:
    """The moment in UTC, or the outlet's own clock where its zone is unknown."""
    if entry.utc:
        return f"{wording.hours(entry.utc)} UTC"
    return f"{wording.hours(entry.local_time)} local time" if entry.local_time else ""


def _parts(day: date | None) -> dict[str, Sequence[Sequence[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
