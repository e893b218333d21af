"""One way in: the bytes of a saved page, of whatever format → a document."""

from __future__ import annotations

import re

from generator.config import Given, Settings
from generator.errors import DocumentError
from generator.model import Document
from generator.reading.draft import Draft, Source
from generator.reading.encodings import decode
from generator.reading.exports import read_export
from generator.reading.html.reader import read_html
from generator.reading.own_entries import is_own_entries, read_own_entries
from generator.reading.text.reader import read_text
from generator.reading.timing import settle

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|div|meta|title)[\s>]", re.IGNORECASE)
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml")
_SNIFFED = 4096


def read(source: Source, given: Given, settings: Settings) -> Document:
    """The document that ``source`` is, read as the format its bytes show, with the facts that are given for it.

    :raises DocumentError: if it is empty, no text, over a limit, or holds nothing to read.
    """
    if not source.data.strip():
        raise DocumentError("is empty", path=source.path, hint="save the page again, or take the file away")
    if is_own_entries(source):
        return read_own_entries(source)
    document = settle(_draft(source, given, settings), source, given, settings)
    if not document.entries:
        raise DocumentError(
            "holds no liveblog entries", path=source.path, hint="see what was read with `digest inspect`"
        )
    return document


def _draft(source: Source, given: Given, settings: Settings) -> Draft:
    exported = read_export(source, given, settings)
    if exported is not None:
        return exported
    if _is_html(source):
        return read_html(source, settings)
    text, _ = decode(source.data, None, source.path)
    return read_text(lines_of(text), settings, path=source.path)


def lines_of(text: str) -> list[str]:
    """The lines of ``text`` as editors count them: other separators of Unicode end no line."""
    return re.split(r"\r\n|\r|\n", text.removesuffix("\n"))


def _is_html(source: Source) -> bool:
    if source.media_type and "html" in source.media_type:
        return True
    opening = source.data[:_SNIFFED].lstrip()
    return source.path.lower().endswith(_HTML_NAMES) or (opening[:1] == b"<" and bool(_HTML.search(opening)))
