"""In the list of programmes what was not counted is not zero."""

from data_access.database.transactions import reading
from data_access.programmes.states import list_programmes


def test_a_programme_of_printed_figures_has_no_number_of_records(prepared_url: str):
    with reading(prepared_url) as connection:
        results = {one.code: one.uploads for one in list_programmes(connection)}

    assert {"1tr", "75n", "son-tay-2024"} <= results.keys()
    assert set(results.values()) == {None}
