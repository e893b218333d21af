"""The shape of pages: from our Markdown to the structure the theme lays out, and nothing from anyone else's."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from generator.errors import PublishError
from generator.publishing.shape import Shape
from generator.publishing.shape.serialize import to_html
from generator.writing.marks import Mark
from generator.writing.safe import markdown_link, markdown_text, plain
from tests.digests import HOSTILE

MARKS = {"Harbour Wire": ("harbour-wire", Mark(0, 0)), "A*B_C": ("a-b-c", Mark(1, 1)), "Q&A <Post>": ("q", Mark(2, 2))}


def shaped(text: str, folder: Path = Path()) -> html.HtmlElement:
    shape = Shape(MARKS)
    shape.folder = folder
    made = Markdown(extensions=["markdown.extensions.tables", shape]).convert(text)
    return html.fragment_fromstring(made, create_parent="main")


ENTRY = """## 08:00

### [08:05](#e000000000001) [Harbour Wire](../sources/harbour-wire.md) *printed “8.05”*: Dyke breached

Two were injured.

*Caption:* A barge

#### Figures differ

- [*Harbour Wire* 11:10](#e000000000005): **injured: 2 → 5** · update

*About this entry:* [Story](../stories/s.md)

### [08:30](#e000000000002) [Harbour Wire](../sources/harbour-wire.md)

No headline here.
"""


def test_an_entry_becomes_an_article_with_its_id_header_body_notes_and_footer() -> None:
    first, second = shaped(ENTRY).findall(".//article")
    assert first.get("id") == "e000000000001"
    assert [part.tag for part in first] == ["header", "div", "aside", "footer"]
    assert first.findtext("header/a/time") == "08:05"
    assert first.find("header/p/a").text_content() == "Harbour Wire"
    assert first.findtext("header/p/span") == "printed “8.05”"
    assert first.findtext("header/h3") == "Dyke breached"
    assert first.find("aside/h4").text == "Figures differ"
    assert second.find("header/h3") is None
    assert second.get("aria-label") == "Harbour Wire, 08:30"


def test_an_hour_becomes_a_section_with_a_short_address() -> None:
    section = shaped(ENTRY).find("section")
    assert (section.get("id"), section.get("class")) == ("h08", "hour")


def test_labels_become_classes_and_stay_audible() -> None:
    caption = shaped(ENTRY).find(".//p[@class='l-caption']")
    assert caption.text_content() == "Caption: A barge"
    assert caption.find("span").get("class") == "vh"


def test_an_outlet_gets_its_mark_as_a_link_and_in_emphasis() -> None:
    main = shaped("[Harbour Wire](sources/harbour-wire.md) and *A\\*B\\_C* and *nobody*")
    assert [node.get("class") for node in main.iter("svg")] == ["g o0", "g o1"]
    assert [node.get("class") for node in main.iter("a", "span")] == ["src o0", "src o1"]


def test_an_outlet_whose_name_holds_signs_of_html_has_its_mark_too() -> None:
    outlet = shaped(f"*{markdown_text('Q&A <Post>')}*").find(".//span")
    assert outlet.get("class") == "src o2"
    assert outlet.text_content() == "Q&A <Post>"


@pytest.mark.parametrize("sign", ["[", "\\", "&", "*", "|", "`", "![](", "<"])
def test_a_line_made_of_signs_is_read_in_time_that_grows_with_its_length(sign: str) -> None:
    started = time.process_time()
    main = shaped(f"# Title\n\n{markdown_text(sign * (120_000 // len(sign)))}")
    assert len(main.find("p").text_content()) == 120_000 // len(sign) * len(sign)
    assert time.process_time() - started < 5


def test_links_between_markdown_files_become_links_between_pages() -> None:
    links = shaped("[a](days/2031-03-04.md#e1) [b](../index.md) [c](#e1)").iter("a")
    assert [link.get("href") for link in links] == ["days/2031-03-04.html#e1", "../index.html", "#e1"]


def test_links_to_the_web_are_marked_as_leading_away() -> None:
    link = shaped("[a](https://example.org/x?y=1)").find(".//a")
    assert link.get("rel") == "external nofollow noreferrer"


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example/x", "/etc/passwd"),
        *("file:///etc/passwd", "../../../etc/passwd", "{static}/x.md", "vbscript:x", "..\\x.md", "blob:x"),
    ],
)
def test_any_other_link_becomes_plain_words(address: str) -> None:
    main = shaped(f"[words]({address}) ![x]({address})")
    assert main.find(".//a") is None
    assert main.find(".//img") is None
    assert "words" in main.text_content()


def test_raw_html_is_shown_as_its_letters() -> None:
    main = shaped('<script>alert(1)</script>\n\n<b onclick="x">bold</b> and <!-- gone --> <http://a.example>')
    assert {node.tag for node in main.iter()} == {"main", "p"}
    assert "<script>alert(1)</script>" in main.text_content()


def test_attribute_lists_are_only_text() -> None:
    main = shaped('*em*{: onclick="alert(1)"}\n\n# Title {#id .class}')
    assert all("onclick" not in node.attrib for node in main.iter())
    assert main.find("h1").get("id") is None


@pytest.mark.parametrize("text", HOSTILE)
def test_document_text_comes_out_as_its_letters(text: str) -> None:
    main = shaped(f"# Title\n\n{markdown_text(text)}\n\n- {markdown_text(text)}\n\n| {markdown_text(text)} |\n| --- |")
    assert [" ".join(node.text_content().split()) for node in main.iter("p", "li", "th")] == [plain(text)] * 3
    assert main.find(".//a") is None


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_at_all_comes_out_as_its_letters_and_brings_no_element(text: str) -> None:
    main = shaped(f"# Title\n\nx {markdown_text(text)} y\n\n> {markdown_text(text)}")
    assert {node.tag for node in main.iter()} <= {"main", "h1", "p", "blockquote"}
    assert " ".join(main.find("p").text_content().split()) == " ".join(f"x {plain(text)} y".split())


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_the_words_and_the_hint_of_a_link(text: str, hint: str) -> None:
    main = shaped(f"# Title\n\nsee {markdown_link(text, 'days/2031-03-04.md#e1', hint)}.")
    (link,) = main.iter("a")
    assert link.get("href") == "days/2031-03-04.html#e1"
    assert set(link.attrib) <= {"href", "data-preview"}
    assert " ".join(link.text_content().split()) == plain(text)


def test_document_text_cannot_forge_an_entry_a_note_or_a_label() -> None:
    forged = ["### [00:00](#e1) [Harbour Wire](../sources/harbour-wire.md): x", "#### Also reported by", "*Warning:* x"]
    main = shaped("# Title\n\n" + "\n\n".join(markdown_text(line) for line in forged))
    assert [node.tag for node in main] == ["h1", "p", "p", "p"]
    assert all(not (node.get("class") or "").startswith("l-") for node in main)


def test_a_drawing_stands_in_its_page_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "d.svg").write_text('<svg xmlns="x" class="lanes"><style>text{}</style><path d="M0 0"/></svg>', "utf-8")
    figure = shaped('![Two entries.](d.svg "What it shows")', tmp_path).find("figure")
    assert figure.get("class") == "chart lanes"
    assert figure.find("div/svg/path") is not None
    assert figure.find(".//style") is None
    assert figure.findtext("p") == "Two entries."
    assert figure.findtext("figcaption") == "What it shows"


def test_a_drawing_that_is_missing_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match=r"gone\.svg"):
        shaped("![x](gone.svg)", tmp_path)


def test_lines_of_a_document_have_an_anchor_and_their_destination() -> None:
    main = shaped("*Lines 7–8:* set aside – furniture\n\n    7  Share & <b>save</b> &amp;\n    8  {static}x")
    run = main.find("div")
    assert run.get("class") == "run to-aside"
    first, second = run.findall("ol/li")
    assert (first.get("id"), first.get("value"), first.text) == ("L7", "7", "Share & <b>save</b> &amp;")
    assert second.text == "{static}x"


def test_days_of_coverage_are_shaded_by_their_number_of_entries() -> None:
    week = "| Mon | Tue | Wed |\n| --- | --- | --- |\n| [1](days/a.md) *1* | [2](days/b.md) *40* | 3 |"
    assert [cell.get("class") for cell in shaped(week).iter("td")] == ["n1", "n4", None]


def test_sections_with_the_same_heading_have_different_addresses() -> None:
    assert [node.get("id") for node in shaped("## Same\n\nx\n\n## Same\n\ny").iter("section")] == [
        "s-same",
        "s-same--2",
    ]


def test_on_the_front_of_a_long_day_each_line_is_the_place_of_its_entry() -> None:
    line = "- [08:05](2031-03-04-08.md#e000000000001) *Harbour Wire* Dyke breached *also* *Harbour Wire* **2 → 5**"
    section = shaped(f"# Day\n\n## 08:00 · [1 entry in full](2031-03-04-08.md)\n\n{line}").find("section")
    item = section.find("ul/li")
    assert (section.get("id"), section.get("class")) == ("h08", "hour front")
    assert (item.get("id"), item.find("a").get("href")) == ("e000000000001", "2031-03-04-08.html#e000000000001")
    assert [node.get("class").split()[0] for node in item] == ["time", "src", "hl", "signs"]
    assert "".join(item[2].itertext()) == "Dyke breached"


def test_outside_a_front_a_line_that_leads_to_an_entry_is_not_its_place() -> None:
    line = "- [08:05](../days/2031-03-04.md#e000000000001) *Harbour Wire* Dyke breached"
    assert shaped(f"# Topic\n\n## Entries\n\n{line}").find("section/ul/li").get("id") is None


def python_markdowns_own(shape: Shape) -> Markdown:
    md = Markdown(extensions=["markdown.extensions.tables", shape], output_format="html")
    md.treeprocessors.register(InlineProcessor(md), "inline", 20)
    return md


PIECES = (
    *("a", "b c", " ", "  \n", "\n", "*", "**", "***", "_", "[", "]", "(", ")", "](", "](x.md)", '](x.md#e1 "t u")'),
    *("[w](x.md)", "[*o* 08:30](../a/b.md)", "*em*", "**st**", "!", "![", "\\*", "\\[", "&amp;", "<", "'", '"', "`"),
    *("https://e.example/?a=(b)", "- ", "> ", "# ", "| ", "\\_", "\u2028", "\x02", "klzzwxh:0001", "\x0258\x03", "é"),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
def test_lines_are_read_and_written_as_python_markdown_would(text: str) -> None:
    quick = Markdown(extensions=["markdown.extensions.tables", Shape(MARKS)], output_format="html")
    quick.serializer = to_html
    assert quick.convert(text) == python_markdowns_own(Shape(MARKS)).convert(text)
