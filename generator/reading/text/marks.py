"""What each line of a page could be: several marks a line, decided by the line and its neighbours alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from generator.reading.clock import moments
from generator.reading.dates import compact_date
from generator.reading.glyphs import letters
from generator.reading.moment import Moment, Style
from generator.reading.text.fronts import Front, front_of, stamp_label, tail_of
from generator.reading.text.headlines import ends_sentence, headline_score, stops_within, width
from generator.reading.text.hyphens import hyphened_fronts
from generator.reading.text.leadins import behind_lead_in, lead_ins
from generator.reading.text.page import Piece
from generator.reading.text.tallies import Tally, tally_of
from generator.reading.text.wording import frame_kind, frame_reason, label, signs
from generator.reading.words import fold

_CAPTION_SIGNED = re.compile(r"[-–—,|] ?[^-–—|]{3,40}, 19\d\d(?:, \d{2}\.\d{2}\.\d{4})?$|[=＝]\d{1,2}日[^。]{0,30}$")
_CREDIT = re.compile(r"\([^()\d]{2,50}:\s[^()\d]{2,50}\)")
_EMBED = re.compile(
    r"[—–-] ?[^—–\n]{2,80}\(@\w{1,30}\)|pic\.twitter\.com/\w|^@\w{2,30}$|\(@\w{1,30}\) [A-Z][a-z]+ \d{1,2}, \d{4}"
)
_URL = re.compile(r"^\W*(?:https?://|www\.)\S+$")
_POSTS = re.compile(
    r"^\D{0,12}?(?P<n>\d{1,4})\+?\s?(?:posts?|updates?|entries|new posts?|beiträge|messages?|entradas|aggiornamenti"
    r"|обновлени\w|записей|güncelleme)\b",
    re.IGNORECASE,
)
_NAME = r"(?:[A-ZÀ-ÞА-ЯІЇЄ](?:[a-zß-ÿа-яёіїєґ'’][\w'’.-]*|\.?(?=[\s,]|$))|de|van|von|der|den|di|da|bin|al|el|le|la)"
_AND = r"(?:,\s|\s(?:and|und|et|y|e|og|och|en|i|и|та|ve)\s|\s[/&|]\s)"
_NAMES = re.compile(
    rf"{_NAME}(?:\s{_NAME}){{1,3}}(?:{_AND}{_NAME}(?:\s{_NAME}){{0,3}}){{0,12}}(?:,\s[^\W\d_][^\d,;:]{{1,29}})?"
)
_DESK = re.compile(r"[A-Z][\w.]*(?:[’']s\b|\s(?:staff|team)\b)")
_SIGNED = 0.9  # how surely a time beside an author's name is that of an entry
_ANNOUNCES = 48
_OFTEN = 3
_DOUBTED = 0.5
_LABEL = 16
_TAG = 20
_RULE = re.compile(r"[\s|:*_=~–—#-]+")


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything one line could be.

    ``headline`` is 0–1. ``frame`` is why a line is page furniture, if its words say so. ``twin`` is the
    index of an earlier line with the same words; ``prefix`` tells that the next line begins with all of this one.
    """

    front: Front | None = None
    tail: Front | None = None
    tally: Tally | None = None
    day: Moment | None = None
    compact: date | None = None
    headline: float = 0.0
    sentence: bool = False
    inner_stop: bool = False
    size: int = 0
    frame: str | None = None
    stamp: str | None = None
    byline: bool = False
    caption: bool = False
    embed: bool = False
    correction: bool = False
    keypoints: bool = False
    field: tuple[str, str] | None = None
    posts: int | None = None
    address: bool = False
    rule: bool = False
    twin: int | None = None
    repeats: int = 1
    prefix: bool = False

    @property
    def timed(self) -> bool:
        return self.front is not None or self.tail is not None

    @property
    def prose(self) -> bool:
        """A sentence or longer: what bodies of entries are made of."""
        return self.sentence or self.size > 130


