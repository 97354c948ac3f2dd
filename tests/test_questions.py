"""The questions people bring, answered by `answer` on the demonstration records and the ledger.

Questions that only a sentence on the page answers stay with the pages: P20, S15, S16, S17, S25 (reference/notes.py).
"""

import csv
import io

import pytest

from data_access.cli.answer import answer
from data_access.store.records import Records

AT_8 = "as_of=2022-04-20T08:00"
LEDGER_AT_8 = f"basis=published&{AT_8}"
END_OF_PHASE_1 = "as_of=2022-05-31"
NORTH = "&".join(f"unit=LD-{code}" for code in ("06", "08", "10", "15", "17", "19", "20", "25", "26"))
TOP_10 = {
    "LD-38": "35728",
    "LD-01": "18549",
    "LD-40": "14282",
    "LD-42": "9574",
    "LD-24": "6601",
    "LD-79": "6475",
    "LD-31": "5820",
    "LD-92": "4808",
    "LD-89": "4754",
    "LD-80": "4479",
}


@pytest.fixture
def ask(demo_records: Records):
    def rows(subject: str, query: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(answer(demo_records, subject, query))))

    return rows


@pytest.fixture
def fact(ask):
    def value(name: str, query: str) -> str:
        return {row["metric"]: row["value"] for row in ask("overview", query)}[name]

    return value


@pytest.fixture
def printed(ask):
    def values(unit: str, metric: str, query: str = "") -> list[tuple[str, str]]:
        results = [row for row in ask("published", query) if (row["unit_name"], row["metric"]) == (unit, metric)]
        return [(row["qualifier"], row["value"]) for row in results]

    return values


@pytest.mark.parametrize("basis", ["records", "published"])
def test_l1_l2_l3_where_the_nation_stands_at_eight_o_clock(fact, basis: str):
    query = f"basis={basis}&{AT_8}"

    assert fact("uploads", query) == "163532"
    assert fact("reached_pct", query) == "16.35"
    assert fact("reached_pct", f"{query}&phase=1") == "54.51"
    assert fact("gap", f"{query}&phase=1") == "-136468"
    assert fact("needed_per_day", f"{query}&phase=1") == "3329"
    assert fact("time_passed_pct", f"{query}&phase=1") == "71.33"


@pytest.mark.parametrize("basis", ["records", "published"])
def test_l4_s10_the_ten_leaders_and_the_threshold(ask, basis: str):
    rows = ask("ranking", f"basis={basis}&{AT_8}")

    assert {row["unit_code"]: row["value"] for row in rows[:10]} == TOP_10
    assert [row["rank"] for row in rows[:10]] == [str(place) for place in range(1, 11)]
    assert (rows[10]["unit_name"], rows[10]["unit_code"], rows[10]["value"]) == ("Còn lại", "", "52462")
    assert rows[9]["value"] == "4479"


@pytest.mark.parametrize("basis", ["records", "published"])
def test_l6_l7_the_leader_in_proportion(ask, fact, basis: str):
    query = f"basis={basis}&{AT_8}"

    assert ask("ranking", query)[0]["share_pct"] == "21.85"
    assert fact("first_over_second", query) == "1.93"
    assert fact("first_over_tenth", query) == "7.98"
    assert fact("top10_share_pct", query) == "67.92"


def test_l10_the_nine_northern_unions(ask, fact, printed):
    assert printed("nhóm 9 tỉnh", "chi_tieu_dang_ky") == [("đúng", "66775")]
    assert printed("nhóm 9 tỉnh", "ty_trong_chi_tieu_dang_ky_ca_nuoc") == [("trên", "6")]
    assert fact("nine_of_registered", LEDGER_AT_8) == "6.68"
    assert fact("nine_per_unit", LEDGER_AT_8) == "7419.44"
    assert sum(int(row["registered"]) for row in ask("targets", f"{AT_8}&{NORTH}")) == 66_775


