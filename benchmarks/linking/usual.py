"""Which words are usual in news whatever its subject: ``python -m benchmarks.linking.usual`` writes
``generator/linking/usual.txt``.

A word counts once for each story, by the share of the story's entries that have it; names and figures
are left out, and so are words that fewer than ``FEWEST`` stories have.
"""

from __future__ import annotations

import math
from collections import defaultdict

from benchmarks.linking.collections import ROOT, collections, topic_of
from generator.linking.index import build_index

TARGET = ROOT / "generator" / "linking" / "usual.txt"
FEWEST = 8


def shares() -> dict[str, float]:
    """The share of entries that have each usual word, every story counting alike."""
    known = collections()
    stories: dict[str, set[str]] = defaultdict(set)
    told: dict[str, float] = defaultdict(float)
    total = 0
    for name in ("leads, dated", "documents", "liveblogs"):
        part = known[name]
        index = build_index(part.entries)
        plain = {word for word, is_name in zip(index.vocabulary, index.is_name, strict=True) if not is_name}
        size: dict[str, int] = defaultdict(int)
        for story in part.story.values():
            size[topic_of(story)] += 1
        total += len(size)
        for number, entry in enumerate(part.entries):
            story = topic_of(part.story[entry.id])
            for word in plain.intersection(index.vocabulary[term] for term in index.words.row(number)):
                if word.isalpha():
                    stories[word].add(story)
                    told[word] += 1 / size[story]
    return {word: told[word] / total for word in told if len(stories[word]) >= FEWEST}


def main() -> None:
    by_rarity: dict[int, list[str]] = defaultdict(list)
    for word, share in shares().items():
        by_rarity[round(2 * math.log(1 / share))].append(word)
    lines = [f"{rarity / 2:.1f} {' '.join(sorted(words))}" for rarity, words in sorted(by_rarity.items())]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{TARGET}: {sum(map(len, by_rarity.values()))} words, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
