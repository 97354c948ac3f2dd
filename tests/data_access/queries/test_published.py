from contextlib import closing
from datetime import date, datetime

import polars as pl
import pytest

from data_access.queries.published import fetch_inconsistencies, fetch_published, verdict
from data_access.reference.reference_files import rows_of
from model.filters import Filters, end_of_day
from tests.data_access.drawn_programme import records_over

ROWS = """
unit   | uploaded_at         | count | status | settled_at       | sector   | position | benefit
LD-38  | 2022-04-20 08:00    | 3     |        |                  | sxkd     | worker   |
LD-01  | 2022-04-20 08:00    | 5     |        |                  | giao-duc | officer  |
LD-38  | 2022-04-20 08:01    | 9     |        |                  | sxkd     | worker   | 4000000000
LD-33  | 2022-05-10 23:00    | 2     | valid  | 2022-05-10 23:30 | y-te     | manager  |
LD-33  | 2022-05-10 23:00    | 1     | valid  | 2022-05-11 00:00 | y-te     | manager  |
LD-33  | 2022-05-31 23:00    | 1     |        |                  |          |          |
"""
TARGETS = """
unit  | phase | kind       | value
LD-01 | 0     | registered | 130000
LD-17 | 0     | registered | 9000
LD-17 | 0     | guided     | 5073
LD-01 | 0     | assigned   | 60000
"""


def of(frame: pl.DataFrame, unit: str, metric: str, as_of: str, category: str | None = None) -> list[tuple]:
    same = frame.filter(
        pl.col("unit_name") == unit,
        pl.col("metric") == metric,
        pl.col("as_of") == as_of,
        pl.col("category").eq_missing(pl.lit(category)),
    )
    return same.select("value", "system_value", "difference").rows()


def test_the_ledger_is_complete(records):
    counted = {p.code: fetch_published(records, Filters(programme=p.code)).height for p in records.catalogue.programmes}

    assert counted == {"1tr": 135, "75n": 10, "son-tay-2024": 11, "phu-xuyen-5-nam": 8, "cu-jut-5-nam": 6}
    assert sum(counted.values()) == 170


def test_a_figure_is_laid_beside_the_records_of_its_own_moment_and_scope(records):
    frame = fetch_published(records, Filters())

    assert of(frame, "cả nước", "sang_kien_cap_nhat", "2022-04-20T08:00") == [(163_532, 8, 163_524)]
    assert of(frame, "Thanh Hóa", "sang_kien_cap_nhat", "2022-04-20T08:00") == [(35_728, 3, 35_725)]
    assert of(frame, "Hưng Yên", "sang_kien_hop_le", "2022-05-10") == [(588, 2, 586)]
    assert of(frame, "Hưng Yên", "sang_kien_dang_xem_xet", "2022-05-10") == [(672, 1, 671)]
    assert of(frame, "cả nước", "gia_tri_lam_loi", "2022-05-31") == [(10_000, 36, 9_964)]


def test_targets_groups_and_ranks_are_reproduced(records):
    frame = fetch_published(records, Filters())

    assert of(frame, "Hà Nội", "chi_tieu_dang_ky", "2022-01-18") == [(130_000, 130_000, 0)]
    assert of(frame, "Hà Nội", "chi_tieu_giao", "2022-01-18") == [(60_000, 60_000, 0)]
    assert of(frame, "cả nước", "chi_tieu_dang_ky", "2022-04-20") == [(1_000_000, 139_000, 861_000)]
    assert of(frame, "Hòa Bình", "vuot_chi_tieu_dinh_huong", "2022-04-20") == [(3_927, 3_927, 0)]
    assert of(frame, "nhóm 9 tỉnh", "chi_tieu_dang_ky", "2022-04-20") == [(66_775, 9_000, 57_775)]
    assert of(frame, "nhóm 9 tỉnh", "so_don_vi_dang_ky_thap_hon_dinh_huong", "2022-04-20") == [(3, None, None)]
    groups = {
        name: of(frame, f"cả nước · {name}", "sang_kien_cap_nhat", "2022-05-31", "doi_tuong")[0][1]
        for name in ("đơn vị sự nghiệp", "khu vực doanh nghiệp", "cán bộ công đoàn")
    }
    assert groups == {"đơn vị sự nghiệp": 3, "khu vực doanh nghiệp": 12, "cán bộ công đoàn": 5}


def test_two_figures_that_contradict_each_other_are_both_kept(records):
    both = of(fetch_published(records, Filters()), "Thanh Hóa", "sang_kien_cap_nhat", "2022-05-31")

    assert both == [(170_263, 12, 170_251), (170_324, 12, 170_312)]


def test_records_that_end_earlier_say_nothing(records):
    frame = fetch_published(records, Filters())
    later = frame.filter(pl.col("as_of") > "2022-06")

    assert later.height > 30
    assert later["system_value"].null_count() == later["difference"].null_count() == later.height


def test_a_reader_of_a_day_sees_what_was_printed_by_then(records):
    frame = fetch_published(records, Filters(as_of=datetime(2022, 4, 20, 8)))

    assert "A13" in frame["figure_id"]
    assert "A06" in frame["figure_id"]
    assert of(frame, "cả nước", "sang_kien_cap_nhat", "2022-05-31") == []


def test_a_unit_shows_its_own_figures_and_those_of_its_grassroots_unions(records):
    frame = fetch_published(records, Filters(units=("CD-TKS",), as_of=end_of_day(date(2022, 5, 10))))

    assert frame.height == 18
    assert frame["unit_name"].str.contains("Than - Khoáng sản").all()


