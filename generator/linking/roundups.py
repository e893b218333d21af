"""Roundups: entries that run through many happenings and report none of them for the first time."""

from __future__ import annotations

from collections.abc import Sequence

from generator.linking.lexicon import Lexicon

_OPENING = 160


def roundup_phrase(headline: str | None, texts: Sequence[str], lexicon: Lexicon) -> str:
    """The words by which an entry says that it sums up (``the day at a glance``); empty for other entries."""
    pattern = lexicon.patterns["roundup.words"]
    for text in [headline, *texts][:1] if headline else texts[:1]:
        match = pattern.search(text[:_OPENING]) if text else None
        if match:
            return " ".join(match[0].split())
    return ""
