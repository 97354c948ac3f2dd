"""“Sẵn sàng”: what every unit has ready as of a day, how many have it, and how these units do."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

import polars as pl

from data_access.ledger.ledger import Figure, known_figures
from data_access.queries.reconciliation import system_value
from data_access.queries.records_at import Looks
from data_access.queries.targets import fetch_targets
from data_access.rules.readiness import History, LatestStatements, example, fetch_history, fetch_items, latest, share_of
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.catalogue import Unit
from model.codes import Boundary
from model.filters import Filters
from model.frames import OF_UNCOUNTED, READINESS
from model.readiness import IDEAS, Contrast, Item, Readiness, Share, Statement


@dataclass(frozen=True)
class PrintedShare:
    """A printed figure of an item, and our share at its moment, as the ledger says it too."""

    figure: Figure
    own: float | None


@remembered
def fetch_readiness(records: Records, filters: Filters) -> Readiness:
    """One row for each unit and item. Notes are only for accounts that see the rows of the unit."""
    items = fetch_items(records, filters.programme)
    statements = latest(fetch_history(records, filters))
    units = records.catalogue.units_in(filters)
    own = units_with_notes(records, filters)
    rows = [_row(unit, item, statements.get((unit.code, item.code)), own) for unit in units for item in items]
    reached = _reached(records, filters)
    return Readiness(
        items,
        items == example(),
        pl.DataFrame(rows, schema=READINESS),
        tuple(share_of(item, units, statements) for item in items),
        tuple(_contrast(item, statements, reached) for item in items),
        filters.as_of.date() if filters.as_of else None,
        len(reached),
    )


@remembered
def fetch_ideas(records: Records, filters: Filters) -> Share | None:
    """“Đăng ký ý tưởng”: ideas registered before uploading, by unit; None where the programme does not record them.

    Units say one number each, so nothing is known of single sectors or statuses.
    """
    if filters.narrows_rows:
        return None
    shares = (share for share in fetch_readiness(records, filters).shares if share.item.code == IDEAS)
    return next((share for share in shares if share.amount is not None), None)


def fetch_notes(records: Records, filters: Filters, unit_code: str) -> History:
    """All statements about one unit, latest first; none of units whose rows an account may not see."""
    if unit_code not in units_with_notes(records, filters):
        return ()
    return tuple(statement for statement in reversed(fetch_history(records, filters)) if statement[0] == unit_code)


def units_with_notes(records: Records, filters: Filters) -> frozenset[str]:
    """The units whose notes, with the names of their authors, an account may see."""
    if not records.lists_rows:
        return frozenset()
    reach = records.reach_of(filters.programme)
    units = records.catalogue.units_in(filters)
    return frozenset(unit.code for unit in units if reach is None or unit.id in reach.covered)


def fetch_printed_shares(records: Records, filters: Filters) -> Mapping[str, PrintedShare]:
    """The newest printed figure of each item by its code, for the whole and known by then, with our own beside it."""
    if not filters.is_whole:
        return {}
    figures = known_figures(records, filters.programme, filters.as_of)
    items = fetch_items(records, filters.programme)
    newest = {item.code: figure for item in items for figure in figures if item.metric and figure.metric == item.metric}
    looks = Looks(records, records.catalogue.programme(filters.programme), tuple(newest.values()))
    return {code: PrintedShare(figure, system_value(looks, figure)) for code, figure in newest.items()}


def _reached(records: Records, filters: Filters) -> Mapping[str, float]:
    """Percent of the target by unit, where it is known: of who has reported nothing, 0% would be a verdict."""
    targets = fetch_targets(records, filters.changed(boundary=Boundary.OLD)).filter(~OF_UNCOUNTED)
    return dict(targets.select("unit_code", "reached_pct").drop_nulls().iter_rows())


def _row(unit: Unit, item: Item, statement: Statement | None, own: frozenset[str]) -> dict[str, object]:
    return {
        "unit_code": unit.code,
        "unit_name": unit.name,
        "item_code": item.code,
        "state": statement.state if statement else "unknown",
        "amount": statement.amount if statement else None,
        "day": statement.day if statement else None,
        "source": (statement.source or None) if statement else None,
        "note": (statement.note or None) if statement and unit.code in own else None,
    }


def _contrast(item: Item, statements: LatestStatements, reached: Mapping[str, float]) -> Contrast:
    """The contrast between units with and without an item; unknown units are on neither side."""

    def of(state: str) -> list[float]:
        return [
            value
            for code, value in reached.items()
            if (fact := statements.get((code, item.code))) and fact.state == state
        ]

    having, lacking = of("yes"), of("no")
    middle = (median(some) if some else None for some in (having, lacking))
    return Contrast(item, len(having), len(lacking), *middle)
