"""What sources say of units without a number stands in reports as on the page."""

import polars as pl
import pytest

from language.languages import LANGUAGES
from presentation.said import said_of_units

TARGETS = pl.DataFrame(
    {
        "short_name": ["Hòa Bình", "Lạng Sơn", "Phú Thọ", "Hà Nội"],
        "over_guided": [3927, 828, None, 5],
        "guided": [None, None, None, 100],
        "said": [None, None, "registered_below_guide", None],
    }
)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_everybody_it_is_said_of_stands_in_one_sentence(language):
    above, *others = said_of_units(TARGETS, language)
    count = language.numbers.count
    assert above == language.targets.said_above.format(units=f"Hòa Bình {count(3927)}; Lạng Sơn {count(828)}")
    assert [line.rpartition(": ")[2] for line in others] == ["Phú Thọ"]


def test_records_say_nothing_beside_their_numbers():
    assert not list(said_of_units(TARGETS.drop("said"), LANGUAGES["vi"]))
