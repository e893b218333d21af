"""`digest explain`: the evidence for and against, in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.linking.explain import explain
from generator.model import Evidence, Link, Relation, Story
from tests.linking.accounts import entry

A = entry("Two miners were hurt at Orla, the company said.", name="a", at="2021-05-04T10:00")
B = entry("Five miners were hurt at Orla, we hear.", name="b", at="2021-05-04T10:10", outlet="Lamp")
C = entry("The president expressed sorrow over Orla.", name="c", at="2021-05-04T12:00", outlet="Bell")


@dataclass(frozen=True)
class Found:
    links: tuple[Link, ...] = ()
    stories: tuple[Story, ...] = field(default=())


LINK = Link("a", "b", Relation.CORROBORATES, 0.91, Evidence(names=("Orla",), words=("miners",)), curated="read both")
RIVAL = Link("a", "c", Relation.RELATED, 0.4)
STORY = Story("story-a", "Lift stuck at Orla", ("a", "b"), ("Harbour Post", "Lamp"), 2)


def test_a_link_is_explained_by_its_score_evidence_relation_figures_story_and_rivals() -> None:
    text = explain(B, A, (A, B, C), Found((LINK, RIVAL), (STORY,)))
    for expected in (
        "They are linked, score 0.91",
        "no shared origin found",
        "A person decided: read both",
        "shared names: Orla",
        "injured: Two in the first, Five in the second",
        "Nothing in the two texts speaks against one happening.",
        "Both stand in the story “Lift stuck at Orla”",
        "0.40 related",
    ):
        assert expected in text
    assert text.index("a  Harbour Post") < text.index("b  Lamp")


def test_what_speaks_against_a_link_is_said() -> None:
    text = explain(A, C, (A, B, C), Found())
    assert "They are not linked." in text
    assert "Against one happening: only one of them leads with what others say of it." in text


def test_an_undated_entry_is_explained_too() -> None:
    assert "undated" in explain(A, entry("Miners.", name="d", at=None), (A,), Found())
