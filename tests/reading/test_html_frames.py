"""Embedded tickers that savers keep within the one file of a page are read with it."""

from __future__ import annotations

import base64
import html

import pytest

from generator.config import Given, Limits, Settings
from generator.model import Document
from generator.reading.containers import unpack
from generator.reading.draft import Source
from generator.reading.reader import read

POSTS = "".join(
    f'<div class="item"><span class="clock">{clock}</span><p>Report {n} from the lock: how high the water is.</p></div>'
    for n, clock in enumerate(("15:20", "14:10", "09:05"))
)
TICKER = f"<html><head><title>Ticker</title></head><body><div>{POSTS}</div></body></html>"
SHADOW = f'<live-ticker><template shadowrootmode="open"><style>p{{}}</style><div>{POSTS}</div></template></live-ticker>'


def framed(text: str) -> str:
    return f'<iframe srcdoc="{html.escape(text)}"></iframe>'


FRAMES = {
    "srcdoc": framed(TICKER),
    "srcdoc within srcdoc": framed(framed(TICKER)),
    "data address": f'<iframe src="data:text/html;base64,{base64.b64encode(TICKER.encode()).decode()}"></iframe>',
    "shadow tree": SHADOW,
}


def page(frame: str) -> str:
    return f'<html lang="en"><body><main><h1>High water at the lock</h1>{frame}</main></body></html>'


def read_bytes(data: bytes, path: str) -> Document:
    (source,) = unpack(path, data, Limits())
    return read(source, Given(), Settings())


@pytest.mark.parametrize("form", FRAMES)
def test_posts_within_a_frame_are_posts_of_the_page(form: str) -> None:
    document = read(Source(path="p.html", data=page(FRAMES[form]).encode(), sha256="0"), Given(), Settings())
    assert [entry.printed_time for entry in document.entries] == ["15:20", "14:10", "09:05"]
    assert document.title == "High water at the lock"


def test_a_template_that_readers_do_not_see_is_no_text_of_the_page() -> None:
    hidden = page(SHADOW.replace(' shadowrootmode="open"', "") + "<p>15:20 The gate is shut for the night again.</p>")
    document = read(Source(path="p.html", data=hidden.encode(), sha256="0"), Given(), Settings())
    assert not any("Report" in line for line in document.lines)


def test_frames_of_an_mhtml_file_are_read_with_its_page() -> None:
    parts = [("root@x", page('<iframe width="9" src="cid:frame@x"></iframe>')), ("frame@x", TICKER)]
    body = "".join(
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <{name}>\r\n"
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
        for name, text in parts
    )
    head = (
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"'
    )
    document = read_bytes(f"{head}\r\n\r\n{body}--b--\r\n".encode(), "page.mhtml")
    assert [entry.printed_time for entry in document.entries] == ["15:20", "14:10", "09:05"]


def test_a_frame_that_holds_itself_a_thousand_times_over_ends_somewhere() -> None:
    nested = "x"
    for _ in range(6):
        nested = f'<iframe srcdoc="{html.escape(nested)}"></iframe>' * 3
    text = page(nested) + "<p>15:20 The gate is shut for the night again.</p>"
    assert read(Source(path="p.html", data=text.encode(), sha256="0"), Given(), Settings()).entries
