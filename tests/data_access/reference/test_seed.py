"""Schema and reference data: what `init` writes, on both engines."""

import json
import unicodedata
from datetime import date, datetime
from importlib import import_module

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from data_access.database.connections import open_engine
from data_access.database.errors import NoProgramme, NotEmpty
from data_access.database.schema import (
    data_version,
    initiative,
    metadata,
    phase,
    programme,
    programme_unit,
    province,
    published_figure,
    sector,
    shipped_row,
    target,
    unit,
)
from data_access.demo import write_demo
from data_access.migrations import newest_revision, upgrade
from data_access.reference.catalogue import fetch_catalogue
from data_access.reference.seed import prepare
from model.catalogue import Catalogue
from model.codes import DataKind
from model.filters import Filters
from tests.text_tables import drawn

ALIASES = """
word                        | unit
TPHCM                       | LD-79
TP.HCM                      | LD-79
thành phố hồ chí minh       | LD-79
hoa binh                    | LD-17
Hoà Bình                    | LD-17
dak lak                     | LD-66
Đắc Lắc                     | LD-66
TT-Huế                      | LD-46
BR-VT                       | LD-77
LĐLĐ Thanh Hoá              | LD-38
TKV                         | CD-TKS
Công đoàn Than Khoáng sản Việt Nam | CD-TKS
EVN                         | CD-DL
Bắc Cạn                     | LD-06
63:24                       | LD-24
34:24                       | LD-24 LD-27
"""
# What the columns must refuse.
REFUSED = """
column      | value
benefit_vnd | -1
status      | 3
position    | 9
unit_id     | 99999
sector_id   | 77
"""


@pytest.fixture
def catalogue(connection: Connection) -> Catalogue:
    return fetch_catalogue(connection)


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_the_migrations_make_exactly_the_tables_of_the_program(connection: Connection) -> None:
    # The search index is no table of the program: it differs by engine, and only migrations write it down.
    options = {"compare_type": True, "include_name": lambda name, *_: "initiative_words" not in (name or "")}

    assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    assert connection.scalar(text("SELECT version_num FROM alembic_version")) == newest_revision()


def test_a_second_init_changes_nothing(prepared_url: str, connection: Connection) -> None:
    before = connection.execute(select(data_version).order_by(data_version.c.programme_id)).all()
    connection.rollback()
    texts: list[str] = []
    prepare(prepared_url, say=texts.append)
    assert connection.execute(select(data_version).order_by(data_version.c.programme_id)).all() == before
    assert texts == ["Database ready: nothing to change."]


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_an_older_database_is_brought_to_todays_schema(database_url: str) -> None:
    texts: list[str] = []
    engine = open_engine(database_url)
    with engine.begin() as connection:
        upgrade(connection, "0005")
        connection.execute(insert(sector).values(id=99, code="old", name_vi="Cũ", name_en="Old"))

    prepare(database_url, say=texts.append)

    with engine.connect() as connection:
        result = compare_metadata(MigrationContext.configure(connection), metadata)
        assert not [change for change in result if "initiative_words" not in str(change)]
        assert connection.scalar(select(sector.c.name_en).where(sector.c.id == 99)) == "Old"
    engine.dispose()
    assert texts[0].startswith("Bringing the database to today's schema")
    assert texts[1].endswith(f"schema brought from 0005 to {newest_revision()}.")


def test_what_staff_changed_stays(prepared_url: str) -> None:
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        connection.execute(update(unit).where(unit.c.code == "LD-38").values(cluster="Cụm 4", members=5, name="x"))
        connection.execute(update(programme).where(programme.c.code == "1tr").values(data_kind="official"))
        connection.execute(update(target).values(value=7))
    prepare(prepared_url, say=lambda *_: None)
    with engine.connect() as connection:
        row = connection.execute(select(unit).where(unit.c.code == "LD-38")).one()
        assert (row.cluster, row.members, row.name) == ("Cụm 4", 5, "x")
        assert connection.scalar(select(programme.c.data_kind).where(programme.c.code == "1tr")) == "official"
        assert set(connection.scalars(select(target.c.value))) == {7}
        assert set(connection.scalars(select(data_version.c.version))) == {1}
    engine.dispose()


def test_what_staff_removed_stays_away(prepared_url: str) -> None:
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        connection.execute(delete(target))
        connection.execute(delete(phase).where(phase.c.number == 2))
    prepare(prepared_url, say=lambda *_: None)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(target)) == 0
        assert set(connection.scalars(select(phase.c.number))) == {1}
    engine.dispose()


