"""Which units of a narrowed scope are among the overall leaders, also where none is."""

from datetime import datetime

import pytest

from data_access.queries.leading import fetch_leading
from language.languages import ENGLISH, VIETNAMESE
from model.codes import Basis
from model.filters import Filters
from presentation.leading import describe_leader
from presentation.wording import Wording

ROWS = """
unit   | uploaded_at      | count
LD-38  | 2022-02-01 08:00 | 5
LD-01  | 2022-02-01 08:00 | 4
CD-TKS | 2022-02-01 08:00 | 1
LD-38  | 2022-03-01 08:00 | 9
"""
AT_8 = Filters(basis=Basis.PUBLISHED, as_of=datetime(2022, 4, 20, 8))


def test_a_scope_with_nobody_among_the_leaders_says_so(records):
    leading = fetch_leading(records, Filters(kinds=("industry",), top=2, as_of=datetime(2022, 2, 2)))

    assert (leading.places, leading.inside, leading.last_name, leading.last_value) == (2, (), "Hà Nội", 4)
    text = describe_leader(leading, Wording(VIETNAMESE, records.catalogue))
    assert text.startswith("Không đơn vị nào") and "Hà Nội 4" in text


def test_whoever_is_among_them_is_named(records):
    leading = fetch_leading(records, Filters(kinds=("city",), top=2))

    assert [name for _, name in leading.inside] == ["Hà Nội"]
    assert "1 of the 2 leaders" in describe_leader(leading, Wording(ENGLISH, records.catalogue))


@pytest.mark.parametrize(
    ("narrower", "inside"),
    [
        ({"regions": ("tn",)}, 0),
        ({"kinds": ("industry",)}, 0),
        ({"kinds": ("province",)}, 6),
        ({"kinds": ("city",)}, 4),
        ({"units": ("LD-48",)}, 0),
    ],
)
def test_printed_lists_show_the_same(records, narrower: dict, inside: int):
    leading = fetch_leading(records, AT_8.changed(**narrower))

    assert (leading.places, len(leading.inside), leading.last_name, leading.last_value) == (10, inside, "Long An", 4479)


def test_nothing_is_claimed_where_nothing_is_narrowed_or_all_are_listed(records):
    assert fetch_leading(records, Filters(top=2)) is None
    assert fetch_leading(records, Filters(top=1000, kinds=("city",))) is None
    assert fetch_leading(records, Filters(kinds=("city",), top=2, as_of=datetime(2021, 1, 1))) is None
