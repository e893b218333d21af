"""The older encoding that bytes are in, where the declaration is missing or cannot be true.

A page in a language that Western encodings cannot write is in one of those that were usual for it: the
defaults that the HTML Standard suggests for the languages of browsers (13.2.3.2, step 9), and their rivals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from charset_normalizer import from_bytes

_SAMPLE = 200_000
_OPENING = 4096
_LANGUAGE = re.compile(rb"""<html\b[^<>]{0,1000}?\slang\s?=\s?["']?([a-zA-Z]{2})(?![a-zA-Z])""", re.I)
_CENTRAL = ("cp1250", "iso8859-2")
_CYRILLIC = ("cp1251", "koi8-r")
_OF_LANGUAGE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("bs cs hr hu pl ro sk sl sq".split(), _CENTRAL),
    **dict.fromkeys("be bg kk ky mk ru sr tg uk".split(), _CYRILLIC),
    **dict.fromkeys("et lt lv".split(), ("cp1257",)),
    **dict.fromkeys("az ku tr".split(), ("cp1254",)),
    **dict.fromkeys("ar fa ur".split(), ("cp1256",)),
    "el": ("cp1253",),
    "he": ("cp1255",),
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "th": ("cp874",),
    "vi": ("cp1258",),
    "zh": ("gb18030", "big5"),
}
_CODE = re.compile(rb"<(?:script|style)\b", re.I)
_END_OF_CODE = re.compile(rb"</(?:script|style)\b", re.I)
_TAG = re.compile(rb"<[^<>]{0,5000}>")
_LETTERS = re.compile(rb"[a-zA-Z]")
_HIGH = re.compile(rb"[\x80-\xff]")
_ONLY_CP1250 = re.compile(rb"[\x8a\x8c-\x8f\x9a\x9c-\x9f]")
_MOST_IN_WESTERN = 0.3
_FEWEST = 40


def said_by_language(data: bytes) -> str | None:
    """The encoding of the language that ``<html lang>`` names; None if it names none, or a Western one."""
    named = _LANGUAGE.search(data[:_OPENING])
    usual = _OF_LANGUAGE.get(named[1].decode("ascii").lower(), ()) if named else ()
    if usual == _CENTRAL:
        return usual[0 if _ONLY_CP1250.search(data[:_SAMPLE]) else 1]
    return usual[0] if len(usual) == 1 else detected(data, usual) if usual else None


def cannot_be_western(data: bytes) -> bool:
    """Whether letters beyond ASCII are more of the text between the tags than in any language of Western Europe."""
    text = _shown(data[:_SAMPLE])
    high = len(_HIGH.findall(text))
    return high > _FEWEST and high > _MOST_IN_WESTERN * (high + len(_LETTERS.findall(text)))


def _shown(data: bytes) -> bytes:
    """``data`` without tags, scripts and styles."""
    first, *rest = _CODE.split(data)
    ends = (_END_OF_CODE.search(part) for part in rest)
    behind = (part[end.start() :] for part, end in zip(rest, ends, strict=True) if end)
    return _TAG.sub(b" ", b" ".join((first, *behind)))


def detected(data: bytes, among: Sequence[str] = ()) -> str | None:
    """The encoding that the bytes look like, of these or of all."""
    best = from_bytes(data[:_SAMPLE], cp_isolation=list(among) or None).best()
    return best.encoding if best is not None else None
