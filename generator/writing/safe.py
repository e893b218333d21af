"""Document text → safe text, one function per output language. Nothing else escapes.

Document text is hostile: it may hold Markdown, HTML, control characters, another writing direction
or Pelican's own link syntax. What leaves here means exactly its letters in the language it is meant for.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from html import escape
from urllib.parse import urlsplit

_PLANE_ENDS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANE_ENDS}]")
_LONE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_ODD_SPACE = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85]")
_TURN = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDING_ENDS, _ISOLATE_ENDS = "\u202c", "\u2069"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", _EMBEDDING_ENDS) | dict.fromkeys(
    "\u2066\u2067\u2068", _ISOLATE_ENDS
)
_DEEPEST_TURN = 125

# Only the first group may be escaped by a backslash in every dialect; the rest needs character references.
_ACTIVE = re.compile(r"([\\`*_\[\]{}])|[&<|~]")
_OPENING = re.compile(r"([#>+\-!]|\d+(?=[.)]))|[=:^]")
_CLOSING = re.compile(r"(?<!#)#+$|!$")
_QUOTED = re.compile(r"[\\`*_\[\]{}()&<>|~\"'!#^=:]")

_SCHEMES = frozenset({"http", "https", "mailto"})
_MOST_OF_AN_ADDRESS = 4000
_NOT_IN_AN_ADDRESS = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&'*+,;=%]|%(?![0-9A-Fa-f]{2})")
_REFERENCE = re.compile(r"&(?=#?\w+;)")

_TEX = re.compile(r"[\\{}#$%&_~^]")
_IN_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}

_UNSAFE_NAME = re.compile(r"[^a-z0-9]+")
_SAFE_NAME = re.compile(r"[a-z0-9](?:[-_]?[a-z0-9]){0,79}")
_ENTRY_ID = re.compile(r"e[0-9a-f]{12}")
_RESERVED = frozenset({"con", "prn", "aux", "nul", "all", "index", "undated"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(10)
}
"""Names that Windows keeps for devices, and those of our own pages in every folder."""


def plain(text: str) -> str:
    """``text`` on one line, without control characters (each becomes U+FFFD), its turns of direction ended."""
    if text.isprintable() and "  " not in text:  # no white space but single spaces, no control, no turn
        return text.strip(" ")
    return _turned_back(_CONTROL.sub("�", _SPACE.sub(" ", text)).strip())


def markdown_text(text: str) -> str:
    """``text`` on one line as Markdown that means its letters and nothing else, anywhere on a line.

    It may stand in a paragraph, heading, list item, quote, table cell or link, beside Markdown of our
    own; only the first line of a file, which would be read as its header, must not be made of it.
    """
    escaped = _ACTIVE.sub(_inert, plain(text))
    if escaped.endswith(("#", "!")):
        escaped = _CLOSING.sub(lambda match: "".join("\\" + letter for letter in match[0]), escaped)
    start = _OPENING.match(escaped)
    if not start:
        return escaped
    if start[0].isdigit():
        return f"{start[0]}\\{escaped[start.end() :]}"
    return _inert(start) + escaped[start.end() :]


def markdown_quoted(text: str) -> str:
    """``text`` as the title of a Markdown link or image, between double quotes, or as the words for an image.

    Both become HTML attributes, in which Pelican looks for links of its own: no brace or bar stays.
    """
    return _QUOTED.sub(_reference, plain(text))


def markdown_link(text: str, address: str, title: str | None = None) -> str:
    """A Markdown link with document text as its words. ``address`` is one of ours or from :func:`web_address`."""
    destination = _REFERENCE.sub("&amp;", address)
    if "'" in destination:
        destination = f"<{destination}>"
    hint = "" if title is None else f' "{markdown_quoted(title)}"'
    return f"[{markdown_text(text)}]({destination}{hint})"


def header_value(text: str) -> str:
    """``text`` as the value of one line of a page's Markdown header."""
    return plain(text) or "–"


