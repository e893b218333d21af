"""How to cite an entry."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from generator.config import Settings, Site
from generator.model import Digest, Entry
from generator.writing.indexes import Indexes, index
from generator.writing.pages.citations import bibtex, citation, csl, write_citations
from generator.writing.safe import bibtex_text
from tests.digests import digest

FULL = Settings(site=Site(title="Flood", url="https://example.org/digest/"))
ANYWHERE = Settings(site=Site(title="Flood"))


def first(settings: Settings = FULL, **changes: object) -> tuple[Entry, Indexes]:
    own = digest()
    entry = replace(own.entries[0], **changes)  # type: ignore[arg-type]
    return entry, index(replace(own, entries=(entry, *own.entries[1:])), settings)


def test_in_words_it_names_headline_outlet_moment_page_original_address_and_permalink() -> None:
    assert citation(*first()) == (
        "“Dyke breached at Elm Point”, Harbour Wire, 4 March 2031, 08:05 UTC, in: “Harbour Wire live: high water”, "
        "https://harbour.example/live/1. Flood, https://example.org/digest/days/2031-03-04.html#e000000000001."
    )


def test_without_a_site_address_the_entry_is_named_by_its_id() -> None:
    assert citation(*first(ANYWHERE)).endswith("Flood, entry e000000000001.")


def test_bylines_come_first() -> None:
    assert citation(*first(authors=("Ada Fenn", "Bo Reed"))).startswith("Ada Fenn and Bo Reed, “Dyke breached")


def test_the_day_is_that_of_the_cited_clock_whatever_the_time_zone_of_the_site() -> None:
    moment = datetime.fromisoformat("2031-03-05T02:30:00Z")
    assert "5 March 2031, 02:30 UTC" in citation(*first(utc=moment, date=date(2031, 3, 4)))


def test_a_time_in_an_unknown_zone_is_not_called_utc() -> None:
    assert "4 March 2031, 08:05 local time" in citation(*first(utc=None))


def test_the_address_of_the_post_itself_is_preferred_unless_it_leads_nowhere_safe() -> None:
    assert "https://harbour.example/live/1#p7" in citation(*first(address="https://harbour.example/live/1#p7"))
    assert "javascript" not in citation(*first(address="javascript:alert(1)"))


def test_bibtex_is_an_entry_that_every_style_knows() -> None:
    assert bibtex(*first()) == (
        "@misc{e000000000001,\n"
        "  author = {{Harbour Wire}},\n"
        "  title = {{Dyke breached at Elm Point}},\n"
        "  howpublished = {Harbour Wire: Harbour Wire live: high water},\n"
        "  year = {2031},\n"
        "  month = {3},\n"
        "  day = {4},\n"
        "  url = {https://harbour.example/live/1},\n"
        "  note = {08:05 UTC, Flood, https://example.org/digest/days/2031-03-04.html\\#e000000000001}\n"
        "}\n"
    )


def test_csl_json_says_when_the_page_was_saved_instead_of_when_somebody_looked() -> None:
    assert csl(*first()) == {
        "id": "e000000000001",
        "type": "post-weblog",
        "title": "Dyke breached at Elm Point",
        "author": [{"literal": "Harbour Wire"}],
        "publisher": "Harbour Wire",
        "container-title": "Harbour Wire live: high water",
        "issued": {"date-parts": [[2031, 3, 4]]},
        "accessed": {"date-parts": [[2031, 3, 5]]},
        "URL": "https://harbour.example/live/1",
        "archive": "Flood",
        "archive_location": "https://example.org/digest/days/2031-03-04.html#e000000000001",
        "note": "08:05 UTC",
    }


@given(st.text())
@example("100% of {it} \\input{/etc/passwd} #1 $x$ a_b ~ ^ }")
def test_bibtex_text_can_neither_end_its_field_nor_give_tex_a_command(text: str) -> None:
    made = bibtex_text(text)
    bare = re.sub(r"\\(?:textbackslash|textasciitilde|textasciicircum)\{\}|\\[{}#$%&_]", "", made)
    assert not re.search(r"[\\{}#$%&_~^\n]", bare)


def test_each_day_has_one_file_of_each_kind_with_all_its_entries(tmp_path: Path) -> None:
    write_citations(digest(), FULL, tmp_path)
    names = sorted(path.name for path in (tmp_path / "cite").iterdir())
    assert names == [f"{day}.{end}" for day in ("2031-03-04", "2031-03-05", "undated") for end in ("bib", "csl.json")]
    references = json.loads((tmp_path / "cite" / "2031-03-04.csl.json").read_text("utf-8"))
    assert len(references) == (tmp_path / "cite" / "2031-03-04.bib").read_text("utf-8").count("@misc{") == 7


def test_an_archive_without_entries_has_no_citations(tmp_path: Path) -> None:
    write_citations(Digest((), (), (), (), ()), FULL, tmp_path)
    assert list(tmp_path.iterdir()) == []
