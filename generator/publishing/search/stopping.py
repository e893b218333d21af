"""Words that say nothing by themselves; a search leaves them out while it has others.

They are indexed like all words, so that a quotation or a search for nothing else still finds them.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.function_words import function_words
from generator.publishing.search.stemming import algorithm_of, terms
from generator.publishing.search.words import chunks, fold, words


def stop_terms(languages: Iterable[str]) -> list[str]:
    """The function words of these languages (tags), as terms and as spellings, sorted."""
    found: set[str] = set()
    for language in languages:
        algorithm = algorithm_of(language)
        for written in sorted(function_words(language.lower())):
            for word in (word for chunk in chunks(written) for word in words(chunk)):
                found.add(fold(word))
                found.update(terms(word, (algorithm,) if algorithm else ()))
    return sorted(found)
