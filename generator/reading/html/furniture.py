"""What of a page is its frame: told by elements and by what their makers call them, with reasons in words."""

from __future__ import annotations

import re

from generator.reading.html.page import Line, Node
from generator.reading.text.wording import phrases_of
from generator.reading.words import fold

_BY_TAG = {
    "nav": "navigation",
    "footer": "page footer",
    "header": "page header",
    "form": "form",
    "button": "buttons",
    "dialog": "pop-up",
    "aside": "beside the posts",
    "label": "form",
}
_BY_NAME = (
    (
        "sharing buttons",
        r"shares?|sharing|sharebar|social-(?:links|buttons|icons|bar|tools)|addthis|copy-?link|tooltip",
    ),
    (
        "readers' comments",
        r"comments?(?:-(?:list|section|area|count|container))?|disqus|respond|(?:leser)?kommentare|kommentarer|"
        r"commentaires?|r[eé]actions|comentarios|comentários|commenti|reacties|komentarze|komentáře|yorumlar",
    ),
    (
        "related articles",
        r"related|recommend(?:ed|ations?)?|read-?more|most-?(?:read|viewed|popular)|trending|also-?read|more-?on",
    ),
    (
        "advertisement",
        r"ad|ads|advert(?:isement|orial)?|sponsor(?:ed)?|promo(?:tion)?|taboola|outbrain|dfp|mpu|teads|google-?ad",
    ),
    ("newsletter sign-up", r"newsletter|subscribe|sign-?up|signup|paywall|piano"),
    ("consent notice", r"cookies?|consent|gdpr"),
    ("navigation", r"nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|toolbar|skip-?links?|tabs?"),
    ("page footer", r"footer|colophon"),
    ("page header", r"masthead|site-?header|topbar"),
)
_NAMES = tuple((why, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for why, words in _BY_NAME)
_ONE_COMMENT = re.compile(r"(?<![a-z])comment(?!s|-(?:list|section|area|count|container))(?![a-z])")
_INSIDE = frozenset(
    {
        "sharing buttons",
        "readers' comments",
        "related articles",
        "advertisement",
        "newsletter sign-up",
        "buttons",
        "form",
    }
)
OUTSIDE = "outside the posts"
_LONGEST_NAMES = 400
_NETWORKS = frozenset("x reddit e-mail pinterest messenger viber vk line bluesky threads".split())
_SHARER = re.compile(
    r"facebook\.com/(?:sharer|dialog)|(?:twitter|x)\.com/(?:intent|share)|wa\.me/|whatsapp|t\.me/share|^mailto:\?", re.I
)


def reason(node: Node) -> str | None:
    """Why the text of this element itself is furniture, or None."""
    if node.tag in _BY_TAG:
        return _BY_TAG[node.tag]
    if node.attributes.get("role") == "button":
        return "buttons"
    names = node.names[:_LONGEST_NAMES]
    return next((why for why, pattern in _NAMES if pattern.search(names)), None) if names.strip() else None


def _is_sharing(line: Line) -> bool:
    """Whether a line is the words of a sharing button."""
    if len(line.text) > 40:
        return False
    words = fold(line.text).strip(" .:!")
    to_share = words in _NETWORKS or words in phrases_of("sharing")
    return to_share or bool(line.links and _SHARER.search(line.links[0].address))


def reason_outside(line: Line) -> str:
    """Why a line that is in no post is set aside."""
    for node in (line.node, *line.node.ancestors()):
        why = reason(node)
        if why:
            return why
    return OUTSIDE


def reason_inside(line: Line, post: Node | None, home: Node | None) -> str | None:
    """Why a line between the start and end of a post is no part of it, or None.

    ``post`` is the post's element, ``home`` what holds all posts of a flat page: what these and the
    elements around them are called says nothing. A single comment within a post is what it answers.
    """
    if _is_sharing(line):
        return "sharing buttons"
    for node in (line.node, *line.node.ancestors()):
        if node is post or node is home:
            return None
        if node.tag == "footer" and post is not None:
            continue
        why = reason(node)
        if why in _INSIDE and not (why == "readers' comments" and _ONE_COMMENT.search(node.names)):
            return why
    return None
