"""Whether valid initiatives are put to use and taken over elsewhere: read once, then added up for any period."""

from datetime import datetime
from typing import Final

import polars as pl
from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from data_access.cube.integer_days import day_as_integer
from data_access.cube.row_conditions import counted_rows
from data_access.cube.scope import scope_of
from data_access.database.schema import initiative
from data_access.rows.row_questions import occurrences, occurrences_by_day
from data_access.store.first_and_last import within
from data_access.store.records import Records, of_rows
from data_access.store.row_order import counted, counted_by_day_of
from model.filters import VALID_ALONE, Filters
from model.recognition import Use

_NOT, _YES, _UNKNOWN = 0, 1, 2
_MOST_PLACES: Final = 10**9 - 2


def fetch_use(records: Records, filters: Filters) -> Use:
    """Use of what was judged valid in the period: rows put to use or not, taken over, and at how many places."""
    allowed = records.to_count(of_rows(filters.changed(statuses=VALID_ALONE)))
    scope = scope_of(allowed, records.catalogue)
    # Only rows know the hour.
    uses = _uses(records, allowed) if scope.cut_day else within(_uses(records, allowed.ever), scope)
    totals = uses.select(pl.exclude("day").sum()).row(0, named=True)
    counts = {name: int(value) for name, value in totals.items()}
    return Use(**_as_of(counts, _noted_later(records, allowed))) if scope.as_of else Use(**counts)


def _as_of(counts: dict[str, int], later: dict[str, int]) -> dict[str, int]:
    """The counts without uses that began after the moment, which nobody could know of then."""
    less = {name: counts[name] - later[name] for name in ("applied", "replicated", "places")}
    return {**counts, **less, "unknown": counts["unknown"] + later["applied"]}


def _noted_later(records: Records, filters: Filters) -> dict[str, int]:
    """Of the rows that count at a moment, those put to use, and taken over, after it."""
    scope = scope_of(filters, records.catalogue)
    if scope.cut_day or scope.as_of is None:
        return _noted_after(records, filters, scope.as_of)
    day = day_as_integer(scope.as_of)
    uses, replications = (
        within(_begun(records, filters.ever, event), scope).filter(pl.col("begun") > day)
        for event in ("applied", "replicated")
    )
    return {
        "applied": int(uses["n"].sum()),
        "replicated": int(replications["n"].sum()),
        "places": int((replications["n"] * replications["places"]).sum()),
    }


def _begun(records: Records, filters: Filters, event: str) -> pl.DataFrame:
    """Uses by day of decision: the day of their beginning, the number of places, and n; few rows have any."""
    row, scope = initiative.c, scope_of(filters, records.catalogue)
    columns = row.settled_day.label("day"), row[f"{event}_day"].label("begun"), _places().label("places")
    conditions = [row[f"{event}_day"] > 0, *([row.replicated > 0] if event == "replicated" else [])]
    question = counted_by_day_of(event, select(*columns).where(*conditions, *counted_rows(scope)))
    return records.ask_rows(occurrences(question), ("begun", event, filters), filters)


def _noted_after(records: Records, filters: Filters, moment: datetime | None) -> dict[str, int]:
    """Rows put to use, and taken over, after a moment within a day, whose hour only rows know."""
    row, scope = initiative.c, scope_of(filters, records.catalogue)
    uses = func.coalesce(func.sum(case((row.applied_at > moment, 1), else_=0)), 0)
    over = (row.replicated_at > moment) & (row.replicated > 0)
    replications = func.coalesce(func.sum(case((over, 1), else_=0)), 0)
    places = func.coalesce(func.sum(case((over, row.replicated), else_=0)), 0)
    number, day = scope.programme.id, day_as_integer(moment) if moment else 0
    # By days, each with an index of its own: few rows have them.
    late = or_(*(and_(row.programme_id == number, event >= day) for event in (row.applied_day, row.replicated_day)))
    question = select(uses, replications, places).where(late, *counted_rows(scope))

    def ask(connection: Connection) -> dict[str, int]:
        sums = connection.execute(question).one()
        return dict(zip(("applied", "replicated", "places"), map(int, sums), strict=True))

    return records.ask_rows(ask, ("used_later", filters), filters)


def _uses(records: Records, filters: Filters) -> pl.DataFrame:
    """By day of decision (20220420): the fields of `Use`."""
    row, scope = initiative.c, scope_of(filters, records.catalogue)
    state = case((row.applied.is_(True), _YES), (row.applied.is_(False), _NOT), else_=_UNKNOWN)
    uploaded, judged = row.uploaded_day.label("uploaded"), (row.settled_day * 3 + state).label("judged")
    question = counted(select(uploaded, judged, _places().label("places")).where(*counted_rows(scope)), scope)
    return _by_day(records.ask_by_day(occurrences_by_day(question), ("uses", filters), filters))


def _places() -> ColumnElement[int]:
    places = initiative.c.replicated
    return case((places > _MOST_PLACES, _MOST_PLACES), else_=places)


def _by_day(frame: pl.DataFrame) -> pl.DataFrame:
    n, state, places = pl.col("n"), pl.col("judged") % 3, pl.col("places").fill_null(0)
    return frame.group_by(day=pl.col("judged") // 3).agg(
        applied=n.filter(state == _YES).sum(),
        not_applied=n.filter(state == _NOT).sum(),
        unknown=n.filter(state == _UNKNOWN).sum(),
        replicated=n.filter(places > 0).sum(),
        places=(n * places).sum(),
    )
