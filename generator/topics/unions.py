"""Things that turn out to be one: a union–find whose results do not depend on the order of joining."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Unions:
    """Sets of strings, joined two by two; ``root`` is the smallest string of a set."""

    _parent: dict[str, str] = field(default_factory=dict)

    def root(self, member: str) -> str:
        """The representative of the set ``member`` is in."""
        path = []
        while (parent := self._parent.get(member, member)) != member:
            path.append(member)
            member = parent
        for passed in path:
            self._parent[passed] = member
        return member

    def join(self, one: str, other: str) -> None:
        """Make the sets of ``one`` and ``other`` one set."""
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self._parent[second] = first

    def groups(self, members: Iterable[str]) -> list[tuple[str, ...]]:
        """``members`` by set; sets and what is in them are sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for member in sorted(set(members)):
            found[self.root(member)].append(member)
        return [tuple(group) for _, group in sorted(found.items())]
