"""One saved file → the pages in it: plain, gzip, zip, or a web archive.

Limits hold for what comes out, not for what goes in: a file of kilobytes may unpack to
terabytes, so every member is read through a counter that stops.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.config import Limits
from generator.errors import DocumentError
from generator.reading.draft import Source
from generator.reading.own_entries import is_own_entries, parts
from generator.reading.webarchives import is_mhtml, is_warc, only_live, read_mhtml, read_warc

_CHUNK = 1 << 20
_FED = 1 << 14
_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PAGES = (
    ".html",
    ".htm",
    ".xhtml",
    ".txt",
    ".md",
    ".xml",
    ".rss",
    ".atom",
    ".csv",
    ".tsv",
    ".json",
    ".jsonl",
    ".ndjson",
)
_ARCHIVES = (".gz", ".warc", ".mhtml", ".mht")
_NESTING = 3


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked from one file."""

    path: str
    limits: Limits
    members: int = 0
    total: int = 0

    def member(self) -> None:
        self.members += 1
        if self.members > self.limits.container_members:
            raise DocumentError(
                f"holds more than {self.limits.container_members:,} members",
                path=self.path,
                hint="split it, or raise limits.container_members",
            )

    def spend(self, packed: int, unpacked: int, added: int) -> None:
        """Count ``added`` bytes; ``unpacked`` so far came out of ``packed``."""
        self.total += added
        if unpacked > self.limits.document_bytes:
            raise DocumentError(
                f"unpacks to more than {self.limits.document_bytes:,} bytes",
                path=self.path,
                hint="raise limits.document_bytes if it is meant to be so large",
            )
        if self.total > self.limits.container_bytes:
            raise DocumentError(
                f"its members unpack to more than {self.limits.container_bytes:,} bytes",
                path=self.path,
                hint="split it, or raise limits.container_bytes",
            )
        if unpacked > _CHUNK and unpacked > self.limits.expansion * max(packed, 1):
            raise DocumentError(
                f"unpacks to more than {self.limits.expansion} times its size",
                path=self.path,
                hint="this looks like a decompression bomb; raise limits.expansion if it is not",
            )


def unpack(path: str, data: bytes, limits: Limits) -> Iterator[Source]:
    """The pages in the file at ``path``, in the order they stand there.

    A plain file gives itself. Members of a container have the path ``file.zip!/member``; those of
    web archives carry their address and capture time. What is no page (images, scripts) is left
    out.

    :raises DocumentError: if the file or a member is over a limit, damaged, or holds no page.
    """
    digest = hashlib.sha256(data).hexdigest()
    found = False
    for source in _members(Source(path=path, data=data, sha256=digest), _Budget(path, limits), 0):
        found = True
        yield source
    if not found:
        raise DocumentError(
            "holds no page that could be read", path=path, hint="expected HTML, text, a feed or a table"
        )


def _members(source: Source, budget: _Budget, depth: int) -> Iterator[Source]:
    data = source.data
    if depth > _NESTING:
        raise DocumentError(f"containers within containers, more than {_NESTING} deep", path=source.path)
    if data.startswith(_GZIP):
        yield from _gzip(source, budget, depth)
    elif data.startswith(_ZIP):
        yield from _zip(source, budget, depth)
    elif is_warc(data):
        yield from only_live(read_warc(source, budget.limits))
    elif is_mhtml(data):
        yield from read_mhtml(source)
    elif len(data) > budget.limits.document_bytes:
        raise DocumentError(
            f"is larger than {budget.limits.document_bytes:,} bytes",
            path=source.path,
            hint="split it, or raise limits.document_bytes",
        )
    elif is_own_entries(source):
        yield from parts(source)
    else:
        yield source


def _gzip(source: Source, budget: _Budget, depth: int) -> Iterator[Source]:
    if is_warc(source.data):
        yield from only_live(read_warc(source, budget.limits))
        return
    data, whole = _gunzip(source, budget)
    notes = source.notes if whole else (*source.notes, "The gzip file is cut short; this is what it still holds.")
    yield from _members(Source(path=source.path, data=data, sha256=source.sha256, notes=notes), budget, depth + 1)


def _gunzip(source: Source, budget: _Budget) -> tuple[bytes, bool]:
    """All members of a gzip file, one after another (RFC 1952, 2.2), and whether the last is whole."""
    out, unpacked, at = [], 0, 0
    data = memoryview(source.data)
    while source.data[at : at + 2] == _GZIP:
        budget.member()
        inflate = zlib.decompressobj(wbits=31)
        while not inflate.eof and at < len(data):
            taken = bytes(data[at : at + _FED])
            try:
                piece = inflate.decompress(taken, _CHUNK)
            except zlib.error as error:
                raise DocumentError("is damaged gzip", path=source.path, hint="save it again") from error
            at += len(taken) - len(inflate.unconsumed_tail) - len(inflate.unused_data)
            unpacked += len(piece)
            budget.spend(len(data), unpacked, len(piece))
            out.append(piece)
        if not inflate.eof:
            return b"".join(out), False
    return b"".join(out), True


def _zip(source: Source, budget: _Budget, depth: int) -> Iterator[Source]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DocumentError("is a damaged zip", path=source.path, hint="save it again") from error
    with archive:
        for member in archive.infolist():
            budget.member()
            if member.is_dir() or not _wanted(member.filename):
                continue
            data = _read_member(archive, member, source.path, budget)
            name = f"{source.path}!/{member.filename}"
            inner = Source(path=name, data=data, sha256=hashlib.sha256(data).hexdigest())
            yield from _members(inner, budget, depth + 1)


def _wanted(name: str) -> bool:
    lower = name.lower()
    hidden = lower.rsplit("/", 1)[-1].startswith(".") or lower.startswith("__macosx/")
    indexes = lower in ("datapackage.json", "datapackage-digest.json") or lower.startswith(("pages/", "indexes/"))
    return lower.endswith(_PAGES + _ARCHIVES) and not hidden and not indexes


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str, budget: _Budget) -> bytes:
    out, unpacked = [], 0
    try:
        with archive.open(member) as stream:
            while piece := stream.read(_CHUNK):
                unpacked += len(piece)
                budget.spend(member.compress_size, unpacked, len(piece))
                out.append(piece)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise DocumentError(
            f"its member {member.filename!r} is damaged or locked", path=path, hint="save it again, without a password"
        ) from error
    return b"".join(out)
