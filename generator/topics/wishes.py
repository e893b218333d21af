"""What a person decided about topics in ``digest.toml``: hide, merge, rename, always."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.config import Topics
from generator.language.folding import fold
from generator.model import Entry, TopicKind
from generator.topics.candidates import Candidate
from generator.topics.clauses import clauses
from generator.topics.identity import topic_id


def apply_wishes(candidates: Iterable[Candidate], entries: Sequence[Entry], settings: Topics) -> list[Candidate]:
    """``candidates`` as the settings want them: merged, renamed, without hidden ones, with those always wanted.

    Topics are meant by name, id or any spelling. A merged or renamed topic keeps its old ids as former.
    """
    known = {candidate.id: candidate for candidate in candidates}
    for wanted in settings.always:
        if _meant(known, wanted) is None:
            added = _searched(wanted, entries)
            known[added.id] = added
    for target, others in sorted(settings.merge.items()):
        _merge(known, target, others)
    for old, new in sorted(settings.rename.items()):
        _rename(known, old, new)
    for unwanted in settings.hide:
        hidden = _meant(known, unwanted)
        if hidden is not None:
            del known[hidden]
    return list(known.values())


def always_wanted(candidate: Candidate, settings: Topics) -> bool:
    """Whether a person asked for a page of this topic, whatever its worth."""
    named = (*settings.always, *settings.merge, *settings.rename, *settings.rename.values())
    return any(_fits(candidate, wanted) for wanted in named)


def _fits(candidate: Candidate, wanted: str) -> bool:
    folded = fold(wanted)
    if wanted == candidate.id or folded in (fold(candidate.name), candidate.key) or wanted in candidate.former:
        return True
    return any(fold(alias) == folded for alias in candidate.aliases)


def _meant(known: Mapping[str, Candidate], wanted: str) -> str | None:
    """The id of the topic that ``wanted`` names; the one with most entries where several fit."""
    if wanted in known:
        return wanted
    fitting = [candidate for candidate in known.values() if _fits(candidate, wanted)]
    if not fitting:
        return None
    return min(fitting, key=lambda candidate: (-len(candidate.entries), candidate.id)).id


def _merge(known: dict[str, Candidate], target: str, others: Sequence[str]) -> None:
    sources = [meant for other in others if (meant := _meant(known, other)) is not None]
    into = _meant(known, target)
    if into is None and not sources:
        return
    merged = known.pop(into) if into is not None else None
    for source in dict.fromkeys(sources):
        if source in known:
            other = known.pop(source)
            merged = replace(other, name=target) if merged is None else _joined(merged, other)
            if merged.id == source and into is None:
                merged = _under_name(merged, target)
    if merged is not None:
        known[merged.id] = merged


def _joined(one: Candidate, other: Candidate) -> Candidate:
    return replace(
        one,
        entries=tuple(sorted({*one.entries, *other.entries})),
        aliases=tuple(dict.fromkeys((*one.aliases, other.name, *other.aliases))),
        former=tuple(sorted({*one.former, *other.former, other.id} - {one.id})),
        place=one.place or other.place,
        media_topic=one.media_topic or other.media_topic,
    )


def _rename(known: dict[str, Candidate], old: str, new: str) -> None:
    meant = _meant(known, old)
    if meant is None:
        return
    renamed = _under_name(known.pop(meant), new)
    there = known.pop(renamed.id, None)
    known[renamed.id] = renamed if there is None else _joined(renamed, there)


def _under_name(candidate: Candidate, name: str) -> Candidate:
    """The topic under a new name and address, the old ones kept."""
    address = topic_id(name)
    return replace(
        candidate,
        id=address,
        name=name,
        aliases=tuple(dict.fromkeys(alias for alias in (candidate.name, *candidate.aliases) if alias != name)),
        former=tuple(sorted({*candidate.former, candidate.id} - {address})),
    )


def _searched(wanted: str, entries: Sequence[Entry]) -> Candidate:
    """A topic nobody found: the entries that have these words side by side."""
    needle = f" {fold(wanted)} "
    numbers = tuple(
        number
        for number, entry in enumerate(entries)
        if any(needle in f" {' '.join(sentence.folded)} " for sentence in clauses(entry))
    )
    return Candidate(topic_id(wanted), wanted, TopicKind.SUBJECT, numbers, key=fold(wanted))
