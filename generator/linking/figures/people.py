"""What is said of a number of people: killed, injured, missing, inside, freed…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.linking.lexicon import Lexicon

_BREAK = re.compile(
    r"[,;:()]|\b(?:as|after|when|while|because|but|since|before|although|though|where|whereas|if|than|despite)\b",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:[\s:]|\b(?:of|at|to|by|is|was|are|the|in|with|now|stands?|as|for|reaches|passes)\b){0,8}\Z", re.I
)
_PRESENT = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,2}(?:were\s+|are\s+)?(?:still\s+)?(?:in|at|on)\s+(?:the|its|this|that)\b", re.I
)
_WORDS_BETWEEN = 4


@dataclass(frozen=True, slots=True)
class RoleMatch:
    role: str
    start: int
    end: int
    is_noun: bool


def role_matches(sentence: str, lexicon: Lexicon) -> list[RoleMatch]:
    """Every role word of the sentence, in order; of overlapping ones the longest."""
    people = lexicon.patterns["people.words"]
    found = [
        RoleMatch(role, match.start(), match.end(), people.fullmatch(match[0]) is not None)
        for role, pattern in lexicon.roles.items()
        for match in pattern.finditer(sentence)
    ]
    found.sort(key=lambda match: (match.start, -match.end, match.role))
    kept: list[RoleMatch] = []
    for match in found:
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def role_of(
    sentence: str, left: int, start: int, end: int, right: int, matches: Sequence[RoleMatch], lexicon: Lexicon
) -> RoleMatch | None:
    """The role of the number printed at ``start:end``; it may be sought from ``left`` to ``right``.

    Nearest first: what touches it on the right (``four dead``), on the left (``killing four``), then
    the rest of its clause to the right, then to the left (``the number killed has risen to four``).
    """
    after = [match for match in matches if end <= match.start < right]
    before = [match for match in matches if left <= match.start and match.end <= start]
    touching_left = _touching_left(sentence, before, start)
    reachable = _reachable(sentence, end, after)
    strong = [match for match in reachable if not match.is_noun]
    near = [match for match in strong if _words(sentence[end : match.start]) <= _WORDS_BETWEEN]
    if touching_left and not (near and near[0].role == touching_left.role):
        return touching_left
    if near:
        return near[0]
    if touching_left:
        return touching_left
    if strong:
        return strong[0]
    noun = reachable[0] if reachable else None
    clause = _same_clause(sentence, start, before)
    verbs = [match for match in clause if not match.is_noun]
    if verbs and noun is None:
        return verbs[-1]
    if noun is not None:
        return noun
    if clause:
        return clause[-1]
    return _present(sentence, end, right)


def _touching_left(sentence: str, before: Sequence[RoleMatch], start: int) -> RoleMatch | None:
    if not before or before[-1].is_noun:
        return None
    return before[-1] if _LINK.match(sentence[before[-1].end : start]) else None


def _reachable(sentence: str, end: int, after: Sequence[RoleMatch]) -> list[RoleMatch]:
    """Role words to the right that no clause boundary parts from the number."""
    boundary = _BREAK.search(sentence, end)
    limit = boundary.start() if boundary else len(sentence)
    return [match for match in after if match.start < limit]


def _same_clause(sentence: str, start: int, before: Sequence[RoleMatch]) -> list[RoleMatch]:
    cut = max(sentence.rfind(mark, 0, start) for mark in ";:(")
    return [match for match in before if match.start > cut]


def _present(sentence: str, end: int, right: int) -> RoleMatch | None:
    match = _PRESENT.match(sentence, end, right)
    return RoleMatch("held", match.start(), match.end(), True) if match else None


def _words(text: str) -> int:
    return len(text.split())
