"""Document text → safe text, one function per output language. Nothing else escapes.

Document text is hostile: it may hold Markdown, HTML, control characters or Pelican's own link
syntax. What leaves here means exactly its letters in the language it is meant for.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from html import escape

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
_ACTIVE = re.compile(r"[\\`*_\[\]{}|~$]|(?<=:)//|(?<=[wW]{3})\.|@")
_LINE_START = re.compile(r"^(?:[#>+\-=:!]|\d{1,9}(?=[.)]))")
_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_UNSAFE_NAME = re.compile(r"[^a-z0-9-]+")
_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_RESERVED = frozenset({"con", "prn", "aux", "nul", "all", "index", "undated"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}


def plain(text: str) -> str:
    """``text`` on one line, without control characters (each becomes U+FFFD)."""
    return _CONTROL.sub("�", _SPACE.sub(" ", text)).strip()


def markdown_text(text: str) -> str:
    """``text`` on one line as Markdown that means its letters and nothing else, anywhere on a line."""
    escaped = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = _ACTIVE.sub(lambda match: "\\" + match[0], escaped)
    start = _LINE_START.match(escaped)
    if not start:
        return escaped
    if start[0].isdigit():
        return escaped[: start.end()] + "\\" + escaped[start.end() :]
    return "\\" + escaped


def web_address(address: str) -> str | None:
    """``address`` if it leads to the web (http or https), every unusual character percent-encoded; else None."""
    address = address.strip()
    if not _WEB.match(address) or len(address) > 4000:
        return None
    return re.sub(
        r"[^A-Za-z0-9\-._~:/?#@!&'*+,;=%]",
        lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")),
        address,
    )


def markdown_link(text: str, address: str, title: str | None = None) -> str:
    """A Markdown link with document text as its words. ``address`` is one of ours or from :func:`web_address`."""
    hint = "" if title is None else ' "' + markdown_text(title).replace('"', "&quot;") + '"'
    return (
        f"[{markdown_text(text)}](<{address}>{hint})" if "'" in address else f"[{markdown_text(text)}]({address}{hint})"
    )


def header_value(text: str) -> str:
    """``text`` as the value of one line of a page's Markdown header."""
    return plain(text) or "–"


def html_text(text: str) -> str:
    """``text`` between HTML tags."""
    return escape(_CONTROL.sub("�", text), quote=False)


def html_attribute(text: str) -> str:
    """``text`` inside a quoted HTML attribute."""
    return escape(_CONTROL.sub("�", text), quote=True)


def svg_text(text: str) -> str:
    """``text`` between SVG tags or inside a quoted SVG attribute, on one line."""
    return escape(plain(text), quote=True)


def file_name(text: str) -> str:
    """A file name (without extension) for ``text``: lower-case ASCII, unique by a short hash where letters were lost."""
    if _SAFE_NAME.fullmatch(text) and text not in _RESERVED:
        return text
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = _UNSAFE_NAME.sub("-", ascii_text).strip("-")[:60].strip("-")
    if slug and slug not in _RESERVED and slug == re.sub(r"\s+", "-", text.strip().lower()):
        return slug
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug}-{digest}" if slug else f"n-{digest}"


def anchor(text: str) -> str:
    """An HTML id for ``text``: ids of entries as they are, anything else as a file name."""
    return text if re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]{0,79}", text) else "a-" + file_name(text)
