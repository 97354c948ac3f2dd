import csv
import io
from contextlib import closing

import pytest

from data_access.cli.answer import SUBJECTS, UnknownSubject, answer
from data_access.database.errors import DataAccessError
from data_access.reference.reference_data import FOLDER
from tests.data_access.drawn_programme import records_over

LEDGER = FOLDER / "published_figures.csv"
UPLOADS = """
unit   | uploaded_at      | count | sector | status  | benefit
LD-38  | 2022-02-01 08:00 | 2     | y-te   | valid   | 1500000
LD-40  | 2022-02-01 08:00 | 1     |        |         |
"""
PACED = "status,pace,needed,potential_low,potential_high,potential_why"
UNSAID = ["", "", "no_members"]


@pytest.fixture
def records(prepared_url: str):
    with closing(records_over(prepared_url, UPLOADS, "unit | value\nLD-38 | 3")) as records:
        yield records


def table(records, subject: str, query: str = "") -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer(records, subject, query))))


@pytest.mark.parametrize(
    ("subject", "columns"),
    [
        ("overview", "metric,value,unit,as_of,source"),
        ("ranking", "rank,unit_code,unit_name,value,share_pct,rank_before"),
        (
            "targets",
            f"unit_code,unit_name,uploads,registered,assigned,guided,over_guided,reached_pct,gap,{PACED}",
        ),
        ("sectors", "sector_code,sector_name,uploads,share_pct"),
        (
            "published",
            f"{LEDGER.read_text(encoding='utf-8').splitlines()[0]},system_value,difference",
        ),
    ],
)
def test_every_subject_has_its_columns_also_when_nothing_is_known(records, subject: str, columns: str):
    for query in ("", "as_of=2000-01-01", "programme=cu-jut-5-nam"):
        assert ",".join(table(records, subject, query)[0]) == columns


def test_the_overview_names_its_metrics_in_order(records):
    rows = table(records, "overview")
    named = {row[0]: row[1] for row in rows[1:]}

    assert [row[0] for row in rows[1:10]] == [
        "uploads",
        "target",
        "reached_pct",
        "gap",
        "units_reported",
        "units_total",
        "valid",
        "under_review",
        "benefit_vnd",
    ]
    assert (named["uploads"], named["valid"], named["benefit_vnd"]) == ("3", "2", "3000000")
    assert rows[1][3] == "2022-02-01T08:00"


def test_percentages_have_two_digits_and_unknown_is_empty(records):
    rows = {row[0]: row for row in table(records, "targets")[1:]}

    assert rows["LD-38"] == [
        "LD-38",
        "LĐLĐ tỉnh Thanh Hóa",
        "2",
        "3",
        "",
        "",
        "",
        "66.67",
        "-1",
        "too_early",
        "",
        "1",
        *UNSAID,
    ]
    assert rows["LD-40"] == ["LD-40", "LĐLĐ tỉnh Nghệ An", "1", "", "", "", "", "", "", "no_target", "", "", *UNSAID]


def test_who_has_reported_nothing_has_no_rows_and_no_share_of_a_target(records):
    rows = [row for row in table(records, "targets", "phase=1")[1:] if row[9] == "not_reported"]

    assert rows
    assert {(row[2], row[7]) for row in rows} == {("0", "")}


def test_the_rest_has_neither_rank_nor_code(records):
    assert table(records, "ranking", "top=1")[1:] == [
        ["1", "LD-38", "LĐLĐ tỉnh Thanh Hóa", "2", "66.67", ""],
        ["", "", "Còn lại", "1", "33.33", ""],
    ]


def test_the_ledger_keeps_the_metric_of_its_file(records):
    rows = table(records, "published", "programme=phu-xuyen-5-nam")

    assert [row[6] for row in rows[1:3]] == ["sang_kien_cong_nhan|cap_co_so", "sang_kien_cong_nhan|cap_tren_co_so"]
    assert rows[1][7:9] == ["3055", "sáng kiến"]


@pytest.mark.parametrize("query", ["unit=LD-40", "?unit=LD-40", "http://127.0.0.1:8501/sectors?unit=LD-40&lang=en"])
def test_a_query_may_come_with_its_address(records, query: str):
    assert ["none", "Chưa phân loại", "1", "100"] in table(records, "sectors", query)


def test_an_unknown_subject_lists_the_known_ones(records):
    with pytest.raises(UnknownSubject, match="overview, targets, ranking, sectors, published") as problem:
        answer(records, "weather", "")

    assert isinstance(problem.value, DataAccessError)
    assert isinstance(problem.value, ValueError)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_same_question_gets_the_same_answer(records, subject: str):
    assert answer(records, subject, "top=3") == answer(records, subject, "top=3")


def test_a_merged_province_is_answered_as_itself_and_by_parts(records):
    _, *rows = table(records, "unit", "unit=34:24")

    names = {row[0]: row[1] for row in rows}
    assert list(names) == ["34:24", "LD-24", "LD-27"]
    assert names["34:24"] == "Tỉnh Bắc Ninh"


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("", {"LD-38": "few_alike", "LD-40": "no_members"}),  # the only one whose members are known has none like it
        ("sector=y-te", {"LD-38": "part", "LD-40": "part"}),
        ("basis=published", {"LD-38": "published", "LD-40": "published"}),
        ("as_of=2022-01-20", {"LD-38": "nothing_yet", "LD-40": "nothing_yet"}),
        ("boundary=34", {"34:38": "merged"}),
    ],
)
def test_targets_say_why_nothing_can_be_expected_of_a_unit(prepared_url: str, query: str, why: dict[str, str]):
    with closing(records_over(prepared_url, UPLOADS, members={"LD-38": 1000})) as records:
        (*_, low, high, _), *rows = table(records, "targets", query)
        values = {row[0]: row[-3:] for row in rows}

    assert (low, high) == ("potential_low", "potential_high")
    assert {code: values[code] for code in why} == {code: ["", "", reason] for code, reason in why.items()}


def test_targets_say_what_could_be_expected_of_a_unit(prepared_url: str):
    codes = ("LD-01", "LD-26", "LD-22", "LD-30", "LD-31", "LD-33", "LD-34")
    rows = "unit | uploaded_at | count\n" + "\n".join(f"{c} | 2022-02-01 08:00 | {10 * n}" for n, c in enumerate(codes))
    with closing(records_over(prepared_url, rows, members=dict.fromkeys(codes, 1000))) as records:
        values = {row[0]: row[-3:] for row in table(records, "targets")[1:]}

    assert values["LD-01"] == ["22", "48", ""]  # quartiles of 10, 20 … 60 a thousand: 22.5 to 47.5