def test_what_the_program_mends_reaches_what_nobody_touched(prepared_url: str) -> None:
    engine = open_engine(prepared_url)
    with engine.begin() as connection:  # as if an older program had shipped this name, and staff a cluster since
        row = connection.scalar(select(shipped_row.c.content).where(*_of_hanoi()))
        content = {**json.loads(row or ""), "name": "Cũ", "cluster": "Cụm cũ"}
        connection.execute(update(shipped_row).where(*_of_hanoi()).values(content=json.dumps(content)))
        connection.execute(update(unit).where(unit.c.code == "LD-01").values(name="Cũ", cluster="Cụm 9"))
    prepare(prepared_url, say=lambda *_: None)
    with engine.connect() as connection:
        row = connection.execute(select(unit).where(unit.c.code == "LD-01")).one()
        assert (row.name, row.cluster) == ("LĐLĐ thành phố Hà Nội", "Cụm 9")
    engine.dispose()


def _of_hanoi() -> tuple[ColumnElement[bool], ...]:
    return shipped_row.c.table_name == "unit", shipped_row.c.key == "LD-01"


def test_a_database_begun_empty_has_provinces_and_sectors_and_stays_so(database_url: str) -> None:
    for empty in (True, False, True):
        prepare(database_url, say=lambda *_: None, empty=empty)
    engine = open_engine(database_url)
    with engine.connect() as connection:
        counts = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in (programme, unit, target, published_figure, province, sector)
        }
        assert list(counts.values()) == [0, 0, 0, 0, 63, 7]
        assert fetch_catalogue(connection).landing == ""
    engine.dispose()


def test_only_a_new_database_can_be_begun_empty(prepared_url: str) -> None:
    with pytest.raises(NotEmpty, match="1tr"):
        prepare(prepared_url, say=lambda *_: None, empty=True)


def test_a_demonstration_needs_its_programme(database_url: str) -> None:
    prepare(database_url, say=lambda *_: None, empty=True)
    with pytest.raises(NoProgramme, match="1tr"):
        write_demo(database_url, say=lambda *_: None)


def test_programmes(catalogue: Catalogue) -> None:
    codes = [programme.code for programme in catalogue.programmes]
    assert codes == ["1tr", "75n", "son-tay-2024", "phu-xuyen-5-nam", "cu-jut-5-nam"]
    main = catalogue.programmes[0]
    assert main.name_vi.startswith("1 triệu sáng kiến – nỗ lực vượt khó, sáng tạo, quyết tâm")
    assert (main.start, main.end, main.national_target) == (date(2022, 1, 8), date(2023, 9, 1), 1_000_000)
    assert [(p.number, p.start, p.end, p.national_target) for p in main.phases] == [
        (1, date(2022, 1, 8), date(2022, 5, 31), 300_000),
        (2, date(2022, 6, 1), date(2023, 9, 1), None),
    ]
    assert {p.data_kind for p in catalogue.programmes} == {DataKind.PUBLISHED_ONLY}
    assert [(p.start, p.end) for p in catalogue.programmes[3:]] == [(None, None)] * 2


def test_no_union_takes_part_in_the_movement_of_one_district(catalogue: Catalogue) -> None:
    counted = [len(catalogue.members(Filters(programme=one.code))) for one in catalogue.programmes]
    assert counted == [82, 82, 0, 0, 0]


@pytest.mark.parametrize("is_used", [False, True])
def test_members_of_a_district_s_movement_go_unless_somebody_used_them(prepared_url: str, is_used: bool) -> None:
    taken_out = import_module("data_access.migrations.versions.0051_movements_of_one_place").TAKEN_OUT
    members = select(programme_unit.c.programme_id, func.count()).group_by(programme_unit.c.programme_id)
    engine = open_engine(prepared_url)
    with engine.begin() as connection:
        numbers = dict(connection.execute(select(programme.c.code, programme.c.id)).tuples().all())
        first, local = numbers["1tr"], numbers["son-tay-2024"]
        for table in (programme_unit, *((target,) if is_used else ())):
            of_first = connection.execute(select(table).where(table.c.programme_id == first).limit(3)).mappings()
            rows = [{name: value for name, value in row.items() if name != "id"} for row in of_first]
            connection.execute(insert(table), [{**row, "programme_id": local} for row in rows])
        connection.execute(taken_out)
        left = dict(connection.execute(members).tuples().all())
    engine.dispose()
    assert left == {first: 82, numbers["75n"]: 82} | ({local: 3} if is_used else {})


