"""``digest.toml``, sidecars and curation → settings; one clear error per mistake.

Every table of ``digest.toml`` is one class here, so the names of the fields are the names of the
settings. Unknown names and wrong types are refused with the line they stand at.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Struct

from generator.errors import ConfigError
from generator.model import Relation

CONFIG_NAME = "digest.toml"
CURATION_NAME = "curation.toml"


class Site(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[site]``: what the published site says of itself.

    ``url`` is the full public address, needed only for feeds, sitemap and canonical links.
    ``timezone`` (IANA name) decides which calendar day an entry is filed under.
    ``demonstration`` puts a notice on every page that outlets are invented.
    """

    title: str = "Liveblog digest"
    description: str = ""
    url: str = ""
    language: str = "en"
    timezone: str = "UTC"
    contact: str = ""
    demonstration: bool = False


class Paths(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[paths]``: folders, relative to ``digest.toml``."""

    documents: str = "content/documents"
    pages: str = "content/pages"
    output: str = "output"


class Limits(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[limits]``: how much of one document is read before it is refused.

    Sizes are bytes of one file (unpacked, for compressed ones), lines, and levels of nesting.
    """

    document_bytes: int = 64_000_000
    document_lines: int = 400_000
    html_depth: int = 512
    container_members: int = 20_000
    container_bytes: int = 2_000_000_000
    expansion: int = 200


class Given(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Facts a person gives about one document: a sidecar ``page.toml`` or ``[[documents]]``."""

    path: str = ""
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    date: date | None = None
    zone: str | None = None
    captured: datetime | None = None
    columns: dict[str, str] = {}


class Outlet(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[outlets]]``: a profile, only what differs between outlets.

    ``furniture`` are phrases of the outlet's page frame; lines that consist of one are set aside.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    zone: str | None = None
    language: str | None = None
    furniture: tuple[str, ...] = ()


class Topics(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[topics]``: a person's last word on topics, by name or id."""

    hide: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    rename: dict[str, str] = {}
    merge: dict[str, tuple[str, ...]] = {}
    at_least: int = 2


class Linking(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[linking]``: what the archive knows beyond the built-in lists.

    ``agencies`` are further news agencies, papers and broadcasters that reports are credited to.
    """

    agencies: tuple[str, ...] = ()


class LinkDecision(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[links]]`` in ``curation.toml``: confirm, retype or (``relation = "none"``) deny a link."""

    a: str
    b: str
    relation: Literal["corroborates", "shares_source", "copy", "updates", "related", "none"]
    reason: str = ""

    @property
    def kept_as(self) -> Relation | None:
        return None if self.relation == "none" else Relation(self.relation)


class StoryDecision(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``[[stories]]``: join these entries, keep those apart, or name the story of an entry."""

    join: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    title: str | None = None
    entry: str | None = None
    reason: str = ""


class Curation(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``curation.toml`` beside the documents, or ``[curation]`` in ``digest.toml``."""

    links: tuple[LinkDecision, ...] = ()
    stories: tuple[StoryDecision, ...] = ()


class Settings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of ``digest.toml``."""

    site: Site = Site()
    paths: Paths = Paths()
    limits: Limits = Limits()
    topics: Topics = Topics()
    linking: Linking = Linking()
    curation: Curation = Curation()
    outlets: tuple[Outlet, ...] = ()
    documents: tuple[Given, ...] = ()

    def at(self, url: str) -> Settings:
        """These settings for a site published at ``url``."""
        return msgspec.structs.replace(self, site=msgspec.structs.replace(self.site, url=url))


T = TypeVar("T")


def load_settings(root: Path, documents: Path | None = None) -> Settings:
    """Settings of the project at ``root``, with those of the archive in ``documents`` laid over them.

    ``digest.toml`` may stand in both folders: what is said beside the documents goes with them, so
    a folder of documents brings its own title. Defaults where there is neither.

    :raises ConfigError: with file and line, if one cannot be followed.
    """
    table: dict[str, Any] = {}
    for folder in dict.fromkeys((root, documents or root)):
        path = folder / CONFIG_NAME
        if path.is_file():
            _check(read_toml(path, Settings), path)
            table = _laid_over(table, tomllib.loads(path.read_text("utf-8")))
    return msgspec.convert(table, type=Settings)


def _check(settings: Settings, path: Path) -> None:
    _check_zone(settings.site.timezone, path, "timezone")
    for outlet in settings.outlets:
        if outlet.zone:
            _check_zone(outlet.zone, path, "zone")
    if settings.site.url and not re.match(r"https?://[^\s/]+", settings.site.url):
        raise ConfigError(
            f"site.url is not a web address: {settings.site.url!r}",
            path=str(path),
            line=_line_of(path.read_text("utf-8"), "url"),
            hint='write it whole, as in url = "https://example.org/digest/"',
        )


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Tables merged name by name; for any other value the upper one stands."""
    merged = dict(below)
    for name, value in above.items():
        under = merged.get(name)
        merged[name] = _laid_over(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return merged


def load_curation(documents: Path, settings: Settings) -> Curation:
    """What a person decided: ``curation.toml`` beside the documents, after ``[curation]`` of the settings."""
    path = documents / CURATION_NAME
    if not path.is_file():
        return settings.curation
    own = read_toml(path, Curation)
    return Curation(links=settings.curation.links + own.links, stories=settings.curation.stories + own.stories)


def read_toml(path: Path, kind: type[T]) -> T:
    """The TOML file at ``path`` as ``kind``.

    :raises ConfigError: if it is no TOML, or has unknown names or wrong types; names the line.
    """
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8 text", path=str(path), hint="save it as UTF-8") from error
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=str(path)) from error
    return parse_toml(text, kind, str(path))


def parse_toml(text: str, kind: type[T], path: str) -> T:
    """``text`` as ``kind``; ``path`` is for messages only.

    :raises ConfigError: as :func:`read_toml`.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        reason = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise ConfigError(
            f"is not valid TOML: {reason}",
            path=path,
            line=int(line[1]) if line else len(text.splitlines()) or 1,
            hint='every setting is name = value, text in "quotes"',
        ) from error
    try:
        return msgspec.convert(table, type=kind)
    except msgspec.ValidationError as error:
        raise _explained(str(error), text, kind, path) from error


def _explained(message: str, text: str, kind: type[Any], path: str) -> ConfigError:
    """msgspec's complaint as one that names the line and, for a typo, the nearest known name."""
    where = re.search(r" - at `\$\.?(.*?)`$", message)
    trail = where[1] if where else ""
    unknown = re.search(r"unknown field `(.+?)`", message)
    if unknown:
        name = unknown[1]
        known = _known_names(kind, trail)
        near = difflib.get_close_matches(name, known, 1, 0.5)
        hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(sorted(known))}"
        place = f" in [{trail}]" if trail else ""
        return ConfigError(f"unknown setting {name!r}{place}", path=path, line=_line_of(text, name), hint=hint)
    plain = re.sub(r" - at `.*`$", "", message)
    key = re.sub(r"\[.*?\]", "", trail).rsplit(".", 1)[-1]
    return ConfigError(
        f"{trail or 'a setting'}: {plain[:1].lower()}{plain[1:]}",
        path=path,
        line=_line_of(text, key),
        hint="see docs/configuration.md for what belongs there",
    )


def _known_names(kind: type[Any], trail: str) -> list[str]:
    for step in filter(None, re.sub(r"\[.*?\]", "", trail).split(".")):
        annotation = next((f.type for f in msgspec.structs.fields(kind) if f.name == step), None)
        inner = getattr(annotation, "__args__", (annotation,))[0]
        if not (isinstance(inner, type) and issubclass(inner, Struct)):
            return []
        kind = inner
    return [field.encode_name for field in msgspec.structs.fields(kind)]


def _line_of(text: str, name: str) -> int | None:
    """First line (from 1) that sets or opens ``name``."""
    pattern = re.compile(rf"^\s*(?:\[+[^\]]*\b{re.escape(name)}\b[^\]]*\]+|[\"']?{re.escape(name)}[\"']?\s*[=.])")
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.match(line):
            return number
    return None


def _check_zone(name: str, path: Path, key: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError(
            f"{name!r} is no time zone",
            path=str(path),
            line=_line_of(path.read_text("utf-8"), key),
            hint='use an IANA name such as "UTC" or "Europe/Paris"',
        ) from error
