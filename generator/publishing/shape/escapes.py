"""Escaped signs and character references, taken out of the text before it is read as Markdown.

Python-Markdown handles them one by one, each time copying what is left of the block: a long line of
brackets would cost its length squared. This is one pass. Each sign becomes what Python-Markdown itself
puts in its place (its number between STX and ETX) and comes back when the tree is done.
"""

from __future__ import annotations

import re
from html import unescape

from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(amp|lt|gt|quot|#\d{1,7});")
_CODE = "    "


class Escapes(Preprocessor):
    """Lines of code are left as they are: nothing is escaped in them."""

    def run(self, lines: list[str]) -> list[str]:
        return [line if line.startswith(_CODE) else _ESCAPED.sub(_kept, line) for line in lines]


def _kept(match: re.Match[str]) -> str:
    sign = match[1] or unescape(match[0])
    # The tree's writer takes "&" before "amp;" for a reference, as it is meant here.
    return _placeholder("&") + "amp;" if sign == "&" else "".join(map(_placeholder, sign))


def _placeholder(letter: str) -> str:
    return f"{STX}{ord(letter)}{ETX}"
