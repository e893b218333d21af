"""Writing the index: many small classic scripts under a folder that is named by what they hold.

Two builds have different folders, so a page can never mix the shards of both. The one file with a
fixed name is the root, which names the folder.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from generator.errors import PublishError

PARTIAL: Final = "partial"
IN_ONE_FOLDER: Final = 500


@dataclass(slots=True)
class ShardFolder:
    """Writes shards into a folder without a name yet; :meth:`close` gives it its name."""

    folder: Path
    written: int = 0
    files: int = 0
    _hash: Any = field(default_factory=hashlib.sha256)

    def open(self) -> None:
        """Starts with an empty folder.

        :raises PublishError: if it cannot be written.
        """
        try:
            shutil.rmtree(self.folder, ignore_errors=True)
            (self.folder / PARTIAL).mkdir(parents=True)
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def add(self, name: str, value: object) -> int:
        """Writes one shard that hands ``value`` (JSON) to the page under ``name``; gives its size."""
        return self.add_file(f"{name}.js", f"digestShard({json.dumps(name)},{script_json(value)})\n")

    def add_file(self, name: str, text: str) -> int:
        """Writes one file as it is; gives its size in bytes."""
        data = text.encode("utf-8", "replace")
        self._hash.update(f"{name} {len(data)}\n".encode() + data)
        self._write(self.folder / PARTIAL / name, data)
        return len(data)

    def close(self) -> str:
        """The name of the folder: twelve hexadecimal digits of what all shards hold."""
        name = str(self._hash.hexdigest()[:12])
        (self.folder / PARTIAL).rename(self.folder / name)
        return name

    def add_root(self, script: str) -> int:
        """Writes the one script that pages name; gives its size in bytes."""
        data = script.encode("utf-8", "replace")
        self._write(self.folder / "root.js", data)
        return len(data)

    def _write(self, path: Path, data: bytes) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise _unwritable(path, error) from error
        self.written += len(data)
        self.files += 1


def script_json(value: object) -> str:
    """JSON that stays inside any script: no line separators, no end of a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return (
        text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("</", "<\\/").replace("<!", "<\\u0021")
    )


def numbered(letter: str, number: int) -> str:
    """The name of a shard of a series; no folder holds too many."""
    return f"{letter}{number // IN_ONE_FOLDER}/{number}"


class Line(Protocol):
    """What stands on one line of a shard, and about how many characters it takes."""

    @property
    def key(self) -> str: ...
    @property
    def size(self) -> int: ...


SomeLine = TypeVar("SomeLine", bound=Line)


def batches(lines: Iterable[SomeLine], size: int) -> Iterator[tuple[list[SomeLine], str]]:
    """Sorted lines in batches of about ``size`` characters that never part one key.

    With each batch comes the text from which on keys belong to it: the shortest that tells its
    first key from the last of the batch before.
    """
    batch: list[SomeLine] = []
    held, last, first = 0, "", ""
    for line in lines:
        if batch and held + line.size > size and line.key != last:
            yield batch, first
            batch, held, first = [], 0, _shortest(line.key, last)
        batch.append(line)
        held += line.size
        last = line.key
    if batch:
        yield batch, first


def _shortest(key: str, before: str) -> str:
    shared = next((at for at, (a, b) in enumerate(zip(key, before, strict=False)) if a != b), len(before))
    return key[: shared + 1]


def _unwritable(path: Path, error: OSError) -> PublishError:
    return PublishError(
        f"the search index cannot be written: {error.strerror}", path=str(path), hint="make the folder writable"
    )
