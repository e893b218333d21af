"""What stories are made of links."""

from __future__ import annotations

from generator.config import Curation, StoryDecision
from generator.linking.stories import gather, story_id
from generator.model import Entry, Link, Relation
from tests.linking.accounts import entry

A = entry("The bridge at Orley is closed.", headline="Bridge shut", outlet="Post", at="2021-05-04T08:00", name="a")
B = entry("Orley bridge closed to all traffic.", outlet="Wire", at="2021-05-04T09:00", name="b")
C = entry("The bridge in Orley is shut.", headline="Orley cut off", outlet="Radio", at="2021-05-04T10:00", name="c")
D = entry("A cat was rescued.", outlet="Post", at="2021-05-05T10:00", name="d")
ALL = (A, B, C, D)


def link(a: Entry, b: Entry, relation: Relation = Relation.CORROBORATES, score: float = 0.9) -> Link:
    return Link(a.id, b.id, relation, score)


def entries(*links: Link, curation: Curation | None = None) -> list[tuple[str, ...]]:
    return [story.entries for story in gather(ALL, links, curation or Curation())]


def test_linked_entries_make_one_story_in_order_of_time() -> None:
    assert entries(link(B, C), link(A, B)) == [("a", "b", "c")]


def test_related_entries_make_no_story() -> None:
    assert entries(link(A, B, Relation.RELATED)) == []


def test_outlets_with_a_shared_origin_count_as_one_separate_report() -> None:
    story = gather(ALL, [link(A, B, Relation.SHARES_SOURCE), link(B, C), link(A, C)], Curation())[0]
    assert (story.outlets, story.separate_reports) == (("Post", "Wire", "Radio"), 2)


def test_a_story_is_named_by_the_headline_that_holds_most_to_the_others() -> None:
    story = gather(ALL, [link(A, B, score=0.5), link(B, C, score=0.9), link(A, C, score=0.6)], Curation())[0]
    assert story.title == "Orley cut off"


def test_every_id_a_story_could_have_had_stays_valid() -> None:
    story = gather(ALL, [link(A, B)], Curation())[0]
    assert (story.id, story.former) == (story_id("a"), (story_id("b"),))


def test_a_person_can_join_split_and_name_stories() -> None:
    joined = Curation(stories=(StoryDecision(join=("c", "d")),))
    assert entries(link(A, B), curation=joined) == [("a", "b"), ("c", "d")]
    split = Curation(stories=(StoryDecision(split=("c",)),))
    assert entries(link(A, B), link(B, C), curation=split) == [("a", "b")]
    named = Curation(stories=(StoryDecision(entry="b", title="The Orley bridge", reason="clearer"),))
    story = gather(ALL, [link(A, B)], named)[0]
    assert (story.title, story.curated) == ("The Orley bridge", "clearer")
