"""Where the documents and labels that are not part of this repository may be found.

They lie in a folder ``shared`` beside the checkout. Where it is absent, tests that need it are
skipped with a reason that says so.
"""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared_folder(name: str) -> Path:
    """The folder ``name`` beside the checkout; skips the calling test where there is none."""
    folder = ROOT.parent / "shared" / name
    if not folder.is_dir():
        pytest.skip(f"NOT RUN: needs ../shared/{name}, which is not part of the repository", allow_module_level=True)
    return folder
