"""Plain SQL over the demonstration rows gives every published number of phase 1, on both engines."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, text

from data_access.cli.verify import verify
from data_access.database.connections import open_engine
from data_access.demo import write_demo
from data_access.reference.seed import prepare
from tests.text_tables import drawn

END_OF_PHASE_1 = datetime(2022, 5, 31, 23, 59, 59)
Ask = Callable[..., list[tuple[Any, ...]]]

# Uploads up to and including a moment. No unit means the whole country.
UPLOADS = """
moment              | unit   | uploads
2022-01-08 23:59:59 |        | 23
2022-03-26 23:59:59 | LD-38  | 11666
2022-03-26 23:59:59 | LD-40  | 8881
2022-03-26 23:59:59 | LD-42  | 5072
2022-03-26 23:59:59 | LD-01  | 4554
2022-03-26 23:59:59 | LD-31  | 3583
2022-03-26 23:59:59 | LD-92  | 2235
2022-03-26 23:59:59 | LD-89  | 2153
2022-03-26 23:59:59 | LD-93  | 1759
2022-04-20 08:00:00 |        | 163532
2022-04-20 08:00:00 | LD-38  | 35728
2022-04-20 08:00:00 | LD-01  | 18549
2022-04-20 08:00:00 | LD-40  | 14282
2022-04-20 08:00:00 | LD-42  | 9574
2022-04-20 08:00:00 | LD-24  | 6601
2022-04-20 08:00:00 | LD-79  | 6475
2022-04-20 08:00:00 | LD-31  | 5820
2022-04-20 08:00:00 | LD-92  | 4808
2022-04-20 08:00:00 | LD-89  | 4754
2022-04-20 08:00:00 | LD-80  | 4479
2022-05-06 23:59:59 | CD-CT  | 1512
2022-05-10 14:00:00 | CD-TKS | 2769
2022-05-10 23:59:59 | LD-33  | 1260
2022-05-11 23:59:59 |        | 300000
2022-05-31 23:59:59 |        | 696948
2022-05-31 23:59:59 | LD-38  | 170263
2022-05-31 23:59:59 | LD-79  | 57849
2022-05-31 23:59:59 | LD-68  | 8871
2022-05-31 23:59:59 | CD-HH  | 0
"""
# Places that a source states, by uploads.
RANKS = """
moment              | unit   | rank
2022-04-13 23:59:59 | LD-01  | 2
2022-05-10 14:00:00 | CD-TKS | 21
2022-05-31 23:59:59 | LD-68  | 15
"""
GRASSROOTS = """
moment              | short_name               | uploads
2022-05-10 23:59:59 | Tuyển than Cửa Ông       | 196
2022-05-10 23:59:59 | Than Nam Mẫu             | 198
2022-05-10 23:59:59 | Than Hà Lầm              | 141
2022-05-10 23:59:59 | Chế tạo máy              | 66
2022-05-10 23:59:59 | Kho vận Đá Bạc           | 84
2022-05-10 23:59:59 | Than Mông Dương          | 119
2022-05-10 23:59:59 | Than Cao Sơn             | 142
2022-05-10 23:59:59 | Xây lắp mỏ               | 71
2022-04-20 08:00:00 | Công ty Sakurai Việt Nam | 512
"""
# Position 3 is officer, sectors 1-3 are public service, 4 is enterprises.
AUTHOR_GROUPS = """
group          | uploads
public service | 380656
enterprises    | 168921
officers       | 110976
rest           | 36395
"""

BY_UNIT = """
SELECT unit.code, count(*) FROM initiative JOIN unit ON unit.id = unit_id
WHERE uploaded_at <= :moment GROUP BY unit.code
"""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def phase_1(request: pytest.FixtureRequest) -> Iterator[str]:
    """The demonstration as of the end of phase 1, read-only."""
    if request.param == "sqlite":
        yield request.getfixturevalue("demo_database")
        return
    server = request.getfixturevalue("postgresql_server")
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE DATABASE demo_phase_1")
        url = server.rpartition("/")[0] + "/demo_phase_1"
        prepare(url, say=lambda *_: None)
        write_demo(url, until=END_OF_PHASE_1, say=lambda *_: None)
        yield url
        connection.execute("DROP DATABASE demo_phase_1 WITH (FORCE)")


def _open(url: str) -> Engine:
    """Read-only on SQLite, whose file all workers share; not on PostgreSQL, where readers get only three seconds."""
    return open_engine(url, read_only=url.startswith("sqlite"))


@pytest.fixture
def ask(phase_1: str) -> Iterator[Ask]:
    engine = _open(phase_1)
    with engine.connect() as connection:
        yield lambda query, **values: [tuple(row) for row in connection.execute(text(query), values)]
    engine.dispose()


@pytest.fixture(scope="module")
def uploads(phase_1: str) -> Iterator[Callable[[str], dict[str, int]]]:
    """Uploads of every unit by a moment, counted once."""
    engine = _open(phase_1)

    @cache
    def count(moment: str) -> dict[str, int]:
        with engine.connect() as connection:
            question = connection.execute(text(BY_UNIT), {"moment": datetime.fromisoformat(moment)})
            return {code: int(number) for code, number in question}

    yield count
    engine.dispose()


@pytest.mark.parametrize("row", drawn(UPLOADS), ids=lambda row: f"{row['moment']} {row.get('unit', 'all')}")
def test_uploads_by_a_published_moment(uploads, row: dict[str, str]) -> None:
    by_unit = uploads(row["moment"])
    counted = by_unit.get(row["unit"], 0) if "unit" in row else sum(by_unit.values())
    assert counted == int(row["uploads"])


def test_ten_units_lead_and_nobody_else_has_as_many_as_the_tenth(uploads) -> None:
    counts = sorted(uploads("2022-04-20 08:00:00").values(), reverse=True)
    assert counts[9] == 4479
    assert counts[10] < 4479


@pytest.mark.parametrize("row", drawn(RANKS), ids=lambda row: row["unit"])
def test_published_ranks(uploads, row: dict[str, str]) -> None:
    by_unit = uploads(row["moment"])
    assert 1 + sum(count > by_unit[row["unit"]] for count in by_unit.values()) == int(row["rank"])
    assert list(by_unit.values()).count(by_unit[row["unit"]]) == 1


def test_uploads_go_on_after_eight_o_clock(ask: Ask) -> None:
    ((later,),) = ask(
        "SELECT count(*) FROM initiative WHERE uploaded_day = 20220420 AND uploaded_at > :moment",
        moment=datetime(2022, 4, 20, 8),
    )
    assert later > 1000


@pytest.mark.parametrize("row", drawn(GRASSROOTS), ids=lambda row: row["short_name"])
def test_grassroots_unions_with_published_counts(ask: Ask, row: dict[str, str]) -> None:
    counted = ask(
        "SELECT count(*) FROM initiative JOIN unit ON unit.id = grassroots_id"
        " WHERE unit.short_name = :name AND unit.level = 'grassroots' AND uploaded_at <= :moment",
        name=row["short_name"],
        moment=datetime.fromisoformat(row["moment"]),
    )
    assert counted == [(int(row["uploads"]),)]


def test_hung_yen_had_588_valid_and_672_under_review(ask: Ask) -> None:
    decided = ask(
        "SELECT status, count(*) FROM initiative JOIN unit ON unit.id = unit_id"
        " WHERE unit.code = 'LD-33' AND uploaded_day <= 20220510 AND settled_day <= 20220510 GROUP BY status"
    )
    assert decided == [(1, 588)]


def test_author_groups_of_phase_1(ask: Ask) -> None:
    counted = ask(
        "SELECT CASE WHEN position = 3 THEN 'officers' WHEN sector_id IN (1, 2, 3) THEN 'public service'"
        " WHEN sector_id = 4 THEN 'enterprises' ELSE 'rest' END AS label, count(*) FROM initiative GROUP BY 1"
    )
    assert dict(counted) == {row["group"]: int(row["uploads"]) for row in drawn(AUTHOR_GROUPS)}


def test_officers_are_never_of_the_enterprises(ask: Ask) -> None:
    sectors = ask("SELECT DISTINCT sector.code FROM initiative JOIN sector ON sector.id = sector_id WHERE position = 3")
    assert set(sectors) == {("hcsn",), ("khac",)}


def test_benefit_is_just_over_the_published_sums(ask: Ask) -> None:
    ((total, largest),) = ask("SELECT sum(benefit_vnd), max(benefit_vnd) FROM initiative")
    ((of_thanh_hoa,),) = ask(
        "SELECT sum(benefit_vnd) FROM initiative JOIN unit ON unit.id = unit_id WHERE unit.code = 'LD-38'"
    )
    assert 10_000 < int(total) / 10**9 < 10_100
    assert 162 < int(of_thanh_hoa) / 10**9 < 163
    assert largest > 500 * 10**9
    assert ask("SELECT count(*) FROM initiative WHERE benefit_band = 4") == [(1,)]


def test_nothing_is_known_that_happened_later(ask: Ask) -> None:
    ((last,),) = ask(
        "SELECT count(*) FROM initiative"
        " WHERE uploaded_day > 20220531 OR settled_day > 20220531 OR rewarded_day > 20220531"
    )
    assert last == 0
    assert ask("SELECT count(*) FROM initiative WHERE status = 0 AND (level > 0 OR applied IS NOT NULL)") == [(0,)]


def test_cells_versions_and_rows_agree(phase_1: str) -> None:
    engine = _open(phase_1)
    with engine.connect() as connection:
        report = verify(connection)
    engine.dispose()
    assert report.is_clean, report


def test_the_programme_says_that_it_is_simulated(ask: Ask) -> None:
    assert ask("SELECT data_kind FROM programme WHERE code = '1tr'") == [("simulated",)]
    assert ask("SELECT count(*) FROM programme WHERE data_kind = 'simulated'") == [(1,)]
    assert ask("SELECT version FROM data_version JOIN programme ON id = programme_id WHERE code = '1tr'") == [(2,)]
