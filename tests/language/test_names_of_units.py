"""A union has one English name: its short name shortens the full one, and a name that is not translated never is."""

import pytest

from data_access.demo.plan import EXACT_UNIONS
from data_access.reference.reference_data import lines
from language.languages import ENGLISH

UNITS = [line for line in lines("units.csv") if line["short_name"]]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit["code"])
def test_the_short_name_has_the_words_of_the_full_one_in_their_order(unit: dict[str, str]) -> None:
    words = iter(unit["name_en"].split())
    short = ENGLISH.names.word(unit["short_name"])
    assert all(word in words for word in short.split()), (short, unit["name_en"])


def test_grassroots_unions_without_an_english_name_keep_theirs_in_the_short_form() -> None:
    """“Nam Mẫu coal” stood in one section and “Công đoàn Công ty Than Nam Mẫu” in the next."""
    names = [name for union in EXACT_UNIONS for name in (union.name, union.short_name)]
    assert "Than Nam Mẫu" in names
    assert [name for name in names if ENGLISH.names.word(name) != name] == []
