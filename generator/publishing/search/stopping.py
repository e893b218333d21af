"""Words that say nothing by themselves; a search leaves them out while it has others.

They are indexed like all words, so that a quotation or a search for nothing else still finds them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from generator.publishing.search.stemming import algorithm_of, terms
from generator.publishing.search.words import fold, words


def stop_terms(languages: Iterable[str]) -> list[str]:
    """The function words of these languages (tags), as terms and as spellings, sorted."""
    found: set[str] = set()
    for language in languages:
        code = language.lower().replace("_", "-").split("-")[0]
        algorithm = algorithm_of(language)
        for written in _function_words().get(code, "").split():
            for word in words(written):
                found.add(fold(word))
                found.update(terms(word, (algorithm,) if algorithm else ()))
    return sorted(found)


@cache
def _function_words() -> Mapping[str, str]:
    text = files(__package__).joinpath("function_words.json").read_text("utf-8")
    return {language: str(listed) for language, listed in json.loads(text).items()}
