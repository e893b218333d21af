"""How well linking does on stories it has not learned from: ``python -m benchmarks.linking.evaluate``.

Everything goes through the steps of ``digest link``, rules and grouping included, with weights learned
without the stories in question: four folds by story (ECB+ by topic, liveblogs by event), then whole
kinds of collections left out of learning. Prints one table, and how far scores can be trusted.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterable, Mapping

from benchmarks.linking.collections import Collection, collections, topic_of
from benchmarks.linking.readings import links
from benchmarks.linking.train import weights_without
from benchmarks.linking.trials import Tally, archives, tally, trials
from generator.linking.scoring import Weights

FOLDS = 4
KINDS = {"leads": "leads, dated", "documents": "documents", "liveblogs": "liveblogs"}

Trainer = Callable[[Mapping[str, Collection], frozenset[str]], Weights]
Table = dict[str, list[Tally]]


def stories_of_fold(known: Mapping[str, Collection], fold: int) -> frozenset[str]:
    """The stories held out in ``fold``; stories of one topic together."""
    stories = {story for part in known.values() for story in part.story.values()}
    return frozenset(story for story in stories if zlib.crc32(f"held {topic_of(story)}".encode()) % FOLDS == fold)


def cross_validated(known: Mapping[str, Collection], train: Trainer = weights_without) -> Table:
    """For each kind of trial one tally for each fold."""
    table: Table = {}
    for fold in range(FOLDS):
        held = stories_of_fold(known, fold)
        tried(table, fold, known, held, train(known, held))
    return table


def tried(table: Table, fold: int, known: Mapping[str, Collection], held: frozenset[str], weights: Weights) -> None:
    """Add to ``table`` what ``weights`` are worth on the stories ``held``."""
    for trial in trials(known, held):
        rows = table.setdefault(trial.name, [])
        while len(rows) <= fold:
            rows.append(Tally())
        rows[fold] += tally(trial, links(trial.archive.entries, weights))


def left_out(known: Mapping[str, Collection], train: Trainer = weights_without) -> Table:
    """For each kind of collection: learned from the other two alone."""
    table: Table = {}
    for kind, name in KINDS.items():
        held = frozenset(known[name].story.values())
        weights = train(known, held)
        for trial in archives(known, held):
            if trial.unseen and kind in trial.name:
                table.setdefault(trial.name, [Tally()])[0] += tally(trial, links(trial.archive.entries, weights))
    return table


def lines_of(table: Table) -> Iterable[str]:
    """One line for each kind of trial: over all folds, and the least and most F1 of one."""
    for name, folds in table.items():
        whole = Tally()
        for fold in folds:
            whole += fold
        if name.startswith("few, unrelated"):
            yield f"{name:34} {whole.found:4d} false links in {whole.archives} folders"
            continue
        spread = [fold.f1 for fold in folds if fold.archives]
        yield (
            f"{name:34} P {whole.precision:.3f} R {whole.recall:.3f} F1 {whole.f1:.3f} "
            f"({min(spread):.2f}–{max(spread):.2f}) B3 {whole.b_cubed:.3f}"
        )


def reliability(table: Table) -> Iterable[str]:
    """Links by score: how many were right; each kind of trial but the smallest counts."""
    scores = [
        each for name, folds in table.items() if not name.startswith("few") for fold in folds for each in fold.scores
    ]
    error = 0.0
    for low in (at / 10 for at in range(10)):
        inside = [(score, right) for score, right in scores if low <= score < low + 0.1 or (low == 0.9 and score == 1)]
        if inside:
            said, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            error += abs(said - right) * len(inside) / len(scores)
            yield f"  from {low:.1f}  {len(inside):6d} links  said {said:.2f}  right {right:.2f}"
    yield f"  expected calibration error {error:.3f}"


def main() -> None:
    known = collections()
    table = cross_validated(known)
    print("Stories not learned from (least and most F1 of four folds)", *lines_of(table), sep="\n  ", flush=True)
    print("Reliability of scores", *reliability(table), sep="\n", flush=True)
    if "--quick" not in sys.argv:
        print("Kind left out of learning altogether", *lines_of(left_out(known)), sep="\n  ", flush=True)


if __name__ == "__main__":
    main()
