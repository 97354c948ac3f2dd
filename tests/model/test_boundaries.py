"""Boundaries of 2025: printed figures keep the 63 provinces, and merged ones are described by their parts."""

from contextlib import closing

import pytest

from language.languages import VIETNAMESE
from model.address import parse_query
from model.boundaries import became, merged_among, merged_province
from model.codes import Basis, Boundary
from model.filters import Filters
from presentation.filter_names import chosen_values
from tests.data_access.drawn_programme import records_over


@pytest.fixture
def catalogue(prepared_url: str):
    uploads = "unit | uploaded_at\nLD-38 | 2022-02-01 08:00"
    with closing(records_over(prepared_url, uploads)) as records:
        yield records.catalogue


@pytest.mark.parametrize("query", ["basis=published&boundary=34", "programme=75n&boundary=34"])
def test_printed_figures_keep_the_63_and_say_so(catalogue, query: str):
    filters, notices = parse_query(query, catalogue)

    assert filters.boundary is Boundary.OLD
    assert [(notice.reason, notice.is_ignored) for notice in notices] == [("unprinted", False)]


@pytest.mark.parametrize("query", ["programme=1tr&boundary=34", "basis=published&boundary=63", "basis=published"])
def test_nothing_is_claimed_where_nothing_is_changed(catalogue, query: str):
    assert not parse_query(query, catalogue)[1]


def test_a_merged_province_is_all_of_its_parts(catalogue):
    def name(*codes: str) -> str | None:
        result = merged_province(catalogue, codes)
        return result and result.name_2025

    assert name("LD-24", "LD-27") == "Tỉnh Bắc Ninh"
    assert name("LD-27", "LD-24") == "Tỉnh Bắc Ninh"
    assert name("LD-24") is None
    assert name("LD-24", "LD-27", "LD-38") is None  # and somebody else
    assert name("LD-24", "LD-38") is None
    assert name("LD-01") is None  # was not merged
    assert name("CD-TKS", "CD-DK") is None  # no province at all


def test_filters_name_a_merged_province_once_with_its_parts(catalogue):
    filters = parse_query("unit=34:24&unit=LD-38&unit=LD-17", catalogue)[0]
    ((_, _, values),) = chosen_values(filters, catalogue, VIETNAMESE)

    assert [name for _, name in values] == ["Bắc Ninh (Bắc Giang + Bắc Ninh)", "Thanh Hóa", "Hòa Bình"]
    assert not list(merged_among(catalogue, Filters(basis=Basis.PUBLISHED).units))


def test_every_province_says_what_became_of_it(catalogue):
    rows = {one.code_2022: (one.code_2025, {other.short_name for other in others}) for one, others in became(catalogue)}

    assert len(rows) == 63
    assert len({new for new, _ in rows.values()}) == 34
    assert rows["17"] == ("25", {"Phú Thọ", "Vĩnh Phúc"})
    assert rows["24"] == ("24", {"Bắc Ninh"})
    assert rows["01"] == ("01", set())
