"""Pairs that share only what their whole page says: items of a list of results, posts of one running subject.

All items of a list are worded alike, and all posts of a page share its subject. Two of them report one
happening only if they have something in common that the others have not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.arrays import Flags, Ints, changes
from generator.linking.candidates import Pairs
from generator.linking.index import Index
from generator.linking.shared import shared_terms

MANY, SEVERAL = 5, 3
"""What so many posts of a page say tells none of them from the others; of everyday words fewer do."""

RARE_ANYWHERE = 6.0
"""Words less rare in news of any kind are everyday words."""


@dataclass(frozen=True, slots=True)
class Pages:
    """How many posts of each page have each term; ``keys`` are pages and terms in one number, ascending."""

    index: Index
    page: Ints
    keys: Ints
    posts: Ints

    @classmethod
    def of(cls, index: Index, page: Ints) -> Pages:
        """``page`` is the number of the page that each entry stands on. Pages of few posts are left out."""
        table = index.words
        large = np.bincount(page)[page] >= MANY
        rows = table.rows
        kept = large[rows]
        keys = np.sort(page[rows[kept]] * len(table.rarity) + table.terms[kept])
        firsts = np.flatnonzero(changes(keys)) if len(keys) else np.zeros(0, dtype=np.int64)
        return cls(index, page, keys[firsts], np.diff(np.append(firsts, len(keys))))

    def share_commonplaces(self, pairs: Pairs) -> Flags:
        """Whether all that both entries of a pair say is said all over their page, or in news of any kind.

        Entries of two pages must have no name in common besides, and an everyday word is something if
        few on either page use it: a page may be about one happening as a whole.
        """
        words = shared_terms(self.index.words, pairs)
        owner, terms = words.pairs, words.terms
        a, b = self.page[pairs.a[owner]], self.page[pairs.b[owner]]
        posts = np.minimum(self._posts(a, terms), self._posts(b, terms))
        rare = self.index.usual[terms] >= RARE_ANYWHERE
        telling = (posts < MANY) & (rare | ((a != b) & (posts < SEVERAL))) | ((a != b) & self.index.is_name[terms])
        found: Flags = np.bincount(owner[telling], minlength=len(pairs)) == 0
        return found

    def _posts(self, pages: Ints, terms: Ints) -> Ints:
        if not len(self.keys):
            return np.zeros(len(terms), dtype=np.int64)
        keys = pages * len(self.index.words.rarity) + terms
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        found: Ints = np.where(self.keys[at] == keys, self.posts[at], 0)
        return found
