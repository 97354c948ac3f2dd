"""The file of unrewarded initiatives has the reader's units only, the longest waiting first, and no formulas."""

from contextlib import closing
from datetime import datetime

import pytest
from sqlalchemy import update

from data_access.database.errors import NotListed
from data_access.database.schema import initiative
from data_access.database.transactions import writing
from data_access.store.scoped import records_for
from exports.csv.unrewarded import write_unrewarded
from language.languages import LANGUAGES
from model.filters import Filters
from model.reader import LOCAL, Reader, Role
from tests.data_access.drawn_programme import records_over

ROWS = """
unit  | uploaded_at      | count | status | settled_at
LD-38 | 2022-02-01 08:00 | 1     | valid  | 2022-03-01 09:00
LD-40 | 2022-02-01 08:00 | 2     | valid  | 2022-02-11 09:00
"""
THEN = datetime(2022, 4, 20, 8)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_file_is_the_list_of_the_readers_units(prepared_url: str, language):
    with closing(records_over(prepared_url, ROWS)) as records:
        with writing(prepared_url) as connection:
            connection.execute(update(initiative).values(title="=1+1"))
        records.catch_up()

        def lines(by: Reader) -> list[list[str]]:
            content = write_unrewarded(records_for(records, by), Filters(as_of=THEN), language, THEN)
            return [line.split(",") for line in content.decode("utf-8-sig").splitlines()]

        heads, *rows = lines(LOCAL)
        assert heads == list(language.recognition.unrewarded_columns)
        assert [row[-1] for row in rows] == ["68", "68", "50"] and {row[1] for row in rows} == {"'=1+1"}
        assert len(lines(Reader("s@x.vn", Role.STAFF, ("LD-38",)))) == 2
        with pytest.raises(NotListed):
            lines(Reader("v@x.vn", Role.VIEWER))
