"""Document text that becomes Markdown means its letters and nothing else."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from generator.publishing.shape import Shape
from generator.writing.safe import header_value, markdown_link, markdown_quoted, markdown_text, plain, web_address

EVERYTHING = ["extra", "meta", "admonition", "sane_lists", "nl2br", "toc", "wikilinks", "codehilite"]
"""More than the site ever uses: what is inert under all of these is inert under any choice of them."""

DANGEROUS = (
    "# heading",
    "#no heading",
    "closed heading #",
    "closed heading ##",
    "- item",
    "-",
    "---",
    "+ item",
    "* item",
    "***",
    "1. item",
    "12345678901. item",
    "١. item",
    "1) item",
    "> quote",
    "===",
    "=",
    ":   definition",
    "    code",
    "\tcode",
    "```\ncode\n```",
    "~~~",
    "~~gone~~",
    "`code`",
    "``code``",
    "\\`code`",
    "*em* _em_ **strong** __strong__ ***both***",
    "a_b_c snake_case_word",
    "[link](http://evil.example)",
    "[link][ref]",
    "[ref]: http://evil.example 'title'",
    "![image](http://evil.example/x.png)",
    "ends with a mark!",
    "<http://evil.example>",
    "<script>alert(1)</script>",
    "<!-- comment",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "</div>",
    "&lt;b&gt; &amp; &copy; &#60; AT&T",
    "text {: onclick=alert(1) #id .class}",
    "{: onclick=alert(1)}",
    "[^1]",
    "[^1]: footnote",
    "*[HTML]: abbreviation",
    "[TOC]",
    "[[wikilink]]",
    "!!! note",
    "???",
    "a | b",
    "|---|---|",
    "{static}/x {attach}../../x {filename}x.md |filename|x",
    "' href='{attach}../../../etc/passwd' x='",
    "{{ settings }} {% raw %}",
    "Title: a page",
    "Word: value",
    "back\\slash \\* \\\\* \\",
    "wzxhzdk:0 klzzwxh:0001 \x02klzzwxh:0000\x03 \x02amp\x03 \x0242\x03",
    "two\u2028lines\u2029and\x85more\x0b\x0c",
    "lone \ud800 surrogate",
    "nothing\x00\x1b[31m\x7f",
    "\u202eturned\u2066round",
    "\ufeff\u200b# heading",
    "$x$ $$y$$",
    "ftp://a.example www.a.example a@b.example",
    "^",
)

alphabet = st.one_of(
    st.sampled_from(list("\\`*_{}[]()<>#+-.!|~&;:=^\"'$@/?%0123456789 \t\nabcxX\x02\x03\u202e\ud800")),
    st.characters(),
)
texts = st.one_of(
    st.text(alphabet, max_size=40),
    st.lists(st.one_of(st.sampled_from(DANGEROUS), st.text(alphabet, max_size=6)), max_size=4).map("".join),
)


SITE = Markdown(extensions=["markdown.extensions.tables", Shape({})], output_format="html")
"""The converter of :mod:`generator.publishing.reader`."""


class Reader(HTMLParser):
    """What a browser makes of a piece of HTML: its elements with their attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]


def as_pelican(source: str) -> Reader:
    """``source`` as the body of a page, rendered with every extension there is."""
    return Reader(markdown.markdown("Title: a page\n\n" + source, extensions=EVERYTHING))


def as_the_site(source: str) -> Reader:
    """``source`` as the site's own converter reads it; the attributes that shape a page are not looked at."""
    return Reader(SITE.reset().convert(source))


def as_commonmark(source: str) -> Reader:
    """``source`` as other programs read it that follow CommonMark, with tables and strikethrough."""
    return Reader(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source))


PLACES = {
    "paragraph": ("{}", ["p"]),
    "heading": ("### {}", ["h3"]),
    "item": ("- {}", ["ul", "li"]),
    "quote": ("> {}", ["blockquote", "p"]),
    "label": ("*By:* {}", ["p", "em"]),
    "emphasis": ("*x {} x*", ["p", "em"]),
    "link": ("[{}](a.html)", ["p", "a"]),
    "before a link": ("{}[x](a.html)", ["p", "a"]),
    "after a link": ("[x](a.html){}", ["p", "a"]),
}


def expected(place: str, text: str) -> str:
    ours = re.sub(r"\]\(a\.html\)|[\[\]*]|^(?:###|-|>) ", "", PLACES[place][0])
    return ours.replace("{}", plain(text)).strip()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", DANGEROUS)
def test_text_with_a_meaning_in_markdown_has_none_left_wherever_it_stands(place: str, text: str) -> None:
    check(place, text)


