"""Web archives → the pages in them: WARC (ISO 28500), and MHTML (RFC 2557).

A page of an archive keeps its address and the moment it was captured. What is no page (images,
scripts, redirects, errors) is left out.
"""

from __future__ import annotations

import email
import email.message
import email.policy
import hashlib
import io
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from generator.config import Limits
from generator.errors import DocumentError
from generator.reading.draft import Source

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "application/rss+xml", "application/atom+xml")
_MHTML = re.compile(
    rb"\A(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,60}?content-type:\s*multipart/related", re.I
)
_LIVE_MARKS = (b"LiveBlogPosting", b"liveBlogUpdate", b"live-blog", b"liveblog", b"liveticker", b"amp-live-list")
_TIMES = re.compile(rb"<time[\s>]|>[^<>]{0,20}\b[0-2]?\d[:.h][0-5]\d\b[^<>]{0,20}<")
_FEWEST_TIMES = 6
_FRAME = re.compile(rb"""<iframe\b([^<>]{0,2000}?)\ssrc="cid:([^"<>]{1,300})\"""", re.I)
_FIRST_BYTES = 16_384
_CHUNK = 1 << 20


def is_warc(data: bytes) -> bool:
    """Whether ``data`` is a web archive, packed with gzip or not."""
    opening = data[:_FIRST_BYTES]
    if opening.startswith(b"\x1f\x8b"):
        try:
            opening = zlib.decompressobj(wbits=31).decompress(opening, 16)
        except zlib.error:
            return False
    return opening.startswith(b"WARC/")


def is_mhtml(data: bytes) -> bool:
    """Whether ``data`` is a page saved as one MIME message."""
    opening = data[:_FIRST_BYTES]
    return b":" in opening[:80] and b"multipart/related" in opening.lower() and bool(_MHTML.match(opening))


def read_warc(source: Source, limits: Limits) -> Iterator[Source]:
    """The pages of a web archive, in the order they were captured there.

    :raises DocumentError: if it is damaged or over a limit.
    """
    total, count = 0, 0
    try:
        for record in ArchiveIterator(io.BytesIO(source.data)):
            count += 1
            if count > limits.container_members * 10:
                raise DocumentError("holds too many records", path=source.path, hint="split the web archive")
            if not _is_page(record):
                continue
            data = _content(record, source.path, limits)
            total += len(data)
            if total > limits.container_bytes:
                raise DocumentError(
                    f"its pages unpack to more than {limits.container_bytes:,} bytes",
                    path=source.path,
                    hint="split it, or raise limits.container_bytes",
                )
            yield _page(record, data, source.path)
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, OSError) as error:
        raise DocumentError("is a damaged web archive", path=source.path, hint="save it again") from error


def only_live(pages: Iterator[Source]) -> Iterator[Source]:
    """The pages that look like liveblogs; all of them if none does. The last says how many were left out."""
    live: list[Source] = []
    others: list[Source] = []
    for page in pages:
        (live if looks_live(page.data) else others).append(page)
    if live and others:
        note = f"{len(others)} other pages of the web archive hold no liveblog and were left out."
        live[-1] = replace(live[-1], notes=(*live[-1].notes, note))
    yield from live or others


def looks_live(data: bytes) -> bool:
    """Whether a page says it is a liveblog, or shows as many times as one."""
    return any(mark in data for mark in _LIVE_MARKS) or len(_TIMES.findall(data)) >= _FEWEST_TIMES


def _is_page(record: Any) -> bool:
    kind = str(record.content_type or "")
    if record.rec_type == "response":
        if record.http_headers is None or record.http_headers.get_statuscode() != "200":
            return False
        kind = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type != "resource":
        return False
    return kind.split(";")[0].strip().lower() in _PAGE_TYPES


def _content(record: Any, path: str, limits: Limits) -> bytes:
    out, size = [], 0
    stream = record.content_stream()
    while piece := stream.read(_CHUNK):
        size += len(piece)
        if size > limits.document_bytes:
            raise DocumentError(
                f"a page in it unpacks to more than {limits.document_bytes:,} bytes",
                path=path,
                hint="raise limits.document_bytes if it is meant to be so large",
            )
        out.append(piece)
    return b"".join(out)


def _page(record: Any, data: bytes, path: str) -> Source:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    stamp = record.rec_headers.get_header("WARC-Date") or ""
    kind = record.http_headers.get_header("Content-Type") if record.http_headers else record.content_type
    when = re.sub(r"\D", "", stamp)[:14]
    return Source(
        path=f"{path}!/{when}/{address}",
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        url=address.strip("<>") or None,
        captured=_moment(stamp),
        media_type=kind,
    )


def _moment(stamp: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def read_mhtml(source: Source) -> Iterator[Source]:
    """The root page of an MHTML file (RFC 2557): the part that ``start`` names, else the first HTML part.

    :raises DocumentError: if it holds no HTML.
    """
    message = email.message_from_bytes(source.data, policy=email.policy.compat32)
    start = str(message.get_param("start") or "").strip("<> ")
    parts = [part for part in message.walk() if part.get_content_type() in _PAGE_TYPES]
    root = next((part for part in parts if start and str(part.get("Content-ID", "")).strip("<> ") == start), None)
    root = root or next(iter(parts), None)
    payload = root.get_payload(decode=True) if root is not None else None
    if root is None or not isinstance(payload, bytes):
        raise DocumentError("holds no HTML page", path=source.path, hint="save the page again")
    payload = _with_frames(payload, [part for part in parts if part is not root])
    address = message.get("Snapshot-Content-Location") or root.get("Content-Location")
    charset = root.get_content_charset()
    yield Source(
        path=source.path,
        data=payload,
        sha256=source.sha256,
        url=str(address).strip() if address else None,
        captured=_sent(message),
        media_type=f"text/html; charset={charset}" if charset else "text/html",
    )


def _with_frames(page: bytes, parts: Sequence[email.message.Message]) -> bytes:
    """The page with its frames, which are parts of their own, in ``srcdoc`` as other savers keep them."""
    frames = {str(part.get("Content-ID", "")).strip("<> ").encode(): part for part in parts}

    def kept(frame: re.Match[bytes]) -> bytes:
        part = frames.pop(frame[2], None)
        inner = part.get_payload(decode=True) if part is not None else None
        if not isinstance(inner, bytes):
            return frame[0]
        escaped = inner.replace(b"&", b"&amp;").replace(b'"', b"&quot;")
        return b"<iframe" + frame[1] + b' srcdoc="' + escaped + b'"'

    return _FRAME.sub(kept, page) if frames else page


def _sent(message: email.message.Message) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(message.get("Date")))
    except (TypeError, ValueError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
