"""Targets and members of the demonstration: the published ones exact, the others marked as simulated."""

import pytest

from tests.text_tables import drawn

# phase 0 is the whole programme.
PUBLISHED = """
unit   | phase | kind       | value
LD-01  | 0     | assigned   | 60000
LD-01  | 0     | registered | 130000
LD-79  | 1     | registered | 50000
LD-68  | 1     | registered | 2500
LD-68  | 0     | registered | 6265
LD-33  | 0     | registered | 10000
CD-TKS | 1     | registered | 3000
CD-DL  | 0     | registered | 10000
CD-DL  | 1     | registered | 3000
CD-DL  | 2     | registered | 7000
"""
# How far the registered target is above the guided one.
OVER_GUIDED = """
unit  | over
LD-17 | 3927
LD-08 | 3008
LD-20 | 828
LD-19 | 0
LD-15 | 0
LD-26 | 0
"""
BELOW_GUIDED = ("LD-25", "LD-06", "LD-10")
NINE = ("LD-17", "LD-08", "LD-20", "LD-25", "LD-06", "LD-10", "LD-19", "LD-15", "LD-26")
AVERAGE = ("LD-19", "LD-15", "LD-25", "LD-10")


@pytest.fixture(scope="module")
def targets(ask) -> dict[tuple[str, int, str], int]:
    """Targets by unit code, phase and kind, of direct units only."""
    rows = ask(
        "SELECT code, phase, target.kind, value FROM target JOIN unit ON unit.id = unit_id WHERE unit.level = 'direct'"
    )
    return {(code, phase, kind): value for code, phase, kind, value in rows}


@pytest.mark.parametrize("row", drawn(PUBLISHED), ids=lambda row: f"{row['unit']} {row['phase']} {row['kind']}")
def test_published_targets_are_exact_and_not_marked_as_simulated(ask, targets, row: dict[str, str]) -> None:
    assert targets[row["unit"], int(row["phase"]), row["kind"]] == int(row["value"])
    ((source,),) = ask(
        f"SELECT source FROM target JOIN unit ON unit.id = unit_id WHERE code = '{row['unit']}'"
        f" AND phase = {row['phase']} AND target.kind = '{row['kind']}'"
    )
    assert "https://" in source
    assert not source.startswith("Mô phỏng")


def test_everything_else_says_that_it_is_simulated(ask) -> None:
    published = len(drawn(PUBLISHED)) + 1  # and phase 1 of Hà Nội, the sum of two published blocks
    assert ask("SELECT count(*) FROM target WHERE source NOT LIKE 'Mô phỏng%' AND kind || phase <> 'assigned1'") == [
        (published,)
    ]


def test_nine_northern_unions_register_66_775(targets) -> None:
    assert sum(targets[code, 0, "registered"] for code in NINE) == 66_775


@pytest.mark.parametrize("row", drawn(OVER_GUIDED), ids=lambda row: row["unit"])
def test_registered_against_guided(targets, row: dict[str, str]) -> None:
    assert targets[row["unit"], 0, "registered"] - targets[row["unit"], 0, "guided"] == int(row["over"])


@pytest.mark.parametrize("code", BELOW_GUIDED)
def test_three_register_less_than_the_guide(targets, code: str) -> None:
    assert targets[code, 0, "registered"] < targets[code, 0, "guided"]


def test_the_national_sum_is_between_its_published_bounds(targets) -> None:
    total = sum(value for (_, phase, kind), value in targets.items() if (phase, kind) == (0, "registered"))
    assert 1_000_000 < total <= 1_112_917


def test_phases_add_up(targets) -> None:
    wholes = {(code, kind): value for (code, phase, kind), value in targets.items() if phase == 0}
    for (code, kind), value in wholes.items():
        assert targets[code, 1, kind] + targets[code, 2, kind] == value, (code, kind)
    assert len(targets) == 3 * len(wholes)


def test_three_units_that_upload_keep_no_target(ask, targets) -> None:
    uploading = {code for (code,) in ask("SELECT DISTINCT unit.code FROM initiative JOIN unit ON unit.id = unit_id")}
    without = uploading - {code for code, _, _ in targets}
    assert without == {"CD-CS", "CD-DS", "CD-HK"}


def test_the_unit_that_never_uploads_has_a_target(ask, targets) -> None:
    uploading = {code for (code,) in ask("SELECT DISTINCT unit.code FROM initiative JOIN unit ON unit.id = unit_id")}
    silent = {code for (code,) in ask("SELECT code FROM unit WHERE level = 'direct'")} - uploading
    assert silent == {"CD-HH"}
    assert targets["CD-HH", 0, "registered"] > 0


def test_guided_is_a_tenth_of_the_members(ask, targets) -> None:
    members = dict(ask("SELECT code, members FROM unit WHERE level = 'direct'"))
    guided = {code: value for (code, phase, kind), value in targets.items() if (phase, kind) == (0, "guided")}
    assert guided == {code: members[code] // 10 for code in guided}
    assert len(guided) == 79


def test_published_members_stay(ask) -> None:
    published = ask("SELECT code, members FROM unit WHERE members_source NOT LIKE 'Mô phỏng%' ORDER BY code")
    assert published == [("LD-17", 62_422), ("LD-75", 700_000), ("LD-93", 36_313)]


@pytest.mark.parametrize("code", AVERAGE)
def test_four_provinces_upload_at_the_national_average(ask, targets, code: str) -> None:
    by_unit = dict(
        ask(
            "SELECT unit.code, count(*) FROM initiative JOIN unit ON unit.id = unit_id"
            " WHERE uploaded_at <= '2022-04-20 08:00:00.000000' GROUP BY 1"
        )
    )
    total = sum(value for (_, phase, kind), value in targets.items() if (phase, kind) == (0, "registered"))
    national = sum(by_unit.values()) / total
    assert by_unit[code] / targets[code, 0, "registered"] == pytest.approx(national, rel=0.06)
