"""What machines are told of each post, from every syntax a page uses, laid beside the posts it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.reading.html.alignment import PageIndex, lines_of, match
from generator.reading.html.jsonld import live_updates
from generator.reading.html.microdata import microdata_of, unshown_updates
from generator.reading.html.page import Page
from generator.reading.html.posts import Post
from generator.reading.html.state import state_updates
from generator.reading.html.updates import Update


class Listing:
    """The updates of one syntax, and where on the page their words stand."""

    def __init__(self, updates: Sequence[Update], index: PageIndex) -> None:
        self.updates = tuple(updates)
        self.votes = [lines_of(update, index) for update in self.updates]
        self._named = [index.named(update) for update in self.updates]

    def matched(self, posts: Sequence[Post]) -> dict[int, Update]:
        """The update of each post that has one, by the number of the post."""
        return {post: self.updates[number] for number, post in self._pairs(posts).items()}

    def unseen(self, posts: Sequence[Post]) -> tuple[Update, ...]:
        """Updates with words that no post of the page shows."""
        pairs = self._pairs(posts)
        rest = (update for number, update in enumerate(self.updates) if number not in pairs)
        return tuple(update for update in rest if update.text or update.headline)

    def unseen_if_live(self, posts: Sequence[Post]) -> tuple[Update, ...]:
        """As :meth:`unseen`, but nothing if no post shown is listed: then the list is of something else."""
        return self.unseen(posts) if not posts or self._pairs(posts) else ()

    def _pairs(self, posts: Sequence[Post]) -> dict[int, int]:
        starts = {post.segment.node.index: n for n, post in enumerate(posts) if post.segment.node is not None}
        known = [
            next((starts[above.index] for above in (node, *node.ancestors()) if above.index in starts), None)
            if node is not None
            else None
            for node in self._named
        ]
        return match(self.votes, [(post.segment.start, post.segment.stop) for post in posts], known)


class Listings:
    """All lists of updates on a page: in JSON-LD, in its embedded data, and in microdata apart from the posts."""

    def __init__(self, page: Page, linked_data: tuple[Any, ...]) -> None:
        self.page, self.index = page, PageIndex(page)
        self.listed = Listing(live_updates(linked_data), self.index)
        self.state = Listing(state_updates(page.scripts), self.index)
        self.apart = Listing(unshown_updates(page), self.index)

    @property
    def main(self) -> Listing:
        """The list that posts of the page are looked for by."""
        return self.listed if self.listed.updates else self.state

    def told(self, posts: Sequence[Post]) -> Told:
        """What machines are told of these posts."""
        microdata = self.apart.matched(posts) | microdata_of(self.page, posts)
        return Told(self.listed.matched(posts), self.state.matched(posts), microdata)

    def unseen(self, posts: Sequence[Post]) -> tuple[Update, ...]:
        """Updates that none of these posts shows."""
        return self.listed.unseen(posts) if self.listed.updates else self.state.unseen_if_live(posts)


@dataclass(frozen=True, slots=True)
class Told:
    """Updates by the number of their post, for each syntax; JSON-LD is the first word on a post."""

    listed: Mapping[int, Update]
    state: Mapping[int, Update]
    microdata: Mapping[int, Update]

    def of(self, post: int) -> Iterator[Update]:
        """What each syntax says of this post."""
        for updates in (self.listed, self.microdata, self.state):
            if post in updates:
                yield updates[post]

    def first(self, post: int) -> Update | None:
        """The first word on this post."""
        return next(self.of(post), None)

    def main(self) -> Mapping[int, Update]:
        """The updates of the syntax that tells of most posts."""
        return max((self.listed, self.microdata, self.state), key=len)