def mark(pieces: Sequence[Piece], language: str | None) -> tuple[Marks, ...]:
    """The marks of every piece, in order."""
    words, hyphens = lead_ins(pieces), hyphened_fronts(pieces)
    keys = [letters(piece.text[:300]) for piece in pieces]
    counts = Counter(keys)
    first: dict[str, int] = {}
    result: list[Marks] = []
    known: dict[str, Marks] = {}  # pages may hold the same line thousands of times
    for index, (piece, key) in enumerate(zip(pieces, keys, strict=True)):
        twin = first.get(key) if key else None
        first.setdefault(key, index)
        following = keys[index + 1] if index + 1 < len(keys) else ""
        prefix = len(key) > 20 and following.startswith(key)
        alike = known.get(piece.text) or known.setdefault(piece.text, _marks(piece.text, language, words))
        alike = replace(alike, front=hyphens[piece.text], tail=None) if piece.text in hyphens else alike
        made = replace(alike, twin=twin, repeats=counts[key], prefix=prefix)
        doubled = prefix or bool(index and result[-1].prefix)
        trade = bool(index) and (result[-1].byline or is_name(pieces[index - 1].text)) and _is_trade(piece.text)
        caption, byline = made.caption or (doubled and not made.timed), made.byline or trade
        changed = caption is not made.caption or byline is not made.byline
        result.append(replace(made, caption=caption, byline=byline) if changed else made)
    return tuple(_signed(_announced(result)))


def _announced(marks: Sequence[Marks]) -> list[Marks]:
    """Marks where short lines that begin with one word end in a time: "Point at 13:00", "Point on Monday at 8"."""
    words = {
        i: fold(m.tail.rest.split()[0])
        for i, m in enumerate(marks)
        if m.tail and m.size < _ANNOUNCES and 0 < len(m.tail.rest) <= _LABEL and m.tail.trust < _DOUBTED
    }
    often = {word for word, count in Counter(words.values()).items() if count >= _OFTEN}
    return [
        replace(m, front=replace(m.tail, where="alone", rest="", trust=_SIGNED), tail=None)
        if m.tail and words.get(i) in often and not m.sentence
        else m
        for i, m in enumerate(marks)
    ]


def _signed(marks: Sequence[Marks]) -> list[Marks]:
    """Marks where a name beside a time signs the entry, if most times of the page have but a name beside them."""
    marks = _tagged([_unlabelled(m) for m in marks])
    rests = [m.front.rest for m in marks if m.front and m.front.where == "lead"]
    names = [rest for rest in rests if _is_author(rest)]
    if len(names) < 2 or len(names) < 0.6 * len(rests):
        return list(marks)
    return [
        replace(m, front=replace(m.front, where="alone"), byline=True)
        if m.front and m.front.where == "lead" and _is_author(m.front.rest)
        else m
        for m in marks
    ]


def _tagged(marks: Sequence[Marks]) -> list[Marks]:
    """Marks where a word beside some of the times, always the same, tags posts; others of them stand alone."""
    if sum(m.front is not None and m.front.where == "alone" for m in marks) < _OFTEN:
        return list(marks)
    rests = Counter(
        fold(m.front.rest)
        for m in marks
        if m.front and m.front.where == "lead" and len(m.front.rest) <= _TAG and not ends_sentence(m.front.rest)
    )
    tags = {rest for rest, count in rests.items() if count >= _OFTEN}
    below = [other.size > m.size and not other.timed for m, other in pairwise(marks)] + [False]
    return [
        replace(m, front=replace(m.front, where="alone", rest=""))
        if m.front and m.front.where == "lead" and fold(m.front.rest) in tags and follows
        else m
        for m, follows in zip(marks, below, strict=True)
    ]


def _unlabelled(m: Marks) -> Marks:
    """Marks where a label beside a time, such as a scraper glues to it, leaves the time alone on its line."""
    why = frame_reason(m.front.rest) if m.front and m.front.where == "lead" and len(m.front.rest) < 30 else None
    if m.front is None or why is None or frame_kind(why) not in ("section", "pin"):
        return m
    return replace(m, front=replace(m.front, where="alone", rest=""))


def _is_author(rest: str) -> bool:
    return is_name(rest) and len(rest.split()) <= 3


