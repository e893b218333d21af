"""A new site takes the old one's place in one step, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.publishing.swap import growing_beside


def publish(place: Path, text: str) -> None:
    with growing_beside(place) as new:
        (new / "index.html").write_text(text)


def test_a_finished_build_stands_in_the_place_of_the_old_one(tmp_path: Path) -> None:
    place = tmp_path / "output"
    publish(place, "old")
    publish(place, "new")
    assert (place / "index.html").read_text() == "new"
    assert [child.name for child in tmp_path.iterdir()] == ["output"]


def test_a_build_that_fails_leaves_the_old_site_whole(tmp_path: Path) -> None:
    place = tmp_path / "output"
    publish(place, "old")
    with pytest.raises(RuntimeError), growing_beside(place) as new:  # noqa: PT012
        (new / "index.html").write_text("half")
        raise RuntimeError
    assert (place / "index.html").read_text() == "old"
    assert [child.name for child in tmp_path.iterdir()] == ["output"]


def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_build_clears_up(tmp_path: Path) -> None:
    place = tmp_path / "output"
    publish(place, "old")
    script = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from generator.publishing.swap import growing_beside
        with growing_beside(Path(sys.argv[1])) as new:
            (new / "index.html").write_text("half")
            os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    killed = subprocess.run([sys.executable, "-c", script, str(place)], check=False, env=dict(os.environ))
    assert killed.returncode == -signal.SIGKILL
    assert (place / "index.html").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2
    publish(place, "new")
    assert [child.name for child in tmp_path.iterdir()] == ["output"]


def test_a_folder_of_somebody_elses_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("three years of work")
    with pytest.raises(PublishError, match="did not make"):
        publish(tmp_path, "site")
    assert (tmp_path / "thesis.doc").read_text() == "three years of work"


def test_files_that_git_needs_are_carried_over(tmp_path: Path) -> None:
    place = tmp_path / "output"
    place.mkdir()
    (place / ".gitkeep").write_text("")
    publish(place, "site")
    assert (place / ".gitkeep").exists()


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "output"
    place.write_text("a file")
    with pytest.raises(PublishError, match="not a folder"):
        publish(place, "site")
    assert place.read_text() == "a file"
