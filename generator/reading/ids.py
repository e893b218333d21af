"""Names that never change: each depends on nothing but the thing it names."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_UNSAFE = re.compile(r"[^a-z0-9]+")


def document_id(path: str) -> str:
    """Id of the document at ``path`` (relative to the documents folder): readable, unique by a short hash."""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = _UNSAFE.sub("-", plain).strip("-")[:48].strip("-")
    digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{slug}-{digest}" if slug else f"d-{digest}"


def entry_id(document: str, printed_time: str | None, opening: str, nth: int = 0) -> str:
    """Id of the entry of ``document`` that prints this time and opens with these words.

    ``opening`` is the headline, or the first block where there is none; only its letters and
    digits count, so that typography does not. ``nth`` tells entries apart that agree in all of it.
    """
    words = "".join(c for c in unicodedata.normalize("NFKC", opening).casefold() if c.isalnum())[:200]
    time = " ".join((printed_time or "").split())
    key = "\x1f".join((document, time, words, str(nth)))
    return "e" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
