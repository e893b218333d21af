"""Paragraphs that say what they are in emphasis, as in ``*Caption:* A barge``, take that as their class.

Document text cannot hold live emphasis, so a label is always one of ours.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from generator.publishing.shape.tree import add_class, strip_start, words

SILENT = frozenset({"Caption", "Byline", "Kicker", "Table"})
"""Labels that the eye does not need: the look tells. They stay for ears."""

WAYS_ON = {f"l-{label.lower().replace(' ', '-')}": label for label in ("Other days", "Other hours", "Other pages")}
"""Classes of paragraphs that lead on from a page → what ears are told they are."""

UNSAID = frozenset({"About this entry", "More", *WAYS_ON.values()})
"""Labels that neither eyes nor ears need."""


def name_labels(root: Element) -> None:
    """In place: the paragraph's class is the label; the label itself is shown, hidden or left out."""
    for node in root.iter():
        if node.tag in {"p", "li"} and label_of(node):
            _name(node)


def label_of(node: Element) -> str | None:
    """The label a paragraph begins with, without its colon."""
    if len(node) and node[0].tag == "em" and not (node.text or "").strip():
        said = words(node[0])
        if said.endswith(":"):
            return said[:-1]
    return None


def _name(node: Element) -> None:
    label = label_of(node) or ""
    kind = re.split(r"[ \d]*\d| by ", label)[0].strip().lower().replace(" ", "-")
    add_class(node, f"l-{kind}" if re.fullmatch(r"[a-z-]+", kind) else "l-other")
    first = node[0]
    if label in UNSAID:
        node.text, first.tail = first.tail, None
        node.remove(first)
        strip_start(node)
    elif label in SILENT:
        first.tag = "span"
        first.set("class", "vh")
    else:
        first.tag = "b"
        first.text = label
    if label not in UNSAID and not label.startswith("Line"):
        node.set("dir", "auto")
