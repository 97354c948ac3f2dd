"""Answers of a sender, remembered for the next file, shown, and revocable."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, or_, select

from data_access.database.audit_log import note
from data_access.database.permissions import covered_units, require, require_everything, signature
from data_access.database.schema import remembered_answer, remembered_unit, unit
from data_access.database.transactions import writing
from data_access.importing.choices import Choices
from data_access.importing.unit_names import spelling
from model.clock import this_second
from model.reader import Reader

UNIT: Final = "unit"  # names of units are everybody's: federations are called the same by all
# Kinds of answers that are remembered, and the field of Choices they belong to.
_MAPPINGS: Final = {"heading": "heading_names", "word": "words", "sector": "sector_names", "amount": "amounts"}


@dataclass(frozen=True)
class Remembered:
    """One answer: the kind of question (`what`), the words of the file, their meaning, who answered and when."""

    what: str
    spelling: str
    meaning: str
    who: str
    at: datetime


def with_remembered(connection: Connection, choices: Choices) -> tuple[Choices, int]:
    """The choices, completed by the sender's earlier answers, and the number of those."""
    mine = select(remembered_answer).where(remembered_answer.c.who == choices.remembered_by)
    meanings: dict[str, dict[str, str | int]] = {}
    for row in connection.execute(mine):
        meanings.setdefault(row.what, {})[row.spelling] = int(row.meaning) if row.what == "amount" else row.meaning
    changes: dict[str, object] = {}
    count = 0
    for kind, name in _MAPPINGS.items():
        answers = _of_kind(meanings.get(kind, {}), choices) if kind == "heading" else meanings.get(kind, {})
        answers = {key: value for key, value in answers.items() if key not in getattr(choices, name)}
        changes[name] = {**answers, **getattr(choices, name)}
        count += len(answers)
    blanks = [word for word in meanings.get("blank", {}) if word not in choices.blanks]
    changes["blanks"] = (*choices.blanks, *blanks)
    if choices.union_from is None:
        changes["union_from"] = meanings.get("union_from", {}).get(str(choices.kind))
        count += changes["union_from"] is not None
    return choices.changed(**changes), count + len(blanks)


def _of_kind(headings: Mapping[str, str | int], choices: Choices) -> dict[str, str | int]:
    """The headings remembered for files of one kind."""
    start = f"{choices.kind}:"
    return {key.removeprefix(start): name for key, name in headings.items() if key.startswith(start)}


def _answers(choices: Choices) -> Iterator[tuple[str, str, str]]:
    for heading, name in choices.heading_names.items():
        yield "heading", f"{choices.kind}:{heading}", name
    for kind in ("word", "sector", "amount"):
        for key, meaning in getattr(choices, _MAPPINGS[kind]).items():
            yield kind, key, str(meaning)
    for word in choices.blanks:
        yield "blank", word, ""
    if choices.union_from:
        yield "union_from", str(choices.kind), choices.union_from


def remember_answers(connection: Connection, choices: Choices) -> None:
    """Remember the answers; a later answer to the same question replaces the earlier one."""
    table = remembered_answer.c
    mine = select(table.what, table.spelling, table.meaning).where(table.who == choices.remembered_by)
    meanings = {(row.what, row.spelling): row.meaning for row in connection.execute(mine)}
    now = this_second()
    for kind, words, meaning in _answers(choices):
        key = words[:200]
        if meanings.get((kind, key)) == meaning:
            continue
        connection.execute(_same(choices.remembered_by, kind, key))
        row = {"who": choices.remembered_by, "what": kind, "spelling": key, "meaning": meaning, "remembered_at": now}
        connection.execute(insert(remembered_answer).values(**row))


def _same(who: str, kind: str, key: str) -> Any:
    table = remembered_answer.c
    return delete(remembered_answer).where(table.who == who, table.what == kind, table.spelling == key)


def fetch_remembered(connection: Connection, by: Reader) -> list[Remembered]:
    """The answers of this sender, and the unit names that anybody confirmed, newest first.

    What was answered for sources concerns all units: an account of some is not told.
    """
    owner = remembered_answer.c.who
    own = owner == signature(by)
    mine = select(remembered_answer).where(or_(own, owner.like("sync:%")) if by.sees_everything else own)
    answers = [
        Remembered(row.what, row.spelling, row.meaning, row.who, row.remembered_at) for row in connection.execute(mine)
    ]
    names = select(remembered_unit, unit.c.code).join(unit, unit.c.id == remembered_unit.c.unit_id)
    answers += [
        Remembered(UNIT, row.spelling, row.code, row.who, row.remembered_at) for row in connection.execute(names)
    ]
    return sorted(answers, key=lambda answer: (answer.at, answer.what, answer.spelling), reverse=True)


def forget(url: str, by: Reader, answer: Remembered) -> None:
    """Forget one answer, so that the next file asks again. Raises NotAllowed, NotSaved."""
    require(by, "import")
    if answer.what != UNIT and answer.who != signature(by):
        require_everything(by, "import")
    with writing(url) as connection:
        if answer.what == UNIT:
            require(by, "import", [answer.meaning], covered_units(connection, by))
            connection.execute(delete(remembered_unit).where(remembered_unit.c.spelling == spelling(answer.spelling)))
        else:
            connection.execute(_same(answer.who, answer.what, answer.spelling))
        note(connection, signature(by), "forget_answer", what=answer.what, name=answer.spelling, meaning=answer.meaning)
