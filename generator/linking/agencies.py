"""The register of agencies, papers and broadcasters, and when two of their names are one."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

_ARTICLES = re.compile(r"^(?:[Tt]he|An?)\s+")
_WORD = re.compile(r"[^\W_]+")
_MEDIUM = frozenset("agence agency agentur agencia agenzia news newspaper daily press radio tv television".split())


class CreditKind(StrEnum):
    """Who is credited; only the third parties can be a shared source."""

    AGENCY = "agency"
    PAPER = "paper"
    BROADCASTER = "broadcaster"
    UNNAMED = "unnamed"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Register:
    """``pattern`` finds any known name, as it is written; ``known`` gives its one spelling and its kind.

    A text without any of ``words``, one of each name, holds none of them.
    """

    words: frozenset[str]
    pattern: re.Pattern[str]
    known: Mapping[str, tuple[str, CreditKind]]


@lru_cache(maxsize=16)
def register(agencies: tuple[str, ...] = ()) -> Register:
    """The built-in names and ``agencies``, those an archive adds."""
    table = tomllib.loads(files(__package__).joinpath("agencies.toml").read_text("utf-8"))
    known: dict[str, tuple[str, CreditKind]] = {}
    for kind, names in table.items():
        for name, aliases in names.items():
            known |= {spelling: (name, CreditKind(kind)) for spelling in (name, *aliases)}
    known |= {name: (name, CreditKind.AGENCY) for name in agencies if name.strip()}
    ordered = sorted(known, key=lambda name: (-len(name), name))
    words = frozenset(_WORD.findall(name)[0] for name in ordered if _WORD.search(name))
    return Register(words, re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, ordered))})(?![\w/])"), known)


def bare(name: str) -> str:
    """``name`` without article, quotation marks and points around it."""
    return _ARTICLES.sub("", name.strip("\"“”«»„'‘’ ")).rstrip(".,")


def key(name: str) -> str:
    """What makes two spellings one credit: folded, without the words for its medium (``the dpa news agency``)."""
    plain = folded(name)
    return " ".join(word for word in plain.split() if word not in _MEDIUM) or plain


def folded(name: str) -> str:
    """Small letters and digits without accents, ``the`` left out."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c for c in plain if c.isalnum() or c == " ")
    return " ".join(word for word in kept.split() if word != "the")


def is_own(name: str, outlet: str) -> bool:
    """Whether ``name`` is the outlet, or begins its name or is begun by it (``Sputnik``, ``Sputnik International``)."""
    one, two = folded(name), folded(outlet)
    return bool(one) and bool(two) and (one == two or two.startswith(f"{one} ") or one.startswith(f"{two} "))
