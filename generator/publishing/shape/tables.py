"""Tables: calendars get their shades, every other table a box that scrolls by itself."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from generator.publishing.shape.tree import element, words


def shape_tables(root: Element) -> None:
    """In place, for the tables that stand directly on the page."""
    for place, node in enumerate(list(root)):
        if node.tag != "table":
            continue
        heads = [words(cell) for cell in node.iter("th")]
        for cell in node.iter("th"):
            cell.set("scope", "col")
        if heads[:1] == ["Mon"]:
            _calendar(node)
            continue
        node.set("class", _kind(heads))
        for row in node.iter("tr"):
            for cell, head in zip(row, heads, strict=False):
                if cell.tag == "td":
                    cell.set("data-head", head)
                    cell.set("dir", "auto")
        box = element("div", "scroll")
        root[place] = box
        node.tail = None
        box.append(node)


def _kind(heads: list[str]) -> str:
    if "How it relates" in heads:
        return "account"
    return "facts" if len(heads) == 2 else "figures"


def _calendar(table: Element) -> None:
    """Days of coverage are shaded by their number of entries, in four steps."""
    table.set("class", "calendar")
    numbers = {cell: _number(cell) for cell in table.iter("td")}
    most = max(numbers.values(), default=0)
    for cell, number in numbers.items():
        if number:
            cell.set("class", f"n{1 + min(3, number * 4 // (most + 1))}")


def _number(cell: Element) -> int:
    count = cell.find("em")
    if count is None:
        return 0
    count.tag = "small"
    said = words(count)
    return int(said) if said.isdecimal() else 0
