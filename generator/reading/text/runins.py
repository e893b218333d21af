"""Headlines that run on into their text on one line: behind the time, with a dash or bar between, or with nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Block, BlockKind
from generator.reading.text.headlines import headline_score
from generator.reading.text.roles import Parts

_HEAD = r"(?P<head>(?:[^.|\n]|\.(?=\d)){3,100}?)"
# What stands between headline and text, and how many of the timed entries at least must have it.
_MANNERS = (
    (0.85, re.compile(rf"{_HEAD}\s?\|\s(?=\S)")),
    (0.85, re.compile(rf"{_HEAD}(?<!\d)\s[-–—]\s(?=\S)")),
    (0.75, re.compile(rf"{_HEAD}(?<=[a-zß-ÿ»”\"!?])(?=[A-ZÀ-Þ«“][a-zß-ÿ'’]{{0,20}}[\s,])")),
)
_LEAST = 3
_TIMED = 0.85
_DISTINCT = 0.7
_BODY = 20


def with_run_ins(all_parts: Sequence[Parts]) -> None:
    """Set the headline of every entry apart from the text behind it, where nearly all timed entries divide alike."""
    beside = [parts for parts in all_parts if _is_beside(parts)]
    if len(beside) < _LEAST or len(beside) < _TIMED * len(all_parts):
        return
    for share, manner in _MANNERS:
        found = [(parts, match) for parts in beside if (match := manner.match(_text(parts)))]
        found = [(parts, match) for parts, match in found if len(_text(parts)) - match.end() >= _BODY]
        heads = {match["head"] for _, match in found}
        if len(found) >= max(_LEAST, share * len(beside)) and len(heads) >= _DISTINCT * len(found):
            for parts, match in found:
                _divide(parts, match)
            return


def _is_beside(parts: Parts) -> bool:
    content = parts.content()
    return parts.headline is None and parts.span.opening.where == "lead" and bool(content) and content[0] == 0


def _text(parts: Parts) -> str:
    return parts.blocks[0].text


def _divide(parts: Parts, match: re.Match[str]) -> None:
    rest = _text(parts)[match.end() :].strip()
    parts.headline = match["head"].strip(" *")
    parts.blocks[0] = Block(BlockKind.PARAGRAPH, rest, parts.blocks[0].line)
    parts.scores[0] = headline_score(rest)
