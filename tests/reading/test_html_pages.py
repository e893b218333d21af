"""Small pages in the manner of many publishing systems, each with the posts it shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.config import Given, Limits, Settings
from generator.model import BlockKind, Document
from generator.reading.draft import Draft, DraftEntry, Source
from generator.reading.html import read_html
from generator.reading.reader import read

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def draft_of(name: str) -> Draft:
    return read_html(Source(path=f"{name}.html", data=(PAGES / f"{name}.html").read_bytes(), sha256=""), Settings())


def read_page(html: str, path: str = "page.html") -> Draft:
    return read_html(Source(path=path, data=html.encode(), sha256=""), Settings(limits=Limits()))


def post(draft: Draft, opening: str) -> DraftEntry:
    return next(e for e in draft.entries if any(block.text.startswith(opening) for block in e.blocks))


@pytest.mark.parametrize("name", NAMES)
def test_every_post_is_found_with_its_time_headline_and_body(name: str) -> None:
    expected = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    draft = draft_of(name)
    assert len(draft.entries) == len(expected)
    for entry, (printed, utc, headline, body) in zip(draft.entries, expected, strict=True):
        assert printed is None or printed in (entry.printed_time or "")
        assert utc is None or (entry.instant is not None and entry.instant.strftime("%Y-%m-%dT%H:%M") == utc)
        assert headline is None or entry.headline == headline
        assert body is None or any(block.text.startswith(body) for block in entry.blocks)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_in_exactly_one_place_and_every_block_is_verbatim_at_its_line(name: str) -> None:
    draft = draft_of(name)
    places = [n for entry in draft.entries for n in entry.lines]
    places += [n for aside in draft.set_aside for n in aside.lines] + list(draft.key_points)
    assert sorted(places) == [n for n, line in enumerate(draft.lines, 1) if line.strip()]
    for entry in draft.entries:
        for block in entry.blocks:
            for offset, part in enumerate(block.text.split("\n")):
                assert part in draft.lines[block.line - 1 + offset]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_becomes_a_document(name: str) -> None:
    data = (PAGES / f"{name}.html").read_bytes()
    document = read(Source(path=f"{name}.html", data=data, sha256="0"), Given(), Settings())
    assert isinstance(document, Document)
    assert len(document.entries) == len(json.loads((PAGES / f"{name}.json").read_text("utf-8")))


def test_quotes_lists_captions_and_links_keep_what_they_are() -> None:
    draft = draft_of("wordpress")
    kinds = {block.text: block.kind for entry in draft.entries for block in entry.blocks}
    assert kinds["Nobody expected the sluice to give way first, the coxswain told us."] is BlockKind.QUOTE
    assert kinds["Route 6 turns at Mill Lane"] is BlockKind.LIST_ITEM
    assert kinds["The wall seen from the chandlery."] is BlockKind.CAPTION
    assert kinds["Dana Whitlock"] is BlockKind.BYLINE
    (link,) = post(draft, "Engineers have found").blocks[1].links
    assert link.text == "a second crack"


def test_buttons_that_share_a_post_are_set_aside_with_that_reason() -> None:
    reasons = {
        why.why: [draft_of("wordpress").lines[n - 1] for n in why.lines] for why in draft_of("wordpress").set_aside
    }
    assert "Copy link" in " ".join(reasons["sharing buttons"])


def test_embedded_posts_and_corrections_are_told_from_the_text() -> None:
    kinds = {b.text: b.kind for e in draft_of("time_in_footer").entries for b in e.blocks}
    assert kinds["Good soup at the summit today."] is BlockKind.EMBED
    assert kinds["Correction: an earlier version of this post said twelve pages."] is BlockKind.CORRECTION


def test_posts_that_only_machines_are_told_of_are_kept_and_said_to_be_unseen() -> None:
    draft = draft_of("listed_more_than_shown")
    assert any("7 posts stand only in the page's structured data; the page itself shows 4" in n for n in draft.notes)
    assert any("1 of the 4 posts shown are not listed for machines" in note for note in draft.notes)
    last = draft.entries[-1]
    assert draft.lines[last.blocks[0].line - 1].startswith("Item number 10")


def test_one_time_stamped_on_every_update_is_not_believed() -> None:
    draft = draft_of("listed_more_than_shown")
    assert any("the same time to every post" in note for note in draft.notes)
    assert len({entry.instant for entry in draft.entries[:4]}) == 4


def zulu_page(language: str, host: str, listed: bool) -> str:
    posts = [
        (13, "The lock keeper opens the first gate of the day."),
        (14, "Two barges wait below the bridge since noon."),
    ]
    posts += [
        (15, "The water has risen by a hand and a half."),
        (16, "All traffic on the canal is stopped until dusk."),
    ]
    updates = [
        {"@type": "BlogPosting", "articleBody": text, "datePublished": f"2023-11-02T{hour - 1:02d}:10:12Z"}
        for hour, text in posts
    ]
    ld = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": updates}) if listed else "{}"
    body = "".join(
        f'<div class="p"><time datetime="2023-11-02T{hour:02d}:10Z">{hour:02d}:10</time><p>{text}</p></div>'
        for hour, text in posts
    )
    return (
        f'<html lang="{language}"><head><link rel="canonical" href="https://{host}/live">'
        f'<script type="application/ld+json">{ld}</script></head><body><main>{body}</main></body></html>'
    )


def test_local_time_with_a_false_z_is_recognised_by_structured_data_that_stands_an_hour_off() -> None:
    draft = read_page(zulu_page("it", "canale.example", True))
    assert [entry.instant.hour for entry in draft.entries if entry.instant] == [12, 13, 14, 15]
    assert draft.zone == "Europe/Rome"
    assert any("local clock marked as UTC" in note for note in draft.notes)


def test_local_time_with_a_false_z_is_doubted_where_the_outlets_country_keeps_another_clock() -> None:
    draft = read_page(zulu_page("it", "canale.it", False))
    assert [entry.instant for entry in draft.entries] == [None] * 4
    assert [str(entry.day) for entry in draft.entries] == ["2023-11-02"] * 4


def test_a_clock_marked_as_utc_is_believed_where_nothing_speaks_against_it() -> None:
    draft = read_page(zulu_page("en", "canal.example", False))
    assert [entry.instant.hour for entry in draft.entries if entry.instant] == [13, 14, 15, 16]


def test_names_of_elements_that_contradict_the_words_are_not_followed() -> None:
    draft = draft_of("times_only_in_structured_data")
    assert draft.entries[0].headline == "Last village reached"


def test_days_stand_in_headings_above_the_posts_and_take_the_year_that_fits_the_weekday() -> None:
    html = (
        '<html lang="de"><head>'
        '<meta property="article:published_time" content="2023-07-18T09:00:00Z"></head><body><div>'
        "<h2>Dienstag, 18. Juli</h2>"
        "<h3>09.10 Uhr: Fähre fährt</h3><p>Die Fähre legt seit dem Morgen wieder ab und an.</p>"
        "<h3>08.02 Uhr: Wind lässt nach</h3><p>Der Wetterdienst hebt seine Warnung für die Küste auf.</p>"
        "<h2>Montag, 17. Juli</h2><h3>22.40 Uhr: Hafen zu</h3><p>Der Hafen bleibt in der Nacht für alle Schiffe zu.</p>"
        "</div></body></html>"
    )
    assert [str(entry.day) for entry in read_page(html).entries] == ["2023-07-18", "2023-07-18", "2023-07-17"]


def test_a_list_under_a_summary_heading_becomes_the_key_points() -> None:
    posts = "".join(
        f'<div class="p"><span>{h}:05</span><p>Hour {h} brings a metre of water into the cellar of the mill.</p></div>'
        for h in (12, 11, 10)
    )
    draft = read_page(
        f"<body><h2>Key points</h2><ul><li>Mill flooded</li><li>Road shut</li></ul><div>{posts}</div></body>"
    )
    assert [draft.lines[n - 1] for n in draft.key_points] == ["Mill flooded", "Road shut"]


def test_facts_of_the_page_come_from_its_head() -> None:
    draft = draft_of("hashed_classes")
    assert draft.outlet == "The Ellery Ledger"
    assert draft.url == "https://ledger.example/live/harbour"
    assert draft.language == "en"
    assert draft.entries[0].address == "https://ledger.example/live/harbour#p4"
    assert draft.entries[0].authors == ("Noor Bexley",)


def test_hebrew_stays_as_it_is_written() -> None:
    assert draft_of("hebrew").entries[0].headline == "הכביש נפתח מחדש"
