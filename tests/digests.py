"""A small digest made by hand: three outlets, two days, every relation, and text that tries to break out.

Tests of pages, charts and the site start from it. Everything in it is invented.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import accumulate, pairwise
from random import Random

from benchmarks.site.long_day import words
from generator.model import (
    Basis,
    Block,
    BlockKind,
    Digest,
    Document,
    Entry,
    Evidence,
    FigureDifference,
    Hyperlink,
    LayoutScore,
    Link,
    Order,
    Place,
    Refusal,
    Relation,
    SetAside,
    Story,
    Topic,
    TopicKind,
)

FIRST = date(2031, 3, 4)
SECOND = date(2031, 3, 5)

HOSTILE = (
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "{static}/etc/passwd and {attach}../../secret",
    '<a href="{static}../../x">x</a>',
    '*em*{: onclick="alert(1)"} **bold** `code` ~~gone~~ $x$',
    "Save_as: index.html",
    "Title: another page",
    "# Heading",
    "- item",
    "> quote",
    "1. one",
    "===",
    "--- | --- | ---",
    "[ref]: http://evil.example",
    "&lt;b&gt; &amp; &copy; &#60;i&#62;",
    "\u202eright to left\u202c and \x02klzzwxh:0001\x03 and \x00",
    "{{ settings }} {% raw %}",
    "</article></main><h1>free</h1>",
    "### [00:00](#e1) [Forged](../sources/forged.md): not an entry",
    "#### Also reported by",
    "http://bare.example/ www.bare.example a@bare.example",
    '" onfocus="alert(1)" x=\'',
)


def paragraph(text: str, line: int = 1) -> Block:
    return Block(BlockKind.PARAGRAPH, text, line)


def at(day: date, clock: str) -> datetime:
    hour, minute = clock.split(":")
    return datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=UTC)


def _entry(number: int, document: str, outlet: str, day: date, clock: str, headline: str | None, *texts: str) -> Entry:
    start = number * 4
    blocks = tuple(paragraph(text, start + 2 + place) for place, text in enumerate(texts))
    return Entry(
        id=f"e{number:012x}",
        document=document,
        outlet=outlet,
        lines=tuple(range(start, start + 2 + len(texts))),
        headline=headline,
        blocks=blocks,
        printed_time=f"{clock} GMT",
        local_time=at(day, clock).replace(tzinfo=None),
        utc=at(day, clock),
        date=day,
        time_basis=Basis.PRINTED,
    )


def entries() -> tuple[Entry, ...]:
    """Fourteen entries in order of time, the undated one last."""
    harbour, ledger, post = "Harbour Wire", "The Quay Ledger", "Öst Post"
    kinds = replace(
        _entry(3, "ledger-1", ledger, FIRST, "09:20", "Pumps reach the lower town"),
        blocks=(
            Block(BlockKind.KICKER, "Flood", 14),
            Block(BlockKind.BYLINE, "By Ada Fenn", 15),
            Block(
                BlockKind.PARAGRAPH,
                "Four pumps arrived by barge from Elm Point.",
                16,
                (
                    Hyperlink("by barge", "https://example.org/barge?a=1&b=(2)"),
                    Hyperlink("Four", "javascript:alert(1)"),
                ),
            ),
            Block(BlockKind.QUOTE, "We will have the streets dry by Friday.", 17),
            Block(BlockKind.LIST_ITEM, "Two pumps at the mill", 18),
            Block(BlockKind.LIST_ITEM, "Two pumps at the bridge", 19),
            Block(BlockKind.CAPTION, "A barge at the quay, seen from the mill", 20),
            Block(BlockKind.CORRECTION, "An earlier version gave the number of pumps as five.", 21),
            Block(BlockKind.EMBED, "Harbour office @harbour: Pumps are here.", 22),
            Block(BlockKind.TABLE, "Mill | 2 | running", 23),
        ),
        lines=tuple(range(12, 24)),
    )
    hostile = tuple(
        _entry(
            20 + place,
            "post-1",
            post,
            SECOND,
            f"{10 + place // 60:02}:{place % 60:02}",
            text,
            text,
            f"Plain before {text}",
        )
        for place, text in enumerate(HOSTILE)
    )
    undated = Entry(
        id="e0000000000ff",
        document="post-1",
        outlet=post,
        lines=(400, 401),
        headline="A bridge without a day",
        blocks=(paragraph("The bridge is closed.", 401),),
    )
    inferred = replace(
        _entry(9, "post-1", post, SECOND, "08:00", "Dyke holds overnight", "No new breach was seen."),
        utc=None,
        local_time=None,
        printed_time=None,
        time_basis=Basis.INFERRED,
        time_note="the day is taken from two entries of Harbour Wire with the same wording",
    )
    arabic = _entry(
        10, "post-1", post, SECOND, "09:00", "المياه تنحسر عن المدينة القديمة", "قال المسؤولون إن منسوب النهر انخفض."
    )
    return (
        _entry(
            1,
            "harbour-1",
            harbour,
            FIRST,
            "08:05",
            "Dyke breached at Elm Point",
            "Two people were injured when the dyke gave way, the harbour office said.",
        ),
        _entry(
            2,
            "ledger-1",
            ledger,
            FIRST,
            "08:30",
            "Water in the lower town",
            "The dyke at Elm Point has broken. Two people are hurt.",
        ),
        kinds,
        _entry(
            4,
            "post-1",
            post,
            FIRST,
            "09:45",
            None,
            "Two people were injured when the dyke gave way, the harbour office said.",
        ),
        _entry(
            5,
            "harbour-1",
            harbour,
            FIRST,
            "11:10",
            "Five injured at Elm Point",
            "Five people are now known to be injured.",
        ),
        _entry(
            6,
            "ledger-1",
            ledger,
            FIRST,
            "11:40",
            "Army sent to the coast",
            "Soldiers are on their way, Coast News Agency reports.",
        ),
        _entry(
            7,
            "post-1",
            post,
            FIRST,
            "12:02",
            "Soldiers called to Elm Point",
            "The army is coming, according to Coast News Agency.",
        ),
        _entry(
            8,
            "harbour-1",
            harbour,
            SECOND,
            "07:15",
            "Schools stay shut",
            "Schools in the lower town stay shut until Monday.",
        ),
        arabic,
        *hostile,
        inferred,
        undated,
    )


def _links(by: dict[int, str]) -> tuple[Link, ...]:
    return (
        Link(by[1], by[2], Relation.CORROBORATES, 0.93, Evidence(names=("Elm Point",), words=("dyke", "injured"))),
        Link(by[1], by[4], Relation.COPY, 0.99, Evidence(words=("dyke", "gave", "way"))),
        Link(
            by[1],
            by[5],
            Relation.UPDATES,
            0.91,
            Evidence(names=("Elm Point",)),
            (FigureDifference("injured", "2", "5"),),
        ),
        Link(
            by[2],
            by[5],
            Relation.UPDATES,
            0.88,
            Evidence(names=("Elm Point",)),
            (FigureDifference("injured", "two", "5"),),
        ),
        Link(by[6], by[7], Relation.SHARES_SOURCE, 0.9, Evidence(credits=("Coast News Agency",))),
        Link(by[3], by[8], Relation.RELATED, 0.5, Evidence(names=("lower town",))),
    )


def _documents(all_entries: tuple[Entry, ...]) -> tuple[Document, ...]:
    def document(name: str, outlet: str, length: int, **more: object) -> Document:
        own = tuple(entry for entry in all_entries if entry.document == name)
        lines = [""] * length
        for entry in own:
            for number in entry.lines:
                lines[number - 1] = entry.headline or "…"
            for block in entry.blocks:
                lines[block.line - 1] = block.text
            lines[entry.lines[0] - 1] = entry.printed_time or "line"
        lines[0] = f"{outlet} live: high water"
        lines[1] = "Share this page"
        facts = Document(
            id=name,
            path=f"{name}.txt",
            sha256="0" * 63 + "1",
            format="text",
            lines=tuple(lines),
            title=f"{outlet} live: high water",
            outlet=outlet,
            date=FIRST,
            date_basis=Basis.PRINTED,
            zone="UTC",
            order=Order.OLDEST_FIRST,
            key_points=(1,),
            set_aside=(SetAside((2,), "page furniture: sharing"),),
            entries=own,
            layouts=(LayoutScore("time line, then headline", 0.94, "9 of 9 posts begin so"),),
        )
        return replace(facts, **more)  # type: ignore[arg-type]

    return (
        document(
            "harbour-1",
            "Harbour Wire",
            40,
            url="https://harbour.example/live/1",
            posts_stated=16,
            notes=("The page says it holds 16 posts; 4 were saved.",),
            captured=at(SECOND, "12:00"),
        ),
        document("ledger-1", "The Quay Ledger", 40, url="javascript:alert(1)", title="<b>Ledger</b> {static}x"),
        document("post-1", "Öst Post", 420, language="sv", order=Order.UNKNOWN),
    )


def digest() -> Digest:
    """The whole of it."""
    all_entries = entries()
    by = {int(entry.id[1:], 16): entry.id for entry in all_entries}
    flood = (by[1], by[2], by[4], by[5])
    stories = (
        Story(
            "s-flood",
            "Dyke breached at Elm Point",
            flood,
            ("Harbour Wire", "The Quay Ledger", "Öst Post"),
            2,
            at(FIRST, "08:05"),
            at(FIRST, "11:10"),
            former=("s-flood-old",),
        ),
        Story(
            "s-army",
            "Army sent to the coast",
            (by[6], by[7]),
            ("The Quay Ledger", "Öst Post"),
            1,
            at(FIRST, "11:40"),
            at(FIRST, "12:02"),
        ),
    )
    topics = (
        Topic(
            "elm-point",
            "Elm Point",
            TopicKind.PLACE,
            ("Elmpoint",),
            (*flood, by[7]),
            Place(54.5, 8.9, "DE"),
            related=("lower-town", "flood"),
            former=("elmpoint",),
        ),
        Topic(
            "lower-town",
            "Lower Town",
            TopicKind.PLACE,
            (),
            (by[2], by[3], by[8]),
            Place(54.1, 8.1, "DE"),
            related=("elm-point",),
        ),
        Topic("flood", "Flood", TopicKind.SUBJECT, (), (by[3], by[1]), media_topic="medtop:20000151"),
        Topic("ada-fenn", "Ada Fenn", TopicKind.PERSON, (), (by[3],), listed=False),
    )
    return Digest(
        _documents(all_entries),
        all_entries,
        _links(by),
        stories,
        topics,
        (Refusal("broken.txt", "broken.txt: is empty"),),
    )


def long_day(count: int = 500) -> Digest:
    """One day with ``count`` entries of four outlets, every fifth one linked to the one before.

    Its words are as many, and as often repeated, as those of ordinary prose.
    """
    vocabulary = words()
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    outlets = ("Harbour Wire", "The Quay Ledger", "Öst Post", "Radio Reed")

    def text(seed: int, length: int) -> str:
        return " ".join(Random(seed).choices(vocabulary, cum_weights=weights, k=length))

    made = tuple(
        _entry(
            number,
            f"long-{number % 4}",
            outlets[number % 4],
            FIRST,
            f"{number * 1439 // count // 60:02}:{number * 1439 // count % 60:02}",
            text(number, 9).capitalize(),
            text(-number, 45).capitalize() + ".",
            text(number * count, 30).capitalize() + ".",
        )
        for number in range(1, count + 1)
    )
    links = tuple(
        Link(a.id, b.id, Relation.CORROBORATES, 0.8) for place, (a, b) in enumerate(pairwise(made)) if place % 5 == 0
    )
    documents = tuple(
        Document(
            f"long-{k}",
            f"long-{k}.txt",
            "0" * 64,
            "text",
            tuple("x" for _ in range(count * 4 + 8)),
            title=f"Long {k}",
            outlet=outlets[k],
            date=FIRST,
            entries=tuple(entry for entry in made if entry.document == f"long-{k}"),
        )
        for k in range(4)
    )
    return Digest(documents, made, links, (), ())
