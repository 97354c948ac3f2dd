"""Counts of demonstration records that equal a printed number of the same moment, unit by unit."""

from collections.abc import Mapping
from datetime import datetime

import polars as pl

from data_access.ledger.ledger import UPLOADS, Figure, counts_within, figures_of
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.codes import Basis, DataKind, Measure
from model.filters import Filters

PRINTED = "printed"


def printed_counts(records: Records, filters: Filters) -> Mapping[str, Figure] | None:
    """The printed counts of the moment by unit code, the whole under ""; None where nothing has to be told apart.

    That is where records are no demonstration, something else is counted, or no source prints this moment.
    """
    programme = records.catalogue.programme(filters.programme)
    simulated = programme.data_kind is DataKind.SIMULATED and filters.basis is Basis.RECORDS
    if not simulated or filters.measure is Measure.VALID or filters.narrows_rows or filters.within:
        return None
    moment = filters.as_of or records.last_moment(programme.code)
    period = Filters(programme=filters.programme, since=filters.since, until=filters.until, phase=filters.phase)
    return _counts_at(records, moment, period) or None


@remembered
def _counts_at(records: Records, moment: datetime | None, period: Filters) -> Mapping[str, Figure]:
    """Those of everybody, whoever is asked about."""
    programme = records.catalogue.programme(period.programme)
    return {
        figure.owner: figure
        for figure in reversed(figures_of(records, programme.code))
        if figure.owner is not None and figure.moment == moment and is_count(figure)
        and counts_within(figure, programme, period)
    }  # fmt: skip


def is_count(figure: Figure) -> bool:
    """Whether a figure says how many initiatives were uploaded, by all of its owner."""
    return figure.metric in UPLOADS and not figure.category and not figure.part


def with_printed(frame: pl.DataFrame, records: Records, filters: Filters, count: str) -> pl.DataFrame:
    """The frame with its column `printed`: whether a source prints `count`.

    Null where that does not apply: of records that are no demonstration, and of a unit without any count or print.
    """
    counts = printed_counts(records, filters)
    rows = zip(frame["unit_code"].to_list(), frame[count].to_list(), strict=True)
    marks = [None if counts is None or not code else _mark(counts.get(_unit(code, records)), n) for code, n in rows]
    others = [column for column in frame.get_columns() if column.name != PRINTED]
    return pl.DataFrame([*others, pl.Series(PRINTED, marks, pl.Boolean)])  # the last column of both schemas


def _unit(code: str, records: Records) -> str:
    """The one unit behind a province of 2025 that was not merged; elsewhere the code itself."""
    units = records.catalogue.find_units(code) if code.startswith("34:") else ()
    return units[0] if len(units) == 1 else code


def _mark(figure: Figure | None, count: float | None) -> bool | None:
    """Whether the count is the printed one; None of a unit without a count that nobody printed anything of either."""
    if figure is None:
        return False if count else None
    return figure.value == count


def count_is_printed(records: Records, filters: Filters, code: str, count: float | None) -> bool | None:
    """Whether a source prints the count of one unit or, with the code "", of everything the programme covers."""
    counts = printed_counts(records, filters)
    return None if counts is None else _mark(counts.get(code), count)
