"""One stretch of a page → a post: its printed time, headline, byline and blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from datetime import date

from generator.model import Block, BlockKind
from generator.reading.html.alignment import letters
from generator.reading.html.days import Headings
from generator.reading.html.furniture import reason_inside
from generator.reading.html.marks import Mark, time_alone
from generator.reading.html.page import Line, Node, Page
from generator.reading.html.segments import Segment
from generator.reading.moment import Moment
from generator.reading.words import phrase

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_TITLED = re.compile(r"(?<![a-z])(?:head(?:line)?|title|ttl|titel|titre|titolo|heading)(?![a-z])")
_BYLINED = re.compile(r"(?<![a-z])(?:by-?line|authors?|contributor|reporter|autor|writer|journalist)(?![a-z])")
_EMBEDDED = re.compile(
    r"(?<![a-z])(?:twitter-?(?:tweet|post)|tweet|instagram-?media|fb-post|tiktok-embed|embed(?:ded)?|telegram)(?![a-z])"
)
_KICKERED = re.compile(r"(?<![a-z])(?:kicker|label|badge|flag|eyebrow|category|tag)(?![a-z])")
_CAPTIONED = re.compile(r"(?<![a-z])(?:caption|copyright|photo-?credit|image-?credit|legend)(?![a-z])")
_CORRECTED = re.compile(r"(?<![a-z])(?:correction|corrected|amend(?:ment|ed)?)(?![a-z])")
_CORRECTION = re.compile(
    r"(?:correction|corrected|amend(?:ed|ment)|clarification|korrektur|berichtigung|rectificati(?:on|f)|corrección|rettifica|errata)\b.{0,3}:",
    re.I,
)
_EDGES = " \t-–—:|•·+,.()[]"
_LONGEST_HEADLINE = 300
_LONGEST_BYLINE = 160
_LONGEST_KICKER = 60
_SEARCHED = 6
_BY = re.compile(r"(?:by|von|par|por|di|da|door|av|af|przez|от|від)[\s:]{1,3}", re.I)
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]{0,20}\s?){2,4}")


@dataclass(slots=True)
class Post:
    """A post as the page shows it; line numbers count from 0 here."""

    segment: Segment
    lines: list[int] = field(default_factory=list)
    aside: list[tuple[int, str]] = field(default_factory=list)
    headline: str | None = None
    blocks: list[Block] = field(default_factory=list)
    printed: str | None = None
    moment: Moment | None = None
    authors: tuple[str, ...] = ()
    day: date | None = None

    @property
    def opening(self) -> str:
        """What it says first, to tell posts apart."""
        return letters((self.headline or "") + "".join(block.text for block in self.blocks[:3]))[:200]


def compose(
    page: Page, segment: Segment, mark: Mark | None, language: str | None, headings: Headings, day: date | None
) -> Post:
    """The post in ``segment``; ``mark`` is the place of its time, ``day`` that of the heading it stands under."""
    post = Post(segment, day=day)
    home = segment.anchor.parent if segment.node is None else None
    kept = []
    for number in range(segment.start, segment.stop):
        why = reason_inside(page.lines[number], segment.node, home)
        if why and not _holds(mark, number):
            post.aside.append((number, why))
        elif number in headings.dates and not headings.own:
            post.aside.append((number, "date heading"))
        elif number in headings.dates:
            post.lines.append(number)
        else:
            kept.append(number)
    rest = _Reading(page, post, language)
    for place, number in enumerate(kept):
        rest.line(number, mark, place)
    post.lines.sort()
    _promote_bold(page, post)
    return post


def _holds(mark: Mark | None, number: int) -> bool:
    return mark is not None and mark.printed is not None and mark.line == number


class _Reading:
    """Goes down the lines of a post once and puts each where it belongs."""

    def __init__(self, page: Page, post: Post, language: str | None) -> None:
        self.page, self.post, self.language = page, post, language

    def line(self, number: int, mark: Mark | None, place: int) -> None:
        line, post = self.page.lines[number], self.post
        post.lines.append(number)
        text = self._without_time(line, number, mark)
        if not text:
            return
        kind = _kind(line, post.segment.node, text)
        if kind is BlockKind.BYLINE:
            post.authors = post.authors or _writers(line, text)
        if self._is_headline(line, text, kind, place):
            post.headline = text
            post.blocks = [_above_headline(block) for block in post.blocks]
            named = [block.text for block in post.blocks if block.kind is BlockKind.BYLINE]
            post.authors = post.authors or tuple(named)
            return
        self._block(line, number, text, kind)

    def _without_time(self, line: Line, number: int, mark: Mark | None) -> str:
        """The text of the line behind its time; a time alone leaves nothing."""
        text = line.text
        if _holds(mark, number):
            assert mark is not None
            return self._take(text, mark)
        moment = time_alone(text, self.language)
        if moment is not None:
            if self.post.printed is None and not self.post.blocks:
                self.post.printed, self.post.moment = text, moment
            return ""
        return "" if phrase("stamp", "updated").fullmatch(text.casefold()) else text

    def _take(self, text: str, mark: Mark) -> str:
        """Note the time of ``mark`` and give what stands beside it."""
        printed = mark.printed or ""
        at = text.find(printed)
        if self.post.printed is None:
            self.post.printed, self.post.moment = printed, mark.moment
        if at < 0:
            return text
        before, behind = text[:at].strip(_EDGES), text[at + len(printed) :].lstrip(_EDGES)
        if before and time_alone(text[: at + len(printed)], self.language) is None and any(c.isalpha() for c in before):
            return f"{before} {behind}".strip() if not behind else text
        return behind

    def _is_headline(self, line: Line, text: str, kind: BlockKind, place: int) -> bool:
        if self.post.headline or len(text) > _LONGEST_HEADLINE or place > _SEARCHED:
            return False
        above = [block.text for block in self.post.blocks if block.kind is BlockKind.PARAGRAPH]
        if len(above) > 2 or any(len(text) > _LONGEST_KICKER for text in above):
            return False
        return _in_heading(line, self.post.segment.node) and kind in (BlockKind.PARAGRAPH, BlockKind.KICKER)

    def _block(self, line: Line, number: int, text: str, kind: BlockKind) -> None:
        blocks = self.post.blocks
        if line.continues and blocks and self.post.lines[-2:-1] == [number - 1] and blocks[-1].kind is kind:
            last = blocks[-1]
            blocks[-1] = replaced(last, text=f"{last.text}\n{text}", links=last.links + line.links)
            return
        blocks.append(Block(kind, text, number + 1, line.links))


def _writers(line: Line, text: str) -> tuple[str, ...]:
    """The names in a byline: its links, else the words that look like a name."""
    linked = tuple(link.text for link in line.links if _NAME.fullmatch(link.text))
    if linked:
        return linked
    name = _BY.sub("", text)
    return (name,) if _NAME.fullmatch(name) else ()


def _above_headline(block: Block) -> Block:
    """A short paragraph above the headline is the name of the writer, or a kicker."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    is_name = _NAME.fullmatch(block.text) and not block.text.isupper()
    return replaced(block, kind=BlockKind.BYLINE if is_name else BlockKind.KICKER)


