"""What the database knows and a file is read with: the programme, units, sectors, remembered names."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data_access.database.schema import remembered_unit, sector, unit
from data_access.importing.choices import Choices
from data_access.importing.files.refusal import Refused
from data_access.importing.headings import heading_key
from data_access.importing.places import Places
from data_access.importing.unit_names import UnitNames
from data_access.reference.catalogue import fetch_catalogue
from model.catalogue import Catalogue, Programme


@dataclass(frozen=True)
class Known:
    programme: Programme
    places: Places

    @property
    def programme_id(self) -> int:
        return self.programme.id

    @property
    def catalogue(self) -> Catalogue:
        return self.places.catalogue

    @property
    def period(self) -> tuple[date | None, date | None]:
        return self.programme.start, self.programme.end


def read_known(connection: Connection, choices: Choices) -> Known:
    """Raises Refused where there is no such programme."""
    catalogue = fetch_catalogue(connection)
    programme = next((one for one in catalogue.programmes if one.code == choices.programme), None)
    if programme is None:
        raise Refused(
            "unknown_programme", programme=choices.programme, known=[one.code for one in catalogue.programmes]
        )
    remembered = select(remembered_unit.c.spelling, unit.c.code).join(unit, unit.c.id == remembered_unit.c.unit_id)
    names = {row.spelling: row.code for row in connection.execute(remembered)}
    return Known(programme, Places(UnitNames(catalogue, names), _sectors(connection)))


def _sectors(connection: Connection) -> dict[str, int]:
    words: dict[str, int] = {}
    for row in connection.execute(select(sector).order_by(sector.c.id)):
        for word in (row.code, row.name_vi, row.name_en, *row.aliases.split("|")):
            if word:
                words.setdefault(heading_key(word), row.id)
    return words
