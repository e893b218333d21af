"""Bytes become text: by mark, declaration or detection, or are said to be unreadable."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import DocumentError
from generator.reading.encodings import clean, decode

GERMAN = "Die Fähre fährt heute nicht, weil der Sturm zu stark ist; größere Schäden gibt es kaum. " * 3
RUSSIAN = "Паром сегодня не ходит, потому что шторм слишком сильный, сообщает порт. " * 4


@pytest.mark.parametrize(
    ("mark", "name"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_decides(mark: bytes, name: str) -> None:
    assert decode(mark + GERMAN.encode(name)) == (GERMAN, name)


def test_utf16_without_a_mark_is_seen_by_its_nuls() -> None:
    assert decode("Plain words, twice as wide.".encode("utf-16-le")) == ("Plain words, twice as wide.", "utf-16-le")


def test_the_declaration_in_a_page_is_followed() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>' + RUSSIAN
    assert decode(page.encode("cp1251")) == (page, "cp1251")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    page = '<meta charset="iso-8859-1">“Sturm” – ' + GERMAN
    assert decode(page.encode("cp1252")) == (page, "cp1252")


def test_utf8_that_fits_beats_a_wrong_declaration() -> None:
    page = '<meta charset="iso-8859-1">' + GERMAN
    assert decode(page.encode()) == (page, "utf-8")


def test_an_undeclared_old_encoding_is_detected() -> None:
    assert decode(RUSSIAN.encode("cp1251"))[0] == RUSSIAN


def test_a_few_accents_in_an_old_encoding_are_not_taken_for_damaged_utf8() -> None:
    text = '<meta charset="iso-8859-1">' + "plain words and then a café at the quay, nothing more to see here tonight"
    assert "café" in decode(text.encode("latin-1"))[0]


def test_a_character_cut_at_the_end_costs_only_itself() -> None:
    assert decode("漢字かな".encode()[:-1]) == ("漢字か\ufffd", "utf-8")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" * 60, b"\1\2\3\4" * 99]
)
def test_what_is_no_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"photo\.html: unreadable"):
        decode(data, None, "photo.html")


def test_nuls_and_control_characters_go_and_lone_surrogates_are_replaced() -> None:
    assert clean("a\0b\x07c\ud800d\te\n") == "abc\ufffdd\te\n"


@given(st.binary(max_size=400))
def test_whatever_is_read_can_be_written_as_utf8(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except DocumentError:
        return
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r"])
def test_a_western_declaration_is_not_believed_of_a_page_in_cyrillic(codec: str) -> None:
    text = "Ни один паром не выйдет из порта до вечера, говорят в компании, и билеты действуют ещё неделю. "
    assert text in decode(b'<meta charset="iso-8859-1">' + (text * 3).encode(codec))[0]


def test_a_western_declaration_is_believed_of_a_western_page() -> None:
    text = "Die Fähre nach Süderöög fährt heute früher; am Kai hört man größere Wellen über die Böschung schlagen. " * 5
    assert decode(b'<meta charset="iso-8859-1">' + text.encode("latin-1"))[1] == "cp1252"


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "utf-8"])
@pytest.mark.parametrize(
    ("language", "encoding", "said"),
    [
        ("tr", "cp1254", "Şiddetli yağış ılıca önünde başladı"),
        ("pl", "iso8859-2", "Źródło znów płynie, a ścieżka jest sucha"),
        ("pl", "cp1250", "Źródło znów płynie, a ścieżka jest sucha"),
        ("cs", "iso8859-2", "Čluny připluly včera před šestou"),
        ("ja", "cp932", "水門は朝から開いていると係員が話した"),
        ("ja", "euc_jp", "水門は朝から開いていると係員が話した"),
        ("zh", "gb18030", "水闸今天上午再次打开，船只可以通行"),
        ("ru", "koi8-r", "Шлюз снова открыт для всех лодок"),
    ],
)
def test_the_language_of_a_page_tells_what_a_false_declaration_does_not(
    language: str, encoding: str, said: str, declared: str
) -> None:
    page = f'<html lang="{language}"><head><meta charset="{declared}"></head><body><p>{said} {said}</p></body></html>'
    assert said in decode(page.encode(encoding))[0]


def test_east_asian_text_declared_as_western_is_told_by_its_looks() -> None:
    said = "水門は朝から開いていると係員が話しました。船は十時に通ります。"
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{f"<p>{said}</p>" * 20}</body></html>'
    assert said in decode(page.encode("cp932"))[0]


def test_western_text_stays_western_in_a_page_of_scripts() -> None:
    said = "Größere Schäden gibt es an der Schleuse, über die täglich viele fahren."
    page = f'<html lang="de"><head><meta charset="iso-8859-1"><script>{"é1" * 500}</script></head><p>{said}</p></html>'
    assert said in decode(page.encode("cp1252"))[0]
