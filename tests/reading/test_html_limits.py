"""What hostile pages cost: bounded, and one clear message."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Limits, Settings
from generator.errors import DocumentError
from generator.reading.draft import Draft, Source
from generator.reading.html import read_html


def read_bytes(data: bytes, limits: Limits | None = None) -> Draft:
    return read_html(Source(path="page.html", data=data, sha256=""), Settings(limits=limits or Limits()))


def test_a_page_nested_ten_thousand_deep_is_refused_in_words() -> None:
    with pytest.raises(DocumentError, match=r"page\.html: its elements nest more than 512 deep"):
        read_bytes(b"<body>" + b"<div>" * 10_000 + b"x")


def test_a_page_of_too_many_lines_is_refused_in_words() -> None:
    with pytest.raises(DocumentError, match="more than 1,000 lines"):
        read_bytes(b"<body>" + b"<br>a" * 2_000, Limits(document_lines=1_000))


def test_an_element_with_endless_attributes_is_refused_at_once() -> None:
    with pytest.raises(DocumentError, match="attributes"):
        read_bytes(b"<div " + b" ".join(b"a%d=1" % n for n in range(50_000)) + b">x</div>")


def test_an_empty_page_is_refused_in_words() -> None:
    with pytest.raises(DocumentError, match="empty"):
        read_bytes(b"")


@pytest.mark.parametrize(
    "script",
    [
        "[" * 200_000,
        '{"a":' * 50_000 + "1" + "}" * 50_000,
        '{"liveBlogUpdate": [1, null, "x", {"articleBody": 7}, {}]}',
        json.dumps({"liveBlogUpdate": [{"articleBody": "<" * 50_000, "datePublished": "2024-13-45T99:99:99Z"}]}),
    ],
)
def test_broken_structured_data_costs_only_itself(script: str) -> None:
    html = f'<script type="application/ld+json">{script}</script><p>12:30 The page reads on regardless of it all.</p>'
    assert "The page reads on" in " ".join(read_bytes(html.encode()).lines)


def test_nul_lone_surrogates_and_cut_characters_leave_text_that_can_be_written() -> None:
    page = b"<p>12:30 one\0 two \xed\xa0\x80 three " + "café naïve привет".encode() + b" end \xe2\x82</p>"
    text = "\n".join(read_bytes(b"<html><body>" + page * 3).lines)
    assert "\0" not in text
    assert text.encode("utf-8")
    assert "café" in text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    with contextlib.suppress(DocumentError):
        assert "\n".join(read_bytes(b"<html>" + data).lines).encode("utf-8") is not None


def test_cost_grows_with_the_page_and_not_with_its_square() -> None:
    def seconds(posts: int) -> float:
        html = "".join(
            f'<div class="p"><span class="t">{n // 60 % 24:02d}:{n % 60:02d}</span>'
            f"<p>Post number {n} says what the gauge at lock {n} shows.</p></div>"
            for n in range(posts)
        )
        start = time.process_time()
        read_bytes(f"<body><main>{html}</main></body>".encode())
        return time.process_time() - start

    seconds(50)
    assert seconds(6_400) < 8 * max(seconds(1_600), 0.05)
