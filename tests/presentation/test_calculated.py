"""A calculated figure shows its terms, with numbers as its language writes them."""

import pytest

from language.languages import ENGLISH, VIETNAMESE
from presentation.calculated import calculated_note


@pytest.mark.parametrize(
    ("note", "vietnamese", "english"),
    [
        ("66775 / 1000000", "66.775 / 1.000.000", "66,775 / 1,000,000"),
        ("3 / 9", "3 / 9", "3 / 9"),
        ("ước tính", "ước tính", "an estimate"),
        ("79/82", "79 trong 82 đơn vị có chỉ tiêu", "unions with a target: 79 of 82"),
    ],
)
def test_a_division_is_written_like_other_numbers(note: str, vietnamese: str, english: str):
    assert (calculated_note(note, VIETNAMESE), calculated_note(note, ENGLISH)) == (vietnamese, english)
