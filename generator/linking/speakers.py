"""Whose words a lead brings: ``Harbour minister Ann Holt warned…``, ``Holt: we are ready``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.linking.lexicon import SPEAKING, Lexicon
from generator.linking.phrasebook import Hit

_COLON = re.compile(r"^(?:[A-ZÀ-Þ][\w’'-]+\s)?([A-ZÀ-Þ][a-zà-ÿ’'-]+):\s[“\"'‘A-ZÀ-Þ]")
_SUBJECT = re.compile(r"(?:^|\s)([A-ZÀ-ÞА-Я][\w’'-]{2,30})\s(?:has\s|have\s|had\s)?$")
_REACH = 110
_LONGEST_SUBJECT = 9


def speaker_of(lead: str, hits: Sequence[Hit], lexicon: Lexicon) -> str | None:
    """Surname, in small letters, of the person or body whose statement ``lead`` opens with; None for other leads.

    ``hits`` are the words of statements in it.
    """
    colon = _COLON.match(lead)
    if colon is not None:
        return str(colon[1]).lower()
    verb = next((hit for hit in hits if hit.name == SPEAKING and hit.end <= _REACH), None)
    if verb is None:
        return None
    before = lead[: verb.start]
    name = _SUBJECT.search(before)
    if name is None or re.search(r"[,.;:!?”\"]", before) or len(before.split()) > _LONGEST_SUBJECT:
        return None
    return None if name[1].lower() in lexicon.function_words else str(name[1]).lower()
