"""An upgraded database of an earlier version answers as before, and its snapshots stay valid.

frozen_0008.json.gz holds the tables of the version of 21/11/2026 (300 invented records, a file of initiatives, one of
targets, two snapshots) as that version wrote them, and the output of its `answer`.
"""

import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Connection, MetaData, func, insert, select, text

from data_access.cli.answer import answer
from data_access.cli.verify import verify
from data_access.database.connections import open_engine
from data_access.database.schema import initiative, programme_unit, snapshot
from data_access.importing.planned import from_json
from data_access.importing.undoing import undo
from data_access.migrations import newest_revision, revision_of, upgrade
from data_access.reference.seed import prepare
from model.reader import LOCAL
from tests.live_records import live_records

FROZEN: Final = json.loads(gzip.decompress((Path(__file__).parent / "frozen_0008.json.gz").read_bytes()))


@pytest.fixture
def brought_forward(database_url: str) -> str:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        upgrade(connection, FROZEN["revision"])
        _fill(connection)
    engine.dispose()
    prepare(database_url, say=lambda *_: None)
    return database_url


def _fill(connection: Connection) -> None:
    result = MetaData()
    result.reflect(connection, only=list(FROZEN["tables"]))
    for table in result.sorted_tables:
        kept = FROZEN["tables"][table.name]
        rows = [dict(zip(kept["columns"], row, strict=True)) for row in kept["rows"]]
        for row in rows:
            for name, value in row.items():
                if value is not None and table.c[name].type.python_type is bool:
                    row[name] = bool(value)
        connection.execute(insert(table), [from_json(table, json.dumps(row)) for row in rows])
        if connection.dialect.name == "postgresql" and "id" in table.c:
            _count_on(connection, table.name)


def _count_on(connection: Connection, name: str) -> None:
    """Move sequences past the numbers that the rows brought with them."""
    sequence = connection.scalar(text("SELECT pg_get_serial_sequence(:name, 'id')").bindparams(name=name))
    if sequence:
        connection.execute(text(f"SELECT setval('{sequence}', (SELECT max(id) FROM {name}))"))


def _answers(url: str) -> Iterator[tuple[str, list[list[Any]], list[list[Any]]]]:
    with live_records(url) as records:
        for question in FROZEN["answers"]:
            rows = list(csv.DictReader(io.StringIO(answer(records, question["subject"], question["query"]))))
            if question["subject"] == "overview":  # later versions say more of it
                rows = [row for row in rows if row["metric"] in {metric for metric, _ in question["rows"]}]
            if question["subject"] == "ranking":  # whoever had nothing has no place since 29/11/2026
                rows = [row for row in rows if row["unit_code"] and row["value"] != "0"]
                question["rows"] = [row for row in question["rows"] if row[0] and row[1] != "0"]
            results = [[row[name] for name in question["columns"]] for row in rows]
            yield f"{question['subject']} {question['query']}", results, question["rows"]


def test_links_and_snapshots_answer_as_before(brought_forward: str) -> None:
    differing = {name: (now, before) for name, now, before in _answers(brought_forward) if now != before}
    assert not differing


def test_everything_agrees_and_snapshots_verify(brought_forward: str) -> None:
    engine = open_engine(brought_forward)
    with engine.connect() as connection:
        assert revision_of(connection) == newest_revision()
        assert connection.scalar(select(func.count()).select_from(snapshot)) == 2
        assert connection.scalar(select(func.count()).select_from(programme_unit))
        assert verify(connection).is_clean
    engine.dispose()


def test_an_import_of_the_earlier_version_is_taken_back(brought_forward: str) -> None:
    assert undo(brought_forward, 2, LOCAL).removed == 4
    engine = open_engine(brought_forward)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(initiative)) == 300
    engine.dispose()
