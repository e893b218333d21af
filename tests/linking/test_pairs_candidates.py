"""Which pairs are looked at."""

from __future__ import annotations

from datetime import date, timedelta

from generator.linking.candidates import DAYS_APART, candidates
from generator.linking.index import build_index
from generator.model import Block, BlockKind, Entry

DAY = date(2021, 5, 4)


def pairs_of(*entries: tuple[str, date | None]) -> set[tuple[int, int]]:
    made = [
        Entry(
            id=f"e{number}", document="d", outlet=f"o{number}", date=day, blocks=(Block(BlockKind.PARAGRAPH, text, 1),)
        )
        for number, (text, day) in enumerate(entries)
    ]
    found = candidates(build_index(made))
    return set(zip(found.a.tolist(), found.b.tolist(), strict=True))


def test_entries_that_share_a_rare_word_are_a_pair() -> None:
    assert pairs_of(("Flood at Vestby", DAY), ("Vestby under water", DAY), ("Cup final tonight", DAY)) == {(0, 1)}


def test_dated_entries_too_many_days_apart_are_never_a_pair() -> None:
    within, beyond = DAY + timedelta(DAYS_APART), DAY + timedelta(DAYS_APART + 1)
    assert pairs_of(("Flood at Vestby", DAY), ("Vestby under water", within)) == {(0, 1)}
    assert pairs_of(("Flood at Vestby", DAY), ("Vestby under water", beyond)) == set()


def test_an_undated_entry_may_pair_with_any_day() -> None:
    later = DAY + timedelta(900)
    found = pairs_of(("Flood at Vestby", None), ("Vestby under water", DAY), ("Vestby dyke rebuilt", later))
    assert found == {(0, 1), (0, 2)}


def test_no_entries_or_empty_ones_make_no_pairs() -> None:
    assert pairs_of() == set()
    assert pairs_of(("", DAY), ("", None)) == set()
