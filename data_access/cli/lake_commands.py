"""`python -m data_access lake publish|count`: rows for a distributed engine, and cells counted by it."""

import argparse
import logging
import time
from pathlib import Path
from typing import Any, Final

from sqlalchemy.exc import OperationalError

from data_access.cli.parser import refuse
from data_access.cli.progress import Bar
from data_access.database.errors import UnreadableSetting
from data_access.database.lake import published
from data_access.database.rows_setting import rows_engine
from data_access.database.settings import database_url
from data_access.lake.counting import count_cells, write_cells
from data_access.lake.publish import publish
from model.settings import Setting, lake_folder

FAILED: Final = 1
_NO_LAKE: Final = f"{Setting.LAKE} is not set. It names the folder of the lake: {Setting.LAKE}=/srv/lake"

log = logging.getLogger(__name__)


def add_lake_commands(commands: "argparse._SubParsersAction[Any]") -> None:
    """Put `lake` among the commands of `python -m data_access`."""
    parser = commands.add_parser("lake", help="rows as Parquet files for a distributed engine (docs/scale.md)")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    write = actions.add_parser("publish", help="bring the folder LAKE to the state of the database, changed days only")
    write.add_argument("--all", action="store_true", help="read every day, whatever is known of changes")
    write.set_defaults(run=_publish)
    count = actions.add_parser(
        "count", help="cells counted by the engine of ROWS_URL; exit code 1 where stored ones differ"
    )
    count.add_argument("--write", action="store_true", help="put them in the place of those that differ")
    count.set_defaults(run=_count)


def _publish(options: argparse.Namespace) -> int:
    lake = lake_folder()
    if lake is None:
        return refuse(_NO_LAKE)
    began = time.monotonic()
    try:
        publication = publish(database_url(), lake, everything=options.all, progress=Bar())
    except OSError as problem:
        return refuse(f"{Path(problem.filename or lake)} cannot be written: {problem.strerror}. Nothing is published.")
    manifest = publication.manifest
    print(
        f"{lake}: version {manifest.number}, {manifest.rows} rows; {publication.days_read} days read, "
        f"{publication.days_written} of them changed ({time.monotonic() - began:.1f} s)."
    )
    return 0


def _count(options: argparse.Namespace) -> int:
    lake = lake_folder()
    if lake is None:
        return refuse(_NO_LAKE)
    try:
        rows = rows_engine()
        if rows is None:
            return refuse(f"{Setting.ROWS_URL} is not set. It names the engine: {Setting.ROWS_URL}=hive://host:10000")
        cell_counts = count_cells(rows, lake, database_url())
    except UnreadableSetting as problem:
        return refuse(problem)
    except OperationalError as problem:
        log.debug("Counting failed.", exc_info=True)
        return refuse(f"The engine of {Setting.ROWS_URL} does not answer: {str(problem.orig).splitlines()[0][:200]}")
    for programme in cell_counts:
        print(
            f"Programme {programme.programme_id}: {programme.cells.height} cells counted, "
            f"{len(programme.differing)} days differ."
        )
    wrong = [programme for programme in cell_counts if programme.differing]
    if not options.write:
        return FAILED if wrong else 0
    results = {write_cells(database_url(), programme, published(lake)) for programme in wrong}
    return FAILED if False in results else 0
