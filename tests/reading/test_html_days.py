"""The day and the zone of pages whose posts print only a clock."""

from __future__ import annotations

from generator.config import Given, Settings
from generator.model import Document
from generator.reading.draft import Source
from generator.reading.reader import read

NEWEST_FIRST = ("16:56", "12:10", "09:30", "05:12", "00:40")


def read_page(
    *clocks: str, url: str = "https://canale.example/live", lang: str = "it", head: str = "", above: str = ""
) -> Document:
    posts = "".join(
        f"<div class=post><span>{clock}</span><p>Report {n} from the lock says how high the water is.</p></div>"
        for n, clock in enumerate(clocks)
    )
    html = (
        f'<html lang="{lang}"><head><link rel="canonical" href="{url}">{head}</head>'
        f"<body><main><h1>High water on the old canal</h1>{above}<div>{posts}</div></main></body></html>"
    )
    return read(Source(path="page.html", data=html.encode(), sha256="0"), Given(), Settings())


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def stamps(document: Document) -> list[str]:
    return [f"{entry.utc:%d %H:%M}" if entry.utc else str(entry.local_time) for entry in document.entries]


def test_a_page_put_out_before_midnight_in_utc_is_of_the_next_day_where_clocks_are_ahead() -> None:
    head = meta("article:published_time", "2023-11-01T23:01:00Z")
    document = read_page(*NEWEST_FIRST, url="https://canale.it/live", head=head)
    assert stamps(document) == ["02 15:56", "02 11:10", "02 08:30", "02 04:12", "01 23:40"]


def test_the_newest_post_of_a_page_is_of_the_day_it_was_last_changed() -> None:
    head = meta("article:published_time", "2023-11-01T21:30:00Z") + meta(
        "article:modified_time", "2023-11-02T15:58:00Z"
    )
    document = read_page("16:56", "08:30", "01:05", "23:50", "22:40", url="https://canale.it/live", head=head)
    assert stamps(document) == ["02 15:56", "02 07:30", "02 00:05", "01 22:50", "01 21:40"]


def test_a_change_weeks_later_moves_no_post() -> None:
    head = meta("article:published_time", "2023-11-02T08:00:00Z") + meta(
        "article:modified_time", "2023-12-24T10:00:00Z"
    )
    document = read_page("16:56", "12:10", "09:30", url="https://canale.it/live", head=head)
    assert stamps(document) == ["02 15:56", "02 11:10", "02 08:30"]


def test_the_day_of_a_page_may_stand_in_its_address_alone() -> None:
    document = read_page(*NEWEST_FIRST, url="https://canale.example/2023/11/02/acqua-alta")
    assert str(document.entries[0].local_time) == "2023-11-02 16:56:00"


def test_the_day_of_a_page_may_stand_above_its_posts_alone() -> None:
    document = read_page("16:56", "12:10", "09:30", lang="en", above="<p>Canal Desk | Feb 26, 2026, 17:02</p>")
    assert str(document.entries[0].local_time) == "2026-02-26 16:56:00"


def test_a_zone_taken_from_the_country_of_the_address_is_said_to_be_inferred() -> None:
    head = meta("article:published_time", "2023-11-02T06:00:00Z")
    document = read_page("16:56", "12:10", "09:30", url="https://canal.ie/live", lang="en", head=head)
    assert document.entries[0].time_note is not None
    assert "zone inferred: that of the country of the page's address (IE)" in document.entries[0].time_note


def test_a_country_with_several_clocks_leaves_the_zone_open() -> None:
    head = meta("article:published_time", "2023-11-02T06:00:00Z")
    document = read_page("16:56", "12:10", "09:30", url="https://canal.example/live", lang="en-US", head=head)
    assert [entry.utc for entry in document.entries] == [None] * 3


def test_an_offset_that_the_country_of_a_page_knows_is_named_as_its_zone() -> None:
    posts = "".join(
        f'<div class=p><time datetime="2023-07-18T{hour + 4}:10:00Z">{hour}:10</time>'
        f"<p>Report number {hour} from the pier names the boats that came in.</p></div>"
        for hour in (18, 17, 16)
    )
    html = f'<html lang="en-US"><body><main>{posts}</main></body></html>'
    document = read(Source(path="page.html", data=html.encode(), sha256="0"), Given(), Settings())
    assert document.zone == "America/New_York"


def test_a_panel_of_tabs_that_holds_the_posts_is_no_menu() -> None:
    posts = "".join(
        f"<li><b>{hour}:10</b><p>Report number {hour} from the pier names the boats that came in since.</p></li>"
        for hour in (18, 17, 16)
    )
    clips = "".join(f"<p><i>{n}:1{n}</i> A film of the pier on a day when it was quiet.</p>" for n in (1, 3, 2))
    html = (
        f'<html lang="en"><body><div>{clips}</div><div id="tab-1" role="tabpanel"><ol>{posts}</ol></div></body></html>'
    )
    document = read(Source(path="page.html", data=html.encode(), sha256="0"), Given(), Settings())
    assert [entry.printed_time for entry in document.entries] == ["18:10", "17:10", "16:10"]


def test_date_headings_without_a_year_take_that_of_the_address_or_of_the_line_above_the_posts() -> None:
    posts = (
        "<h2>Thursday, 2 November</h2>"
        "<div class=post><span>09:10</span><p>The lock keeper opens the first gate of the day at last.</p></div>"
        "<div class=post><span>07:45</span><p>Two barges have been waiting below the bridge since dawn.</p></div>"
        "<h2>Wednesday, 1 November</h2>"
        "<div class=post><span>22:30</span><p>The water has risen by a hand and a half since supper.</p></div>"
    )

    def days(url: str, above: str = "") -> list[str]:
        head = f'<link rel="canonical" href="{url}">'
        html = f'<html lang="en"><head>{head}</head><body><main>{above}<div>{posts}</div></main></body></html>'
        document = read(Source(path="page.html", data=html.encode(), sha256="0"), Given(), Settings())
        return [str(entry.date) for entry in document.entries]

    expected = ["2023-11-02", "2023-11-02", "2023-11-01"]
    assert days("https://lock.example/2023/11/2/high-water") == expected
    assert days("https://lock.example/high-water", "<p>Published 1 November 2023, 18:00</p>") == expected
