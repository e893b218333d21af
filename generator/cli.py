"""The command line. Messages for people go to standard error, data to standard output."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.text import Text

from generator import __version__
from generator.build import Places, build, relate_entries
from generator.collection import read_file
from generator.config import CONFIG_NAME, CURATION_NAME, Curation, Settings, load_curation, load_settings
from generator.documents import SavedFile
from generator.errors import ConfigError, DigestError, DocumentError
from generator.linking.curation import unknown
from generator.linking.explain import explain
from generator.model import Document, Entry
from generator.processes import usable
from generator.publishing.archive import write_archive
from generator.publishing.check import check_site
from generator.publishing.serve import serve
from generator.publishing.theme import theme_folder
from generator.reading.captures import unite
from generator.reading.inspection import inspection
from generator.terminal import Terminal
from generator.writing.rows import document_row, entry_from_row, entry_row, link_row

OK, REFUSED, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0, 1 if something failed, 2 for bad usage or settings."""
    options = _parser().parse_args(arguments)
    terminal = Terminal()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code: int = options.run(options, terminal)
    except ConfigError as error:
        terminal.problem(str(error))
        return MISUSED
    except DigestError as error:
        terminal.problem(str(error))
        return REFUSED
    except BrokenPipeError:
        return REFUSED
    except OSError as error:
        terminal.problem(f"{error.filename or 'a file'}: {error.strerror} – mend what stands there and try again")
        return REFUSED
    except KeyboardInterrupt:
        terminal.problem("stopped; what was published before still stands")
        return REFUSED
    return code


def _build(options: argparse.Namespace, terminal: Terminal) -> int:
    places, settings, curation = _project(options)
    with terminal.progress() as step:
        digest = build(places, settings, curation, step, options.processes or usable())
    for decision in unknown(curation, digest.entries, str(places.documents / CURATION_NAME)):
        terminal.problem(str(decision))
    terminal.summary(digest, places.output)
    return REFUSED if options.strict and digest.refusals else OK


def _inspect(options: argparse.Namespace, terminal: Terminal) -> int:
    settings = load_settings(Path.cwd())
    code = OK
    for name in options.files:
        try:
            documents = unite(_read_named(Path(name), settings))
        except DocumentError as error:
            terminal.problem(str(error))
            code = REFUSED
            if options.json:
                terminal.row({"path": name, "error": str(error), "entries": []})
            continue
        if options.json:
            terminal.row(_inspected(documents[0], len(documents)))
        else:
            for document in documents:
                terminal.show(inspection(document))
    return code


def _inspected(document: Document, of: int) -> dict[str, object]:
    """The row of a file: that of its first document, with a note where the file holds more."""
    row = document_row(document)
    more = (
        [f"The file holds {of} documents, of which this is the first; without --json all are shown."] if of > 1 else []
    )
    notes = [*more, *document.notes]
    return {**row, "notes": notes, "entries": [entry_row(entry) for entry in document.entries]}


def _link(options: argparse.Namespace, terminal: Terminal) -> int:
    settings = load_settings(Path.cwd())
    entries = tuple(_entries(Path(options.entries)))
    for link in relate_entries(entries, settings, Curation()).links:
        terminal.row(link_row(link))
    return OK


def _explain(options: argparse.Namespace, terminal: Terminal) -> int:
    places, settings, curation = _project(options)
    rows = places.output / "data" / "entries.jsonl"
    if not rows.is_file():
        raise ConfigError("holds no digest", path=str(places.output), hint="run `digest build` first")
    entries = {entry.id: entry for entry in _entries(rows)}
    for wanted in (options.a, options.b):
        if wanted not in entries:
            raise ConfigError(
                f"there is no entry {wanted!r}", path=str(rows), hint="an entry's id ends its address, after the #"
            )
    found = relate_entries(tuple(entries.values()), settings, curation)
    terminal.show(
        Text(explain(entries[options.a], entries[options.b], tuple(entries.values()), found, settings.linking.agencies))
    )
    return OK


