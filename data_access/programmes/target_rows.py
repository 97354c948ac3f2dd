"""Targets of a set-up, long or wide, as rows of unit, phase and number."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from data_access.importing.headings import heading_key
from data_access.importing.phases import phase_words
from data_access.importing.target_words import EVERYBODY, removes_target, share_in, share_of
from data_access.programmes.cells import LARGEST_NUMBER, plain, whole_number
from data_access.programmes.fields import word_key
from data_access.programmes.naming import Member, names_of
from data_access.programmes.setup import Row, Setup
from data_access.programmes.sheets import PHASES, TARGET_KINDS, TARGETS, UNITS
from data_access.programmes.uncalculated import MARK


def word_of(
    setup: Setup, sheet: str, line: int, column: str, text: Any, words: Mapping[str, str], default: str | None
) -> str | None:
    """The code of a word; `default` for an empty cell and for an unknown word, which is noted."""
    if text in (None, ""):
        return default
    codes, word = _by_word(tuple(words.items())), word_key(text)
    if word not in codes:
        setup.say("unknown_word", sheet, line, column, f"“{text}” ({' / '.join(words)})")
        return default
    return codes[word]


@cache
def _by_word(words: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {word_key(name): code for word, code in words for name in (code, word)}


def check_targets(setup: Setup, known_units: dict[str, Member], known_phases: Mapping[int, str]) -> None:
    """Replace long or wide rows by one for each unit, phase and kind; problems are noted."""
    if setup.tables.get(TARGETS.key) is None:
        return
    units = names_of(setup.rows(UNITS.key), known_units)
    phases = [(row["number"], (row["name_vi"], row["name_en"])) for row in setup.rows(PHASES.key) if row["number"]]
    words = phase_words(phases or [(number, (name,)) for number, name in known_phases.items()])
    targets: dict[tuple[Any, ...], Row] = {}
    for row in setup.rows(TARGETS.key):
        code = units.find(setup, TARGETS.key, row["line"], "Đơn vị", row["unit"])
        row["kind"] = word_of(setup, TARGETS.key, row["line"], "Loại chỉ tiêu", row["kind"], TARGET_KINDS, "registered")
        for phase, value in _values(setup, row, words, units.members.get(code or "")):
            key = (code, phase, row["kind"])
            if key in targets:
                line = targets[key]["line"]
                setup.say("target_twice", TARGETS.key, row["line"], "Đơn vị", f"{code} ({line})")
            targets[key] = {**row, "unit": code, "phase": phase, "value": value}
    setup.tables[TARGETS.key] = [row for row in targets.values() if row["unit"]]


def _values(setup: Setup, row: Row, words: Mapping[str, int], members: int | None) -> Iterator[tuple[int, int]]:
    """Phases and targets of a line, long or wide."""
    for heading, cell in (row["wide"] or {row["phase"] or "": row["value"]}).items():
        phase = words.get(heading_key(str(heading)).removeprefix("chitieu"))
        if phase is None:
            column = str(heading) if row["wide"] else "Giai đoạn"
            setup.say("unknown_phase", TARGETS.key, row["line"], column, heading)
            continue
        value = _target(setup, row, str(heading) or "Chỉ tiêu", plain(cell), members)
        if value is not None:
            yield phase, value


def _target(setup: Setup, row: Row, column: str, text: str, members: int | None) -> int | None:
    """A number, a share of the members, or 0 for “xóa”; None, with a finding, for anything else."""
    if text.startswith(MARK):
        setup.say("no_value", TARGETS.key, row["line"], column, text.removeprefix(MARK))
        return None
    if removes_target(text):
        return 0
    share = share_in(text)
    value = share_of(members, share) if share and members else whole_number(text)
    problem = _problem(share, value)
    if problem:
        setup.say(problem, TARGETS.key, row["line"], column, text)
    return None if problem else value


def _problem(share: float | None, value: int | None) -> str | None:
    if share and share > EVERYBODY:
        return "share_too_large"
    if not value:
        return "members_unknown" if share else "no_whole"
    return "too_large" if value > LARGEST_NUMBER else None
