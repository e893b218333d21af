"""A folder that grows beside the old one and takes its place in one step."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import PublishError

# Left in every folder this program makes, so that it never replaces a folder that is somebody else's.
MARK = ".liveblog-digest"
_MARK_TEXT = "This folder was made by liveblog-digest, which replaces it as a whole at every build.\n"


@contextmanager
def growing_beside(place: Path) -> Iterator[Path]:
    """Yields an empty folder; when the block ends well, it stands at ``place`` and the old one is gone.

    When it does not end well, or the program is killed at any moment, what stood at ``place`` still
    stands whole. Hidden files of the old folder (``.gitkeep``, ``.git``…) are carried over.

    :raises PublishError: if ``place`` holds something this program did not make, or cannot be written.
    """
    place = place.absolute()
    _refuse_foreign(place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _clear_remains(place)
        new = Path(tempfile.mkdtemp(prefix=f".{place.name}.new-", dir=place.parent))
    except OSError as error:
        raise PublishError(
            f"cannot be written: {error.strerror}", path=str(place), hint="name another folder with --output"
        ) from error
    try:
        yield new
        (new / MARK).write_text(_MARK_TEXT, "utf-8")
        _carry_hidden(place, new)
        new.chmod(0o755)
        _put(new, place)
    except OSError as error:
        raise PublishError(
            f"cannot be written: {error.strerror}",
            path=str(place),
            hint="what was published before still stands; free space or mend permissions and build again",
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _refuse_foreign(place: Path) -> None:
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise PublishError("is not a folder", path=str(place), hint="name a folder with --output")
    if not place.is_dir() or (place / MARK).is_file():
        return
    if any(not child.name.startswith(".") for child in place.iterdir()):
        raise PublishError(
            "holds files that this program did not make, and would be replaced as a whole",
            path=str(place),
            hint="name a new or empty folder with --output",
        )


def _clear_remains(place: Path) -> None:
    """Folders that builds killed halfway left beside ``place``."""
    for remains in place.parent.glob(f".{place.name}.new-*"):
        shutil.rmtree(remains, ignore_errors=True)


def _carry_hidden(old: Path, new: Path) -> None:
    if not old.is_dir():
        return
    for child in old.iterdir():
        if child.name.startswith(".git") and not (new / child.name).exists():
            if child.is_dir():
                shutil.copytree(child, new / child.name, symlinks=True)
            else:
                shutil.copy2(child, new / child.name)


def _put(new: Path, place: Path) -> None:
    """Exchange the two where the system can in one step; else rename twice, the gap as short as can be."""
    if not place.exists():
        new.rename(place)
    elif not _exchange(new, place):
        old = new.with_name(new.name + ".old")
        place.rename(old)
        new.rename(place)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(a: Path, b: Path) -> bool:
    """Swap two folders atomically: ``renameat2(RENAME_EXCHANGE)`` on Linux, ``renamex_np(RENAME_SWAP)`` on macOS."""
    at_cwd, swap = -100, 2
    libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    try:
        if sys.platform == "darwin" and libc is not None:
            failed = libc.renamex_np(os.fsencode(a), os.fsencode(b), swap)
        elif libc is not None:
            failed = libc.renameat2(at_cwd, os.fsencode(a), at_cwd, os.fsencode(b), swap)
        else:
            return False
    except AttributeError:  # a C library without the call
        return False
    if failed and (code := ctypes.get_errno()) not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        raise OSError(code, os.strerror(code), str(b))
    return not failed
