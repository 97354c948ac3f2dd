"""The meaning of a set-up, and every reason not to save it: cycles, overlaps, unknown units and phases."""

import re
from collections.abc import Mapping
from typing import Final

from data_access.programmes.checking_names import check_names
from data_access.programmes.checking_numbers import check_numbers
from data_access.programmes.fields import word_key
from data_access.programmes.grading_rows import check_grading
from data_access.programmes.naming import Member, names_of
from data_access.programmes.readiness_items import check_items
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import BOUNDARIES, DATA_KINDS, PHASES, PROGRAMME, SECTORS, SHEETS, UNITS
from data_access.programmes.target_rows import check_targets, word_of

_EARLIEST, _LATEST = 1990, 2100  # years in which a programme may begin and end; others are typing errors
_CODE: Final = re.compile(r"[a-z0-9-]{2,40}")
CODE_LENGTH: Final = {UNITS.key: 40, SECTORS.key: 20}


def check(
    setup: Setup,
    known_units: dict[str, Member],
    known_phases: Mapping[int, str],
    provinces: Mapping[str, str],
) -> None:
    """Note what is wrong and replace words by codes. `known_units`: by code, of the programme so far.

    `known_phases`: number -> name, used where the sheet of phases is missing. `provinces`: codes of 2022 by every name
    (`word_key`).
    """
    _check_programme(setup)
    _check_phases(setup)
    _check_codes(setup, UNITS.key)
    _check_codes(setup, SECTORS.key)
    _check_units(setup)
    _check_provinces(setup, provinces)
    check_names(setup)
    check_targets(setup, known_units, known_phases)
    check_grading(setup)
    check_items(setup)
    order = [setup.titles.get(sheet.key, sheet.key) for sheet in SHEETS]
    setup.findings.sort(
        key=lambda finding: (order.index(finding.sheet) if finding.sheet in order else -1, finding.row or 0)
    )


def _check_programme(setup: Setup) -> None:
    values, lines = setup.programme, setup.programme.get("lines", {})
    labels = {field.key: field.vi for field in PROGRAMME.fields}
    code = values.get("code")
    if code and not _CODE.fullmatch(code):
        setup.say("bad_code", PROGRAMME.key, lines.get("code"), "Mã", code)
    _check_period(setup, values, lines)
    for key, words, default in (("data_kind", DATA_KINDS, "official"), ("boundary", BOUNDARIES, None)):
        if key in lines:
            values[key] = word_of(setup, PROGRAMME.key, lines[key], labels[key], values.get(key), words, default)
    if values.get("benefit_limits"):
        limits = [_decimal(part) for part in str(values["benefit_limits"]).split(";")]
        if None in limits or sorted(set(limits)) != limits or len(limits) != 3 or limits[0] <= 0:  # type: ignore[operator, type-var]
            setup.say(
                "bad_limits",
                PROGRAMME.key,
                lines.get("benefit_limits"),
                labels["benefit_limits"],
                values["benefit_limits"],
            )
        else:
            values["benefit_limits"] = "|".join(f"{limit:g}" for limit in limits)
    check_numbers(setup)


def _check_period(setup: Setup, values: Row, lines: Mapping[str, int]) -> None:
    if values.get("start") and values.get("end") and values["start"] > values["end"]:
        setup.say("reversed_period", PROGRAMME.key, lines.get("end"), "Kết thúc", values["end"])
    for key, column in (("start", "Bắt đầu"), ("end", "Kết thúc")):
        if values.get(key) and not _EARLIEST <= values[key].year <= _LATEST:
            setup.say("day_far", PROGRAMME.key, lines.get(key), column, values[key])


