"""Names that mean two things: a column of targets, a sector of a row or a unit of a list could not be told apart.

Units of one name may stand under different units: lists show which, and a file that names one of them is asked.
"""

from datetime import date
from typing import Any, Final

from data_access.importing.headings import heading_key
from data_access.importing.phases import phase_words
from data_access.programmes.fields import word_key
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import PHASES, SECTORS, UNITS

_ALWAYS: Final = (date.min, date.max)


def check_names(setup: Setup) -> None:
    """Note phases, sectors and units that go by one name."""
    for sheet in (PHASES, SECTORS):
        seen: set[str] = set()
        for row in setup.rows(sheet.key):
            name = row["name_vi"]
            if name and word_key(name) in seen:
                setup.say("name_twice", sheet.key, row["line"], "Tên", name)
            seen.add(word_key(name or ""))
    _check_phases(setup)
    _check_units(setup)


def _check_phases(setup: Setup) -> None:
    """A phase that is called like the whole."""
    reserved = phase_words(())
    whole = {heading_key(str(setup.programme.get(key) or "")) for key in ("code", "name_vi", "name_en", "short_name")}
    for row in setup.rows(PHASES.key):
        for key, column in (("name_vi", "Tên"), ("name_en", "Tên tiếng Anh")):
            word = heading_key(row[key] or "")
            if word and (word in whole or word in reserved):
                setup.say("phase_like_programme", PHASES.key, row["line"], column, row[key])


def _check_units(setup: Setup) -> None:
    """Units that a list could not tell apart: of one name, under one unit, at one time."""
    for key, column in (("name", "Tên"), ("short_name", "Tên gọn")):
        seen: dict[tuple[Any, str], list[Row]] = {}
        for row in setup.rows(UNITS.key):
            if not row[key]:
                continue
            same = seen.setdefault((row["parent"], " ".join(row[key].casefold().split())), [])
            other = next((one for one in same if _meet(one, row)), None)
            if other:
                setup.say("unit_name_twice", UNITS.key, row["line"], column, f"{other['code']} ({other['line']})")
            same.append(row)


def _meet(one: Row, other: Row) -> bool:
    """Whether two units take part on one day."""
    return (one["start"] or _ALWAYS[0]) <= (other["end"] or _ALWAYS[1]) and (other["start"] or _ALWAYS[0]) <= (
        one["end"] or _ALWAYS[1]
    )
