"""Reference data: programmes, phases, provinces, units, sectors. Small, read once per data version."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from model.codes import Boundary, DataKind
from model.filters import Filters
from model.folding import fold, slug


@dataclass(frozen=True)
class Phase:
    number: int
    start: date
    end: date  # inclusive
    national_target: int | None


@dataclass(frozen=True)
class Programme:
    """A programme. `start` and `end` (inclusive) are None where no source states them."""

    id: int
    code: str
    name_vi: str
    name_en: str
    start: date | None
    end: date | None
    data_kind: DataKind
    national_target: int | None
    national_target_source: str | None
    phases: tuple[Phase, ...]

    def phase(self, number: int | None) -> Phase | None:
        return next((phase for phase in self.phases if phase.number == number), None)


@dataclass(frozen=True)
class Province:
    code_2022: str
    name: str
    short_name: str
    is_city: bool  # directly under the centre
    region: str
    code_2025: str
    name_2025: str
    short_name_2025: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    """A union directly under the VGCL. `members` is None where nobody published or imported it."""

    id: int
    code: str
    name: str
    name_en: str
    short_name: str
    aliases: tuple[str, ...]
    kind: str
    province_code: str | None  # vintage 2022
    region: str | None
    cluster: str | None
    cluster_note: str | None
    members: int | None
    members_as_of: date | None
    members_source: str | None

    @property
    def cluster_code(self) -> str | None:
        return slug(self.cluster) if self.cluster else None


@dataclass(frozen=True)
class Sector:
    id: int
    code: str
    name_vi: str
    name_en: str


@dataclass(frozen=True)
class Group:
    """What one bar of a chart stands for: a unit, or the units whose provinces became one in 2025."""

    code: str
    name: str
    name_en: str
    short_name: str
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Catalogue:
    """All reference data of one database."""

    programmes: tuple[Programme, ...]
    provinces: tuple[Province, ...]
    units: tuple[Unit, ...]
    sectors: tuple[Sector, ...]

    def programme(self, code: str) -> Programme:
        """The programme of that code; the first one where the code is unknown."""
        return next((p for p in self.programmes if p.code == code), self.programmes[0])

    @cached_property
    def unit_by_code(self) -> dict[str, Unit]:
        return {unit.code: unit for unit in self.units}

    @cached_property
    def unit_by_id(self) -> dict[int, Unit]:
        return {unit.id: unit for unit in self.units}

    @cached_property
    def province_by_code(self) -> dict[str, Province]:
        """By the code of 2022. A code never travels without its vintage: 63:38 or 34:38 in addresses."""
        return {province.code_2022: province for province in self.provinces}

    @cached_property
    def sector_by_id(self) -> dict[int, Sector]:
        return {sector.id: sector for sector in self.sectors}

    @cached_property
    def clusters(self) -> dict[str, str]:
        """Names of the emulation clusters by the code that travels in addresses."""
        return {unit.cluster_code: unit.cluster for unit in self.units if unit.cluster and unit.cluster_code}

    @cached_property
    def _units_by_word(self) -> dict[str, tuple[str, ...]]:
        words: dict[str, set[str]] = {}
        for unit in self.units:
            for word in self.names_of(unit):
                words.setdefault(fold(word), set()).add(unit.code)
            province = self.province_by_code.get(unit.province_code or "")
            if province:
                words.setdefault(f"63:{province.code_2022}", set()).add(unit.code)
                words.setdefault(f"34:{province.code_2025}", set()).add(unit.code)
        return {word: tuple(sorted(codes)) for word, codes in words.items()}

    def names_of(self, unit: Unit) -> tuple[str, ...]:
        """Every name a reader may know a unit by."""
        province = self.province_by_code.get(unit.province_code or "")
        of_province = (province.name, province.short_name, *province.aliases) if province else ()
        return (unit.code, unit.name, unit.short_name, unit.name_en, *unit.aliases, *of_province)

    def find_units(self, word: str) -> tuple[str, ...]:
        """Codes of the units a word means: a code, a name, an alias, `63:38` or `34:40`. Empty where unknown."""
        return self._units_by_word.get(fold(word), ())

    def units_in(self, filters: Filters) -> tuple[Unit, ...]:
        """The direct units inside the filters: values of one parameter are an OR, parameters an AND."""
        return tuple(unit for unit in self.units if self._matches(unit, filters))

    def _matches(self, unit: Unit, filters: Filters) -> bool:
        province = self.province_by_code.get(unit.province_code or "")
        kinds = {unit.kind, "city"} if province and province.is_city else {unit.kind}
        return (
            (not filters.units or unit.code in filters.units)
            and (not filters.kinds or not kinds.isdisjoint(filters.kinds))
            and (not filters.regions or unit.region in filters.regions)
            and (not filters.clusters or unit.cluster_code in filters.clusters)
        )

    def groups(self, units: Iterable[Unit], boundary: Boundary) -> tuple[Group, ...]:
        """The bars that `units` make: themselves, or summed into the 34 provinces of 2025."""
        if boundary is Boundary.OLD:
            return tuple(Group(u.code, u.name, u.name_en, u.short_name, (u,)) for u in units)
        merged: dict[str, list[Unit]] = {}
        for unit in units:
            province = self.province_by_code.get(unit.province_code or "")
            merged.setdefault(f"34:{province.code_2025}" if province else unit.code, []).append(unit)
        return tuple(self._group(code, tuple(members)) for code, members in merged.items())

    def _group(self, code: str, units: tuple[Unit, ...]) -> Group:
        province = self.province_by_code.get(units[0].province_code or "")
        if province is None:
            (unit,) = units
            return Group(unit.code, unit.name, unit.name_en, unit.short_name, units)
        return Group(code, province.name_2025, f"{province.short_name_2025} (34)", province.short_name_2025, units)
