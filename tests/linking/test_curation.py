"""A person decides last."""

from __future__ import annotations

from generator.config import Curation, LinkDecision, StoryDecision
from generator.linking.curation import apply, denied, unknown
from generator.model import FigureDifference, Link, Relation
from tests.linking.accounts import entry

A = entry("Early.", name="a", at="2021-05-04T10:00")
B = entry("Later.", name="b", at="2021-05-04T09:00", outlet="Lamp")
C = entry("No time.", name="c", at=None, outlet="Bell")
ENTRIES = (A, B, C)
LINK = Link("b", "a", Relation.CORROBORATES, 0.7, figures=(FigureDifference("killed", "1", "2"),))


def decided(*decisions: LinkDecision, links: tuple[Link, ...] = (LINK,)) -> tuple[Link, ...]:
    return apply(links, Curation(links=decisions), ENTRIES)


def test_a_confirmed_link_keeps_its_evidence_and_says_that_a_person_confirmed_it() -> None:
    (link,) = decided(LinkDecision(a="a", b="b", relation="corroborates", reason="read both"))
    assert link == Link("b", "a", Relation.CORROBORATES, 1.0, figures=LINK.figures, curated="read both")


def test_a_retyped_link_has_the_relation_a_person_gave() -> None:
    (link,) = decided(LinkDecision(a="b", b="a", relation="copy"))
    assert (link.relation, link.curated) == (Relation.COPY, "decided by a person")


def test_a_denied_link_is_gone_whatever_its_order() -> None:
    decision = LinkDecision(a="a", b="b", relation="none", reason="another quake")
    assert decided(decision) == ()
    assert denied(Curation(links=(decision,))) == {frozenset({"a", "b"})}


def test_a_link_made_by_hand_runs_from_the_earlier_to_the_later_entry() -> None:
    (link,) = decided(LinkDecision(a="a", b="b", relation="updates", reason="same siege"), links=())
    assert link == Link("b", "a", Relation.UPDATES, 1.0, curated="same siege")


def test_an_entry_without_a_time_comes_after_those_that_have_one() -> None:
    (link,) = decided(LinkDecision(a="c", b="a", relation="related"), links=())
    assert (link.a, link.b) == ("a", "c")


def test_the_later_of_two_decisions_about_a_pair_counts() -> None:
    first = LinkDecision(a="a", b="b", relation="none")
    assert decided(first, LinkDecision(a="b", b="a", relation="copy"))[0].relation is Relation.COPY
    assert denied(Curation(links=(first, LinkDecision(a="b", b="a", relation="copy")))) == frozenset()


def test_a_decision_about_entries_that_are_not_here_changes_nothing_and_is_reported() -> None:
    curation = Curation(
        links=(LinkDecision(a="a", b="gone", relation="copy"),), stories=(StoryDecision(join=("a", "lost")),)
    )
    assert apply((LINK,), curation, ENTRIES) == (LINK,)
    assert [str(error) for error in unknown(curation, ENTRIES)] == [
        "curation.toml: links, decision 1: there is no entry 'gone' – "
        "entry ids are the ones after # in the addresses of the pages",
        "curation.toml: stories, decision 1: there is no entry 'lost' – "
        "entry ids are the ones after # in the addresses of the pages",
    ]


def test_a_decision_that_links_an_entry_to_itself_is_reported() -> None:
    curation = Curation(links=(LinkDecision(a="a", b="a", relation="copy"),))
    assert apply((LINK,), curation, ENTRIES) == (LINK,)
    assert "names the entry 'a' twice" in str(unknown(curation, ENTRIES)[0])


def test_nothing_decided_changes_nothing() -> None:
    assert decided() == (LINK,)
    assert unknown(Curation(), ENTRIES) == ()
