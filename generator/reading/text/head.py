"""What a page says of itself outside its entries: title, key points, date, zone, number of posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.model import SetAside
from generator.reading.glued import Glued
from generator.reading.glyphs import even, letters
from generator.reading.text.marks import Marks, is_frame, is_name, moment_in
from generator.reading.text.page import Piece
from generator.reading.words import fold
from generator.reading.zones import stated_zone

_TITLE = "title of the page"
_TITLE_AGAIN = "title of the page, printed again"
_BYLINE = "byline of the page"
_CAPTION = "caption of a picture above the entries"
_INTRODUCTION = "introduction above the first entry"
_UPDATED = "says when the page was put out or changed"
_COUNT = "says how many posts the page holds"
_LABEL = "label of a section of the page"
_RULE = "dividing line"
_ADDRESS = "address of the page"
_DATE = "date of the page"
_MENU = "page frame: menu or label"
_FOOT = "below the last entry"
_TITLE_SCORE = 0.3
_MENU_WIDTH = 24
_POINT_WIDTH = 30

_URL = re.compile(r"https?://[^\s<>\"']+")
_URL_DATE = re.compile(r"/((?:19|20)\d{2})/?-?(\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)")
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_ZONE_SAID = re.compile(
    r"all times?|times? (?:are|is|given|shown|listed|in)\b|time zone|timezone"
    r"|toutes les heures|heures? (?:indiquées|locale)"
    r"|(?:alle )?(?:zeiten|uhrzeiten|zeitangaben)"
    r"|todas las horas|hora (?:peninsular|española|local)|todos os horários|horários?"
    r"|tutti gli orari|ora (?:italiana|locale)"
    r"|alle tijden|alla tider|tiderna|alle tider|saatler"
    r"|wszystkie godziny|czas (?:polski|lokalny)"
    r"|время (?:московское|указано|по)|час (?:київський|вказано)"
)
_LATEST = re.compile(
    r"(?:here (?:are|is)|these are|follow|read)?\s?(?:all )?(?:of )?(?:the |our )?"
    r"(?:latest|live) (?:updates?|news|developments)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """The page's own facts, and the lines they stand on."""

    title: str | None
    date: date | None
    zone: str | None
    url: str | None
    posts_stated: int | None
    key_points: tuple[int, ...]
    set_aside: tuple[SetAside, ...]


def read_head(
    pieces: Sequence[Piece],
    marks: Sequence[Marks],
    outside: Sequence[int],
    first: int,
    glued: Glued | None,
    language: str | None,
) -> Head:
    """The facts on the pieces ``outside`` entries, of which those before piece ``first`` are the head."""
    above = [i for i in outside if i < first]
    title = _title(pieces, marks, above)
    points = _key_points(pieces, marks, above, title)
    url = next((m.group(0) for i in outside if (m := _URL.search(pieces[i].text)) and marks[i].address), None)
    stated = next((marks[i].posts for i in above if marks[i].posts is not None), None)
    set_aside = _set_aside(pieces, marks, [i for i in outside if i not in points], title, first)
    return Head(
        title=pieces[title].text if title is not None else None,
        date=_date(pieces, marks, above, glued, language),
        zone=_zone(pieces, language),
        url=url,
        posts_stated=stated,
        key_points=tuple(pieces[i].number for i in sorted(points)),
        set_aside=set_aside,
    )


def _title(pieces: Sequence[Piece], marks: Sequence[Marks], above: Sequence[int]) -> int | None:
    """The line most like a title: like a headline, near the top, printed twice, or speaking of live coverage."""
    best: tuple[float, int] | None = None
    for rank, index in enumerate(above[:25]):
        m, piece = marks[index], pieces[index]
        if is_frame(m) or m.posts or m.address or m.compact or m.rule or piece.bullet or m.byline or m.stamp:
            continue
        short = m.size < (6 if live_title(piece.text) else 12)
        if m.day or m.caption or short or is_name(piece.text):
            continue
        score = m.headline + 0.15 * (m.repeats > 1) + 0.2 * bool(live_title(piece.text)) - 0.04 * rank
        if best is None or score > best[0]:
            best = (score, index)
    if best is None or best[0] < _TITLE_SCORE:
        return next((i for i in above if marks[i].size >= 12 and not is_frame(marks[i]) and not marks[i].byline), None)
    return best[1]


def live_title(text: str) -> bool:
    """Whether ``text`` speaks of live coverage, as titles of pages do."""
    return bool(
        re.search(
            r"\blive\b|as it happened|direct|en vivo|diretta|ao vivo|ticker|онлайн|canlı|速報|直播|ライブ|실시간",
            text,
            re.IGNORECASE,
        )
    )