def test_units_and_provinces(catalogue: Catalogue) -> None:
    assert len(catalogue.units) == 82
    assert len(catalogue.provinces) == 63
    assert len({p.code_2025 for p in catalogue.provinces}) == 34
    regions = [sum(p.region == region for p in catalogue.provinces) for region in _REGIONS]
    assert regions == [14, 11, 14, 5, 6, 13]
    assert sum(p.is_city for p in catalogue.provinces) == 5
    kinds = [unit.kind for unit in catalogue.units]
    assert [kinds.count(kind) for kind in ("provincial", "industry", "corporation")] == [63, 11, 8]
    assert all(unit.cluster and "provisional" in (unit.cluster_note or "") for unit in catalogue.units)


_REGIONS = ("tdmnpb", "dbsh", "btb-dhmt", "tn", "dnb", "dbscl")


@pytest.mark.parametrize("row", drawn(ALIASES), ids=lambda row: row["word"])
def test_units_are_found_by_every_name(catalogue: Catalogue, row: dict[str, str]) -> None:
    assert set(catalogue.find_units(row["word"])) == set(row["unit"].split())


def test_no_name_means_two_units(catalogue: Catalogue) -> None:
    for one in catalogue.units:
        for word in (one.code, one.name, one.short_name, *one.aliases):
            assert catalogue.find_units(word) == (one.code,), word


def test_only_published_members_are_known(catalogue: Catalogue) -> None:
    known = {unit.code: (unit.members, unit.members_as_of) for unit in catalogue.units if unit.members}
    assert known == {
        "LD-17": (62_422, date(2019, 7, 31)),
        "LD-75": (700_000, date(2023, 10, 31)),
        "LD-93": (36_313, date(2022, 6, 17)),
    }


def test_sectors(catalogue: Catalogue) -> None:
    codes = [sector.code for sector in catalogue.sectors]
    assert codes == ["none", "hcsn", "giao-duc", "y-te", "sxkd", "nong-nghiep", "khac"]


def test_the_ledger_is_complete_and_keeps_contradictions(connection: Connection) -> None:
    figures = connection.execute(select(published_figure)).all()
    assert len(figures) == 170
    assert sum(figure.programme_id is None for figure in figures) == 1
    of_thanh_hoa = {
        figure.value
        for figure in figures
        if (figure.unit_name, figure.as_of, figure.metric) == ("Thanh Hóa", "2022-05-31", "sang_kien_cap_nhat")
    }
    assert of_thanh_hoa == {170_263, 170_324}
    assert not any("|" in figure.metric for figure in figures)
    blocks = {f.category: f.value for f in figures if f.metric == "sang_kien_cap_co_so" and f.category}
    assert blocks == {"hanh_chinh_su_nghiep": 75, "truong_hoc": 446, "doanh_nghiep": 1301}
    (headline,) = (f for f in figures if f.figure_id == "A13")
    assert (headline.qualifier, headline.as_of) == ("hơn", "2022-04-20T08:00")


def test_every_text_is_in_one_unicode_form(connection: Connection) -> None:
    for table in metadata.sorted_tables:
        for row in connection.execute(select(table)):
            assert all(unicodedata.is_normalized("NFC", value) for value in row if isinstance(value, str)), row


def test_printed_targets_are_there_before_any_demonstration(connection: Connection) -> None:
    assert connection.scalar(select(func.count()).select_from(target)) == 11
    assert not any(row.source.startswith("Mô phỏng") for row in connection.execute(select(target)))


@pytest.mark.parametrize("row", drawn(REFUSED), ids=lambda row: row["column"])
def test_the_database_refuses_what_cannot_be(connection: Connection, row: dict[str, str]) -> None:
    values = {
        "programme_id": 1,
        "code": "x",
        "title": "x",
        "title_folded": "x",
        "unit_id": 1,
        "uploaded_at": datetime(2022, 2, 2),
        "uploaded_day": 20220202,
        row["column"]: int(row["value"]),
    }
    if row["column"] == "benefit_vnd":
        values["benefit_band"] = 1
    with pytest.raises(IntegrityError):
        connection.execute(insert(initiative).values(**values))
    connection.rollback()
