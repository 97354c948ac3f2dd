"""A small programme in which every text of every table is hostile: tags, Markdown, a link."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, Text, select, update
from sqlalchemy.exc import IntegrityError

from data_access.database.connections import open_engine
from data_access.database.schema import initiative, metadata
from data_access.rows.exemplars import choose_exemplar
from data_access.rows.staff_choices import add_event, save_view
from data_access.snapshots.freezing import freeze
from data_access.staff.slide_lists import save_slide_list
from model.reader import LOCAL
from tests.exports.small_programme import write_small

MARK = "**[x](http://evil.example)**"
POISON = f" <img src=x onerror=alert(1)> {MARK}"
# Words the program reads itself: codes, JSON, queries.
READ = {"metric", "category", "unit_level", "unit_of_measure", "detail", "content", "query", "views", "aliases"}


def write_poisoned(url: str) -> None:
    """Prepare the database at `url`, fill it, let staff choose and save things, then poison every text."""
    write_small(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        code = connection.scalar(select(initiative.c.code).order_by(initiative.c.id))
    choose_exemplar(url, 1, str(code), "Dễ làm", LOCAL)
    add_event(url, 1, date(2022, 3, 1), "Sơ kết", "Biên bản", LOCAL)
    save_view(url, LOCAL, "Y tế", "explore", "sector=y-te")
    save_slide_list(url, "Hội nghị", ("map",), 0, "", LOCAL)
    freeze(url, "1tr", "Báo cáo", LOCAL)
    with engine.begin() as connection:
        assert sum(_poison(connection)) > 20
    engine.dispose()


def _poison(connection: Connection) -> Iterator[int]:
    """Append the poison to every text of every table; yields the number of rows."""
    for table in metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, Text) and column.name not in READ and not column.primary_key:
                try:
                    yield connection.execute(update(table).values({column.name: column + POISON})).rowcount
                except IntegrityError:
                    continue  # one of a few words that a CHECK names
