"""Compressed files and web archives: each liveblog page in them becomes a source."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import UTC, datetime

import pytest

from generator.config import Given, Limits, Settings
from generator.errors import DocumentError
from generator.reading.containers import unpack
from generator.reading.draft import Source
from generator.reading.reader import read

PAGE = (
    '<html lang="en"><head><title>Lock watch</title></head><body><main class="liveblog">'
    + "".join(
        f'<div class="p"><time>{h}:20</time><p>At {h} the gauge at the upper lock shows {h} palms of water.</p></div>'
        for h in (15, 14, 13)
    )
    + "</main></body></html>"
).encode()
OTHER = b"<html><body><p>About us. We print a paper about locks and canals.</p></body></html>"


def sources(path: str, data: bytes, limits: Limits | None = None) -> list[Source]:
    return list(unpack(path, data, limits or Limits()))


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/").replace("_", ".")), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def warc(*pages: tuple[str, bytes, str], packed: bool = True, kind: str = "text/html; charset=utf-8") -> bytes:
    """A web archive, written out record by record as ISO 28500 says."""
    records = []
    for number, (address, body, when) in enumerate(pages):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:0000000{number}-0000-0000-0000-000000000000>\r\n"
            f"WARC-Target-URI: {address}\r\nWARC-Date: {when}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


def test_a_plain_file_is_its_own_source() -> None:
    (source,) = sources("page.html", PAGE)
    assert (source.path, source.data) == ("page.html", PAGE)


def test_gzip_is_read_under_the_same_path() -> None:
    (source,) = sources("page.html.gz", gzip.compress(PAGE))
    assert (source.path, source.data) == ("page.html.gz", PAGE)


def test_several_gzip_members_are_one_file() -> None:
    (source,) = sources("page.html.gz", gzip.compress(PAGE[:100]) + gzip.compress(PAGE[100:]))
    assert source.data == PAGE


def test_a_gzip_file_cut_short_gives_what_it_holds_and_says_so() -> None:
    packed = gzip.compress(b"".join(b"line %d\n" % (n * 7919) for n in range(20_000)))
    (source,) = sources("page.txt.gz", packed[: len(packed) // 2])
    assert source.data.startswith(b"line 0\n")
    assert source.notes == ("The gzip file is cut short; this is what it still holds.",)


def test_pages_in_a_zip_are_read_and_pictures_are_left_out() -> None:
    found = sources("saved.zip", zipped(a_html=PAGE, img__x_png=b"\x89PNG", b_txt=b"12:30 Words."))
    assert [source.path for source in found] == ["saved.zip!/a.html", "saved.zip!/b.txt"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_in_a_warc_keeps_its_address_and_the_moment_it_was_captured(packed: bool) -> None:
    data = warc(("https://lock.example/live", PAGE, "2024-03-05T16:00:00Z"), packed=packed)
    (source,) = sources("lock.warc.gz" if packed else "lock.warc", data)
    assert (source.url, source.captured) == ("https://lock.example/live", datetime(2024, 3, 5, 16, tzinfo=UTC))
    document = read(source, Given(), Settings())
    assert [entry.printed_time for entry in document.entries] == ["15:20", "14:20", "13:20"]
    assert document.captured == source.captured


def test_other_pages_of_a_web_archive_are_left_out_with_a_note() -> None:
    when = "2024-03-05T16:00:00Z"
    data = warc(("https://lock.example/live", PAGE, when), ("https://lock.example/about", OTHER, when))
    (source,) = sources("lock.warc.gz", data)
    assert source.notes == ("1 other pages of the web archive hold no liveblog and were left out.",)
    assert source.notes[0] in read(source, Given(), Settings()).notes


def test_pictures_in_a_warc_are_no_pages() -> None:
    data = warc(("https://lock.example/x.png", b"\x89PNG", "2024-03-05T16:00:00Z"), kind="image/png")
    with pytest.raises(DocumentError, match="holds no page"):
        sources("lock.warc.gz", data)


def test_a_wacz_is_a_zip_with_web_archives_in_it() -> None:
    inner = warc(("https://lock.example/live", PAGE, "2024-03-05T16:00:00Z"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("archive/data.warc.gz", inner)
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n')
        archive.writestr("datapackage.json", "{}")
    (source,) = sources("lock.wacz", buffer.getvalue())
    assert source.url == "https://lock.example/live"


def test_the_root_page_of_an_mhtml_file_is_read() -> None:
    message = (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://lock.example/live\r\n"
        b"Date: Tue, 5 Mar 2024 16:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
        b"--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + PAGE + b"\r\n"
        b"--B\r\nContent-Type: text/css\r\n\r\nbody {}\r\n--B--\r\n"
    )
    (source,) = sources("lock.mhtml", message)
    assert (source.url, source.captured) == ("https://lock.example/live", datetime(2024, 3, 5, 16, tzinfo=UTC))
    assert len(read(source, Given(), Settings()).entries) == 3


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (gzip.compress(b"\0" * 20_000_000), Limits(), "200 times its size"),
        (
            gzip.compress(bytes(range(256)) * 9_000),
            Limits(document_bytes=1_500_000, expansion=10_000),
            "1,500,000 bytes",
        ),
        (gzip.compress(b"a") * 50, Limits(container_members=20), "more than 20 members"),
        (zipped(a_html=b"\0" * 20_000_000), Limits(), "200 times its size"),
        (zipped(a_html=b"x", b_html=b"y", c_html=b"z"), Limits(container_members=2), "more than 2 members"),
        (zipped(a_html=PAGE)[:60], Limits(), "damaged zip"),
        (b"\x1f\x8b\x08\x00" + b"\xff" * 40, Limits(), "damaged gzip"),
        (b"x" * 2_000, Limits(document_bytes=1_000), "larger than 1,000 bytes"),
    ],
)
def test_bombs_and_damage_are_refused_with_the_name_of_the_file(data: bytes, limits: Limits, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        sources("bad.file", data, limits)
    assert str(caught.value).startswith("bad.file: ")


def test_containers_within_containers_end_somewhere() -> None:
    data = PAGE
    for _ in range(8):
        data = gzip.compress(data)
    with pytest.raises(DocumentError, match="containers within containers"):
        sources("page.html.gz", data)
