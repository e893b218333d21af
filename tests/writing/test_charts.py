"""Drawings: whole SVG files that hold what they should and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.config import Settings
from generator.model import FigureDifference, Link, Place, Relation
from generator.writing.charts.coverage import Row, by_outlet, draw_coverage
from generator.writing.charts.figures import Reading, draw_figures
from generator.writing.charts.lanes import Post, lanes
from generator.writing.charts.map import draw_map
from generator.writing.charts.origins import Origin, draw_origins
from generator.writing.charts.world import Window, land_within
from generator.writing.indexes import index
from generator.writing.marks import COLOURS, SHAPES, assign_marks
from generator.writing.pages import pages
from tests.digests import HOSTILE, digest, entries

SVG = "{http://www.w3.org/2000/svg}"
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
MARKS = assign_marks(["A", "B", "C"])


def post(key: str, outlet: str, minutes: int) -> Post:
    return Post(key, outlet, NOON + timedelta(minutes=minutes), f"#{key}", f"{outlet} {key}")


def parsed(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawing)


def test_every_drawing_of_a_digest_is_a_well_formed_file_without_scripts_or_requests() -> None:
    drawings = [text for page in pages(index(digest(), Settings())) for text in page.drawings.values()]
    assert len(drawings) >= 8
    for drawing in drawings:
        root = parsed(drawing)
        assert root.tag == f"{SVG}svg"
        for node in root.iter():
            assert node.tag.removeprefix(SVG) in {
                "svg",
                "style",
                "title",
                "path",
                "text",
                "circle",
                "a",
                "g",
                "defs",
                "use",
            }
            assert all(not name.startswith("on") for name in node.attrib)
            assert node.get("href", "#").startswith("#")


def test_a_lane_chart_has_a_lane_for_each_outlet_and_a_link_for_each_entry() -> None:
    root = parsed(lanes([post("e1", "A", 0), post("e2", "B", 5), post("e3", "A", 90)], [], MARKS, "t"))
    assert [node.text for node in root.iter(f"{SVG}text") if node.get("class") == "name"] == ["A", "B"]
    assert [node.get("href") for node in root.iter(f"{SVG}a")] == ["#e1", "#e2", "#e3"]


def test_marks_stand_in_order_of_time_on_a_common_clock() -> None:
    root = parsed(lanes([post("e1", "A", 0), post("e2", "B", 30), post("e3", "A", 60)], [], MARKS, "t"))
    across = [float(node[0].get("x", "").rstrip("%")) for node in root.iter(f"{SVG}a")]
    assert across[1] - across[0] == pytest.approx(across[2] - across[1], abs=0.2)


def test_a_lane_is_solid_only_while_its_outlet_kept_posting() -> None:
    posts = [post("e1", "A", 0), post("e2", "A", 30), post("e3", "A", 300), post("e4", "A", 320)]
    root = parsed(lanes(posts, [], MARKS, "t"))
    assert len([node for node in root.iter(f"{SVG}path") if "live" in node.get("class", "")]) == 2


def test_arcs_tell_shared_origin_and_differing_figures_by_their_look() -> None:
    posts = [post("e1", "A", 0), post("e2", "B", 5), post("e3", "C", 50)]
    links = [
        Link("e1", "e2", Relation.SHARES_SOURCE, 0.9),
        Link("e1", "e3", Relation.UPDATES, 0.9, figures=(FigureDifference("hurt", "2", "5"),)),
        Link("e2", "e3", Relation.RELATED, 0.9),
    ]
    root = parsed(lanes(posts, links, MARKS, "t"))
    arcs = [node.get("class") for node in root.iter(f"{SVG}path") if "arc" in node.get("class", "")]
    assert arcs == ["arc shared", "arc differ"]


def test_one_entry_makes_no_chart() -> None:
    assert lanes([post("e1", "A", 0)], [], MARKS, "t") == ""


def test_of_more_arcs_than_an_eye_can_follow_each_entry_keeps_the_one_to_the_report_just_before_it() -> None:
    posts = [post(f"e{number}", "ABC"[number % 3], number) for number in range(40)]
    links = [
        Link(a.key, b.key, Relation.CORROBORATES, 0.9) for place, a in enumerate(posts) for b in posts[place + 1 :]
    ]
    root = parsed(lanes(posts, links, MARKS, "t"))
    assert len([node for node in root.iter(f"{SVG}path") if node.get("class") == "arc"]) == 39


def test_a_lane_chart_shows_the_busiest_outlets_where_there_are_too_many() -> None:
    names = [f"Outlet {number}" for number in range(40)]
    posts = [post(f"e{place}", name, place) for place, name in enumerate([*names, *names[-3:]])]
    root = parsed(lanes(posts, [], assign_marks(names), "t"))
    shown = [node.text for node in root.iter(f"{SVG}text") if node.get("class") == "name"]
    assert len(shown) == 24
    assert set(names[-3:]) <= set(shown)


@pytest.mark.parametrize("text", HOSTILE)
def test_document_text_is_only_text_in_a_drawing(text: str) -> None:
    drawing = lanes(
        [replace(post("e1", text, 0), hint=text), post("e2", "B", 5)], [], {text: MARKS["A"], **MARKS}, text
    )
    tags = {node.tag.removeprefix(SVG) for node in parsed(drawing).iter()}
    assert tags <= {"svg", "style", "title", "path", "text", "a", "g", "defs", "use"}
    assert "{static}" not in drawing


def test_a_shared_origin_is_drawn_once_with_a_line_to_each_of_its_outlets() -> None:
    root = parsed(draw_origins([Origin("Coast Agency", ("A", "B")), Origin(None, ("C",))], MARKS, "t"))
    assert len([node for node in root.iter(f"{SVG}path") if node.get("class") == "tie joint"]) == 2
    assert len([node for node in root.iter(f"{SVG}path") if node.get("class") == "tie"]) == 1
    assert "Coast Agency" in [node.text for node in root.iter(f"{SVG}text")]


def test_of_many_readings_those_with_room_have_their_figure_beside_them() -> None:
    readings = [Reading(NOON + timedelta(minutes=n), "A", f"{n} hurt", n, n) for n in range(40)]
    labels = [node.text or "" for node in parsed(draw_figures(readings, MARKS, "t")).iter(f"{SVG}text")]
    told = [label for label in labels if label.endswith("hurt")]
    assert (told[0], told[-1]) == ("0 hurt", "39 hurt")
    assert 3 <= len(told) <= 6


def test_a_higher_figure_stands_higher_and_a_later_one_further_right() -> None:
    readings = [Reading(NOON, "A", "2", 2, 2), Reading(NOON + timedelta(hours=2), "B", "5", 5, 5)]
    root = parsed(draw_figures(readings, MARKS, "t"))
    spots = [
        tuple(map(float, re.findall(r"-?[\d.]+", node.get("transform", ""))[:2]))
        for node in root.iter(f"{SVG}path")
        if "translate" in node.get("transform", "")
    ]
    (first_x, first_y), (second_x, second_y) = spots
    assert second_x > first_x
    assert second_y < first_y


def test_figures_reported_in_the_same_minute_and_of_the_same_size_do_not_break_the_chart() -> None:
    readings = [Reading(NOON, "A", "2", 2, 2), Reading(NOON, "B", "two", 2, 2)]
    assert parsed(draw_figures(readings, MARKS, "t")).tag == f"{SVG}svg"


def test_a_day_on_which_an_outlet_had_more_entries_has_the_larger_mark() -> None:
    row = Row("A", MARKS["A"], {date(2031, 3, 4): 1, date(2031, 3, 5): 9})
    sizes = [float(size) for size in re.findall(r"scale\(([\d.]+)\)", draw_coverage([row], "t"))]
    assert sizes[0] < sizes[1]


def test_coverage_over_too_many_days_to_tell_apart_is_not_drawn() -> None:
    row = Row("A", MARKS["A"], {date(2031, 1, 1): 1, date(2031, 12, 31): 1})
    assert draw_coverage([row], "t") == ""


def test_outlets_without_dated_entries_have_no_row() -> None:
    undated = [replace(entry, date=None) for entry in entries()[:3]]
    assert by_outlet(undated, {}) == []


def test_a_map_shows_the_place_and_the_neighbours_that_fall_within_it() -> None:
    near, far = ("Near", Place(51, 1)), ("Far", Place(-30, 150))
    drawing = draw_map("Here", Place(50, 0), [near, far])
    names = [node.text for node in parsed(drawing).iter(f"{SVG}text")]
    assert names == ["Here", "Near"]


@pytest.mark.parametrize("place", [Place(0, 180), Place(64, -179.9), Place(90, 0), Place(-90, 0), Place(-17, 178)])
def test_maps_work_at_the_date_line_and_the_poles(place: Place) -> None:
    assert parsed(draw_map("Edge", place)).tag == f"{SVG}svg"


def test_land_is_where_land_is() -> None:
    assert land_within(Window(10, 45, 11, 46))
    assert not land_within(Window(-140, -45, -139, -44))


def test_the_first_84_outlets_all_look_different() -> None:
    marks = list(assign_marks(str(number) for number in range(84)).values())
    assert len({(mark.colour, mark.shape) for mark in marks}) == 84 == COLOURS * len(SHAPES)


def _luminance(colour: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(colour[place : place + 2]) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_of_text_can_be_read_on_every_ground(theme: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    style = (Path(__file__).resolve().parents[2] / "themes" / "digest" / "static" / "digest.css").read_text("utf-8")
    blocks = re.findall(r":root\{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([a-z0-9]+):(#[0-9a-f]{6})", blocks[0 if theme == "light" else 1]))
    assert sum(name[0] == "c" and name[1:].isdigit() for name in colours) == COLOURS
    for ground in ("paper", "wash"):
        for name in ("ink", "soft", "link", "alert", *(f"c{number}" for number in range(COLOURS))):
            assert _contrast(colours[name], colours[ground]) >= 4.5, (theme, name, ground)


def test_figures_in_different_units_are_listed_and_not_drawn_on_one_scale() -> None:
    whole = digest()
    links = tuple(
        replace(link, figures=(FigureDifference("distance", "about 12 nautical miles", "24 kilometres"),))
        if link.figures
        else link
        for link in whole.links
    )
    story = next(
        page for page in pages(index(replace(whole, links=links), Settings())) if page.address == "stories/s-flood.html"
    )
    assert not [name for name in story.drawings if "figure" in name]
    assert "**24 kilometres**" in story.markdown()
