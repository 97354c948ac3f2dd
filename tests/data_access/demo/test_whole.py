"""The whole demonstration of a million initiatives, and how it is written again."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data_access.demo import write, write_demo
from data_access.demo.clock import seconds
from data_access.demo.rows import Demonstration, make_demonstration
from data_access.reference.seed import prepare
from tests.copies import made_once
from tests.text_tables import drawn

pytestmark = pytest.mark.slow

MILLIONTH = datetime(2022, 10, 3, 15, 34)
UPLOADS = """
moment              | unit   | uploads
2022-05-31 23:59:59 |        | 696948
2022-08-04 23:59:59 | LD-75  | 50120
2022-10-03 15:33:59 |        | 999999
2022-10-03 15:34:00 |        | 1000000
2023-12-31 23:59:59 |        | 1000000
2022-10-03 15:34:00 | CD-HH  | 0
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def fill(file: Path) -> None:
        prepare(f"sqlite:///{file}", say=_silent)
        _drop_what_serves_looking_up(file)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(write, "without_indexes", nullcontext)
            write_demo(f"sqlite:///{file}", say=_silent)

    return made_once(tmp_path_factory, "whole.db", fill)


def _drop_what_serves_looking_up(file: Path) -> None:
    """Drop the indexes: rows are only counted here, and `test_demo` reads a database that has them."""
    statement = (
        "SELECT type, name FROM sqlite_master WHERE tbl_name = 'initiative' AND type <> 'table' AND sql IS NOT NULL"
    )
    with closing(sqlite3.connect(file)) as connection:
        for kind, name in connection.execute(statement).fetchall():
            connection.execute(f"DROP {kind} {name}")
        connection.commit()


@pytest.fixture
def ask(whole: Path):
    with closing(sqlite3.connect(whole)) as connection:
        yield lambda query, *values: connection.execute(query, values).fetchall()


@pytest.fixture
def prepared(tmp_path: Path) -> Iterator[str]:
    url = f"sqlite:///{tmp_path / 'small.db'}"
    prepare(url, say=_silent)
    yield url


def _silent(*_words: object) -> None:
    """A progress callback that shows nothing."""


@pytest.mark.parametrize("row", drawn(UPLOADS), ids=lambda row: f"{row['moment']} {row.get('unit', 'all')}")
def test_uploads_by_a_published_moment(ask, row: dict[str, str]) -> None:
    counted = ask(
        "SELECT count(*) FROM initiative JOIN unit ON unit.id = unit_id WHERE uploaded_at <= ? AND unit.code LIKE ?",
        row["moment"] + ".000000",
        row.get("unit", "%"),
    )
    assert counted == [(int(row["uploads"]),)]


def test_dong_nai_is_fifth_with_just_over_50_000(ask) -> None:
    ranked = ask(
        "SELECT unit.code, count(*) FROM initiative JOIN unit ON unit.id = unit_id WHERE uploaded_day <= 20220804"
        " GROUP BY 1 ORDER BY 2 DESC LIMIT 6"
    )
    assert ranked[4] == ("LD-75", 50120)
    assert ranked[3][1] > 50120 > ranked[5][1]


def test_26_units_are_above_their_registered_target(ask) -> None:
    compared = ask(
        "SELECT count(*) > target.value, count(*) = target.value FROM initiative"
        " JOIN target ON target.unit_id = initiative.unit_id AND phase = 0 AND kind = 'registered'"
        " GROUP BY target.unit_id"
    )
    assert sum(above for above, _ in compared) == 26
    assert not any(equal for _, equal in compared)


def test_enterprises_bring_39_percent_of_phase_2_mainly_foreign_ones(ask) -> None:
    ((of_enterprises, foreign, total),) = ask(
        "SELECT sum(sector_id = 4), sum(sector_id = 4 AND ownership = 3), count(*) FROM initiative"
        " WHERE uploaded_day >= 20220601"
    )
    assert total == 303_052
    assert of_enterprises / total == pytest.approx(0.39, abs=0.001)
    assert foreign / of_enterprises > 0.5


def test_ha_noi_has_most_people_but_not_most_uploads(ask) -> None:
    ranked = ask(
        "SELECT unit.code, count(*), count(DISTINCT author) FROM initiative JOIN unit ON unit.id = unit_id"
        " GROUP BY 1 ORDER BY 3 DESC"
    )
    assert ranked[0][0] == "LD-01"
    assert max(ranked, key=lambda row: row[1])[0] == "LD-38"
    assert 1 < sum(row[1] for row in ranked) / sum(row[2] for row in ranked) < 5


def test_statuses_at_the_end(ask) -> None:
    shares = dict(ask("SELECT status, count(*) / 10000.0 FROM initiative GROUP BY 1"))
    assert shares[1] == pytest.approx(75, abs=1.5)
    assert shares[2] == pytest.approx(6, abs=0.5)


def test_decisions_take_one_to_forty_days(ask) -> None:
    ((shortest, longest),) = ask(
        "SELECT min(d), max(d) FROM (SELECT julianday(date(decided_at)) - julianday(date(uploaded_at)) d"
        " FROM initiative WHERE decided_at IS NOT NULL)"
    )
    assert (shortest, longest) >= (1, 30)
    assert longest <= 40


