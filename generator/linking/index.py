"""An archive as arrays: which terms each entry has, where they stand, and how rare each term is here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.arrays import Flags, Floats, Ints, changes, order_of, starts_of, totals
from generator.linking.tokens import Tokens, tokens_of
from generator.linking.usual import usual_rarity
from generator.model import Entry

UNDATED = -1
LEAD_TOKENS = 40
SAYS_SOMETHING = 4.0
"""Terms less rare than this in news anywhere weigh less."""

FEWEST, MOST_SENTENCES = 3, 64
"""A sentence of fewer distinct terms than this is compared with no other, nor are those beyond so many."""


@dataclass(frozen=True, slots=True)
class Table:
    """Terms by row: row ``i`` holds ``terms[starts[i]:starts[i + 1]]``, numbers of terms, ascending.

    ``rarity`` is the weight of each term of the vocabulary, ``norms`` the Euclidean length of each row
    under these weights.
    """

    starts: Ints
    terms: Ints
    rarity: Floats
    norms: Floats

    @property
    def rows(self) -> Ints:
        """The row in which each of ``terms`` stands."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def row(self, number: int) -> Ints:
        return self.terms[self.starts[number] : self.starts[number + 1]]

    def norms_of(self, part: Flags) -> Floats:
        """The length of each row when only the terms of ``part`` count."""
        return self.norms_under(self.rarity * part)

    def norms_under(self, weights: Floats) -> Floats:
        """The length of each row when terms weigh ``weights``."""
        return _norms(self.rows, weights[self.terms], len(self.starts) - 1)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The headline and sentences of three terms and more of each entry, at most ``MOST_SENTENCES``.

    Entry ``e`` has ``of_entry[e]:of_entry[e + 1]`` of them, which are ``norms`` long. Place ``i`` of the
    index's ``words.terms`` stands in ``numbers[starts[i]:starts[i + 1]]`` of its entry, from 0.
    """

    of_entry: Ints
    starts: Ints
    numbers: Ints
    norms: Floats


@dataclass(frozen=True, slots=True)
class Index:
    """An archive, indexed: entry ``i`` is row ``i`` of every table.

    ``first`` is, for each place of ``words.terms``, the token in which the entry first writes that
    term, and ``in_lead`` whether that is in its headline or opening; ``lead_norms`` are the lengths of
    rows when only those count. ``phrases`` are pairs of neighbouring terms that two entries or more
    have; the others count in its ``norms`` alone. ``days`` are day numbers (``UNDATED`` where there
    is none), ``hours`` since 1970 in UTC (NaN where unknown).

    How much a term weighs is how rare it is here times how rare it is in news anywhere (``usual``):
    within one running event all have its vocabulary, and in a folder of three pages all is rare.
    """

    tokens: Tokens
    words: Table
    first: Ints
    in_lead: Flags
    lead_norms: Floats
    phrases: Table
    sentences: Sentences
    usual: Floats
    is_name: Flags
    is_figure: Flags
    days: Ints
    hours: Floats
    outlets: Ints

    def __len__(self) -> int:
        return len(self.days)

    @property
    def vocabulary(self) -> tuple[str, ...]:
        return self.tokens.vocabulary


def build_index(entries: Sequence[Entry], spellings: Mapping[str, str] | None = None) -> Index:
    """The arrays of ``entries``, in the same order; ``spellings`` maps a folded word to the one it stands for."""
    return index_of(entries, tokens_of(entries, spellings or {}))


def index_of(entries: Sequence[Entry], tokens: Tokens) -> Index:
    """As :func:`build_index`, for entries whose words were read before."""
    size, width = len(entries), len(tokens.vocabulary)
    owner = np.repeat(np.repeat(np.arange(size), np.diff(tokens.entries)), np.diff(tokens.parts))
    begins = tokens.parts[tokens.entries]
    order, new = _sorted(owner * width + tokens.terms)
    where = order[new]
    usual = usual_rarity(tokens.vocabulary)
    worth = np.minimum(usual / SAYS_SOMETHING, 1.0)
    words = _table(owner[where], tokens.terms[where], width, size, worth)
    in_lead = where - begins[owner[where]] < LEAD_TOKENS
    weight = words.rarity[words.terms]
    return Index(
        tokens=tokens,
        words=words,
        first=where,
        in_lead=in_lead,
        lead_norms=_norms(owner[where], weight * in_lead, size),
        phrases=_phrases(tokens, owner, size, worth),
        sentences=_sentences(tokens, order, new, weight),
        usual=usual,
        is_name=_names(tokens),
        is_figure=np.array([word[:1].isdigit() for word in tokens.vocabulary], dtype=bool),
        days=np.array([entry.date.toordinal() if entry.date else UNDATED for entry in entries], dtype=np.int64),
        hours=np.array([entry.utc.timestamp() / 3600 if entry.utc else np.nan for entry in entries], dtype=np.float64),
        outlets=_numbered([entry.outlet or entry.document for entry in entries]),
    )


def table_of(rows: Sequence[Sequence[str]]) -> Table:
    """``rows`` of distinct keys as a table with a vocabulary of its own."""
    number = {key: position for position, key in enumerate(sorted({key for row in rows for key in row}))}
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    terms = np.fromiter((number[key] for row in rows for key in row), np.int64, len(owner))
    order = np.lexsort((terms, owner))
    return _table(owner, terms[order], len(number), len(rows))


def _table(rows: Ints, terms: Ints, width: int, size: int, worth: Floats | float = 1.0) -> Table:
    """Pairs of row and term, in order and each once, as a table.

    A term weighs ``log((rows + 1) / rows with it)``, times what it is ``worth``.
    """
    rarity = worth * np.log((size + 1) / np.maximum(np.bincount(terms, minlength=width), 1))
    starts = starts_of(np.bincount(rows, minlength=size))
    return Table(starts, terms, rarity, _norms(rows, rarity[terms], size))


def _norms(rows: Ints, weights: Floats, size: int) -> Floats:
    return np.sqrt(totals(rows, weights**2, size))


def _sorted(keys: Ints) -> tuple[Ints, Flags]:
    """The order that sorts ``keys``, equal ones as they stand, and where in it a new key begins."""
    order = np.argsort(keys, kind="stable")
    return order, changes(keys[order])


def _sentences(tokens: Tokens, order: Ints, new: Flags, weight: Floats) -> Sentences:
    """``order`` sorts the tokens by entry and term, ``new`` tells where a term of an entry begins."""
    place = np.cumsum(new) - 1
    part = np.repeat(np.arange(len(tokens.parts) - 1), np.diff(tokens.parts))[order]
    once = new | changes(part)
    place, part = place[once], part[once]
    told = _compared(tokens, np.bincount(part, minlength=len(tokens.parts) - 1) >= FEWEST)
    of_entry = starts_of(told)[tokens.entries]
    kept = told[part]
    place, sentence = place[kept], (np.cumsum(told) - 1)[part[kept]]
    entry = np.repeat(np.arange(len(of_entry) - 1), np.diff(of_entry))
    return Sentences(
        of_entry=of_entry,
        starts=starts_of(np.bincount(place, minlength=len(weight))),
        numbers=sentence - of_entry[entry[sentence]],
        norms=_norms(sentence, weight[place], int(told.sum())),
    )


def _compared(tokens: Tokens, told: Flags) -> Flags:
    """The first ``MOST_SENTENCES`` of each entry among the parts that are ``told``."""
    before = starts_of(told)
    first = np.repeat(before[tokens.entries[:-1]], np.diff(tokens.entries))
    return told & (before[:-1] - first < MOST_SENTENCES)


def _phrases(tokens: Tokens, owner: Ints, size: int, worth: Floats) -> Table:
    inner = np.ones(max(len(owner) - 1, 0), dtype=bool)
    ends = tokens.parts[(tokens.parts > 0) & (tokens.parts < len(owner))]
    inner[ends - 1] = False
    keys = (tokens.terms[:-1] * len(tokens.vocabulary) + tokens.terms[1:])[inner]
    order = order_of(keys)
    new = changes(keys[order])
    phrase, entry = np.cumsum(new) - 1, owner[:-1][inner][order]
    first, second = np.divmod(keys[order][new], len(tokens.vocabulary))
    once = new | changes(entry)
    phrase, entry = phrase[once], entry[once]
    having = np.bincount(phrase)
    rarity = np.maximum(worth[first], worth[second]) * np.log((size + 1) / np.maximum(having, 1))
    norms = _norms(entry, rarity[phrase], size)
    common = having >= 2
    number = np.cumsum(common) - 1
    kept = common[phrase]
    phrase, entry = number[phrase[kept]], entry[kept]
    by_entry = order_of(entry)
    starts = starts_of(np.bincount(entry, minlength=size))
    return Table(starts, phrase[by_entry], rarity[common], norms)


def _names(tokens: Tokens) -> Flags:
    """A term is a name if running text of the archive writes it with a capital more often than not."""
    width = len(tokens.vocabulary)
    capital = np.bincount(tokens.terms[tokens.capital == 1], minlength=width)
    seen = np.bincount(tokens.terms[tokens.capital >= 0], minlength=width)
    figure = np.array([word[:1].isdigit() for word in tokens.vocabulary], dtype=bool)
    names: Flags = (2 * capital > seen) & ~figure
    return names


def _numbered(names: Sequence[str]) -> Ints:
    number = {name: position for position, name in enumerate(sorted(set(names)))}
    return np.array([number[name] for name in names], dtype=np.int64)
