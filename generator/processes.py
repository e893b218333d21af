"""Work shared among several processes: the same results in the same order, whatever their number."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

from generator.errors import PublishError

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def usable() -> int:
    """How many processes this one may have running at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[Piece], Result], pieces: Sequence[Piece], processes: int) -> Iterator[Result]:
    """The result of ``work`` on each piece, in order; in this process where one is enough.

    ``work`` and pieces must be picklable. What ``work`` raises is raised here, and no further piece is begun.

    :raises PublishError: if a process is killed from outside.
    """
    if processes < 2 or len(pieces) < 2:
        yield from map(work, pieces)
        return
    # Started anew rather than forked: a fork copies locks that other threads may hold, and is not to be had everywhere.
    with ProcessPoolExecutor(min(processes, len(pieces)), get_context("spawn"), _begin) as executor:
        try:
            yield from executor.map(work, pieces)
        except BrokenProcessPool as error:
            raise PublishError(
                "a process that helped to build was killed",
                hint="memory may have run out: build with --processes 1, or on a larger machine",
            ) from error
        finally:
            executor.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """An interrupt is for the process that was started by a person; when that one is gone, so are its helpers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
