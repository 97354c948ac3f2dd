"""Units as files spell them: by name, alias, old or new province, without accents; unknown ones are asked about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from data_access.importing.headings import heading_key
from model.catalogue import Catalogue, Unit
from model.folding import fold

MERGED_ON: Final = date(2025, 7, 1)
_PREFIXES: Final = re.compile(
    r"^(?:(?:lien doan lao dong|ldld|cong doan nganh|cong doan|cd|ban chap hanh)\s+)?"
    r"(?:(?:tinh|thanh pho|tp\.?|t\.p\.?|thu do)\s*[.\s]\s*)?(?=\S)"
)
# Names that no list of today has: the province they became part of, by the code of its union.
_FORMER: Final = {"hatay": "LD-01", "tinhhatay": "LD-01", "hue": "LD-46"}
_SPELLINGS: Final = (("daclac", "daklak"), ("dacnong", "daknong"), ("baccan", "backan"))
CANDIDATES: Final = 3
_LIKENESS: Final = 55  # of 100; less is no candidate


@dataclass(frozen=True)
class Candidate:
    code: str
    name: str


@dataclass(frozen=True)
class UnitNames:
    """Finds direct units. `remembered` maps folded spellings to codes that a person confirmed."""

    catalogue: Catalogue
    remembered: Mapping[str, str]

    def find(self, text: str) -> Unit | None:
        """The unit that `text` names beyond doubt, or None."""
        key = heading_key(text)
        code = self.remembered.get(spelling(text)) or self._by_key.get(key) or self._by_key.get(self._bare(text))
        return self.catalogue.unit_by_code.get(code) if code else None

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """The nearest units, best first."""
        wanted = self._bare(text)
        near = process.extract(wanted, list(self._by_key), scorer=fuzz.WRatio, limit=12, score_cutoff=_LIKENESS)
        codes = dict.fromkeys(self._by_key[key] for key, _, _ in near if len(key) > 3)
        units = [self.catalogue.unit_by_code[code] for code in list(codes)[:CANDIDATES]]
        return tuple(Candidate(unit.code, unit.short_name) for unit in units)

    def renamed(self, text: str) -> str | None:
        """The province of today that an old province name belongs to, where the two differ."""
        unit = self.find(text)
        province = self.catalogue.province_by_code.get(unit.province_code or "") if unit else None
        if province is None or self.find(province.short_name_2025) == unit:
            return self._of_before(text, unit)
        return province.short_name_2025

    def _of_before(self, text: str, unit: Unit | None) -> str | None:
        """Hà Tây has been Hà Nội since 2008: the unit is the same, the name is not."""
        return (
            unit.short_name
            if unit and self._bare(text) in _FORMER and heading_key(unit.short_name) != self._bare(text)
            else None
        )

    @staticmethod
    def _bare(text: str) -> str:
        key = heading_key(_PREFIXES.sub("", fold(text)))
        for other, usual in _SPELLINGS:
            key = key.replace(other, usual)
        return key

    @cached_property
    def _by_key(self) -> dict[str, str]:
        found: dict[str, set[str]] = {}
        for unit in self.catalogue.units:
            for name in self._names(unit):
                for key in {heading_key(name), self._bare(name)}:
                    found.setdefault(key, set()).add(unit.code)
        # A word that means two units means none: staff choose.
        clear = {key: next(iter(codes)) for key, codes in found.items() if len(codes) == 1 and len(key) > 1}
        return {key: code for key, code in _FORMER.items() if code in self.catalogue.unit_by_code} | clear

    def _names(self, unit: Unit) -> Iterable[str]:
        yield from self.catalogue.names_of(unit)


def spelling(text: str) -> str:
    """How a confirmed name is remembered."""
    return fold(text)[:200]
