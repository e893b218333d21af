"""Time and memory of finding topics: ``python benchmarks/topics.py [entries]`` (100,000 unless told).

The archive is invented, the same on every run: outlets report on a few thousand places, persons and
bodies, some far more often than others, in sentences of ordinary length.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from datetime import date, timedelta

from generator.config import Topics
from generator.model import Block, BlockKind, Entry
from generator.topics.gazetteer import gazetteer
from generator.topics.topics import find_topics

SECONDS = 60
MEGABYTES = 2048
_SMALL = "the of in and to a on that for with as at by from after has was were said its their over".split()
_SYLLABLES = "ba ko ri len dor mis tal ven sha gru pel nor ti mar dun fel os ca whi bro".split()
_SUBJECTS = "military aid package|grain exports|peace talks|missile strikes|nuclear plant|general election|flash floods"
_TITLES = "President|Prime Minister|Mayor|Gen.|Foreign Minister"


def main() -> None:
    """Build the archive, find its topics, say how long it took and how much memory."""
    entries = archive(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    topics = find_topics(entries, Topics())
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    listed = sum(topic.listed for topic in topics)
    print(f"{len(entries)} entries: {seconds:.1f} s, peak {peak} MB ({before} MB of it the entries)")
    print(f"{len(topics)} topics, {listed} listed")
    if len(entries) <= 100_000 and (seconds > SECONDS or peak > MEGABYTES):
        sys.exit(f"over the limit of {SECONDS} s and {MEGABYTES} MB")


def archive(count: int) -> list[Entry]:
    """``count`` invented entries of about 90 words."""
    chance = random.Random(7)
    places = [row.split("\t")[1] for row in gazetteer().rows[240:2240]]
    words = [_word(chance) for _ in range(20_000)]
    people = [f"{_word(chance).title()} {_word(chance).title()}" for _ in range(3_000)]
    bodies = [f"{_word(chance).title()} {kind}" for kind in ("Group", "Party", "Corps") for _ in range(200)]
    return [_entry(number, chance, places, words, people, bodies) for number in range(count)]


def _entry(
    number: int, chance: random.Random, places: list[str], words: list[str], people: list[str], bodies: list[str]
) -> Entry:
    person, place, body = _often(chance, people), _often(chance, places), _often(chance, bodies)
    subject = chance.choice(_SUBJECTS.split("|"))
    headline = f"{person.split()[1]} {_row(chance, words, 2)} {subject} near {place}"
    first = f"{chance.choice(_TITLES.split('|'))} {person} said in {place} that {_row(chance, words, 12)}."
    second = f"The {body} {_row(chance, words, 14)} {subject} on {_often(chance, places)}, {person.split()[1]} said."
    rest = " ".join(f"{chance.choice(words).title()} {_row(chance, words, 18)}." for _ in range(2))
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, line) for line, text in enumerate((f"{first} {second}", rest), 1))
    day = date(2020, 1, 1) + timedelta(days=number // 100)
    return Entry(
        id=f"e{number:012d}", document=f"d{number // 50}", outlet=f"Outlet {number % 20}", headline=headline,
        blocks=blocks, date=day,
    )  # fmt: skip


def _often(chance: random.Random, known: list[str]) -> str:
    """One of ``known``, the earlier ones far more often."""
    return known[int(len(known) * chance.random() ** 3)]


def _row(chance: random.Random, words: list[str], count: int) -> str:
    return " ".join(chance.choice(_SMALL) if chance.random() < 0.45 else _often(chance, words) for _ in range(count))


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4)))


if __name__ == "__main__":
    main()
