"""The offline archive: the site in one reproducible zip, with the manifest to check it by."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from generator.errors import PublishError
from generator.publishing.manifest import site_files

# The oldest moment a zip can state: the archive must not depend on when it was made.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def write_archive(site: Path, target: Path) -> None:
    """Zip the site at ``site`` into ``target``, in a folder named as the zip: same site, same bytes.

    :raises PublishError: if there is no site, ``target`` lies in it, or the zip cannot be written; an old zip then
        still stands.
    :raises OSError: if a file of the site cannot be read.
    """
    if not (site / "index.html").is_file():
        raise PublishError("holds no site", path=str(site), hint="run `digest build` first")
    if target.resolve().is_relative_to(site.resolve()):
        raise PublishError("would lie in the site that it holds", path=str(target), hint="name a file elsewhere")
    files = list(site_files(site))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        part = Path(name)
        try:
            _write(files, part, target.stem)
            part.chmod(0o644)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise PublishError(
            f"cannot be written: {error.strerror}", path=str(target), hint="name another file"
        ) from error


def _write(files: Sequence[tuple[str, Path]], part: Path, folder: str) -> None:
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in files:
            member = zipfile.ZipInfo(f"{folder}/{name}", _NO_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            member.create_system = 3  # Unix, whatever system this runs on
            archive.writestr(member, path.read_bytes())
