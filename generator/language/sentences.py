"""Cutting text into sentences."""

from __future__ import annotations

import re
from typing import Final

# A full stop after one of these, or after a single capital letter, seldom ends a sentence.
_ABBREVIATIONS: Final = frozenset(
    """
    mr mrs ms dr prof st gov gen col lt maj capt sgt sen rep rev hon pres adm cmdr no nos vs etc approx dept
    jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp bros jr sr fig vol art ca cf al est ft mt
    e.g i.e a.m p.m u.s u.k u.n d.c z.b bzw usw bspw nr hr fr str g mio mrd sog ggf evtl dt
    mme m mm mlle av env sig sra srta dña ud uds ee.uu núm pág dott sig.ra avv ing on
    г гг ул им т.е т.д т.п стр тыс млн млрд руб
    """.split()
)
_STOP: Final = re.compile(r"(?:[.!?…]+|[。！？｡]+)[\"'”’»)\]」』]*")
_LAST_WORD: Final = re.compile(r"([^\s(\"“‘«\[]{1,12})$")


def sentences(text: str) -> list[str]:
    """The sentences of ``text``, without the white space around them.

    A line end always ends a sentence. A full stop does when white space and something other than a
    small letter follows, and the word before it is no known abbreviation or initial.
    """
    found: list[str] = []
    for line in text.split("\n"):
        found += _of_line(line)
    return found


def _of_line(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for stop in _STOP.finditer(line):
        if _ends_sentence(line, stop):
            pieces.append(line[start : stop.end()].strip())
            start = stop.end()
    pieces.append(line[start:].strip())
    return [piece for piece in pieces if piece]


def _ends_sentence(line: str, stop: re.Match[str]) -> bool:
    mark = stop[0][0]
    if mark in "。！？｡":
        return True
    after = line[stop.end() : stop.end() + 3]
    if after and not after[0].isspace():
        return False
    following = after.lstrip()
    if following and following[0].islower():
        return False
    if mark != ".":
        return True
    before = _LAST_WORD.search(line[max(0, stop.start() - 13) : stop.start()])
    word = before[1] if before else ""
    return not (word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper()))
