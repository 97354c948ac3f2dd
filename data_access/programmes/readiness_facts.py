"""Readiness statements of a file, long or wide: unit, item, result and day, with every reason to refuse one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from data_access.programmes.cells import plain, whole_number
from data_access.programmes.fields import word_key
from data_access.programmes.naming import NamesInSetup
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import FACTS
from model.readiness import Item, Statement

_WORDS: Final = {
    **dict.fromkeys(("co", "yes", "x", "roi", "daco"), "yes"),
    **dict.fromkeys(("khong", "no", "chua", "chuaco"), "no"),
    **dict.fromkeys(("chuaro", "chuabiet", "khongro", "unknown"), "unknown"),
}
_MOST: Final = 2_000_000_000


@dataclass(frozen=True)
class FactCell:
    """One cell with a statement: its unit and item, and its place in the file."""

    unit: str
    item: Item
    statement: Statement
    line: int | None


def read_facts(
    setup: Setup, units: NamesInSetup, items: Sequence[Item], covered: Collection[str] | None, today: date
) -> tuple[FactCell, ...]:
    """The statements of the rows; refused ones are noted. `covered`: codes of the account's units, None for all."""
    items_by_name = {word_key(name): item for item in items for name in (item.code, item.name_en, item.name_vi)}
    cells: dict[tuple[str, str, date], FactCell] = {}
    for row in setup.rows(FACTS.key):
        code = units.find(setup, FACTS.key, row["line"], "Đơn vị", row["unit"])
        if code and covered is not None and code not in covered:
            setup.say("outside_scope", FACTS.key, row["line"], "Đơn vị", row["unit"])
        _check_row(setup, row, today)
        for cell in _of_row(setup, row, code or "", items_by_name):
            key = (cell.unit, cell.item.code, cell.statement.day)
            if key in cells:
                setup.say("fact_twice", FACTS.key, row["line"], cell.item.name_vi, str(cells[key].line))
            cells[key] = cell
    if not cells and not setup.findings:
        setup.say("nothing_said", FACTS.key)
    return tuple(cells.values())


def _check_row(setup: Setup, row: Row, today: date) -> None:
    if row["day"] and row["day"] > today:
        setup.say("day_ahead", FACTS.key, row["line"], "Ngày", f"{row['day']:%d/%m/%Y}")


def _column(name: str) -> str:
    return next(field.vi for field in FACTS.fields if field.key == name)


def _of_row(setup: Setup, row: Row, code: str, items_by_name: Mapping[str, Item]) -> Iterator[FactCell]:
    for column, word, cell in _cells(setup, row):
        item, text = items_by_name.get(word_key(word)), plain(cell)
        if item is None:
            wrong = _column("item") if column == _column("value") else column
            setup.say("unknown_item", FACTS.key, row["line"], wrong, word)
            continue
        state, amount = _meaning(item, text)
        if state is None:
            setup.say("no_count" if item.counted else "no_state", FACTS.key, row["line"], column, text)
        elif code and row["day"]:
            statement = Statement(state, amount, row["day"], row["source"] or "", row["note"] or "")
            yield FactCell(code, item, statement, row["line"])


def _cells(setup: Setup, row: Row) -> Iterator[tuple[str, str, Any]]:
    """Column, word for the item, and cell of each statement; blank cells make none."""
    if row["item"] or row["value"]:
        for name in ("item", "value"):
            if not row[name]:
                setup.say("missing_value", FACTS.key, row["line"], _column(name))
        if row["item"] and row["value"]:
            yield _column("value"), row["item"], row["value"]
    for heading, cell in row["wide"].items():
        yield str(heading), str(heading), cell


def _meaning(item: Item, text: str) -> tuple[str | None, int | None]:
    """State and amount; None for anything but a word or, where it is counted, a number."""
    word = _WORDS.get(word_key(text))
    if word:
        return word, 0 if item.counted and word == "no" else None
    amount = whole_number(text) if item.counted else None
    if amount is None or amount > _MOST:
        return None, None
    return ("yes" if amount else "no"), amount
