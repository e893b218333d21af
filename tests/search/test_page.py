"""The search page in a real browser, opened from a folder on disk and from a server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publishing.search.records import SearchRecord
from generator.publishing.search.spellings import Name
from tests.digests import HOSTILE
from tests.search.sites import ask, record, said, write_site

pytestmark = pytest.mark.browser

ENTRIES = [
    record(1, "Bridges closed in Kyiv", "The mayor closed both bridges at dawn.", topics=("kyiv",)),
    record(2, "Mayor speaks", "A bridge in Kiev stays open, the mayor said.", outlet="Quay Ledger", topics=("kyiv",)),
    record(3, "Ceasefire holds", "Guns are silent after the state of siege.", relation="corroborates"),
    record(4, "Talks on a cease-fire", "Envoys of the United Nations met.", day="2031-06-02", topics=("un",)),
    record(5, "UN sends envoys", "Aid for 1,200 people.", day="2031-06-03", topics=("un",), outlet="Öst Post"),
    record(6, "L'évacuation continue", "Les évacuées arrivent à Besançon.", language="fr", day="2031-06-03"),
    record(7, "東京都は避難所を開設", "大雨で橋が閉鎖された。", language="ja", day="2031-06-04"),
    record(8, "น้ำท่วมกรุงเทพ", "สะพานปิด", language="th", day="2031-06-04"),
    record(9, "الفيضانات في المدينة", "قال المسؤولون إن الجسور أغلقت.", language="ar", day="2031-06-04"),
    record(10, "Говорит мэр", "Ещё два моста закрыты.", language="ru", day="2031-06-04"),
    record(11, "", "An entry without a headline, about turbines.", day="", minute=None),
    record(12, "Siege of a state", "The state said nothing of a siege.", relation="updates", day="2031-06-05"),
]
NAMES = [Name("kyiv", ("Kyiv", "Kiev"), 2), Name("un", ("United Nations", "UN"), 2)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("a site") / "under a path", ENTRIES, NAMES)


@pytest.fixture
def disk(site: Path) -> str:
    return site.as_uri()


@pytest.fixture(scope="module")
def web(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site.parent.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{site.parent.name.replace(' ', '%20')}/search.html"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """One page for many questions."""
    with browser.new_context() as context:
        yield context.new_page()


@pytest.mark.parametrize(
    ("query", "headlines"),
    [
        ("bridges mayor", {"Bridges closed in Kyiv", "Mayor speaks"}),
        ("kiev", {"Bridges closed in Kyiv", "Mayor speaks"}),
        ("mayor -dawn", {"Mayor speaks"}),
        ("ceasefire", {"Ceasefire holds", "Talks on a cease-fire"}),
        ("cease-fire", {"Ceasefire holds", "Talks on a cease-fire"}),
        ('"state of siege"', {"Ceasefire holds"}),
        ('"siege of state"', set()),
        ('siege -"state of siege"', {"Siege of a state"}),
        ("un", {"Talks on a cease-fire", "UN sends envoys"}),
        ("1200", {"UN sends envoys"}),
        ("evacuee", {"L'évacuation continue"}),
        ("BESANCON", {"L'évacuation continue"}),
        ("東京", {"東京都は避難所を開設"}),
        ("橋", {"東京都は避難所を開設"}),
        ("กรุงเทพ", {"น้ำท่วมกรุงเทพ"}),
        ("فيضانات", {"الفيضانات في المدينة"}),
        ("мост", {"Говорит мэр"}),
        ("outlet:quay", {"Mayor speaks"}),
        ('outlet:"Öst Post"', {"UN sends envoys"}),
        ("outlet:ost", {"UN sends envoys"}),
        ("topic:kiev", {"Bridges closed in Kyiv", "Mayor speaks"}),
        ("topic:kyiv -topic:un open", {"Mayor speaks"}),
        ('topic:"United Nations"', {"Talks on a cease-fire", "UN sends envoys"}),
        ("day:2031-06-02..2031-06-03", {"Talks on a cease-fire", "UN sends envoys", "L'évacuation continue"}),
        ("day:2031-06-05..", {"Siege of a state"}),
        ("is:corroborated", {"Ceasefire holds"}),
        ("brigdes mayor", {"Bridges closed in Kyiv", "Mayor speaks"}),
        ("turbinse", {"An entry without a headline, about turbines."}),
        (
            "the",
            {"Bridges closed in Kyiv", "Mayor speaks", "Ceasefire holds", "Talks on a cease-fire", "Siege of a state"},
        ),
    ],
)
def test_queries_find_what_they_say(reader: Page, site: Path, query: str, headlines: set[str]) -> None:
    assert set(ask(reader, site.as_uri(), query)) == headlines


def test_when_no_entry_has_all_words_those_with_most_are_shown_and_it_says_so(page: Page, disk: str) -> None:
    assert ask(page, disk, "mayor dawn zebra") == ["Bridges closed in Kyiv"]
    assert "none has all of “mayor”, “dawn”, “zebra”" in said(page)
    expect(page.locator(".search-missing")).to_have_text("without: zebra")


def test_a_word_that_was_taken_for_another_is_named(page: Page, disk: str) -> None:
    ask(page, disk, "brigdes")
    assert "“brigdes” was also taken for “bridges”" in said(page)


def test_the_best_entry_comes_first_and_time_orders_both_ways(page: Page, disk: str) -> None:
    assert ask(page, disk, "siege")[0] == "Siege of a state"
    assert ask(page, disk, "mayor") == ask(page, disk, "mayor")
    page.locator(".search-sort").select_option("oldest")
    expect(page.locator(".search-headline").first).to_have_text("Bridges closed in Kyiv")
    page.locator(".search-sort").select_option("newest")
    expect(page.locator(".search-headline").first).to_have_text("Mayor speaks")
    assert "sort=newest" in page.url


def test_typing_finds_before_the_word_is_whole(page: Page, disk: str) -> None:
    page.goto(disk)
    page.keyboard.type("evacu")
    expect(page.locator(".search-headline")).to_have_text(["L'évacuation continue"])


def test_the_first_letter_of_a_word_neither_finds_nor_hides_anything(page: Page, disk: str) -> None:
    page.goto(disk)
    page.keyboard.type("siege s")
    page.wait_for_timeout(300)
    expect(page.locator(".search-headline")).to_have_text(["Siege of a state", "Ceasefire holds"])
    expect(page.locator(".search-status")).to_have_text("2 entries.")


def test_a_shared_address_shows_the_same_results_from_disk_and_from_a_sub_path(page: Page, disk: str, web: str) -> None:
    on_disk = ask(page, disk, "mayor bridge")
    page.goto(f"{web}?q=mayor+bridge")
    expect(page.locator(".search-headline")).to_have_text(on_disk)
    page.goto(f"{disk}?q=mayor+bridge")
    expect(page.locator(".search-headline")).to_have_text(on_disk)


def test_typing_leaves_an_address_to_share(page: Page, web: str) -> None:
    page.goto(web)
    page.keyboard.type("envoys")
    page.wait_for_url("**/search.html?q=envoys")


def test_filters_show_counts_and_narrow_down_in_the_query(page: Page, disk: str) -> None:
    ask(page, disk, "mayor")
    ledger = page.get_by_role("button", name="Quay Ledger 1")
    expect(ledger).to_have_attribute("aria-pressed", "false")
    ledger.click()
    expect(page.locator(".search-headline")).to_have_text(["Mayor speaks"])
    expect(page.locator(".search-words")).to_have_value('mayor outlet:"Quay Ledger"')
    page.get_by_role("button", name="Quay Ledger 1").click()
    expect(page.locator(".search-headline")).to_have_count(2)
    expect(page.get_by_role("button", name="Kyiv 2")).to_be_visible()


def test_keys_lead_from_the_field_through_the_hits_to_the_entry_and_back(page: Page, disk: str) -> None:
    page.goto(disk)
    page.keyboard.type("siege")
    expect(page.locator(".search-headline")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".search-link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-words")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".search-link").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/days/2031-06-05.html?mark=*#e12")
    expect(page.locator("#e12 mark").first).to_have_text("Siege")
    page.keyboard.press("Escape")
    page.wait_for_url("**/search.html*")
    expect(page.locator(".search-headline")).to_have_count(2)


def test_a_slash_on_any_page_goes_to_its_search(page: Page, site: Path) -> None:
    page.goto((site.parent / "days" / "2031-06-01.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("envoys")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=envoys")
    expect(page.locator(".search-headline")).to_have_count(2)


def test_results_are_announced_and_the_field_is_named(page: Page, disk: str) -> None:
    ask(page, disk, "mayor")
    expect(page.get_by_role("status")).to_have_text("2 entries.")
    expect(page.get_by_role("searchbox", name="Search all entries")).to_be_visible()


def test_excerpts_and_headlines_mark_the_words_that_were_found(page: Page, disk: str) -> None:
    ask(page, disk, "bridge mayor")
    first = page.locator(".search-result").first
    assert set(first.locator("mark").all_inner_texts()) <= {"bridge", "bridges", "Bridges", "mayor", "Mayor"}
    assert first.locator("mark").count() >= 2


def test_marks_on_the_entrys_page_cover_the_same_words(page: Page, disk: str) -> None:
    ask(page, disk, "橋 閉鎖")
    page.locator(".search-link").first.click()
    page.wait_for_url("**/days/*")
    assert page.locator("#e7 mark").all_inner_texts() == ["橋", "閉鎖"]


def test_what_documents_say_is_shown_as_letters_and_does_nothing(page: Page, tmp_path: Path) -> None:
    odd = [
        *HOSTILE,
        "\u0301\u0302 alone",
        "👩‍🚒🚒",
        "\u202eabc",
        "x" * 5000,
        "<img src=x onerror=alert(1)>",
        "__proto__ constructor",
    ]
    entries = [record(number, f"needle {text}", text, outlet=text[:60]) for number, text in enumerate(odd)]
    names = [Name(f"t{number}", (text,), 1) for number, text in enumerate(odd)]
    address = write_site(tmp_path, entries, names).as_uri()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    shown = ask(page, address, "needle")
    while page.locator(".search-more").is_visible():
        before = page.locator(".search-result").count()
        page.locator(".search-more").click()
        expect(page.locator(".search-result")).not_to_have_count(before)
    shown = page.locator(".search-headline").all_inner_texts()
    assert len(shown) == len(odd)
    assert any("<script>alert(1)</script>" in text for text in shown)
    assert page.locator(".search-result :is(script, img, iframe, a:not(.search-link))").count() == 0
    assert all(request.startswith(("file:", "about:")) for request in requests)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        '"',
        "-",
        "outlet:",
        "day:..",
        "((((",
        "\\",
        "%",
        "a" * 3000,
        "__proto__",
        "constructor",
        "topic:__proto__",
        "\ud83d",
        "!kyiv",
        "kiev=kyiv",
    ],
)
def test_odd_queries_do_no_harm(reader: Page, site: Path, query: str) -> None:
    if not reader.url.startswith(site.as_uri()):
        reader.goto(site.as_uri())
    reader.evaluate("(text) => digestSearch.find(text).then((found) => digestSearch.show(found, 0, 10))", query)


@pytest.mark.parametrize("entries", [[], [ENTRIES[6]], [record(1, "", "…", outlet="")]])
def test_archives_without_entries_or_without_words_can_be_searched(
    page: Page, tmp_path: Path, entries: list[SearchRecord]
) -> None:
    assert ask(page, write_site(tmp_path, entries).as_uri(), "bridge") == []
    assert said(page) == "No entry."


def test_a_missing_shard_is_said_and_the_next_search_works(page: Page, web: str) -> None:
    page.goto(web)
    page.route("**/t0/*.js", lambda route: route.abort())
    page.locator(".search-words").fill("mayor")
    expect(page.locator(".search-status")).to_contain_text("could not be loaded")
    page.unroute("**/t0/*.js")
    page.locator(".search-words").fill("mayor dawn")
    expect(page.locator(".search-headline")).to_have_text(["Bridges closed in Kyiv"])


def test_without_scripts_the_page_says_where_to_go_instead(browser: Browser, disk: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(disk)
        expect(page.locator(".search-without-scripts a").first).to_have_attribute("href", "days/all.html")
