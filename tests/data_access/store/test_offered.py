"""Filters without values in a programme are not offered."""

from data_access.store.offered import has_values, offered_measures, offered_targets
from data_access.store.records import Records
from model.codes import Basis, Measure, TargetKind
from model.filters import FILTERS, Filters
from model.measures import MEASURES
from tests.exports.conftest import records

__all__ = ["records"]


def test_filters_without_values_are_not_offered(records: Records):
    by_name = {narrowing.parameter: narrowing for narrowing in FILTERS}
    own, ledger = Filters(programme="1tr"), Filters(programme="son-tay-2024")

    assert all(has_values(records, own, by_name[name]) for name in ("ownership", "level", "status", "sector", "unit"))
    assert not any(has_values(records, ledger, by_name[name]) for name in ("ownership", "position", "level", "status"))
    assert has_values(records, ledger, by_name["sector"]) and has_values(records, ledger, by_name["unit"])


def test_targets_and_measures_that_nothing_is_known_of_are_not_offered(records: Records):
    own, ledger = Filters(programme="1tr"), Filters(programme="son-tay-2024", basis=Basis.PUBLISHED)

    assert TargetKind.REGISTERED in offered_targets(records, own) and Measure.REACHED in offered_measures(records, own)
    assert offered_targets(records, ledger) == [ledger.target]
    assert set(offered_measures(records, ledger)) == {measure for measure, one in MEASURES.items() if one.metrics}
    chosen = ledger.changed(measure=Measure.REACHED)
    assert Measure.REACHED in offered_measures(records, chosen)
    assert Measure.REACHED not in offered_measures(records, ledger, "ranking")
