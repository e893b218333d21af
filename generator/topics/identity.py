"""Addresses of topics: made from a key that no added document changes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from generator.language.folding import fold, romanised

_UNSAFE: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 60


def topic_id(key: str) -> str:
    """A file name of small Latin letters, digits and hyphens for ``key``.

    Where letters are lost (scripts without a plain Latin form, very long keys) a short hash of the
    key keeps it apart from others.
    """
    plain = romanised(fold(key))
    latin = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    slug = _UNSAFE.sub("-", latin).strip("-")
    if slug and len(slug) <= _LONGEST and len(latin) == len(plain):
        return slug
    mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug[:_LONGEST].strip('-')}-{mark}".strip("-")


def former_ids(key: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Addresses the topic could have had under its other spellings."""
    own = topic_id(key)
    return tuple(sorted({topic_id(form) for form in forms if form} - {own, ""}))
