"""How long rows are counted for, before whoever asked is told that there was no answer."""

from contextlib import closing
from pathlib import Path

import pytest

from data_access.database.bounded import IN_A_COMMAND, Database
from data_access.store.row_answers import RowAnswers


@pytest.mark.parametrize(("asked", "given"), [(5.0, 15.0), (IN_A_COMMAND, IN_A_COMMAND)])
def test_a_command_that_waits_longer_than_a_page_is_given_its_time(tmp_path: Path, asked: float, given: float):
    """On a busy machine counts of a file were given up after the seconds of a page, whoever asked."""
    with (
        closing(Database(f"sqlite:///{tmp_path / 'own.db'}", asked)) as database,
        closing(RowAnswers(database)) as rows,
    ):
        assert rows._count_within == given
