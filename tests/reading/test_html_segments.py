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


def test_times_that_open_their_paragraphs_belong_to_what_follows_them() -> None:
    posts = [f"<p><strong>{time}:</strong> {one} And so on.</p><p>{two}</p>" for _, one, two, time in TEXTS]
    last = posts[-1].partition("</p>")[0]
    lead = "<p>All day at the lock, by our man who never sleeps.</p>"
    draft = read_page(f"<h1>High water at the lock</h1><div>{lead}{''.join(posts[:-1])}{last}</p></div>")
    assert shape(draft) == EXPECTED
    assert [len(entry.blocks) for entry in draft.entries] == [2, 2, 1]


def test_what_stands_below_a_heading_of_comments_is_no_post_though_it_is_longer() -> None:
    posts = "".join(f"<div><b>{time}</b><h3>{head}</h3><p>{one}</p></div>" for head, one, _, time in TEXTS)
    said = "".join(
        f"<div><b>reader{n}</b><span>0{n}:1{n}</span><p>My grandfather kept that lock and he would have had the gate "
        f"open by now, which is all that I want to say about it, in letter {n}.</p></div>"
        for n in range(1, 9)
    )
    draft = read_page(f"<h1>High water at the lock</h1><div>{posts}</div><div><h2>Comments (8)</h2>{said}</div>")
    assert shape(draft) == EXPECTED


def test_a_post_that_is_repeated_above_with_the_same_time_is_read_once() -> None:
    long = [
        (time, one + " " + two + " The bell rings every time that the water passes the mark.")
        for _, one, two, time in TEXTS
    ]
    posts = [f"<article><time>{time}</time><p>{text}</p></article>" for time, text in long]
    assert shape(read_page("".join([posts[1], *posts]))) == EXPECTED


def test_the_time_of_the_last_change_above_the_posts_is_none_of_them() -> None:
    posts = "".join(f"<div>{time}</div><h2>{head}</h2><p>{one}</p><p>{two}</p>" for head, one, two, time in TEXTS)
    top = "<p class=stamp>Updated: 15:30</p><p><strong>All that happens at the lock, from morning on.</strong></p>"
    draft = read_page(f"<h1>High water at the lock</h1>{top}{posts}")
    assert [entry.printed_time for entry in draft.entries] == [time for *_, time in TEXTS]


def test_a_page_read_as_text_leaves_its_frame_aside() -> None:
    posts = "".join(f"<p><b>{time.replace(':', '')}</b>: {one} {two}</p>" for _, one, two, time in TEXTS)
    body = f"<h1>As it happened</h1><nav><a href=/a>Locks</a><a href=/b>Canals</a></nav>{posts}"
    draft = read_page(body)
    assert [entry.printed_time for entry in draft.entries] == ["1520", "1305", "0640"]
    kept = {line for entry in draft.entries for line in entry.lines}
    assert not {draft.lines[line - 1] for line in kept} & {"Locks", "Canals", "Printed at the lock."}


def posts_of(prefix: str = "") -> str:
    return "".join(
        f"<article><time>{time}</time><h3>{head}</h3><p>{prefix}{one} {two}</p></article>"
        for head, one, two, time in TEXTS
    )


def test_what_a_panel_of_tabs_holds_is_no_menu() -> None:
    long = "".join(
        f"<p>How the {n} lock was built, and why it leaks to this day, is told in full here.</p>" for n in range(8)
    )
    panel = f'<div class="c-tabs"><div class="c-tab-panel tab-0" role="tabpanel">{posts_of()}</div></div>'
    assert shape(read_page(f"<h1>High water</h1>{panel}<div><h2>The lock</h2>{long}</div>")) == EXPECTED


