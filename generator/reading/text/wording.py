"""Phrases that lines of liveblogs open with or consist of, from ``labels.toml`` and ``furniture.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from generator.reading.words import alternatives, fold

_SLACK = 14
_TEASED = 40
_TEASER = "page frame: link to another page"


@cache
def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads((files("generator.reading") / name).read_text("utf-8"))


@cache
def label(*trail: str) -> re.Pattern[str]:
    """A pattern for any phrase of this list of ``labels.toml``, in folded text."""
    found: Any = _table("labels.toml")
    for step in trail:
        found = found[step]
    return re.compile(rf"(?:{alternatives(fold(phrase) for phrase in found)})(?!\w)")


@cache
def signs(name: str) -> tuple[str, ...]:
    """The phrases of a list of ``labels.toml``, folded, to be looked for anywhere."""
    return tuple(sorted(fold(phrase) for phrase in _table("labels.toml")[name]))


@cache
def phrases_of(kind: str) -> frozenset[str]:
    """The phrases of a list of ``furniture.toml``, folded."""
    return frozenset(fold(phrase) for phrase in _table("furniture.toml")[kind]["phrases"])


@cache
def _phrases() -> Mapping[str, str]:
    return {fold(phrase): part["why"] for part in _table("furniture.toml").values() for phrase in part["phrases"]}


@cache
def _kinds() -> Mapping[str, str]:
    return {part["why"]: kind for kind, part in _table("furniture.toml").items()}


@cache
def _opening() -> re.Pattern[str]:
    long = [phrase for phrase in _phrases() if len(phrase) > 7]
    return re.compile(rf"(?:{alternatives(long)})(?!\w)")


def frame_reason(text: str) -> str | None:
    """Why a line that consists of (or opens with, and says little more than) a phrase of page frames is set aside."""
    if len(text) > 160:
        return None
    if label("teaser").match(fold(text)) and ":" in text[:_TEASED]:
        return _TEASER
    folded = fold(text).strip(" .:|…!>»«-–—[]()+*")
    if folded in _phrases():
        return _phrases()[folded]
    match = _opening().match(folded)
    if not match:
        return None
    why = _phrases().get(" ".join(match.group(0).split()))
    short = len(folded) - match.end() <= _SLACK + match.end() // 2
    return why if short or (why and _kinds()[why] == "closing") else None


def frame_kind(why: str) -> str | None:
    """The heading in ``furniture.toml`` that gives this reason."""
    return _kinds().get(why)
