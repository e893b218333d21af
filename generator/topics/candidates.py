"""Everything that could have a page, before it is decided what is worth one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.config import Topics
from generator.model import Entry, TopicKind
from generator.topics.clauses import KnownNames, clauses
from generator.topics.gazetteer import GazetteerPlace, PlaceKind
from generator.topics.identity import former_ids, topic_id
from generator.topics.media_topics import media_topics
from generator.topics.names import spellings_of
from generator.topics.naming import Name, Names
from generator.topics.phrases import PhraseFinder
from generator.topics.subjects import Pair, Spoken, belongs, belongs_beside, phrase_for, spoken_of
from generator.topics.survey import Sheet, Survey

_FEWEST_OF_SUBJECT: Final = 3
_NEARLY_ALL: Final = 0.8
_TOWNS: Final = frozenset({PlaceKind.TOWN, PlaceKind.REGION})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that may be. ``entries`` are numbers of entries, ascending; ``names`` keys of names it is made of."""

    id: str
    name: str
    kind: TopicKind
    entries: tuple[int, ...]
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    place: GazetteerPlace | None = None
    media_topic: str | None = None
    key: str = ""
    names: tuple[str, ...] = ()
    credited: bool = False


def find_candidates(entries: Sequence[Entry], names: Names, found: Survey, settings: Topics) -> list[Candidate]:
    """Names, Media Topics by themselves and beside names, and phrases of the archive's own."""
    known = KnownNames.of(spellings_of(names, settings))
    towns = frozenset(key for key, name in names.by_key.items() if name.place and name.place.kind in _TOWNS)
    spoken: list[Spoken] = []
    phrases = PhraseFinder()
    for number, (entry, sheet) in enumerate(zip(entries, found.sheets, strict=True)):
        sentences = clauses(entry) if _is_read(sheet) else []
        spoken.append(spoken_of(sentences, known, towns))
        phrases.read(number, (clause for clause in sentences if clause.opening))
    return [
        *(_of_name(name) for name in names.by_key.values()),
        *_of_subjects(spoken),
        *_of_pairs(spoken, names),
        *_of_phrases(phrases, settings.at_least),
    ]


def _is_read(sheet: Sheet) -> bool:
    """Subjects are found in English only; names in all languages."""
    return sheet.language in {"en", None}


def _of_name(name: Name) -> Candidate:
    spelled = {printed.casefold(): printed for printed in reversed(name.printed)}
    aliases = tuple(text for text in name.printed if spelled[text.casefold()] == text and not _same(text, name.name))
    return Candidate(
        id=topic_id(name.key),
        name=name.name,
        kind=name.kind,
        entries=name.entries,
        aliases=aliases,
        former=former_ids(name.key, name.forms),
        place=name.place,
        key=name.key,
        names=(name.key,),
        credited=name.credited,
    )


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _of_subjects(spoken: Sequence[Spoken]) -> Iterator[Candidate]:
    entries: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(spoken):
        for subject in one.alone:
            if belongs(one, subject):
                entries[subject].append(number)
    for subject, numbers in sorted(entries.items()):
        name = phrase_for(spoken[number].called.get(subject, ()) for number in numbers)
        if name is not None:
            code = media_topics().codes[subject]
            yield Candidate(topic_id(subject), name, TopicKind.SUBJECT, tuple(numbers), media_topic=code, key=subject)


def _of_pairs(spoken: Sequence[Spoken], names: Names) -> Iterator[Candidate]:
    entries: dict[Pair, list[int]] = defaultdict(list)
    for number, one in enumerate(spoken):
        for pair in one.beside:
            if belongs_beside(one, pair):
                entries[pair].append(number)
    for pair, numbers in sorted(entries.items()):
        if _may_pair(pair, numbers, names.by_key):
            phrase = phrase_for(spoken[number].called.get(pair, ()) for number in numbers)
            if phrase is not None:
                key = " ".join(pair)
                code = media_topics().codes[pair[1]]
                yield Candidate(
                    topic_id(key),
                    phrase,
                    TopicKind.SUBJECT,
                    tuple(numbers),
                    media_topic=code,
                    key=key,
                    names=(pair[0],),
                )


def _may_pair(pair: Pair, numbers: Sequence[int], names: Mapping[str, Name]) -> bool:
    """Not where it would be nearly all that the archive has on the name."""
    name = names.get(pair[0])
    if name is None or name.kind is TopicKind.PERSON or len(numbers) < _FEWEST_OF_SUBJECT:
        return False
    return len(numbers) < _NEARLY_ALL * len(name.entries)


def _of_phrases(finder: PhraseFinder, at_least: int) -> Iterator[Candidate]:
    for phrase in finder.phrases(max(at_least, _FEWEST_OF_SUBJECT)):
        if any(hit.noun and not hit.common for hit in media_topics().hits(phrase.words)):
            continue
        name = min(phrase.printed.items(), key=lambda item: (-item[1], item[0]))[0]
        key = " ".join(phrase.words)
        aliases = tuple(sorted(set(phrase.printed) - {name}))
        yield Candidate(topic_id(key), name, TopicKind.SUBJECT, tuple(phrase.entries), aliases, key=key)
