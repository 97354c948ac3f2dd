"""Criteria and classes of grading in a set-up: their checks and storage."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, delete, insert

from data_access.database.schema import grading_class, grading_criterion
from data_access.programmes.fields import word_key
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import CLASSES, CRITERIA, MEASURES, SCALES
from data_access.rules.grading_scheme import read_steps, write_steps
from model.tallies import UPLOADED

_MOST: Final = 1000.0  # points


def check_grading(setup: Setup) -> None:
    """Note every criterion and class that cannot grade, and replace words by numbers and codes."""
    measures: set[str] = set()
    for row in setup.rows(CRITERIA.key):
        _check_criterion(setup, row)
        if row["measure"] in measures:
            setup.say("measure_twice", CRITERIA.key, row["line"], "Thước đo", row["measure_word"])
        measures.add(row["measure"])
    codes: set[str] = set()
    for row in setup.rows(CLASSES.key):
        row["at_least"] = _number(setup, CLASSES.key, row, "at_least", "Từ điểm", (0.0, _MOST))
        row["quota_pct"] = _number(setup, CLASSES.key, row, "quota_pct", "Nhiều nhất % của cụm", (1.0, 100.0))
        code = str(row["code"] or "").casefold()
        if code in codes:
            setup.say("code_twice", CLASSES.key, row["line"], "Mã", row["code"])
        elif len(code) > CODE_LENGTH:
            setup.say("code_too_long", CLASSES.key, row["line"], "Mã", row["code"])
        codes.add(code)


CODE_LENGTH: Final = 40


def _check_criterion(setup: Setup, row: Row) -> None:
    row["measure_word"] = row["measure"]
    row["measure"] = _word(setup, row, "measure", "Thước đo", MEASURES)
    row["scale"] = _word(setup, row, "scale", "Cách tính", SCALES)
    row["weight"] = _number(setup, CRITERIA.key, row, "weight", "Điểm tối đa", (-_MOST, _MOST))
    row["bonus"] = bool(row["bonus"])
    zero = _number(setup, CRITERIA.key, row, "zero_at", "Từ", (-1e12, 1e12))
    full = _number(setup, CRITERIA.key, row, "full_at", "Đủ điểm ở", (-1e12, 1e12))
    row["zero_at"], row["full_at"] = 0.0 if zero is None else zero, 100.0 if full is None else full
    if row["scale"] == "linear":
        row["steps"] = ""
        if row["zero_at"] == row["full_at"]:
            setup.say("no_scale", CRITERIA.key, row["line"], "Đủ điểm ở", f"{row['full_at']:g}")
    elif row["scale"] == "steps" and row["measure"] == "judge_days":
        setup.say("only_even", CRITERIA.key, row["line"], "Cách tính", row["measure_word"])
        row["steps"] = ""
    elif row["scale"] == "steps":
        _check_steps(setup, row)
    if row["measure"] in UPLOADED and row["weight"] is not None and _falls(row):
        setup.say("falling", CRITERIA.key, row["line"], "Cách tính", row["measure_word"])


def _check_steps(setup: Setup, row: Row) -> None:
    try:
        steps = read_steps(str(row["steps"] or ""))
    except ValueError:
        steps = ()
    if not steps or any(not 0 <= percent <= 100 for _, percent in steps):
        setup.say("bad_steps", CRITERIA.key, row["line"], "Bậc", row["steps"] or "")
    row["steps"] = write_steps(steps)


def _falls(row: Row) -> bool:
    """Whether more initiatives would bring fewer points, which would punish uploading."""
    costs = bool(row["weight"] < 0)
    if row["scale"] == "linear":  # what costs less and less as the number grows is no punishment
        return costs != bool(row["full_at"] < row["zero_at"])
    return costs  # of steps the highest that is reached counts


def _word(setup: Setup, row: Row, key: str, column: str, words: Mapping[str, str]) -> str | None:
    """The code of a word; codes themselves are accepted."""
    codes = {word_key(word): code for word, code in words.items()} | {word_key(code): code for code in words.values()}
    meaning = codes.get(word_key(str(row[key] or "")))
    if meaning is None and row[key]:
        setup.say("unknown_word", CRITERIA.key, row["line"], column, f"“{row[key]}”")
    return meaning


def _number(setup: Setup, sheet: str, row: Row, key: str, column: str, limits: tuple[float, float]) -> float | None:
    text = str(row[key] or "").strip().rstrip("%")
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not limits[0] <= value <= limits[1]:
        setup.say("no_number", sheet, row["line"], column, text)
        return None
    return value


def write_grading(connection: Connection, setup: Setup, number: int) -> None:
    """Store the grading of a programme; a sheet without rows changes nothing."""
    criteria: list[Row] = [
        {
            **{name: row[name] for name in ("measure", "weight", "scale", "zero_at", "full_at", "steps", "bonus")},
            "programme_id": number,
            "place": place,
            "name_vi": row["name_vi"],
            "name_en": row["name_en"] or row["name_vi"],
        }
        for place, row in enumerate(setup.rows(CRITERIA.key))
    ]
    classes: list[Row] = [
        {
            **{name: row[name] for name in ("code", "name_vi", "at_least", "quota_pct")},
            "programme_id": number,
            "name_en": row["name_en"] or row["name_vi"],
        }
        for row in setup.rows(CLASSES.key)
    ]
    for table, rows in ((grading_criterion, criteria), (grading_class, classes)):
        if rows:
            connection.execute(delete(table).where(table.c.programme_id == number))
            connection.execute(insert(table), rows)
