"""Words are cut, folded and stemmed alike by the index and by the browser."""

from __future__ import annotations

import ast
import inspect
import json
import random
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.language.stems import ALGORITHMS
from generator.publishing.search.stemmer_script import stemmer_script
from generator.publishing.search.stemming import algorithm_of, module_of, terms
from generator.publishing.search.words import LONGEST, chunks, fold, joined, words

FIXTURES = json.loads(Path(__file__).with_name("fixtures.json").read_text("utf-8"))
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "TAMIL", "THAI", "CJK",
           "HIRAGANA", "KATAKANA", "HANGUL", "GEORGIAN", "ARMENIAN")  # fmt: skip
IN_BROWSER = """([text, algorithms]) => digestSearch.chunks(text).map((chunk) => [chunk,
    digestSearch.words(chunk).map((word) => digestSearch.terms(word, algorithms)), digestSearch.joined(chunk)])"""


def cut(text: str, algorithms: list[str]) -> list[Any]:
    return [[chunk, [list(terms(word, algorithms)) for word in words(chunk)], joined(chunk)] for chunk in chunks(text)]


def algorithms_of(language: str) -> list[str]:
    algorithm = algorithm_of(language)
    return [algorithm] if algorithm else []


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """A page with the part of the engine that cuts words, and every stemmer."""
    folder = files("generator.publishing.search").joinpath("browser")
    context = browser.new_context()
    page = context.new_page()
    for part in ("words", "stemmer"):
        page.add_script_tag(content=folder.joinpath(f"{part}.js").read_text("utf-8"))
    for algorithm in sorted(set(ALGORITHMS.values())):
        page.add_script_tag(content=stemmer_script(algorithm))
    yield page
    context.close()


def test_the_fixtures_are_many_and_in_many_scripts() -> None:
    letters = {letter for fixture in FIXTURES for letter in fixture["text"] if letter.isalpha()}
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in letters}
    assert len(FIXTURES) >= 300
    assert set(SCRIPTS) <= names


def test_the_index_cuts_every_fixture_as_written() -> None:
    assert [cut(fixture["text"], algorithms_of(fixture["language"])) for fixture in FIXTURES] == [
        fixture["chunks"] for fixture in FIXTURES
    ]


@pytest.mark.browser
def test_the_browser_cuts_every_fixture_as_written(engine: Page) -> None:
    asked = [[fixture["text"], algorithms_of(fixture["language"])] for fixture in FIXTURES]
    assert engine.evaluate(f"(all) => all.map({IN_BROWSER})", asked) == [fixture["chunks"] for fixture in FIXTURES]


@pytest.mark.browser
def test_words_made_of_every_stemmers_own_endings_have_the_same_stem_on_both_sides(engine: Page) -> None:
    made = {algorithm: _made_up(algorithm, 120) for algorithm in sorted(set(ALGORITHMS.values()))}
    script = """(made) => Object.fromEntries(Object.entries(made).map(([algorithm, words]) =>
        [algorithm, words.map((word) => digestSearch.terms(word, [algorithm]))]))"""
    expected = {algorithm: [list(terms(word, [algorithm])) for word in own] for algorithm, own in made.items()}
    assert engine.evaluate(script, made) == expected


def _made_up(algorithm: str, many: int) -> list[str]:
    tree = ast.parse(inspect.getsource(module_of(algorithm)))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Among"]
    endings = [node.args[0].value for node in calls if isinstance(node.args[0], ast.Constant) and node.args[0].value]
    letters = sorted({letter for ending in endings for letter in ending})
    rng = random.Random(algorithm)
    return [
        "".join(rng.choices(letters, k=rng.randrange(7)) + rng.choices(endings, k=rng.randint(1, 3)))
        for _ in range(many)
    ]


@pytest.mark.browser
def test_random_text_of_all_planes_is_cut_alike(engine: Page) -> None:
    rng = random.Random(5)
    assigned = [chr(code) for code in range(0x20, 0x20000) if unicodedata.category(chr(code))[0] in "LNMPSZ"]
    known = engine.evaluate(r"(letters) => letters.filter((letter) => !/\p{Cn}/u.test(letter))", assigned)
    texts = ["".join(rng.choices(known, k=40)) for _ in range(150)]
    assert engine.evaluate(f"(all) => all.map({IN_BROWSER})", [[text, ["english"]] for text in texts]) == [
        cut(text, ["english"]) for text in texts
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CAFÉ", "cafe"),
        ("Straße", "STRASSE"),
        ("İzmir", "izmir"),
        ("don’t", "dont"),
        ("O'Brien's", "obrien"),
        ("l'Ukraine", "ukraine"),
        ("1,200", "1200"),
        ("1.200", "1200"),
        ("3,5", "3.5"),
        ("١٢٠٠", "1200"),
        ("U.S.", "US"),
        ("ΟΔΟΣ", "οδος"),
        ("ёлка", "елка"),
        ("أحمد", "احمد"),
        ("ｶﾀ", "カタ"),
        ("bridges", "bridge"),
    ],
)
def test_what_readers_write_in_two_ways_is_one_term(one: str, other: str) -> None:
    algorithms = ["english"]
    first = [term for chunk in chunks(one) for word in words(chunk) for term in terms(word, algorithms)]
    second = [term for chunk in chunks(other) for word in words(chunk) for term in terms(word, algorithms)]
    assert set(first) & set(second)


def test_a_word_without_its_accents_shares_a_term_with_the_word() -> None:
    for word in ("évacuées", "inundación", "größere", "żołnierze", "åskväder"):
        for algorithm in ("french", "spanish", "german", "swedish"):
            assert set(terms(word, [algorithm])) & set(terms(fold(word), [algorithm]))


def test_hyphenated_words_are_also_one_word() -> None:
    assert joined("cease-fire") == "ceasefire"
    assert joined("2031-06-01") is None
    assert joined("re-re-re-elected") is None


@given(st.text(max_size=200))
def test_any_text_is_cut_into_short_words_without_joiners(text: str) -> None:
    for chunk in chunks(text):
        for word in words(chunk):
            assert 0 < len(word) <= LONGEST
            assert not set(word) & set("'’-,")


def test_a_megabyte_without_a_space_is_cut_in_a_moment() -> None:
    for piece in ("a", "a-", "a'", "1,", "語", "é.", "\u0301"):
        assert len(chunks(piece * (300_000 // len(piece)))) <= 300_000
