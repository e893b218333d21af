"""What is said of a number of people: killed, injured, missing, inside, freed…"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.linking.figures.hedges import hedge_start
from generator.linking.figures.numbers import Number
from generator.linking.figures.quantity import Quantity
from generator.linking.lexicon import Lexicon
from generator.linking.phrasebook import Hit
from generator.linking.terms import fold, stem

_WORD = re.compile(r"[^\W\d_]+")
_SECTION = "roles."
_MARK, _NEXT = re.compile(r"[.,;:()–—]|\s-\s"), re.compile(r"[\s-]*([^\W\d_]+)")
_STOP = re.compile(r"\s*[.,;:()!?'\"’”–—]")
_PUNCTUATION = re.compile(r"[,;:()]")
_TO_DASH = re.compile(r"[^–—;.]{1,120}[–—]")
_TO_COMMA = re.compile(r"[^,–—;().]{1,90}(?:[–—][^–—;.]{1,60}[–—]|[,)])?")
_WORDS_BETWEEN = 4
_NOUN_REACH = 48
_SHORTEST_NOUN = 3
_SINGLE = ("killed", "injured", "missing", "rescued", "arrested")
ANY = "people.any"


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A word that says what became of people; ``is_noun`` where it also names them (hostages)."""

    role: str
    start: int
    end: int
    is_noun: bool


def role_matches(sentence: str, hits: Iterable[Hit], lexicon: Lexicon) -> list[RoleMatch]:
    """The role words among ``hits``, what the lexicon found in the sentence; of overlapping ones the longest."""
    found = [
        RoleMatch(hit.name.removeprefix(_SECTION), hit.start, hit.end, _names_people(sentence, hit, lexicon))
        for hit in hits
        if hit.name.startswith(_SECTION)
    ]
    found.sort(key=lambda match: (match.start, -match.end, match.role))
    kept: list[RoleMatch] = []
    for match in found:
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


def _names_people(sentence: str, hit: Hit, lexicon: Lexicon) -> bool:
    return lexicon.is_word("people.words", sentence[hit.start : hit.end])


def people(
    sentence: str,
    numbers: Sequence[Number],
    parts: Sequence[bool],
    index: int,
    matches: Sequence[RoleMatch],
    lexicon: Lexicon,
) -> Quantity | None:
    """The number ``numbers[index]`` as a count of people, with what is said of them; ``parts`` tells partial counts."""
    number = numbers[index]
    if not number.low.is_integer() or number.low < 1:
        return None
    total = _total(sentence, numbers, index, lexicon)
    noun = people_noun(sentence, total.end, lexicon) or _agents(sentence, number, matches, lexicon)
    if noun is not None and number.low > 1 and lexicon.is_word("people.single", noun):
        return None
    if noun is None and not stands_alone(sentence, number, matches, lexicon):
        return None
    if noun is None and _describes_things(sentence, number, matches, lexicon):
        return None
    start = hedge_start(sentence, number.start, lexicon)
    whole = [n for n, part in zip(numbers, parts, strict=True) if not part and n is not number and n is not total]
    left = max((n.end for n in whole if n.end <= start), default=0)
    right = min((n.start for n in whole if n.start >= number.end), default=len(sentence))
    role = _role(sentence, (left, start), (total.end, right), matches, lexicon)
    printed = sentence[start : number.end]
    is_total = index > 0 and _total(sentence, numbers, index - 1, lexicon) is number
    if role is None or is_total:
        known = noun is not None and not lexicon.is_word("people.general", noun)
        return _quantity(ANY, noun or "", number, printed, noun, lexicon) if known and number.low > 1 else None
    if number.low == 1 and role not in _SINGLE:
        return None
    return _quantity(f"people.{role}", lexicon.role_names[role], number, printed, noun, lexicon)


def _total(sentence: str, numbers: Sequence[Number], index: int, lexicon: Lexicon) -> Number:
    """The number of all of whom ``numbers[index]`` counts some (``140 of the 2,900 passengers``), else itself.

    Not where a relative clause says more of all: ``31 of the 64 men who fled``.
    """
    if numbers[index].low == 1 or index + 1 == len(numbers):
        return numbers[index]
    total = numbers[index + 1]
    if not lexicon.patterns["subset.out_of"].fullmatch(sentence[numbers[index].end : total.start].strip()):
        return numbers[index]
    words = [word[0] for word in _WORD.finditer(sentence, total.end, total.end + _NOUN_REACH)]
    is_limited = any(lexicon.is_word("people.relative", word) for word in words[:_WORDS_BETWEEN])
    return numbers[index] if is_limited else total


def _agents(sentence: str, number: Number, matches: Sequence[RoleMatch], lexicon: Lexicon) -> str | None:
    """A plural that may name people, where what became of them follows at once: ``21 builders perished``."""
    word = _NEXT.match(sentence, number.end)
    if word is None or not lexicon.is_word("people.agents", word[1]):
        return None
    role = next((match for match in matches if match.start >= word.end()), None)
    if role is None or role.role not in _SINGLE:
        return None
    between = sentence[word.end() : role.start].split()
    return word[1].lower() if all(lexicon.is_word("people.between", small) for small in between) else None


def _describes_things(sentence: str, number: Number, matches: Sequence[RoleMatch], lexicon: Lexicon) -> bool:
    """``38 dead sheep``: the word that says what became of them stands before a noun of things."""
    touching = next((match for match in matches if not sentence[number.end : match.start].strip()), None)
    following = _NEXT.match(sentence, touching.end) if touching and touching.start >= number.end else None
    if following is None or lexicon.is_word("people.words", following[1]):
        return False
    key = following[1].lower()
    return len(key) > _SHORTEST_NOUN and lexicon.is_word("numerals.plurals", key) and not lexicon.capital_nouns


