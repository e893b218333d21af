"""The root of the index: one script that holds what reads the index, and where its parts are.

What reads the shards comes out of the same build as the shards, so the two always fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from generator.publishing.search.shards import script_json

PARTS: Final = ("words", "stemmer", "query", "shards", "lists", "lookup", "filters", "excerpts", "engine")
"""The scripts in ``browser/``, in the order in which they build on each other."""
_COMMENT: Final = re.compile(r"^[ ]*/\*.*?\*/\n", re.DOTALL | re.MULTILINE)
_INDENT: Final = re.compile(r"^[ ]+", re.MULTILINE)


def root_script(root: Mapping[str, object], stemmers: Sequence[str]) -> str:
    """Everything that a page needs before the first word is looked up."""
    return reading_script() + "".join(stemmers) + f"digestShard('root',{script_json(root)})\n"


@cache
def reading_script() -> str:
    """The scripts in ``browser/`` as one, without comments and indentation."""
    folder = files(__package__).joinpath("browser")
    text = "".join(folder.joinpath(f"{part}.js").read_text("utf-8") for part in PARTS)
    return _INDENT.sub("", _COMMENT.sub("", text))
