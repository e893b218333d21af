"""How a document was read, for a person in doubt: every line and what it was taken for, the layout and its rivals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from generator.model import BlockKind, Document, Entry

_STYLES = {
    "time": "bold cyan",
    "headline": "bold",
    "key point": "green",
    "set aside": "dim",
    "byline": "magenta",
    "caption": "blue",
    "kicker": "yellow",
    "correction": "red",
    "embed": "blue",
}
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line that is not blank: its number (from 1), its text, what it was taken for.

    ``entry`` counts entries from 1, and is None outside them; ``why`` is the reason of what was set aside.
    """

    number: int
    text: str
    taken_for: str
    entry: int | None = None
    why: str | None = None


def read_lines(document: Document) -> Iterator[ReadLine]:
    """Every line of ``document`` that is not blank, in order, with what it was taken for."""
    aside = {number: part.why for part in document.set_aside for number in part.lines}
    points = frozenset(document.key_points)
    roles = _roles(document)
    for number, text in enumerate(document.lines, 1):
        if not text.strip():
            continue
        if number in roles:
            entry, role = roles[number]
            yield ReadLine(number, text, role, entry)
        elif number in points:
            yield ReadLine(number, text, "key point")
        else:
            yield ReadLine(number, text, "set aside", why=aside.get(number))


def inspection(document: Document) -> RenderableType:
    """``document`` line by line, coloured by what each line was taken for, for a terminal or plain text."""
    return Group(_summary(document), _layouts(document), *(_row(line) for line in read_lines(document)))


def _roles(document: Document) -> dict[int, tuple[int, str]]:
    roles: dict[int, tuple[int, str]] = {}
    for place, entry in enumerate(document.entries, 1):
        for number in entry.lines:
            roles.setdefault(number, (place, _role(document, entry, number)))
    return roles


def _role(document: Document, entry: Entry, number: int) -> str:
    kind = next((block.kind for block in entry.blocks if block.line == number), None)
    text = document.lines[number - 1]
    timed = bool(entry.printed_time and entry.printed_time in text)
    if kind is None:
        same = bool(entry.headline and entry.headline in text)
        return "time, headline" if timed and same else "headline" if same else "time" if timed else "part of the entry"
    name = "paragraph" if kind is BlockKind.PARAGRAPH else kind.value.replace("_", " ")
    return f"time, {name}" if timed else name


def _summary(document: Document) -> Text:
    facts = [
        document.path,
        f"{len(document.entries)} entries",
        f"outlet {document.outlet or 'unknown'}",
        f"date {document.date or 'unknown'}" + (f" ({document.date_basis})" if document.date_basis else ""),
        f"zone {document.zone or 'unknown'}",
        f"language {document.language or 'unknown'}",
        document.order.value.replace("_", " "),
    ]
    text = Text(" · ".join(facts), style="bold")
    for note in document.notes:
        text.append(f"\n! {note}", style="yellow")
    return text


def _layouts(document: Document) -> RenderableType:
    table = Table(title="Layouts that competed, the chosen one first", title_justify="left", box=None)
    for name in ("score", "layout", "why"):
        table.add_column(name)
    for layout in document.layouts:
        table.add_row(f"{layout.score:.2f}", layout.name, layout.why)
    return table


def _row(line: ReadLine) -> Text:
    place = f"{line.entry:>3}" if line.entry else "   "
    row = Text(f"{line.number:>5} {place} {line.taken_for[:18]:<18} ")
    style = next((style for name, style in _STYLES.items() if name in line.taken_for), "")
    row.append(line.text.strip()[:_SHOWN], style=style)
    if line.why:
        row.append(f"  [{line.why}]", style="italic dim")
    return row
