"""Counting the written forms of names over the whole archive, and letting go of those that are no names."""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from generator.language.folding import fold
from generator.language.words import is_unspaced
from generator.topics.gazetteer import gazetteer
from generator.topics.parts import Part, is_joined, is_known_place, parts_of
from generator.topics.survey import CAPITAL_NOUNS, Run, Sheet, Survey
from generator.topics.uncased import Sighting, known_in, known_runs, names_in
from generator.topics.vocabulary import vocabulary

# None that is a preposition in another language: "en", "de", "a".
_ARTICLES: Final = frozenset("the der die das den dem des ein eine le la les un une el los las il lo gli het".split())
_LONG: Final = 4
_RARE: Final = 2
_HEADING_WORD: Final = re.compile(r"[^\W_][\w'’.]*")
_PARTY_AND_STATE: Final = re.compile("[rdi] [a-z]{1,5}(?: [a-z]{1,3})?")  # R-Ky., D-N.Y.
_OPENER: Final = re.compile(r"^(?:(?:The|A|US|U\.S\.|UK) )+(?=\w)")
_POSSESSIVE: Final = re.compile(r"(?:['’]s?)?\.?$")


@dataclass(slots=True)
class Form:
    """One folded form, how it is printed, and in which company, counted by occurrence.

    ``seen`` counts all of them, ``initial`` those at the start of a sentence. ``entries`` are the
    numbers of the entries it stands in, ascending.
    """

    folded: str
    printed: Counter[str] = field(default_factory=Counter)
    entries: list[int] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    seen: int = 0
    initial: int = 0
    titled: int = 0
    placed: int = 0
    settled: int = 0
    saying: int = 0
    articled: int = 0
    credited: int = 0

    @property
    def words(self) -> list[str]:
        return self.folded.split(" ")

    @property
    def name(self) -> str:
        """The most frequent way it is printed."""
        return min(self.printed.items(), key=lambda item: (-item[1], item[0]))[0]

    @property
    def is_acronym(self) -> bool:
        bare = self.name.replace(".", "")
        return " " not in bare and len(bare) > 1 and sum(c.isupper() for c in bare) >= 2 and bare[:1].isupper()


@dataclass(slots=True)
class Forms:
    """All forms by their folded text, and those of each entry."""

    forms: dict[str, Form] = field(default_factory=dict)
    by_entry: list[list[str]] = field(default_factory=list)
    adjectives_by_entry: list[list[str]] = field(default_factory=list)

    def meet(self, folded: str, printed: str, number: int, document: str) -> Form:
        """Count a form in entry ``number``, at most once, whatever order entries come in."""
        form = self.forms.setdefault(folded, Form(folded))
        if folded not in self.by_entry[number]:
            self.by_entry[number].append(folded)
            insort(form.entries, number)
            form.documents.add(document)
            form.seen += 1
            form.printed[form.name if form.printed else printed] += 1
        return form

    def drop(self, unwanted: set[str]) -> None:
        """Forget these forms everywhere."""
        for folded in unwanted:
            del self.forms[folded]
        self.by_entry = [[folded for folded in own if folded not in unwanted] for own in self.by_entry]


def collect_forms(found: Survey) -> Forms:
    """The forms of names in a survey, without those that capitals alone make look like names."""
    whole = _joined_names(found)
    forms = Forms()
    for number, sheet in enumerate(found.sheets):
        own: list[str] = []
        adjectives: list[str] = []
        for run in sheet.runs:
            for part in parts_of(run.text, sheet.language, is_joined(run.text) and bare_run(run.text) in whole):
                (adjectives if part.adjective else own).append(_count(forms.forms, part, run, number, sheet))
        forms.by_entry.append(list(dict.fromkeys(own)))
        forms.adjectives_by_entry.append(list(dict.fromkeys(adjectives)))
    forms.drop(_no_names(forms.forms, found))
    _add_uncased(forms, found)
    _add_known(forms, found)
    return forms


def bare_run(run: str) -> str:
    """A run without the article or the country it may start with."""
    return _OPENER.sub("", run)


def _add_uncased(forms: Forms, found: Survey) -> None:
    """Names in scripts without capitals; one that nothing but a title shows must come back."""
    titled: Counter[str] = Counter()
    seen: list[tuple[int, Sighting]] = []
    for number, sheet in enumerate(found.sheets):
        own = dict.fromkeys(sighting for line in sheet.plain for sighting in names_in(line, sheet.language))
        seen += [(number, sighting) for sighting in own]
        titled.update(fold(sighting.text) for sighting in own if sighting.titled)
    for number, sighting in seen:
        folded = fold(sighting.text)
        if not sighting.titled or titled[folded] > 1 or is_unspaced(sighting.text):
            form = forms.meet(folded, sighting.text, number, found.sheets[number].document)
            form.titled += sighting.titled
            form.placed += not sighting.titled


def _add_known(forms: Forms, found: Survey) -> None:
    """Names that lines without telling capitals hold, where the rest of the archive knows them."""
    known = set(forms.forms)
    _add_inner(forms, found)
    for number, sheet in enumerate(found.sheets):
        for line in sheet.headings:
            tokens = [fold(_POSSESSIVE.sub("", word)) for word in _HEADING_WORD.findall(line)]
            adjectives = [token for token in tokens if gazetteer().adjective(token)]
            forms.adjectives_by_entry[number] = list(dict.fromkeys(forms.adjectives_by_entry[number] + adjectives))
            printed = dict(zip(tokens, _HEADING_WORD.findall(line), strict=True))
            places = {token for token in tokens if is_known_place(token) and not found.lower[token]}
            for folded in known_runs(tokens, known | places):
                forms.meet(folded, _POSSESSIVE.sub("", printed.get(folded, folded)), number, sheet.document)
        for line in sheet.plain:
            for folded in known_in(line, sheet.language, known):
                forms.meet(folded, forms.forms[folded].name, number, sheet.document)


