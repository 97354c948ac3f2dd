"""Stored values that a file would overwrite, in words."""

from datetime import date, datetime

from data_access.importing.choices import Kind
from data_access.importing.heading_words import FIELDS
from data_access.importing.headings import heading_of
from data_access.importing.overwriting import Overwrite
from data_access.importing.understood import Understood
from importer.wording import Wording

_FIELD_OF = {"unit_id": "unit", "grassroots_id": "grassroots", "sector_id": "sector"}
_NAMED = {"sector_id": "sectors", "ownership": "ownerships", "position": "positions", "level": "levels"}
_NAMED |= {"status": "statuses", "solution": "solutions", "unit_kind": "kinds"}


def overwrite_rows(understood: Understood, wording: Wording) -> list[dict[str, str]]:
    """Subject, column, old value, new value and source of the old one for each overwritten value."""
    kind = understood.choices.kind
    return [
        {
            "subject": _subject(overwrite, wording),
            "field": _heading(kind, overwrite.field),
            "old": _value(overwrite.field, overwrite.old, wording),
            "new": _value(overwrite.field, overwrite.new, wording),
            "source": overwrite.source,
        }
        for overwrite in understood.overwrites
    ]


def overwrite_line(row: dict[str, str]) -> str:
    """One overwritten value as a line."""
    source = f" ({row['source']})" if row["source"] else ""
    return f"{row['subject']} · {row['field']}: {row['old']}{source} → {row['new']}"


def _subject(overwrite: Overwrite, wording: Wording) -> str:
    if not overwrite.kind:
        return overwrite.subject
    texts = wording.texts
    phase = texts.phase_of_target.format(phase=overwrite.phase) if overwrite.phase else texts.whole_programme
    return f"{overwrite.subject}, {phase}, {wording.language.names.target_kind(overwrite.kind)}"


def _heading(kind: Kind, field: str) -> str:
    name = _FIELD_OF.get(field, field)
    return heading_of(kind, name) if name in FIELDS[kind] else field


def _value(field: str, value: object, wording: Wording) -> str:
    numbers, names = wording.language.numbers, wording.language.names
    if value == "new":
        return wording.texts.new_unit
    if field in _NAMED:
        return names.by_code(_NAMED[field]).get(str(value), str(value))
    if isinstance(value, datetime):
        return numbers.moment(value)
    if isinstance(value, date):
        return numbers.date(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return numbers.count(value)
    return "–" if value is None else str(value)
