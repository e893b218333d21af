"""A web server on this machine that compresses as real ones do, and takes its time."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HEAD_BYTES = 150
_TYPES = {".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".css": "text/css"}


@dataclass(slots=True)
class Server:
    """``root`` is its address; it counts the bytes it sends, of heads (about 150 each) and bodies."""

    root: str = ""
    sent: int = 0

    def kilobytes(self) -> float:
        """What was sent since the last call, in kB."""
        amount, self.sent = self.sent, 0
        return amount / 1000


@contextmanager
def serving(folder: Path, delay: float, *, compressing: bool) -> Iterator[Server]:
    """Serves ``folder``; every request waits ``delay`` seconds."""
    counted = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or every answer waits 40 ms for an acknowledgement

        def do_GET(self) -> None:
            time.sleep(delay)
            path = folder / self.path.split("?")[0].lstrip("/")
            data = _content(path, compressing) if path.is_file() else b""
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", _TYPES.get(path.suffix, "application/octet-stream"))
            if compressing and path.suffix in _TYPES:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
            counted.sent += len(data) + HEAD_BYTES

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        counted.root = f"http://127.0.0.1:{server.server_port}"
        yield counted
    finally:
        server.shutdown()
        server.server_close()


@lru_cache(maxsize=4_000)
def _content(path: Path, compressing: bool) -> bytes:
    data = path.read_bytes()
    return gzip.compress(data, 6) if compressing and path.suffix in _TYPES else data
