"""How well linking does on stories it has not learned from: ``python -m benchmarks.linking.evaluate``.

Prints, for every collection: pairs and stories by cross-validation with the spread over folds, what
remains when the collection (and its relatives) is left out of learning altogether, and how far scores
can be trusted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.linking.collections import collections
from benchmarks.linking.train import Prepared, Steps, calibrations, cross_validated, prepare
from generator.linking.arrays import Floats
from generator.linking.grouping import held_together
from generator.linking.scoring import Curve, chance

RELATIVES = {
    "leads": ("leads, dated", "leads, undated"),
    "documents": ("documents", "documents, three each"),
    "liveblogs": ("liveblogs",),
}


@dataclass(frozen=True)
class Result:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


def curves(parts: Sequence[Prepared], steps: Steps) -> tuple[Curve, Curve]:
    """The calibrations that training would write, from what these folds had not seen."""
    one, two = (
        Curve(tuple(at for at, _ in points), tuple(gives for _, gives in points))
        for points in calibrations(parts, steps)
    )
    return one, two


def chances_of(part: Prepared, steps: Steps, timed: Curve, untimed: Curve) -> Floats:
    return chance(np.where(part.is_timed, timed(steps.alone[part.name]), untimed(steps.again[part.name])))


def links_of(part: Prepared, chances: Floats) -> dict[tuple[int, int], float]:
    return held_together(zip(part.pairs.a.tolist(), part.pairs.b.tolist(), chances.tolist(), strict=True))


def result(part: Prepared, links: Mapping[tuple[int, int], float], fold: int | None = None) -> Result:
    """Over all pairs, or over those whose first entry is of the stories of ``fold``."""
    ids = [entry.id for entry in part.collection.entries]
    of = {entry: number for number, entry in enumerate(ids)}
    mine = [pair for pair in links if fold is None or part.fold[pair[0]] == fold]
    wanted = [pair for pair in part.collection.linked if fold is None or part.fold[of[min(pair)]] == fold]
    hit = sum(frozenset((ids[a], ids[b])) in part.collection.linked for a, b in mine)
    return Result(hit / max(len(mine), 1), hit / max(len(wanted), 1))


def b_cubed(part: Prepared, links: Mapping[tuple[int, int], float]) -> float:
    """B-cubed F1 (Bagga & Baldwin 1998) of the stories; only for collections whose labels are stories."""
    found: dict[int, set[int]] = {}
    for a, b in links:
        found.setdefault(a, {a}).add(b)
        found.setdefault(b, {b}).add(a)
    story = [part.collection.story[entry.id] for entry in part.collection.entries]
    size = {name: story.count(name) for name in set(story)}
    precision = recall = 0.0
    for entry in range(part.size):
        group = found.get(entry, {entry})
        same = sum(story[other] == story[entry] for other in group)
        precision += same / len(group) / part.size
        recall += same / size[story[entry]] / part.size
    return Result(precision, recall).f1


def reliability(parts: Sequence[Prepared], links: Mapping[str, Mapping[tuple[int, int], float]]) -> list[str]:
    said, right = [], []
    for part in parts:
        ids = [entry.id for entry in part.collection.entries]
        for (a, b), score in links[part.name].items():
            said.append(score)
            right.append(frozenset((ids[a], ids[b])) in part.collection.linked)
    scores, hits = np.array(said), np.array(right)
    lines, error = [], 0.0
    for low in np.arange(0.2, 1.0, 0.1):
        inside = (scores >= low) & (scores < low + 0.1 + (low > 0.85))
        if inside.any():
            gap = abs(scores[inside].mean() - hits[inside].mean())
            error += gap * inside.mean()
            said_here, right_here = scores[inside].mean(), hits[inside].mean()
            lines.append(f"  from {low:.1f}  {inside.sum():6d} links  said {said_here:.2f}  right {right_here:.2f}")
    return [*lines, f"  expected calibration error {error:.3f}"]


def main() -> None:
    parts = [prepare(collection) for collection in collections().values()]
    steps = cross_validated(parts, parts)
    timed, untimed = curves(parts, steps)
    print("Cross-validated by story (spread: least and most F1 of four folds)")
    links = {}
    for part in parts:
        chances = chances_of(part, steps, timed, untimed)
        links[part.name] = links_of(part, chances)
        folds = [result(part, links[part.name], fold).f1 for fold in range(4)]
        stories = "" if part.name == "liveblogs" else f"  B3 {b_cubed(part, links[part.name]):.3f}"
        print(
            f"  {part.name:24} {result(part, links[part.name])}  ({min(folds):.2f}–{max(folds):.2f}){stories}",
            flush=True,
        )
    print("Reliability of scores")
    print("\n".join(reliability(parts, links)), flush=True)
    print("Left out of learning altogether")
    for name, left in RELATIVES.items():
        learn = [part for part in parts if part.name not in left]
        held = [part for part in parts if part.name in left]
        trial = cross_validated(learn, parts)
        timed, untimed = curves(learn, trial)
        for part in held:
            chances = chances_of(part, trial, timed, untimed)
            print(f"  {name:10} {part.name:24} {result(part, links_of(part, chances))}", flush=True)


if __name__ == "__main__":
    main()
