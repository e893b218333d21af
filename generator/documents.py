"""The documents folder: which files in it are documents, and what a person says of each beside it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import msgspec

from generator.config import CONFIG_NAME, CURATION_NAME, Given, Settings, read_toml
from generator.errors import ConfigError, DocumentError
from generator.publishing.swap import MARK
from generator.reading.zones import zone, zone_named

# What browsers save beside a page, and what people keep beside documents: never documents themselves.
_ASSETS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .woff .woff2 .ttf .otf .eot "
    ".mp3 .mp4 .webm .m4a .pdf .toml .py .ds_store".split()
)
_NOTHING = Given()
_ASSET_FOLDER_ENDS = ("_files", "_dateien", "_fichiers", "_archivos", "_bestanden", "-files")


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file to read: where it lies, its name for people (relative, with ``/``), what the settings say of it."""

    location: Path
    path: str
    listed: Given = _NOTHING

    def load(self, limit: int) -> tuple[bytes, str]:
        """Its bytes and their SHA-256.

        :raises DocumentError: if it cannot be read or is larger than ``limit`` bytes.
        """
        try:
            if self.location.is_symlink() and self.location.is_dir():
                raise DocumentError(
                    "is a link to a folder, and such links are not followed",
                    path=self.path,
                    hint="put the folder itself there",
                )
            size = self.location.stat().st_size
            if size > limit:
                raise DocumentError(
                    f"is {size:,} bytes, more than the {limit:,} that are read",
                    path=self.path,
                    hint=f"split it, or raise limits.document_bytes in {CONFIG_NAME}",
                )
            data = self.location.read_bytes()
        except OSError as error:
            hint = "mend its permissions, or take it away"
            raise DocumentError(f"cannot be read: {error.strerror}", path=self.path, hint=hint) from error
        return data, hashlib.sha256(data).hexdigest()

    def facts(self) -> Given:
        """What a person says of it: its sidecar over ``[[documents]]`` of the settings.

        :raises DocumentError: if that cannot be followed.
        """
        sidecar = next((one for one in self._sidecars() if os.path.isfile(one)), None)  # noqa: PTH113 - no error on odd names
        try:
            said = self.listed if sidecar is None else _laid_over(self.listed, read_toml(sidecar, Given))
        except ConfigError as error:
            raise DocumentError(error.message, path=error.path, line=error.line, hint=error.hint) from error
        if said.zone and not (zone_named(said.zone) or zone(said.zone)):
            raise DocumentError(
                f"{said.zone!r} is no time zone",
                path=str(sidecar or self.path),
                hint='use an IANA name such as "Europe/Paris", or an offset such as "+02:00"',
            )
        return msgspec.structs.replace(said, outlet=said.outlet.strip() or None) if said.outlet else said

    def _sidecars(self) -> Iterator[Path]:
        yield self.location.with_name(self.location.name + ".toml")
        yield self.location.with_suffix(".toml")


def saved_files(folder: Path, settings: Settings) -> Iterator[SavedFile]:
    """Every document in ``folder`` and below, in order of name.

    Sites that this program made are passed over. What cannot be looked into is given as well, and says so when loaded.

    :raises ConfigError: if the folder is not there, or holds nothing.
    """
    if not folder.is_dir():
        raise ConfigError(
            "there is no such folder of documents",
            path=str(folder),
            hint="make it and put saved pages in, or name another with --documents",
        )
    listed = {given.path: given for given in settings.documents}
    paths = sorted(_paths(folder))
    if not paths:
        raise ConfigError(
            "holds no documents", path=str(folder), hint="put saved pages in, or name another with --documents"
        )
    for path in paths:
        yield SavedFile(folder / path, path, listed.get(path, _NOTHING))


def _paths(folder: Path) -> Iterator[str]:
    closed: list[str] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        if MARK in files:
            folders.clear()
            continue
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and not _holds_assets(name)]
        for name in files + [name for name in links if name in folders]:
            location = Path(place) / name
            if _is_document(name) and (location.is_file() or location.is_symlink()):
                yield location.relative_to(folder).as_posix()
    yield from (Path(name).relative_to(folder).as_posix() for name in closed)


def _laid_over(below: Given, own: Given) -> Given:
    said = {field: value for field in own.__struct_fields__ if (value := getattr(own, field)) not in (None, "", {})}
    return msgspec.structs.replace(below, **said)


def _holds_assets(folder: str) -> bool:
    return folder.lower().endswith(_ASSET_FOLDER_ENDS)


def _is_document(name: str) -> bool:
    if name.startswith(".") or name in (CONFIG_NAME, CURATION_NAME) or name.upper().startswith("README"):
        return False
    return PurePosixPath(name).suffix.lower() not in _ASSETS
