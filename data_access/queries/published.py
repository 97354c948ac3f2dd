"""The ledger of published figures beside our records, and its contradictions."""

from datetime import date
from functools import cache, lru_cache

import polars as pl

from data_access.ledger.ledger import Figure, figures_of, known_by
from data_access.queries.reconciliation import system_value
from data_access.queries.records_at import Looks
from data_access.reference.reference_files import rows_of
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Programme
from model.edges import Row
from model.exactness import are_exact, bounds_of
from model.filters import Filters
from model.frames import INCONSISTENCIES, PUBLISHED


@remembered
def fetch_published(records: Records, filters: Filters) -> pl.DataFrame:
    """PUBLISHED: the programme's figures in the order of the ledger, with our records' value at the same moment.

    A figure that belongs to no programme is listed with the first one. Units narrow to the figures about them.
    """
    programme = records.catalogue.programme(filters.programme)
    compared = _compared(records, records.poll().version, programme)
    codes = _units_in_scope(records, filters)
    rows = []
    for figure, system in compared:
        if known_by(figure, filters.as_of) and (codes is None or not codes.isdisjoint((figure.owner, figure.parent))):
            difference = None if system is None else float(figure.value) - system
            rows.append({**figure.row, "system_value": system, "difference": difference})
    return pl.DataFrame(rows, schema=PUBLISHED)


@lru_cache(maxsize=8)
def _compared(records: Records, _version: int, programme: Programme) -> tuple[tuple[Figure, float | None], ...]:
    """All figures with our number for each, the same for every reader until something changes."""
    figures = figures_of(records, programme.code)
    if programme == records.catalogue.programmes[0]:
        figures += figures_of(records, None)
    looks = Looks(records, programme, figures)
    return tuple((figure, system_value(looks, figure)) for figure in figures)


@remembered
def fetch_inconsistencies(records: Records, filters: Filters) -> pl.DataFrame:
    """INCONSISTENCIES of the programme: figures that contradict each other or say less than they seem to.

    Those known at the moment asked about, and about the units asked about where the filters narrow to some.
    """
    programme = records.catalogue.programme(filters.programme).code
    codes, day = _units_in_scope(records, filters), filters.known_by
    frame = _inconsistencies()
    figures = zip(*(frame[name].to_list() for name in ("programme", "known_at", "units")), strict=True)
    return frame[
        [
            place
            for place, (of, since, units) in enumerate(figures)
            if of == programme and (since is None or since <= day) and (codes is None or _names_any(units, codes))
        ]
    ]


def _names_any(units: str | None, codes: set[str]) -> bool:
    return units is not None and not codes.isdisjoint(units.split("|"))


def _units_in_scope(records: Records, filters: Filters) -> set[str] | None:
    """Codes of the units that figures must be about, and of the one they are within; None where all count."""
    within = {filters.within} if filters.within else set()
    if not filters.narrows_units and not within:
        return None
    codes = {unit.code for unit in records.catalogue.units_in(filters)}
    return codes if filters.narrows_units else codes | within


@cache
def _inconsistencies() -> pl.DataFrame:
    rows = [
        {
            **row,
            "gap": float(row["gap"]) if row["gap"] else None,
            "known_at": date.fromisoformat(row["known_at"]) if row["known_at"] else None,
            "units": row["units"] or None,
        }
        for row in rows_of("inconsistencies")
    ]
    return pl.DataFrame(rows, schema=INCONSISTENCIES)


def verdict(row: Row) -> str:
    """The verdict of a PUBLISHED row: equal (to the digits printed), consistent with its qualifier, differs,
    unknown. Equal is only what was printed without a word: “hơn 163.532” says more than 163.532 does.
    """
    system, printed = row["system_value"], row["value"]
    if system is None or printed is None:
        return "unknown"
    if are_exact([row["qualifier"]]):
        digits = len(repr(float(printed)).partition(".")[2].rstrip("0"))
        return "equal" if round(system, digits) == printed else "differs"
    least, most = bounds_of(printed, row["qualifier"])
    return "consistent" if least <= system <= most else "differs"
