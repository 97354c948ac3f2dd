"""Every question that an address can ask has an answer, and the numbers of the pages agree."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.cli.answer import SUBJECTS, answer
from data_access.database.errors import NobodyTakesPart
from data_access.queries.clusters import fetch_cluster_ranking
from data_access.queries.overview import fetch_overview
from data_access.queries.quarters import fetch_quarter_recognition
from data_access.queries.ranking import fetch_ranking
from data_access.queries.sectors import fetch_cut, fetch_sector_units, fetch_sectors
from data_access.queries.targets import fetch_targets
from data_access.store.records import Records
from model.address import parse_query
from model.address_strict import NotUnderstood
from model.codes import Basis
from model.filters import Filters
from tests.data_access.drawn_programme import records_over

UPLOADS = """
unit   | uploaded_at      | count | sector   | position | status  | settled_at       | benefit | author
LD-38  | 2022-01-08 08:00 | 3     | y-te     | worker   | valid   | 2022-02-05 10:00 | 1000    | An
LD-38  | 2022-04-20 08:00 | 2     | sxkd     | officer  |         |                  |         | Bình
LD-01  | 2022-04-20 08:01 | 4     |          | manager  | invalid | 2022-06-13 08:00 | 0       | An
LD-26  | 2022-06-01 00:00 | 1     | giao-duc | worker   | valid   |                  |         |
CD-TKS | 2022-05-10 14:00 | 5     | sxkd     | worker   |         |                  | 7000    | Chi
"""
TARGETS = """
unit   | phase | kind       | value
LD-38  | 0     | registered | 4
LD-38  | 1     | registered | 6
LD-26  | 0     | guided     | 2
CD-TKS | 1     | assigned   | 5
"""
VALUES = {
    "programme": ["1tr", "75n", "son-tay-2024", "phu-xuyen-5-nam", "cu-jut-5-nam"],
    "basis": ["records", "published"],
    "as_of": ["2022-04-20T08:00", "2022-05-31", "2021-01-01", "2023-10-10"],
    "phase": ["1", "2"],
    "unit": ["LD-38", "LD-01", "CD-TKS", "34:25"],
    "kind": ["city", "provincial", "industry"],
    "region": ["dbsh", "tn"],
    "cluster": ["tay-nguyen"],
    "sector": ["y-te", "none"],
    "position": ["worker"],
    "status": ["valid", "review", "invalid"],
    "boundary": ["34"],
    "measure": ["valid", "benefit", "per100", "reached", "people"],
    "top": ["1", "2", "100"],
    "from": ["2022-02-01"],
    "to": ["2022-06-15"],
    "target": ["guided", "assigned"],
    "before": ["2022-03-01"],
}
PARAMETERS = [st.sampled_from([""] * 3 + [f"{name}={value}" for value in values]) for name, values in VALUES.items()]


@pytest.fixture(scope="module")
def records(_prepared_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Records]:
    file = tmp_path_factory.mktemp("any") / "any.db"
    file.write_bytes(_prepared_file.read_bytes())
    with closing(records_over(f"sqlite:///{file}", UPLOADS, TARGETS, {"LD-38": 40})) as records:
        yield records


@given(parts=st.tuples(*PARAMETERS))
def test_every_address_is_answered(records: Records, parts: tuple[str, ...]):
    query = "&".join(part for part in parts if part)
    filters, notices = parse_query(query, records.catalogue)

    for subject in SUBJECTS:
        if any(notice.is_ignored for notice in notices):
            with pytest.raises(NotUnderstood):
                answer(records, subject, query)
        elif subject == "unit" and not records.catalogue.members(Filters(programme=filters.programme)):
            with pytest.raises(NobodyTakesPart):
                answer(records, subject, query)
        else:
            assert answer(records, subject, query).count("\n") >= 1
    fetch_cluster_ranking(records, filters)
    fetch_quarter_recognition(records, filters)
    fetch_cut(records, filters, "position")
    fetch_sector_units(records, filters)
    more = set() if records.catalogue.members(filters.everywhere) else {"unit"}
    assert {notice.parameter for notice in notices} <= {"phase", "boundary"} | more


@given(parts=st.tuples(*PARAMETERS))
def test_the_rest_always_completes_the_total(records: Records, parts: tuple[str, ...]):
    filters, _ = parse_query("&".join(part for part in parts if part), records.catalogue)
    ranking = fetch_ranking(records, filters)

    if ranking.total is not None:
        assert ranking.frame["value"].sum() == pytest.approx(ranking.total)


@given(parts=st.tuples(*PARAMETERS))
def test_the_pages_agree_about_the_records(records: Records, parts: tuple[str, ...]):
    filters, _ = parse_query("&".join(part for part in parts if part), records.catalogue)
    filters = filters.changed(programme="1tr", basis=Basis.RECORDS)
    overview = fetch_overview(records, filters)
    uploads = overview.facts["uploads"].value
    parts_of = overview.facts[filters.counted_rows].value

    if filters.measure.value != "valid":
        assert fetch_targets(records, filters)["uploads"].sum() == uploads
    assert all(b.gap == 0 and b.stated_total == parts_of for b in fetch_sectors(records, filters))
    assert fetch_sector_units(records, filters)["uploads"].sum() == parts_of
    if overview.daily.height and "review" not in filters.statuses:
        assert overview.daily["cumulative"][-1] == overview.count.value
