"""Bytes → text: by byte order mark, declaration or detection, or said to be unreadable.

Decoding never fails half-way: a cut or damaged character becomes U+FFFD, and the text that is
returned holds no NUL, no lone surrogate and no control character but tab and line ends.
"""

from __future__ import annotations

import codecs
import re

from generator.errors import DocumentError
from generator.reading.legacy_encodings import cannot_be_western, detected, said_by_language

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.I)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_DAMAGE = re.compile("\ufffd+")
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]")
_WESTERN = frozenset(("cp1252", "iso8859-1", "iso8859-15"))
_RUNS = re.compile(rb"[\xa8\xb8\xc0-\xff]{4,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_FEWEST_IN_RUNS = 60
_DECLARATION_BYTES = 4096
_SAMPLE_BYTES = 200_000
# The WHATWG Encoding Standard reads these labels as the wider encoding that pages really use.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


def decode(data: bytes, declared: str | None = None, path: str = "") -> tuple[str, str]:
    """``data`` as text, and the name of the encoding it was read in.

    ``declared`` is what stands outside the data (an HTTP header); a byte order mark beats it, and
    UTF-8 that fits beats both it and what the data declares of itself.

    :raises DocumentError: if the bytes are no text in any encoding.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return clean(data[len(mark) :].decode(marked, "replace")), marked
    wide = _wide_without_mark(data)
    if wide:
        return clean(data.decode(wide, "replace")), wide
    if _is_binary(data):
        raise DocumentError(
            "unreadable: not text in any known encoding", path=path, hint="save the page as HTML or text"
        )
    if _fits_utf8(data):
        return clean(data.decode("utf-8", "replace")), "utf-8"
    name = _known(declared) or _declared_inside(data)
    if name is None or name in _WESTERN:
        name = (
            _known(said_by_language(data)) or (_by_its_looks(data) if name is None else _if_not_western(data)) or name
        )
    if name is None:
        raise DocumentError("unreadable: its encoding cannot be told", path=path, hint="save it as UTF-8")
    return clean(data.decode(name, "replace")), name


def clean(text: str) -> str:
    """``text`` without what no file may carry: lone surrogates become U+FFFD, control characters go."""
    return _CONTROLS.sub(lambda match: "\ufffd" if match[0] >= "\ud800" else "", text)


def _fits_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8 but for a cut or damaged character here and there.

    Text in an older encoding hardly ever holds whole UTF-8 characters, so these outnumbering the
    damage is proof enough.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4:
            return True
        text = data.decode("utf-8", "replace")
        damaged = sum(1 for _ in _DAMAGE.finditer(text))
        return len(_BEYOND_ASCII.findall(text)) >= 2 * damaged
    return True


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of the opening is NUL."""
    opening = data[:512]
    if len(opening) < 8:
        return None
    even, odd = opening[0::2], opening[1::2]
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    """Whether control characters, or NULs alone, are too many for any text."""
    sample = data[:_SAMPLE_BYTES]
    controls = sum(sample.count(bytes([value])) for value in (*range(1, 9), *range(14, 27), *range(28, 32)))
    return controls > 0.05 * len(sample) or sample.count(0) > 0.4 * len(sample)


def _known(name: str | None) -> str | None:
    if not name:
        return None
    try:
        codec = codecs.lookup(name.strip().strip("\"'").lower().removeprefix("x-"))
    except (LookupError, ValueError):
        return None
    return None if not codec._is_text_encoding else _WIDER.get(codec.name, codec.name)


def _declared_inside(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARATION_BYTES])
    name = _known(match[1].decode("ascii")) if match else None
    return None if name is None or name.startswith("utf") else name


def _if_not_western(data: bytes) -> str | None:
    """What the bytes look like where they cannot be in a Western encoding."""
    return _by_its_looks(data) if _stands_in_runs(data) or cannot_be_western(data) else None


def _stands_in_runs(data: bytes) -> bool:
    """Whether letters beyond ASCII mostly stand in runs, as in no language that Western encodings are for."""
    sample = data[:_SAMPLE_BYTES]
    runs = sum(map(len, _RUNS.findall(sample)))
    return runs > _FEWEST_IN_RUNS and 2 * runs > len(_HIGH.findall(sample))


def _by_its_looks(data: bytes) -> str | None:
    return _known(detected(data))
