"""Events of the audit log in words: names of units, roles and pages instead of codes."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from data_access.staff.audit import AuditEvent
from language.languages import Language
from model.catalogue import Catalogue
from presentation.row_words import count_or_text

_COUNTED: Final = frozenset({"rows", "removed", "restored", "counts", "left_out", "held", "changes"})
_DAY: Final = len("2022-04-20")
_DATED: Final = frozenset({"as_of", "day"})


def worded_detail(event: AuditEvent, language: Language, catalogue: Catalogue) -> str:
    """“địa chỉ: an@example.vn; vai trò: Phụ trách; đơn vị: Thanh Hóa”."""
    naming = _naming(language, catalogue)
    names = language.admin.part_names
    return "; ".join(
        f"{names.get(part, part)}: {_worded(value, naming.get(part, str))}".removeprefix(": ")
        for part, value in event.parts.items()
    )


def _worded(value: object, name: Callable[[object], str]) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{part} {_worded(content, name)}" for part, content in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_worded(content, name) for content in value)
    return name(value)


def _naming(language: Language, catalogue: Catalogue) -> Mapping[str, Callable[[object], str]]:
    """A function that names the codes of a part; unknown codes stay."""
    units = {code: language.names.word(unit.short_name) for code, unit in catalogue.unit_by_code.items()}
    programmes = {
        key: language.short_name_of(programme)
        for programme in catalogue.programmes
        for key in (programme.code, str(programme.id))
    }
    kinds = {**language.importing.kinds, **language.exports.menu.labels}
    tables: Mapping[str, Mapping[str, str]] = {
        "role": language.pages.roles,
        "units": units,
        "unit": units,
        "programme": programmes,
        "reason": language.admin.reasons,
        "kind": kinds,
        "kinds": kinds,
        "page": language.pages.titles,
    }
    words = {part: _from(table) for part, table in tables.items()}
    words |= {part: _counted(language) for part in _COUNTED}
    return words | {part: _dated(language) for part in _DATED}


def _from(table: Mapping[str, str]) -> Callable[[object], str]:
    return lambda code: table.get(str(code), str(code))


def _dated(language: Language) -> Callable[[object], str]:
    """A function that writes a day or a moment as pages do; what is neither stays."""

    def write(value: object) -> str:
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            return str(value)
        return language.numbers.date(moment) if len(str(value)) == _DAY else language.numbers.moment(moment)

    return write


def _counted(language: Language) -> Callable[[object], str]:
    return lambda value: count_or_text(value, language)
