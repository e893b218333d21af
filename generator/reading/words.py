"""Words of liveblogs that locale data lacks, from ``words.toml``; read once, never changed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from generator.reading.glyphs import even


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files("generator.reading") / "words.toml").read_text("utf-8"))


@cache
def words(*trail: str) -> frozenset[str]:
    """The words under this heading of ``words.toml``, folded as :func:`fold` does."""
    found: Any = _table()
    for step in trail:
        found = found[step]
    return frozenset(fold(word) for word in found)


@cache
def seconds_of_unit() -> Mapping[str, int]:
    """How many seconds each shortened unit has."""
    return {fold(name): int(value) for name, value in _table()["units"].items()}


def fold(word: str) -> str:
    """``word`` as it is looked up: case, typography, outer space and a closing full stop do not count."""
    return even(word).casefold().strip().rstrip(".")


def alternatives(choices: Iterable[str]) -> str:
    """A pattern for any of ``choices``, longest first; spaces match any white space."""
    ordered = sorted(choices, key=lambda choice: (-len(choice), choice))
    return "|".join(re.escape(choice).replace(r"\ ", r"\s{1,3}") for choice in ordered)


@cache
def phrase(*trail: str) -> re.Pattern[str]:
    """A pattern for any phrase under this heading, as a whole word, in even and case-folded text."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words(*trail))})(?!\w)\.?")