def _key_points(pieces: Sequence[Piece], marks: Sequence[Marks], above: Sequence[int], title: int | None) -> set[int]:
    bullets = [i for i in above if pieces[i].bullet and marks[i].size >= _POINT_WIDTH and not is_frame(marks[i])]
    if len(bullets) >= 2:
        return set(bullets)
    labelled = _below_label(pieces, marks, above)
    return labelled or _above_latest(pieces, marks, above, title)


def _below_label(pieces: Sequence[Piece], marks: Sequence[Marks], above: Sequence[int]) -> set[int]:
    label = next((i for i in above if marks[i].keypoints and marks[i].size < 60), None)
    if label is None:
        return set()
    following = [i for i in above if i > label and marks[i].size >= _POINT_WIDTH and not is_frame(marks[i])]
    return set(following) if len(following) >= 2 and all(pieces[i].gap <= 1 for i in following) else set()


def _above_latest(pieces: Sequence[Piece], marks: Sequence[Marks], above: Sequence[int], title: int | None) -> set[int]:
    """Sentences between the first line and a line that announces the updates."""
    label = next((i for i in above if marks[i].size < 80 and _LATEST.match(pieces[i].text) and i != title), None)
    if label is None:
        return set()
    points = [
        i
        for i in above
        if title is not None and title < i < label and marks[i].sentence and marks[i].size >= _POINT_WIDTH
    ]
    single = all(marks[i].size < 320 and not marks[i].caption for i in points)
    return set(points) if 1 <= len(points) <= 12 and single and points[-1] == label - 1 else set()


def _date(
    pieces: Sequence[Piece],
    marks: Sequence[Marks],
    above: Sequence[int],
    glued: Glued | None,
    language: str | None,
) -> date | None:
    if glued and glued.day:
        return glued.day
    compact = next((found for i in above[:6] if (found := marks[i].compact)), None)
    if compact:
        return compact
    changed = None
    for index in above:
        moment = moment_in(pieces[index].text, language)
        day = moment.date.whole() if moment and moment.date else None
        if day is None or marks[index].caption:
            continue
        if marks[index].stamp or (marks[index].front and marks[index].front.label == "updated"):  # type: ignore[union-attr]
            changed = changed or day
        else:
            return day
    return changed or next((day for i in above[:12] if (day := _url_date(pieces[i].text))), None)


def _url_date(text: str) -> date | None:
    url = _URL.search(text[:400])
    match = _URL_DATE.search(url.group(0)) if url else None
    if not match:
        return None
    month = _MONTHS.get(match[2]) or (int(match[2]) if match[2].isdigit() else 0)
    try:
        return date(int(match[1]), month, int(match[3]))
    except ValueError:
        return None


def _zone(pieces: Sequence[Piece], language: str | None) -> str | None:
    for piece in pieces:
        text = even(piece.text)
        said = _ZONE_SAID.search(fold(text)) if len(text) < 5000 else None
        if said:
            zone = stated_zone(text[max(0, said.start() - 40) : said.end() + 80], language)
            if zone:
                return zone
    return None


def _set_aside(
    pieces: Sequence[Piece], marks: Sequence[Marks], outside: Sequence[int], title: int | None, first: int
) -> tuple[SetAside, ...]:
    key = letters(pieces[title].text) if title is not None else ""
    parts: list[SetAside] = []
    last = -2
    for index in outside:
        why = _why(index, pieces, marks, title, key) if index < first else _why_below(index, marks)
        number = pieces[index].number
        if parts and parts[-1].why == why and index == last + 1:
            parts[-1] = SetAside((*parts[-1].lines, number), why)
        else:
            parts.append(SetAside((number,), why))
        last = index
    return tuple(parts)


def _why_below(index: int, marks: Sequence[Marks]) -> str:
    return marks[index].frame or (_RULE if marks[index].rule else _FOOT)


def _why(index: int, pieces: Sequence[Piece], marks: Sequence[Marks], title: int | None, key: str) -> str:
    m, text = marks[index], pieces[index].text
    if index == title:
        return _TITLE
    if key and letters(text) == key:
        return _TITLE_AGAIN
    checks = (
        (m.rule, _RULE),
        (m.frame is not None, m.frame or ""),
        (m.posts is not None, _COUNT),
        (m.address, _ADDRESS),
        (m.compact is not None or m.day is not None, _DATE),
        (m.byline or (is_name(text) and m.size < 90), _BYLINE),
        (bool(m.stamp or (m.front and m.front.where == "alone")), _UPDATED),
        (m.caption or m.prefix, _CAPTION),
        (m.keypoints or text.rstrip().endswith(":"), _LABEL),
        (m.size < _MENU_WIDTH and not m.sentence, _MENU),
    )
    return next((why for holds, why in checks if holds), _INTRODUCTION)
