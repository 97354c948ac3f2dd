"""The unit that a cell of a set-up means. A code beats a name, and an ambiguous name means none."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from data_access.programmes.fields import word_key
from data_access.programmes.setup import Row, Setup


@dataclass(frozen=True)
class Member:
    """A unit of the programme so far: its names, and its members where known."""

    names: tuple[str | None, ...] = ()
    members: int | None = None


@dataclass
class NamesInSetup:
    """The units of a workbook by code and by name; `members` by code."""

    members: dict[str, int | None] = field(default_factory=dict)
    _by_name: dict[str, set[str]] = field(default_factory=dict)
    _by_code: dict[str, str] = field(default_factory=dict)  # in small letters

    def add(self, code: str, names: Iterable[str | None], members: int | None) -> None:
        """Add a unit with all its names."""
        self.members[code] = members
        self._by_code[code.casefold()] = code
        for name in names:
            if name:
                self._by_name.setdefault(word_key(name), set()).add(code)

    def find(self, setup: Setup, sheet: str, line: int, column: str, text: str | None) -> str | None:
        """The code; None where the cell is blank or its unit is not known, which is noted."""
        if not text:
            return None
        code = text if text in self.members else self._by_code.get(text.casefold())
        if code:
            return code
        codes = self._by_name.get(word_key(text), set())
        if len(codes) == 1:
            return next(iter(codes))
        setup.say("name_of_two" if codes else "unknown_unit", sheet, line, column, text)
        return None


def names_of(rows: Iterable[Row], members: dict[str, Member] | None = None) -> NamesInSetup:
    """The names in the sheet of units or, without that sheet, of the programme's units."""
    names = NamesInSetup()
    sheet = [row for row in rows if row["code"]]
    for row in sheet:
        names.add(row["code"], (row["name"], row["short_name"]), row["members"])
    for code, member in (members or {}).items():
        if not sheet:
            names.add(code, member.names, member.members)
    return names