def test_l11_l12_who_registered_above_and_below_the_guide(ask, fact):
    over = {row["unit_code"]: int(row["over_guided"]) for row in ask("targets", f"{AT_8}&{NORTH}")}

    assert (over["LD-17"], over["LD-08"], over["LD-20"]) == (3_927, 3_008, 828)
    assert {code for code, value in over.items() if value < 0} == {"LD-25", "LD-06", "LD-10"}
    assert fact("nine_below_guide", LEDGER_AT_8) == "33.33"
    below = {row["unit_code"]: row["over_guided"] for row in ask("targets", LEDGER_AT_8)}
    assert below["LD-25"] == below["LD-06"] == below["LD-10"] == ""


def test_l14_every_unit_has_a_plan(fact):
    assert fact("ty_le_don_vi_co_ke_hoach", LEDGER_AT_8) == "100"


@pytest.mark.parametrize("basis", ["records", "published"])
def test_l17_the_end_of_phase_1(fact, basis: str):
    query = f"basis={basis}&{END_OF_PHASE_1}&phase=1"

    assert (fact("uploads", query), fact("reached_pct", query), fact("gap", query)) == ("696948", "232.32", "396948")
    assert int(fact("uploads", query)) - int(fact("uploads", f"basis={basis}&{AT_8}")) == 533_416


def test_l18_the_millionth_initiative(ask, fact):
    rows = {row["metric"]: row for row in ask("overview", "basis=published&as_of=2022-10-03")}

    assert (rows["uploads"]["value"], rows["uploads"]["as_of"]) == ("1000000", "2022-10-03T15:34")
    assert (rows["target_reached_at"]["value"], rows["days_early"]["value"]) == ("2022-10-03T15:34", "332")
    assert rows["units_above_target"]["value"] == "26"


@pytest.mark.parametrize("basis", ["records", "published"])
def test_l20_p16_author_groups_of_phase_1(ask, demo_records, basis: str):
    rows = ask("published", "")
    groups = {row["unit_name"]: row for row in rows if row["metric"] == "sang_kien_cap_nhat|doi_tuong"}
    column = "value" if basis == "published" else "system_value"

    assert groups["cả nước · đơn vị sự nghiệp"][column] == "380656"
    assert groups["cả nước · khu vực doanh nghiệp"][column] == "168921"
    assert groups["cả nước · cán bộ công đoàn"][column] == "110976"


def test_l20_p16_the_shares_as_printed(ask, fact, printed):
    assert [(row["sector_code"], row["uploads"], row["share_pct"]) for row in ask("sectors", "basis=published")] == [
        ("public-service", "380656", "54.62"),
        ("enterprise", "168921", "24.24"),
        ("officer", "110976", "15.92"),
        ("rest", "36395", "5.22"),
    ]
    assert fact("enterprise_of_phase_1", "basis=published") == "24.24"
    assert printed("cả nước · khu vực doanh nghiệp", "ty_trong_khu_vuc_doanh_nghiep") == [("khoảng", "39")]


def test_l21_l22_benefit(ask, fact, printed):
    assert printed("cả nước", "gia_tri_lam_loi_max") == [("trên", "500")]
    assert fact("gia_tri_lam_loi_max", "basis=published") == "500"
    rows = {row["metric"]: row for row in ask("overview", "basis=published")}
    assert rows["benefit_vnd"]["value"] == "33000000000000"
    assert rows["benefit_vnd"]["source"].endswith("(hơn)")


def test_l23_nothing_is_known_of_women(ask):
    assert not [row for row in ask("published", "") if "nữ" in row["quote"] or "gioi_tinh" in row["metric"]]


def test_p1_p3_son_tay_by_block(ask):
    rows = {row["sector_code"]: row for row in ask("sectors", "programme=son-tay-2024")}

    assert {code: row["uploads"] for code, row in rows.items()} == {"hcsn": "75", "giao-duc": "446", "sxkd": "1301"}
    assert {code: row["share_pct"] for code, row in rows.items()} == {
        "sxkd": "71.4",
        "giao-duc": "24.48",
        "hcsn": "4.12",
    }


