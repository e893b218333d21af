"""Archives that are meant to cost much: time and memory stay within bounds, and links stay sensible."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from benchmarks.linking.archive import archive
from benchmarks.linking.scale import truth
from generator.config import Curation, Linking
from generator.linking.linker import link
from generator.linking.sentences import sentences_of
from generator.model import Block, BlockKind, Entry, Link

BEGIN = datetime(2024, 3, 1, 6, tzinfo=UTC)
WORDS = "harbour pilots say the ferry Aurelia left Vestby with forty aboard before the storm closed its quay".split()
SECONDS = 20


def entries_of(texts: Sequence[str], *, dated: bool = True) -> list[Entry]:
    return [
        Entry(
            id=f"e{number:05d}",
            document=f"d{number % 40}",
            outlet=f"outlet {number % 40}",
            blocks=(Block(BlockKind.PARAGRAPH, text, 1),),
            utc=BEGIN + timedelta(seconds=number) if dated else None,
            date=BEGIN.date() if dated else None,
        )
        for number, text in enumerate(texts)
    ]


def linked(entries: Sequence[Entry]) -> tuple[Link, ...]:
    began = time.process_time()
    found = link(entries, {}, Linking(), Curation())
    assert time.process_time() - began < SECONDS
    return found


def shuffled(chance: random.Random) -> str:
    return " ".join(chance.sample(WORDS, len(WORDS))) + "."


@pytest.mark.parametrize("dated", [True, False])
def test_what_six_hundred_entries_say_alike_is_boilerplate_and_links_none(dated: bool) -> None:
    chance = random.Random(1)
    assert linked(entries_of([shuffled(chance) for _ in range(600)], dated=dated)) == ()
    assert linked(entries_of([" ".join(WORDS)] * 600, dated=dated)) == ()


def test_one_endless_entry_takes_few_links_from_the_others() -> None:
    chance = random.Random(2)
    made = archive(150, days=2)
    vocabulary = " ".join(entry.text for entry in made.entries).split()
    text = " ".join(chance.choices(vocabulary, k=60_000))
    last = made.entries[-1]
    endless = replace(last, id="endless", headline=None, blocks=(Block(BlockKind.PARAGRAPH, text, 1),))
    alone, beside = truth(made, linked(made.entries)), truth(made, linked([*made.entries, endless]))
    assert beside[1] > alone[1] - 0.2
    assert beside[0] > alone[0] - 0.2


@pytest.mark.parametrize(
    "text", [". ", ".", "1,234 ", "7", "“", "A", "state ", "killed 5 ", " – ", "in ", "a hundred "]
)
def test_an_entry_of_one_thing_over_and_over_is_read_in_bounded_time(text: str) -> None:
    linked(entries_of([text * (150_000 // len(text)), "Flood at Vestby"]))


def test_a_run_of_marks_is_cut_in_time_that_grows_with_its_length() -> None:
    began = time.process_time()
    assert sentences_of("." * 400_000 + " End") == ("." * 400_000, "End")
    assert time.process_time() - began < 2
