"""Every published figure has its source, and says whether title and day were inferred."""

from contextlib import closing

import pytest

from data_access.cli.answer import answer
from data_access.queries.published import fetch_published
from data_access.reference.provenance import source_name
from model.codes import Basis
from model.filters import Filters
from tests.data_access.drawn_programme import records_over


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://vuit.org.vn/tin-tuc/t6235/cong-doan-cong-thuong-viet-nam-day-manh-chuong-trinh-1-trieu-sang-kien.html",
         "Công đoàn Công Thương Việt Nam: “Công đoàn Công Thương Việt Nam đẩy mạnh Chương trình 1 triệu sáng kiến”"),
        ("https://www.bao.example/tin/hoi-nghi-so-ket-123456.html", "bao.example: “hoi nghi so ket”"),
        ("https://bao.example/", "bao.example"),
        ("báo Hậu Giang 02/02/2023 (địa chỉ không lưu)", "báo Hậu Giang 02/02/2023 (địa chỉ không lưu)"),
        ("", None),
    ],
)  # fmt: skip
def test_an_address_names_its_source(address: str, name: str | None):
    assert source_name(address) == name


def test_every_figure_of_the_ledger_has_a_source(prepared_url: str):
    with closing(records_over(prepared_url)) as records:
        for programme in records.catalogue.programmes:
            rows = fetch_published(records, Filters(programme=programme.code, basis=Basis.PUBLISHED)).to_dicts()
            assert [row for row in rows if not row["source_title"]] == []
            for row in rows:
                where = row["unit_name"]
                assert row["title_inferred"] == (row["article"] == "web" and bool(row["source_url"])), where
                if "Sơn Tây" in where:
                    assert row["day_inferred"] and row["as_of"] == "2024-12-31"
                if row["as_of"] == "2022-04-20T08:00":
                    assert not row["day_inferred"]


def test_every_figure_has_an_identity_of_its_own_and_derived_ones_say_so(prepared_url: str):
    with closing(records_over(prepared_url)) as records:
        rows = fetch_published(records, Filters(basis=Basis.PUBLISHED)).to_dicts()
        exported = answer(records, "published", "")

    derived = [row["figure_id"] for row in rows if row["id_inferred"]]
    assert len(derived) == len(set(derived)) > 0
    assert all(str(name).startswith("W-") for name in derived)
    assert {row["figure_id"] for row in rows if row["article"] == "003"} >= {"A13", "A14"}
    assert all(str(name) in exported for name in derived)