def _in_heading(line: Line, post: Node | None) -> bool:
    node = line.node
    for above in (*line.wrapped, node, *node.ancestors()):
        if above.tag in _HEADINGS:
            return True
        if above is post or above.depth <= node.depth - 3:
            return False
        if above.tag not in ("p", "li", "blockquote") and _TITLED.search(above.names):
            return True
    return False


def _kind(line: Line, post: Node | None, text: str) -> BlockKind:
    kind = line.kind
    if kind is BlockKind.CAPTION:
        return kind
    if _CORRECTION.match(text):
        return BlockKind.CORRECTION
    for node in (*line.wrapped, line.node, *line.node.ancestors()):
        if node is post or (post is None and node.depth < line.node.depth - 4):
            break
        named = _named_kind(node.names, text)
        if named is not None:
            return named
    return kind


def _named_kind(names: str, text: str) -> BlockKind | None:
    """The kind that the class of an element says, where the text can be it."""
    if not names.strip():
        return None
    if _EMBEDDED.search(names):
        return BlockKind.EMBED
    if _BYLINED.search(names) and len(text) <= _LONGEST_BYLINE:
        return BlockKind.BYLINE
    if _CAPTIONED.search(names):
        return BlockKind.CAPTION
    if _CORRECTED.search(names):
        return BlockKind.CORRECTION
    if _KICKERED.search(names) and len(text) <= 60:
        return BlockKind.KICKER
    return None


def _promote_bold(page: Page, post: Post) -> None:
    """Make a first paragraph that is bold from end to end the headline, where no other is printed."""
    if post.headline or len(post.blocks) < 2:
        return
    first = post.blocks[0]
    if first.kind is not BlockKind.PARAGRAPH or len(first.text) > 160 or "\n" in first.text:
        return
    line = page.lines[first.line - 1]
    if any(node.tag in ("strong", "b") for node in line.wrapped):
        post.headline = first.text
        post.blocks = post.blocks[1:]
