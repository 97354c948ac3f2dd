"""Every filter of the register works everywhere; the cases come from the register itself."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from sqlalchemy import select

from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative
from data_access.store.records import Records
from interface.shell.chips import active_filters
from interface.shell.emptiness import _without
from language.languages import LANGUAGES, Language
from model.address import canonical, parse_query, to_params
from model.catalogue import Catalogue
from model.code_filters import CodeFilter, Narrows
from model.codes import Boundary
from model.filters import FILTERS, Filters
from presentation.filter_line import filter_line
from presentation.filter_names import name_of
from presentation.own_words import adapted_language
from presentation.published import describe_left_open
from presentation.wording import Wording

EVERY_FILTER = pytest.mark.parametrize("narrowing", FILTERS, ids=[narrowing.parameter for narrowing in FILTERS])


def codes_of(narrowing: CodeFilter, catalogue: Catalogue) -> tuple[str, ...]:
    data = {
        "unit": tuple(catalogue.unit_by_code),
        "cluster": tuple(catalogue.clusters),
        "sector": tuple(sector.code for sector in catalogue.sectors),
    }
    return narrowing.codes or data[narrowing.parameter]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, records: Records) -> Iterator[Language]:
    yield adapted_language(LANGUAGES[request.param], records.catalogue, "1tr")


@EVERY_FILTER
def test_an_address_holds_every_code_and_is_rebuilt(narrowing: CodeFilter, records: Records):
    codes = codes_of(narrowing, records.catalogue)
    filters = Filters().changed(**{narrowing.field: codes})
    assert to_params(filters)[narrowing.parameter] == list(codes)
    assert parse_query(canonical(filters), records.catalogue) == (filters, ())
    assert "programme=1tr" in canonical(filters)  # what is kept outlives the programme that the app opens with
    assert parse_query(f"{narrowing.parameter}=nobody-knows-it", records.catalogue)[1]


@EVERY_FILTER
def test_every_code_has_a_chip_and_a_place_in_the_line_of_files(
    narrowing: CodeFilter, records: Records, language: Language
):
    codes = codes_of(narrowing, records.catalogue)
    if narrowing.parameter == "unit":  # one a province of 2025: all parts of one share a chip
        provinces = {unit.province_code: unit.code for unit in records.catalogue.units}
        merged = {one.code_2025: provinces[one.code_2022] for one in records.catalogue.provinces}
        codes = tuple(merged.values())
    filters = Filters().changed(**{narrowing.field: codes})
    called = name_of(narrowing, records.catalogue, language)
    chips = list(active_filters(filters, records.catalogue, language))
    label = language.pages.filter_names[narrowing.parameter]
    assert chips == [(narrowing.parameter, code, f"{label}: {called(code)}") for code in codes]
    line = filter_line(filters, Wording(language, records.catalogue))
    assert label in line
    assert not [code for code in codes if called(code) not in line]


@EVERY_FILTER
def test_no_fixed_code_is_shown_as_a_code(narrowing: CodeFilter, language: Language):
    if narrowing.codes:
        assert language.names.by_code(narrowing.field).keys() >= {*narrowing.codes}
    assert {*narrowing.options} == {*narrowing.codes}


@EVERY_FILTER
def test_it_narrows_units_or_rows_and_can_be_loosened(narrowing: CodeFilter, records: Records):
    filters = Filters().changed(**{narrowing.field: codes_of(narrowing, records.catalogue)[:1]})
    assert filters.narrows_units == (narrowing.narrows is Narrows.UNITS)
    assert filters.narrows_rows == (narrowing.narrows is not Narrows.UNITS)
    assert (filters.everywhere == Filters()) == filters.narrows_units
    assert _without(filters, narrowing.parameter) == Filters()


@EVERY_FILTER
def test_cells_and_rows_count_the_same(narrowing: CodeFilter, records: Records):
    for code in codes_of(narrowing, records.catalogue)[:7]:
        filters = Filters().changed(**{narrowing.field: (code,)})
        counted = int(records.slice(filters).counts()["uploads"].sum())
        query = select(initiative.c.id).where(*counted_rows(scope_of(filters, records.catalogue)))
        assert counted == records.ask_now(lambda connection, query=query: len(connection.execute(query).all()))


@EVERY_FILTER
def test_the_ledger_says_which_choices_do_not_narrow_it(narrowing: CodeFilter, records: Records, language: Language):
    """Figures are about units and known at a moment; of phases, days and kinds of rows it keeps all."""
    wording, code = Wording(language, records.catalogue), codes_of(narrowing, records.catalogue)[0]
    filters = Filters(as_of=datetime(2022, 4, 20), boundary=Boundary.NEW).changed(**{narrowing.field: (code,)})
    name = name_of(narrowing, records.catalogue, language)(code)

    assert (name in describe_left_open(filters, wording)) is (narrowing.narrows is not Narrows.UNITS)
    for part in ({"phase": 1}, {"since": date(2022, 2, 1)}, {"until": date(2022, 2, 1)}):
        assert describe_left_open(filters.changed(**part), wording)
