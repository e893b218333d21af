"""An invented archive as the files a person would have saved: any number of entries, 91 a day.

Every day six to nine of the outlets run a liveblog, each in its own layout. Events have places, people,
bodies, words and a figure of their own; several outlets of the day report each, some of them again later.
Words follow Zipf's law. The same arguments give the same files.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import accumulate
from pathlib import Path

from generator.topics.gazetteer import gazetteer

OUTLETS = 300
PER_DAY = 91
FIRST = datetime(2021, 1, 1, tzinfo=UTC)
_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl r s sh sl st t th tr v w".split()
_NUCLEI = "a e i o u ai ea oo ou".split()
_CODAS = "b ck d g l m n nd nt p r rd rk s st t".split()
_SMALL = "the of in and to a on that for with as at by from after has was were said its their over".split()
_SUBJECTS = "military aid|grain exports|peace talks|missile strikes|nuclear plant|general election|flash floods".split(
    "|"
)
_TOWNS = "North South East West Upper Lower Old New Harbour River Valley Island Capital Border Lake".split()
_KINDS = "Post Courier Gazette Radio Wire Ledger Herald Observer Tribune Journal Echo Argus Mail Press Star".split()


@dataclass(frozen=True, slots=True)
class Post:
    """One post: its moment (UTC), headline and paragraphs."""

    at: datetime
    headline: str
    paragraphs: tuple[str, ...]


def outlet_name(number: int) -> str:
    """A name that is plainly invented; the first 225 have two words."""
    name = f"{_TOWNS[number % 15]} {_KINDS[number // 15 % 15]}"
    return name if number < 225 else f"{name} {number // 225 + 1}"


def save_archive(folder: Path, entries: int, seed: int = 7) -> int:
    """Fill ``folder`` with documents of about ``entries`` posts; gives the number of documents."""
    world = _World(random.Random(seed))
    made = 0
    for day in range(max(1, round(entries / PER_DAY))):
        for outlet, posts in world.day(day).items():
            made += 1
            _save(folder / f"{FIRST + timedelta(days=day):%Y-%m}", outlet, posts)
    return made


class _World:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.words = sorted({self._word() for _ in range(40_000)})
        chance.shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        self.places = [row.split("\t")[1] for row in gazetteer().rows[240:3240]]
        self.people = [f"{self._word().title()} {self._word().title()}" for _ in range(6_000)]
        self.bodies = [f"{self._word().title()} {kind}" for kind in ("Group", "Party", "Corps") for _ in range(300)]

    def day(self, number: int) -> dict[int, list[Post]]:
        """Outlet → its posts of the day, in order of time."""
        chance = self.chance
        active = chance.sample(range(OUTLETS), chance.randint(6, 9))
        posts: dict[int, list[Post]] = {outlet: [] for outlet in active}
        left = PER_DAY
        while left > 0:
            reports = 1 if chance.random() < 0.3 else min(left, chance.choice((2, 3, 3, 4, 6)))
            left -= reports
            self._event(FIRST + timedelta(days=number), posts, [chance.choice(active) for _ in range(reports)])
        return {outlet: sorted(made, key=lambda post: post.at) for outlet, made in posts.items() if made}

    def _event(self, day: datetime, posts: dict[int, list[Post]], outlets: Sequence[int]) -> None:
        chance = self.chance
        own = chance.sample(self.words, 10)
        names = [self._often(self.people), self._often(self.places), self._often(self.bodies)]
        figure, subject = chance.randint(2, 400), chance.choice(_SUBJECTS)
        begins = chance.randrange(1380)
        passed_on = self._paragraph(own, names, figure, subject)
        for outlet in outlets:
            at = day + timedelta(minutes=min(1439, begins + chance.randrange(60)))
            texts = [self._paragraph(own, names, figure, subject) for _ in range(chance.choice((1, 2, 2, 3)))]
            if chance.random() < 0.2:
                texts[0] = passed_on
            headline = f"{names[0].split()[1]} {' '.join(chance.sample(own, 4))} {subject} near {names[1]}"
            posts[outlet].append(Post(at, headline, tuple(texts)))

    def _paragraph(self, own: Sequence[str], names: Sequence[str], figure: int, subject: str) -> str:
        chance = self.chance
        lead = f"{names[0]} said in {names[1]} that {self._row(own, 14)}."
        more = (
            f"The {names[2]} {self._row(own, 12)} {figure} {chance.choice(('people', 'homes', 'soldiers'))} {subject}."
        )
        return f"{lead} {more} {self._row(own, chance.randint(8, 20)).capitalize()}."

    def _row(self, own: Sequence[str], count: int) -> str:
        return " ".join(self._any_word(own) for _ in range(count))

    def _any_word(self, own: Sequence[str]) -> str:
        draw = self.chance.random()
        if draw < 0.45:
            return self.chance.choice(_SMALL)
        if draw < 0.6:
            return self.chance.choice(own)
        return self.chance.choices(self.words, cum_weights=self.weights)[0]

    def _often(self, known: Sequence[str]) -> str:
        return known[int(len(known) * self.chance.random() ** 3)]

    def _word(self) -> str:
        return "".join(
            self.chance.choice(_ONSETS) + self.chance.choice(_NUCLEI) + self.chance.choice(_CODAS)
            for _ in range(self.chance.choice((1, 2, 2, 3)))
        )


def _save(folder: Path, outlet: int, posts: Sequence[Post]) -> None:
    name = outlet_name(outlet)
    slug = name.lower().replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{slug}-{posts[0].at:%Y-%m-%d}"
    layout = outlet % 6
    url = f"https://{slug}.example/live/{posts[0].at:%Y/%m/%d}"
    if layout >= 4:
        text = (_structured if layout == 4 else _plain_page)(name, url, posts)
        path.with_suffix(".html").write_text(text, "utf-8")
        return
    lines = (_times_first, _eastern, _day_and_time, _newest_last)[layout](name, posts)
    zone = "America/New_York" if layout == 1 else "UTC"
    path.with_suffix(".txt").write_text("\n".join(lines) + "\n", "utf-8")
    path.with_suffix(".toml").write_text(f'outlet = "{name}"\nurl = "{url}"\nzone = "{zone}"\n', "utf-8")


def _times_first(name: str, posts: Sequence[Post]) -> Iterator[str]:
    yield from (f"{name} live: {posts[0].at:%A, %d %B %Y}", "Share this page", "All times are GMT", "")
    for post in reversed(posts):
        yield from (f"{post.at:%H:%M} GMT", "", post.headline, "")
        for text in post.paragraphs:
            yield from (text, "")


def _eastern(name: str, posts: Sequence[Post]) -> Iterator[str]:
    yield from (f"{posts[-1].at:%B %d, %Y} news", f"By Ada Fenn and Tom Reed, {name}", f"{len(posts)} Posts", "")
    for post in reversed(posts):
        local = post.at - timedelta(hours=4 if 3 < post.at.month < 11 else 5)
        half = "a.m." if local.hour < 12 else "p.m."
        yield f"{local.hour % 12 or 12}:{local:%M} {half} ET, {local:%B} {local.day}, {local.year}"
        yield from ("", post.headline, "", "From Ada Fenn", "")
        for text in post.paragraphs:
            yield from (text, "")


def _day_and_time(name: str, posts: Sequence[Post]) -> Iterator[str]:
    yield from (f"LIVE UPDATES: {posts[0].headline}", f"Follow {name} to get the latest updates:", "")
    for post in reversed(posts):
        yield from (f"{post.at:%H:%M} GMT {post.at:%d.%m.%Y}", post.headline, *post.paragraphs)


def _newest_last(name: str, posts: Sequence[Post]) -> Iterator[str]:
    yield from (f"{name}: the day hour by hour", f"{posts[0].at:%A %d %B %Y}", "")
    for post in posts:
        yield from (f"{post.at:%H.%M}: {post.headline}", *post.paragraphs, "")


def _structured(name: str, url: str, posts: Sequence[Post]) -> str:
    said = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "url": url,
        "headline": f"{name} live, {posts[0].at:%d %B %Y}",
        "publisher": {"@type": "Organization", "name": name},
        "datePublished": posts[0].at.isoformat(),
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": post.headline,
                "datePublished": post.at.isoformat(),
                "url": f"{url}#p{place}",
                "articleBody": "\n".join(post.paragraphs),
            }
            for place, post in reversed(list(enumerate(posts)))
        ],
    }
    data = json.dumps(said).replace("<", "\\u003c")
    head = f'<link rel="canonical" href="{url}"><script type="application/ld+json">{data}</script>'
    return _page(name, url, posts, head)


def _plain_page(name: str, url: str, posts: Sequence[Post]) -> str:
    return _page(name, url, posts, f'<meta property="og:url" content="{url}">')


def _page(name: str, url: str, posts: Sequence[Post], head: str) -> str:
    articles = "".join(
        f'<article class="post" id="p{place}"><time datetime="{post.at:%Y-%m-%dT%H:%M:%SZ}">{post.at:%H:%M} GMT</time>'
        f"<h2>{escape(post.headline)}</h2>{''.join(f'<p>{escape(text)}</p>' for text in post.paragraphs)}"
        f'<div class="share"><a href="{url}#p{place}">Share</a></div></article>\n'
        for place, post in reversed(list(enumerate(posts)))
    )
    title = f"{name} live, {posts[0].at:%d %B %Y}"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:site_name" content="{name}">{head}</head><body><nav><a href="/">Home</a>'
        f'<a href="/world">World</a></nav><main><h1>{title}</h1>\n{articles}</main>'
        f"<footer>Terms and privacy</footer></body></html>\n"
    )
