"""Credits: who an entry says it has its report from.

A third party (agency, paper, broadcaster) that two entries both credit is a shared source. A speaker
who announces his own matter (a president, a ministry, the police) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.linking.agencies import CreditKind, bare, is_own, key, register
from generator.linking.attribution import Credit, attributions, may_name
from generator.linking.lexicon import Lexicon, lexicon_for
from generator.linking.words import Words
from generator.model import BlockKind, Entry

__all__ = ["Credit", "CreditKind", "credits_of", "credits_outlet", "mentioned", "shared"]

_NOT_CREDITED = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.KICKER, BlockKind.TABLE})


def credits_of(
    entry: Entry, agencies: Sequence[str] = (), lexicon: Lexicon | None = None, words: Words | None = None
) -> tuple[Credit, ...]:
    """The credits of ``entry`` in order of appearance, each name once, its own outlet left out.

    ``agencies`` are names beyond the built-in list, ``words`` those of the entry where they were cut
    before. Captions and bylines are not read: a photograph's credit says nothing about the report.
    """
    lexicon = lexicon or lexicon_for(entry.text)
    known = register(tuple(agencies))
    named = words is None or may_name(words, known, lexicon)
    kept: dict[str, Credit] = {}
    for text in _texts(entry):
        for credit in attributions(text, known, lexicon, named=named):
            if not is_own(credit.name, entry.outlet):
                kept.setdefault(credit.name, credit)
    return tuple(kept.values())


def shared(a: Sequence[Credit], b: Sequence[Credit]) -> tuple[str, ...]:
    """Names of the third parties that both rest on.

    A report that only one of them names (``Reuters reported`` here, ``- Report`` there) is taken for
    one report, as long as it is the only one named.
    """
    mine, theirs = _named(a), _named(b)
    known = {key(credit.name) for credit in theirs}
    common = tuple(credit.name for credit in mine if key(credit.name) in known)
    if common or (mine and theirs):
        return common
    named = [credit.name for credit in (*mine, *theirs)]
    if len(named) <= 1 and _rests_on_report(a) and _rests_on_report(b):
        return tuple(named) or ("an unnamed report",)
    return ()


def _named(credits: Sequence[Credit]) -> list[Credit]:
    return [credit for credit in credits if credit.kind not in (CreditKind.SPEAKER, CreditKind.UNNAMED)]


def _rests_on_report(credits: Sequence[Credit]) -> bool:
    return any(credit.is_third_party for credit in credits)


def mentioned(credits: Sequence[Credit], text: str, outlet: str) -> tuple[str, ...]:
    """Names of third parties among ``credits`` that ``text``, printed by ``outlet``, names in whatever way."""
    return tuple(
        credit.name
        for credit in _named(credits)
        if not is_own(credit.name, outlet) and re.search(rf"(?<!\w){re.escape(bare(credit.phrase))}(?!\w)", text)
    )


def credits_outlet(credits: Sequence[Credit], outlet: str) -> bool:
    """Whether one of ``credits`` is ``outlet`` itself."""
    return any(credit.is_third_party and is_own(credit.name, outlet) for credit in credits)


def _texts(entry: Entry) -> Iterator[str]:
    if entry.headline:
        yield entry.headline
    for block in entry.blocks:
        if block.kind not in _NOT_CREDITED:
            yield block.text
