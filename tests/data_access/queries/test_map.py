"""Every province is in its band, and every unit without territory is listed beside the map."""

import pytest

from charts.kit.theme import Look
from charts.map import sentence
from data_access.queries.map import band_limits, band_of, fetch_map
from language.languages import VIETNAMESE
from model.codes import Basis, Boundary, Measure
from model.filters import Filters

# LD-24 and LD-27 (Bắc Giang, Bắc Ninh) became one province in 2025. CD-TKS has no territory.
ROWS = """
unit   | uploaded_at      | count | sector
LD-24  | 2022-02-01 08:00 | 5     | y-te
LD-27  | 2022-02-01 08:00 | 2     |
LD-38  | 2022-02-01 08:00 | 9     |
CD-TKS | 2022-02-01 08:00 | 4     |
"""
TARGETS = "unit | value\nLD-24 | 10\nLD-27 | 10\nLD-38 | 6"


def places(atlas):
    return {row["unit_code"]: row for row in atlas.frame.iter_rows(named=True)}


def test_every_province_has_a_place_and_its_number(records):
    atlas = fetch_map(records, Filters())

    assert atlas.on_map.height == 63
    assert places(atlas)["LD-38"]["place_code"] == "38"
    assert (places(atlas)["LD-38"]["value"], places(atlas)["LD-01"]["value"]) == (9, None)
    assert (places(atlas)["LD-01"]["uploads"], places(atlas)["LD-38"]["uploads"]) == (None, 9)  # silent is no zero
    assert atlas.frame["value"].sum() == atlas.total == 20


def test_what_has_no_territory_is_beside_the_map(records):
    beside = fetch_map(records, Filters()).elsewhere

    assert beside.height == 19
    assert beside.row(0, named=True)["unit_code"] == "CD-TKS"


def test_34_provinces_sum_the_63_and_name_them(records):
    old, new = (fetch_map(records, Filters(boundary=boundary)) for boundary in Boundary)
    merged = places(new)["34:24"]

    assert new.on_map.height == 34
    assert (merged["place_code"], merged["value"]) == ("24", 7)
    assert set(merged["predecessors"]) == {"Bắc Giang", "Bắc Ninh"}
    assert new.frame["value"].sum() == old.frame["value"].sum()


def test_picked_units_do_not_narrow_the_map_but_a_region_does(records):
    picked = fetch_map(records, Filters(units=("LD-38",)))
    region = fetch_map(records, Filters(regions=("btb-dhmt",)))

    assert picked.frame["value"].sum() == 20
    assert places(region)["LD-38"]["in_scope"] and not places(region)["LD-24"]["in_scope"]
    assert places(region)["LD-24"]["value"] is None
    assert region.frame["value"].sum() == 9


def test_rates_have_the_bands_people_speak_of(records):
    atlas = fetch_map(records, Filters(measure=Measure.REACHED))

    assert atlas.limits == (50, 80, 100, 120)
    assert {code: places(atlas)[code]["band"] for code in ("LD-24", "LD-27", "LD-38")} == {
        "LD-24": 1,
        "LD-27": 0,
        "LD-38": 4,
    }
    assert places(atlas)["LD-01"]["band"] is None


def test_rows_are_narrowed_too(records):
    atlas = fetch_map(records, Filters(sectors=("y-te",)))

    assert atlas.total == 5
    assert places(atlas)["LD-24"]["reached_pct"] is None


def test_printed_figures_keep_the_63(records):
    atlas = fetch_map(records, Filters(basis=Basis.PUBLISHED, boundary=Boundary.NEW))

    assert atlas.boundary is Boundary.OLD
    assert atlas.on_map.height == 63
    assert atlas.on_map["value"].null_count() > 0


@pytest.mark.parametrize(
    ("values", "limits"),
    [([], ()), ([None], ()), ([7, 7, 7], (7,)), ([0, 0, 0], ()), (range(1, 11), (3, 5, 7, 9)), ([1234, 5], (5, 1200))],
)
def test_limits_are_round_and_never_more_than_differ(values, limits):
    assert band_limits(values) == limits


def test_a_value_at_a_limit_is_in_the_upper_band():
    assert [band_of(value, (50, 80)) for value in (None, 49.9, 50, 80)] == [None, 0, 1, 2]


def test_a_place_is_read_out_with_the_words_of_its_count_and_target(records):
    atlas = fetch_map(records, Filters())
    row = {**places(atlas)["LD-38"], "target": 6, "target_qualifier": "ít nhất", "uploads_qualifier": "hơn"}

    assert "· hơn 9/ít nhất 6 chỉ tiêu" in sentence(row, atlas, Look(VIETNAMESE))
