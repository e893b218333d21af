"""Printed times become UTC, days and notes that a person can check."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from generator.config import Given
from generator.model import Basis, Order
from tests.reading.texts import read_page

BODY = "The harbour master has said that no ship may leave the quay before the morning."


def page(*stamps: str, head: str = "Harbour fire: live updates") -> str:
    return (
        head
        + "\n\n"
        + "\n\n".join(f"{stamp}\n\nHeadline about the fire {n}\n\n{BODY}" for n, stamp in enumerate(stamps))
    )


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def test_eastern_time_in_june_is_four_hours_behind_utc_and_may_be_a_day_behind() -> None:
    document = read_page(page("12:32 a.m. ET, June 1, 2023", "11:11 p.m. ET, May 31, 2023"))
    assert [entry.utc for entry in document.entries] == [utc(2023, 6, 1, 4, 32), utc(2023, 6, 1, 3, 11)]
    assert [entry.date for entry in document.entries] == [date(2023, 6, 1), date(2023, 6, 1)]
    assert {entry.time_basis for entry in document.entries} == {Basis.PRINTED}


def test_bst_is_british_summer_time() -> None:
    document = read_page(page("14:05 BST, 1 June 2022", "13:05 BST, 1 June 2022"))
    assert document.entries[0].utc == utc(2022, 6, 1, 13, 5)


@pytest.mark.parametrize(("outlet", "hour"), [("NDTV", 8), ("The Times of Israel", 11)])
def test_what_ist_means_is_settled_by_the_outlet(outlet: str, hour: int) -> None:
    document = read_page(page("13:30 IST, 1 January 2022", "13:00 IST, 1 January 2022"), given=Given(outlet=outlet))
    assert document.entries[0].utc is not None
    assert document.entries[0].utc.hour == hour
    assert "IST read as" in (document.entries[0].time_note or "")


def test_ages_beside_one_printed_clock_give_the_moment_the_page_was_saved_and_so_all_other_times() -> None:
    document = read_page(
        page("5 mins ago (21:11 GMT)", "30 mins ago", head=" date 2022-06-01 Harbour fire: live updates")
    )
    assert document.captured == utc(2022, 6, 1, 21, 16)
    second = document.entries[1]
    assert second.utc == utc(2022, 6, 1, 20, 46)
    assert second.time_basis is Basis.INFERRED
    assert "counted from when the page was saved" in (second.time_note or "")


def test_ages_alone_stay_unknown() -> None:
    document = read_page(page("5 mins ago", "30 mins ago"))
    assert [entry.utc for entry in document.entries] == [None, None]


def test_a_clock_that_passes_midnight_goes_on_into_the_next_day_and_says_so() -> None:
    document = read_page(page("22:50", "23:40", "0:15", head="Harbour fire, 1 June 2022"))
    assert [entry.date for entry in document.entries] == [date(2022, 6, 1), date(2022, 6, 1), date(2022, 6, 2)]
    assert "passes midnight" in (document.entries[2].time_note or "")


def test_a_small_step_back_is_an_entry_filed_late_and_no_other_day() -> None:
    document = read_page(page("20:55", "20:45", "19:15", "19:22", "17:34", head="Harbour fire, 1 June 2022"))
    assert {entry.date for entry in document.entries} == {date(2022, 6, 1)}
    assert document.order is Order.NEWEST_FIRST


def test_an_entry_filed_late_over_midnight_stays_on_its_own_side() -> None:
    head = " date 2020-02-19 Harbour fire: live updates"
    document = read_page(page("9:10 PM", "11:48 PM", "12:25 AM", "11:52 PM", "12:42 AM", "1:04 AM", head=head))
    assert [entry.date and entry.date.day for entry in document.entries] == [19, 19, 20, 19, 20, 20]


def test_hours_above_24_belong_to_the_night_of_the_day_before() -> None:
    document = read_page(page("25:10", "23:55", "22:40", head="台風情報 2022年9月1日"))
    assert document.entries[0].local_time == datetime(2022, 9, 2, 1, 10)


def test_a_zone_that_is_not_known_leaves_utc_open_and_files_under_the_printed_day() -> None:
    document = read_page(page("14:05, 1 June 2022", "13:05, 1 June 2022"))
    first = document.entries[0]
    assert (first.utc, first.local_time, first.date) == (None, datetime(2022, 6, 1, 14, 5), date(2022, 6, 1))


def test_a_time_without_any_date_stays_a_time_without_a_day() -> None:
    document = read_page(page("14:05", "13:05"))
    assert document.entries[0].local_time == time(14, 5)
    assert document.entries[0].date is None


def test_all_times_are_in_the_zone_that_the_head_states() -> None:
    document = read_page(page("14:05", "13:05", head="Harbour fire, 1 June 2022 (all times Paris time)"))
    assert document.zone == "Europe/Paris"
    assert document.entries[0].utc == utc(2022, 6, 1, 12, 5)


def test_am_or_pm_that_is_printed_once_holds_for_the_entries_around_it() -> None:
    document = read_page(page("9:55 p.m.", "9:40", "9:12", head="Harbour fire, 1 June 2022"))
    assert document.entries[1].local_time == datetime(2022, 6, 1, 21, 40)
    assert "am or pm is not printed" in (document.entries[1].time_note or "")


def test_a_day_that_does_not_exist_is_kept_as_printed_and_flagged() -> None:
    document = read_page(page("14:05, 31 June 2022", "13:05, 30 June 2022"))
    first = document.entries[0]
    assert (first.printed_time, first.utc) == ("14:05, 31 June 2022", None)
    assert any("cannot be" in note for note in document.notes)


def test_day_and_month_of_numeric_dates_are_read_in_the_order_the_page_shows_elsewhere() -> None:
    american = read_page(page("6/5/2022 10:00", "5/29/2022 10:00"))
    european = read_page(page("05/06/2022 10:00", "29/05/2022 10:00"))
    assert american.entries[0].date == european.entries[0].date == date(2022, 6, 5)


def test_given_facts_beat_printed_ones_and_the_document_says_which_they_are() -> None:
    facts = Given(date=date(2020, 2, 2), zone="Asia/Tokyo", outlet="Harbour Post", title="The fire")
    document = read_page(page("14:05", "13:05", head="Harbour fire, 1 June 2022"), given=facts)
    assert (document.date, document.date_basis) == (date(2020, 2, 2), Basis.GIVEN)
    assert (document.outlet, document.title, document.zone) == ("Harbour Post", "The fire", "Asia/Tokyo")
    assert document.entries[0].utc == utc(2020, 2, 2, 5, 5)


def test_an_hour_that_the_clocks_skipped_is_said_to_have_been_skipped() -> None:
    document = read_page(page("2:30 a.m. ET, March 12, 2023", "1:30 a.m. ET, March 12, 2023"))
    assert "no clock showed this time" in (document.entries[0].time_note or "")


def test_an_entry_that_is_added_changes_the_id_of_no_other() -> None:
    entries = [f"{hour}:05\n\nPier {hour} is closed to ships\n\n{BODY}\n\n" for hour in (15, 14, 13)]
    before = read_page("Harbour fire: live updates\n\n" + "".join(entries[1:]))
    after = read_page("Harbour fire: live updates\n\n" + "".join(entries))
    assert [entry.id for entry in after.entries][1:] == [entry.id for entry in before.entries]


def test_a_page_on_a_clock_of_twelve_hours_without_am_or_pm_says_so() -> None:
    page = read_page("Fair: live\n\n9:10 - Gates.\n\n11:45 - Goat.\n\n12:30 - Pies.\n\n1:20 - A tie.\n\n3:05 - Rain.\n")
    assert any("12-hour clock" in note for note in page.notes)


def test_minutes_and_seconds_of_a_match_are_no_times_of_day() -> None:
    clocks = ("0:00", "5:16", "08:30", "21:40", "30:02", "38:11", "44:00")
    lines = (f"{clock} A ball flies over the hedge and is fetched again." for clock in clocks)
    page = read_page("Valley against Ridge, live\n\n" + "\n\n".join(lines) + "\n")
    assert [entry.printed_time for entry in page.entries] == list(clocks)
    assert not any(entry.local_time for entry in page.entries)


def test_a_time_with_that_of_greenwich_in_brackets_is_known_in_utc() -> None:
    page = read_page("Fair, 12 May 2021: live\n\n14:30 (12:30 GMT): Goat.\n\n13:05 (11:05 GMT): Pies.\n")
    assert [f"{entry.local_time:%H:%M} {entry.utc:%H:%M}" for entry in page.entries if entry.utc] == [
        "14:30 12:30",
        "13:05 11:05",
    ]