def test_lengths_of_clips_and_of_articles_are_no_times() -> None:
    clips = "".join(
        f"<div><span>Video {n} minute {n}2 seconds <span>{n}:{n}2</span></span><p>How the keeper rakes the grate, in a "
        f"film that was made when the water was low, number {n} of those that he kept.</p></div>"
        for n in (3, 1, 4, 2)
    )
    articles = "".join(
        f"<div><span>{n} min</span><p>A long piece about the canal, its boats and its people, of which this is "
        f"number {n} in a series that goes on through the summer and into autumn.</p></div>"
        for n in (7, 3, 5, 4, 6)
    )
    page = f"<h1>High water</h1><section>{clips}</section><section>{posts_of()}</section><section>{articles}</section>"
    assert shape(read_page(page)) == EXPECTED


def test_cards_under_a_link_without_text_lead_away_and_are_no_posts() -> None:
    names = (
        "How the last lock keeper left the canal to his daughter",
        "The strange tale of the barge that nobody would claim",
        "What the flood of last century still teaches the town",
        "Ten walks along the towpath for those who dislike walking",
    )
    cards = "".join(
        f'<li><a href="/{n}" aria-label="{name}"></a><h4>{name}</h4><footer><time>{n + 3}h ago</time></footer></li>'
        for n, name in enumerate(names * 2)
    )
    posts = "".join(f"<p><b>{time}</b> {one}</p>" for _, one, _, time in TEXTS)
    draft = read_page(f"<h1>High water</h1><div>{posts}</div><section><ul>{cards}</ul></section>")
    assert shape(draft) == EXPECTED


def test_a_page_whose_posts_are_links_and_nothing_else_is_cut_at_their_times() -> None:
    rows = "".join(
        f"<li><span>{time}</span> <a href=/{n}>{head} at the lock tonight</a></li>"
        for n, (head, _, _, time) in enumerate((*TEXTS, ("Lamp lit", "", "", "05:10"), ("Bell rung", "", "", "04:55")))
    )
    menu = "".join(f"<li><a href=/m{n}>Section {n} of the paper</a></li>" for n in range(9))
    clips = "".join(f"<div><a href=/v{n}>A film about the lock, part {n}</a> <i>{n}:4{n}</i></div>" for n in (3, 1, 2))
    draft = read_page(f"<ul>{menu}</ul><h1>High water</h1><ul class=rows>{rows}</ul><div>{clips}</div>")
    assert [entry.printed_time for entry in draft.entries] == ["15:20", "13:05", "06:40", "05:10", "04:55"]


def test_the_time_of_a_change_at_the_foot_of_a_post_opens_none() -> None:
    posts = "".join(
        f"<div><p><time>{time}</time></p><h2>{head}</h2><p>{one}</p><p>{two}</p>"
        f"<p>Updated <time>at {time}</time></p></div>"
        for head, one, two, time in TEXTS
    )
    draft = read_page(posts)
    assert [entry.headline for entry in draft.entries] == [head for head, *_ in TEXTS]


def test_a_time_and_that_of_its_change_on_one_line_are_one_opening() -> None:
    posts = "".join(
        f"<div><p><time>{time}</time><span>Updated at {time}</span></p><h2>{head}</h2><p>{one}</p><p>{two}</p></div>"
        for head, one, two, time in TEXTS
    )
    assert [entry.headline for entry in read_page(posts).entries] == [head for head, *_ in TEXTS]


def test_a_post_about_comments_between_others_of_a_flat_page_heads_no_readers_letters() -> None:
    heads = ("Réactions", "Gate jammed", "Barge turned back", "Grate raked")
    texts = [(one, time) for _, one, _, time in TEXTS]
    posts = "".join(
        f"<h3>{head}</h3><p class=t>{time}</p><p>{one} Everybody has something to say about it.</p>"
        for head, (one, time) in zip(heads, [(texts[0][0], "16:10"), *texts], strict=True)
    )
    letters = "".join(
        f"<div><i>0{n}:1{n}</i><p>I write to say that the gate was ever so, number {n}.</p></div>" for n in range(5)
    )
    draft = read_page(f"<div>{posts}</div><div><h4>Letters</h4>{letters}</div>")
    assert [entry.headline for entry in draft.entries] == list(heads)
