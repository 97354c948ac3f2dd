"""A programme's map is the one it asks for or that of its days; units of one place are summed there."""

from datetime import date

import pytest

from data_access.queries.map import fetch_map
from data_access.queries.ranking import fetch_ranking
from model.atlas import Atlas
from model.codes import Boundary
from model.filters import Filters
from model.places import has_places, offers_boundaries
from tests.data_access.programmes.test_loading import load
from tests.live_records import live_records

MEMBERS = "Mã | Tên | Tỉnh\nBN | LĐLĐ Bắc Ninh | Bắc Ninh\nLC | LĐLĐ Lào Cai | Lào Cai\nDM | Dệt May |"
SHARED = f"{MEMBERS}\nBG | CĐ các KCN Bắc Ninh | Bắc Giang"


def map_and_ranked(url: str, units: str, **programme: object) -> tuple[Atlas, list[str]]:
    """The map and the ranked units; where the old provinces are drawn, the other map is offered and explained."""
    assert load(url, {"Đơn vị": units}, **programme).batch
    with live_records(url) as records:
        filters = Filters(programme="ct-2026")
        assert has_places(records.catalogue, filters)
        ranked = fetch_ranking(records, filters).frame["unit_code"].drop_nulls().to_list()
        atlas = fetch_map(records, filters)
        assert offers_boundaries(records.catalogue, filters) is (atlas.boundary is Boundary.OLD)
        return atlas, ranked


def places(atlas: Atlas) -> dict[str, str]:
    return dict(atlas.on_map.select("unit_code", "place_code").rows())


def test_after_the_merger_the_34_provinces_are_drawn(prepared_url: str) -> None:
    atlas, ranked = map_and_ranked(prepared_url, MEMBERS)
    assert (atlas.boundary, places(atlas)) == (Boundary.NEW, {"BN": "24", "LC": "15"})
    assert atlas.elsewhere["unit_code"].to_list() == ["DM"]
    assert set(ranked) <= {"BN", "LC", "DM"}


@pytest.mark.parametrize(
    ("programme", "boundary", "where"),
    [
        ({"Địa giới": 63}, Boundary.OLD, {"BN": "27", "LC": "10"}),
        ({"Bắt đầu": date(2022, 1, 1), "Địa giới": 34}, Boundary.NEW, {"BN": "24", "LC": "15"}),
        ({"Bắt đầu": date(2022, 1, 1)}, Boundary.OLD, {"BN": "27", "LC": "10"}),
    ],
)
def test_a_programme_may_ask_for_either(
    prepared_url: str, programme: dict[str, object], boundary: Boundary, where: dict[str, str]
) -> None:
    atlas, _ = map_and_ranked(prepared_url, MEMBERS, **programme)
    assert (atlas.boundary, places(atlas)) == (boundary, where)


def test_units_of_one_place_are_summed_on_the_map_and_ranked_as_themselves(prepared_url: str) -> None:
    atlas, ranked = map_and_ranked(prepared_url, SHARED)
    assert places(atlas) == {"34:24": "24", "34:15": "15"}
    assert set(ranked) <= {"BN", "LC", "DM", "BG"}


@pytest.mark.parametrize(
    "units",
    [
        "Mã | Tên | Tỉnh\nA | Trảng Bom | Đồng Nai\nB | Long Khánh | Đồng Nai",
        "Mã | Tên | Tỉnh\nA | Phân xưởng 1 |\nB | Phân xưởng 2 |",
    ],
)
def test_units_of_one_province_or_of_none_have_no_map(prepared_url: str, units: str) -> None:
    load(prepared_url, {"Đơn vị": units})
    with live_records(prepared_url) as records:
        filters = Filters(programme="ct-2026")
        assert not has_places(records.catalogue, filters) and not offers_boundaries(records.catalogue, filters)
