"""The values that a page carries for its own scripts, where they are plain JSON.

Nothing is run. Read are ``<script type="application/json">``, assignments such as
``window.STATE = {…}``, ``JSON.parse`` of a text, and the rows that a page of React Server Components
hands over in pieces (``self.__next_f.push``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.reading.html.jsonld import load

_ASSIGNED = re.compile(r"""(?:[\w\]"']\s{0,3}=|\w\(\s{0,3}["'][^"'\n]{1,400}["']\s{0,3},)\s{0,3}(?=[{\[])""")
_PARSED = re.compile(r"""JSON\.parse\(\s{0,3}(?=["'`])""")
_PUSHED = re.compile(r"""__next_f\.push\(\[\s{0,3}1\s{0,3},\s{0,3}(?=")""")
_ROW = re.compile(r"^[0-9a-f]{1,6}:(?=[\[{])", re.M)
_STRING = re.compile(r""""((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)'|`((?:[^`\\]|\\.)*+)`""", re.S)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_UNDEFINED = re.compile(r"(?<=[:,\[])undefined(?=[,}\]])")
_MOST_ATTEMPTS = 24
_SHORTEST_SCRIPT = 200

Script = tuple[str, str, str]


def values_of(scripts: Sequence[Script]) -> Iterator[Any]:
    """Every JSON value in these scripts (type, id, text) but for JSON-LD; None for one that is broken."""
    run = [text for kind, _, text in scripts if not kind or "javascript" in kind or kind == "module"]
    for kind, _, text in scripts:
        if "json" in kind and "ld+json" not in kind and len(text) >= _SHORTEST_SCRIPT:
            yield load(text)
    for text in run:
        if len(text) >= _SHORTEST_SCRIPT:
            yield from _assigned(text)
            yield from _parsed(text)
    yield from _rows("".join(piece for text in run for piece in _pushed(text)))


def _assigned(text: str) -> Iterator[Any]:
    if "undefined" in text:
        text = _UNDEFINED.sub("null", text)
    at = 0
    for _ in range(_MOST_ATTEMPTS):
        match = _ASSIGNED.search(text, at)
        if not match:
            return
        value, at = _decoded(text, match.end())
        yield value


def _parsed(text: str) -> Iterator[Any]:
    at = 0
    for _ in range(_MOST_ATTEMPTS):
        match = _PARSED.search(text, at)
        if not match:
            return
        at = match.end()
        said = _STRING.match(text, at)
        if said:
            at = said.end()
            yield load(_unescaped(said[1] or said[2] or said[3] or ""))


def _pushed(text: str) -> Iterator[str]:
    for match in _PUSHED.finditer(text):
        said = _STRING.match(text, match.end())
        if said:
            yield _unescaped(said[1] or "")


def _rows(text: str) -> Iterator[Any]:
    at, broken = 0, 0
    while broken < _MOST_ATTEMPTS and (match := _ROW.search(text, at)):
        value, at = _decoded(text, match.end())
        broken += value is None
        yield value


def _decoded(text: str, start: int) -> tuple[Any, int]:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, start + 1


def _unescaped(text: str) -> str:
    """What a string literal of JavaScript stands for; halves of a surrogate pair are joined."""
    if "\\" not in text:
        return text
    plain = _ESCAPE.sub(_sign, text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _sign(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _SIGNS.get(escape[3], escape[3])
