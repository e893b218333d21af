"""Images of drawings become the drawings themselves, with their words for those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from generator.errors import PublishError
from generator.publishing.shape.tree import element

_STYLE = re.compile(r"<style>[^<]*</style>")
_CLASS = re.compile(r'^<svg [^>]*?class="([a-z]+)"')


def inline_drawings(root: Element, folder: Path, store: Callable[[str], str]) -> None:
    """In place: a paragraph that holds one image and nothing else becomes a figure.

    ``store`` keeps raw HTML and returns what stands for it.

    :raises PublishError: if the drawing is not there.
    """
    for place, node in enumerate(list(root)):
        if node.tag == "p" and len(node) == 1 and node[0].tag == "img" and not (node[0].tail or "").strip():
            root[place] = _figure(node[0], folder, store)


def _figure(image: Element, folder: Path, store: Callable[[str], str]) -> Element:
    path = folder / image.get("src", "")
    try:
        drawing = path.read_text("utf-8")
    except OSError as error:
        raise PublishError(f"a drawing cannot be read: {error.strerror}", path=str(path)) from error
    kind = _CLASS.match(drawing)
    name = kind[1] if kind else "other"
    figure = element("figure", f"chart {name}")
    caption = image.get("title")
    box = SubElement(figure, "div", {"class": "scroll"})
    box.text = store(_STYLE.sub("", drawing, count=1).strip())
    SubElement(figure, "p", {"class": "vh"}).text = image.get("alt")
    if caption:
        SubElement(figure, "figcaption").text = caption
    return figure
