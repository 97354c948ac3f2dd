"""The set-up workbook as a file: empty with help, examples and lists, or filled with what a programme is."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from sqlalchemy import Connection, select

from data_access.database.schema import province, sector
from data_access.importing.programme_state import state_of
from data_access.programmes.saving import programme_id_of
from data_access.programmes.sheets import (
    BOUNDARIES,
    CLASSES,
    CRITERIA,
    DATA_KINDS,
    EVENTS,
    MEASURES,
    PHASES,
    PROGRAMME,
    SCALES,
    SECTORS,
    SHEETS,
    TARGET_KINDS,
    TARGETS,
    UNITS,
    Field,
    Sheet,
)

_DAY: Final = "dd/mm/yyyy"
_NAMES: Final = ("name", "short_name", "name_en", "aliases", "kind_name", "province_code_2022")
_ROWS: Final = 2000  # that lists to choose from reach

Help = Callable[[Sheet, Field], str]
Tables = dict[str, list[dict[str, Any]]]  # by the key of the sheet


def template_book(help_of: Help) -> bytes:
    """An empty workbook. `help_of` gives the line of help under a heading."""
    return _book({}, help_of)


def exported_book(connection: Connection, code: str) -> bytes:
    """The workbook that, loaded again, changes nothing. Raises NotSaved (unknown_programme)."""
    return filled_book(tables_of(connection, code))


def filled_book(tables: Tables) -> bytes:
    """A workbook with these rows, ready to be loaded."""
    return _book(tables, None)


def tables_of(connection: Connection, code: str) -> Tables:
    """What a programme is, as the rows of the workbook. Raises NotSaved (unknown_programme)."""
    number = programme_id_of(connection, code)
    state = state_of(connection, number)
    units = {row["id"]: row for row in state["unit"]}
    names = {row["number"]: row["name_vi"] or f"Giai đoạn {row['number']}" for row in state["phase"]}
    provinces = {row.code_2022: row.name for row in connection.execute(select(province))}
    sectors = {row.id: row.code for row in connection.execute(select(sector))}
    return {
        PROGRAMME.key: [_programme(state["programme"][0])],
        PHASES.key: [{**row, "name_vi": names[row["number"]]} for row in state["phase"]],
        UNITS.key: [_unit(row, units, provinces) for row in state["programme_unit"]],
        SECTORS.key: [
            {**row, "code": sectors[row["sector_id"]], "aliases": _listed(row["aliases"])}
            for row in state["programme_sector"]
        ],
        TARGETS.key: [_target(row, units, names) for row in state["target"] if row["unit_id"] in units],
        EVENTS.key: state["programme_event"],
        CRITERIA.key: [_criterion(row) for row in state["grading_criterion"]],
        CLASSES.key: [{**row, **_written(row, "at_least", "quota_pct")} for row in state["grading_class"]],
    }


def _programme(row: Mapping[str, Any]) -> dict[str, Any]:
    kinds, boundaries = ({code: word for word, code in words.items()} for words in (DATA_KINDS, BOUNDARIES))
    limits = row["benefit_limits"]
    return {
        **row,
        "data_kind": kinds[row["data_kind"]],
        "boundary": boundaries.get(row["boundary"]),
        "benefit_limits": limits.replace(".", ",").replace("|", "; ") if limits else None,
    }


def _unit(row: Mapping[str, Any], units: Mapping[int, Any], provinces: Mapping[str, str]) -> dict[str, Any]:
    one = units[row["unit_id"]]
    successor = units.get(one["successor_id"])
    parent = units.get(row["parent_id"])
    own = {name: row[name] if row[name] is not None else one[name] for name in _NAMES}
    return {
        **own,
        "code": one["code"],
        **{name: row[name] for name in ("ranked", "start", "end", "cluster", "members", "members_as_of")},
        "parent": parent and parent["code"],
        "successor": successor and successor["code"],
        "province": provinces.get(own["province_code_2022"]),
        "aliases": _listed(own["aliases"]),
    }


def _target(row: Mapping[str, Any], units: Mapping[int, Any], names: Mapping[int, str]) -> dict[str, Any]:
    kinds = {code: word for word, code in TARGET_KINDS.items()}
    phase = names.get(row["phase"], row["phase"]) if row["phase"] else None
    return {**row, "unit": units[row["unit_id"]]["code"], "kind": kinds[row["kind"]], "phase": phase}


def _criterion(row: Mapping[str, Any]) -> dict[str, Any]:
    """Words in the place of codes; a scale that does not use a column leaves it blank."""
    words = {code: word for some in (MEASURES, SCALES) for word, code in some.items()}
    limits = _written(row, "zero_at", "full_at") if row["scale"] == "linear" else {"zero_at": None, "full_at": None}
    told = {"measure": words[row["measure"]], "scale": words[row["scale"]], "steps": row["steps"] or None}
    return {**row, **told, **limits, **_written(row, "weight")}


def _written(row: Mapping[str, Any], *names: str) -> dict[str, str | None]:
    return {name: None if row[name] is None else f"{row[name]:g}".replace(".", ",") for name in names}


def _listed(aliases: str) -> str | None:
    return aliases.replace("|", "; ") or None


def _book(tables: Mapping[str, Sequence[Mapping[str, Any]]], help_of: Help | None) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        forms = {
            "head": book.add_format({"bold": True, "bg_color": "#0B5CAD", "font_color": "#FFFFFF", "text_wrap": True}),
            "help": book.add_format({"italic": True, "font_color": "#5F6B7A", "text_wrap": True, "valign": "top"}),
            "grey": book.add_format({"font_color": "#8A94A3"}),
            "day": book.add_format({"num_format": _DAY}),
        }
        for sheet in SHEETS:
            if help_of is None and sheet.key not in tables:
                continue
            page = book.add_worksheet(sheet.vi)
            rows = tables.get(sheet.key, ())
            (_fill_lines if sheet is PROGRAMME else _fill_table)(page, sheet, rows, help_of, forms)
    return buffer.getvalue()


def _fill_lines(
    page: Any, sheet: Sheet, rows: Sequence[Mapping[str, Any]], help_of: Help | None, forms: dict[str, Any]
) -> None:
    page.write_row(0, 0, ("Tên / Name", "Giá trị / Value"), forms["head"])
    page.freeze_panes(1, 1)
    page.set_column(0, 1, 36)
    page.set_column(2, 3, 48)
    for line, one in enumerate(sheet.fields, 1):
        page.write_string(line, 0, one.vi + (" *" if one.required else ""))
        _write(page, line, 1, rows[0].get(one.key) if rows else None, forms)
        if help_of:
            page.write_string(line, 2, help_of(sheet, one), forms["help"])
            page.write_string(line, 3, f"VD: {one.example}" if one.example else "", forms["grey"])
        if one.choices:
            page.data_validation(line, 1, line, 1, {"validate": "list", "source": list(one.choices)})


def _fill_table(
    page: Any, sheet: Sheet, rows: Sequence[Mapping[str, Any]], help_of: Help | None, forms: dict[str, Any]
) -> None:
    first = 1
    page.freeze_panes(3 if help_of else 1, 1)
    for place, one in enumerate(sheet.fields):
        page.set_column(place, place, 22)
        page.write_string(0, place, one.vi + (" *" if one.required else ""), forms["head"])
        if help_of:
            page.write_string(1, place, f"↑ {help_of(sheet, one)}", forms["help"])
            page.write_string(2, place, f"VD: {one.example}" if place == 0 else one.example, forms["grey"])
            first = 3
        if one.choices:
            page.data_validation(first, place, _ROWS, place, {"validate": "list", "source": list(one.choices)})
    for line, row in enumerate(rows, first):
        for place, one in enumerate(sheet.fields):
            _write(page, line, place, row.get(one.key), forms)


def _write(page: Any, line: int, place: int, value: Any, forms: dict[str, Any]) -> None:
    """Texts stay texts: nothing that a name begins with becomes a formula."""
    if value is None:
        return
    if isinstance(value, bool):
        page.write_string(line, place, "Có" if value else "Không")
    elif isinstance(value, date):
        page.write_datetime(line, place, value, forms["day"])
    elif isinstance(value, int):
        page.write_number(line, place, value)
    else:
        page.write_string(line, place, str(value))