def _check(options: argparse.Namespace, terminal: Terminal) -> int:
    places, _, _ = _project(options)
    findings = check_site(places.output)
    for finding in findings:
        terminal.problem(finding)
    terminal.say("nothing is broken" if not findings else f"{len(findings)} broken")
    return REFUSED if findings else OK


def _archive(options: argparse.Namespace, terminal: Terminal) -> int:
    places, _, _ = _project(options)
    target = Path(options.file or "liveblog-digest.zip")
    write_archive(places.output, target)
    terminal.say(f"{target}: unpack it and open index.html")
    return OK


def _serve(options: argparse.Namespace, terminal: Terminal) -> int:
    places, _, _ = _project(options)
    watched = [places.documents, Path.cwd() / CONFIG_NAME, theme_folder()]

    def rebuild() -> None:
        for refusal in build(*_project(options), processes=usable()).refusals:
            terminal.problem(refusal.message)

    serve(places.output, watched, rebuild, options.port, terminal.say)
    return OK


def _project(options: argparse.Namespace) -> tuple[Places, Settings, Curation]:
    root = Path.cwd()
    plain = load_settings(root).paths
    documents = Path(options.documents) if getattr(options, "documents", None) else root / plain.documents
    settings = load_settings(root, documents)
    if getattr(options, "site_url", None):
        settings = settings.at(options.site_url)
    output = Path(options.output) if getattr(options, "output", None) else root / plain.output
    return Places(documents, root / plain.pages, output), settings, load_curation(documents, settings)


def _read_named(location: Path, settings: Settings) -> list[Document]:
    if not location.is_file():
        raise DocumentError("there is no such file", path=str(location), hint="check the name")
    documents = read_file(SavedFile(location, location.name), settings)
    if not documents:
        raise DocumentError("holds no liveblog", path=str(location), hint="save the liveblog page itself")
    return documents


def _entries(path: Path) -> Iterator[Entry]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"cannot be read: {error}", path=str(path), hint="name a file of entries") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise DocumentError(
                    f"is not JSON: {error}", path=str(path), line=number, hint="one object a line"
                ) from error
            yield entry_from_row(row, path=str(path), line=number)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="digest", description="Turn saved news liveblogs into one searchable site and offline archive."
    )
    parser.add_argument("--version", action="version", version=f"digest {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("build", help="documents → Markdown pages → site, data and search index")
    _add_places(command)
    command.add_argument("--site-url", metavar="URL", help="public address: adds feeds, sitemap, canonical links")
    command.add_argument("--strict", action="store_true", help="exit 1 if any document was set aside")
    command.add_argument(
        "--processes", type=_at_least_one, metavar="N", help="share the work (default: as many as can run)"
    )
    command.set_defaults(run=_build)

    command = commands.add_parser("inspect", help="show how a document is read, line by line")
    command.add_argument("--json", action="store_true", help="one JSON object per file, for programs")
    command.add_argument("files", nargs="+", metavar="FILE")
    command.set_defaults(run=_inspect)

    command = commands.add_parser("link", help="entries in, links out (JSON Lines)")
    command.add_argument("entries", metavar="ENTRIES.jsonl")
    command.set_defaults(run=_link)

    command = commands.add_parser("explain", help="why two entries are linked, or why not")
    command.add_argument("a", metavar="A")
    command.add_argument("b", metavar="B")
    _add_places(command)
    command.set_defaults(run=_explain)

    command = commands.add_parser("check", help="check the built site: links, lines, fixity")
    command.add_argument("--output", metavar="DIR")
    command.set_defaults(run=_check)

    command = commands.add_parser("archive", help="write the offline archive, one zip")
    command.add_argument("file", nargs="?", metavar="FILE.zip")
    command.add_argument("--output", metavar="DIR")
    command.set_defaults(run=_archive)

    command = commands.add_parser("serve", help="preview on 127.0.0.1, rebuilding on change")
    _add_places(command)
    command.add_argument("--port", type=int, default=8000)
    command.set_defaults(run=_serve)
    return parser


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number, at least 1")
    return int(text)


def _add_places(command: argparse.ArgumentParser) -> None:
    command.add_argument("--documents", metavar="DIR", help="folder of saved liveblogs")
    command.add_argument("--output", metavar="DIR", help="folder for the site")
