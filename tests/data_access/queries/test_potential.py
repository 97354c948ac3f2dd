"""“Tiềm năng” over records: for whole units, measured against all others, and never beyond an account's rights."""

from contextlib import closing
from datetime import datetime

import pytest

from data_access.queries.potential import fetch_potential
from data_access.store.scoped import records_for
from model.codes import Basis
from model.filters import Filters
from model.reader import Reader, Role
from tests.data_access.drawn_programme import records_over

CODES = ("LD-01", "LD-26", "LD-22", "LD-30", "LD-31", "LD-33", "LD-34", "LD-35", "LD-36", "LD-37")


@pytest.fixture
def records(prepared_url: str):
    rows = "unit | uploaded_at | count\n" + "\n".join(f"{c} | 2022-02-01 08:00 | {9 * n}" for n, c in enumerate(CODES))
    with closing(records_over(prepared_url, rows, members=dict.fromkeys(CODES, 1000))) as records:
        yield records


def test_units_are_measured_by_all_others_whatever_is_shown(records):
    potentials, alone = (fetch_potential(records, Filters(units=some)) for some in ((), ("LD-01",)))

    assert potentials.of("LD-01") == alone.units[0] and len(alone.units) == 1
    assert potentials.of("LD-01").verdict == "below" and potentials.of("LD-37").verdict == "above"
    assert potentials.of("LD-38").why == "no_members"
    members = sum(unit.members or 0 for unit in records.catalogue.members(Filters()))
    assert potentials.mean_per100 == pytest.approx(100 * 9 * 45 / members)
    gaps = [one.low - one.count for one in potentials.below]
    assert "LD-01" in [one.code for one in potentials.below] and gaps == sorted(gaps, reverse=True)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(sectors=("y-te",)),
        Filters(statuses=("valid",)),
        Filters(basis=Basis.PUBLISHED),
        Filters(as_of=datetime(2022, 1, 1)),  # before anybody has anything
    ],
)
def test_parts_and_printed_figures_let_nothing_expect(records, filters: Filters):
    assert fetch_potential(records, filters) is None


def test_an_account_of_one_unit_sees_no_other_of_a_closed_programme(records, prepared_url: str):
    from data_access.programmes.states import change_state
    from model.reader import LOCAL

    change_state(prepared_url, "1tr", "compare-closed", LOCAL)
    records.catch_up()
    potentials = fetch_potential(records_for(records, Reader("s@x.vn", Role.STAFF, ("LD-01",))), Filters())
    assert [(one.code, one.why) for one in potentials.units] == [("LD-01", "few_alike")]
