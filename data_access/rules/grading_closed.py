"""Decisions about a graded period: its closing, and manual points."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, select

from data_access.database.schema import grading_closed, grading_correction
from data_access.store.records import Records
from data_access.store.remembered import remembered
from model.edges import Json
from model.filters import Filters
from model.graded import Closed, Correction
from model.grading import Criterion, GradeClass, Scheme
from model.periods import Period
from model.tallies import Tally


def fetch_closed(records: Records, filters: Filters, period: Period) -> Closed | None:
    """The closed grading that answers these filters; None where the records answer.

    Figures frozen otherwise, a moment before the period's end and the units below one are always counted.
    """
    early = filters.as_of is not None and filters.as_of.date() <= period.last
    if records.frozen is not None or filters.within or early:
        return None
    number = records.catalogue.programme(filters.programme).id
    closed = records.ask(
        lambda connection: read_closed(connection, number, period.code), ("grading_closed", number, period.code)
    )
    same = closed is not None and (closed.target, closed.phase) == (filters.target.value, filters.phase)
    return closed if same else None


@remembered
def fetch_corrections(records: Records, filters: Filters, period: Period) -> tuple[Correction, ...]:
    """Manual corrections of points, oldest first."""
    if records.frozen is not None:
        return ()
    number = records.catalogue.programme(filters.programme).id
    columns = grading_correction.c
    question = select(columns.unit_id, columns.points, columns.reason, columns.who, columns.made_at)
    question = question.where(columns.programme_id == number, columns.period == period.code).order_by(columns.id)
    return records.ask(
        lambda connection: tuple(Correction(*row) for row in connection.execute(question)),
        ("grading_corrections", number, period.code),
    )


def read_closed(connection: Connection, programme_id: int, period: str) -> Closed | None:
    """The grading of a period as it was closed, whatever its target."""
    same = (grading_closed.c.programme_id == programme_id) & (grading_closed.c.period == period)
    row = connection.execute(select(grading_closed).where(same)).first()
    return _read(row.content, row.who, row.closed_at) if row else None


def write_content(scheme: Scheme, filters: Filters, now: Mapping[str, Tally], before: Mapping[str, Tally]) -> str:
    """The stored content of a grading, from which every point can be computed again."""
    tallies = {
        name: {code: tally._asdict() for code, tally in some.items()}
        for name, some in (("now", now), ("before", before))
    }
    content = {"scheme": asdict(scheme), "target": filters.target.value, "phase": filters.phase, **tallies}
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _read(content: str, who: str, closed_at: datetime) -> Closed:
    content_read: Json = json.loads(content)
    criteria = tuple(
        Criterion(**{**criterion, "steps": tuple((least, percent) for least, percent in criterion["steps"])})
        for criterion in content_read["scheme"]["criteria"]
    )
    classes = tuple(GradeClass(**grade_class) for grade_class in content_read["scheme"]["classes"])
    stored_scheme = content_read["scheme"]
    scheme = Scheme(criteria, classes, stored_scheme["is_example"], stored_scheme.get("grades_silent", True))
    now, before = ({code: Tally(**tally) for code, tally in content_read[name].items()} for name in ("now", "before"))
    return Closed(who, closed_at, content_read["target"], content_read["phase"], scheme, now, before)
