"""The context for rewording rows: the figures of the scope and the language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from data_access.store.records import Records
from language.languages import Language
from model.compare import Compared
from model.edges import Row
from presentation.figures import Figures
from presentation.in_units import in_unit, with_unit
from presentation.wording import Wording

Reword: TypeAlias = Callable[[Row], Row]


@dataclass(frozen=True)
class RowScope:
    """The context of one file."""

    records: Records
    figures: Figures
    wording: Wording
    compared: Compared | None = None  # of the comparison; None is what the address asks for by itself

    @property
    def language(self) -> Language:
        return self.wording.language

    def row(self, code: str, **blanks: object) -> str:
        """The name of a row kind or subject; the fact's label for known numbers."""
        texts = self.wording.texts
        return (texts.rows.get(code) or texts.facts.get(code, code)).format(**blanks)

    def unit(self, row: Row) -> Row:
        """The row with the full name of its unit."""
        return {**row, "unit_name": self.wording.unit(row["unit_code"], row["unit_name"])}

    def unit_name(self, code: str) -> str | None:
        """The full name of a unit, or of the units of one of the 34 provinces; None for unknown codes."""
        unit = self.figures.catalogue.unit_by_code.get(code)
        name = unit.name if unit else self._merged.get(code)
        return name and self.wording.unit(code, name)

    @cached_property
    def _merged(self) -> dict[str, str]:
        return dict(self.figures.targets.select("unit_code", "unit_name").iter_rows())

    def measured_in(self, unit: str | None) -> str:
        """The unit of a number; also for percentages, since their cells hold plain numbers."""
        return self.row("percent") if unit in ("percent", "%") else self.wording.kind_of_unit(unit or "")

    def in_unit(self, name: str, unit: str) -> str:
        """The name of a number that says its unit, as `presentation.in_units` has it."""
        return in_unit(name, unit, self.wording)

    def with_unit(self, name: str, code: str) -> str:
        """The name of the number of a code with its unit, which its ending tells."""
        return with_unit(name, code, self.wording)

    def source_kind(self, code: str) -> str:
        """The name of a kind of source; the code itself where it has none."""
        return self.language.facts.source_kinds.get(code, code)

    def printed(self, kind: str) -> str:
        """“Đã công bố: Người tham gia” for `printed:nguoi_tham_gia`."""
        return self.row("printed", name=self.wording.metric(kind.removeprefix("printed:"), None))
