"""RSS and Atom files of a liveblog."""

from __future__ import annotations

import pytest

from generator.config import Given, Settings
from generator.errors import DocumentError
from generator.model import Document
from generator.reading.draft import Source
from generator.reading.reader import read

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Ferry ticker</title><link>https://ferry.example/live</link><language>en</language>
<item><title>Ferry stays in port</title><link>https://ferry.example/live#2</link><dc:creator>Ada Lindqvist</dc:creator>
<pubDate>Tue, 05 Mar 2024 16:20:00 +0100</pubDate>
<content:encoded><![CDATA[<p>The <a href="/wind">wind</a> is too strong.</p>
<blockquote>No chance tonight.</blockquote>]]></content:encoded>
</item>
<item><title>Queue grows</title><pubDate>Tue, 05 Mar 2024 15:05:00 +0100</pubDate>
<description>Forty lorries wait &amp;amp; more arrive.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Fährticker</title>
<entry><title>Fähre bleibt im Hafen</title><id>2</id><link href="https://ferry.example/de#2"/>
<updated>2024-03-05T15:20:00Z</updated><author><name>Ada Lindqvist</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der Wind ist zu stark.</p></div></content></entry>
</feed>"""


def document(text: str, path: str = "feed.xml") -> Document:
    return read(Source(path=path, data=text.encode(), sha256="0"), Given(), Settings())


def test_items_of_an_rss_file_become_entries() -> None:
    first, second = document(RSS).entries
    assert (first.headline, first.authors, first.address) == (
        "Ferry stays in port",
        ("Ada Lindqvist",),
        "https://ferry.example/live#2",
    )
    assert [(block.kind, block.text) for block in first.blocks] == [
        ("paragraph", "The wind is too strong."),
        ("quote", "No chance tonight."),
    ]
    assert first.blocks[0].links[0].address == "https://ferry.example/wind"
    assert first.utc is not None
    assert first.utc.isoformat() == "2024-03-05T15:20:00+00:00"
    assert second.blocks[0].text == "Forty lorries wait & more arrive."


def test_entries_of_an_atom_file_become_entries() -> None:
    (entry,) = document(ATOM).entries
    assert (entry.headline, entry.blocks[0].text) == ("Fähre bleibt im Hafen", "Der Wind ist zu stark.")
    assert document(ATOM).language == "de"


def test_a_feed_that_declares_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + RSS.split("?>", 1)[1]
    with pytest.raises(DocumentError, match=r"feed\.xml: declares XML entities"):
        document(bomb)


def test_an_entity_that_names_a_file_is_not_followed() -> None:
    sneaky = ATOM.replace("<feed", '<!DOCTYPE feed SYSTEM "file:///etc/passwd"><feed', 1)
    assert "root:" not in "\n".join(document(sneaky).lines)


def test_a_feed_without_items_is_refused_in_words() -> None:
    with pytest.raises(DocumentError, match="no RSS or Atom feed"):
        document("<rss><channel><title>x</title></channel></rss>")
