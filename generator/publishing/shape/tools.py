"""Places where a page can be used: the search form, and the filters of a day."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from generator.publishing.shape.tree import element


def put_tools(root: Element) -> None:
    """In place: a paragraph that only leads to the search becomes its form; filters come before the first hour.

    The filters are filled by the page's script; without scripts the theme hides them.
    """
    for place, node in enumerate(list(root)):
        if node.tag == "p" and len(node) == 1 and node[0].get("href", "").endswith("search.html"):
            root[place] = _search_form(node[0])
    hours = [place for place, node in enumerate(root) if "hour" in node.get("class", "").split()]
    if hours and sum(1 for node in root.iter() if node.tag == "article" or node.get("id", "").startswith("e")) > 1:
        root.insert(hours[0], _filters())


def _search_form(link: Element) -> Element:
    form = element("form", "find", role="search", action=link.get("href", ""))
    words = "".join(link.itertext())
    SubElement(form, "input", {"type": "search", "name": "q", "aria-label": words, "placeholder": words})
    SubElement(form, "button").text = "Search"
    return form


def _filters() -> Element:
    details = element("details", "tools")
    SubElement(details, "summary").text = "Filter and order"
    return details
