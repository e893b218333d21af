"""Long days, topics, outlets and stories: every page can be opened at once, and every address leads on."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.config import Settings
from generator.model import Basis, Digest, Document, FigureDifference, Link, Relation, Story, Topic, TopicKind
from generator.writing.indexes import index
from generator.writing.pages import pages
from generator.writing.pages.page import Page
from tests.digests import FIRST, digest, entries, long_day

DAY = "days/2031-03-04.html"


def made(known: Digest) -> dict[str, Page]:
    return {page.address: page for page in pages(index(known, Settings()))}


@pytest.fixture(scope="module")
def long() -> dict[str, Page]:
    one = long_day(500)
    first, second, third = one.entries[:3]
    links = (
        Link(first.id, second.id, Relation.CORROBORATES, 0.9),
        Link(first.id, third.id, Relation.UPDATES, 0.9, figures=(FigureDifference("injured", "2", "5"),)),
    )
    ids = tuple(entry.id for entry in one.entries)
    story = Story("s-long", "A long story", ids, ("Harbour Wire", "Radio Reed"), 2)
    topic = Topic("flood", "Flood", TopicKind.SUBJECT, entries=ids)
    return made(replace(one, links=links, stories=(story,), topics=(topic,)))


def test_the_front_of_a_long_day_has_a_line_for_each_entry_that_leads_to_its_full_text(long: dict[str, Page]) -> None:
    front = long[DAY].markdown()
    lines = re.findall(r"^- \[(\d\d):\d\d\]\(2031-03-04-(\d\d)\.md#e[0-9a-f]{12}\) \*", front, re.MULTILINE)
    assert len(lines) == 500
    assert all(hour == page for hour, page in lines)
    assert "### [" not in front


def test_a_line_says_who_else_has_it_and_which_figures_differ(long: dict[str, Page]) -> None:
    [line] = [line for line in long[DAY].markdown().splitlines() if "#e000000000001)" in line]
    assert line.endswith("*also* *Öst Post* *update* *Radio Reed* **injured: 2 → 5**")


def test_an_hour_leads_to_the_hours_beside_it_and_to_its_day(long: dict[str, Page]) -> None:
    hour = long["days/2031-03-04-14.html"].markdown()
    assert "[Tuesday 4 March 2031](2031-03-04.md) · [← 13:00](2031-03-04-13.md) · [15:00 →](2031-03-04-15.md)" in hour
    assert "# Tuesday 4 March 2031, 14:00 to 14:59" in hour
    assert hour.count("### [14:") == len(re.findall(r"^### \[", hour, re.MULTILINE)) > 10


def test_an_entry_of_a_long_day_is_cited_beside_its_hour(long: dict[str, Page]) -> None:
    hour = long["days/2031-03-04-14.html"].markdown()
    entry = re.findall(r"^### \[14:\d\d\]\(#(e[0-9a-f]{12})\)", hour, re.MULTILINE)[0]
    assert f"[Cite](../cite/2031-03-04-14.md#{entry})" in hour
    assert f"](#{entry})" in long["cite/2031-03-04-14.html"].markdown()


def test_a_note_previews_what_stands_on_the_page_of_another_hour(long: dict[str, Page]) -> None:
    first = long["days/2031-03-04-00.html"].markdown()
    assert re.search(r"\[\*Öst Post\* \d\d:\d\d\]\(#e000000000002\)", first)


def test_beyond_what_one_front_can_hold_it_keeps_the_place_of_every_entry_and_hours_have_the_lines() -> None:
    many = made(long_day(4000))
    front, hour = many[DAY].markdown(), many["days/2031-03-04-14.html"].markdown()
    ticks = re.findall(r"^- \[\d\d:\d\d\]\(2031-03-04-\d\d(?:-\d\d)?\.md#e[0-9a-f]{12}\)$", front, re.MULTILINE)
    assert len(ticks) == 4000
    assert re.search(r"## 14:00 · \[\d+ entries, line by line and in full\]\(2031-03-04-14\.md\)", front)
    [drawing] = many[DAY].drawings.values()
    assert 400 < drawing.count("<use ") <= 4 * 24 * 6
    assert len(re.findall(r"^- \[14:\d\d\]\(2031-03-04-14-\d\d\.md#e[0-9a-f]{12}\) \*", hour, re.MULTILINE)) > 150


@pytest.mark.parametrize(("page", "most"), [("topics/flood", 400), ("stories/s-long", 200)])
def test_a_topic_and_a_story_carry_on_over_pages_and_leave_no_entry_out(
    long: dict[str, Page], page: str, most: int
) -> None:
    parts = [one for address, one in long.items() if re.fullmatch(rf"{page}(?:--p\d+)?\.html", address)]
    counts = [len(re.findall(r"\.md#e[0-9a-f]{12}\)", one.markdown().partition("In their words")[0])) for one in parts]
    assert sum(counts) == 500
    assert max(counts) == most
    assert "--p2.md)" in parts[0].markdown()


def test_an_entry_whose_date_is_inferred_keeps_its_place_on_the_page_of_those_without() -> None:
    entry = entries()[0]
    document = Document(
        entry.document, "a.txt", "0" * 64, "text", (), date=FIRST, date_basis=Basis.INFERRED, entries=(entry,)
    )
    page = made(Digest((document,), (entry,), (), (), ()))["days/undated.html"].markdown()
    assert f"- [08:05](2031-03-04.md#{entry.id}) *Harbour Wire* Dyke breached at Elm Point" in page


def test_a_digest_in_which_every_day_is_printed_has_no_page_for_entries_without() -> None:
    dated = tuple(entry for entry in digest().entries if entry.date)
    assert "days/undated.html" not in made(Digest((), dated, (), (), ()))
