"""The times of saved pages where machines are told less than people are shown, or something else."""

from __future__ import annotations

import json

from generator.config import Given, Settings
from generator.model import Document
from generator.reading.draft import Source
from generator.reading.reader import read

SAID = (
    "The tug left the basin with two barges of gravel behind it.",
    "Nobody has seen the lock keeper's dog since the whistle went.",
    "A crate of oranges fell into the water and was sold on the spot.",
    "The last boat of the week is late, as the last boat always is.",
)


def document_of(body: str, head: str = "", language: str = "en") -> Document:
    html = (
        f'<html lang="{language}"><head>{head}</head><body><main><h1>A week at the lock</h1>{body}</main></body></html>'
    )
    return read(Source(path="page.html", data=html.encode(), sha256="0"), Given(), Settings())


def moments(document: Document) -> list[str | None]:
    return [f"{entry.utc:%dT%H:%M}" if entry.utc else None for entry in document.entries]


def test_one_local_clock_marked_as_utc_among_true_moments_is_read_as_the_local_clock() -> None:
    stamps = (
        "2013-09-18T15:27:12+01:00",
        "2013-09-19T09:02:34Z",
        "2013-09-19T09:17:56+01:00",
        "2013-09-19T10:30:00+01:00",
    )
    shown = ("3.27pm", "9.02am", "9.17am", "10.30am")
    posts = "".join(
        f'<div class="block"><p><time datetime="{stamp}">{clock} <span>BST</span></time></p><p>{said}</p></div>'
        for stamp, clock, said in zip(stamps, shown, SAID, strict=True)
    )
    assert moments(document_of(posts)) == ["18T14:27", "19T08:02", "19T08:17", "19T09:30"]


def test_a_list_of_the_newest_posts_alone_does_not_join_those_that_it_leaves_out() -> None:
    clocks = ("18:17", "18:00", "17:37", "17:28")
    posts = "".join(
        '<article itemprop="liveBlogUpdate" itemscope>'
        f'<p><span itemprop="datePublished"><a href="/{n}">{clock}</a></span></p><h2><a href="/{n}">{said}</a></h2>'
        for n, (clock, said) in enumerate(zip(clocks, SAID, strict=True))
    )
    listed = [{"@type": "BlogPosting", "headline": said} for said in SAID[:3]]
    data = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": listed})
    document = document_of(posts, f'<script type="application/ld+json">{data}</script>')
    assert [entry.printed_time for entry in document.entries] == list(clocks)


def test_an_address_that_is_sold_to_all_the_world_tells_no_zone() -> None:
    posts = "".join(f"<div><b>1{n}:0{n}</b><p>{said}</p></div>" for n, said in enumerate(SAID))
    head = '<link rel="canonical" href="https://lock.am/week"><meta name="date" content="2024-05-03">'
    assert document_of(posts, head).zone is None
    assert document_of(posts, head, "es-AR").zone == "America/Argentina/Buenos_Aires"
    assert document_of(posts, head, "hy").zone == "Asia/Yerevan"


def test_hours_are_marked_with_a_u_in_belgium() -> None:
    posts = "".join(f"<div><b>za 04 jul. 1{n}u2{n}</b><p>{said}</p></div>" for n, said in enumerate(SAID))
    document = document_of(posts, language="nl")
    assert [entry.printed_time for entry in document.entries] == [f"za 04 jul. 1{n}u2{n}" for n in range(4)]


def test_lengths_of_clips_are_no_times_of_posts() -> None:
    posts = "".join(f"<div><time>1{n}:0{n}</time><p>{said} {said}</p></div>" for n, said in enumerate(SAID))
    clips = "".join(
        f"<div><time class=media-duration>{n}:2{n}</time><p>{said}</p></div>" for n, said in enumerate(SAID)
    )
    assert [entry.printed_time for entry in document_of(clips + posts).entries] == ["10:00", "11:01", "12:02", "13:03"]


def test_posts_that_are_listed_for_machines_are_preferred_to_those_with_clips_among_them() -> None:
    posts = "".join(
        f"<article><div><time><span>1{n}:0{n}</span></time></div><h3>{said}</h3><p>{said} {said}</p></article>"
        for n, said in enumerate(SAID)
    )
    clips = "".join(
        f"<div><time><span>{n}:2{9 - 2 * n}</span></time><p>Clip {n}: how the keeper does it</p></div>"
        for n in (1, 3, 0, 2)
    )
    listed = [{"@type": "BlogPosting", "articleBody": f"{said} {said}"} for said in SAID]
    data = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": listed})
    head = f'<script type="application/ld+json">{data}</script>'
    document = document_of(f"<section>{clips}</section><section>{posts}</section>", head)
    assert [entry.printed_time for entry in document.entries] == ["10:00", "11:01", "12:02", "13:03"]


def test_ages_without_a_word_for_ago_part_posts_and_count_from_the_moment_of_saving() -> None:
    ages = ("3m", "20m", "1h", "2h")
    posts = "".join(f"<div><span>{age}</span><p>{said}</p></div>" for age, said in zip(ages, SAID, strict=True))
    saved = (
        "Page saved with SingleFile \n url: https://lock.example/week \n saved date: Tue Jun 04 2024 13:15:00 GMT+0000"
    )
    html = (
        f'<html lang="en"><!--\n {saved} (UTC)\n--><body><main><h1>A week at the lock</h1>{posts}</main></body></html>'
    )
    document = read(Source(path="page.html", data=html.encode(), sha256="0"), Given(), Settings())
    assert moments(document) == ["04T13:12", "04T12:55", "04T12:15", "04T11:15"]


def test_a_time_in_words_that_is_shown_on_pointing_is_the_time_of_the_post() -> None:
    said_of = zip(("3m", "20m", "1h", "2h"), ("1:12 PM", "12:55 PM", "11:42 AM", "10:26 AM"), SAID, strict=True)
    posts = "".join(
        f'<div><span title="June 4, 2024 at {clock}">{age}</span><p>{said}</p></div>' for age, clock, said in said_of
    )
    entries = document_of(posts).entries
    assert [entry.printed_time for entry in entries] == ["3m", "20m", "1h", "2h"]
    clocks = [f"{entry.local_time:%d %H:%M}" for entry in entries if entry.local_time]
    assert clocks == ["04 13:12", "04 12:55", "04 11:42", "04 10:26"]
