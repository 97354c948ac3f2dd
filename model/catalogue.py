"""Reference data: programmes, phases, provinces, units, sectors. Small, read once per data version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from model.codes import Boundary
from model.filters import Filters
from model.folding import fold
from model.reference import (
    FIRST_OWN_SECTOR,
    NO_PROGRAMME,
    Group,
    Phase,
    Programme,
    Province,
    Sector,
    Unit,
    group_of,
    landing_of,
)
from model.unit_tree import UnitTree
from model.unit_words import codes_by_word, names_of

__all__ = ["FIRST_OWN_SECTOR", "Catalogue", "Group", "Phase", "Programme", "Province", "Sector", "Unit"]


@dataclass(frozen=True)
class Catalogue:
    """All reference data of one database."""

    programmes: tuple[Programme, ...]
    provinces: tuple[Province, ...]
    units: tuple[Unit, ...]
    sectors: tuple[Sector, ...]
    ranked: Mapping[int, tuple[Unit, ...]] = field(default_factory=dict)  # by the number of the programme
    below: Mapping[int, Mapping[int, Unit]] = field(default_factory=dict)  # members that are not ranked, by their id
    lower: tuple[Unit, ...] = ()  # everything else that stands below some unit
    own_sectors: Mapping[int, tuple[Sector, ...]] = field(default_factory=dict)
    newest: Mapping[int, datetime] = field(default_factory=dict)  # the newest record, by the number of the programme
    open_units: Mapping[int, frozenset[int]] = field(default_factory=dict)  # those a reader may see, of closed ones

    def programme(self, code: str) -> Programme:
        """The programme with that code; the first one for unknown codes, a blank one where there is none."""
        return next((p for p in self.programmes if p.code == code), (*self.programmes, NO_PROGRAMME)[0])

    def sectors_of(self, programme_code: str) -> tuple[Sector, ...]:
        """The sectors of a programme, “not classified” first."""
        own = self.own_sectors.get(self.programme(programme_code).id)
        return (*(sector for sector in self.sectors if sector.id == 0), *own) if own else self.shipped_sectors

    @cached_property
    def shipped_sectors(self) -> tuple[Sector, ...]:
        """The built-in sectors, for programmes without their own."""
        return tuple(sector for sector in self.sectors if sector.id < FIRST_OWN_SECTOR)

    def of_programme(self, programme: Programme) -> "Catalogue":
        """The catalogue limited to the ranked units and the sectors of one programme, for imports."""
        units, sectors = self.ranked.get(programme.id, ()), self.sectors_of(programme.code)
        unit_ids = {unit.id for unit in units}
        others = tuple(unit for unit in (*self.units, *self.lower) if unit.id not in unit_ids)
        return replace(self, units=units, lower=others, sectors=sectors)

    def seen_in(self, code: str) -> "Catalogue":
        """The catalogue with every unit as that programme names it."""
        if code not in self._seen:
            number = self.programme(code).id
            units_by_id = {**self.below.get(number, {}), **{unit.id: unit for unit in self.ranked.get(number, ())}}
            units, lower = (tuple(units_by_id.get(unit.id, unit) for unit in some) for some in (self.units, self.lower))
            self._seen[code] = replace(self, units=units, lower=lower) if units_by_id else self
        return self._seen[code]

    @cached_property
    def _seen(self) -> "dict[str, Catalogue]":
        return {}

    def find_members(self, code: str, word: str) -> tuple[str, ...]:
        """`find_units` limited to ranked units of a programme."""
        units, number = self.seen_in(code).find_units(word), self.programme(code).id
        ranked = {unit.code for unit in self.ranked.get(number, ())}
        return tuple(unit for unit in units if unit in ranked) if self.ranked else units

    def members(self, filters: Filters) -> tuple[Unit, ...]:
        """The ranked units: those of the programme, or those directly below the current unit."""
        number, above = self.programme(filters.programme).id, self.unit_by_code.get(filters.within or "")
        ranked = self.ranked.get(number, () if self.ranked else self.units)
        units, open_units = self.children(number, above.id) if above else ranked, self.open_units.get(number)
        return units if open_units is None else tuple(unit for unit in units if unit.id in open_units)

    def children(self, programme_id: int, parent: int) -> tuple[Unit, ...]:
        """The units directly below one, as a programme defines them."""
        units = self.below.get(programme_id, {})
        return tuple(units.get(number, self.unit_by_id[number]) for number in self.tree(programme_id).children(parent))

    def has_below(self, programme_id: int, code: str) -> bool:
        """Whether that unit has units below it."""
        unit = self.unit_by_code.get(code)
        return unit is not None and bool(self.tree(programme_id).children(unit.id))

    def find_children(self, programme_id: int, parent: str, word: str) -> tuple[str, ...]:
        """Codes of the units directly below `parent` that match a word."""
        key, children = fold(word), self.children(programme_id, self.unit_by_code[parent].id)
        return tuple(unit.code for unit in children if key in map(fold, (unit.code, unit.name, unit.short_name)))

    @property
    def landing(self) -> str:
        """The default programme of an address: see `landing_of`."""
        return landing_of(self.programmes, self.newest)

    def chain(self, programme_id: int, code: str) -> tuple[Unit, ...]:
        """The unit and all units above it, highest first."""
        unit = self.unit_by_code.get(code)
        return tuple(self.unit_by_id[number] for number in self.tree(programme_id).above(unit.id)) if unit else ()

    def tree(self, programme_id: int) -> UnitTree:
        """The unit hierarchy of a programme."""
        if programme_id not in self._trees:
            units: Mapping[int, Unit] = self.below.get(programme_id, {})
            everybody = (units.get(unit.id, unit) for unit in (*self.units, *self.lower))
            self._trees[programme_id] = UnitTree({unit.id: unit.parent_id for unit in everybody})
        return self._trees[programme_id]

    @cached_property
    def _trees(self) -> dict[int, UnitTree]:
        return {}

    @cached_property
    def unit_by_code(self) -> dict[str, Unit]:
        """Units of all levels by code."""
        return {unit.code: unit for unit in (*self.lower, *self.units)}

    @cached_property
    def unit_by_id(self) -> dict[int, Unit]:
        """Units of all levels by id."""
        return {unit.id: unit for unit in (*self.lower, *self.units)}

    @cached_property
    def province_by_code(self) -> dict[str, Province]:
        """Provinces by their code of 2022. Addresses always name the vintage: 63:38 or 34:38."""
        return {province.code_2022: province for province in self.provinces}

    @cached_property
    def sector_by_id(self) -> dict[int, Sector]:
        return {sector.id: sector for sector in self.sectors}

    @cached_property
    def clusters(self) -> dict[str, str]:
        """Names of the emulation clusters by code."""
        members = (unit for units in self.ranked.values() for unit in units)
        everybody = (*self.units, *members)
        return {unit.cluster_code: unit.cluster for unit in everybody if unit.cluster and unit.cluster_code}

    @cached_property
    def _units_by_word(self) -> dict[str, tuple[str, ...]]:
        return codes_by_word((unit, self.province_of(unit)) for unit in self.units)

    def names_of(self, unit: Unit) -> tuple[str, ...]:
        """Every name of a unit, including aliases."""
        return names_of(unit, self.province_of(unit))

    def province_of(self, unit: Unit) -> Province | None:
        """The province whose territory is the unit's, if any."""
        return self.province_by_code.get(unit.province_code or "")

    def find_units(self, word: str) -> tuple[str, ...]:
        """Codes of units that match a code, a name, an alias, `63:38` or `34:40`. Empty where unknown."""
        return self._units_by_word.get(fold(word), ())

    def units_in(self, filters: Filters) -> tuple[Unit, ...]:
        """The ranked units that match the filters: OR within a parameter, AND between parameters."""
        units = (unit for unit in self.members(filters) if not filters.units or unit.code in filters.units)
        return tuple(unit for unit in units if self._matches(unit, filters))

    def _matches(self, unit: Unit, filters: Filters) -> bool:
        province = self.province_of(unit)
        kinds = {unit.kind}
        if province and (province.is_city or unit.kind == "provincial"):
            kinds.add("city" if province.is_city else "province")
        return (
            (not filters.kinds or not kinds.isdisjoint(filters.kinds))
            and (not filters.regions or unit.region in filters.regions)
            and (not filters.clusters or unit.cluster_code in filters.clusters)
        )

    def groups_in(self, filters: Filters) -> tuple[Group, ...]:
        """The ranked units that match the filters, as chart groups of their boundary."""
        return self.groups(self.units_in(filters), filters.boundary)

    def groups(self, units: Iterable[Unit], boundary: Boundary) -> tuple[Group, ...]:
        """The units as chart groups: one each, or summed into the 34 provinces of 2025."""
        if boundary is Boundary.OLD:
            return tuple(Group(u.code, u.name, u.name_en, u.short_name, (u,)) for u in units)
        merged: dict[str, list[Unit]] = {}
        for unit in units:
            province = self.province_of(unit)
            merged.setdefault(f"34:{province.code_2025}" if province else unit.code, []).append(unit)
        of_first = {code: self.province_of(some[0]) for code, some in merged.items()}
        return tuple(group_of(code, tuple(members), of_first[code]) for code, members in merged.items())
