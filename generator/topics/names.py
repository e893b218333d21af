"""Names in all their spellings, as linking and search use them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.config import Topics
from generator.language.folding import fold
from generator.model import Entry, TopicKind
from generator.topics.naming import Names, find_names


def spellings(entries: Sequence[Entry], settings: Topics | None = None) -> Mapping[str, str]:
    """Every folded spelling of a name in ``entries`` → the key of the name, also folded.

    A key is among its own spellings. A spelling that means different things in different documents
    (a surname of two persons, a place name of two countries) is left out. Spellings that
    ``settings.merge`` joins share the key of the topic they are merged into.
    """
    names, _ = find_names(entries)
    return spellings_of(names, settings or Topics())


def spellings_of(names: Names, settings: Topics) -> Mapping[str, str]:
    """As :func:`spellings`, of names already found."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    bearers: dict[str, str] = {}
    for key, name in sorted(names.by_key.items()):
        for form in {key, *name.forms}:
            if found.setdefault(form, key) != key:
                doubtful.add(form)
        if name.kind is TopicKind.PERSON:
            for surname in {form.rsplit(" ", 1)[1] for form in name.forms if " " in form}:
                if bearers.setdefault(surname, key) != key:
                    doubtful.add(surname)
    for target, others in sorted(settings.merge.items()):
        into = found.get(fold(target), fold(target))
        moved = {found.get(fold(other), fold(other)) for other in others}
        found.update({form: into for form, key in found.items() if key in moved})
        found.update({fold(other): into for other in others})
    return {form: key for form, key in sorted(found.items()) if form not in doubtful}
