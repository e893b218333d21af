"""One invented day of 500 entries by five outlets, as liveblog texts: the longest day the site is measured on.

Words are made of syllables and drawn as in language (Zipf's law), so that the pages compress as news does.
"""

from __future__ import annotations

import itertools
import random
from pathlib import Path

OUTLETS = ("Harbour Wire", "Quay Ledger", "Elm Point Post", "Radio Reed", "Mill Street Courier")
DAY = "Tuesday 4 March 2031"
_SYLLABLES = "ba re lo mi tan ver sol qui den or ka pel is ru to gar lem ni fos tra el um ses ha win dor ci ya".split()
_COMMON = "the of and in to a that said on for was by with at from are it is as have were has people not".split()


def words() -> list[str]:
    """4,000 words, the common ones first."""
    chance = random.Random(7)
    made = dict.fromkeys(_COMMON)
    while len(made) < 4000:
        made["".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((2, 2, 3, 3, 4))))] = None
    return list(made)


def write_long_day(folder: Path, entries: int = 500) -> None:
    """Fill ``folder`` with one text for each outlet; together they hold ``entries`` entries of one day."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = words()
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    each = entries // len(OUTLETS)
    for place, outlet in enumerate(OUTLETS):
        chance = random.Random(place)

        def sentence(length: int, chance: random.Random = chance) -> str:
            return " ".join(chance.choices(vocabulary, cum_weights=weights, k=length)).capitalize() + "."

        posts = []
        for number in range(each):
            minute = (number * 1435 // each + place * 2) % 1440
            event = random.Random(f"event {number}")
            shared = " ".join(event.choices(vocabulary[300:], k=6)).title()
            headline = f"{shared} {chance.choice(vocabulary[24:])}"
            text = f"{sentence(9)} {shared} counted {event.randint(2, 90)} boats at Elm Point. {sentence(22)}"
            posts.append(
                f"{minute // 60:02}:{minute % 60:02} GMT\n\n{headline}\n\n{text}\n\n{sentence(24)} {sentence(17)}\n"
            )
        name = outlet.lower().replace(" ", "-")
        (folder / f"{name}.txt").write_text(f"{outlet} live: the long day\n\n{DAY}\n\n" + "\n".join(posts), "utf-8")
        (folder / f"{name}.toml").write_text(
            f'outlet = "{outlet}"\ndate = 2031-03-04\nurl = "https://{name}.example/"\n'
        )
