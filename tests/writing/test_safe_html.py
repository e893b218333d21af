"""Document text that becomes HTML, SVG, XML or JSON means its letters and nothing else."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from generator.writing.safe import html_attribute, html_text, json_in_script, plain, svg_text, web_address, xml_text

texts = st.text(
    st.one_of(st.sampled_from(list("<>&\"'{}|`=/\\ \n\t;#\x00\x0c\x1b\ud800\u202e\u2028\uffff")), st.characters()),
    max_size=40,
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


class Elements(HTMLParser):
    """The elements of a piece of HTML with their attributes, and the text between the tags."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


@given(texts)
def test_html_text_makes_no_element(text: str) -> None:
    read = Elements(f"<p>{html_text(text)}</p>")
    assert [tag for tag, _ in read.found] == ["p"]
    assert plain(read.text) == plain(text)


@given(texts)
@example("\" onfocus='alert(1)' x={static}../../x")
def test_an_html_attribute_stays_one_attribute_and_keeps_its_letters(text: str) -> None:
    read = Elements(f'<p title="{html_attribute(text)}" class="x"></p>')
    assert [(tag, [name for name, _ in attrs]) for tag, attrs in read.found] == [("p", ["title", "class"])]
    assert plain(read.found[0][1][0][1] or "") == plain(text)


@given(texts)
def test_svg_and_xml_text_keep_a_drawing_or_feed_well_formed(text: str) -> None:
    for made in (svg_text(text), xml_text(text)):
        root = etree.fromstring(f'<a b="{made}"><c>{made}</c></a>')
        assert [child.tag for child in root.iter()] == ["a", "c"]
        assert plain(root[0].text or "") == plain(root.get("b") or "") == plain(text)


@given(values)
@example("</script><script>alert(1)</script>")
@example("<!--<script>")
def test_json_in_a_script_element_cannot_end_it_and_reads_back_the_same(value: Any) -> None:
    made = json_in_script(value)
    assert not re.search("[<>&\u2028\u2029]", made)
    assert json.loads(made) == value


def test_half_a_surrogate_pair_in_json_becomes_a_replacement_character() -> None:
    assert json.loads(json_in_script("a\ud800b").encode("utf-8")) == "a\ufffdb"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/x?y=1&z=2#part", "https://a.example/x?y=1&z=2#part"),
        ("  http://a.example  ", "http://a.example"),
        ("HTTPS://A.example/", "HTTPS://A.example/"),
        ("mailto:desk@a.example", "mailto:desk@a.example"),
        ("https://a.example/é (1)", "https://a.example/%C3%A9%20%281%29"),
        ("https://a.example/50%25-50%", "https://a.example/50%25-50%25"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ("https://a.example/{static}x|y", "https://a.example/%7Bstatic%7Dx%7Cy"),
        ('https://a.example/" onclick="x', "https://a.example/%22%20onclick=%22x"),
    ],
)
def test_an_address_that_leads_to_the_web_is_kept_with_unusual_characters_encoded(address: str, expected: str) -> None:
    assert web_address(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://a.example/1",
        "//a.example/",
        "/etc/passwd",
        "../../x",
        "{attach}../../x",
        "a.example",
        "",
        "https://",
        "https:///x",
        "https://a.example:99999999/",
        "https://a.example:port/",
        "mailto:",
        "https://a.example/" + "x" * 5000,
    ],
)
def test_any_other_address_is_none(address: str) -> None:
    assert web_address(address) is None


@given(st.one_of(st.text(), st.text().map("https://a.example/".__add__), st.text().map("https://".__add__)))
def test_an_address_that_is_kept_is_plain_ascii_on_an_allowed_scheme_and_stays_so(address: str) -> None:
    made = web_address(address)
    if made is not None:
        assert re.fullmatch(r"(?:https?://[!-~]+|mailto:[!-~]+)", made, re.IGNORECASE)
        assert not re.search(r'[<>"`{}|\\^\[\]()]', made)
        assert web_address(made) == made
