"""The page of a document: what it is, what to be warned of, and every line marked by where it went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Document, Entry
from generator.writing import wording
from generator.writing.addresses import LINES_SHOWN, document_address, source_address, text_address
from generator.writing.indexes import Indexes
from generator.writing.pages.labels import title_of
from generator.writing.pages.page import Page, Place
from generator.writing.safe import markdown_link, markdown_text, plain, web_address

MOST_LETTERS = 2_000
"""Of one line; a longer one is cut on the page and whole in the data."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where one line went: ``words`` is Markdown."""

    kind: str
    words: str


LOST = Whereabouts("lost", "in no entry")


def document_page(document: Document, index: Indexes) -> Page:
    """The page of ``document``."""
    place = Place(document_address(document.id))
    title = document.title or document.path
    lede = _lede(document)
    return Page(
        address=place.address,
        kind="document",
        title=title,
        description=lede,
        body=(
            f"Document · {place.link(document.outlet, source_address(document.outlet))}"
            if document.outlet
            else "Document",
            f"# {markdown_text(title)}",
            markdown_text(lede),
            *(f"*Warning:* {markdown_text(note)}" for note in document.notes),
            _facts(document, place),
            "## The saved text, line by line",
            *_lines(document, index, place),
            *_layouts(document),
        ),
    )


def _lede(document: Document) -> str:
    entries = wording.count(len(document.entries), "entry", "entries")
    aside = sum(len(part.lines) for part in document.set_aside)
    kept = sum(bool(line.strip()) for line in document.lines)
    left = f"{wording.count(aside, 'line')} set aside, each with its reason" if aside else "no line set aside"
    return f"{entries} from {wording.count(kept, 'line')}; {left}."


def _facts(document: Document, place: Place) -> str:
    rows = [("File", markdown_text(document.path)), ("SHA-256", document.sha256), ("Format", document.format)]
    rows += list(zip(("Address", "Archived copy"), _addresses(document), strict=False))
    if document.captured:
        rows.append(("Captured", f"{document.captured:%Y-%m-%d %H:%M} UTC"))
    if document.date:
        how = f" ({document.date_basis.value})" if document.date_basis else ""
        rows.append(("First day", f"{wording.plain_date(document.date)}{how}"))
    rows.append(("Text", f"[as a file]({place.to(text_address(document.id))})"))
    rows.append(("Time zone", markdown_text(document.zone or "unknown")))
    rows.append(("Order", document.order.value.replace("_", " ")))
    if document.posts_stated is not None:
        rows.append(("Posts, by its own count", str(document.posts_stated)))
    if document.language:
        rows.append(("Language", markdown_text(document.language)))
    return "\n".join(["| Fact | Value |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows)])


def _addresses(document: Document) -> list[str]:
    address = web_address(document.url or "")
    if not address:
        return []
    when = f"{document.captured:%Y%m%d}" if document.captured else f"{document.date:%Y%m%d}" if document.date else ""
    archived = f"https://web.archive.org/web/{when}/{address}" if when else f"https://web.archive.org/web/{address}"
    return [markdown_link(address, address), markdown_link("web.archive.org", archived)]


def _lines(document: Document, index: Indexes, place: Place) -> Iterator[str]:
    """For each run of lines with one destination: where it went, then the lines as a code block."""
    shown = min(len(document.lines), LINES_SHOWN)
    where = _with_blank_lines(document.lines[:shown], _whereabouts(document, index, place))
    for went, group in groupby(range(1, shown + 1), lambda number: where[number - 1]):
        numbers = list(group)
        if went is None:
            continue
        yield f"*{_label(numbers)}:* {went.words}"
        width = len(str(numbers[-1]))
        yield "\n".join(f"    {number:>{width}}  {_shown(document.lines[number - 1])}" for number in numbers)
    if len(document.lines) > LINES_SHOWN:
        left = wording.count(len(document.lines) - LINES_SHOWN, "further line")
        yield f"*Warning:* {left} not shown here; the published data has them all."


def _with_blank_lines(lines: Sequence[str], known: Mapping[int, Whereabouts]) -> list[Whereabouts | None]:
    """Where each line went, from line 1. A blank line goes with its neighbours where these agree, else nowhere."""
    where: list[Whereabouts | None] = []
    blank: list[int] = []
    for number, line in enumerate(lines, 1):
        went = known.get(number)
        if went is None and not line.strip():
            blank.append(number - 1)
            where.append(None)
            continue
        went = went or LOST
        if blank and blank[0] > 0 and where[blank[0] - 1] == went:
            for place in blank:
                where[place] = went
        blank = []
        where.append(went)
    return where


def _label(numbers: list[int]) -> str:
    return f"Line {numbers[0]}" if len(numbers) == 1 else f"Lines {numbers[0]}–{numbers[-1]}"


def _shown(line: str) -> str:
    text = plain(line)
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + "…"


def _whereabouts(document: Document, index: Indexes, place: Place) -> dict[int, Whereabouts]:
    found: dict[int, Whereabouts] = {}
    for part in document.set_aside:
        aside = Whereabouts("aside", f"set aside – {markdown_text(part.why)}")
        found |= dict.fromkeys(part.lines, aside)
    found |= dict.fromkeys(document.key_points, Whereabouts("key", "key point of the page"))
    for entry in document.entries:
        went = _entry_words(index.entries.get(entry.id, entry), index, place)
        found |= dict.fromkeys(entry.lines, went)
    return found


def _entry_words(entry: Entry, index: Indexes, place: Place) -> Whereabouts:
    time = wording.clock(entry, index.zone)
    words = f"{time} {title_of(entry, 80)}" if time else title_of(entry, 80)
    return Whereabouts("entry", f"entry {place.link(words, index.address_of(entry))}")


def _layouts(document: Document) -> list[str]:
    if not document.layouts:
        return []
    lines = ["| Score | Layout | Why |", "| --- | --- | --- |"]
    lines += [
        f"| {layout.score:.2f} | {markdown_text(layout.name)} | {markdown_text(layout.why)} |"
        for layout in document.layouts[:8]
    ]
    return [
        "## Layouts considered",
        "How well each way of cutting the page into posts explained it, from 0 to 1.",
        "\n".join(lines),
    ]
