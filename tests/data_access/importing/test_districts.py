"""Districts behind suggestions: the list is consistent, and agrees with the ledger."""

from pathlib import Path

import pytest

from data_access.database.transactions import reading
from data_access.importing.choices import Choices, Kind
from data_access.importing.context import read_context
from data_access.importing.districts import provinces_with
from data_access.importing.headings import heading_key
from data_access.importing.unit_names import UnitNames
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


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Công đoàn ngành Giáo dục TP. Hà Nội", "LD-01"),  # a union of Hà Nội, not the one of all teachers
        ("Công đoàn các KCN tỉnh Bình Dương", "LD-74"),
        ("CĐCS Công ty ABC", None),  # letters alone make nobody near
        ("Tổng công ty Sông Đà", None),
    ],
)
def test_suggestions_follow_what_words_mean(names: UnitNames, text: str, first: str | None):
    near = names.candidates(text)
    assert (near[0].code if near else None) == first
    assert names.find_within("Công đoàn Giáo dục Hà Nội") is None  # two unions: nobody chooses for staff


@pytest.fixture(scope="module")
def names(_prepared_file: Path) -> UnitNames:
    with reading(f"sqlite:///{_prepared_file}") as connection:
        return read_context(connection, Choices("1tr", Kind.INITIATIVES)).places.units
