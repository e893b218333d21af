"""Where posts begin and end on pages that do not mark it."""

from __future__ import annotations

from generator.config import Settings
from generator.reading.draft import Draft, Source
from generator.reading.html import read_html

TEXTS = (
    (
        "Gate jammed",
        "The upper gate has been stuck since a log drifted in.",
        "Two men with poles are at work.",
        "15:20",
    ),
    ("Barge turned back", "A barge with gravel has turned back to the yard.", "It will try again at dusk.", "13:05"),
    ("Grate raked", "The keeper opens the house and rakes the grate.", "He found a boot and a bell.", "06:40"),
)


def read_page(body: str) -> Draft:
    html = f'<html lang="en"><body><main>{body}</main><footer><p>Printed at the lock.</p></footer></body></html>'
    return read_html(Source(path="page.html", data=html.encode(), sha256=""), Settings())


def shape(draft: Draft) -> list[tuple[str | None, str]]:
    return [(entry.printed_time, entry.blocks[0].text[:12] if entry.blocks else "") for entry in draft.entries]


EXPECTED = [("15:20", "The upper ga"), ("13:05", "A barge with"), ("06:40", "The keeper o")]


def test_times_below_the_text_of_flat_posts_belong_to_what_stands_above_them() -> None:
    posts = "".join(f"<p>{one}</p><p>{two}</p><p class=t>{time}</p>" for _, one, two, time in TEXTS)
    assert shape(read_page(f"<h1>High water at the lock</h1><div>{posts}</div>")) == EXPECTED


def test_so_they_do_below_headings() -> None:
    posts = "".join(f"<h3>{head}</h3><p>{one}</p><p>{two}</p><p class=t>{time}</p>" for head, one, two, time in TEXTS)
    draft = read_page(f"<h1>High water at the lock</h1><div>{posts}</div>")
    assert shape(draft) == EXPECTED
    assert [entry.headline for entry in draft.entries] == [head for head, *_ in TEXTS]


def test_times_above_the_text_belong_to_what_stands_below_them() -> None:
    posts = "".join(f"<p class=t>{time}</p><p>{one}</p><p>{two}</p>" for _, one, two, time in TEXTS)
    assert shape(read_page(f"<h1>High water at the lock</h1><div>{posts}</div>")) == EXPECTED


def test_a_post_without_a_time_beside_timed_ones_is_kept() -> None:
    posts = [f'<div class="post"><span>{time}</span><p>{one}</p><p>{two}</p></div>' for _, one, two, time in TEXTS]
    posts.insert(
        2, '<div class="post"><p>A reader asks whether the towpath is open; it is, as far as the mill.</p></div>'
    )
    posts.insert(
        1, '<div class="ad"><p>Boats for hire at the upper basin, by the hour or by the day, with oars.</p></div>'
    )
    assert shape(read_page("".join(posts))) == [*EXPECTED[:2], (None, "A reader ask"), EXPECTED[2]]


def test_boxes_between_posts_that_only_look_like_them_are_no_posts() -> None:
    posts = [f"<div><span>{time}</span><p>{one}</p><p>{two}</p></div>" for _, one, two, time in TEXTS]
    posts.insert(1, "<div><p>Boats for hire at the upper basin, by the hour or by the day, with oars.</p></div>")
    assert shape(read_page("".join(posts))) == EXPECTED
