"""The same wording in two entries."""

from __future__ import annotations

from generator.linking.copies import containment, copied, words_of
from tests.linking.accounts import entry

WIRE = (
    "A barge carrying gravel sank below the old bridge at Millton on Friday after it struck a pier, the river "
    "police said. Its crew of three swam ashore and the channel was closed to traffic."
)


def test_a_light_edit_of_the_same_text_is_a_copy() -> None:
    edited = WIRE.replace("on Friday ", "").replace("Its crew", "The crew").replace("was closed", "is closed")
    assert copied(entry(WIRE), entry(edited + " What next?", outlet="Whistle"))


def test_the_same_news_in_other_words_is_no_copy() -> None:
    other = "Three men got wet and nobody is hurt: their gravel boat hit the bridge here and went down in minutes."
    assert not copied(entry(WIRE), entry(other, outlet="Whistle"))


def test_a_stock_phrase_in_common_is_no_copy() -> None:
    a = "As a result of a rock fall at the eastern quarry two workers received injuries, the ministry informs."
    b = "As a result of a fire at the paper mill in Orla nine workers received injuries, the ministry informs."
    assert not copied(entry(a), entry(b))


def test_a_short_headline_in_common_is_no_copy_of_a_report() -> None:
    assert not copied(entry(headline="Barge sinks below old bridge at Millton"), entry(WIRE))


def test_a_quotation_that_both_print_does_not_make_a_copy() -> None:
    said = "“Nobody will be left behind, whatever it costs and however long it takes us to get there”"
    a = entry(f"{said}, the minister of transport promised reporters in the flooded market hall this morning.")
    b = entry(f"Hours after the water came, Anna Holt stood on a crate and said: {said}. Few believed her here.")
    assert not copied(a, b)


def test_containment_is_the_share_of_the_shorter_text() -> None:
    words = words_of(WIRE)
    assert containment(words, words) == 1.0
    assert containment(words, words_of("entirely different words that nobody else has printed in this place")) == 0.0
    assert containment(words[:20], words) == containment(words, words[:20]) == 1.0


def test_typography_does_not_hide_a_copy() -> None:
    assert copied(entry(WIRE), entry(WIRE.upper().replace("'", "’"), outlet="Whistle"))
