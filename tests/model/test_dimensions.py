"""Every declared dimension has its columns, bits and words."""

import pytest

from data_access.cube.packing import _PACKED
from data_access.cube.repair import _FACTORS
from data_access.database.schema import initiative, initiative_cell, snapshot_cell
from language.languages import LANGUAGES, Language
from model.dimensions import CUBE, DIMENSIONS, Dimension
from model.pivot import DIMENSIONS as CROSSED

EVERY_DIMENSION = pytest.mark.parametrize("dimension", CUBE, ids=DIMENSIONS)
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


@EVERY_DIMENSION
def test_rows_cells_and_frozen_cells_hold_it(dimension: Dimension):
    assert not initiative.c[dimension.column].nullable
    assert initiative_cell.c[dimension.column].primary_key
    assert snapshot_cell.c[dimension.column].primary_key
    assert len(dimension.codes) <= 1 << dimension.bits


def test_all_of_them_fit_into_one_number():
    assert sum(bits for _, bits in _PACKED) <= 63
    assert {name for name, _ in _PACKED} == {"event", *DIMENSIONS}


def test_a_move_from_one_number_to_another_shows_in_each():
    assert tuple(_FACTORS) == DIMENSIONS
    assert len({*_FACTORS.values()}) == len(DIMENSIONS)


@EVERY_LANGUAGE
@EVERY_DIMENSION
def test_cross_tables_offer_and_name_it(dimension: Dimension, language: Language):
    assert dimension.code in CROSSED
    assert language.explore.dimensions[dimension.code]
    if dimension.names and dimension.codes:
        assert language.names.by_code(dimension.names).keys() >= {*dimension.codes}
