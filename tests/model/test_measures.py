"""Every measure is declared, named and written in both languages."""

from dataclasses import replace

import pytest

from interface.shell.page_list import PAGES
from language.languages import LANGUAGES, Language
from model.codes import Measure
from model.frames import COUNTS
from model.measures import ADDITIVE, MEASURES, measures_on, unit_of


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
@pytest.mark.parametrize("measure", Measure)
def test_it_has_a_unit_that_numbers_write_and_a_name(measure: Measure, language: Language):
    numbers = language.numbers
    written = {
        "count": numbers.count(40),
        "vnd": numbers.money_vnd(40),
        "percent": numbers.percent(40),
        "rate": numbers.decimal(40, 2),
    }
    assert numbers.measured(40, unit_of(measure)) == written[MEASURES[measure].unit]
    assert measure.value in language.names.measures


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_a_new_one_needs_no_more_words_than_its_label(language: Language):
    names = replace(language.names, measures={**language.names.measures, "new": "Rewarded"})
    language = replace(language, names=names)

    assert (language.measure_head("new"), language.measured("new", "24")) == ("Rewarded", "24 (Rewarded)")
    assert language.measured("valid", "24") != "24 (Rewarded)" and language.measure_head("valid") != "Rewarded"


def test_shares_and_rates_do_not_add_up():
    assert not [measure for measure in ADDITIVE if unit_of(measure) in ("percent", "rate")]


@pytest.mark.parametrize("measure", Measure)
def test_it_is_computed_from_columns_that_there_are(measure: Measure):
    declared = MEASURES[measure]

    assert declared.column in COUNTS
    assert declared.known_by in {"", *COUNTS}


@pytest.mark.parametrize("measure", Measure)
def test_some_page_offers_it(measure: Measure):
    pages = {page.subject for page in PAGES}

    assert {*MEASURES[measure].pages} <= pages
    assert any(measure in measures_on(page) for page in pages)


def test_no_printed_metric_is_that_of_two_measures():
    printed = [metric for declared in MEASURES.values() for metric in declared.metrics]

    assert len({*printed}) == len(printed)