def test_an_giang_is_close_to_its_published_sectors(ask) -> None:
    counted = dict(
        ask(
            "SELECT sector.code, count(*) FROM initiative JOIN unit ON unit.id = unit_id"
            " JOIN sector ON sector.id = sector_id WHERE unit.code = 'LD-89' GROUP BY 1"
        )
    )
    shares = {code: 100 * count / sum(counted.values()) for code, count in counted.items()}
    assert shares == pytest.approx({"giao-duc": 67.1, "hcsn": 14.0, "sxkd": 12.2, "y-te": 6.7}, abs=1.5)


def test_every_unknown_exists_but_rarely(ask) -> None:
    for column in ("sector_id", "ownership", "position", "solution", "sex"):
        ((unknown,),) = ask(f"SELECT count(*) FROM initiative WHERE {column} = 0")
        assert 500 < unknown < 80_000, column


def test_cells_stay_compact(ask) -> None:
    assert ask("SELECT count(*) FROM initiative_cell")[0][0] < 1_300_000


def test_codes_follow_the_clock(ask) -> None:
    first, last = ask("SELECT min(code), max(code) FROM initiative")[0]
    assert (first, last) == ("1TR-0000001", "1TR-1000000")
    assert ask(
        "SELECT count(*) FROM (SELECT uploaded_at < lag(uploaded_at) OVER (ORDER BY code) back FROM initiative)"
        " WHERE back"
    ) == [(0,)]


def test_written_again_it_replaces_itself_and_nothing_else(prepared: str) -> None:
    write_demo(prepared, rows=3000, say=_silent)
    with closing(sqlite3.connect(prepared.removeprefix("sqlite:///"))) as connection:
        connection.execute(
            "INSERT INTO initiative (programme_id, code, title, title_folded, unit_id, uploaded_at, uploaded_day)"
            " VALUES (1, 'OWN-1', 'x', 'x', 1, '2022-01-20 08:00:00.000000', 20220120)"
        )
        connection.commit()
        before = connection.execute("SELECT * FROM initiative WHERE code < '1TR-0001000' ORDER BY code").fetchall()
        write_demo(prepared, rows=999, say=_silent)
        after = connection.execute("SELECT * FROM initiative ORDER BY code").fetchall()
        assert [row[2] for row in after] == [*(row[2] for row in before), "OWN-1"]
        assert connection.execute("SELECT sum(n) FROM initiative_cell WHERE event = 1").fetchone() == (1000,)
        assert connection.execute("SELECT count(*) FROM import_batch").fetchone() == (1,)
        assert connection.execute("SELECT max(day) FROM initiative_cell").fetchone()[0] < 20220301


def test_a_crash_leaves_the_former_state(prepared: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write_demo(prepared, rows=2000, say=_silent)
    monkeypatch.setattr(write, "raise_version", _crash)
    with pytest.raises(KeyboardInterrupt):
        write_demo(prepared, rows=500, say=_silent)
    with closing(sqlite3.connect(prepared.removeprefix("sqlite:///"))) as connection:
        assert connection.execute("SELECT count(*) FROM initiative").fetchone() == (2000,)
        assert connection.execute("SELECT sum(n) FROM initiative_cell WHERE event = 1").fetchone() == (2000,)
        indexes = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE tbl_name = 'initiative' AND type = 'index'"
        )
        assert indexes.fetchone()[0] >= 4


def test_more_rows_than_a_million_go_on_after_the_calibrated_ones(
    prepared: str, ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All rows are generated; those around the millionth are written, because other tests write a million."""
    made: list[Demonstration] = []

    def around_the_millionth(*question: object) -> Demonstration:
        made.append(make_demonstration(*question))
        return replace(made[0], rows=made[0].rows.tail(3_000))

    monkeypatch.setattr(write, "make_demonstration", around_the_millionth)
    write_demo(prepared, rows=1_001_000, say=_silent)

    uploaded = made[0].rows["uploaded"]
    assert uploaded.len() == 1_001_000
    assert (uploaded <= seconds(MILLIONTH)).sum() == 1_000_000
    moments = [datetime(1970, 1, 1) + timedelta(seconds=at) for at in uploaded.head(1_000_000).gather_every(9_973)]
    question = ask("SELECT uploaded_at FROM initiative ORDER BY code")[::9_973]
    assert [f"{moment:%Y-%m-%d %H:%M:%S.%f}" for moment in moments] == [at for (at,) in question]
    with closing(sqlite3.connect(prepared.removeprefix("sqlite:///"))) as connection:
        calibrated = f"SELECT count(*) FROM initiative WHERE uploaded_at <= '{MILLIONTH}.000000'"
        assert connection.execute(calibrated).fetchone() == (2_000,)
        assert connection.execute("SELECT count(*) FROM initiative").fetchone() == (3_000,)


def _crash(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_until_a_moment_before_the_start_there_is_nothing(prepared: str) -> None:
    write_demo(prepared, until=datetime(2022, 1, 1), say=_silent)
    with closing(sqlite3.connect(prepared.removeprefix("sqlite:///"))) as connection:
        assert connection.execute("SELECT count(*) FROM initiative").fetchone() == (0,)