def _quantity(kind: str, what: str, number: Number, printed: str, noun: str | None, lexicon: Lexicon) -> Quantity:
    return Quantity(kind, what, number.low, number.high, printed, noun=_group(noun, lexicon))


def _group(noun: str | None, lexicon: Lexicon) -> str | None:
    """One stem for nouns that mean the same people (pupils, children); None for people in general."""
    if noun is None or lexicon.is_word("people.general", noun):
        return None
    for name, pattern in lexicon.people_groups.items():
        if pattern.fullmatch(noun):
            return name
    return stem(fold(noun))


def _role(
    sentence: str, left: tuple[int, int], right: tuple[int, int], matches: Sequence[RoleMatch], lexicon: Lexicon
) -> str | None:
    """The role of the number between ``left`` and ``right``, the reaches of text on its two sides.

    Nearest first: what touches it on the right (``four dead``), on the left (``killing four``), then
    the rest of its clause to the right, then to the left (``the number killed has risen to four``).
    """
    before = [match for match in matches if left[0] <= match.start and match.end <= left[1]]
    after = _reachable(sentence, right, matches, lexicon)
    touching = _touching(sentence, before, left[1], lexicon)
    verbs = [match for match in after if not match.is_noun]
    near = [match for match in verbs if len(sentence[right[0] : match.start].split()) <= _WORDS_BETWEEN]
    for choice in (touching, next(iter(near), None), next(iter(verbs), None)):
        if choice is not None:
            return choice.role
    earlier = _same_clause(sentence, left[1], before)
    said = [match for match in earlier if not match.is_noun and not after] or after or earlier
    if said:
        return said[-1].role if said is not after else said[0].role
    present = lexicon.patterns["people.present"].search(sentence, right[0], right[1])
    return "held" if present and not sentence[right[0] : present.start()].strip() else None


def _touching(sentence: str, before: Sequence[RoleMatch], start: int, lexicon: Lexicon) -> RoleMatch | None:
    """``killing`` four, ``death toll rose to`` four: only small words between."""
    if not before or before[-1].is_noun:
        return None
    between = sentence[before[-1].end : start].strip(" :")
    return before[-1] if all(lexicon.is_word("people.between", word) for word in between.split()) else None


def _reachable(
    sentence: str, reach: tuple[int, int], matches: Sequence[RoleMatch], lexicon: Lexicon
) -> list[RoleMatch]:
    """Role words to the right that no comma, conjunction or other number parts from the number.

    What is put between (``three people, including two children, were killed``) is passed over.
    """
    asides = asides_in(sentence, reach[0], lexicon)
    plain = _without(sentence, asides)
    starts = {match.start for match in matches}
    limit = min(_boundary(plain, reach, pattern, starts, lexicon) for pattern in _boundaries(lexicon))
    reachable = [match for match in matches if reach[0] <= match.start < limit]
    return [match for match in reachable if not any(start <= match.start < end for start, end in asides)]


def _boundaries(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    return _PUNCTUATION, lexicon.patterns["people.conjunctions"]


def _boundary(
    plain: str, reach: tuple[int, int], pattern: re.Pattern[str], starts: Collection[int], lexicon: Lexicon
) -> int:
    """Where the clause ends; ``and a teacher`` only adds to the people counted, ``as missing`` says what they are."""
    for match in pattern.finditer(plain, *reach):
        following = _WORD.search(plain, match.end())
        if match[0] == "as" and following is not None and following.start() in starts:
            continue
        adds = following is not None and lexicon.is_word("people.words", following[0])
        if not adds or match[0].split()[0].lower() not in lexicon.joiners:
            return match.start()
    return reach[1]


def asides_in(sentence: str, begin: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where the sentence, from ``begin``, puts in what is only a part: ``, including two children,``."""
    found = lexicon.patterns["subset.aside"].finditer(sentence, begin)
    return [_whole_aside(sentence, match.start(), match.end()) for match in found]


def _whole_aside(sentence: str, start: int, end: int) -> tuple[int, int]:
    """An aside from the comma or dash before ``including`` to the one that ends it, inner dashes and all."""
    opened = start - 1 if sentence[start - 1 : start].isspace() else start
    opened = opened - 1 if sentence[opened - 1 : opened] in {",", "–", "—", "("} else opened
    dashed = sentence[opened : opened + 1] in {"–", "—"}
    closing = (_TO_DASH if dashed else _TO_COMMA).match(sentence, end)
    return opened, closing.end() if closing else end


def _without(sentence: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


def _same_clause(sentence: str, start: int, before: Sequence[RoleMatch]) -> list[RoleMatch]:
    cut = max(sentence.rfind(mark, 0, start) for mark in ";:(")
    return [match for match in before if match.start > cut]


def people_noun(sentence: str, at: int, lexicon: Lexicon) -> str | None:
    """The word for people that follows the number within three words."""
    for word in islice(_WORD.finditer(sentence, at, min(len(sentence), at + _NOUN_REACH)), 3):
        if _MARK.search(sentence[at : word.start()]):
            return None
        if lexicon.is_word("people.words", word[0]):
            return word[0].lower()
        if word[0].lower() in lexicon.function_words:
            return None
    return None


def stands_alone(sentence: str, number: Number, matches: Sequence[RoleMatch], lexicon: Lexicon) -> bool:
    """Whether the number counts no other thing: a role, a verb or the end follows, not a noun of things."""
    after = sentence[number.end : number.end + 32]
    word = _NEXT.match(after)
    if word is None or _STOP.match(after):
        return True
    if word[1].lower() in lexicon.function_words or word[1][0].isupper():
        return True
    following = number.end + word.start(1)
    if any(match.start == following for match in matches):
        return True
    return lexicon.patterns["people.follow"].match(sentence, following) is not None
