"""What tests share: a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.config import load_curation, load_settings
from tests.shared import ROOT

# How long one example takes says nothing on a machine that others use too.
hypothesis.settings.register_profile("digest", deadline=None)
hypothesis.settings.load_profile("digest")

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)
_QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
).split()


def browser_path() -> str | None:
    """The Chromium or Chrome of this machine, or None."""
    named = os.environ.get("DIGEST_BROWSER_PATH")
    found = [named] if named else [shutil.which(name) for name in _NAMES]
    return next((path for path in (*found, *_PLACES) if path and Path(path).exists()), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium or Chrome; without one the test is skipped loudly, or fails where a browser is required."""
    path = browser_path()
    if path is None:
        reason = "NOT RUN: no Chromium or Chrome here; install one (on Debian: apt-get install chromium)"
        if os.environ.get("DIGEST_BROWSER") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in a fresh profile; any error a script throws on it fails the test."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == [], f"scripts failed: {errors}"


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the demonstration archive, built once for all tests; whoever changes it must copy it first."""
    from generator.build import Places, build

    place = tmp_path_factory.mktemp("demo")
    documents = ROOT / "content" / "documents"
    settings = load_settings(ROOT, documents)
    build(Places(documents, place / "pages", place / "output"), settings, load_curation(documents, settings))
    return place / "output"
