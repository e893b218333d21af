"""The offline archive and the manifest it is checked by."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.publishing.archive import write_archive
from generator.publishing.manifest import failed_fixity, write_manifest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "output"
    (site / "days").mkdir(parents=True)
    (site / "index.html").write_text("<a href=days/1969-07-20.html>a day</a>")
    (site / "days" / "1969-07-20.html").write_text("a day")
    (site / ".gitkeep").write_text("")
    write_manifest(site)
    return site


def test_the_archive_holds_the_published_files_and_no_hidden_ones(site: Path, tmp_path: Path) -> None:
    write_archive(site, tmp_path / "digest.zip")
    with zipfile.ZipFile(tmp_path / "digest.zip") as archive:
        names = archive.namelist()
    assert names == ["digest/days/1969-07-20.html", "digest/index.html", "digest/manifest-sha256.txt"]


def test_the_same_site_gives_the_same_bytes_whenever_it_is_zipped(site: Path, tmp_path: Path) -> None:
    write_archive(site, tmp_path / "digest.zip")
    first = hashlib.sha256((tmp_path / "digest.zip").read_bytes()).digest()
    for path in site.rglob("*"):
        path.touch()
    write_archive(site, tmp_path / "digest.zip")
    assert hashlib.sha256((tmp_path / "digest.zip").read_bytes()).digest() == first


def test_without_a_site_there_is_no_archive_and_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="digest build"):
        write_archive(tmp_path, tmp_path / "digest.zip")
    assert not (tmp_path / "digest.zip").exists()


def test_a_whole_site_passes_its_fixity_check(site: Path) -> None:
    assert list(failed_fixity(site)) == []


def test_changed_missing_and_foreign_files_are_named(site: Path) -> None:
    (site / "index.html").write_text("changed")
    (site / "days" / "1969-07-20.html").unlink()
    (site / "extra.html").write_text("who put this here")
    assert [finding.split(":")[0] for finding in failed_fixity(site)] == [
        "days/1969-07-20.html",
        "index.html",
        "extra.html",
    ]


def test_the_manifest_is_what_sha256sum_writes(site: Path) -> None:
    digest = hashlib.sha256(b"a day").hexdigest()
    assert (site / "manifest-sha256.txt").read_text().splitlines()[0] == f"{digest}  days/1969-07-20.html"


def test_the_archive_cannot_lie_in_the_site_it_holds(site: Path) -> None:
    with pytest.raises(PublishError, match="elsewhere"):
        write_archive(site, site / "digest.zip")
    assert list(failed_fixity(site)) == []
