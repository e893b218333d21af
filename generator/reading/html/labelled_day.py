"""The day of a page that says it to people only: a line such as "Date 20.02.2020"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.reading.dates import date_at
from generator.reading.glyphs import even
from generator.reading.text.wording import label

_LONGEST = 60


def labelled_day(lines: Iterable[str], language: str | None) -> date | None:
    """The day that every line made of a label and a whole date gives; None where there is none, or two."""
    found = {day for line in lines if len(line) <= _LONGEST and (day := _day(even(line).strip(), language))}
    return found.pop() if len(found) == 1 else None


def _day(line: str, language: str | None) -> date | None:
    named = label("fields", "time").match(line.casefold())
    start = named.end() if named else 0
    while named and start < len(line) and line[start] in " :":
        start += 1
    if not named or start in (named.end(), len(line)):
        return None
    printed = date_at(line, start, language)
    return printed.whole() if printed and printed.end == len(line) else None
