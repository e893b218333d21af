"""The `digest` command as a person or a program uses it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

LIVEBLOG = """Harbour bridge closed: live updates

Friday 3 May 2024

10:15 GMT
Bridge closed to traffic
The harbour bridge was closed on Friday after a barge struck a pier, the port authority said.

10:42 GMT
Two people pulled from the water
Two people were pulled from the water and taken to hospital, the fire service said.

11:30 GMT
Ferries run instead
Ferries will run every ten minutes until the bridge reopens, the city council said.
"""


def digest(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with one saved liveblog in ``saved``, its name with a space."""
    folder = tmp_path / "my archive"
    (folder / "saved").mkdir(parents=True)
    (folder / "saved" / "bridge.txt").write_text(LIVEBLOG, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is built; tests leave it as it is."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "saved").mkdir()
    (folder / "saved" / "bridge.txt").write_text(LIVEBLOG, "utf-8")
    assert digest("build", "--documents", "saved", cwd=folder).returncode == 0
    return folder


def test_build_makes_a_site_and_is_quiet_when_piped(project: Path) -> None:
    run = digest("build", "--documents", "saved", cwd=project)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert (project / "output" / "index.html").is_file()
    assert (project / "output" / "days" / "2024-05-03.html").is_file()


def test_what_was_built_passes_the_check(built: Path) -> None:
    run = digest("check", cwd=built)
    assert (run.returncode, run.stderr.strip()) == (0, "nothing is broken")


def test_a_changed_page_fails_the_check(built: Path, tmp_path: Path) -> None:
    site = shutil.copytree(built / "output", tmp_path / "output")
    (site / "index.html").write_text("changed")
    run = digest("check", "--output", str(site), cwd=tmp_path)
    assert run.returncode == 1
    assert "index.html: is not what was published" in run.stderr


def test_bad_documents_are_named_and_the_rest_is_built(project: Path) -> None:
    (project / "saved" / "empty.txt").write_text("")
    (project / "saved" / "noise.txt").write_bytes(bytes(range(256)) * 40)
    run = digest("build", "--documents", "saved", cwd=project)
    assert run.returncode == 0
    assert "empty.txt" in run.stderr
    assert "noise.txt" in run.stderr
    assert "Traceback" not in run.stderr
    assert (project / "output" / "days" / "2024-05-03.html").is_file()


def test_strict_exits_1_when_a_document_was_set_aside(project: Path) -> None:
    (project / "saved" / "empty.txt").write_text("")
    assert digest("build", "--strict", "--documents", "saved", cwd=project).returncode == 1


def test_a_missing_folder_is_bad_usage(project: Path) -> None:
    run = digest("build", "--documents", "nowhere", cwd=project)
    assert run.returncode == 2
    assert "nowhere: there is no such folder of documents" in run.stderr


def test_a_typo_in_digest_toml_is_bad_usage_and_names_the_line(project: Path) -> None:
    (project / "digest.toml").write_text('[site]\ntitel = "x"\n')
    run = digest("build", "--documents", "saved", cwd=project)
    assert run.returncode == 2
    assert "digest.toml:2: unknown setting 'titel' in [site] – did you mean 'title'?" in run.stderr


def test_an_unknown_command_is_bad_usage(project: Path) -> None:
    assert digest("publish", cwd=project).returncode == 2


def test_a_build_that_can_read_nothing_leaves_the_old_site(built: Path, tmp_path: Path) -> None:
    project = shutil.copytree(built, tmp_path / "project")
    before = (project / "output" / "index.html").read_bytes()
    (project / "saved" / "bridge.toml").write_text("outlet = 3\n")
    run = digest("build", "--documents", "saved", cwd=project)
    assert run.returncode == 1
    assert "bridge.toml:1: outlet: expected" in run.stderr
    assert (project / "output" / "index.html").read_bytes() == before


def test_an_empty_folder_is_bad_usage_and_leaves_the_old_site(built: Path, tmp_path: Path) -> None:
    project = shutil.copytree(built, tmp_path / "project")
    (project / "nothing").mkdir()
    run = digest("build", "--documents", "nothing", cwd=project)
    assert (run.returncode, "nothing: holds no documents" in run.stderr) == (2, True)
    assert (project / "output" / "index.html").is_file()


def test_a_sidecar_that_cannot_be_followed_costs_its_document_only(project: Path) -> None:
    for name, sidecar in (("a", 'outlett = "X"\n'), ("b", 'zone = "Mars/Base"\n')):
        (project / "saved" / f"{name}.txt").write_text(LIVEBLOG, "utf-8")
        (project / "saved" / f"{name}.toml").write_text(sidecar)
    run = digest("build", "--documents", "saved", cwd=project)
    assert run.returncode == 0
    assert "a.toml:1: unknown setting 'outlett' – did you mean 'outlet'?" in run.stderr
    assert "b.toml: 'Mars/Base' is no time zone" in run.stderr
    assert (project / "output" / "days" / "2024-05-03.html").is_file()


def test_a_site_among_the_documents_is_not_read_as_one_of_them(project: Path) -> None:
    for _ in range(2):
        run = digest("build", "--documents", "saved", "--output", "saved/site", cwd=project)
        assert (run.returncode, run.stderr) == (0, "")
    rows = (project / "saved" / "site" / "data" / "documents.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(row)["path"] for row in rows] == ["bridge.txt"]


def test_documents_that_lie_where_the_site_would_be_replaced_are_never_lost(built: Path, tmp_path: Path) -> None:
    project = shutil.copytree(built, tmp_path / "project")
    shutil.move(project / "saved", project / "output" / "saved")
    run = digest("build", "--documents", "output/saved", cwd=project)
    assert run.returncode == 2
    assert "would be replaced as a whole" in run.stderr
    assert (project / "output" / "saved" / "bridge.txt").is_file()


def test_odd_names_and_links_are_read_or_named_and_stop_nothing(project: Path) -> None:
    saved = project / "saved"
    names = ["with space.txt", "100% #1 'q\".txt", "line\nbreak.txt", "x" * 250 + ".txt", "{static}.txt"]
    for number, name in enumerate(names):
        (saved / name).write_text(LIVEBLOG.replace("10:15", f"10:{16 + number}"), "utf-8")
    (saved / "around").symlink_to(saved, target_is_directory=True)
    (saved / "gone.txt").symlink_to(saved / "nowhere.txt")
    run = digest("build", "--documents", "saved", cwd=project)
    assert run.returncode == 0
    assert [line.split(":")[1].strip() for line in run.stderr.splitlines()] == ["around", "gone.txt"]
    assert digest("check", cwd=project).returncode == 0
    rows = (project / "output" / "data" / "documents.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(row)["path"] for row in rows} == {"bridge.txt", *names}


def test_a_file_that_is_there_twice_says_so(project: Path) -> None:
    shutil.copy(project / "saved" / "bridge.txt", project / "saved" / "copy.txt")
    assert digest("build", "--documents", "saved", cwd=project).returncode == 0
    rows = (project / "output" / "data" / "documents.jsonl").read_text("utf-8").splitlines()
    notes = {json.loads(row)["path"]: json.loads(row)["notes"] for row in rows}
    assert [note for note in notes["copy.txt"] if "bridge.txt" in note]
    assert not [note for note in notes["bridge.txt"] if "copy.txt" in note]


def test_inspect_json_prints_one_object_a_file_in_order(project: Path) -> None:
    (project / "second.txt").write_text(LIVEBLOG.replace("10:15", "09:15"), "utf-8")
    run = digest("inspect", "--json", "saved/bridge.txt", "second.txt", cwd=project)
    first, second = map(json.loads, run.stdout.splitlines())
    assert run.returncode == 0
    assert [entry["printed_time"] for entry in first["entries"]] == ["10:15 GMT", "10:42 GMT", "11:30 GMT"]
    assert first["entries"][0]["utc"] == "2024-05-03T10:15:00Z"
    assert second["entries"][0]["printed_time"] == "09:15 GMT"


def test_inspect_shows_several_captures_of_one_page_as_the_one_document_they_become(project: Path) -> None:
    def page(*posts: str) -> str:
        shown = "".join(f"<div class=post><time>{post[:5]}</time><p>{post[6:]}</p></div>" for post in posts)
        return f'<html><head><link rel="canonical" href="https://x.example/live"></head><body>{shown}</body></html>'

    posts = ("14:20 Three men push at the gate with poles and a rope.", "13:20 The water is a hand below the sill.")
    newer = ("15:20 The gate gives way a little at the second try.", *posts)
    with zipfile.ZipFile(project / "two.zip", "w") as archive:
        archive.writestr("earlier.html", page(*posts))
        archive.writestr("later.html", page(*newer))
    run = digest("inspect", "--json", "two.zip", cwd=project)
    assert [entry["printed_time"] for entry in json.loads(run.stdout)["entries"]] == ["15:20", "14:20", "13:20"]


def test_inspect_json_says_in_its_notes_how_many_documents_a_file_holds(project: Path) -> None:
    with zipfile.ZipFile(project / "two.zip", "w") as archive:
        for name, day in (("a", "Bridge reopens"), ("b", "Weir repaired")):
            body = "".join(f"<p>1{n}:00</p><p>{day} for boat number {n}, says the keeper.</p>" for n in range(3))
            archive.writestr(f"{name}.html", f"<html><body><h1>{day} at last</h1>{body}</body></html>")
    run = digest("inspect", "--json", "two.zip", cwd=project)
    (row,) = [json.loads(line) for line in run.stdout.splitlines()]
    assert "The file holds 2 documents" in row["notes"][0]
    assert len(row["entries"]) == 3


def test_inspect_json_keeps_its_place_for_a_file_that_cannot_be_read(project: Path) -> None:
    (project / "empty.txt").write_text("")
    run = digest("inspect", "--json", "empty.txt", "saved/bridge.txt", cwd=project)
    first, second = map(json.loads, run.stdout.splitlines())
    assert run.returncode == 1
    assert first["entries"] == []
    assert len(second["entries"]) == 3


def test_inspect_shows_every_line_with_its_number(project: Path) -> None:
    run = digest("inspect", "saved/bridge.txt", cwd=project)
    assert run.returncode == 0
    for number, line in enumerate(LIVEBLOG.splitlines(), 1):
        if line.strip():
            assert any(str(number) in row and line[:30] in row for row in run.stdout.splitlines()), line


def test_link_reads_entries_and_prints_links(project: Path) -> None:
    rows = [
        {
            "id": f"e{number}",
            "outlet": outlet,
            "date": "2024-05-03",
            "headline": headline,
            "blocks": [{"kind": "paragraph", "text": text}],
        }
        for number, (outlet, headline, text) in enumerate(
            [
                (
                    "Harbour Post",
                    "Barge strikes Veldhaven bridge, two hurt",
                    "A barge carrying gravel struck the Veldhaven bridge on Friday morning and two people were hurt.",
                ),
                (
                    "Morning Bell",
                    "Two hurt as barge hits bridge in Veldhaven",
                    "Two people were hurt when a gravel barge hit the Veldhaven bridge on Friday morning, police said.",
                ),
                ("Coast Radio", "Parliament votes on fishing quotas", "Lawmakers approved new quotas for herring."),
            ]
        )
    ]
    (project / "entries.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    run = digest("link", "entries.jsonl", cwd=project)
    links = [row for row in map(json.loads, run.stdout.splitlines()) if row["relation"] != "related"]
    assert run.returncode == 0
    assert [(row["a"], row["b"], row["relation"]) for row in links] == [("e0", "e1", "corroborates")]


def test_link_names_the_line_that_is_not_an_entry(project: Path) -> None:
    (project / "entries.jsonl").write_text('{"id": "e1"}\nnot json\n')
    run = digest("link", "entries.jsonl", cwd=project)
    assert run.returncode == 1
    assert "entries.jsonl:2" in run.stderr


def test_explain_says_why_in_words(built: Path) -> None:
    rows = (built / "output" / "data" / "entries.jsonl").read_text("utf-8").splitlines()
    a, b = (json.loads(row)["id"] for row in rows[:2])
    run = digest("explain", a, b, cwd=built)
    assert run.returncode == 0
    assert len(run.stdout.split()) > 10


def test_explain_of_an_unknown_entry_says_where_ids_are_found(built: Path) -> None:
    run = digest("explain", "e1", "e2", cwd=built)
    assert run.returncode == 2
    assert "there is no entry 'e1'" in run.stderr


def test_a_decision_about_an_entry_that_is_not_there_is_a_warning(project: Path) -> None:
    (project / "saved" / "curation.toml").write_text('[[links]]\na = "e1"\nb = "e2"\nrelation = "none"\n')
    run = digest("build", "--documents", "saved", cwd=project)
    assert run.returncode == 0
    assert "curation.toml" in run.stderr
    assert "e1" in run.stderr


def test_archive_without_a_site_says_what_to_do(project: Path) -> None:
    run = digest("archive", cwd=project)
    assert run.returncode == 1
    assert "digest build" in run.stderr
