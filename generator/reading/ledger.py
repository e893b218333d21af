"""The promise that nothing is lost: every line that is not blank stands in exactly one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.errors import DocumentError
from generator.model import Block, Document, SetAside

LEFT_OVER = "stands outside every entry"


def leftover(lines: Sequence[str], taken: Iterable[int]) -> tuple[int, ...]:
    """Numbers of the lines that are not blank and not in ``taken``."""
    known = set(taken)
    return tuple(number for number, line in enumerate(lines, 1) if line.strip() and number not in known)


def completed(lines: Sequence[str], taken: Iterable[int], set_aside: Sequence[SetAside]) -> tuple[SetAside, ...]:
    """``set_aside`` with every line that nothing else accounts for set aside as well, in order of lines."""
    known = set(taken) | {number for part in set_aside for number in part.lines}
    lost = leftover(lines, known)
    parts = [*set_aside, *(SetAside(run, LEFT_OVER) for run in _runs(lost))]
    return tuple(sorted((part for part in parts if part.lines), key=lambda part: part.lines))


def check(document: Document) -> None:
    """Make sure that no line is lost or in two places, and every block verbatim at its line.

    Entries may share a line only where a page prints several entries on it.

    :raises DocumentError: naming the first line that breaks the promise.
    """
    for line, why in problems(document):
        raise DocumentError(why, path=document.path, line=line, hint="this is a fault of the program: please report it")


def problems(document: Document) -> Iterator[tuple[int, str]]:
    """Every line that breaks the promise, and how."""
    in_entries = {number for entry in document.entries for number in entry.lines}
    elsewhere = [*document.key_points, *(n for part in document.set_aside for n in part.lines)]
    seen = set(in_entries)
    for number in elsewhere:
        if number in seen:
            yield number, "is in two places"
        seen.add(number)
    for number in leftover(document.lines, seen):
        yield number, "is lost: in no entry, no key point and not set aside"
    yield from ((number, "does not exist or is blank") for number in sorted(seen) if not _stands(document, number))
    yield from _unfaithful(document)


def _stands(document: Document, number: int) -> bool:
    return 1 <= number <= len(document.lines) and bool(document.lines[number - 1].strip())


def _unfaithful(document: Document) -> Iterator[tuple[int, str]]:
    squeezed: dict[int, str] = {}
    reached: dict[int, int] = {}
    for entry in document.entries:
        for block in entry.blocks:
            if not _stands(document, block.line) or not _verbatim(document.lines, block, squeezed, reached):
                yield block.line, f"does not hold the words of its {block.kind}: {block.text[:40]!r}"


def _verbatim(lines: Sequence[str], block: Block, squeezed: dict[int, str], reached: dict[int, int]) -> bool:
    """Whether the words of ``block`` stand from its line on.

    Blocks of one line come in its order: ``reached`` says how far each line has been read, so that
    a line with many of them is read once.
    """
    wanted = "".join(block.text.split())
    if block.line not in squeezed:
        squeezed[block.line] = "".join(lines[block.line - 1].split())
    found = squeezed[block.line]
    place = found.find(wanted, reached.get(block.line, 0))
    if place >= 0:
        reached[block.line] = place + len(wanted)
        return True
    own = len(found)
    for line in lines[block.line :]:
        if wanted in found or len(found) > len(wanted) + own:
            break
        found += "".join(line.split())
    return wanted in found


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    run: list[int] = []
    for number in numbers:
        if run and number > run[-1] + 2:
            yield tuple(run)
            run = []
        run.append(number)
    if run:
        yield tuple(run)
