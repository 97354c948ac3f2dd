"""`template`: the workbook that clerks fill in."""

import argparse

from data_access.database.settings import database_url
from data_access.database.transactions import reading
from data_access.importing.choices import Choices
from data_access.importing.known import read_known
from data_access.importing.template import initiatives_template
from data_access.reference.catalogue import fetch_catalogue
from importer.wording import Wording


def write_template(asked: argparse.Namespace, wording: Wording) -> int:
    """Write the template of a programme; 0."""
    with reading(database_url()) as connection:
        read_known(connection, Choices(asked.programme))
        content = initiatives_template(fetch_catalogue(connection), asked.programme)
    asked.file.write_bytes(content)
    print(wording.texts.template_written.format(file=asked.file))
    return 0
