"""`python -m benchmarks.many_units`: the same million records with 82 and with 3,000 ranked units, side by side.

Works on copies of the configured SQLite database, in a temporary folder.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import insert, make_url, select, text, update

from benchmarks.data_layer import measure_cube, measure_questions
from benchmarks.figures import Figure, timed
from data_access.cube.cells import rebuild_days
from data_access.database.bounded import Database
from data_access.database.connections import open_engine, sqlite_file
from data_access.database.schema import initiative, programme_unit, unit
from data_access.database.settings import database_url
from data_access.database.versions import raise_version
from data_access.store.live import LiveRecords

UNITS: Final = 3_000
_PROGRAMME: Final = 1


def distribute_records(url: str) -> None:
    """Distribute the records of a copy over so many ranked units."""
    engine = open_engine(url)
    with engine.begin() as connection:
        for name in connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            connection.execute(text(f'DROP TRIGGER "{name}"'))  # nobody searches this copy
        first = (connection.scalar(select(unit.c.id).order_by(unit.c.id.desc()).limit(1)) or 0) + 1
        names = [f"Công đoàn cơ sở số {number}" for number in range(UNITS)]
        rows = [
            {"id": first + n, "code": f"B-{n}", "name": name, "name_en": name, "short_name": name, "level": "upper"}
            for n, name in enumerate(names)
        ]
        connection.execute(insert(unit), rows)
        own = programme_unit.c.programme_id == _PROGRAMME
        connection.execute(update(programme_unit).where(own).values(ranked=False))
        members = [{"programme_id": _PROGRAMME, "unit_id": row["id"], "ranked": True} for row in rows]
        connection.execute(insert(programme_unit), members)
        connection.execute(update(initiative).values(unit_id=first + (initiative.c.id * 7) % UNITS))
        days = {
            day
            for column in (initiative.c.uploaded_day, initiative.c.settled_day, initiative.c.rewarded_day)
            for day in connection.scalars(select(column).where(column.is_not(None)).distinct())
        }
        rebuild_days(connection, _PROGRAMME, days)
        raise_version(connection, _PROGRAMME, days)
    engine.dispose()


def measured(url: str) -> list[Figure]:
    """Start, refresh and the eight questions of one database."""
    figures = list(measure_cube(url))
    with closing(LiveRecords(Database(url))) as records:
        figures.append(Figure("records ready", [timed(records.poll)], "s", 3))
        return figures + list(measure_questions(records))


def _copied(source: Path, target: Path, change: Callable[[str], None] | None = None) -> str:
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)
    url = f"sqlite:///{target}"
    if change:
        change(url)
    return url


def main() -> None:
    """Print both, and the ratio for 3,000 units."""
    source = sqlite_file(make_url(database_url()))
    if source is None:
        raise SystemExit("Needs an SQLite database (DATABASE_URL).")
    with TemporaryDirectory() as folder:
        few = measured(_copied(source, Path(folder) / "few.db"))
        many = measured(_copied(source, Path(folder) / "many.db", distribute_records))
    print("| what | unit | 82 units | 3,000 units | times |\n| --- | --- | ---: | ---: | ---: |")
    for one, other in zip(few, many, strict=True):
        before, after = min(one.values), min(other.values)  # other work makes medians worse, not these
        print(f"| {one.what} | {one.unit} | {before:.3g} | {after:.3g} | {after / before:.2f} |")


if __name__ == "__main__":
    main()