@pytest.mark.parametrize(
    ("published", "qualifier", "system", "word"),
    [
        (163_532, "hơn", 163_532, "consistent"),  # more than 163.532 was printed
        (163_532, "hơn", 163_600, "consistent"),
        (163_532, "hơn", 163_500, "differs"),
        (163_532, "đúng", 163_600, "differs"),
        (6, "trên", 6.105, "consistent"),
        (60_000, "gần", 59_000, "consistent"),
        (60_000, "gần", 61_000, "differs"),
        (39, "khoảng", 39.8, "consistent"),
        (39, "khoảng", 39, "consistent"),
        (39, "khoảng", 45, "differs"),
        (163_532, "hơn", 200_000, "differs"),  # “hơn” is not “gấp rưỡi”
        (130_000, "ít nhất", 200_000, "consistent"),
        (232.3, "đúng", 232.316, "equal"),
        (69.6, "đúng", 69.6948, "differs"),
        (132, "đúng", 132.316, "equal"),
        (588, "đúng", None, "unknown"),
    ],
)
def test_a_verdict_respects_digits_and_qualifiers(published: float, qualifier: str, system: float | None, word: str):
    assert verdict({"value": float(published), "qualifier": qualifier, "system_value": system}) == word


def test_inconsistencies_are_shown_by_programme(records):
    values = {p.code: fetch_inconsistencies(records, Filters(programme=p.code)) for p in records.catalogue.programmes}

    assert sum(frame.height for frame in values.values()) == len(rows_of("inconsistencies"))
    assert values["son-tay-2024"].filter(code="son-tay-parts")["gap"].to_list() == [397]
    assert values["1tr"].filter(code="thanh-hoa-may")["gap"].to_list() == [61]


@pytest.mark.parametrize(
    ("filters", "known", "unknown"),
    [
        (
            Filters(as_of=datetime(2022, 4, 20, 8)),
            {"nation-over-odd", "average-rate"},
            {"thanh-hoa-may", "closing-total"},
        ),
        (
            Filters(as_of=datetime(2022, 5, 31)),
            {"nation-over-odd", "thanh-hoa-may"},
            {"lam-dong-target", "closing-total"},
        ),
        (Filters(), {"nation-over-odd", "closing-total"}, set()),
        (Filters(units=("LD-38",)), {"thanh-hoa-may", "thanh-hoa-unions"}, {"nation-over-odd", "an-giang-209"}),
        (Filters(units=("LD-25", "LD-01")), {"average-rate"}, {"thanh-hoa-may", "closing-total"}),
    ],
)
def test_inconsistencies_are_those_of_the_moment_and_of_the_units(records, filters, known, unknown):
    codes = set(fetch_inconsistencies(records, filters)["code"])

    assert known <= codes
    assert not unknown & codes


@pytest.mark.parametrize(
    ("code", "gap"),
    [
        ("son-tay-parts", 2_219 - (75 + 446 + 1_301)),
        ("over-six-percent", round(66_775 / 0.06) - 1_000_000),
        ("thanh-hoa-may", 170_324 - 170_263),
        ("uploads-75n", 241_802 - 241_801),
        ("an-giang-209", round(21_059 / 2.09) - round(21_059 / 3.09)),
        ("lam-dong-target", round(17_531 / 2.77) - round(8_871 / 1.416)),
        ("share-of-plan", round(69.69 - 69.6, 2)),
        ("author-groups", 696_948 - (380_656 + 168_921 + 110_976)),
        ("thanh-hoa-unions", 3_655 - (559 + 1_974 + 736)),
        ("thanh-hoa-members", 308_598 - (15_609 + 52_356 + 206_100)),
        ("closing-total", 2_400_000 - 2_000_000),
    ],
)
def test_the_gap_of_an_inconsistency_follows_from_its_figures(code: str, gap: float):
    (row,) = [row for row in rows_of("inconsistencies") if row["code"] == code]

    assert float(row["gap"]) == gap


GRASSROOTS = """
code | above  | name
A    | CD-TKS | Chế tạo máy
B    | LD-38  | Chế tạo máy
C    | LD-38  | Công ty Sakurai Việt Nam
"""
GRASSROOTS_UPLOADS = """
unit   | uploaded_at      | count | grassroots
CD-TKS | 2022-05-10 23:59 | 66    | A
CD-TKS | 2022-05-11 00:00 | 3     | A
CD-TKS | 2022-05-10 23:59 | 5     |
LD-38  | 2022-04-20 08:00 | 7     | B
LD-38  | 2022-04-20 08:00 | 512   | C
"""


def test_grassroots_unions_are_found_by_name_below_their_unit(prepared_url: str):
    targets = "unit | phase | kind | value\nA | 1 | assigned | 24\nB | 1 | assigned | 25"
    with closing(records_over(prepared_url, GRASSROOTS_UPLOADS, targets, grassroots=GRASSROOTS)) as records:
        frame = fetch_published(records, Filters())

    assert of(frame, "CĐ Than - Khoáng sản · Chế tạo máy", "sang_kien_cap_nhat", "2022-05-10") == [(66, 66, 0)]
    assert of(frame, "CĐ Than - Khoáng sản · Chế tạo máy", "chi_tieu_giao", "2022-05-10") == [(24, 24, 0)]
    assert of(frame, "CĐ Than - Khoáng sản · Than Nam Mẫu", "sang_kien_cap_nhat", "2022-05-10") == [(198, None, None)]
    (sakurai,) = frame.filter(unit_name="Công ty Sakurai Việt Nam").iter_rows(named=True)
    assert (sakurai["system_value"], verdict(sakurai)) == (512, "consistent")
