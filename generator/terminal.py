"""How the command line speaks: progress and summary on a terminal, quiet when piped."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console, RenderableType
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table

from generator.build import Step
from generator.model import Digest

_STEPS = {
    "reading": "Reading documents",
    "dating": "Dating what has no date",
    "topics": "Finding names and topics",
    "linking": "Relating entries",
    "pages": "Writing Markdown",
    "site": "Rendering the site",
    "search": "Indexing for search",
    "data": "Writing data and feeds",
}


class Terminal:
    """Standard error for people, standard output for data."""

    def __init__(self) -> None:
        self._people = Console(stderr=True, highlight=False)

    def row(self, row: Mapping[str, Any]) -> None:
        """One object of data, one line, on standard output."""
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")

    def show(self, what: RenderableType) -> None:
        """What was asked for, on standard output, in colour where that is a terminal."""
        Console(highlight=False, soft_wrap=True).print(what)

    def say(self, text: str) -> None:
        self._people.print(escape(text), soft_wrap=True)

    def problem(self, text: str) -> None:
        self._people.print(f"[bold red]digest:[/] {escape(text)}", soft_wrap=True)

    @contextmanager
    def progress(self) -> Iterator[Step]:
        """A line that says what is being done, on a terminal only."""
        bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[count]}"),
            console=self._people,
            transient=True,
            disable=not self._people.is_terminal,
        )
        with bar:
            task = bar.add_task("", total=None, count="")

            def step(what: str, done: int, of: int) -> None:
                count = f"{done} of {of}" if of else ""
                bar.update(task, description=_STEPS[what], completed=done, total=of or None, count=count)

            yield step

    def summary(self, digest: Digest, output: Path) -> None:
        """What was read and made, what to be warned of, and how to open it."""
        for refusal in digest.refusals:
            self.problem(refusal.message)
        if not self._people.is_terminal:
            return
        table = Table.grid(padding=(0, 2))
        for count, what in _counts(digest):
            table.add_row(f"[bold]{count:,}[/]", what)
        self._people.print(table)
        for document in digest.documents:
            for note in document.notes:
                self._people.print(f"[yellow]note:[/] {escape(document.path)}: {escape(note)}", soft_wrap=True)
        self._people.print(f"[bold green]The site is in {escape(str(output))}[/]", soft_wrap=True)
        self._people.print(f"Open {escape((output / 'index.html').resolve().as_uri())}", soft_wrap=True)


def _counts(digest: Digest) -> list[tuple[int, str]]:
    relations = sum(link.relation != "related" for link in digest.links)
    warnings = sum(len(document.notes) for document in digest.documents)
    return [
        (len(digest.documents), "documents read"),
        (len(digest.refusals), "set aside"),
        (len(digest.entries), "entries"),
        (relations, "links between entries about the same event"),
        (len(digest.stories), "stories"),
        (sum(topic.listed for topic in digest.topics), "topics"),
        (warnings, "notes and warnings, on the pages of their documents"),
    ]
