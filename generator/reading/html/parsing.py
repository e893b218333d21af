"""HTML text → :class:`Page`, within limits.

The tree comes from lxml (libxml2), with network, DTDs and entities off; it is walked with a loop,
never with recursion.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from generator.config import Limits
from generator.errors import DocumentError
from generator.model import BlockKind, Hyperlink
from generator.reading.html.frames import inline_frames, is_shadow
from generator.reading.html.page import Line, Node, Page

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section summary table tbody td tfoot th thead title tr ul video audio iframe amp-live-list".split()
)
_UNSEEN = frozenset(
    "script style noscript template svg math head textarea select canvas object embed datalist map area".split()
)
_CELLS = ("td", "th")
_LAID_OUT = frozenset(("span", "a", "label", "button", "time", "amp-timeago"))
_SHORT = 200
_MOST_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{5000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_KINDS = {
    "blockquote": BlockKind.QUOTE,
    "q": BlockKind.QUOTE,
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.PARAGRAPH,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "tr": BlockKind.TABLE,
    "td": BlockKind.TABLE,
    "th": BlockKind.TABLE,
}


def parse(text: str, limits: Limits, path: str = "", base: str | None = None) -> Page:
    """The page in ``text``; addresses are made whole against ``base``.

    :raises DocumentError: if it is no HTML, or nests deeper than ``limits.html_depth``.
    """
    _refuse_endless_tags(text, path)
    parser = etree.HTMLParser(huge_tree=True, no_network=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise DocumentError("is not HTML that can be parsed", path=path, hint="save the page again") from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise _too_deep(limits, path)
    if root is None:
        raise DocumentError("is an empty page", path=path, hint="save the page again")
    inline_frames(root)
    return _Walk(limits, path, base).run(root)


def _refuse_endless_tags(text: str, path: str) -> None:
    """Refuse an element with thousands of attributes: parsers compare each with each.

    :raises DocumentError: if there is one.
    """
    for tag in _LONG_TAG.finditer(text):
        if tag[0].count("=") > _MOST_ATTRIBUTES and _QUOTED.sub("", tag[0]).count("=") > _MOST_ATTRIBUTES:
            raise DocumentError(
                f"has an element with more than {_MOST_ATTRIBUTES:,} attributes", path=path, hint="save the page again"
            )


def _too_deep(limits: Limits, path: str) -> DocumentError:
    return DocumentError(
        f"its elements nest more than {limits.html_depth} deep",
        path=path,
        hint="save the page again, or raise limits.html_depth",
    )


class _Walk:
    """One pass over the tree: opens and closes nodes, and ends a line at every block edge."""

    def __init__(self, limits: Limits, path: str, base: str | None) -> None:
        self.limits, self.path = limits, path
        self.page = Page(base=base)
        self.pieces: list[str] = []
        self.length = 0
        self.pending = False
        self.links: list[tuple[int, int, str]] = []
        self.open: list[tuple[Node, int]] = []
        self.block: Node | None = None
        self.after_break = False
        self.row: tuple[Any, bool] = (None, False)

    def run(self, root: Any) -> Page:
        element = root
        while element is not None:
            inside = self._enter(element)
            child = next(iter(element), None) if inside else None
            if child is not None:
                element = child
                continue
            self._leave(element, inside)
            while element is not root and element.getnext() is None:
                element = element.getparent()
                self._leave(element, True)
            element = None if element is root else element.getnext()
        _wrap(self.page)
        return self.page

    def _enter(self, element: Any) -> bool:
        """Open ``element``; False where nothing in it is text of the page."""
        tag = element.tag
        if not isinstance(tag, str):
            return False
        self._note(element, tag)
        if tag == "head":
            for inner in element.iter("script", "meta", "link", "title", "base"):
                self._note(inner, inner.tag)
        if tag in _UNSEEN and not is_shadow(element):
            return False
        if tag == "br":
            self._end_line(after_break=True)
        is_block = tag in _BLOCKS and not (tag in _CELLS and self._in_flat_row(element))
        self._part(element, tag, is_block)
        self._open(element, tag, is_block)
        if element.text:
            self._text(element.text)
        return True

    def _part(self, element: Any, tag: str, is_block: bool) -> None:
        """Part the text before ``element`` from the text in it, as far as a browser shows them apart."""
        if is_block:
            self._end_line()
        elif tag in _CELLS:
            self._add("\t")
        elif tag == "time" or (tag in _LAID_OUT and self._follows_element(element)):
            self._add(" ")

    def _note(self, element: Any, tag: str) -> None:
        """Keep what ``element`` says of the page without showing it."""
        page, get = self.page, element.get
        if tag == "script":
            page.scripts.append(((get("type") or "").lower(), get("id") or "", element.text or ""))
        elif tag == "meta":
            name = get("property") or get("name") or get("itemprop") or get("http-equiv")
            if name and get("content"):
                page.meta.setdefault(name.lower(), get("content"))
        elif tag == "link" and get("rel") and get("href"):
            page.meta.setdefault(f"link:{get('rel').lower()}", get("href"))
        elif tag == "title" and page.title is None:
            page.title = " ".join("".join(element.itertext()).split()) or None
        elif tag == "base" and page.base is None:
            page.base = get("href")

    def _open(self, element: Any, tag: str, is_block: bool) -> None:
        parent = self.open[-1][0] if self.open else None
        depth = len(self.open)
        if depth > self.limits.html_depth:
            raise _too_deep(self.limits, self.path)
        node = Node(len(self.page.nodes), tag, dict(element.attrib), parent, depth, len(self.page.lines))
        self.page.nodes.append(node)
        self.open.append((node, self.length))
        if is_block or self.block is None:
            self.block = node

    def _leave(self, element: Any, inside: bool) -> None:
        if inside:
            node, offset = self.open.pop()
            self._close(node, offset)
        if element.tag == "time":
            self._add(" ")
        if element.tail:
            self._text(element.tail)

    def _close(self, node: Node, offset: int) -> None:
        if node.tag == "a" and self.length > offset and node.start == len(self.page.lines):
            self.links.append((offset, self.length, self._address(node.attributes.get("href", ""))))
        if node.start == len(self.page.lines) and self.length - offset <= _SHORT:
            node.text = " ".join(self._since(offset).split())
        if self.block is node:
            self._end_line()
            self.block = next((n for n, _ in reversed(self.open) if n.tag in _BLOCKS), None)
            node.stop = len(self.page.lines)
            return
        node.stop = len(self.page.lines) + int(self.pending)

    def _since(self, offset: int) -> str:
        """The text of the line from ``offset`` on, without joining what stands before it."""
        pieces, length = [], self.length
        for piece in reversed(self.pieces):
            if length <= offset:
                break
            pieces.append(piece)
            length -= len(piece)
        return "".join(reversed(pieces))

    def _text(self, text: str) -> None:
        if self.block is not None and self.block.tag == "pre":
            first, *rest = text.split("\n")
            self._add(first)
            for line in rest:
                self._end_line(after_break=True)
                self._add(line)
            return
        self._add(text)

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)
            self.pending = self.pending or not text.isspace()

    def _end_line(self, *, after_break: bool = False) -> None:
        raw = "".join(self.pieces)
        text = " ".join(raw.split())
        if text and self.block is not None:
            self._line(raw, text)
            self.after_break = after_break
        elif not after_break:
            self.after_break = False
        self.pieces, self.length, self.links, self.pending = [], 0, [], False
        self.open = [(node, 0) for node, _ in self.open] if self.open and self.open[-1][1] else self.open

    def _line(self, raw: str, text: str) -> None:
        if len(self.page.lines) >= self.limits.document_lines:
            raise DocumentError(
                f"has more than {self.limits.document_lines:,} lines of text",
                path=self.path,
                hint="raise limits.document_lines if it is meant to be so large",
            )
        assert self.block is not None
        unclosed = [(offset, len(raw), node) for node, offset in self.open if node.tag == "a"]
        spans = self.links + [(a, b, self._address(node.attributes.get("href", ""))) for a, b, node in unclosed]
        links = tuple(Hyperlink(" ".join(raw[a:b].split()), href) for a, b, href in spans if href)
        continues = self.after_break and bool(self.page.lines) and self.page.lines[-1].node is self.block
        self.page.lines.append(Line(text, self.block, _kind(self.block), links, continues))

    def _address(self, href: str) -> str:
        """``href`` made whole; nothing where it leads to no page."""
        href = href.strip()
        if not href or href.startswith("#") or urlsplit_scheme(href) not in ("", "http", "https", "mailto"):
            return ""
        try:
            return urljoin(self.page.base or "", href)
        except ValueError:
            return ""

    @staticmethod
    def _follows_element(element: Any) -> bool:
        """Whether another element stands before this one with nothing between: style sheets part the two."""
        before = element.getprevious()
        return before is not None and before.tag in _LAID_OUT and not before.tail

    def _in_flat_row(self, cell: Any) -> bool:
        """Whether the cells of this row hold no blocks, so that the row reads as one line."""
        row = cell.getparent()
        if row is None or row.tag != "tr":
            return False
        if row is not self.row[0]:
            self.row = row, not any(child.tag in _BLOCKS for other in row for child in other)
        return self.row[1]


def _wrap(page: Page) -> None:
    """Tell each line which inline elements hold all of it."""
    for node in reversed(page.nodes):
        if node.text and node.tag not in _BLOCKS and node.stop == node.start + 1:
            line = page.lines[node.start]
            if line.text == node.text:
                line.wrapped = (*line.wrapped, node)


def urlsplit_scheme(address: str) -> str:
    """The scheme of an address, lower case; "" for a relative one, "?" for one that is broken."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return "?"


def _kind(block: Node) -> BlockKind:
    if block.tag in _KINDS:
        return _KINDS[block.tag]
    for node in block.ancestors():
        if node.tag in ("blockquote", "figcaption"):
            return _KINDS[node.tag]
        if node.tag == "li" and block.tag == "p":
            return BlockKind.LIST_ITEM
        if node.tag in ("article", "section", "main", "body", "figure"):
            break
    return BlockKind.PARAGRAPH
