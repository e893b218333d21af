"""A document's saved text: code blocks of numbered lines become lines with anchors."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from generator.publishing.shape.tree import add_class, element

_NUMBERED = re.compile(r" *(\d+)  (.*)")


def number_lines(root: Element) -> None:
    """In place: each ``<pre>`` after a paragraph that names its lines becomes a list of lines."""
    children = list(root)
    for place, node in enumerate(children[1:], 1):
        before = children[place - 1]
        if node.tag == "pre" and "l-line" in before.get("class", ""):
            lines = _list(node[0].text or "")
            block = element("div", "run")
            root[list(root).index(before)] = block
            root.remove(node)
            before.tail = None
            add_class(block, _destination(before))
            block.append(before)
            block.append(lines)


def _list(code: str) -> Element:
    listed = element("ol", "lines")
    for line in code.splitlines():
        numbered = _NUMBERED.fullmatch(line)
        if not numbered:
            continue
        number, text = numbered.groups()
        item = SubElement(listed, "li", {"id": f"L{number}", "value": number})
        item.text = text
    return listed


def _destination(label: Element) -> str:
    said = ((label[0].tail or "") if len(label) else "").strip()
    return {"entry": "to-entry", "set": "to-aside", "key": "to-key"}.get(said.split(" ")[0], "to-none")
