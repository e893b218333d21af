"""Dates for documents that print none: from wording they share with dated documents, checked by their weekdays.

A saved page with neither dates nor times still tells its day when several of its entries stand word for
word in a page that is dated. One shared entry is never enough, and the weekdays it names must agree.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.linking.copies import is_copy, wording_of
from generator.linking.lexicon import Lexicon, lexicon_for
from generator.model import Basis, Document, Entry

_RUN = 6
_ENOUGH = 2
_SURE = 3
_MAJORITY = 2 / 3
_COMMON = 40
Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """Where every run of words of the dated entries stands; entries by position."""

    entries: tuple[Entry, ...]
    wordings: tuple[Run, ...]
    runs: Mapping[Run, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class _Vote:
    """One entry of an undated document that stands in a dated one too, and the day that speaks for."""

    day: date
    document: str


def infer_dates(documents: Sequence[Document]) -> tuple[Document, ...]:
    """``documents`` in the same order, those without a date dated where others settle it.

    A date needs two shared entries that agree and the document's weekdays with it, or three shared
    entries that no weekday contradicts. ``date_basis`` is then ``inferred``, a note of the document and
    the ``time_note`` of its entries say why, and nothing else of them changes.
    """
    undated = [document for document in documents if _is_undated(document)]
    if not undated:
        return tuple(documents)
    known = _index([document for document in documents if not _is_undated(document)], undated)
    settled = {document.id: _settle(document, known) for document in undated}
    return tuple(settled.get(document.id, document) for document in documents)


def _is_undated(document: Document) -> bool:
    return document.date is None and all(entry.date is None for entry in document.entries)


def _settle(document: Document, known: _Dated) -> Document:
    votes = list(_votes(document, known))
    counts = Counter(vote.day for vote in votes)
    if not counts:
        return document
    day, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    agreeing, contradicting = _weekdays(document, day)
    if count < _ENOUGH or count < _MAJORITY * len(votes) or contradicting:
        return document
    if count < _SURE and not agreeing:
        return document
    return _dated(document, day, _reason(votes, day, agreeing))


def _dated(document: Document, day: date, reason: str) -> Document:
    entries = tuple(replace(entry, date=day, time_note=_joined(entry.time_note, reason)) for entry in document.entries)
    return replace(
        document,
        date=day,
        date_basis=Basis.INFERRED,
        notes=(*document.notes, f"It prints no date. {reason}"),
        entries=entries,
    )


def _reason(votes: Sequence[_Vote], day: date, agreeing: Sequence[str]) -> str:
    supporting = [vote for vote in votes if vote.day == day]
    sources = ", ".join(sorted({vote.document for vote in supporting}))
    reason = f"The date {day.isoformat()} is inferred: {len(supporting)} entries share their wording with {sources}"
    if agreeing:
        reason += f", and {', '.join(agreeing)} in the text agrees"
    return reason + "."


def _joined(note: str | None, reason: str) -> str:
    return f"{note} {reason}" if note else reason


# --- shared wording ---------------------------------------------------------------------------


def _index(dated: Iterable[Document], undated: Iterable[Document]) -> _Dated:
    """Runs of the dated entries, only those that an undated document holds too."""
    wanted = {run for document in undated for entry in document.entries for run in _runs(wording_of(entry))}
    entries = tuple(entry for document in dated for entry in document.entries if entry.date is not None)
    wordings = tuple(wording_of(entry) for entry in entries)
    runs: dict[Run, list[int]] = defaultdict(list)
    for position, wording in enumerate(wordings):
        for run in set(_runs(wording)) & wanted:
            runs[run].append(position)
    return _Dated(entries, wordings, {run: tuple(found) for run, found in runs.items() if len(found) <= _COMMON})


def _runs(wording: Sequence[str]) -> Iterator[Run]:
    for at in range(len(wording) - _RUN + 1):
        yield tuple(wording[at : at + _RUN])


def _votes(document: Document, known: _Dated) -> Iterator[_Vote]:
    """For each entry of ``document`` the day of the dated entry it shares most words with, if it is a copy."""
    for entry in document.entries:
        wording = wording_of(entry)
        common = Counter(position for run in _runs(wording) for position in known.runs.get(run, ()))
        nearest = sorted(common.items(), key=lambda item: (-item[1], item[0]))[:5]
        found = next((at for at, _ in nearest if is_copy(wording, known.wordings[at])), None)
        if found is not None:
            source = known.entries[found]
            if source.date is not None:
                yield _Vote(source.date, source.document)


# --- weekdays -------------------------------------------------------------------------------------


def _weekdays(document: Document, day: date) -> tuple[list[str], list[str]]:
    """The weekdays the text names that agree with ``day``, and those that contradict it.

    A live page speaks mostly of its own day and the one before. Where another weekday is named more
    often than these two together, it contradicts.
    """
    text = "\n".join(entry.text for entry in document.entries)
    named = _named_weekdays(text, lexicon_for(text))
    own = [day.weekday(), (day - timedelta(days=1)).weekday()]
    near = sum(named[number] for number in own)
    agreeing = [_NAMES[number] for number in own[:1] if named[number]]
    others = {number: count for number, count in named.items() if number not in own and count > near}
    return agreeing, [_NAMES[number] for number in sorted(others)]


def _named_weekdays(text: str, lexicon: Lexicon) -> Counter[int]:
    names = {name: number for number, name in enumerate(lexicon.weekdays)}
    words = re.findall(r"[^\W\d_]+", text.lower())
    return Counter(names[word] for word in words if word in names)


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
