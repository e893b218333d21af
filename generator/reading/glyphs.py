"""Typography made even without moving a character, so that places in a line stay true."""

from __future__ import annotations

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c"
_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
_DIGITS = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９", "০১২৩৪৫৬৭৮৯"

_EVEN = {ord(c): " " for c in _SPACES + _UNSEEN}
_EVEN |= {ord(c): str(value) for digits in _DIGITS for value, c in enumerate(digits)}
_EVEN |= {ord(c): ":" for c in "：∶﹕ː"}
_EVEN |= {ord(c): "'" for c in "’‘′´ʼ`"}
_EVEN |= {ord("．"): ".", ord("／"): "/", ord("（"): "(", ord("）"): ")", ord("，"): ",", ord("＋"): "+"}
_EVEN |= {ord(c): "-" for c in "‐‑‒–—−―"}


def even(text: str) -> str:
    """``text`` with digits, spaces, colons, dashes and apostrophes of every script in their ASCII form.

    The result is as long as ``text``, character by character: a span found in one is a span of the other.
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    return text.translate(_EVEN)


def lowered(text: str) -> str:
    """``text`` in lower case, as long as it was: a letter whose lower case is longer (İ) stays."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def squeezed(text: str) -> str:
    """``text`` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def letters(text: str) -> str:
    """Only the letters and digits of ``text``, case folded: for comparing what may differ in typography."""
    return "".join(c for c in text.casefold() if c.isalnum())
