"""The database's knowledge for reading a file: programme, units, sectors, remembered names."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from data_access.database.schema import programme_sector, remembered_unit, sector, unit
from data_access.importing.choices import Choices
from data_access.importing.files.refusal import Refused
from data_access.importing.headings import heading_key
from data_access.importing.lower_codes import lower_units
from data_access.importing.places import PlaceNames
from data_access.importing.unions import union_key
from data_access.importing.unit_names import UnitNames
from data_access.reference.catalogue import fetch_catalogue
from model.catalogue import Catalogue, Programme, Sector


@dataclass(frozen=True)
class ProgrammeContext:
    """A programme as stored: its names, its units and those below them."""

    programme: Programme
    places: PlaceNames
    below: UnitNames

    @property
    def programme_id(self) -> int:
        return self.programme.id

    @property
    def members(self) -> dict[int, int]:
        """The members of each unit of the programme, where known."""
        units = (*self.catalogue.units, *self.below.catalogue.units)
        return {unit.id: unit.members for unit in units if unit.members}

    @property
    def catalogue(self) -> Catalogue:
        return self.places.catalogue

    @property
    def period(self) -> tuple[date | None, date | None]:
        return self.programme.start, self.programme.end


def read_context(connection: Connection, choices: Choices) -> ProgrammeContext:
    """Read a programme and its units. Raises Refused where there is no such programme."""
    catalogue = fetch_catalogue(connection)
    programme = next((programme for programme in catalogue.programmes if programme.code == choices.programme), None)
    if programme is None:
        raise Refused(
            "unknown_programme",
            programme=choices.programme,
            known=[programme.code for programme in catalogue.programmes],
        )
    remembered = select(remembered_unit.c.spelling, unit.c.code).join(unit, unit.c.id == remembered_unit.c.unit_id)
    names = {row.spelling: row.code for row in connection.execute(remembered)}
    own = catalogue.of_programme(programme)
    below = replace(own, units=tuple(catalogue.below.get(programme.id, {}).values()))
    sectors = _sectors(connection, own.sectors, programme.id)
    lower = lower_units(catalogue, programme.id)
    places = PlaceNames(UnitNames(own, names, _uppers(connection)), sectors, lower=lower)
    return ProgrammeContext(programme, places, UnitNames(below, {}))


def _uppers(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Upper unions by name, with the codes of the units above them: where an unknown unit may belong."""
    above = unit.alias()
    query = select(unit.c.name, above.c.code).join(above, above.c.id == unit.c.parent_id).where(unit.c.level == "upper")
    codes: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(query):
        key = union_key(row.name)
        codes[key] = tuple(dict.fromkeys((*codes.get(key, ()), row.code)))
    return codes


def _sectors(connection: Connection, sectors: tuple[Sector, ...], programme_id: int) -> dict[str, int]:
    """The words for the programme's sectors, with the aliases of its own list or of the shipped one."""
    own = programme_sector.c
    own_aliases = select(own.sector_id, own.aliases).where(own.programme_id == programme_id)
    aliases = {row.id: row.aliases for row in connection.execute(select(sector.c.id, sector.c.aliases))}
    aliases |= {row.sector_id: row.aliases for row in connection.execute(own_aliases)}
    words: dict[str, int] = {}
    for sector_of_programme in sectors:
        for word in (
            sector_of_programme.code,
            sector_of_programme.name_vi,
            sector_of_programme.name_en,
            *aliases[sector_of_programme.id].split("|"),
        ):
            if word:
                words.setdefault(heading_key(word), sector_of_programme.id)
    return words