@pytest.mark.parametrize("place", PLACES)
@given(text=texts)
@example(text="!")
def test_any_text_comes_out_of_markdown_as_exactly_its_letters(place: str, text: str) -> None:
    check(place, text)


def check(place: str, text: str) -> None:
    if not plain(text):
        return
    pattern, tags = PLACES[place]
    source = pattern.format(markdown_text(text))
    for rendered in (as_pelican(source), as_commonmark(source)):
        assert rendered.tags == tags, source
        assert rendered.text.strip() == expected(place, text), source
    site = as_the_site(source.replace("a.html", "a.md"))
    assert set(site.tags) <= {*tags, "span", "b"}, source
    words = expected(place, text).replace("By:", "By", 1) if place == "label" else expected(place, text)
    assert " ".join(site.text.split()) == " ".join(words.split()), source


@given(first=texts, second=texts)
def test_two_texts_side_by_side_or_in_lines_that_follow_make_nothing_new(first: str, second: str) -> None:
    source = f"{markdown_text(first)} {markdown_text(second)}\n{markdown_text(second)}"
    assert set(as_pelican(source).tags) <= {"p", "br"}
    assert set(as_commonmark(source).tags) <= {"p"}


@given(text=texts)
def test_safe_text_is_one_line(text: str) -> None:
    for made in (markdown_text(text), markdown_quoted(text), header_value(text), plain(text)):
        assert len(made.splitlines()) <= 1


@given(text=texts)
@example(text="' href='{attach}../../../etc/passwd' x='")
@example(text='"it\'s" (a title) "')
def test_titles_and_the_words_for_images_come_out_as_their_letters(text: str) -> None:
    source = f'[x](a.html "{markdown_quoted(text)}") ![{markdown_quoted(text)}](b.svg)'
    for rendered in (as_pelican(source), as_commonmark(source)):
        assert rendered.tags == ["p", "a", "img"]
        link, image = rendered.elements[1][1], rendered.elements[2][1]
        assert (link["href"], (link.get("title") or "").strip()) == ("a.html", plain(text))
        assert (image["src"], image["alt"]) == ("b.svg", plain(text))


@given(text=texts)
def test_no_attribute_holds_what_pelican_would_take_for_its_own_link_syntax(text: str) -> None:
    source = f'[x](a.html "{markdown_quoted(text)}") ![{markdown_quoted(text)}](b.svg)'
    made = markdown.markdown("Title: a page\n\n" + source, extensions=EVERYTHING)
    assert not re.search(r"[{|]\w+[|}]", made)


@given(text=texts, address=st.one_of(texts.map("https://a.example/".__add__), st.text()), title=st.none() | texts)
@example(text="x", address="https://a.example/?a=1&copy;=2&lt;", title=None)
@example(text="x", address="https://a.example/'\"(a)[b]<c>", title='"')
def test_a_link_leads_exactly_to_its_address(text: str, address: str, title: str | None) -> None:
    target = web_address(address)
    if target is None or not plain(text):
        return
    source = markdown_link(text, target, title)
    for rendered in (as_pelican(source), as_commonmark(source)):
        assert rendered.tags == ["p", "a"]
        assert rendered.elements[1][1]["href"] == target
        assert rendered.text.strip() == plain(text)


@given(text=texts)
@example(text="Save_as: index.html")
@example(text="x\nSave_as: index.html")
def test_a_header_value_stays_the_value_of_its_line(text: str) -> None:
    reader = markdown.Markdown(extensions=["meta"])
    reader.convert(f"Title: {header_value(text)}\nKind: day\n\nbody")
    assert set(reader.Meta) == {"title", "kind"}  # type: ignore[attr-defined]
    assert reader.Meta["title"] == [header_value(text)]  # type: ignore[attr-defined]


def test_plain_news_text_is_hardly_changed_so_that_the_markdown_reads_well() -> None:
    text = "Mr. O'Neil (47) said: \"It's 10:30, we're at -5°C – 2-3 people; see p. 12!\" Well, £5m & more…"
    assert markdown_text(text) == text.replace("&", "&amp;")


def test_long_hostile_lines_take_time_in_proportion_to_their_length() -> None:
    for piece in ("#", "!", "\\", "*", "`", "[", "{: ", "1", "1.", "\u202e", "\u2066\u202c", "&", " ", "\x02"):
        markdown_text(piece * 200_000)
        markdown_quoted(piece * 200_000)


def test_letters_survive_the_way_through_a_browser() -> None:
    assert html.unescape(as_pelican(markdown_text("Łódź – “ça va?” 漢字 עברית")).text) == "Łódź – “ça va?” 漢字 עברית"
