"""Cells of single initiatives in words, as far as the reader may see them."""

from collections.abc import Callable

from interface.shell.access import may_see_people
from interface.shell.visit import Visit
from model.edges import Row
from presentation.row_words import labels_of, write_value


def cell_writer(visit: Visit) -> Callable[[str, Row], str]:
    """A function that formats one column of a row; authors only for readers who may see them."""
    labels, with_people = labels_of(visit.catalogue, visit.language), may_see_people()

    def write(name: str, row: Row) -> str:
        return write_value(name, row, labels, visit.language, with_people=with_people)

    return write
