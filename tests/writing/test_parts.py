"""A day too long for one page is divided, so that every entry has one page and every page can be opened at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Entry
from generator.writing.parts import MOST_ON_A_PAGE, Part, divide, entry_addresses, weight
from tests.digests import FIRST, paragraph

ZONE = ZoneInfo("UTC")
MIDNIGHT = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)


def at_minute(number: int, minute: int | None, size: int = 400, document: str = "page-0a1b2c") -> Entry:
    moment = None if minute is None else MIDNIGHT + timedelta(minutes=minute)
    return Entry(
        id=f"e{number:012x}",
        document=document,
        outlet="Harbour Wire",
        lines=(number,),
        blocks=(paragraph("x" * size, number),),
        utc=moment,
        date=FIRST,
    )


def divided(*entries: Entry) -> Part:
    return divide(entries[0].date, entries, ZONE, {})


def names(part: Part) -> list[str]:
    return [leaf.name for leaf in part.leaves]


def test_a_day_that_one_page_can_hold_is_one_page() -> None:
    day = divided(*(at_minute(number, number * 20) for number in range(60)))
    assert day.parts == ()
    assert day.address == "days/2031-03-04.html"


def test_a_long_day_is_divided_by_hours() -> None:
    day = divided(*(at_minute(number, number * 7) for number in range(200)))
    assert names(day) == [f"{hour:02}" for hour in range(24)]
    assert day.parts[14].address == "days/2031-03-04-14.html"
    assert day.parts[14].title == "14:00 to 14:59"


def test_the_page_of_an_hour_depends_on_nothing_but_its_time() -> None:
    early = [at_minute(number, number % 300) for number in range(200)]
    late = [at_minute(number, 840 + number % 300) for number in range(200, 400)]
    after = entry_addresses([*early, *late], ZONE)
    assert {key: after[key] for key in entry_addresses(early, ZONE)} == entry_addresses(early, ZONE)


def test_a_busy_hour_is_divided_by_ten_minutes_and_its_page_becomes_a_front() -> None:
    day = divided(*(at_minute(number, 14 * 60 + number % 60) for number in range(300)))
    [hour] = day.parts
    assert (hour.address, hour.title) == ("days/2031-03-04-14.html", "14:00 to 14:59")
    assert [part.name for part in hour.parts] == ["14-00", "14-10", "14-20", "14-30", "14-40", "14-50"]
    assert hour.parts[1].title == "14:10 to 14:19"


def test_a_busy_minute_is_divided_by_document_and_then_in_order() -> None:
    day = divided(*(at_minute(number, 0, 1500, f"page-{number // 100}") for number in range(200)))
    assert names(day) == ["00-00-page-0-1", "00-00-page-0-2", "00-00-page-1-1", "00-00-page-1-2"]


def test_entries_without_a_time_have_pages_by_document() -> None:
    day = divided(*(at_minute(number, None, 1500, f"page-{number % 3}") for number in range(100)))
    assert [part.name for part in day.parts] == ["untimed"]
    assert names(day) == ["untimed-page-0", "untimed-page-1", "untimed-page-2"]


def test_entries_without_a_date_are_divided_by_document() -> None:
    entries = [replace(at_minute(number, None, 1500, f"page-{number % 3}"), date=None) for number in range(100)]
    assert [leaf.address for leaf in divided(*entries).leaves] == [f"days/undated-page-{n}.html" for n in range(3)]


def test_letters_that_hardly_compress_weigh_more() -> None:
    latin, chinese = (replace(at_minute(1, 0), blocks=(paragraph(text),)) for text in ("water " * 50, "水位上漲" * 75))
    assert weight(chinese) > 3 * weight(latin)


ENTRIES = st.lists(
    st.tuples(st.none() | st.integers(0, 1439), st.integers(0, 150_000), st.sampled_from(["a", "b"])),
    min_size=1,
    max_size=60,
)


@given(ENTRIES)
@settings(deadline=None)
def test_every_entry_stands_in_full_on_one_page_and_no_page_of_two_entries_is_too_long(
    drawn: list[tuple[int | None, int, str]],
) -> None:
    entries = [at_minute(number, minute, size, document) for number, (minute, size, document) in enumerate(drawn)]
    leaves = list(divided(*entries).leaves)
    assert sorted(entry.id for leaf in leaves for entry in leaf.entries) == [entry.id for entry in entries]
    assert len({leaf.address for leaf in leaves}) == len(leaves)
    assert all(len(leaf.entries) == 1 or sum(map(weight, leaf.entries)) <= MOST_ON_A_PAGE for leaf in leaves)
