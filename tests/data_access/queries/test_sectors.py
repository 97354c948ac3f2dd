from datetime import datetime

import pytest

from charts.kit.theme import Look
from charts.sectors import draw_sectors
from data_access.queries.sectors import author_group, fetch_cut, fetch_sector_units, fetch_sectors
from language.languages import VIETNAMESE
from model.codes import POSITIONS, Basis
from model.filters import Filters

ROWS = """
unit   | uploaded_at      | count | sector   | position | ownership
LD-38  | 2022-02-01 08:00 | 5     | giao-duc | worker   | state
LD-38  | 2022-02-01 08:00 | 2     | sxkd     | officer  | fdi
LD-38  | 2022-02-01 08:00 | 4     |          | manager  |
LD-40  | 2022-02-01 08:00 | 3     | sxkd     | worker   | nonstate
LD-40  | 2022-02-01 08:01 | 9     | y-te     | worker   | state
"""
FILTERS = Filters(as_of=datetime(2022, 2, 1, 8))


def test_the_records_add_up_with_the_unclassified_last(records):
    by_sector, by_group = fetch_sectors(records, FILTERS)

    rows = by_sector.frame.select("sector_code", "uploads").rows()
    assert rows[:2] == [("giao-duc", 5), ("sxkd", 5)]
    assert rows[-1] == ("none", 4)
    assert (by_sector.stated_total, by_sector.parts_total, by_sector.gap) == (14, 14, 0)
    assert by_sector.frame["share_pct"].sum() == pytest.approx(100)
    assert by_group.frame.select("sector_code", "uploads").rows() == [
        ("public-service", 5),
        ("enterprise", 3),
        ("officer", 2),
        ("rest", 4),
    ]


def test_nothing_has_no_parts_of_zero(records):
    nothing, _ = fetch_sectors(records, FILTERS.changed(as_of=datetime(2022, 1, 20)))

    assert nothing.parts_total == 0 and nothing.shown_parts.is_empty()
    assert draw_sectors(nothing, Look(VIETNAMESE)).layout.annotations[0].text.startswith("Không có số liệu")


def test_union_officers_are_a_group_of_their_own_wherever_they_work():
    assert author_group("giao-duc", POSITIONS.index("officer")) == "officer"
    assert author_group("y-te", POSITIONS.index("worker")) == "public-service"
    assert author_group("sxkd", POSITIONS.index("manager")) == "enterprise"
    assert author_group("none", POSITIONS.index("worker")) == "rest"


def test_shares_of_a_unit_are_of_that_unit(records):
    frame = fetch_sector_units(records, FILTERS)

    assert [(row["unit_code"], row["sector_code"], row["uploads"]) for row in frame.iter_rows(named=True)] == [
        ("LD-38", "giao-duc", 5),
        ("LD-38", "none", 4),
        ("LD-38", "sxkd", 2),
        ("LD-40", "sxkd", 3),
    ]
    assert frame["share_pct"].to_list() == pytest.approx([500 / 11, 400 / 11, 200 / 11, 100])


def test_cuts_show_every_code_and_nobody_in_none(records):
    assert fetch_cut(records, FILTERS, "ownership").select("code", "uploads").rows() == [
        ("state", 5),
        ("nonstate", 3),
        ("fdi", 2),
        ("none", 4),
    ]
    assert fetch_cut(records, FILTERS, "position")["code"].to_list() == ["worker", "manager", "officer"]


def schemes(records, **filters) -> dict:
    return {b.scheme: b for b in fetch_sectors(records, Filters(basis=Basis.PUBLISHED, **filters))}


def test_parts_that_do_not_explain_their_total_leave_a_gap(records):
    block = schemes(records, programme="son-tay-2024")["block"]

    assert (block.parts_total, block.stated_total, block.gap) == (1_822, 2_219, 397)
    assert (block.counts, block.stated_counts, block.stated_qualifier) == ("initiatives", "people", "hơn")
    assert [round(share, 2) for share in block.frame["share_pct"]] == [71.40, 24.48, 4.12]
    assert (block.parts_qualifier, block.gap_qualifier) == (None, "hơn")
    assert {block.share_word(row) for row in block.frame.iter_rows(named=True)} == {
        None
    }  # of the parts, which are exact


def test_what_was_cut_off_the_stored_page_is_a_part_of_its_own(records):
    groups = schemes(records)["author_group"]

    assert groups.frame.select("sector_code", "uploads").rows()[-1] == ("rest", 36_395)
    assert (groups.parts_total, groups.stated_total, groups.gap) == (660_553, 696_948, 36_395)
    assert groups.frame["uploads"].sum() == 696_948


def test_a_unit_shows_only_its_own_schemes(records):
    result = schemes(records, units=("LD-38",))

    assert set(result) == {"union_block_grassroots", "union_block_members"}
    assert [b.gap for b in result.values()] == [386, 34_533]
    assert "field" not in schemes(records, units=("LD-40",))


def test_schemes_that_add_up_have_no_gap(records):
    result = schemes(records, units=("LD-89",))

    assert {scheme: (b.stated_total, b.gap) for scheme, b in result.items()} == {
        "field": (21_059, 0),
        "field_grassroots": (901, 0),
    }
    assert schemes(records, programme="75n")["block_valid"].gap == 0


def test_a_total_that_nobody_printed_is_not_made_up(records):
    block = schemes(records, units=("LD-01",))["target_block"]

    assert (block.parts_total, block.stated_total, block.gap) == (52_000, None, None)
    assert set(block.frame["qualifier"]) == {"ít nhất"}
    assert block.parts_qualifier == "ít nhất"
    assert {block.share_word(row) for row in block.frame.iter_rows(named=True)} == {"khoảng"}


def test_levels_are_steps_and_awards_a_list_neither_is_added(records):
    level = schemes(records, programme="phu-xuyen-5-nam")["level"]
    award = schemes(records, programme="cu-jut-5-nam")["award"]

    assert [round(share, 2) for share in level.frame["share_pct"]] == [100, 51.06, 0.33, 0.16]
    assert level.parts_total is award.parts_total is None
    assert award.frame.select("uploads", "share_pct").rows() == [(1, None), (67, None), (68, None)]


def test_a_scheme_is_unknown_before_its_day(records):
    assert "author_group" not in schemes(records, as_of=datetime(2022, 5, 31, 8))
