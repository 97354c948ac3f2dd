"""Vietnamese has one orthography: the tone of an open glide stands on its first vowel (“xóa”, “Thanh Hóa”)."""

import re
from pathlib import Path
from typing import Any

import pytest

from data_access.reference import reference_data
from language.counting import map_sentences
from language.languages import ENGLISH, VIETNAMESE

SECOND_VOWEL = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
QUOTATION = "nhận ra mã hoá "  # acceptance/bad_inputs.csv looks for this message by its words
PAGES = [*Path("docs").rglob("*.md"), Path("README.md")]


def otherwise(text: str) -> list[str]:
    return [text[max(0, match.start() - 20) : match.end() + 10] for match in SECOND_VOWEL.finditer(text)]


@pytest.mark.parametrize("text", ["Thanh Hoá", "xoá", "luỹ kế", "khoẻ", "huỷ", "Thuỷ"])
def test_the_other_orthography_is_noticed(text: str):
    assert otherwise(text)


@pytest.mark.parametrize("text", ["Thanh Hóa", "lũy kế", "quý", "quỹ", "hoàn tác", "thuyết minh", "khuyến khích"])
def test_this_orthography_is_not(text: str):
    assert not otherwise(text)


@pytest.mark.parametrize("language", [VIETNAMESE, ENGLISH], ids=lambda language: language.code)
def test_sentences_are_written_in_it(language: Any):
    mixed: list[str] = []
    map_sentences(language, lambda sentence: mixed.extend(otherwise(sentence.replace(QUOTATION, ""))) or sentence)

    assert not mixed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_are_written_in_it(page: Path):
    assert not otherwise(page.read_text())


def test_data_that_ships_is_written_in_it():
    """The ledger keeps its first spelling: figures are known word for word."""
    events = [line["name_vi"] for line in reference_data.lines("events.csv")]
    names = [line["name_2022"] for line in reference_data.lines("provinces.csv")]

    assert len(names) > 60
    assert not [text for text in (*events, *names) if otherwise(text)]


def test_the_ledger_is_as_it_first_shipped():
    """Every spelling that ships once stays in databases: another one doubles the figure at the next `init`."""
    periods = {line["period"] for line in reference_data.lines("published_figures.csv")}

    assert {"luỹ kế", "luỹ kế từ 08/01/2022", "luỹ kế 08/01/2022–20/04/2022 08:00"} <= periods
