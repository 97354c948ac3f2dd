"""Ambiguous names, which would make a column of targets, a sector of a row or a unit of a list unclear.

Units of one name may stand under different units: lists show which, and a file that names one of them is asked.
"""

from datetime import date
from typing import Any, Final

from data_access.importing.headings import heading_key
from data_access.importing.phases import phase_words
from data_access.programmes.fields import word_key
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import EVENTS, PHASES, SECTORS, UNITS

_ALWAYS: Final = (date.min, date.max)


def check_names(setup: Setup) -> None:
    """Note phases, sectors and units that share a name."""
    for sheet in (PHASES, SECTORS):
        keys: set[str] = set()
        for row in setup.rows(sheet.key):
            name = row["name_vi"]
            if name and word_key(name) in keys:
                setup.say("name_twice", sheet.key, row["line"], "Tên", name)
            keys.add(word_key(name or ""))
    _check_phases(setup)
    _check_units(setup)
    _check_aliases(setup)
    names: set[tuple[Any, str]] = set()
    for row in setup.rows(EVENTS.key):
        event = (row["day"], word_key(row["name"] or ""))
        if all(event) and event in names:
            setup.say("event_twice", EVENTS.key, row["line"], "Tên", row["name"])
        names.add(event)


def _check_phases(setup: Setup) -> None:
    """Note a phase with the name of the whole."""
    reserved = phase_words(())
    whole = {heading_key(str(setup.programme.get(key) or "")) for key in ("code", "name_vi", "name_en", "short_name")}
    for row in setup.rows(PHASES.key):
        for key, column in (("name_vi", "Tên"), ("name_en", "Tên tiếng Anh")):
            word = heading_key(row[key] or "")
            if word and (word in whole or word in reserved):
                setup.say("phase_like_programme", PHASES.key, row["line"], column, row[key])


def _check_units(setup: Setup) -> None:
    """Note units that a list could not tell apart: with one name, under one unit, at one time."""
    for key, column in (("name", "Tên"), ("short_name", "Tên gọn")):
        rows_by_name: dict[tuple[Any, str], list[Row]] = {}
        for row in setup.rows(UNITS.key):
            if not row[key]:
                continue
            same = rows_by_name.setdefault((row["parent"], " ".join(row[key].casefold().split())), [])
            other = next((namesake for namesake in same if _meet(namesake, row)), None)
            if other:
                setup.say("unit_name_twice", UNITS.key, row["line"], column, f"{other['code']} ({other['line']})")
            same.append(row)


def _check_aliases(setup: Setup) -> None:
    """Note aliases that would mean two units under one unit at one time; a successor may keep the former name."""
    rows = setup.rows(UNITS.key)
    rows_by_name: dict[str, list[Row]] = {}
    for row in rows:
        for word in {word_key(name) for name in (row["code"], row["name"], row["short_name"], *_aliases(row)) if name}:
            rows_by_name.setdefault(word, []).append(row)
    for row in rows:
        for name in _aliases(row):
            others = [
                namesake
                for namesake in rows_by_name[word_key(name)]
                if namesake is not row and namesake["parent"] == row["parent"]
            ]
            if any(_meet(other, row) and not _follow(other, row) for other in others):
                setup.say("alias_of_another", UNITS.key, row["line"], "Tên khác", name)


def _aliases(row: Row) -> list[str]:
    return [name for part in (row["aliases"] or "").split(";") if (name := part.strip())]


def _follow(one: Row, other: Row) -> bool:
    """Whether one of two units comes after the other."""
    return bool(one["successor"] == other["code"] or other["successor"] == one["code"])


def _meet(one: Row, other: Row) -> bool:
    """Whether two units take part on one day."""
    return (one["start"] or _ALWAYS[0]) <= (other["end"] or _ALWAYS[1]) and (other["start"] or _ALWAYS[0]) <= (
        one["end"] or _ALWAYS[1]
    )
