"""Districts behind suggestions: a list that agrees with itself and with what the ledger says of them."""

import pytest

from data_access.importing.districts import provinces_with
from data_access.importing.headings import heading_key
from data_access.reference.reference_files import rows_of


def test_each_province_has_its_districts_once():
    provinces = [line["province"] for line in rows_of("districts")]
    assert sorted(provinces) == sorted(line["code_2022"] for line in rows_of("provinces"))
    for line in rows_of("districts"):
        names = [heading_key(name) for name in line["districts"].split("|")]
        assert len(names) == len(set(names)), line["province"]


@pytest.mark.parametrize(
    ("text", "province"),
    [("thị xã Sơn Tây", "01"), ("huyện Phú Xuyên", "01"), ("huyện Cư Jút", "67"), ("LĐLĐ huyện Nông Cống", "38")],
)
def test_districts_of_the_ledger_are_where_it_says(text: str, province: str):
    assert province in provinces_with(text)
