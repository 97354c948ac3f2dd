"""Filters, targets and measures with values in a programme, which are the ones offered."""

from data_access.store.records import Records, counts_rows
from model.code_filters import CodeFilter, Narrows
from model.codes import Measure, TargetKind
from model.filters import Filters
from model.measures import MEASURES, Computed, measures_on


def has_values(records: Records, filters: Filters, narrowing: CodeFilter) -> bool:
    """Whether any record of the programme has a value of that filter; units are in the catalogue.

    Sectors are of the ledger, too: they are asked about also where there are no records.
    """
    if narrowing.narrows is Narrows.UNITS or narrowing.column == "sector_id":
        return True
    if not records.has_records(filters.programme):
        return False
    if narrowing.narrows is not Narrows.ROWS or narrowing.column is None:
        return True
    counts = records.slice(Filters(programme=filters.programme)).counts(narrowing.column)
    return any(value for value in counts[narrowing.column].to_list())


def offered_targets(records: Records, filters: Filters) -> list[TargetKind]:
    """The kinds of targets of any unit of the programme, with the chosen one."""
    kinds = set(records.targets(filters.programme)["kind"].to_list())
    return [kind for kind in TargetKind if kind.value in kinds or kind is filters.target]


def offered_measures(records: Records, filters: Filters, page: str = "") -> list[Measure]:
    """The measures available in the programme, including those of one page alone, with the chosen one."""
    measures = measures_on(page) if page else list(MEASURES)
    return [measure for measure in measures if measure is filters.measure or _can_be_ranked(records, filters, measure)]


def _can_be_ranked(records: Records, filters: Filters, measure: Measure) -> bool:
    """Whether a measure can be ranked: shares need targets, rates members, and without records a printed figure."""
    declared = MEASURES[measure]
    if measure is Measure.UPLOADS:
        return True
    if not counts_rows(records, filters):
        return bool(declared.metrics)
    if declared.computed is Computed.TARGET:
        return bool(records.targets(filters.programme).height)
    if declared.computed is Computed.PER_MEMBERS:
        return any(unit.members is not None for unit in records.catalogue.members(filters))
    return True
