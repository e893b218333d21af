"""An entry as the rules about relations see it, read once: wording, figures, credits, changes, whether it sums up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.linking.changes import Changes, changes_in
from generator.linking.copies import quoted_runs, wording_of
from generator.linking.credits import Credit, credits_of
from generator.linking.figures import Quantity, quantities_of
from generator.linking.lexicon import STATED, lexicon_of
from generator.linking.places import places_of
from generator.linking.roundups import beside, roundup_phrase
from generator.linking.sentences import sentences_of
from generator.linking.speakers import speaker_of
from generator.linking.words import Words
from generator.model import BlockKind, Entry

_WHOLE_HEADLINE = 5
_OPENING = 600
_NOT_TOLD = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.KICKER})


@dataclass(frozen=True, slots=True)
class Account:
    """What one entry says, taken apart. Made once per entry, compared many times.

    ``lead`` is its headline, or headline and first sentence where that is a mere catchword;
    ``is_statement`` tells that the lead is what somebody says or plans, ``speaker`` whose words it
    opens with, ``beside`` what it brings beside a happening (reaction, inquiry…). ``roundup`` are the
    words by which the entry says that it sums up, empty for others; ``places`` where it says things
    are; ``quoted`` runs of words that it has in quotation marks.
    """

    entry: Entry
    text: str
    wording: tuple[str, ...]
    quoted: frozenset[tuple[str, ...]]
    figures: tuple[Quantity, ...]
    credits: tuple[Credit, ...]
    changes: Changes
    roundup: str
    lead: str
    is_statement: bool
    speaker: str | None
    beside: frozenset[str]
    places: frozenset[str]


def account_of(entry: Entry, agencies: Sequence[str] = ()) -> Account:
    """The account that ``entry`` gives; ``agencies`` are names beyond the built-in list of those credited."""
    texts = told(entry)
    text = "\n".join(texts)
    words = Words.of(text)
    lexicon = lexicon_of(words)
    news = lexicon.news.hits(words)
    lead = Words.of(_lead(entry.headline, texts))
    stated = lexicon.statements.hits(lead)
    return Account(
        entry=entry,
        text=text,
        wording=wording_of(entry, words),
        quoted=quoted_runs(entry),
        figures=quantities_of(texts, lexicon, entry.date, words),
        credits=credits_of(entry, agencies, lexicon, words),
        changes=changes_in(text, news, lexicon),
        roundup=roundup_phrase(entry.headline, texts, words, news, lexicon),
        lead=lead.text,
        beside=beside(lead, lexicon),
        places=places_of(text, lexicon),
        speaker=speaker_of(lead.text, stated, lexicon),
        is_statement=any(hit.name == STATED for hit in stated),
    )


def _lead(headline: str | None, texts: Sequence[str]) -> str:
    if headline and len(headline.split()) >= _WHOLE_HEADLINE:
        return headline
    body = texts[1:] if headline else texts
    first = next(iter(sentences_of(body[0][:_OPENING])), "") if body else ""
    return f"{headline or ''} {first}".strip()


def told(entry: Entry) -> list[str]:
    """Headline and blocks that tell something: no captions, bylines or kickers."""
    blocks = [block.text for block in entry.blocks if block.kind not in _NOT_TOLD]
    return [entry.headline, *blocks] if entry.headline else blocks