def _decimal(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _check_phases(setup: Setup) -> None:
    for row in setup.rows(PHASES.key):
        if row["number"] == 0:
            setup.say("no_whole", PHASES.key, row["line"], "Số", 0)
    rows = [row for row in setup.rows(PHASES.key) if row["number"] and row["start"] and row["end"]]
    first, last = setup.programme.get("start"), setup.programme.get("end")
    phases: dict[int, Row] = {}
    for row in rows:
        if row["number"] in phases:
            setup.say("phase_twice", PHASES.key, row["line"], "Số", row["number"])
        phases.setdefault(row["number"], row)
        if row["start"] > row["end"]:
            setup.say("reversed_period", PHASES.key, row["line"], "Kết thúc", row["end"])
        if first and last and not first <= row["start"] <= row["end"] <= last:
            setup.say("phase_outside", PHASES.key, row["line"], "Bắt đầu", row["name_vi"])
    _check_order(setup, rows, phases)


def _check_order(setup: Setup, rows: list[Row], phases: Mapping[int, Row]) -> None:
    for row in rows:
        if row["parent"] is not None and (row["parent"] not in phases or row["parent"] == row["number"]):
            setup.say("unknown_phase", PHASES.key, row["line"], "Thuộc giai đoạn", row["parent"])
    latest: dict[int | None, Row] = {}
    for row in sorted(rows, key=lambda row: row["start"]):
        before = latest.get(row["parent"])
        if before and before["number"] != row["number"] and row["start"] <= before["end"]:
            names = f"{before['name_vi']} / {row['name_vi']}"
            setup.say("phases_overlap", PHASES.key, row["line"], "Bắt đầu", names)
        if before is None or row["end"] > before["end"]:
            latest[row["parent"]] = row
        above = phases.get(row["parent"])
        if above and above is not row and not above["start"] <= row["start"] <= row["end"] <= above["end"]:
            names = f"{row['name_vi']} / {above['name_vi']}"
            setup.say("phase_outside_parent", PHASES.key, row["line"], "Thuộc giai đoạn", names)


def _check_codes(setup: Setup, sheet: str) -> None:
    lines: dict[str, int] = {}
    for row in setup.rows(sheet):
        code = row["code"]
        same = (code or "").casefold()
        if code and same in lines:
            setup.say("code_twice", sheet, row["line"], "Mã", f"{code} ({lines[same]})")
        elif code and len(code) > CODE_LENGTH[sheet]:
            setup.say("code_too_long", sheet, row["line"], "Mã", code)
        if code:
            lines.setdefault(same, row["line"])


def _check_units(setup: Setup) -> None:
    rows = setup.rows(UNITS.key)
    codes = {row["code"]: row for row in rows if row["code"]}
    _check_each_unit(setup, rows)
    _check_cycles(setup, rows, codes, "parent", "Cấp trên", "cycle")
    _check_cycles(setup, rows, codes, "successor", "Đơn vị kế tục", "successors_in_a_circle")
    for row in rows:
        above = codes.get(row["parent"])
        if above and above["end"] and row["start"] and row["start"] > above["end"]:
            setup.say("parent_ended", UNITS.key, row["line"], "Từ ngày", _code_and_end(above))
        _check_after(setup, row, codes.get(row["successor"]))


def _check_after(setup: Setup, row: Row, successor: Row | None) -> None:
    """Note a successor that has ended by then, and a unit that begins after the programme."""
    last = setup.programme.get("end")
    if successor and row["end"] and successor["end"] and successor["end"] <= row["end"]:
        setup.say("successor_ended", UNITS.key, row["line"], "Đơn vị kế tục", _code_and_end(successor))
    if last and row["start"] and row["start"] > last:
        setup.say("member_after_end", UNITS.key, row["line"], "Từ ngày", row["start"])


def _code_and_end(row: Row) -> str:
    return f"{row['code']}, {row['end']:%d/%m/%Y}"


def _check_each_unit(setup: Setup, rows: list[Row]) -> None:
    names = names_of(rows)
    for row in rows:
        for key, column in (("parent", "Cấp trên"), ("successor", "Đơn vị kế tục")):
            row[key] = names.find(setup, UNITS.key, row["line"], column, row[key])
        if row["successor"] and row["successor"] == row["code"]:
            setup.say("own_successor", UNITS.key, row["line"], "Đơn vị kế tục", row["code"])
        if row["ranked"] is None:
            row["ranked"] = row["parent"] is None
        if row["start"] and row["end"] and row["start"] > row["end"]:
            setup.say("reversed_period", UNITS.key, row["line"], "Đến ngày", row["end"])
        if row["members"] == 0:
            setup.say("no_whole", UNITS.key, row["line"], "Đoàn viên", 0)


def _check_provinces(setup: Setup, provinces: Mapping[str, str]) -> None:
    for row in setup.rows(UNITS.key):
        if row["province"]:
            province = provinces.get(word_key(row["province"]))
            if province is None:
                setup.say("unknown_province", UNITS.key, row["line"], "Tỉnh", row["province"])
            row["province"] = province


def _check_cycles(setup: Setup, rows: list[Row], codes: Mapping[str, Row], key: str, column: str, problem: str) -> None:
    for row in rows:
        chain: list[str] = []
        above: Row | None = row
        while above and above["code"] not in chain:
            chain.append(above["code"])
            above = codes.get(above[key])
        is_own = problem == "successors_in_a_circle" and len(chain) == 1  # told already
        if above and above["code"] == row["code"] and row[key] and not is_own:
            setup.say(problem, UNITS.key, row["line"], column, f"{row['code']} → {row[key]}")
