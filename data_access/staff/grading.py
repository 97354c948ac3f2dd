"""Decisions of staff about a graded period: closing it, and manual points."""

from typing import Final

from sqlalchemy import insert

from data_access.database.audit_log import note
from data_access.database.errors import NotSaved
from data_access.database.permissions import covered_units, require, require_everything, signature
from data_access.database.schema import grading_closed, grading_correction
from data_access.database.transactions import writing
from data_access.database.versions import raise_without_rows
from data_access.rules.grading_closed import read_closed, write_content
from data_access.rules.grading_scheme import fetch_scheme
from data_access.rules.grading_tallies import tallies
from data_access.store.records import Records
from model.clock import this_second
from model.filters import Filters
from model.periods import Period
from model.reader import Reader

MOST_POINTS: Final = 1000.0


def close_grading(url: str, records: Records, filters: Filters, period: Period, by: Reader) -> None:
    """Keep every unit's tallies for a period, with the criteria of today. Raises NotAllowed and NotSaved.

    Nobody closes for a part of the units, a period that has not ended (not_ended), or twice (closed_already).
    """
    require_everything(by, "freeze")
    live, whole = records.live, filters.changed(snapshot=None, as_of=None, within=None)
    programme, last = live.catalogue.programme(filters.programme), live.last_moment(filters.programme)
    if last is None or last.date() <= period.last:
        raise NotSaved("not_ended")
    codes = {unit.id: unit.code for unit in live.catalogue.members(whole)}
    now, before = (
        {codes[number]: tally for number, tally in tallies(live, whole, month).items() if number in codes}
        for month in (period, period.before)
    )
    content = write_content(fetch_scheme(live, programme.code), whole, now, before)
    with writing(url) as connection:
        if read_closed(connection, programme.id, period.code):
            raise NotSaved("closed_already")
        values = {"programme_id": programme.id, "period": period.code, "content": content, "who": signature(by)}
        connection.execute(insert(grading_closed).values(**values, closed_at=this_second()))
        note(connection, signature(by), "grading_closed", programme=programme.code, period=period.code)
        raise_without_rows(connection, programme.id)


def correct_grading(
    url: str, records: Records, filters: Filters, period: Period, unit_code: str, points: float, reason: str, by: Reader
) -> None:
    """Add or subtract points by hand, with a reason. Raises NotAllowed, and NotSaved without one (no_reason)."""
    catalogue, reason = records.catalogue, " ".join(reason.split())
    programme, unit = catalogue.programme(filters.programme), catalogue.unit_by_code[unit_code]
    if not reason or not points or abs(points) > MOST_POINTS:
        require(by, "freeze")
        raise NotSaved("no_reason")
    with writing(url) as connection:
        require(by, "freeze", [unit_code], covered_units(connection, by))
        values = {"programme_id": programme.id, "period": period.code, "unit_id": unit.id, "points": points}
        connection.execute(
            insert(grading_correction).values(**values, reason=reason, who=signature(by), made_at=this_second())
        )
        details = {"period": period.code, "unit": unit_code, "points": points, "reason": reason}
        note(connection, signature(by), "grading_corrected", programme=programme.code, **details)
        raise_without_rows(connection, programme.id)