def web_address(address: str) -> str | None:
    """``address`` if it leads to the web or a mailbox, every unusual character percent-encoded; else None."""
    encoded = _NOT_IN_AN_ADDRESS.sub(_percent, address.strip()[: _MOST_OF_AN_ADDRESS + 1])
    page, hash_sign, place = encoded.partition("#")
    try:
        parts = urlsplit(page)
        port_is_a_number = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    leads = parts.hostname if parts.scheme != "mailto" else "@" in parts.path
    if parts.scheme not in _SCHEMES or not leads or not port_is_a_number or len(encoded) > _MOST_OF_AN_ADDRESS:
        return None
    return page + hash_sign + place.replace("#", "%23")


def html_text(text: str) -> str:
    """``text`` between HTML tags."""
    return escape(_printable(text), quote=False)


def html_attribute(text: str) -> str:
    """``text`` inside a quoted HTML attribute, out of reach of Pelican's link syntax too."""
    return re.sub(r"[{}|]", _reference, escape(_printable(text), quote=True))


def svg_text(text: str) -> str:
    """``text`` between SVG tags or inside a quoted SVG attribute, on one line."""
    return html_attribute(plain(text))


def xml_text(text: str) -> str:
    """``text`` between XML tags or inside a quoted XML attribute."""
    return escape(_printable(text), quote=True)


def json_text(value: object, *, indent: int | None = None) -> str:
    """``value`` as JSON for a file. Half a surrogate pair, which no file can hold, becomes U+FFFD."""
    separators = (",", ":") if indent is None else None
    return _LONE.sub("�", json.dumps(value, ensure_ascii=False, indent=indent, separators=separators))


def json_in_script(value: object) -> str:
    """``value`` as JSON that may stand inside a ``<script>`` element."""
    return re.sub("[<>&\u2028\u2029]", lambda match: f"\\u{ord(match[0]):04x}", json_text(value))


def bibtex_text(text: str) -> str:
    """``text`` on one line between the braces of a BibTeX field, where TeX reads it."""
    return _TEX.sub(lambda match: _IN_TEX.get(match[0]) or "\\" + match[0], plain(text))


def file_name(text: str) -> str:
    """A file name (without extension) for ``text``: lower-case ASCII that every system takes.

    Texts share a name only if they differ in no more than case, and spaces for hyphens. Where any
    other letter is lost, a hash makes the name unique; ``--`` before it stands in no other name.
    """
    if _SAFE_NAME.fullmatch(text) and text not in _RESERVED:
        return text
    letters = unicodedata.normalize("NFKD", text[:1000]).encode("ascii", "ignore").decode().lower()
    slug = _UNSAFE_NAME.sub("-", letters).strip("-")
    if slug and slug == text.lower().replace(" ", "-") and text.isascii() and slug not in _RESERVED and len(slug) <= 60:
        return slug
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{slug[:60].strip('-') or 'n'}--{digest}"


def anchor(text: str) -> str:
    """An HTML id for ``text``: ids of entries as they are, anything else apart from the ids of the pages' own parts."""
    return text if _ENTRY_ID.fullmatch(text) else "a-" + file_name(text)


def _printable(text: str) -> str:
    """``text`` with its lines, without control characters, its turns of direction ended."""
    if text.isprintable():
        return text
    return _turned_back(_CONTROL.sub("�", _ODD_SPACE.sub(lambda match: "\n" if match[0][0] == "\r" else " ", text)))


def _inert(match: re.Match[str]) -> str:
    return "\\" + match[0] if match[1] else _reference(match)


def _reference(match: re.Match[str]) -> str:
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    return named.get(match[0]) or f"&#{ord(match[0])};"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def _turned_back(text: str) -> str:
    """``text`` with every turn of writing direction ended, so that none reaches what follows (UAX #9, 3.1, 3.3.2)."""
    if not _TURN.search(text):
        return text
    open_turns: list[str] = []

    def balanced(match: re.Match[str]) -> str:
        turn = match[0]
        if turn in _CLOSED_BY:
            if len(open_turns) >= _DEEPEST_TURN:
                return ""
            open_turns.append(_CLOSED_BY[turn])
        elif turn == _EMBEDDING_ENDS:
            if open_turns[-1:] != [turn]:
                return ""
            open_turns.pop()
        else:
            if turn not in open_turns:
                return ""
            while open_turns.pop() != turn:
                pass
        return turn

    return _TURN.sub(balanced, text) + "".join(reversed(open_turns))
