"""Filters that a programme has no values of are not offered."""

from data_access.store.offered import tells
from data_access.store.records import Records
from model.filters import FILTERS, Filters
from tests.exports.conftest import records

__all__ = ["records"]


def test_filters_without_values_are_not_offered(records: Records):
    by_name = {narrowing.parameter: narrowing for narrowing in FILTERS}
    own, ledger = Filters(programme="1tr"), Filters(programme="son-tay-2024")

    assert all(tells(records, own, by_name[name]) for name in ("ownership", "level", "status", "sector", "unit"))
    assert not any(tells(records, ledger, by_name[name]) for name in ("ownership", "position", "level", "status"))
    assert tells(records, ledger, by_name["sector"]) and tells(records, ledger, by_name["unit"])
