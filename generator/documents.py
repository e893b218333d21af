"""The documents folder: which files in it are documents, and what a person says of each beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from generator.config import CONFIG_NAME, CURATION_NAME, Given, Settings, read_toml
from generator.errors import ConfigError, DocumentError

# What browsers save beside a page, and what people keep beside documents: never documents themselves.
_ASSETS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .woff .woff2 .ttf .otf .eot "
    ".mp3 .mp4 .webm .m4a .pdf .toml .py .ds_store".split()
)
_ASSET_FOLDER_ENDS = ("_files", "_dateien", "_fichiers", "_archivos", "_bestanden", "-files")


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file to read: where it lies, its name for people (relative, with ``/``), and the facts given for it."""

    location: Path
    path: str
    given: Given

    def load(self, limit: int) -> tuple[bytes, str]:
        """Its bytes and their SHA-256.

        :raises DocumentError: if it cannot be read or is larger than ``limit`` bytes.
        """
        try:
            size = self.location.stat().st_size
            if size > limit:
                raise DocumentError(
                    f"is {size:,} bytes, more than the {limit:,} that are read",
                    path=self.path,
                    hint=f"split it, or raise limits.document_bytes in {CONFIG_NAME}",
                )
            data = self.location.read_bytes()
        except OSError as error:
            raise DocumentError(f"cannot be read: {error.strerror}", path=self.path) from error
        return data, hashlib.sha256(data).hexdigest()


def saved_files(folder: Path, settings: Settings) -> Iterator[SavedFile]:
    """Every document in ``folder`` and below, in order of name, with its sidecar's facts.

    :raises ConfigError: if the folder is not there, or a sidecar cannot be followed.
    """
    if not folder.is_dir():
        raise ConfigError(
            "there is no such folder of documents",
            path=str(folder),
            hint="make it and put saved pages in, or name another with --documents",
        )
    listed = {given.path: given for given in settings.documents}
    for location in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        path = location.relative_to(folder).as_posix()
        if _is_document(location, path):
            yield SavedFile(location, path, given_facts(location, path, listed))


def given_facts(location: Path, path: str, listed: Mapping[str, Given]) -> Given:
    """What a person says of the document: its sidecar over ``[[documents]]`` of the settings."""
    base = listed.get(path, Given())
    sidecar = next((s for s in _sidecars(location) if s.is_file()), None)
    if sidecar is None:
        return base
    own = read_toml(sidecar, Given)
    said = {field: value for field in own.__struct_fields__ if (value := getattr(own, field)) not in (None, "", {})}
    return msgspec.structs.replace(base, **said)


def _sidecars(location: Path) -> Iterator[Path]:
    yield location.with_name(location.name + ".toml")
    yield location.with_suffix(".toml")


def _is_document(location: Path, path: str) -> bool:
    parts = path.split("/")
    if any(part.startswith(".") for part in parts):
        return False
    if any(part.lower().endswith(_ASSET_FOLDER_ENDS) for part in parts[:-1]):
        return False
    if location.name in (CONFIG_NAME, CURATION_NAME) or location.name.upper().startswith("README"):
        return False
    return location.is_file() and location.suffix.lower() not in _ASSETS