def test_p4_p5_son_tay_rewards(fact):
    query = "programme=son-tay-2024"

    assert [fact(name, query) for name in ("ca_nhan_ldg_ldst_cap_huyen", "ca_nhan_khen_thuong_cap_huyen")] == [
        "618",
        "71",
    ]
    assert [fact(name, query) for name in ("nhom_tac_gia_khen_thuong_cap_huyen", "cong_nhan_gioi_cap_tinh")] == [
        "1",
        "1",
    ]
    assert fact("sang_kien_de_nghi_cap_tinh", query) == "2"
    assert fact("workers_of_good_deeds", query) == "3.72"


def test_p6_s13_what_nobody_printed_stays_empty(ask):
    assert not [row for row in ask("published", "programme=son-tay-2024") if "2023" in row["as_of"]]
    registered = {row["unit_code"]: row["registered"] for row in ask("targets", "basis=published")}
    assert {code for code in TOP_10 if registered[code]} == {"LD-01"}
    assert registered["LD-01"] == "130000"


def test_p7_p8_p10_phu_xuyen(ask, fact):
    query = "programme=phu-xuyen-5-nam"

    assert [row["uploads"] for row in ask("sectors", query)] == ["3055", "1560", "10", "5"]
    ratios = ("upper_of_grassroots", "city_of_grassroots", "rewarded_of_city", "grassroots_per_year", "upper_per_year")
    assert [fact(name, query) for name in ratios] == ["51.06", "0.33", "50", "611", "312"]
    assert fact("luot_hoc_tap", query) == "6400"


def test_p11_p12_cu_jut(fact):
    query = "programme=cu-jut-5-nam"

    assert [fact(name, query) for name in ("cdcs", "cnvcld", "workers_per_grassroots")] == ["89", "3320", "37.3"]
    awards = ("khen_thuong|huan_chuong_ld_hang_ba", "khen_thuong|bang_khen", "danh_hieu|lao_dong_xuat_sac_cap_tinh")
    assert [fact(name, query) for name in awards] == ["1", "67", "68"]


def test_p17_a_breakdown_that_adds_up(ask, fact):
    query = "basis=published&unit=LD-89"

    assert {row["sector_code"]: row["uploads"] for row in ask("sectors", query)} == {
        "giao-duc": "14134",
        "hcsn": "2950",
        "sxkd": "2565",
        "y-te": "1410",
    }
    assert fact("uploads", query) == "21059"


def test_p19_the_enterprise_that_was_named(printed):
    assert printed("Công ty Sakurai Việt Nam", "sang_kien_cap_nhat") == [("hơn", "500")]


def test_p22_honours_at_the_end(fact):
    names = ("tap_the_ton_vinh_toan_quoc", "tac_gia_ton_vinh_toan_quoc", "tap_the_ca_nhan_khen_thuong")

    assert [fact(name, "basis=published") for name in names] == ["33", "46", "354"]


@pytest.mark.parametrize(
    ("narrower", "total", "share"),
    [
        ("region=dbsh", 24_369, 14.90),
        ("region=dbscl", 14_041, 8.59),
        ("region=tdmnpb", 6_601, 4.04),
        ("region=btb-dhmt", 59_584, 36.44),
        ("kind=city", 35_652, 21.80),
    ],
)
def test_s1_s2_s4_s5_s7_parts_of_the_top_ten(ask, fact, narrower: str, total: int, share: float):
    query = f"{LEDGER_AT_8}&{narrower}"
    rows = ask("ranking", query)

    assert sum(int(row["value"]) for row in rows) == total
    assert sum(float(row["share_pct"]) for row in rows) == pytest.approx(share, abs=0.021)
    assert "LD-48" not in {row["unit_code"] for row in rows}
    if len(rows) > 1:
        assert float(fact("share_of_nation", query)) == pytest.approx(share, abs=0.005)


