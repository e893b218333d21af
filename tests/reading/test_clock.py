"""Printed moments in many languages, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.clock import moments, parse

CLOCKS = [
    ("3:18 a.m. ET, June 1, 2023", "en", (3, 18), "ET"),
    ("12:05 am", "en", (0, 5), None),
    ("12:05 p.m.", "en", (12, 5), None),
    ("22.20 Uhr", "de", (22, 20), None),
    ("20 heures 45", "fr", (20, 45), None),
    ("21h", "fr", (21, 0), None),
    ("16 h 20", "fr", (16, 20), None),
    ("15:20h", "es", (15, 20), None),
    ("10:30 a. m.", "es", (10, 30), None),
    ("kl. 20.15", "sv", (20, 15), None),
    ("15:30 (МСК)", "ru", (15, 30), "МСК"),
    ("TSİ 00:40", "tr", (0, 40), "TSİ"),
    ("5-ї ранку", "uk", (5, 0), None),
    ("午後3時20分", "ja", (15, 20), None),
    ("오후 3:20", "ko", (15, 20), None),
    ("१०:३० बजे", "hi", (10, 30), None),
    ("٢١:١٥", "ar", (21, 15), None),
    ("2245 GMT", "en", (22, 45), "GMT"),
    ("14.05pm", "en", (14, 5), None),
]


@pytest.mark.parametrize(("text", "language", "clock", "zone"), CLOCKS)
def test_a_clock_time_is_read_as_its_language_prints_it(
    text: str, language: str, clock: tuple[int, int], zone: str | None
) -> None:
    moment = parse(text, language)
    assert moment is not None
    assert (moment.full_hour, moment.minute, moment.zone) == (*clock, zone)


AGES = [
    ("3 min ago", "en", 180),
    ("1h ago", "en", 3600),
    ("an hour ago", "en", 3600),
    ("vor 5 Minuten", "de", 300),
    ("il y a 2 h", "fr", 7200),
    ("hace 3 minutos", "es", 180),
    ("5 minuti fa", "it", 300),
    ("há 5 minutos", "pt", 300),
    ("10 minuten geleden", "nl", 600),
    ("för 2 timmar sedan", "sv", 7200),
    ("for 5 minutter siden", "nb", 300),
    ("5 minut temu", "pl", 300),
    ("5 минут назад", "ru", 300),
    ("5 хвилин тому", "uk", 300),
    ("5 dakika önce", "tr", 300),
    ("לפני 5 דקות", "he", 300),
    ("منذ 5 دقائق", "ar", 300),
    ("5 मिनट पहले", "hi", 300),
    ("5分前", "ja", 300),
]


@pytest.mark.parametrize(("text", "language", "seconds"), AGES)
def test_an_age_is_read_as_its_language_prints_it(text: str, language: str, seconds: int) -> None:
    moment = parse(text, language)
    assert moment is not None
    assert moment.age == seconds


DATES = [
    ("June 1, 2023", "en", (2023, 6, 1)),
    ("1. Juni 2022", "de", (2022, 6, 1)),
    ("1er juin 2022", "fr", (2022, 6, 1)),
    ("1 de junio de 2022", "es", (2022, 6, 1)),
    ("1 giugno 2022", "it", (2022, 6, 1)),
    ("1 de março de 2022", "pt", (2022, 3, 1)),
    ("1 maart 2022", "nl", (2022, 3, 1)),
    ("10 juni 2022", "sv", (2022, 6, 10)),
    ("1 czerwca 2022", "pl", (2022, 6, 1)),
    ("1 июня 2022", "ru", (2022, 6, 1)),
    ("1 червня 2022", "uk", (2022, 6, 1)),
    ("1 Haziran 2022", "tr", (2022, 6, 1)),
    ("1 ביוני 2022", "he", (2022, 6, 1)),
    ("1 يونيو 2022", "ar", (2022, 6, 1)),
    ("1 जून 2022", "hi", (2022, 6, 1)),
    ("2022年6月1日", "ja", (2022, 6, 1)),
    ("02.06.2022", "ru", (2022, 6, 2)),
    ("9/29/2022", "en", (2022, 9, 29)),
    ("2022-06-01", None, (2022, 6, 1)),
]


@pytest.mark.parametrize(("text", "language", "day"), DATES)
def test_a_date_is_read_as_its_language_prints_it(text: str, language: str | None, day: tuple[int, int, int]) -> None:
    moment = parse(text, language)
    assert moment is not None
    assert moment.date is not None
    assert (moment.date.year, moment.date.month, moment.date.day) == day


def test_an_age_and_the_clock_behind_it_are_one_moment() -> None:
    (moment,) = moments("10 mins ago (21:11 GMT)")
    assert (moment.age, moment.hour, moment.minute, moment.zone) == (600, 21, 11, "GMT")
    assert moment.text == "10 mins ago (21:11 GMT)"


def test_the_same_moment_in_a_second_zone_is_no_second_moment() -> None:
    (moment,) = moments("1422 GMT (2222 HKT) June 2, 2023")
    assert (moment.hour, moment.minute, moment.zone) == (14, 22, "GMT")


@pytest.mark.parametrize(
    "text", ["12.3 Smith to Jones", "45+2' Goal", "a 2-1 win", "51,9% des voix", "MQ-1C", "1,134 cases"]
)
def test_overs_minutes_scores_and_figures_are_no_clock_times(text: str) -> None:
    assert not [moment for moment in moments(text) if moment.timed]


@pytest.mark.parametrize("text", ["25:61", "31 June 2022, 12:00", "9:75 pm"])
def test_a_time_that_cannot_be_is_kept_but_marked(text: str) -> None:
    moment = parse(text, "en")
    assert moment is not None
    assert not moment.sound
    assert moment.minutes is None


@given(st.text(max_size=200))
def test_any_text_has_moments_that_are_verbatim_and_do_not_overlap(text: str) -> None:
    end = 0
    for moment in moments(text):
        assert moment.start >= end
        assert text[moment.start : moment.end] == moment.text
        end = moment.end
