"""Units as spelled in files: by name, alias, old or new province, without accents; unknown ones lead to a question."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz, process

from data_access.importing.districts import provinces_with
from data_access.importing.headings import heading_key
from data_access.importing.unions import union_key
from model.catalogue import Catalogue, Province, Unit
from model.folding import fold
from model.reference import unit_labels

MERGED_ON: Final = date(2025, 7, 1)
_PREFIXES: Final = re.compile(
    r"^(?:(?:lien doan lao dong|ldld|cong doan nganh|cong doan|cd|ban chap hanh)\s+)?"
    r"(?:(?:tinh|thanh pho|t\.|tp\.?|t\.p\.?|thu do)\s*[.\s]\s*)?(?=\S)"
)
_SUFFIXES: Final = re.compile(r"(?:\s+(?:viet nam|vn))?(?:\s*\((?:cu|truoc day|viet nam)\)|\s+cu)?$")
# Names that no list of today has: the province they became part of, by the code of its union.
_FORMER: Final = {"hatay": "LD-01"}
_SPELLINGS: Final = (("daclac", "daklak"), ("dacnong", "daknong"), ("baccan", "backan"))
_BELOW: Final = re.compile(
    r"(?:cdcs|cong doan co so|(?:cdcs |cong doan )?(?:cong ty|xi nghiep|nha may|truong|benh vien|hop tac xa|htx)\b)"
)
CANDIDATES: Final = 3
_CORPORATION: Final = re.compile(r"\b(?:tong cong ty|tct|tap doan)\b")
_KINDS: Final = re.compile(r"tongcongty|tct|tapdoan|congdoan|vietnam")
_LONGEST_NAME: Final = 10  # words
_LIKENESS: Final = 65  # of 100; less is no candidate
_AS_LIKELY: Final = 20  # how much less than the best one


@dataclass(frozen=True)
class Candidate:
    """A unit that a name may mean."""

    code: str
    name: str


@dataclass(frozen=True)
class UnitNames:
    """Finds direct units. `remembered` maps folded spellings to codes that a person confirmed."""

    catalogue: Catalogue
    remembered: Mapping[str, str]
    below: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # upper union (union_key) -> units above it

    def find(self, text: str) -> Unit | None:
        """The unit that `text` names without doubt, or None."""
        key = heading_key(text)
        by_code = self._own.get(text.strip()) or self._own.get(text.strip().upper())
        if by_code:
            return by_code  # a code beats every name
        # A name that a member has now counts before what somebody once answered, perhaps for another programme.
        for code in (self._by_key.get(key), self.remembered.get(spelling(text)), self._by_key.get(self._bare(text))):
            if code in self._own:
                return self._own[code]
        return None

    def sharing(self, text: str) -> tuple[Unit, ...]:
        """The units that share a name, those called so before those with it as an alias; else none."""
        codes = self._codes_by_key.get(heading_key(text)) or self._codes_by_key.get(self._bare(text)) or set()
        units = [unit for unit in self.catalogue.units if unit.code in codes]
        return tuple(sorted(units, key=lambda unit: not self.is_called(unit, text))) if len(units) > 1 else ()

    def is_called(self, unit: Unit, text: str) -> bool:
        """Whether a name is the unit's own, long or short, and not merely another one for it."""
        return self._bare(text) in {self._bare(unit.name), self._bare(unit.short_name)}

    def province_of(self, text: str) -> Province | None:
        """The province of 2022 that a name means, member or not; today's name means the one of the 63."""
        return self._provinces.get(self._bare(text))

    def find_within(self, text: str) -> Unit | None:
        """The one unit that a title, a sheet or a file (“BC_LDLD Thanh Hoa_thang 4”) speaks of; None where several."""
        units = self._named_in(text)
        return units[0] if len(units) == 1 else None

    def _named_in(self, text: str) -> list[Unit]:
        """The units whose names stand in a text, none within another: of “CĐ Giáo dục Hà Nội” there are two."""
        whole = self.find(text)
        if whole:
            return [whole]
        words: list[str | None] = list(re.sub(r"[^\w.]+|_|\.(?=\s|$)", " ", text).split())
        units: dict[str | None, Unit] = {}
        for length in range(min(len(words), _LONGEST_NAME), 0, -1):
            for start in range(len(words) - length + 1):
                run = words[start : start + length]
                name = " ".join(word or "" for word in run)
                is_name = None not in run and len(name) > 2 and not name.isdigit() and not _BELOW.match(fold(name))
                unit = self.find(name) if is_name else None
                if unit:
                    units[unit.code] = unit
                    words[start : start + length] = [None] * length
        return list(units.values())

    def candidates(self, text: str) -> tuple[Candidate, ...]:
        """The nearest units, best first: those meant, then those spelled alike; none where nothing is near."""
        in_text = sorted(self._named_in(text), key=lambda unit: unit.kind != "provincial")  # “Y tế Hà Nội” is of Hà Nội
        meant = [*self.sharing(text), *in_text, *self._merged_into(text), *self._above(text)]
        codes = list(dict.fromkeys([*(unit.code for unit in meant), *self._alike(text)]))
        units = [self.catalogue.unit_by_code[code] for code in codes[:CANDIDATES]]
        return tuple(Candidate(unit.code, self.labels[unit.code]) for unit in units)

    @cached_property
    def labels(self) -> dict[str, str]:
        """How lists tell the units apart, by code."""
        return unit_labels(self.catalogue.units)

    def _merged_into(self, text: str) -> list[Unit]:
        """The federations of today's province that an old one belongs to."""
        old = self.province_of(text)
        today = {
            province.code_2022 for province in self.catalogue.provinces if old and province.code_2025 == old.code_2025
        }
        return [unit for unit in self.catalogue.units if unit.province_code in today]

    def _above(self, text: str) -> list[Unit]:
        """The federations of a district, or of an upper union that is known below them."""
        units = [self._own[code] for code in self.below.get(union_key(text), ()) if code in self._own]
        federations = {unit.province_code: unit for unit in self.catalogue.units if unit.kind == "provincial"}
        return units + [federations[code] for code in provinces_with(text) if code in federations]

    def _alike(self, text: str) -> list[str]:
        if _BELOW.match(fold(text)):
            return []  # no union of ours, however its letters resemble one
        core, is_corporation = _core(self._bare(text)), bool(_CORPORATION.search(fold(text)))
        by_core = {_core(key): code for key, code in self._by_key.items()}
        near = process.extract(core, list(by_core), scorer=fuzz.ratio, limit=30, score_cutoff=_LIKENESS)
        best = near[0][1] if near else 0
        alike = [key for key, score, _ in near if score > best - _AS_LIKELY and len(key) > 3 and key[0] == core[:1]]
        codes = dict.fromkeys(by_core[key] for key in alike)
        return [code for code in codes if not is_corporation or self._own[code].kind == "corporation"]

    def renamed(self, text: str) -> str | None:
        """The province of today that an old province name belongs to, where the two differ."""
        unit = self.find(text)
        province = self.catalogue.province_of(unit) if unit else None
        if province is None or self._bare(text) == heading_key(province.short_name_2025):
            return None
        is_old = province.short_name != province.short_name_2025 or self._bare(text) in _FORMER
        return province.short_name_2025 if is_old else None

    def is_of_before(self, text: str) -> bool:
        """Whether a name was out of use before the mergers of 2025: Hà Tây has been Hà Nội since 2008."""
        return self._bare(text) in _FORMER

    @staticmethod
    def _bare(text: str) -> str:
        key = heading_key(_SUFFIXES.sub("", _PREFIXES.sub("", fold(text))))
        for other, usual in _SPELLINGS:
            key = key.replace(other, usual)
        return key

    @cached_property
    def _own(self) -> dict[str | None, Unit]:
        return {unit.code: unit for unit in self.catalogue.units}

    @cached_property
    def _provinces(self) -> dict[str, Province]:
        every = self.catalogue.provinces
        return {
            self._bare(name): unit for unit in every for name in (unit.name, unit.short_name, *unit.aliases) if name
        }

    @cached_property
    def _codes_by_key(self) -> dict[str, set[str]]:
        by_key: dict[str, set[str]] = {}
        for unit in self.catalogue.units:
            for name in self._names(unit):
                for key in {heading_key(name), self._bare(name)}:
                    by_key.setdefault(key, set()).add(unit.code)
        return by_key

    @cached_property
    def _by_key(self) -> dict[str, str]:
        # A word that means two units means none: the day of a row or staff choose.
        clear = {key: next(iter(some)) for key, some in self._codes_by_key.items() if len(some) == 1 and len(key) > 1}
        return {key: code for key, code in _FORMER.items() if code in self._own} | clear

    def _names(self, unit: Unit) -> Iterable[str]:
        yield from self.catalogue.names_of(unit)


def _core(key: str) -> str:
    """A name without frequent words, which make no names similar: “Tổng công ty”."""
    return _KINDS.sub("", key) or key


def spelling(text: str) -> str:
    """The form in which a confirmed name is remembered."""
    return fold(text)[:200]
