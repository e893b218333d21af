"""Work is shared among processes, and nobody can tell from what it gives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from generator import collection
from generator.collection import read_documents
from generator.config import Settings, Site
from generator.errors import PublishError
from generator.processes import spread, usable
from generator.publishing import site
from generator.publishing.site import render
from generator.writing.pages import write_pages
from tests.digests import digest
from tests.shared import ROOT


def square(number: int) -> int:
    if number == 13:
        raise PublishError("is unlucky", path="page.md", hint="leave it out")
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def test_results_come_in_the_order_of_the_pieces_whatever_the_number_of_processes() -> None:
    assert list(spread(square, range(12), 3)) == list(spread(square, range(12), 1)) == [n * n for n in range(12)]


def test_an_error_in_another_process_arrives_with_its_file_and_what_to_do() -> None:
    with pytest.raises(PublishError, match=r"page\.md: is unlucky – leave it out"):
        list(spread(square, [1, 13, 2], 2))


def test_a_process_that_is_killed_stops_the_work_with_what_to_do() -> None:
    with pytest.raises(PublishError, match="--processes 1"):
        list(spread(square, [1, -1, 2], 2))


def test_at_least_one_process_is_usable() -> None:
    assert usable() >= 1


def test_helpers_end_when_the_process_that_asked_for_them_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text(
        textwrap.dedent(
            """
            import os, signal, sys, time
            from pathlib import Path
            from generator.processes import spread

            def slow(name):
                Path(name).write_text(str(os.getpid()))
                time.sleep(60)

            if __name__ == "__main__":
                list(spread(slow, sys.argv[1:], 2))
            """
        )
    )
    names = [tmp_path / "a", tmp_path / "b"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen([sys.executable, script, *names], env=environment)
    while not all(name.is_file() and name.read_text() for name in names):
        assert parent.poll() is None
        time.sleep(0.05)
    parent.kill()
    parent.wait()
    helpers = [int(name.read_text()) for name in names]
    ends = time.monotonic() + 20
    while any(Path(f"/proc/{helper}/cmdline").is_file() and not is_over(helper) for helper in helpers):
        assert time.monotonic() < ends
        time.sleep(0.05)


def is_over(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_a_site_rendered_in_portions_by_two_processes_is_the_same_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(site=Site(title="High water", url="https://example.org/"))
    write_pages(digest(), settings, tmp_path / "pages")
    render(tmp_path / "pages", tmp_path / "one", settings)
    monkeypatch.setattr(site, "MOST_IN_A_PORTION", 4)
    told: list[tuple[int, int]] = []
    render(tmp_path / "pages", tmp_path / "two", settings, 2, lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] > 4
    one, two = (
        {path.relative_to(place): path.read_bytes() for path in place.rglob("*") if path.is_file()}
        for place in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_documents_read_by_two_processes_are_the_same_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        text = f"Bridge live, 3 May 2024\n\n10:{number:02} GMT\n\nThe bridge is shut.\n" if number != 4 else ""
        (tmp_path / f"{number}.txt").write_text(text)
    one = read_documents(tmp_path, Settings())
    monkeypatch.setattr(collection, "LEAST_FILES", 1)
    monkeypatch.setattr(collection, "FILES_AT_ONCE", 2)
    told: list[tuple[int, int]] = []
    assert read_documents(tmp_path, Settings(), lambda done, of: told.append((done, of)), 2) == one
    assert [document.path for document in one[0]] == [f"{number}.txt" for number in range(9) if number != 4]
    assert [refusal.path for refusal in one[1]] == ["4.txt"]
    assert told == [(done, 9) for done in range(1, 10)]
