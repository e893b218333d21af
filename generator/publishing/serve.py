"""A preview on this machine only, rebuilt whenever a document, setting or theme file changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import watchfiles

from generator.errors import DigestError, PublishError

HOST = "127.0.0.1"


def serve(
    site: Path, watched: Sequence[Path], rebuild: Callable[[], object], port: int, say: Callable[[str], None]
) -> None:
    """Build, then serve ``site`` until interrupted; a rebuild that fails is said and the old site stays up.

    :raises PublishError: if the port is taken.
    """
    rebuild()
    handler = partial(_Handler, directory=str(site))
    try:
        server = ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        raise PublishError(f"port {port} cannot be used: {error.strerror}", hint="name another with --port") from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://{HOST}:{server.server_port}/ – Ctrl-C stops")
    try:
        for _changes in watchfiles.watch(*(path for path in watched if path.exists()), raise_interrupt=False):
            _again(rebuild, say)
    finally:
        server.shutdown()


def _again(rebuild: Callable[[], object], say: Callable[[str], None]) -> None:
    try:
        rebuild()
        say("rebuilt")
    except DigestError as error:
        say(str(error))


class _Handler(SimpleHTTPRequestHandler):
    """Files only, never kept by the browser, without a line in the terminal for each."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass
