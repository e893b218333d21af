"""Building the search index of a digest, or of any records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from pathlib import Path
from typing import Final

from generator.config import Settings
from generator.model import Digest, Relation, Topic
from generator.publishing.search.bundle import root_script
from generator.publishing.search.postings import Row, base36, label_rows, term_rows
from generator.publishing.search.records import SearchRecord, records_of
from generator.publishing.search.runs import RunTable, run_table
from generator.publishing.search.shards import ShardFolder, batches, numbered, script_json
from generator.publishing.search.spellings import Name, spelling_rows
from generator.publishing.search.stemmer_script import LICENCE_NAME, licence, stemmer_script
from generator.publishing.search.stemming import algorithm_of
from generator.publishing.search.stopping import stop_terms
from generator.publishing.search.tokens import TokenStream, code_units, stream
from generator.publishing.search.vocabulary import Spelling, backwards, forwards
from generator.writing.safe import plain

TERM_SHARD: Final = 7_000
VOCABULARY_SHARD: Final = 6_000
ENTRY_SHARD: Final = 2_400
SAMPLE: Final = 1_000
CLOCK_SHARD: Final = 2_048
EXCERPTED: Final = 4_000
"""Characters of an entry that an excerpt can be taken from."""
FACET_TOPICS: Final = 24
ROOT_STEMMERS: Final = 40_000
"""Characters of stemmers up to which they need no request of their own."""
RELATIONS: Final = tuple(relation.value for relation in Relation)


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What was written. ``folder`` is the name of the shards' folder."""

    entries: int
    terms: int
    files: int
    bytes: int
    root_bytes: int
    folder: str


def write_index(digest: Digest, settings: Settings, folder: Path) -> SearchReport:
    """Writes the index of ``digest`` into ``folder``, which it empties first.

    :raises PublishError: if it cannot be written.
    """
    return write_records(records_of(digest, settings), folder, [_name(topic) for topic in digest.topics])


def _name(topic: Topic) -> Name:
    return Name(topic.id, (topic.name, *topic.aliases), len(topic.entries), topic.listed)


def write_records(records: Iterable[SearchRecord], folder: Path, names: Sequence[Name] = ()) -> SearchReport:
    """As :func:`write_index`, of records in any order and topics as names.

    Takes memory for the records and about 100 bytes a word, and time in proportion to the words.
    """
    ordered = sorted(records, key=lambda record: record.place)
    shards = ShardFolder(folder)
    shards.open()
    languages = sorted({record.language for record in ordered if record.language})
    algorithms = sorted({algorithm for tag in languages if (algorithm := algorithm_of(tag))})
    runs = run_table(ordered)
    per_shard = _write_entries(ordered, runs, shards)
    _write_clock(ordered, shards)
    stemmers = _write_stemmers(algorithms, shards)
    tokens = stream(ordered)
    root: dict[str, object] = {
        "entries": len(ordered),
        "perShard": per_shard,
        "perClock": CLOCK_SHARD,
        "days": runs.days,
        "outlets": runs.outlets,
        "relations": list(RELATIONS),
        "runs": shards.add("runs", runs.text),
        "stop": " ".join(stop_terms(languages)),
        "stemmers": algorithms,
        "topics": _facet_topics(names),
        "terms": _write_terms(_rows(ordered, tokens, names, algorithms), shards),
        "forms": _write_vocabulary(forwards(tokens.forms), "v", shards),
        "reversed": _write_vocabulary(backwards(tokens.forms), "r", shards),
    }
    name = shards.close()
    root_bytes = shards.add_root(root_script(root | {"folder": name}, stemmers))
    return SearchReport(len(ordered), len(tokens.names), shards.files, shards.written, root_bytes, name)


