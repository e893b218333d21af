"""HTML inside other formats (feeds, tables) → lines with kinds and links."""

from __future__ import annotations

import html
import re

from generator.config import Limits
from generator.errors import DocumentError
from generator.model import BlockKind
from generator.reading.html.page import Line, Node
from generator.reading.html.parsing import parse

_LOOKS_HTML = re.compile(
    r"<(?:p|br|div|a|ul|ol|li|b|i|em|strong|img|blockquote|h[1-6]|span|figure|table)\b[^<>]{0,2000}>", re.I
)
_NOWHERE = Node(0, "p", {}, None, 0, 0)


def fragment_lines(text: str, limits: Limits, path: str = "", base: str | None = None) -> list[Line]:
    """The lines of ``text``, which may be plain, HTML, or HTML escaped once more."""
    if "&lt;" in text and not _LOOKS_HTML.search(text):
        text = html.unescape(text)
    if _LOOKS_HTML.search(text):
        try:
            return parse(f"<html><body>{text}</body></html>", limits, path, base).lines
        except DocumentError:
            pass
    plain = html.unescape(text) if "&" in text else text
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return [Line(line, _NOWHERE, BlockKind.PARAGRAPH) for line in lines if line]
