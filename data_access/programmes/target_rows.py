"""Targets of a set-up, long or wide: which unit, which phase, how many."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from data_access.programmes.reading import plain, whole_number
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import PHASES, TARGET_KINDS, TARGETS, UNITS, WHOLE, word_key
from data_access.programmes.uncalculated import MARK

_PERCENT: Final = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*%")
_DELETE: Final = frozenset(("xoa", "delete"))


def word_of(
    setup: Setup, sheet: str, line: int, column: str, text: Any, words: Mapping[str, str], default: str | None
) -> str | None:
    if text in (None, ""):
        return default
    found = {word_key(word): code for word, code in words.items()} | {word_key(code): code for code in words.values()}
    if word_key(text) not in found:
        setup.say("unknown_word", sheet, line, column, f"{text} ({' / '.join(words)})")
        return default
    return found[word_key(text)]


def check_targets(setup: Setup, known_units: Mapping[str, int | None], known_phases: Mapping[int, str]) -> None:
    if setup.tables.get(TARGETS.key) is None:
        return
    units: dict[str, int | None] = dict(known_units)
    names: dict[str, set[str]] = {}
    for row in setup.rows(UNITS.key):
        if row["code"]:
            units[row["code"]] = row["members"]
            names.setdefault(word_key(row["name"] or ""), set()).add(row["code"])
    words = _phase_words({row["number"]: row["name_vi"] or "" for row in setup.rows(PHASES.key)} or known_phases)
    found: dict[tuple[Any, ...], Row] = {}
    for row in setup.rows(TARGETS.key):
        code = _unit_named_in(setup, row, units, names)
        row["kind"] = word_of(setup, TARGETS.key, row["line"], "Loại chỉ tiêu", row["kind"], TARGET_KINDS, "registered")
        for phase, value in _values(setup, row, words, units.get(code or "")):
            key = (code, phase, row["kind"])
            if key in found:
                line = found[key]["line"]
                setup.say("target_twice", TARGETS.key, row["line"], "Đơn vị", f"{code} ({line})")
            found[key] = {**row, "unit": code, "phase": phase, "value": value}
    setup.tables[TARGETS.key] = [row for row in found.values() if row["unit"]]


def _phase_words(phases: Mapping[int, str]) -> dict[str, int]:
    words = {word_key(word): 0 for word in WHOLE} | {"": 0}
    for number, name in phases.items():
        words |= {word_key(word): number for word in (f"Giai đoạn {number}", f"Phase {number}", str(number), name)}
    return words


def _values(setup: Setup, row: Row, words: Mapping[str, int], members: int | None) -> Iterator[tuple[int, int]]:
    """Phases and targets of a line, long or wide."""
    for heading, cell in (row["wide"] or {row["phase"] or "": row["value"]}).items():
        phase = words.get(word_key(str(heading)))
        if phase is None:
            column = str(heading) if row["wide"] else "Giai đoạn"
            setup.say("unknown_phase", TARGETS.key, row["line"], column, heading)
            continue
        value = _target(setup, row, str(heading) or "Chỉ tiêu", plain(cell), members)
        if value is not None:
            yield phase, value


def _unit_named_in(
    setup: Setup, row: Row, units: Mapping[str, int | None], names: Mapping[str, set[str]]
) -> str | None:
    text = row["unit"] or ""
    if text in units:
        return str(text)
    found = names.get(word_key(text), set())
    if len(found) == 1:
        return next(iter(found))
    if text:
        setup.say("unknown_unit", TARGETS.key, row["line"], "Đơn vị", text)
    return None


def _target(setup: Setup, row: Row, column: str, text: str, members: int | None) -> int | None:
    """A number, a share of the members, or 0 for “xoá”; None where it is neither, which is noted."""
    if text.startswith(MARK):
        setup.say("no_value", TARGETS.key, row["line"], column, text.removeprefix(MARK))
        return None
    if word_key(text) in _DELETE:
        return 0
    share = _PERCENT.fullmatch(text)
    if share and members:
        return max(1, round(members * float(share.group(1).replace(",", ".")) / 100))
    value = whole_number(text)
    if not value:
        setup.say("members_unknown" if share else "no_whole", TARGETS.key, row["line"], column, text)
        return None
    return value
