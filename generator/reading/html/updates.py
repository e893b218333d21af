"""What a page says of its posts to machines: one :class:`Update` per post, whatever the syntax.

It is a claim, not a fact: :mod:`generator.reading.html.alignment` lays it beside what the page shows.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Syntax(StrEnum):
    """Where an update was found; the words are used in notes."""

    JSON_LD = "structured data"
    MICRODATA = "microdata"
    STATE = "embedded data"


@dataclass(frozen=True, slots=True)
class Update:
    """One post as machines are told of it. ``paragraphs`` are plain text; times are aware."""

    syntax: Syntax
    headline: str | None = None
    paragraphs: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    address: str | None = None
    key: str | None = None
    authors: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9-]{0,20})(?:\s[^<>]{0,5000})?/?>")
_BREAKING = frozenset(
    "p /p br div /div li /li ul /ul ol /ol h1 /h1 h2 /h2 h3 /h3 h4 /h4 h5 /h5 h6 /h6 tr /tr table /table "
    "blockquote /blockquote figure /figure figcaption /figcaption section /section".split()
)
_SCRIPT = re.compile(r"<(script|style)\b[^<]*+(?:<(?!/?(?:script|style)\b)[^<]*+)*+</\1>", re.I)
_COMMENT = re.compile(r"<!--.{0,20000}?-->", re.S)


def plain_paragraphs(body: str) -> tuple[str, ...]:
    """Paragraphs of a body that may be plain text, HTML, or HTML escaped once more."""
    for _ in range(2):
        if "&" not in body:
            break
        body = html.unescape(body)
    if "<" in body:
        body = _COMMENT.sub("", _SCRIPT.sub("", body))
        body = _TAG.sub(lambda tag: "\n" if tag[1].lower() in _BREAKING else "", body)
    lines = (" ".join(line.split()) for line in body.splitlines())
    return tuple(line for line in lines if line)


def plain_line(text: str) -> str | None:
    """A headline as one plain line, or None."""
    return " ".join(plain_paragraphs(text)) or None
