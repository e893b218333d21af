"""What README and docs say is true of the program."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import msgspec
import pytest

from generator.cli import _parser
from generator.config import Given, Limits, Linking, Outlet, Paths, Site, Topics

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def shell_commands() -> list[str]:
    blocks = (block for page in PAGES for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.S))
    return sorted({line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()})


@pytest.mark.parametrize("command", [c for c in shell_commands() if "digest " in c.split("#")[0][:24]])
def test_every_digest_command_in_the_documentation_is_understood(command: str) -> None:
    arguments = shlex.split(command)[1:]
    assert _parser().parse_args(arguments).run


@pytest.mark.parametrize("target", [c.split()[1] for c in shell_commands() if c.startswith("make ")])
def test_every_make_target_in_the_documentation_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.M)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_pages_of_the_documentation_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("table", [Site, Paths, Limits, Given, Outlet, Topics, Linking], ids=lambda t: t.__name__)
def test_every_setting_is_described(table: type[msgspec.Struct]) -> None:
    described = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    missing = [name for name in table.__struct_fields__ if f"`{name}`" not in described]
    assert missing == []


def test_every_command_is_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (commands,) = (a.choices for a in _parser()._actions if isinstance(a, argparse._SubParsersAction))
    assert [name for name in commands if not re.search(rf"digest {name}\b", readme)] == []
