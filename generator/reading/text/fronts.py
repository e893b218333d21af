"""A printed time at the front of a line, at its end, or alone on it, with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.reading.clock import may_hold_moment, moment_at, moments
from generator.reading.glyphs import even, lowered
from generator.reading.moment import Moment, Style
from generator.reading.text.headlines import ends_sentence
from generator.reading.words import alternatives, words

_REACH = 90
_TAIL = 50
_SPAN = 20
_TOLD = 60
_BEHIND_NAME = 0.9
_BEHIND_LABEL = 0.8
_CAPITAL = r"[A-ZÀ-ÞА-ЯІЇЄ][\w.'-]{0,20}"
_LABELLED = re.compile(r"([^\W\d_a-zß-ÿ][^\d:,;!?()]{1,30})[:,]\s(?=\d{1,2}(?:\s?[:.hH]\s?\d{2}|\d{2}|\s[ap])(?!\d))")
_SIGNED = re.compile(
    rf"(?:{_CAPITAL}(?:\s{_CAPITAL}){{1,2}}?|[^\W\d_][\w.'-]{{1,24}}?)(?<!\d)\s{{0,3}}(?=\d{{1,4}}[:/.-]\d)"
)
_FULL_NAME = re.compile(rf"{_CAPITAL}(?:\s{_CAPITAL}){{1,2}}")
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}(?:,\s[\w .]{2,25})?,?(?:\s\([\w /.]{2,20}\))?\s?[–—-]{1,2}\s(?=\d)")
_DIGIT = re.compile(r"\d")
_DRESS = re.compile(r"[\s\W_]{0,14}", re.UNICODE)
_AFTER = re.compile(r"[\s:;,.|·•/+>*)\]\[}=»~】］」-]{0,12}")
_FRAMED = re.compile(r"^[^+]{1,60}(\+{2,3}\s(?=\d)[^+]{1,200}\+{2,3})$")
_NUMBERED = re.compile(r"\s*\d{1,3}[.)]\s+(?=\d{1,2}\s?[:h.]\s?\d{2}(?!\d)|\d{4}:(?:\s|$))")
_EAST_PROSE = re.compile("[、\u3041-\u309f]")  # "、" or a particle: the time is part of the sentence
_LENGTH = re.compile(r"min\.?\)?|minutes?\)?")  # (0:52 min) is how long a recording is
_ORDINAL = re.compile(r"\d{1,3}\.\s(?=\S)")
_COUNTED = re.compile(r"\s?#?\d{1,3}\s?[-:.)]?\s+(?=\d{1,2}\s?[:h.]\s?\d{2}(?!\d))")
_DIVIDERS = "-|·•/(["
_NOT_DRESS = frozenset("$€£¥%#@")
_CLOSING = re.compile(r"[\s)\]}.|·+*,:=-]*$")
_TRUST = {
    Style.ISO: 1.0,
    Style.COLON: 1.0,
    Style.HALF: 1.0,
    Style.WORD: 0.95,
    Style.LETTER: 0.95,
    Style.AGE: 1.0,
    Style.DATE: 0.5,
    Style.DOT: 0.75,
    Style.BARE: 0.55,
}


@dataclass(frozen=True, slots=True)
class Front:
    """A moment that a line opens with (``alone`` or ``lead``) or ends with (``tail``).

    ``printed`` is verbatim, ``rest`` the verbatim words beside it. ``label`` is updated, posted or None.
    ``trust`` (0–1) is how surely this is the time of an entry and no other number. ``signer`` is the name
    before a full date and time, which then open the line all the same.
    """

    where: str
    moment: Moment
    printed: str
    rest: str
    label: str | None
    trust: float
    signer: str | None = None


@cache
def _stamps() -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{kind}>{alternatives(words('stamp', kind))})" for kind in ("updated", "posted", "live"))
    return re.compile(rf"(?:{kinds})(?!\w)")


@cache
def _hour_words() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('hour', 'before'))})(?!\w)\.?\s?")


@cache
def _of_day() -> re.Pattern[str]:
    """A word between "update" and the day of it, as in ``Update vom 3. Mai``."""
    return re.compile(rf"(?:{alternatives(words('stamp', 'dated'))})\s(?=\d)")


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{alternatives(words('hour', 'before'))}|at|from|until|by|since|bis|ab|von|seit|until)\s*$"
    )


def stamp_label(text: str) -> str | None:
    """updated or posted, if ``text`` consists of such a label only."""
    folded = even(text[:60]).casefold().strip(" :.|-,")
    match = _stamps().fullmatch(folded) or _stamps().fullmatch(folded.split(",")[0].strip())
    if match and "," in folded and stamp_label(folded.partition(",")[2]) is None:
        return None
    return match.lastgroup if match and match.lastgroup != "live" else None


def stamped(text: str) -> bool:
    """Whether ``text`` opens by saying when something was put out or changed."""
    match = _stamps().match(lowered(even(text[:60])).lstrip(" •·|-–—:,("))
    return match is not None and match.lastgroup != "live" and any(c.isdigit() for c in text)


def front_of(text: str, language: str | None) -> Front | None:
    """The moment at the front of ``text``; None if it opens with none."""
    framed = _FRAMED.search(text)
    text = text[framed.start(1) :] if framed else text
    head = even(text[: _REACH * 2])
    if not may_hold_moment(head):
        return None
    at, label, worded = _skip(head)
    if (dateline := _DATELINE.match(head)) and at == 0:
        at = dateline.end()
    moment = moment_at(text, at, min(len(text), at + _REACH), language)
    if moment is None:
        return _signed_front(text, head, language)
    end = moment.end
    rest_at = _AFTER.match(even(text[end : end + 20]))
    rest = text[end + (rest_at.end() if rest_at else 0) :].strip()
    rest = _without_label(rest.rstrip(" \t\u00a0+*|="))
    if _is_span(rest, moment, language) or _LENGTH.fullmatch(rest):
        return None
    between = text[moment.end : end + (rest_at.end() if rest_at else 0)]
    where = "lead" if _is_text(rest) or (rest.isdigit() and ":" in between) else "alone"
    label = (
        None
        if label
        and where == "lead"
        and (len(rest) > _TOLD or (":" in between and ends_sentence(rest)))
        and (moment.date is None or between[:1] == ":")
        else label
    )
    trust = _trust_front(moment, label, worded, between, rest, head[:at], where)
    return (
        Front(where, moment, text[moment.start : end], rest if where == "lead" else "", label, trust) if trust else None
    )


def _signed_front(text: str, head: str, language: str | None) -> Front | None:
    """The time behind a name that opens the line, or behind the words of a picture glued to it."""
    labelled = _LABELLED.match(head)
    signed = labelled or _SIGNED.match(head)
    if not signed:
        return None
    at = signed.end()
    moment = moment_at(text, at, min(len(text), at + _REACH), language)
    if moment is None or moment.hour is None or not moment.sound:
        return None
    rest = text[moment.end :].strip()
    if labelled:
        named = rest[:1] in (":", "-", "–", "—") and not moment.date
        rest = rest[1:].strip()
        return Front("lead", moment, moment.text, rest, None, _BEHIND_LABEL, labelled[1]) if named and rest else None
    if moment.half and not moment.date and rest[:1] == ":" and _FULL_NAME.fullmatch(text[:at].strip()):
        rest = rest[1:].strip()
        return Front("lead", moment, moment.text, rest, None, _BEHIND_NAME, text[:at].strip()) if rest else None
    glued = not head[at - 1].isspace() and moment.half is not None
    if not (glued or (moment.date and moment.date.whole())):
        return None
    signer = None if glued else text[:at].strip()
    return Front("lead" if _is_text(rest) else "alone", moment, moment.text, rest, None, _BEHIND_NAME, signer)


def _is_span(rest: str, moment: Moment, language: str | None) -> bool:
    """Whether nothing but a second hour stands beside the first: when a programme or shop is on, no entry."""
    if moment.hour is None or moment.date or len(rest) > _SPAN or not rest[:1].isdigit():
        return False
    other = moment_at(rest, 0, len(rest), language)
    return other is not None and other.hour is not None and other.date is None and other.end == len(rest)


def _skip(head: str) -> tuple[int, str | None, bool]:
    """Where the moment may begin: behind bullets, plus signs, labels and words for "o'clock"."""
    numbered = _NUMBERED.match(head)
    at = _dress(head, numbered.end() if numbered else 0)
    label: str | None = None
    folded = lowered(head)
    for _ in range(2):
        match = _stamps().match(folded, at)
        if not match:
            break
        if match.lastgroup != "live":
            label = match.lastgroup
        counted = _COUNTED.match(head, match.end())
        at = _dress(head, counted.end() if counted else match.end())
    dated = _of_day().match(folded, at) if label else None
    if dated:
        return dated.end(), label, False
    match = _hour_words().match(folded, at)
    if match and match.end() < len(head) and (head[match.end()].isdigit() or head[match.end()] in "([~"):
        return _dress(head, match.end()), label, True
    return at, label, False


def _dress(head: str, at: int) -> int:
    match = _DRESS.match(head, at)
    end = match.end() if match else at
    while end > at and head[end - 1] in _NOT_DRESS:
        end = at
    return end


def _without_label(rest: str) -> str:
    """``rest`` without a word like "update:" between the time and what it says."""
    match = _stamps().match(lowered(even(rest[:40])))
    if match and rest[match.end() : match.end() + 1] in {":", "–", "-"}:
        return rest[match.end() + 1 :].strip() or rest
    return rest


def _is_text(rest: str) -> bool:
    return any(c.isalpha() for c in rest[:40]) or sum(c.isdigit() for c in rest[:40]) > 2


def _trust_front(
    moment: Moment, label: str | None, worded: bool, between: str, rest: str, dress: str, where: str
) -> float:
    trust = _TRUST[moment.style]
    if moment.style is Style.DATE and moment.date is None:
        return 0.0
    if moment.hour is not None and (moment.date or moment.zone):
        trust = 1.0
    if where == "alone":
        return trust if any(c.isalnum() for c in dress) or len(rest) < 40 else 0.0
    return trust * _prose_doubt(moment, worded and not label, even(between), rest)


def _prose_doubt(moment: Moment, worded: bool, between: str, rest: str) -> float:
    """How far a time that is not divided from the words behind it may be part of their sentence: 1 is not at all."""
    doubt = 1.0 if moment.sound else 0.8
    if moment.age is not None and moment.hour is None and not any(sign in between for sign in ":-|+)]•·>/"):
        doubt *= 0.25
    if moment.style is Style.WORD and _EAST_PROSE.match(rest):
        return doubt * 0.4
    goes_on = worded
    if any(sign in between for sign in (":-|+)]•·>/" if goes_on else ":-|+)]•·>/,;")):
        return doubt
    doubt *= 0.9 * (0.45 if worded else 1.0) * (0.6 if rest[:1].islower() else 1.0)
    return doubt * {Style.BARE: 0.7, Style.DATE: 0.3}.get(moment.style, 1.0)


def tail_of(text: str, language: str | None) -> Front | None:
    """The moment at the end of ``text``; None if it ends with none, or consists of it."""
    end = len(text)
    if not _DIGIT.search(text, max(0, end - _TAIL)):
        return None
    start = max(0, end - _REACH)
    found = moments(text, language, start, end)
    if not found:
        return None
    moment = found[-1]
    after = even(text[moment.end :])
    if not _CLOSING.fullmatch(after) or len(after) > 8 or moment.start < 3 or not moment.timed:
        return None
    before = even(text[: moment.start])
    label = _label_before(before)
    before = _without_hour_word(before)
    words_before = text[: len(before)].rstrip(" \t\u00a0-–—|·•([/:,+*")
    if label:
        words_before = words_before[: -len(label[1])].rstrip(" \t\u00a0-–—|·•([/:,")
    if not _is_text(words_before):
        return None
    if _preposition().search(lowered(even(words_before[-24:]))):
        words_before = text
    if label and (counted := _ORDINAL.match(words_before)):
        words_before = words_before[counted.end() :]
    trust = _TRUST[moment.style] * 0.9 if label else _trust_tail(moment, before)
    return Front("tail", moment, moment.text, words_before, label[0] if label else None, trust) if trust else None


def _without_hour_word(before: str) -> str:
    """``before`` without a word for "o'clock" that a dash or bar divides from the words of the line."""
    word = _preposition().search(lowered(before[-24:]))
    if not word:
        return before
    outer = before[: len(before) - len(before[-24:]) + word.start()]
    return outer if outer.rstrip()[-1:] in tuple(_DIVIDERS) else before


def _label_before(before: str) -> tuple[str, str] | None:
    folded = before[-30:].casefold().rstrip(" :-|(")
    for kind in ("updated", "posted"):
        for word in sorted(words("stamp", kind), key=lambda w: (-len(w), w)):
            glued = " " in word  # scrapers glue "published at" to the headline
            if folded.endswith(word) and (glued or not folded[: -len(word)][-1:].isalpha()):
                return kind, word
    return None


def _trust_tail(moment: Moment, before: str) -> float:
    trust = _TRUST[moment.style] * 0.8
    if moment.style in (Style.BARE, Style.DATE):
        return 0.0
    if before[-1:].isalpha() or before.rstrip()[-1:] in "|·•(/[-" or before.endswith(("  ", "\t")):
        return trust
    if before.rstrip()[-1:] in ".!?。\"'":
        return trust
    if _preposition().search(before[-20:].casefold()):
        return trust * 0.15
    return trust * 0.55
