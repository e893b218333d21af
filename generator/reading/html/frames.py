"""Pages within a page that savers keep in its one file: frames in ``srcdoc``, and shadow trees in ``<template>``."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any
from urllib.parse import unquote_to_bytes

from lxml import etree

_DATA = re.compile(r"data:text/html(?:;charset=[\w-]{1,20})?(;base64)?,", re.I)
_DEEPEST = 3
_MOST = 200


def inline_frames(root: Any) -> None:
    """Put the body of every frame that is kept in the page into its ``<iframe>``, frames within frames too."""
    waiting = [(frame, 1) for frame in root.iter("iframe")]
    for _ in range(_MOST):
        if not waiting:
            return
        frame, depth = waiting.pop(0)
        body = _body(frame)
        if body is None:
            continue
        frame.attrib.pop("srcdoc", None)
        frame.text = body.text
        inner = list(body)
        frame.extend(inner)
        if depth < _DEEPEST:
            waiting += [(nested, depth + 1) for child in inner for nested in child.iter("iframe")]


def is_shadow(element: Any) -> bool:
    """Whether a ``<template>`` holds the shadow tree of its parent (HTML Standard, 4.12.3), which readers see."""
    return element.tag == "template" and bool(element.get("shadowrootmode") or element.get("shadowmode"))


def _body(frame: Any) -> Any | None:
    text = frame.get("srcdoc") or _from_address(frame.get("src") or "")
    if not text.strip():
        return None
    parser = etree.HTMLParser(huge_tree=True, no_network=True, remove_pis=True, encoding="utf-8")
    try:
        page = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    return page.find("body") if page is not None else None


def _from_address(address: str) -> str:
    """The page that an address holds itself (RFC 2397); empty if it holds none."""
    found = _DATA.match(address)
    if not found:
        return ""
    data = unquote_to_bytes(address[found.end() :])
    try:
        return (base64.b64decode(data) if found[1] else data).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