@pytest.mark.parametrize("basis", ["records", "published"])
def test_s9_no_central_union_is_among_the_ten(ask, basis: str):
    assert not [row for row in ask("ranking", f"basis={basis}&{AT_8}") if row["unit_code"].startswith("CD-")]


def test_s19_the_valid_share_of_the_predecessor(fact):
    assert fact("valid_share", "programme=75n") == "67.2"
    assert (fact("valid", "programme=75n"), fact("uploads", "programme=75n")) == ("162491", "241802")


def test_s20_both_figures_of_thanh_hoa_with_their_sources(ask):
    rows = [
        row
        for row in ask("published", "unit=LD-38")
        if (row["metric"], row["as_of"]) == ("sang_kien_cap_nhat", "2022-05-31")
    ]

    assert [row["value"] for row in rows] == ["170263", "170324"]
    assert len({row["source_url"] for row in rows}) == 2
    assert [row["difference"] for row in rows] == ["0", "61"]


def test_s21_a_percentage_whose_meaning_has_to_be_clarified(printed, ask):
    assert printed("An Giang", "ty_le_vuot_chi_tieu_giao") == [("đúng", "209")]
    (row,) = [row for row in ask("targets", "basis=published") if row["unit_code"] == "LD-89"]
    assert (row["assigned"], row["reached_pct"]) == ("", "")


def test_s22_grassroots_unions_by_percent_of_target(ask):
    rows = ask("ranking", "basis=published&unit=CD-TKS&phase=1&target=assigned&measure=reached&as_of=2022-05-10")

    assert [(row["unit_name"].rpartition(" · ")[2], row["value"]) for row in rows[:3]] == [
        ("Chế tạo máy", "275"),
        ("Kho vận Đá Bạc", "200"),
        ("Tuyển than Cửa Ông", "186.67"),
    ]


def test_s25_a_code_of_a_province_needs_its_vintage(ask):
    (before,) = ask("targets", "unit=63:24")
    (since,) = ask("targets", "unit=34:24&boundary=34")

    assert (before["unit_name"], since["unit_name"]) == ("LĐLĐ tỉnh Bắc Giang", "Tỉnh Bắc Ninh")


def test_s26_every_number_has_a_source_and_a_moment(ask):
    for row in ask("published", ""):
        assert row["source_title"] or row["source_url"]
        assert row["quote"]
        assert row["as_of"]
    for row in ask("overview", LEDGER_AT_8):
        assert row["source"] or not row["value"]


@pytest.mark.parametrize(
    ("unit", "query", "expected"),
    [
        ("LD-38", "as_of=2022-03-26", "11666"),
        ("LD-40", "as_of=2022-03-26", "8881"),
        ("LD-93", "as_of=2022-03-26", "1759"),
        ("LD-38", END_OF_PHASE_1, "170263"),
        ("LD-79", END_OF_PHASE_1, "57849"),
        ("LD-68", END_OF_PHASE_1, "8871"),
        ("LD-33", "as_of=2022-05-10", "1260"),
    ],
)
def test_the_demonstration_gives_the_published_numbers_of_units(fact, unit: str, query: str, expected: str):
    assert fact("uploads", f"unit={unit}&{query}") == expected


def test_hung_yen_had_588_valid_and_672_under_review(fact):
    query = "unit=LD-33&as_of=2022-05-10"

    assert (fact("valid", query), fact("under_review", query)) == ("588", "672")


def test_whatever_the_records_can_reproduce_they_reproduce(ask):
    rows = [row for row in ask("published", "") if row["difference"] not in ("", "0")]

    exact = [row for row in rows if row["qualifier"] == "đúng" and row["unit_of_measure"] == "sáng kiến"]
    assert [row["value"] for row in exact] == ["170324"]
