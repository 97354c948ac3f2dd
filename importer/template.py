"""`template`: the workbook for clerks to fill in."""

import argparse

from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.importing.choices import Choices
from data_access.importing.context import read_context
from data_access.importing.template import initiatives_template
from data_access.reference.catalogue import fetch_catalogue
from importer.wording import Wording


def write_template(options: argparse.Namespace, wording: Wording) -> int:
    """Write the template of a programme; returns 0."""
    with reading(database_url()) as connection:
        read_context(connection, Choices(options.programme))
        content = initiatives_template(fetch_catalogue(connection), options.programme)
    options.file.write_bytes(content)
    print(wording.texts.template_written.format(file=options.file))
    return 0
