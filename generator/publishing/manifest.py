"""``manifest-sha256.txt``: the SHA-256 of every published file, as ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

MANIFEST = "manifest-sha256.txt"


def site_files(site: Path) -> Iterator[tuple[str, Path]]:
    """Every published file with its name relative to the site, in order of name; hidden ones are not published.

    :raises OSError: if a folder cannot be looked into.
    """
    names: list[str] = []
    for folder, folders, files in os.walk(site, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        place = Path(folder).relative_to(site).as_posix()
        names += [name if place == "." else f"{place}/{name}" for name in files if not name.startswith(".")]
    for name in sorted(names):
        yield name, site / name


def _refuse(error: OSError) -> None:
    raise error


def write_manifest(site: Path) -> None:
    """Write the manifest of the site at ``site`` into it."""
    lines = [f"{_sha256(path)}  {name}\n" for name, path in site_files(site) if name != MANIFEST]
    (site / MANIFEST).write_text("".join(lines), "utf-8", newline="\n")


def failed_fixity(site: Path) -> Iterator[str]:
    """In words, every file that is not as the manifest says."""
    path = site / MANIFEST
    if not path.is_file():
        yield f"{MANIFEST}: is missing, so no file can be checked – build the site again"
        return
    stated = dict(_entries(path))
    present = dict(site_files(site))
    for name, expected in stated.items():
        if name not in present:
            yield f"{name}: is missing – build the site again"
        elif _sha256(present[name]) != expected:
            yield f"{name}: is not what was published (SHA-256 differs) – build the site again"
    for name in sorted(present.keys() - stated.keys() - {MANIFEST}):
        yield f"{name}: was not published by the build – remove it, or build the site again"


def _entries(manifest: Path) -> Iterator[tuple[str, str]]:
    for line in manifest.read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
