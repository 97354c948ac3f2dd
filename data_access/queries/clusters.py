"""Places inside the emulation clusters."""

from collections.abc import Mapping, Sequence

import polars as pl

from data_access.queries.ranking import share_words, values_of
from data_access.rules.pace import reads_ledger
from data_access.rules.ranks import in_order, ranks
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Unit
from model.codes import Boundary
from model.edges import Row
from model.filters import Filters
from model.frames import CLUSTER_RANKING, empty
from model.measures import is_judged
from model.reference import clusters_of


@remembered
def fetch_cluster_ranking(records: Records, filters: Filters) -> pl.DataFrame:
    """CLUSTER_RANKING: every unit in scope with a value at its place inside its cluster."""
    programme = records.catalogue.programme(filters.programme)
    if reads_ledger(records, programme, filters):
        return empty(CLUSTER_RANKING)
    units = records.catalogue.units_in(filters)
    values = values_of(records, filters.changed(boundary=Boundary.OLD), records.catalogue.groups(units, Boundary.OLD))
    words = share_words(records, filters) if is_judged(filters.measure) else {}
    rows: list[Row] = []
    for cluster in clusters_of(units):
        rows += _rows(records, [unit for unit in units if unit.cluster == cluster], values, words)
    return pl.DataFrame(rows, schema=CLUSTER_RANKING)


def _rows(
    records: Records, members: Sequence[Unit], values: Mapping[str, float], words: Mapping[str, str]
) -> list[Row]:
    inside = {unit.code: values[unit.code] for unit in members if unit.code in values}
    place = ranks(inside)
    return [
        {
            "cluster_code": members[0].cluster_code,
            "cluster": members[0].cluster,
            "cluster_note": members[0].cluster_note,
            "cluster_rank": place[group.code],
            "unit_code": group.code,
            "unit_name": group.name,
            "short_name": group.short_name,
            "value": inside[group.code],
            "qualifier": words.get(group.code),
        }
        for group in in_order(records.catalogue.groups(members, Boundary.OLD), inside)
    ]
