"""The units of a narrowed scope that are among the overall leaders."""

from data_access.queries.ranking import fetch_ranking
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.codes import Basis
from model.filters import Filters
from model.leading import Leading


@remembered
def fetch_leading(records: Records, filters: Filters) -> Leading | None:
    """The overall leaders in scope; None where nothing narrows the list, or nobody leads."""
    if not filters.narrows_units:
        return None
    whole = fetch_ranking(records, filters.everywhere)
    units = [row for row in whole.frame.iter_rows(named=True) if row["unit_code"]]
    everybody = whole.basis is Basis.RECORDS and len(units) < filters.top
    if not units or everybody:
        return None
    groups = records.catalogue.groups_in(filters)
    inside = {group.code for group in groups}
    names = tuple((row["unit_code"], row["short_name"]) for row in units if row["unit_code"] in inside)
    last = units[-1]
    return Leading(
        len(units), names, last["unit_code"], last["short_name"], last["value"], last["qualifier"],
        whole.measure, units[0]["rank"] is not None, whole.moment,
    )  # fmt: skip