def _joined_names(found: Survey) -> frozenset[str]:
    """Runs joined by "of" or "for" that come back in more than one entry: taken as one name each."""
    entries: Counter[str] = Counter()
    inside: set[str] = set()
    for sheet in found.sheets:
        joined = [run for run in sheet.runs if is_joined(run.text)]
        entries.update({bare_run(run.text) for run in joined})
        inside.update(bare_run(run.text) for run in joined if not run.initial)
    return frozenset(
        run
        for run, count in entries.items()
        if count > 1 and (run in inside or not found.lower[run.split()[0].lower()]) and _may_stay_joined(run)
    )


def _may_stay_joined(run: str) -> bool:
    """Two names around "and" are one name only in bodies: Food and Drug Administration."""
    if " and " not in run:
        return True
    last = [fold(word) for word in run.rpartition(" and ")[2].split()]
    return any(word in vocabulary().organisation for word in [*last, fold(run.split()[0])])


def _add_inner(forms: Forms, found: Survey) -> None:
    """Names at the start of a long name that hardly ever comes back: White House National Security Council."""
    long = {folded for folded, form in forms.forms.items() if len(form.words) >= _LONG and len(form.entries) <= _RARE}
    short = set(forms.forms) - long
    for folded in sorted(long):
        inner = next(known_runs(forms.forms[folded].words[:-1], short), None)
        if inner is not None and folded.startswith(inner + " ") and " " in inner:
            for number in tuple(forms.forms[folded].entries):
                forms.meet(inner, forms.forms[inner].name, number, found.sheets[number].document)


def _as_in_running_text(text: str, folded: str) -> str:
    """Moscow, of the "MOSCOW" that opens a report; abbreviations as they are."""
    return text.title() if text.isupper() and len(text) >= _LONG and is_known_place(folded) else text


def _count(forms: dict[str, Form], part: Part, run: Run, number: int, sheet: Sheet) -> str:
    folded = fold(part.text)
    if part.adjective:
        return folded
    form = forms.get(folded)
    if form is None:
        form = forms[folded] = Form(folded)
    form.printed[_as_in_running_text(part.text, folded)] += 1
    form.seen += 1
    if not form.entries or form.entries[-1] != number:
        form.entries.append(number)
        form.documents.add(sheet.document)
    _count_company(form, part, run)
    return folded


def _count_company(form: Form, part: Part, run: Run) -> None:
    words = vocabulary()
    form.titled += part.titled or (part.first and run.before in words.titles)
    if part.first:
        form.initial += run.initial
        form.placed += run.before in words.before_place
        form.articled += run.before in _ARTICLES
        form.settled += run.before.partition(" ")[0] in words.place_nouns
        form.credited += run.before in words.crediting
    if part.last:
        form.saying += run.after in words.saying
        form.settled += run.after in words.place_nouns and not run.comma
        form.credited += run.after in words.crediting


def _no_names(forms: dict[str, Form], found: Survey) -> set[str]:
    german = {sheet.document for sheet in found.sheets if sheet.language in CAPITAL_NOUNS}
    last_words = {
        form.words[-1]
        for form in forms.values()
        if len(form.words) > 1 and (form.seen > form.initial or not found.lower[form.words[0]])
    }
    return {
        folded
        for folded, form in forms.items()
        if not (_is_name(form, forms, found) or (folded in last_words and _is_bare_surname(form, found)))
        or (form.documents <= german and not _is_more_than_noun(form, last_words))
    }


def _is_bare_surname(form: Form, found: Survey) -> bool:
    """A last name that stands at the start of sentences only, and is no ordinary word."""
    return not found.lower[form.folded] and form.folded not in vocabulary().organisation | vocabulary().never


def _is_more_than_noun(form: Form, last_words: set[str]) -> bool:
    """Where all nouns are capital words, something else has to speak for a name."""
    if form.is_acronym or form.titled or is_known_place(form.folded):
        return True
    if form.articled * 4 >= form.seen:
        return False
    if len(form.words) > 1:
        return form.saying > 0 or form.seen - form.initial > 1
    return form.folded in last_words or (form.placed > 0 and bool(gazetteer().find(form.folded)))


def _is_name(form: Form, forms: dict[str, Form], found: Survey) -> bool:
    words = vocabulary()
    if len(form.folded) < 2 or form.folded.isdigit() or form.folded in words.titles | words.never | words.directions:
        return False
    if all(word in words.never for word in form.words) or _PARTY_AND_STATE.fullmatch(form.folded):
        return False
    if len(form.words) > 1:
        return not _starts_with_common_word(form, forms, found)
    small = found.lower[form.folded] + found.lower[form.folded + "s"]
    certain = form.seen - form.initial
    if certain == 0 and not form.is_acronym and not form.titled:
        return is_known_place(form.folded) or bool(form.saying and not small)
    return form.is_acronym or certain + 1 > 2 * small


def _starts_with_common_word(form: Form, forms: dict[str, Form], found: Survey) -> bool:
    """A sentence may start with an ordinary word before a name: "Rescuers Kyiv had sent …"."""
    if form.seen > form.initial:
        return False
    head, rest = form.words[0], " ".join(form.words[1:])
    return found.lower[head] > 0 and rest in forms
