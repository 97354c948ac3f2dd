"""File names contain programme, scope and moment in characters that every system accepts."""

import pytest

from data_access.store.records import Records
from exports.kinds import KINDS, name_of_file
from language.languages import LANGUAGES
from model.address import parse_query
from model.folding import slug
from presentation.file_names import _cut
from tests.exports.conftest import records

__all__ = ["records"]
MOMENT = "as_of=2022-04-20T08:00"


@pytest.mark.parametrize(
    ("query", "kind", "lang", "name"),
    [
        ("unit=LD-38", "report", "vi", "1-trieu-sang-kien_thanh-hoa_2022-04-20.pdf"),
        ("unit=LD-38", "formal", "vi", "1-trieu-sang-kien_thanh-hoa_2022-04-20_the-thuc.pdf"),
        ("", "slides", "vi", "1-trieu-sang-kien_ca-nuoc_2022-04-20.pptx"),
        ("boundary=34", "slides", "vi", "1-trieu-sang-kien_34-tinh_2022-04-20.pptx"),
        ("phase=1&sector=y-te", "csv", "vi", "1-trieu-sang-kien_giai-doan-1-y-te_2022-04-20_xep-hang.csv"),
        ("from=2022-03-01&to=2022-03-31", "text", "vi", "1-trieu-sang-kien_2022-03-01-2022-03-31_2022-04-20.docx"),
        ("unit=LD-38&unit=LD-01&unit=LD-40&unit=LD-42", "text", "vi", "1-trieu-sang-kien_don-vi-4_2022-04-20.docx"),
        ("unit=LD-38", "pictures", "en", "one-million-initiatives_thanh-hoa_2022-04-20_pictures-ranking.zip"),
    ],
)  # fmt: skip
def test_programme_scope_and_moment(records: Records, query: str, kind: str, lang: str, name: str):
    filters, notices = parse_query(f"{query}&{MOMENT}", records.catalogue)
    assert not notices
    assert name_of_file(kind, records, filters, LANGUAGES[lang], "ranking") == name


def test_no_two_kinds_of_one_view_have_one_name_and_every_system_takes_them(records: Records):
    filters, _ = parse_query("unit=LD-38", records.catalogue)
    names = [name_of_file(kind, records, filters, LANGUAGES["vi"], "targets") for kind in KINDS]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and not set(name) & set('<>:"/\\|?* ') for name in names)


def test_a_programme_that_is_printed_alone_has_the_day_of_its_newest_figure(records: Records):
    filters, _ = parse_query("programme=son-tay-2024", records.catalogue)
    assert name_of_file("report", records, filters, LANGUAGES["vi"]).endswith("_2024-12-31.pdf")


def test_a_long_name_keeps_its_year():
    """Programmes of this and next year with one long name give different file names."""
    name = slug("Phong trào “Lao động giỏi, lao động sáng tạo” thị xã Sơn Tây năm 2024")
    assert _cut(name) == "phong-trao-lao-dong-gioi-lao-dong-sang-tao-thi-xa-son-2024"
    assert _cut("a-" * 40 + "b").endswith("-a") and _cut("ngan-2024") == "ngan-2024"
