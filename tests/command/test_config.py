"""Settings: every mistake gets one message that names file, line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import Given, Settings, load_curation, load_settings, parse_toml, read_toml
from generator.documents import saved_files
from generator.errors import ConfigError


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[site]\ntitel = "x"\n',
            "digest.toml:2: unknown setting 'titel' in [site] – did you mean 'title'?",
        ),
        (
            "[site]\ntitle = 3\n",
            "digest.toml:2: site.title: expected `str`, got `int` – see docs/configuration.md for what belongs there",
        ),
        (
            '[[documents]]\npath = "a"\n\n[[documents]]\ndat = "x"\n',
            "digest.toml:5: unknown setting 'dat' in [documents[1]] – did you mean 'date'?",
        ),
    ],
)
def test_a_mistake_is_explained_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_toml(text, Settings, "digest.toml")
    assert str(caught.value) == message


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text('[site]\ntitle = "no end\n')
    with pytest.raises(ConfigError, match=r"digest\.toml:2: is not valid TOML"):
        load_settings(tmp_path)


def test_an_unknown_time_zone_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text('[site]\ntimezone = "Europe/Pairs"\n')
    with pytest.raises(ConfigError, match=r"digest\.toml:2: 'Europe/Pairs' is no time zone"):
        load_settings(tmp_path)


def test_a_site_address_without_https_is_refused(tmp_path: Path) -> None:
    (tmp_path / "digest.toml").write_text('[site]\nurl = "example.org"\n')
    with pytest.raises(ConfigError, match=r":2: site\.url is not a web address"):
        load_settings(tmp_path)


def test_without_digest_toml_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_settings_beside_the_documents_are_laid_over_those_of_the_project(tmp_path: Path) -> None:
    documents = tmp_path / "saved"
    documents.mkdir()
    (tmp_path / "digest.toml").write_text('[site]\ntitle = "Project"\ntimezone = "Europe/Paris"\n')
    (documents / "digest.toml").write_text('[site]\ntitle = "Archive"\n')
    site = load_settings(tmp_path, documents).site
    assert (site.title, site.timezone) == ("Archive", "Europe/Paris")


def test_a_sidecar_gives_facts_and_beats_the_list_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("10:15 Something happened.\n")
    (tmp_path / "page.toml").write_text('outlet = "Harbour Post"\n')
    settings = Settings(documents=(Given(path="page.txt", outlet="Nobody", zone="Europe/Oslo"),))
    (file,) = saved_files(tmp_path, settings)
    assert (file.path, file.facts().outlet, file.facts().zone) == ("page.txt", "Harbour Post", "Europe/Oslo")


def test_pictures_styles_and_hidden_files_beside_pages_are_not_documents(tmp_path: Path) -> None:
    for name in ("page.html", ".hidden.txt", "photo.jpg", "page_files/frame.html", "README.md", "digest.toml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    assert [file.path for file in saved_files(tmp_path, Settings())] == ["page.html"]


def test_a_missing_folder_of_documents_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such folder"):
        list(saved_files(tmp_path / "nowhere", Settings()))


def test_curation_beside_the_documents_adds_to_that_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "curation.toml").write_text('[[links]]\na = "e1"\nb = "e2"\nrelation = "none"\nreason = "two towns"\n')
    (decision,) = load_curation(tmp_path, Settings()).links
    assert (decision.a, decision.b, decision.kept_as, decision.reason) == ("e1", "e2", None, "two towns")


def test_a_relation_that_does_not_exist_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "curation.toml"
    path.write_text('[[links]]\na = "e1"\nb = "e2"\nrelation = "confirms"\n')
    with pytest.raises(ConfigError, match=r"curation\.toml:4"):
        load_curation(tmp_path, Settings())


def test_a_sidecar_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.toml"
    path.write_bytes(b'outlet = "Caf\xe9"\n')
    with pytest.raises(ConfigError, match="is not UTF-8"):
        read_toml(path, Given)