def _rows(
    ordered: Sequence[SearchRecord], tokens: TokenStream, names: Sequence[Name], algorithms: Sequence[str]
) -> Iterator[Row]:
    """All keys of the index in order: topics, terms, and names in other spellings."""
    labels: dict[str, list[int]] = {}
    for number, record in enumerate(ordered):
        for topic in record.topics:
            labels.setdefault(topic, []).append(number)
    return merge(
        label_rows(labels, len(ordered)),
        spelling_rows(names, algorithms),
        term_rows(tokens),
        key=lambda row: code_units(row.key),
    )


def _facet_topics(names: Sequence[Name]) -> list[list[object]]:
    """The topics that are offered as filters, by how many entries they are in."""
    listed = sorted((name for name in names if name.listed), key=lambda name: (-name.entries, name.topic))
    return [[name.topic, name.spellings[0], name.entries] for name in listed[:FACET_TOPICS]]


def _write_entries(ordered: Sequence[SearchRecord], runs: RunTable, shards: ShardFolder) -> int:
    """What is shown of the entries, the same number in every shard; gives that number."""
    days = {day: number for number, day in enumerate(runs.days)}
    outlets = {outlet: number for number, outlet in enumerate(runs.outlets)}
    sample = [len(script_json(_shown(record))) for record in ordered[:: max(1, len(ordered) // SAMPLE)]]
    per_shard = max(1, min(32, round(ENTRY_SHARD * len(sample) / max(sum(sample), 1))))
    for number, start in enumerate(range(0, len(ordered), per_shard)):
        batch = ordered[start : start + per_shard]
        shards.add(numbered("d", number), [[*_shown(one), days[one.day], outlets[one.outlet]] for one in batch])
    return per_shard


def _shown(record: SearchRecord) -> list[object]:
    minute = -1 if record.minute is None else record.minute
    relation = RELATIONS.index(record.relation) if record.relation else -1
    return [record.address, plain(record.headline), minute, relation, plain(record.text)[:EXCERPTED]]


def _write_clock(ordered: Sequence[SearchRecord], shards: ShardFolder) -> None:
    """The minute of the day of every entry, two letters each, to sort by without reading the entries."""
    for number, start in enumerate(range(0, len(ordered), CLOCK_SHARD)):
        minutes = [0 if record.minute is None else record.minute + 1 for record in ordered[start : start + CLOCK_SHARD]]
        shards.add(numbered("c", number), "".join(base36(minute).rjust(3, "0") for minute in minutes))


def _write_stemmers(algorithms: Sequence[str], shards: ShardFolder) -> list[str]:
    """The stemmers as scripts of their own; gives those that are small enough to go into the root."""
    scripts = [stemmer_script(algorithm) for algorithm in algorithms]
    for algorithm, script in zip(algorithms, scripts, strict=True):
        shards.add_file(f"stem-{algorithm}.js", script)
    if scripts:
        shards.add_file(LICENCE_NAME, licence())
    return scripts if sum(map(len, scripts)) <= ROOT_STEMMERS else []


def _write_terms(rows: Iterable[Row], shards: ShardFolder) -> str | None:
    """The term shards, beside each the positions of its terms; gives where each begins, parted by spaces, or None."""
    firsts: list[str] = []
    for number, (batch, first) in enumerate(batches(rows, TERM_SHARD)):
        shards.add(numbered("t", number), ";".join(row.line for row in batch))
        shards.add(numbered("p", number), ";".join(f"{row.key},{row.positions}" for row in batch if row.positions))
        firsts.append(first)
    return " ".join(firsts) if firsts else None


def _write_vocabulary(spellings: Iterable[Spelling], series: str, shards: ShardFolder) -> str | None:
    firsts: list[str] = []
    for number, (batch, first) in enumerate(batches(spellings, VOCABULARY_SHARD)):
        before, codes = "", []
        for spelling in batch:
            codes.append(spelling.code(before))
            before = spelling.key
        shards.add(numbered(series, number), "".join(codes))
        firsts.append(first)
    return " ".join(firsts) if firsts else None
