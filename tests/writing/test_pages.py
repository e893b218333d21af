"""Pages as Markdown: what a reader finds in a plain editor, without the site."""

from __future__ import annotations

import os
import posixpath
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Settings, Site
from generator.model import Basis, Digest, Entry, FigureDifference, Link, Relation, Story
from generator.writing.addresses import day_address, document_address, story_address
from generator.writing.indexes import index
from generator.writing.pages import moved_pages, pages, write_pages
from generator.writing.pages.page import Page
from tests.digests import FIRST, SECOND, at, digest, entries

SETTINGS = Settings(site=Site(title="High water"))


@pytest.fixture(scope="module")
def made() -> dict[str, Page]:
    return {page.address: page for page in pages(index(digest(), SETTINGS))}


def text_of(made: dict[str, Page], address: str) -> str:
    return made[address].markdown()


def test_every_kind_of_page_is_written(made: dict[str, Page]) -> None:
    assert {page.kind for page in made.values()} == {
        *("home", "day", "story", "topic", "source", "document"),
        *("about", "list", "search", "missing", "cite"),
    }


def test_a_day_opens_with_its_stories_by_number_of_separate_reports(made: dict[str, Page]) -> None:
    day = text_of(made, day_address(FIRST))
    brief = day[day.index("## In brief") : day.index("![")]
    assert brief.splitlines()[2:6] == [
        "- [Dyke breached at Elm Point](../stories/s-flood.md) *Harbour Wire*, *The Quay Ledger*, *Öst Post*  ",
        "  3 outlets, 2 with no shared origin found · **injured: 2 → 5**",
        "- [Army sent to the coast](../stories/s-army.md) *The Quay Ledger*, *Öst Post*  ",
        "  2 outlets, all resting on one report (Coast News Agency)",
    ]


def test_an_entry_tells_what_others_said_each_in_its_relation(made: dict[str, Page]) -> None:
    day = text_of(made, day_address(FIRST))
    first = day[day.index("### [08:05]") : day.index("### [08:30]")]
    headings = re.findall(r"^#### (.+)$", first, re.MULTILINE)
    assert headings == ["Figures differ", "Also reported by", "Same wording"]
    assert "[*Harbour Wire* 11:10](#e000000000005): **injured: 2 → 5** · update" in first
    assert "[*The Quay Ledger* 08:30](#e000000000002): Water in the lower town" in first


def test_reports_on_one_agency_say_which(made: dict[str, Page]) -> None:
    assert "both credit Coast News Agency" in text_of(made, day_address(FIRST))


def test_a_weak_link_is_marked_as_less_certain(made: dict[str, Page]) -> None:
    day = text_of(made, day_address(SECOND))
    assert "Pumps reach the lower town · less certain" in day


def test_the_printed_time_stands_beside_the_clock(made: dict[str, Page]) -> None:
    assert "*printed “08:05 GMT”*" in text_of(made, day_address(FIRST))


def test_an_inferred_time_is_shown_as_inferred_with_the_reason(made: dict[str, Page]) -> None:
    day = text_of(made, day_address(SECOND))
    assert "[no time](#e000000000009) [Öst Post]" in day
    assert "*inferred*" in day
    assert "*Time inferred:* the day is taken from two entries" in day


def test_a_date_that_is_inferred_for_a_whole_document_is_shown_with_each_of_its_entries() -> None:
    whole = digest()
    documents = (replace(whole.documents[0], date_basis=Basis.INFERRED), *whole.documents[1:])
    dated = tuple(
        replace(entry, time_note="two entries share their wording") if entry.document == "harbour-1" else entry
        for entry in whole.entries
    )
    looked_up = index(replace(whole, documents=documents, entries=dated), SETTINGS)
    day = next(page for page in pages(looked_up) if page.address == day_address(FIRST)).markdown()
    assert "*printed “08:05 GMT”, date inferred*" in day
    assert "*Date inferred:* two entries share their wording" in day


