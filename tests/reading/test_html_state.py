"""Posts whose time stands only in the data that a page carries for its own scripts, in any form of JSON."""

from __future__ import annotations

import json

import pytest

from generator.config import Settings
from generator.reading.draft import Draft, Source
from generator.reading.html import read_html

POSTS = [
    ("Lock gate jammed", "The upper gate has been stuck since a log drifted into its hinge.", "2024-03-05T15:20:00Z"),
    ("Barge turned back", "A barge with gravel has turned back to the yard at the bend.", "2024-03-05T13:05:00Z"),
    ("Keeper on duty", "The keeper opens the house at first light and rakes the grate.", "2024-03-05T06:40:00Z"),
]
AGES = ("4m ago", "2h ago", "9h ago")
ITEMS = [
    {"id": f"p{n}", "updatedAt": "2024-03-05T18:00:00Z", "publishedAt": when, "title": title, "body": f"<p>{text}</p>"}
    for n, (title, text, when) in enumerate(POSTS)
]


def read_page(script: str) -> Draft:
    shown = "".join(
        f"<div class=post><span>{age}</span><h3>{title}</h3><p>{text}</p></div>"
        for age, (title, text, _) in zip(AGES, POSTS, strict=True)
    )
    html = f'<html lang="en"><body><main><h1>High water at the lock</h1>{shown}</main>{script}</body></html>'
    return read_html(Source(path="page.html", data=html.encode(), sha256=""), Settings())


def quoted(text: str) -> str:
    """The text as a string literal of JavaScript between single quotes."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\x3C") + "'"


def store() -> dict[str, object]:
    """A normalised store: posts by type and id, their text behind a reference."""
    out: dict[str, object] = {"ROOT_QUERY": {"live": "x"}}
    for item in ITEMS:
        out[f"Body:{item['id']}"] = {"html": item["body"]}
        out[f"Post:{item['id']}"] = {**item, "body": {"__ref": f"Body:{item['id']}"}}
    return out


def pushed(payload: str) -> str:
    half = len(payload) // 2
    pieces = (payload[:half], payload[half:])
    return "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces)


STATE = json.dumps({"posts": ITEMS})
CIRCLE = json.dumps({"Post:1": {"__ref": "Post:1"}, "Post:2": {"a": 1}, "Post:3": {"a": {"__ref": "Post:3"}}})
SCRIPTS = {
    "application/json": f'<script type="application/json" id="x">{json.dumps({"live": {"posts": ITEMS}})}</script>',
    "assigned": f"<script>window.__STATE__={STATE};start()</script>",
    "assigned with undefined": f'<script>window.X = {STATE[:-1]},"z":undefined}}</script>',
    "parsed from single quotes": f"<script>var s = JSON.parse({quoted(STATE)})</script>",
    "parsed from double quotes": f"<script>var s = JSON.parse({json.dumps(STATE)})</script>",
    "JSON within JSON": f'<script type="application/json">{json.dumps({"liveData": STATE})}</script>',
    "store with references": f"<script>window.__APOLLO_STATE__ = {json.dumps(store())};</script>",
    "rows pushed in pieces": pushed('5:["$","$L6",null,' + STATE + "]\n"),
}


@pytest.mark.parametrize("form", SCRIPTS)
def test_ages_on_the_page_become_the_moments_its_data_states(form: str) -> None:
    draft = read_page(SCRIPTS[form])
    assert [entry.headline for entry in draft.entries] == [title for title, _, _ in POSTS]
    moments = [entry.instant.strftime("%Y-%m-%dT%H:%M:%SZ") if entry.instant else None for entry in draft.entries]
    assert moments == [when for _, _, when in POSTS]


@pytest.mark.parametrize(
    "script",
    [
        "<script>JSON.parse('" + "\\" * 200_001 + "</script>",
        "<script>" + 'self.__next_f.push([1,"' * 20_000 + "</script>",
        "<script>a = [" + "{" * 300_000 + "</script>",
        "<script>JSON.parse('\\ud800\\x4')" + "x" * 300 + "</script>",
        f"<script>x={CIRCLE};{'y' * 200}</script>",
    ],
)
def test_broken_data_costs_only_itself(script: str) -> None:
    assert len(read_page(script).entries) == len(POSTS)
