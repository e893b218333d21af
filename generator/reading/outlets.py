"""Outlet profiles: small data files with what differs between outlets. None is needed to read a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from generator.config import Outlet, Settings
from generator.reading.words import fold

_SHORT_LINE = 60
_HEAD_LINES = 14


@cache
def shipped() -> tuple[Outlet, ...]:
    """The profiles that come with the program, one file each in ``reading/outlets``."""
    folder = files("generator.reading") / "outlets"
    texts = (
        entry.read_text("utf-8")
        for entry in sorted(folder.iterdir(), key=lambda e: e.name)
        if entry.name.endswith(".toml")
    )
    return tuple(msgspec.toml.decode(text, type=Outlet) for text in texts)


def profiles(settings: Settings) -> tuple[Outlet, ...]:
    """All profiles, those of ``digest.toml`` first: they beat the shipped ones of the same name."""
    own = {fold(outlet.name) for outlet in settings.outlets}
    return settings.outlets + tuple(outlet for outlet in shipped() if fold(outlet.name) not in own)


def profile_of(
    settings: Settings, *, name: str | None = None, url: str | None = None, lines: Sequence[str] = ()
) -> Outlet | None:
    """The profile of the outlet called ``name``, or at ``url``, or that ``lines`` bear as their own."""
    known = profiles(settings)
    if name:
        return next((outlet for outlet in known if fold(name) in _names(outlet)), None)
    if url:
        found = next((outlet for outlet in known if _serves(outlet, url)), None)
        if found:
            return found
    return next((outlet for outlet in known if _signs(outlet, lines)), None)


def _names(outlet: Outlet) -> frozenset[str]:
    return frozenset(fold(name) for name in (outlet.name, *outlet.aliases))


def _serves(outlet: Outlet, url: str) -> bool:
    host = re.sub(r"^[a-z]+://(?:[^/@]*@)?", "", url.lower()).partition("/")[0].partition(":")[0]
    return any(host == domain or host.endswith("." + domain) for domain in outlet.domains)


def _signs(outlet: Outlet, lines: Sequence[str]) -> bool:
    """Whether the head of a page bears the outlet's name as a line of its own, or as the end of a byline."""
    names = "|".join(re.escape(name) for name in sorted((outlet.name, *outlet.aliases)))
    alone = re.compile(rf"\W*(?:{names})\W*(?:live|direct|direkt|en direct)?\W*", re.IGNORECASE)
    signed = re.compile(rf".{{0,300}}[,–|—-]\s?(?:{names})(?:, 19\d\d)?\W{{0,3}}")
    return any(
        (len(line) <= _SHORT_LINE and alone.fullmatch(line)) or signed.fullmatch(line[:400].strip())
        for line in [line for line in lines if line.strip()][:_HEAD_LINES]
    )
