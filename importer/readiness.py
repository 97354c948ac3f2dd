"""`import --kind readiness`: statements from files, with a preview of the changes."""

import argparse
from collections.abc import Mapping, Sequence

from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.programmes.readiness_saving import load_readiness
from data_access.programmes.saving import Loaded
from data_access.reference.catalogue import fetch_catalogue
from data_access.reference.ids import programme_id_of
from data_access.rules.readiness import read_items
from importer.loading import load_files
from importer.wording import Wording
from language.languages import Language
from model.catalogue import Unit
from model.readiness import Item
from presentation.readiness_words import item_name, preview_state


def import_readiness(options: argparse.Namespace, wording: Wording) -> int:
    """Read all files, print their changes, save them. Returns 0 if saved, 2 if refused. Raises NotSaved."""

    def describe(preview: Loaded) -> list[str]:
        with reading(database_url()) as connection:
            items = read_items(connection, programme_id_of(connection, options.programme))
            units = fetch_catalogue(connection).unit_by_code
        return change_lines(preview, items, units, wording.language)

    def count(preview: Loaded) -> int:
        return len(preview.cells)

    return load_files(options, wording, load_readiness, wording.language.readiness, describe, count)


def change_lines(loaded: Loaded, items: Sequence[Item], units: Mapping[str, Unit], language: Language) -> list[str]:
    """One line for each changed statement: unit, item, old and new value."""
    names = {item.code: item_name(item, language) for item in items}
    return [
        language.readiness.change.format(
            unit=language.names.word(units[cell.row].name) if cell.row in units else cell.row,
            item=names.get(cell.column, cell.column),
            before=preview_state(cell.before, language),
            after=preview_state(cell.after, language),
        )
        for cell in loaded.cells
    ]