def _marks(text: str, language: str | None, words: frozenset[str]) -> Marks:
    """The marks that a line has by its own words."""
    if not text or _RULE.fullmatch(text):
        return Marks(rule=True)
    folded = fold(text[:120])
    front, tally = front_of(text, language), tally_of(text)
    inner = behind_lead_in(text, words) if front is None and tally is None else None
    if inner:
        front, tally = _clock_only(front_of(inner, language)), tally_of(inner)
    day, front = _day_alone(front)
    posts = _POSTS.match(text) if len(text) < 40 else None
    tail = None if front or len(text) > 600 else tail_of(text, language)
    byline = _is_byline(text, folded)
    if tail and (byline or is_name(tail.rest)) and tail.moment.hour is not None and len(text) < 120:
        front, tail, byline = replace(tail, where="alone", trust=max(tail.trust, _SIGNED)), None, True
    return Marks(
        front=front,
        tail=tail,
        tally=tally,
        day=day,
        compact=compact_date(text) if len(text) < 30 else None,
        headline=headline_score(text),
        sentence=ends_sentence(text),
        inner_stop=stops_within(text),
        size=width(text),
        frame=frame_reason(text),
        stamp=stamp_label(text) if len(text) < 40 else None,
        byline=byline,
        caption=_is_caption(text, folded),
        embed=bool(_EMBED.search(text[-300:])),
        correction=bool(label("correction").match(folded)),
        keypoints=len(text) < 80 and bool(label("keypoints").search(folded)) and not ends_sentence(text),
        field=_field(text, folded, front),
        posts=int(posts["n"]) if posts else None,
        address=bool(_URL.match(text)),
    )


def _clock_only(front: Front | None) -> Front | None:
    """A time that is surely one, behind a word that is no part of it."""
    return front if front and front.moment.hour is not None and front.moment.style is not Style.BARE else None


def _day_alone(front: Front | None) -> tuple[Moment | None, Front | None]:
    """A line that is a date without a time is a heading, not the time of an entry."""
    if front and front.where == "alone" and not front.moment.timed:
        return front.moment, None
    if front and not front.moment.timed and front.where == "lead" and front.trust < 0.3:
        return None, None
    return None, front


def _is_byline(text: str, folded: str) -> bool:
    if len(text) > 200 or (ends_sentence(text) and len(text) > 60):
        return False
    if folded.startswith("reporting from"):
        return True
    match = label("byline").match(folded)
    if match and match.end() < len(text):
        rest = text[match.end() :].strip(" :\u00a0")
        if match.group(0) == "from" and not (_DESK.match(rest) or is_name(rest)):
            return False
        return rest[:1].isupper() and not ends_sentence(text) and (len(text) < 80 or text.count(",") > 1)
    return False


def is_byline(text: str) -> bool:
    """Whether ``text`` begins with a word for "by" and a name."""
    return _is_byline(text, fold(text[:120]))


def _is_trade(text: str) -> bool:
    """Whether a line below a name says what that person does for the outlet."""
    return len(text) < 60 and not ends_sentence(text) and bool(label("trade").search(fold(text)))


def is_name(text: str) -> bool:
    """Whether ``text`` could be nothing but names of people, as a line that signs an entry."""
    return len(text) <= 120 and bool(_NAMES.fullmatch(text.strip()))


def _is_caption(text: str, folded: str) -> bool:
    if len(text) > 400:
        return False
    if _CAPTION_SIGNED.search(text):
        return True
    if _CREDIT.fullmatch(text):
        return True
    if text[0] == "[" and text[-1] == "]" and label("caption_opening").match(folded, 1):
        return True
    opening = label("caption_opening").match(folded)
    if opening and (folded[opening.end() :][:1] in ":/|-" or text.startswith(("©", "("))):
        return True
    whole = fold(text)
    return not ends_sentence(text.rstrip(")]")) and any(sign in whole for sign in signs("caption_sign"))


def _field(text: str, folded: str, front: Front | None) -> tuple[str, str] | None:
    """The kind of field this line labels, and the words of the label."""
    if ":" not in text[:20]:
        return None
    name = folded.partition(":")[0].strip()
    for kind in ("time",) if front else ("time", "headline", "body"):
        if label("fields", kind).fullmatch(name):
            return kind, text.partition(":")[0]
    return None


def moment_in(text: str, language: str | None) -> Moment | None:
    """The first dated moment of a line of the head, such as ``Updated 1422 GMT June 2, 2023``; else the first."""
    found = moments(text[:300], language)
    return next((moment for moment in found if moment.date), next(iter(found), None))


def is_frame(marks: Marks) -> bool:
    """Whether a line's own words say that it belongs to the frame of the page."""
    return marks.frame is not None and frame_kind(marks.frame) not in ("section",)
