"""`verify` and `status`: whether rows, cells and versions agree, and how far each programme is."""

import argparse
from typing import Final

from sqlalchemy import func, make_url, select

from data_access.cli.verify import Report, repair, verify
from data_access.database.connections import open_engine
from data_access.database.known_schema import require_known_schema
from data_access.database.schema import data_version, initiative_cell, programme
from data_access.database.settings import database_url
from model.codes import Event

_DIFFERENT: Final = 1


def check_rows(options: argparse.Namespace) -> int:
    """Count anew and compare, and rebuild what differs where requested; returns 1 where something differs."""
    engine = open_engine(database_url(), read_only=not options.repair)
    try:
        with engine.begin() as connection:
            require_known_schema(connection)
            report = verify(connection)
            _print_report(report)
            if not options.repair or report.is_clean:
                return 0 if report.is_clean else _DIFFERENT
            print(f"{repair(connection, report)} days rebuilt.")
            after = verify(connection)
            _print_report(after)
            return 0 if after.is_clean else _DIFFERENT
    finally:
        engine.dispose()


def _print_report(report: Report) -> None:
    if report.is_clean:
        print("Rows, cells and versions agree.")
    if report.differences:
        print(
            f"{'programme':<16}{'day':<10}{'event':<10}{'rows':>10}{'cells':>10}{'VND of rows':>22}{'VND in cells':>22}"
        )
    for difference in report.differences:
        print(
            f"{difference.programme:<16}{difference.day:<10}{difference.event.name.lower():<10}{difference.rows:>10}{difference.in_cells:>10}"
            f"{difference.benefit_of_rows:>22}{difference.benefit_in_cells:>22}"
        )
    for problem in report.problems:
        print(problem)


def print_status(_chosen: argparse.Namespace) -> int:
    """Print one line for each programme; returns 0."""
    cell = initiative_cell.c
    cell_sums = (
        select(cell.programme_id, func.sum(cell.n).label("uploads"))
        .where(cell.event == int(Event.UPLOADED))
        .group_by(cell.programme_id)
        .subquery()
    )
    query = (
        select(programme, data_version, cell_sums.c.uploads)
        .outerjoin(data_version, data_version.c.programme_id == programme.c.id)
        .outerjoin(cell_sums, cell_sums.c.programme_id == programme.c.id)
        .order_by(programme.c.id)
    )
    engine = open_engine(database_url(), read_only=True)
    try:
        with engine.connect() as connection:
            require_known_schema(connection)
            rows = connection.execute(query).all()
    finally:
        engine.dispose()
    print(make_url(database_url()).render_as_string(hide_password=True))
    print(f"{'programme':<18}{'data':<16}{'version':>8}{'uploads':>12}  {'last upload':<20}{'changed':<20}")
    for row in rows:
        moments = (str(moment or "-") for moment in (row.last_uploaded_at, row.changed_at))
        last, write = moments
        print(f"{row.code:<18}{row.data_kind:<16}{row.version or 0:>8}{row.uploads or 0:>12}  {last:<20}{write:<20}")
    return 0
