"""Every measure is declared, named and written in both languages."""

import pytest

from language.languages import LANGUAGES, Language
from model.codes import Measure
from model.measures import ADDITIVE, MEASURES, unit_of


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
@pytest.mark.parametrize("measure", Measure)
def test_it_has_a_unit_that_numbers_write_and_a_name(measure: Measure, language: Language):
    numbers = language.numbers
    written = {
        "count": numbers.count(40),
        "vnd": numbers.money_vnd(40),
        "percent": numbers.percent(40),
        "rate": numbers.decimal(40, 1),
    }
    assert numbers.measured(40, unit_of(measure)) == written[MEASURES[measure].unit]
    assert measure.value in language.names.measures


def test_shares_and_rates_do_not_add_up():
    assert not [measure for measure in ADDITIVE if unit_of(measure) in ("percent", "rate")]
