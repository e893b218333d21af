"""How long saved pages take to read, and that the time grows with their size: 8 MB against 1 MB.

Run: python benchmarks/reading_html.py [PAGE.html ...]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from generator.config import Settings
from generator.reading.draft import Source
from generator.reading.html import read_html

MEGABYTE = 1_000_000


def synthetic_page(size: int) -> bytes:
    """A liveblog page of about ``size`` bytes: posts of five paragraphs, half of the bytes markup."""
    posts, length, number = [], 0, 0
    while length < size:
        paragraphs = "".join(
            f'<p class="post__paragraph">Paragraph {k} of post {number} tells what the gauge at lock '
            f"{number * 7 % 91} shows "
            f"and who has been asked about it since {number % 12} in the morning.</p>"
            for k in range(5)
        )
        post = (
            f'<article class="post post--live" id="post-{number}" data-track="live|post|{number}">'
            f'<header class="post__meta">'
            f'<time class="post__time">{number // 60 % 24:02d}:{number % 60:02d}</time></header>'
            f'<h2 class="post__title">Title number {number}</h2><div class="post__body">{paragraphs}</div></article>'
        )
        posts.append(post)
        length += len(post)
        number += 1
    return f'<html lang="en"><body><main class="posts">{"".join(posts)}</main></body></html>'.encode()


def seconds(data: bytes, path: str) -> float:
    """The best of three readings, in seconds."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        read_html(Source(path=path, data=data, sha256=""), Settings())
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    seconds(synthetic_page(20_000), "warm-up.html")
    small, large = (seconds(synthetic_page(size * MEGABYTE), f"{size}MB.html") for size in (1, 8))
    print(f"1 MB {small:.2f} s   8 MB {large:.2f} s   ratio {large / small:.1f} (at most 10)")
    for name in sys.argv[1:]:
        data = Path(name).read_bytes()
        print(f"{name}  {len(data) / MEGABYTE:.2f} MB  {seconds(data, name):.2f} s")
    if large > 10 * small:
        sys.exit("reading is not linear")


if __name__ == "__main__":
    main()