def test_kinds_of_blocks_are_told_apart(made: dict[str, Page]) -> None:
    day = text_of(made, day_address(FIRST))
    for line in (
        "*Kicker:* Flood",
        "*Byline:* By Ada Fenn",
        "> We will have the streets dry by Friday.",
        "- Two pumps at the mill\n- Two pumps at the bridge",
        "*Caption:* A barge at the quay, seen from the mill",
        "*Correction:* An earlier version gave the number of pumps as five.",
        "*Embedded post:* Harbour office",
    ):
        assert line in day


def test_printed_links_to_the_web_are_kept_and_others_become_words(made: dict[str, Page]) -> None:
    day = text_of(made, day_address(FIRST))
    assert "Four pumps arrived [by barge](https://example.org/barge?a=1&b=%282%29) from Elm Point." in day


def test_the_clock_of_the_site_is_the_one_in_the_settings() -> None:
    berlin = index(digest(), Settings(site=Site(timezone="Europe/Berlin")))
    day = next(page for page in pages(berlin) if page.address == day_address(FIRST)).markdown()
    assert "### [09:05](#e000000000001)" in day
    assert "on one clock (Europe/Berlin)" in day


def test_a_story_names_first_report_relations_and_figures(made: dict[str, Page]) -> None:
    story = text_of(made, story_address("s-flood"))
    rows = [line for line in story.splitlines() if line.startswith("| [")]
    assert "| First report | **injured: 2** |" in rows[0]
    assert "No shared origin found with *Harbour Wire* 08:05 | **injured: two** |" in rows[1]
    assert "Same wording as *Harbour Wire* 08:05" in rows[2]
    assert "Updates *Harbour Wire* 08:05, *The Quay Ledger* 08:30 | **injured: 5** |" in rows[3]


def test_a_story_tells_in_words_who_rests_on_what(made: dict[str, Page]) -> None:
    assert "The Quay Ledger and Öst Post rest on Coast News Agency." in text_of(made, story_address("s-army"))


def test_never_is_a_report_called_independent_or_confirmed(made: dict[str, Page]) -> None:
    told = "\n".join(page.markdown() for page in made.values() if page.kind != "day").lower()
    assert "independent" not in told
    assert "confirmed" not in told


def test_former_addresses_of_stories_and_topics_lead_to_the_present_ones() -> None:
    moved = moved_pages(index(digest(), SETTINGS))
    assert moved["stories/s-flood-old.html"] == ["Dyke breached at Elm Point", "s-flood.html"]
    assert moved["topics/elmpoint.html"] == ["Elm Point", "elm-point.html"]


def test_a_former_id_never_replaces_a_page_in_use() -> None:
    whole = digest()
    stories = (replace(whole.stories[0], former=("s-army",)), whole.stories[1])
    looked_up = index(replace(whole, stories=stories), SETTINGS)
    assert [page.kind for page in pages(looked_up) if "s-army" in page.address] == ["story"]
    assert "stories/s-army.html" not in moved_pages(looked_up)


def test_a_document_shows_every_line_once_with_where_it_went(made: dict[str, Page]) -> None:
    page = text_of(made, document_address("harbour-1"))
    document = digest().documents[0]
    shown = [int(number) for number in re.findall(r"^ {4} *(\d+)  ", page, re.MULTILINE)]
    told = [number for number, line in enumerate(document.lines, 1) if line.strip()]
    assert [number for number in shown if document.lines[number - 1].strip()] == told
    assert "*Line 2:* set aside – page furniture: sharing" in page
    assert "*Line 1:* key point of the page" in page
    assert "*Warning:* The page says it holds 16 posts; 4 were saved." in page
    assert document.sha256 in page


def test_a_document_links_to_its_address_and_an_archived_copy(made: dict[str, Page]) -> None:
    page = text_of(made, document_address("harbour-1"))
    assert "](https://harbour.example/live/1)" in page
    assert "](https://web.archive.org/web/20310305/https://harbour.example/live/1)" in page


def test_an_address_that_is_no_web_address_is_not_linked(made: dict[str, Page]) -> None:
    assert "javascript:" not in text_of(made, document_address("ledger-1"))


def test_a_line_that_went_nowhere_is_shown_as_such() -> None:
    whole = digest()
    lost = replace(whole.documents[0], lines=(*whole.documents[0].lines, "a forgotten line"))
    looked_up = index(replace(whole, documents=(lost, *whole.documents[1:])), SETTINGS)
    page = next(page for page in pages(looked_up) if page.address == document_address("harbour-1")).markdown()
    assert "*Line 41:* in no entry" in page


def test_every_link_between_pages_leads_to_a_page_that_is_written(made: dict[str, Page]) -> None:
    files = {path for page in made.values() for path in page.files()}
    for page in made.values():
        folder = posixpath.dirname(page.address)
        text = re.sub(r"^ {4}.*$", "", page.markdown(), flags=re.MULTILINE)
        for target in re.findall(r"(?<!\\)\]\(([^)#\s<]+\.(?:md|svg))", text):
            if not target.startswith("http"):
                assert posixpath.normpath(posixpath.join(folder, target)) in files, (page.address, target)


def test_nothing_is_written_outside_the_folder_and_every_file_is_text_with_plain_line_ends(tmp_path: Path) -> None:
    write_pages(digest(), SETTINGS, tmp_path / "pages")
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]
    for path in (tmp_path / "pages").rglob("*"):
        if path.is_file():
            assert b"\r" not in path.read_bytes()


def test_an_empty_digest_still_has_its_fixed_pages() -> None:
    empty = {page.kind for page in pages(index(Digest((), (), (), (), ()), SETTINGS))}
    assert empty == {"home", "about", "search", "missing", "list"}


def test_an_entry_with_many_copies_names_eight_and_counts_the_rest() -> None:
    first, *copies = (replace(entries()[0], id=f"e{number:012x}") for number in range(100, 121))
    links = tuple(Link(first.id, copy.id, Relation.COPY, 0.9) for copy in copies)
    story = Story("s-many", "Many", (first.id, *(copy.id for copy in copies)), ("Harbour Wire",), 1)
    many = index(Digest((), (first, *copies), links, (story,), ()), SETTINGS)
    day = next(page for page in pages(many) if page.address == day_address(FIRST)).markdown()
    first_entry = day.split("### [")[1]
    assert first_entry.count("[*Harbour Wire* 08:05]") == 8
    assert "[12 more](../stories/s-many.md)" in first_entry


def test_figures_over_time_run_from_first_to_last() -> None:
    def entry(number: int, clock: str) -> Entry:
        return replace(entries()[0], id=f"e{number:012x}", utc=at(FIRST, clock))

    one, two, three = entry(1, "08:00"), entry(2, "09:00"), entry(3, "10:00")
    links = (
        Link(one.id, two.id, Relation.UPDATES, 0.9, figures=(FigureDifference("injured", "2", "5"),)),
        Link(two.id, three.id, Relation.UPDATES, 0.9, figures=(FigureDifference("injured", "5", "11"),)),
    )
    story = Story("s", "S", (one.id, two.id, three.id), ("Harbour Wire",), 1, one.utc, three.utc)
    told = {page.address: page for page in pages(index(Digest((), (one, two, three), links, (story,), ()), SETTINGS))}
    assert "- **2 → 11** injured" in told["stories/s.html"].markdown()


def test_the_same_digest_gives_the_same_bytes_whatever_the_hash_seed_and_time_zone(tmp_path: Path) -> None:
    program = (
        "import hashlib; from generator.config import Settings; from generator.writing.indexes import index\n"
        "from generator.writing.pages import pages; from tests.digests import digest\n"
        "files = [item for page in pages(index(digest(), Settings())) for item in page.files().items()]\n"
        "print(hashlib.sha256(repr(files).encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).resolve().parents[2],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(said) == 1
