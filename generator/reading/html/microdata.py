"""``LiveBlogPosting`` in microdata (HTML Standard, 5) → the elements that are posts, and their facts."""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading.html.machine_times import machine_time
from generator.reading.html.page import Node, Page
from generator.reading.html.posts import Post
from generator.reading.html.updates import Syntax, Update, plain_line


def post_nodes(page: Page) -> tuple[Node, ...]:
    """Elements marked as ``liveBlogUpdate`` (or as postings within a live blog), outermost first."""
    marked = [node for node in page.nodes if "liveblogupdate" in _properties(node)]
    if not marked:
        marked = [node for node in page.nodes if node.attributes.get("itemtype", "").endswith("/BlogPosting")]
    inside: set[int] = set()
    out = []
    for node in marked:
        if not any(above.index in inside for above in node.ancestors()):
            out.append(node)
            inside.add(node.index)
    return tuple(out)


def marked_posts(page: Page, posts: Sequence[Post]) -> dict[int, Node]:
    """The marked element of each post that has one, by the number of the post."""
    nodes = post_nodes(page)
    owner = {line: node for node in nodes for line in range(node.start, node.stop)}
    found = {number: owner.get(post.lines[0]) for number, post in enumerate(posts) if post.lines}
    return {number: node for number, node in found.items() if node is not None}


def microdata_of(page: Page, posts: Sequence[Post]) -> dict[int, Update]:
    """What microdata says of each post that is marked, by the number of the post."""
    return {number: update_of(page, node) for number, node in marked_posts(page, posts).items()}


def unshown_updates(page: Page) -> tuple[Update, ...]:
    """What microdata says of posts in elements that show nothing: they stand elsewhere on the page."""
    return tuple(update_of(page, node) for node in post_nodes(page) if node.start == node.stop)


def _properties(node: Node) -> list[str]:
    return node.attributes.get("itemprop", "").lower().split()


def update_of(page: Page, post: Node) -> Update:
    """What the microdata inside ``post`` says."""
    facts: dict[str, str] = {}
    authors: list[str] = []
    address = None
    for node in inside(page, post):
        value = node.attributes.get("content") or node.attributes.get("datetime") or node.text or ""
        for name in _properties(node):
            if name == "author":
                authors.append(" ".join(value.split()))
            if name == "url":
                address = address or node.attributes.get("href") or node.attributes.get("content")
            facts.setdefault(name, value)
    return Update(
        syntax=Syntax.MICRODATA,
        headline=plain_line(facts.get("headline", "")),
        published=machine_time(facts.get("datepublished")) or machine_time(facts.get("datecreated")),
        modified=machine_time(facts.get("datemodified")),
        address=address,
        authors=tuple(dict.fromkeys(name for name in authors if name)),
    )


def inside(page: Page, node: Node) -> list[Node]:
    """The elements within ``node``, in document order."""
    out = []
    for index in range(node.index + 1, len(page.nodes)):
        inner = page.nodes[index]
        if inner.depth <= node.depth:
            break
        out.append(inner)
    return out
