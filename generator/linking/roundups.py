"""Roundups: entries that run through many happenings and report none of them for the first time."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.linking.lexicon import Lexicon
from generator.linking.phrasebook import Hit
from generator.linking.sentences import sentences_of
from generator.linking.words import Words

_SECTION = "beside."
_FORMERLY = re.compile(r"\b(?:former|ex)[\s-]$", re.IGNORECASE)
_LOOK_BACK = 12
_OPENING = 160
_MANY_MATTERS = 2
_SENTENCES = range(4, 9)
_MOST_WORDS = 120
_WHOLE_PAGE = 60_000
"""Characters of an entry that is no report of one happening, whatever it says: a page that was not taken apart."""


def roundup_phrase(
    headline: str | None, texts: Sequence[str], words: Words, hits: Sequence[Hit], lexicon: Lexicon
) -> str:
    """The words by which an entry shows that it sums up; empty for other entries.

    ``words`` are those of the entry, ``hits`` the news among them.

    Its headline says so (``the day at a glance``), its first words do, or its sentences run through
    several matters that lie beside any one happening. One as long as a whole page does too.
    """
    if sum(map(len, texts)) > _WHOLE_PAGE:
        return "as long as a whole page"
    said = None
    if headline and lexicon.may_hold("roundup.words", words):
        said = lexicon.patterns["roundup.words"].search(headline)
    body = texts[1:] if headline else texts
    if said is None and body and lexicon.may_hold("roundup.opening", words):
        said = lexicon.patterns["roundup.opening"].search(body[0][:_OPENING])
    if said is not None:
        return " ".join(said[0].split())
    matters = {hit.name for hit in hits if hit.name.startswith(_SECTION)}
    return "several matters in turn" if len(matters) >= _MANY_MATTERS and _runs_through(body, lexicon) else ""


def beside(words: Words, lexicon: Lexicon) -> frozenset[str]:
    """What a text brings that lies beside a happening: reaction, inquiry, revelation…

    Somebody who held an office once does not react in it.
    """
    text = words.text
    hits = [hit for hit in lexicon.news.hits(words) if hit.name.startswith(_SECTION)]
    present = (hit for hit in hits if not _FORMERLY.search(text[max(0, hit.start - _LOOK_BACK) : hit.start]))
    return frozenset(hit.name.removeprefix(_SECTION) for hit in present)


def _runs_through(body: Sequence[str], lexicon: Lexicon) -> bool:
    sentences = [sentence for text in body for sentence in sentences_of(text)]
    if len(sentences) not in _SENTENCES or sum(len(text.split()) for text in body) > _MOST_WORDS:
        return False
    matters = [beside(Words.of(sentence), lexicon) for sentence in sentences]
    distinct = {min(found) for found in matters if found}
    return len(distinct) >= _MANY_MATTERS
