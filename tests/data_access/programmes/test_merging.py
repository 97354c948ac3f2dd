"""When two people change one table, neither loses what the other left alone."""

from data_access.programmes.merging import in_their_lines, merged
from data_access.programmes.sheets import PHASES, PROGRAMME, TARGETS
from tests.text_tables import drawn

BEFORE = """
number | name_vi | target
1      | Quý I   | 10
2      | Quý II  | 20
3      | Quý III | 30
4      | Quý IV  | 40
"""


def test_what_i_left_alone_is_theirs_and_what_both_changed_is_mine_to_look_at():
    mine = drawn("""
    number | name_vi    | target
    1      | Quý một    | 10
    2      | Quý II     | 21
    4      | Quý IV     | 40
    5      | Của tôi    | 5
    """)
    theirs = drawn("""
    number | name_vi    | target
    1      | Quý I      | 11
    2      | Quý hai    | 22
    3      | Quý III    | 30
    6      | Của họ     | 6
    """)
    assert merged(PHASES, drawn(BEFORE), mine, theirs) == drawn("""
    number | name_vi    | target
    1      | Quý một    | 11
    2      | Quý hai    | 21
    5      | Của tôi    | 5
    6      | Của họ     | 6
    """)  # 3 I took out, 4 they did; 2 both changed: its target is mine


def test_a_row_that_they_took_out_and_i_changed_stays_to_be_looked_at():
    mine = [{**row, "target": "99"} if row["number"] == "2" else row for row in drawn(BEFORE)]
    theirs = [row for row in drawn(BEFORE) if row["number"] != "2"]
    assert merged(PHASES, drawn(BEFORE), mine, theirs) == mine


def test_nothing_is_merged_where_nobody_else_changed_anything():
    mine = [*drawn(BEFORE)[1:], {"number": "9", "name_vi": "Mới", "target": None}]
    assert merged(PHASES, drawn(BEFORE), mine, drawn(BEFORE)) == mine


def test_lines_of_the_first_sheet_and_targets_are_distinguished():
    one, two = {"code": "a", "name_vi": "A", "place": None}, {"code": "a", "name_vi": "B", "place": "Huế"}
    assert merged(PROGRAMME, [one], [{**one, "name_vi": "C"}], [two]) == [{**two, "name_vi": "C"}]
    kinds = [
        {"unit": "PX", "kind": kind, "phase": phase, "value": "1"} for kind in ("a", "b") for phase in ("", "Quý I")
    ]
    theirs = [{**row, "value": "2"} for row in kinds]
    assert merged(TARGETS, kinds, kinds, theirs) == theirs


def test_rows_keep_the_lines_that_their_reader_sees():
    """Findings name the line that the reader sees: removing an earlier line moves nothing."""
    mine = drawn("""
    line | number | name_vi
    2    | 1      | Quý I
    4    | 3      | Quý ba
         | 5      | Của tôi
    """)
    theirs = drawn(BEFORE)
    rows = merged(PHASES, drawn(BEFORE), mine, theirs)
    names = [row.get("name_vi") for row in in_their_lines(rows, 4)]
    assert names == ["Quý I", None, "Quý ba", None, "Của tôi"]
