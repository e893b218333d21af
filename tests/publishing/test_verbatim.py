"""What an entry says stands on its pages letter by letter, whatever it says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown

from generator.config import Settings
from generator.model import Block, BlockKind, Digest, Entry
from generator.publishing.shape import Shape
from generator.writing.indexes import index
from generator.writing.pages.day import day_pages
from generator.writing.pages.entry import LABELS
from generator.writing.pages.source import source_pages
from generator.writing.safe import plain
from tests.digests import FIRST, HOSTILE, digest

LIKE_OURS = (
    ": begins with a colon",
    ":",
    " :: twice",
    "Caption: a word of ours",
    "By: somebody",
    "About this entry: nothing",
    "Warning: of rain",
    "00:00 Forged: headline",
    "no time",
    "← 5 March →",
    "more",
    "1",
    "*Time inferred:* never",
)
"""Texts that look like parts of a page."""

texts = st.one_of(
    st.sampled_from((*HOSTILE, *LIKE_OURS)), st.text(max_size=30), st.text(":*_ \n\\#-x[]()!&;<>|`1.", max_size=12)
).filter(plain)
SITE = Markdown(extensions=["markdown.extensions.tables", Shape({})], output_format="html")


def with_entry(headline: str | None, *blocks: Block) -> Digest:
    own = digest()
    entry = replace(own.entries[0], headline=headline, blocks=blocks)
    return Digest(own.documents[:1], (entry,), (), (), ())


def converted(blocks: tuple[str, ...]) -> Any:
    return html.fromstring(f"<main>{SITE.reset().convert(chr(10) + (chr(10) * 2).join(filter(None, blocks)))}</main>")


def seen(element: Any) -> str:
    return plain(element.text_content())


@given(headline=texts, first=texts, second=texts)
@example(": :foo", "x", ":")
def test_headline_and_paragraphs_of_an_entry_stand_on_the_page_of_its_day(
    headline: str, first: str, second: str
) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, 1) for text in (first, second))
    page = converted(next(day_pages(FIRST, index(with_entry(headline, *blocks), Settings()))).body)
    [article] = page.iter("article")
    assert seen(article.find(".//h3")) == plain(headline)
    assert [seen(part) for part in article.findall("div[@class='body']/p")] == [plain(first), plain(second)]


@given(kind=st.sampled_from(BlockKind), text=texts)
@example(BlockKind.LIST_ITEM, ":")
@example(BlockKind.KICKER, ": x")
def test_a_block_of_any_kind_keeps_its_letters_beside_the_name_of_its_kind(kind: BlockKind, text: str) -> None:
    page = converted(next(day_pages(FIRST, index(with_entry("Headline", Block(kind, text, 1)), Settings()))).body)
    [article] = page.iter("article")
    label = LABELS.get(kind, "")
    shown = {f"{label}: {plain(text)}", f"{label} {plain(text)}"} if label else {plain(text)}
    assert shown & {seen(part) for part in article.iter("p", "li")}


@given(headline=texts)
@example(":")
@example(": x")
def test_headlines_keep_their_letters_in_lists_too(headline: str) -> None:
    entry: Entry
    looked_up = index(with_entry(headline, Block(BlockKind.PARAGRAPH, "x", 1)), Settings())
    [entry] = looked_up.digest.entries
    page = converted(next(source_pages(entry.outlet, looked_up)).body)
    [line] = page.xpath("//ul[@class='told']/li")
    assert seen(line[-1]) == plain(headline)
